"""The articles a server has open; those opened through the page outlive it in the store."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress

from oyez.errors import NotFound, StoreError
from oyez.exporting.html import article_key
from oyez.model.article import Article
from oyez.narrating import shared_store
from oyez.settings import Settings

__all__ = ["Shelf"]

_KEY = re.compile(r"[0-9a-f]{12}")
_ARTICLES = 500  # the ones opened longest ago go first


class Shelf:
    """Articles by key, safe to use from many threads."""

    def __init__(self, settings: Settings, articles: Iterable[Article] = ()) -> None:
        self._store = shared_store(settings)
        self._lock = threading.Lock()
        self._articles: OrderedDict[str, Article] = OrderedDict()
        for article in articles:
            self.put(article)

    def put(self, article: Article, *, keep: bool = False) -> str:
        """Lay an article on the shelf; its key. With `keep` it is found again after a restart."""
        key = article_key(article)
        if keep and self._store:
            with suppress(StoreError):  # a full disk costs the listener a restart's comfort, not the article
                self._store.keep_article(key, article)
        with self._lock:
            self._articles.setdefault(key, article)
            self._articles.move_to_end(key)
            while len(self._articles) > _ARTICLES:
                self._articles.popitem(last=False)
        return key

    def articles(self) -> list[tuple[str, Article]]:
        """Keys and articles, the newest first."""
        with self._lock:
            return list(reversed(self._articles.items()))

    def article(self, key: str) -> Article:
        """The article of that key; NotFound where there is none."""
        with self._lock:
            article = self._articles.get(key)
        if article is None:
            article = self._kept(key)
            self.put(article)
        return article

    def _kept(self, key: str) -> Article:
        article = None
        if self._store and _KEY.fullmatch(key):
            with suppress(StoreError):
                article = self._store.article(key)
        if article is None:
            raise NotFound(f"there is no article {key!r} here", "open its address or text again")
        return article
