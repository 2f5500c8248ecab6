"""The lines of a box of furniture that holds no prose: a menu, a footer, a row of buttons.

Half the elements of a news page stand in such boxes. All of it is left out, so nothing is asked of it but
its words, line by line, and where its links lead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from oyez.model.article import Mark
from oyez.reading.atoms import absolute
from oyez.reading.dom import BLOCKS, UNSEEN, is_hidden
from oyez.reading.line import Line, Zone, where_of
from oyez.reading.runs import INVISIBLE

__all__ = ["menu_lines"]

_LINES_APART = BLOCKS | {"button"}
_NO_WORDS = UNSEEN | {"img", "iframe", "video", "audio", "embed"}  # what players hold is for old browsers
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_Link = tuple[int, int, str]  # from and to which of the run's parts, the address


def menu_lines(box: Any, zone: Zone, base_url: str | None) -> list[Line]:
    """Every visible run of text in `box`, which is furniture as a whole."""
    return _Walk(box, zone, base_url).lines()


class _Walk:
    def __init__(self, box: Any, zone: Zone, base_url: str | None) -> None:
        self._zone = zone
        self._base = base_url
        self._at = box
        self._found: list[Line] = []
        self._parts: list[str] = []
        self._links: list[_Link] = []
        # Elements to enter, texts to add, and tuples at whose turn a block or a link ends.
        self._stack: list[Any] = [box]

    def lines(self) -> list[Line]:
        while self._stack:
            work = self._stack.pop()
            if isinstance(work, str):
                self._parts.append(work)
            elif not isinstance(work, tuple):
                if not is_hidden(work):
                    self._enter(work)
            elif work[0] is None:
                self._links.append((work[1], len(self._parts), work[2]))
            else:
                self._end_line()
                self._at = work[0]
        self._end_line()
        return self._found

    def _enter(self, element: Any) -> None:
        tag = element.tag
        if tag == "br":
            self._parts.append(" ")
        elif tag in _LINES_APART:
            self._end_line()
            self._stack.append((self._at, 0, ""))
            self._at = element
        elif tag == "a":
            self._enter_link(element)
        push = self._stack.append
        for child in element.iterchildren(reversed=True):
            tail = child.tail
            if tail and not tail.isspace():
                push(tail)
            elif tail and child.tag not in BLOCKS:
                push(" ")
            if child.tag not in _NO_WORDS:
                push(child)
        text = element.text
        if text and not text.isspace():
            push(text)

    def _enter_link(self, element: Any) -> None:
        before = element.getprevious() if self._parts else None
        if before is not None and before.tag == "a":
            self._parts.append(" ")  # links of a menu are set apart by style alone
        href = element.get("href")
        address = absolute(href, self._base) if href and self._base else href
        if address:
            self._stack.append((None, len(self._parts), address))

    def _end_line(self) -> None:
        """The line that the run makes; none where it holds white space alone."""
        if not self._parts:
            return
        parts, links, at = self._parts, self._links, self._at
        self._parts, self._links = [], []
        if not all(map(str.isascii, parts)):
            parts = [INVISIBLE.sub("", part) for part in parts]
        text = " ".join("".join(parts).split())
        if not text:
            return
        marks = []
        if links:
            starts, ends = _places(parts)
            spans = (
                (starts[first], ends[behind - 1], href) for first, behind, href in links if first < behind
            )
            marks = [Mark(start, end, "link", href) for start, end, href in spans if start < end]
        level = _HEADINGS.get(at.tag, 0)
        self._found.append(
            Line(
                text,
                kind="heading" if level else "item" if at.tag == "li" else "text",
                marks=tuple(marks),
                level=level,
                element=at,
                where=where_of(at),
                zone=self._zone,
                link_share=min(1.0, sum(mark.end - mark.start for mark in marks) / len(text)),
            )
        )


def _places(parts: Sequence[str]) -> tuple[list[int], list[int]]:
    """Where the words of each part begin and end in their joined text, white space folded.

    >>> _places(["Home", " ", " the  news"])
    ([0, 5, 5], [4, 4, 13])
    """
    starts: list[int] = []
    ends: list[int] = []
    length, spaced = 0, False
    for part in parts:
        words = part.split()
        spaced = spaced or part[:1].isspace()
        start = length + (spaced and length > 0)
        starts.append(start)
        if words:
            length = start + sum(map(len, words)) + len(words) - 1
            spaced = part[-1].isspace()
        ends.append(length)
    return starts, ends
