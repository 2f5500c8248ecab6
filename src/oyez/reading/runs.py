"""Inline text gathered into runs: white space folded as a browser does, links and emphasis kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from oyez.model.article import Mark

__all__ = ["INVISIBLE", "Run"]

_SPACE = re.compile(r"\s+")
INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]")  # soft hyphens, zero-width spaces
MarkKind = Literal["link", "emphasis", "strong", "code"]


@dataclass(slots=True)
class Run:
    """One run of text under construction."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    linked: int = 0
    breaks: int = 0  # line breaks waiting for text

    def add(self, text: str) -> None:
        """Append text of the page."""
        if text.isspace():  # what indents a page's source is most of its texts
            if not self._at_start():
                self._push(" ")
            return
        if not text.isascii():
            text = INVISIBLE.sub("", text)
        text = _SPACE.sub(" ", text)
        if self._at_start():
            text = text.lstrip(" ")
        if not text:
            return
        if self.breaks and text != " ":
            self._trim()
            self._push("\n")
            text = text.lstrip(" ")
            self.breaks = 0
        self._push(text)

    def line_break(self) -> bool:
        """A <br>; True when it is the second in a row, which ends the run."""
        if self.length:
            self.breaks += 1
        return self.breaks > 1

    def mark(self, start: int, kind: MarkKind, href: str | None) -> None:
        """Everything since `start` is a link or emphasis."""
        if self.length > start:
            self.marks.append(Mark(start, self.length, kind, href))
            if kind == "link":
                self.linked += self.length - start

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The text without outer white space, its marks inside it."""
        text = "".join(self.parts).rstrip()
        marks = []
        for mark in sorted(self.marks, key=lambda mark: (mark.start, -mark.end)):
            start, end = mark.start, min(mark.end, len(text))
            while start < end and text[start].isspace():
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
            if start < end:
                marks.append(Mark(start, end, mark.kind, mark.href))
        return text, tuple(marks)

    def _at_start(self) -> bool:
        return not self.parts or self.parts[-1].endswith((" ", "\n"))

    def _push(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _trim(self) -> None:
        while self.parts and self.parts[-1].endswith(" "):
            last = self.parts.pop()
            self.length -= len(last)
            stripped = last.rstrip(" ")
            if stripped:
                self._push(stripped)
                break
