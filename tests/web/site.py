"""A real server on loopback, with articles open, which can be closed and come back at the same address."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence

import uvicorn

from oyez.exporting.html import article_key
from oyez.model.article import Article
from oyez.server.app import create_app
from oyez.settings import Settings

__all__ = ["Site"]


class Site:
    """With one article open the first page is that article's, with several it is the shelf."""

    def __init__(self, settings: Settings, articles: Sequence[Article]) -> None:
        self.articles = tuple(articles)
        self.article = articles[0]
        self._settings = settings
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self._port: int = probe.getsockname()[1]
        self.open()

    @property
    def url(self) -> str:
        """Of the first page."""
        return f"http://127.0.0.1:{self._port}/"

    def page_of(self, article: Article) -> str:
        """The address of an article's listening page."""
        return f"{self.url}a/{article_key(article)}"

    def open(self) -> None:
        """Start serving."""
        app = create_app(self._settings, self.articles)
        config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        listening = socket.create_server(("127.0.0.1", self._port))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]})
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        self._thread.join()

    @property
    def closed(self) -> bool:
        """Nobody answers at the address."""
        return not self._thread.is_alive()
