"""Where the prose of a page lies: how many characters of running text each element holds."""

from __future__ import annotations

from typing import Any

from oyez.reading.dom import UNSEEN, is_hidden

__all__ = ["HOME_SHARE", "OFTEN_HEAVY", "ONLY_SHARE", "PROSE", "Mass"]

PROSE = 60  # characters in one run; menus and labels are shorter
HOME_SHARE = 0.4  # of the page's prose; a box that holds more is the article's own wrapper
ONLY_SHARE = (
    0.97  # of the page's prose in a box named for comments: there is no other text that they comment on
)
_LONGEST_WALL = 500  # characters of prose that ask for a subscription
_LONGEST_PART = 1500  # characters of prose in one caption, byline or standfirst
_LONGEST_ITEM = 900  # characters of prose in one item of a list
_ANCHORS = frozenset({"h1", "article", "main"})
# Long threads of comments outweigh short articles: such boxes stay furniture unless they wrap an anchor.
OFTEN_HEAVY = frozenset({"comments", "legal"})


class Mass:
    """Characters of prose in every element of a tree, added up once."""

    def __init__(self, tree: Any) -> None:
        self._prose: dict[Any, int] = {}
        self._anchored: set[Any] = set()
        self._elements = list(tree.iter("*"))  # kept: lxml makes its elements anew for whoever asks
        prose, anchored = self._prose, self._anchored
        tails: dict[Any, int] = {}
        for element in reversed(self._elements):  # children before their parents
            tag, tail = element.tag, element.tail
            if tail and (held := len(tail.strip())):
                parent = element.getparent()
                tails[parent] = tails.get(parent, 0) + held
            if tag in UNSEEN:  # programs and styles are most of a page's characters
                continue
            own = len(text.strip()) if (text := element.text) else 0
            if tails:
                own += tails.pop(element, 0)
            inside = prose.get(element, 0)
            if own >= PROSE and not is_hidden(element):
                prose[element] = inside = inside + own
            if inside and (parent := element.getparent()) is not None:
                prose[parent] = prose.get(parent, 0) + inside
        for anchor in tree.iter(*_ANCHORS):
            outer = anchor.getparent()
            while outer is not None and outer not in anchored:
                anchored.add(outer)
                outer = outer.getparent()
        self._total = max(1, self._prose.get(tree, 0))

    def holds_prose(self, element: Any) -> bool:
        """True for an element with running text anywhere in it."""
        return element in self._prose

    def is_one_part(self, element: Any) -> bool:
        """True for a box that may be one part of an article, such as a caption: it holds little prose."""
        return self._prose.get(element, 0) <= _LONGEST_PART

    def is_layout(self, item: Any) -> bool:
        """True for a list item so full of prose that the list only lays the page out."""
        return self._prose.get(item, 0) > _LONGEST_ITEM

    def holds_the_article(self, element: Any, why: str) -> bool:
        """True when a box named like furniture is in fact wrapped around the article."""
        if element.tag in ("html", "body", "article", "main") or element in self._anchored:
            return True
        if why == "paywall" and self._prose.get(element, 0) > _LONGEST_WALL:
            return True  # some sites name the text behind the wall so, not the wall
        return why not in OFTEN_HEAVY and self._prose.get(element, 0) > HOME_SHARE * self._total
