"""oyez serve: the listening page on this machine."""

from __future__ import annotations

import json
import socket
import webbrowser
from typing import TYPE_CHECKING

import click

from oyez.cli.options import (
    allow_private_option,
    article_from,
    json_option,
    part_option,
    quote_voice_option,
    settings_with,
    url_option,
)
from oyez.errors import InvalidOption

if TYPE_CHECKING:
    from oyez.model.article import Article
    from oyez.settings import Settings

__all__ = ["run", "serve_article"]

KEYS = "Space plays and pauses, S repeats a sentence, < and > change the speed, ? lists them all"
_PORT = 8765


@click.command("serve")
@click.argument("source", required=False)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=_PORT,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="The port to listen on; 0 takes a free one.",
)
@click.option(
    "--open/--no-open", "open_browser", default=False, show_default=True, help="Open the page in the browser."
)
@quote_voice_option
@part_option
@url_option
@allow_private_option
@json_option
def run(
    source: str | None,
    host: str,
    port: int,
    open_browser: bool,
    quote_voice: str | None,
    url: str | None,
    allow_private: bool,
    part: int | None,
    as_json: bool,
) -> None:
    """Serve the listening page on this machine; without a SOURCE the page asks for one."""
    settings = settings_with(quote_voice)
    article = article_from(source, url, allow_private, part) if source else None
    serve_article(
        article, host=host, port=port, open_browser=open_browser, as_json=as_json, settings=settings
    )


def serve_article(
    article: Article | None,
    *,
    host: str,
    port: int,
    open_browser: bool,
    as_json: bool = False,
    settings: Settings | None = None,
) -> None:
    """Serve one article, or the page that asks for one, and say where."""
    from oyez.server.app import create_app, serve

    listening = _listen(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}/"
    if as_json:
        print(json.dumps({"address": address}), flush=True)
    else:
        print(f"page       {address}   (Ctrl-C ends it)\nkeys       {KEYS}", flush=True)
    if open_browser:
        webbrowser.open(address)
    serve(create_app(settings, [article] if article else []), listening)


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
