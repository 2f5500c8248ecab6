"""Rows of a PDF to paragraphs: which rows go on with the sentence before, which begin something new.

rows -> one Passage a paragraph, heading, item, run of program text or footnote, words cut by a hyphen whole
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from oyez.reading.pdf_rows import Row

__all__ = ["HEADING", "Passage", "body_size", "passages"]

Kind = Literal["text", "heading", "item", "code", "footnote"]

_ITEM = re.compile(r"(?:[•◦▪‣●○■–—*-]|(\d{1,3})[.)])\s+(?=\S)")
_NOTE = re.compile(r"(\d{1,3}|[*†‡§¶]{1,3})[.)]?\s*(?=[^\W\d])")
_CLOSED = re.compile(r"[.!?…:。！？؟][”»\"'’)）」』\]]*\s*(?:\d{1,3})?$")
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_CUT = re.compile(r"\u00ad$|\S[-/–—\u2010]$")
_FIRST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
HEADING = 1.12  # times the size of running text
_NOTE_SIZE = 0.93
_SAME = 0.08  # two sizes differ by less
_GAP = 1.3  # times the usual distance of two rows
_INDENT = (0.8, 5.0)  # times the size of the text: how deep a paragraph's first row stands in
_SHORT = 0.75  # of the usual row; a row that ends earlier ends its paragraph
_VERSE = 0.5  # the same without a stop: verse, an address, a list without marks
_LONGEST_HEADING = 200  # characters
_NUMBER_OF_HEADING = re.compile(r"(?:\d{1,2}\.)*\d{1,2}\.?\s+\S")


@dataclass(frozen=True, slots=True)
class Passage:
    """Rows that belong together, as one text; `size` in points, `number` of an item or note as printed."""

    text: str
    kind: Kind
    page: int
    size: float
    number: str = ""


def body_size(rows: Iterable[Row]) -> float:
    """The size of most characters, in points; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def passages(rows: Sequence[Row]) -> list[Passage]:
    """The paragraphs of rows in reading order; footnotes stand behind the paragraph that they interrupt."""
    page = _Setting(rows)
    made: list[Passage] = []
    run: list[Row] = []
    notes: list[list[Row]] = []

    def end() -> None:
        if run:
            made.append(page.passage(run))
            run.clear()
        made.extend(page.passage(note, "footnote") for note in notes)
        notes.clear()

    note_page = -1
    for index, row in enumerate(rows):
        if row.page == note_page and row.size < _NOTE_SIZE * page.size and notes:  # the note goes on
            notes.append([row]) if _NOTE.match(row.text) else notes[-1].append(row)
            continue
        if page.begins_notes(index):
            note_page = row.page
            notes.append([row])
            continue
        if run and not page.goes_on(run, row, rows[index + 1] if index + 1 < len(rows) else None):
            end()
        run.append(row)
    end()
    return made


class _Setting:
    """How the pages are set: the size of the text, the distance of its rows, how long they are."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.size = body_size(rows)
        body = [row for row in rows if self._is_body(row)]
        gaps = Counter(
            round(row.y - after.y, 1)
            for row, after in pairwise(body)
            if row.page == after.page and 0 < row.y - after.y < 3 * self.size
        )
        # Paragraphs set apart by space have many small distances and few large ones; the smaller is usual.
        common = [gap for gap, count in gaps.items() if count >= 0.2 * max(gaps.values(), default=0)]
        self.leading = min(common, default=1.2 * self.size)
        lengths = sorted(len(row.text) for row in body)
        self.usual = lengths[int(0.7 * (len(lengths) - 1))] if lengths else 0
        self._lefts: dict[int, Counter[int]] = {}
        for row in body:
            self._lefts.setdefault(row.page, Counter())[round(row.x)] += 1
        # Code in a document that is typed on a machine is text.
        self._types = sum(len(row.text) for row in rows if row.fixed) > 0.5 * sum(len(r.text) for r in rows)
        self._bolds = sum(len(row.text) for row in body if row.bold) > 0.4 * sum(len(r.text) for r in body)
        self._counts = _counted(rows)
        self._highest: dict[int, float] = {}
        self._last_large: dict[int, int] = {}
        for index, row in enumerate(rows):
            self._highest[row.page] = max(self._highest.get(row.page, row.y), row.y)
            if row.size >= _NOTE_SIZE * self.size:
                self._last_large[row.page] = index

    def _is_body(self, row: Row) -> bool:
        return abs(row.size - self.size) <= _SAME * self.size

    def begins_notes(self, index: int) -> bool:
        """Whether small type, a mark before it, begins here and goes on to the foot of its page."""
        row = self._rows[index]
        small = index > self._last_large.get(row.page, len(self._rows))
        return small and bool(_NOTE.match(row.text)) and row.y < 0.5 * self._highest[row.page]

    def goes_on(self, run: Sequence[Row], row: Row, after: Row | None) -> bool:
        """Whether a row goes on with the rows before it."""
        last = run[-1]
        kind = self._kind(run[0])
        if self._kind(row) != kind and not (kind == "item" and self._kind(row) == "text"):
            return False
        if kind == "code":
            return row.page == last.page
        apart = last.y - row.y
        if kind == "heading":
            near = row.page == last.page and 0 <= apart <= 1.6 * row.size
            return near and abs(row.size - last.size) <= 0.5 and not _NUMBER_OF_HEADING.match(row.text)
        if _ITEM.match(row.text) and (kind == "item" or _CLOSED.search(last.text)):
            return False
        if row.page != last.page or apart < -self.size:  # another page or column
            return self._goes_on_elsewhere(last, row, after)
        if abs(apart) < 0.5 * self.size:  # two pieces of one row
            return True
        if apart > _GAP * max(self.leading, row.size):
            return False
        if kind == "text" and self._is_indented(run, row, after):
            return False
        if _CUT.search(last.text):
            return True
        ended = _SHORT if _CLOSED.search(last.text) else _VERSE
        return len(last.text) >= ended * self.usual or row.text[0].islower()

    def _goes_on_elsewhere(self, last: Row, row: Row, after: Row | None) -> bool:
        if not row.text[0].isalnum() and row.text[0] not in "“„«\"'‘(":
            return False
        if not _CLOSED.search(last.text) or row.text[0].islower():
            return True
        # A sentence has ended there; its paragraph goes on where the row was full and none stands in.
        return len(last.text) >= 0.92 * self.usual and not self._is_indented([last], row, after, same=False)

    def _is_indented(self, run: Sequence[Row], row: Row, after: Row | None, *, same: bool = True) -> bool:
        """Whether a row stands in, as first rows of paragraphs do, and not as whole blocks do."""
        deep = row.x - self._left(row)
        if not _INDENT[0] * self.size < deep < _INDENT[1] * self.size:
            return False
        last = run[-1]
        if same and abs(last.x - row.x) < 2:  # all rows of a block, or two paragraphs of one row each
            return bool(_CLOSED.search(last.text)) and len(last.text) < _SHORT * self.usual
        return after is None or after.page != row.page or after.x < row.x - 2 or not self._is_body(after)

    def _left(self, row: Row) -> float:
        """Where rows of this column begin."""
        widest = row.x - _INDENT[1] * self.size
        lefts = self._lefts.get(row.page, Counter())
        near = [(count, -x) for x, count in lefts.items() if widest <= x <= row.x + 1]
        return -max(near)[1] if near else row.x

    def _kind(self, row: Row) -> Kind:
        if row.fixed and not self._types:
            return "code"
        if row.size >= HEADING * self.size:
            return "heading"
        if row.bold and not self._bolds and len(row.text) < self.usual and not _CLOSED.search(row.text):
            return "heading"
        return "item" if _ITEM.match(row.text) else "text"

    def passage(self, run: Sequence[Row], kind: Kind | None = None) -> Passage:
        """Rows as one text."""
        kind = kind or self._kind(run[0])
        first = run[0]
        if kind == "code":
            return Passage(_laid_out(run), kind, first.page, first.size)
        text = self.joined([row.text for row in run])
        if kind == "heading" and len(text) > _LONGEST_HEADING:
            kind = "text"
        mark = _ITEM.match(text) if kind == "item" else _NOTE.match(text) if kind == "footnote" else None
        number = (mark[1] or "") if mark else ""
        return Passage(text[mark.end() :] if mark else text, kind, first.page, first.size, number)

    def joined(self, lines: Sequence[str]) -> str:
        """Lines as one, words that were cut by a hyphen made whole."""
        pieces: list[str] = []
        for line in lines:
            if not pieces:
                pieces.append(line)
                continue
            before = pieces[-1]
            cut, rest = _HYPHEN.search(before), _FIRST.match(line)
            if cut and rest and line[0].islower():
                pieces[-1] = before[:-1]
                pieces.append(("-" if self._is_compound(cut[1], rest[0]) else "") + line)
            elif _CUT.search(before) or (_UNSPACED.match(before[-1]) and _UNSPACED.match(line[0])):
                pieces.append(line)
            else:
                pieces.append(f" {line}")
        return "".join(pieces).replace("\u00ad", "")

    def _is_compound(self, first: str, rest: str) -> bool:
        """Whether a hyphen at the end of a row is the word's own, by what the rest of the text writes.

        Where it writes neither, two long words that stand alone elsewhere are taken for two.
        """
        first, rest = first.lower(), rest.lower()
        with_hyphen, without = self._counts[f"{first}-{rest}"], self._counts[first + rest]
        if with_hyphen or without:
            return with_hyphen > without
        return min(len(first), len(rest)) >= 4 and bool(self._counts[first]) and self._counts[rest] > 1


def _counted(rows: Iterable[Row]) -> Counter[str]:
    """How often each word is written; the two halves of one cut at the end of a row are none."""
    counts: Counter[str] = Counter()
    cut = False
    for row in rows:
        words = _WORD.findall(row.text.lower())
        begins, cut = cut, _CUT.search(row.text) is not None
        counts.update(words[1 if begins else 0 : len(words) - 1 if cut else None])
    return counts


def _laid_out(rows: Sequence[Row]) -> str:
    """Program text with its indentation, as deep as the rows stand on the page."""
    left = min(row.x for row in rows)
    return "\n".join(" " * round((row.x - left) / max(0.6 * row.size, 1)) + row.text for row in rows)
