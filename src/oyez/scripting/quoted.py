"""Running text as words, points and whole quotations: what the search for speakers looks at.

text -> where quotation marks open and close -> one piece a quotation, one a word, one a point
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["Piece", "pieces"]

Kind = Literal["word", "point", "quote", "break"]


class Piece(NamedTuple):
    """Characters start:end of a block; of a quotation its words without their marks.

    closed   False for a quotation that no mark ends: it goes on in the next paragraph, or is none
    """

    kind: Kind
    text: str
    block: int
    start: int
    end: int
    closed: bool = True

    @property
    def low(self) -> str:
        """A word in small letters; "" for any other piece."""
        return self.text.lower() if self.kind == "word" else ""

    @property
    def capital(self) -> bool:
        """True for a word with a capital."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def ends_sentence(self) -> bool:
        """True for the points that do."""
        return self.kind == "break" or (self.kind == "point" and self.text in ".?!…")


_DOUBLE = re.compile('["“”„«»「」]')
_SINGLE = re.compile("[‘’]")
_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」", "‘": "’"}
_PIECE = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*|\S")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


class _Span(NamedTuple):
    """Offsets of the opening mark, and of the place behind the closing one."""

    start: int
    end: int
    closed: bool


def _spans(text: str) -> list[_Span]:
    """Quotations; single marks count only in a text that has no double ones."""
    double = bool(_DOUBLE.search(text))
    spans: list[_Span] = []
    opened: int | None = None
    for match in (_DOUBLE if double else _SINGLE).finditer(text):
        mark, at = match[0], match.start()
        if opened is not None and mark in _CLOSED_BY[text[opened]] and _closes(text, at):
            spans.append(_Span(opened, at + 1, True))
            opened = None
        elif mark in _CLOSED_BY and _opens(text, at):
            opened = at  # one that was open before is a mark gone astray
    if opened is not None and double:
        spans.append(_Span(opened, len(text), False))
    return spans


def _opens(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isalnum() and bool(behind) and (not behind.isspace() or text[at] == "«")


def _closes(text: str, at: int) -> bool:
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if behind.isalnum() or (before.isspace() and text[at] != "»"):
        return False
    # An apostrophe has a letter before and a space behind too ("farmers’ rights").
    return text[at] != "’" or not before.isalnum() or behind in (",", ".", "")


def pieces(text: str, block: int, titles: frozenset[str]) -> Iterator[Piece]:
    """The pieces of a text; the full stop of a title or of initials is none."""
    at = 0
    for span in _spans(text):
        yield from _words(text, block, (at, span.start), titles)
        inner = text[span.start + 1 : span.end - span.closed]
        start = span.start + 1 + len(inner) - len(inner.lstrip())
        stop = start + len(inner.strip())
        if stop > start:
            yield Piece("quote", text[start:stop], block, start, stop, span.closed)
        at = span.end
    yield from _words(text, block, (at, len(text)), titles)


def _words(text: str, block: int, within: tuple[int, int], titles: frozenset[str]) -> Iterator[Piece]:
    last = ""
    for match in _PIECE.finditer(text, *within):
        word = match[0]
        if word[0].isalnum():
            last = word
            yield Piece("word", word, block, match.start(), match.end())
        else:
            shortened = word == "." and (last.lower() in titles or bool(_INITIALS.fullmatch(last)))
            last = ""
            if not shortened:
                yield Piece("point", word, block, match.start(), match.end())
