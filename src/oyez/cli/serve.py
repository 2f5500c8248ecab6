"""oyez serve: the listening page on this machine."""

from __future__ import annotations

import json as json_module
import socket
import webbrowser
from typing import TYPE_CHECKING, Annotated

import typer

from oyez.cli.options import AllowPrivate, AsJson, Url, article_from
from oyez.errors import InvalidOption

if TYPE_CHECKING:
    from oyez.model.article import Article

__all__ = ["run", "serve_article"]

KEYS = (
    "Space plays and pauses, ← and → go 10 seconds, < and > change the speed; click a word to hear from there"
)
_PORT = 8765

Host = Annotated[str, typer.Option(help="The address to listen on.")]
Port = Annotated[int, typer.Option(help="The port; 0 takes a free one.", min=0, max=65535)]


def run(
    source: Annotated[str | None, typer.Argument(help="An article to open with.")] = None,
    host: Host = "127.0.0.1",
    port: Port = _PORT,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")] = False,
    url: Url = None,
    allow_private: AllowPrivate = False,
    json: AsJson = False,
) -> None:
    """Serve the listening page until Ctrl-C; without a SOURCE the page asks for one."""
    article = article_from(source, url, allow_private) if source else None
    serve_article(article, host=host, port=port, open_browser=open_browser, as_json=json)


def serve_article(
    article: Article | None, *, host: str, port: int, open_browser: bool, as_json: bool = False
) -> None:
    """Serve one article, or the page that asks for one, and say where."""
    from oyez.server.app import create_app, serve

    listening = _listen(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}/"
    if as_json:
        print(json_module.dumps({"address": address}), flush=True)
    else:
        print(f"page       {address}   (Ctrl-C ends it)\nkeys       {KEYS}", flush=True)
    if open_browser:
        webbrowser.open(address)
    serve(create_app(articles=[article] if article else []), listening)


def _listen(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise InvalidOption(
            f"{host} port {port} cannot be used: {error.strerror}",
            "choose another with --port; 0 takes a free one",
        ) from error
    return listening
