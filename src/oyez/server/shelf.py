"""The articles a server has open, and the files made of them; opened articles outlive it in the store.

Article -> key -> Script, made once -> Rendered per voice and format, kept while there is room
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress

from oyez import api
from oyez.api import Rendered
from oyez.errors import NotFound, StoreError
from oyez.exporting.html import article_key
from oyez.model.article import Article
from oyez.model.script import Script
from oyez.narrating import shared_store
from oyez.settings import Settings

__all__ = ["Shelf"]

_KEY = re.compile(r"[0-9a-f]{12}")
_ARTICLES = 500  # the ones opened longest ago go first
_BYTES = 64_000_000  # of rendered files; about two hours of sound


class Shelf:
    """Articles by key, safe to use from many threads.

    Rendered files are kept here too: players ask for a sound in many ranges, and the store on the disk
    may not be usable.
    """

    def __init__(self, settings: Settings, articles: Iterable[Article] = ()) -> None:
        self._settings = settings
        self._store = shared_store(settings)
        self._lock = threading.Lock()
        self._scripts: OrderedDict[str, Article | Script] = OrderedDict()
        self._rendered: OrderedDict[tuple[str, str, str], Rendered] = OrderedDict()
        self._rendering: dict[tuple[str, str, str], threading.Lock] = {}
        for article in articles:
            self.put(article)

    def put(self, article: Article, *, keep: bool = False) -> str:
        """Lay an article on the shelf; its key. With `keep` it is found again after a restart."""
        key = article_key(article)
        if keep and self._store:
            with suppress(StoreError):  # a full disk costs the listener a restart's comfort, not the article
                self._store.keep_article(key, article)
        with self._lock:
            self._scripts.setdefault(key, article)
            self._scripts.move_to_end(key)
            while len(self._scripts) > _ARTICLES:
                self._scripts.popitem(last=False)
        return key

    def articles(self) -> list[tuple[str, Article]]:
        """Keys and articles, the newest first."""
        with self._lock:
            return [(key, _article(item)) for key, item in reversed(self._scripts.items())]

    def article(self, key: str) -> Article:
        """The article of that key; NotFound where there is none."""
        return _article(self._item(key))

    def rendered(self, key: str, suffix: str, voice: str | None) -> Rendered:
        """The narration of an article at natural speed in one format; whoever asks second waits.

        Raises NotFound, VoiceNotFound, and what speaking and encoding raise.
        """
        script = self._script(key)
        name = api.voice_for(voice, script.language, self._settings, files=False).name
        place = (key, suffix, name)
        with self._lock:
            turn = self._rendering.setdefault(place, threading.Lock())
        with turn:
            with self._lock:
                kept = self._rendered.get(place)
                if kept is not None:
                    self._rendered.move_to_end(place)
                    return kept
            made = api.render(script, suffix, name, settings=self._settings)
            self._keep(place, made)
            return made

    def _keep(self, place: tuple[str, str, str], made: Rendered) -> None:
        with self._lock:
            self._rendered[place] = made
            self._rendering.pop(place, None)
            while (
                len(self._rendered) > 1 and sum(len(one.content) for one in self._rendered.values()) > _BYTES
            ):
                self._rendered.popitem(last=False)

    def _script(self, key: str) -> Script:
        item = self._item(key)
        if isinstance(item, Script):
            return item
        script = api.adapt(item)
        with self._lock:
            if key in self._scripts:
                self._scripts[key] = script
        return script

    def _item(self, key: str) -> Article | Script:
        with self._lock:
            item = self._scripts.get(key)
        if item is None:
            item = self._kept(key)
            self.put(item)
        return item

    def _kept(self, key: str) -> Article:
        article = None
        if self._store and _KEY.fullmatch(key):
            with suppress(StoreError):
                article = self._store.article(key)
        if article is None:
            raise NotFound(f"there is no article {key!r} here", "open its address or text again")
        return article


def _article(item: Article | Script) -> Article:
    return item.article if isinstance(item, Script) else item
