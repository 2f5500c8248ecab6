"""Tables aloud: each row is a sentence, each cell is announced by its column's header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from oyez.model.article import Table
from oyez.model.script import Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.sayings import Sayings
from oyez.scripting.speaking import say, span_words

__all__ = ["table_lines", "table_sentences"]


def table_sentences(table: Table, language: str, sayings: Sayings | None = None) -> list[Breath]:
    """The rows as sentences that cover the table's text; the header's own place is silent in the first.

    "Town: Mossbank, change: minus three point eight." A cell without words has no announcement.
    """
    text, lines = table.text, list(table_lines(table))
    if not table.rows:
        return [Breath(span_words(text, 0, len(text), language, sayings=sayings))]
    labels: list[str] = []
    opening: list[Word] = []
    if table.header:
        labels = [say(name, language, sayings) for name in table.header]
        header = [word for start, end in lines.pop(0) for word in span_words(text, start, end, language)]
        opening = [replace(word, say="", rule="table header", mark="") for word in header]
    rows = [opening, *(_row(text, cells, labels, language, sayings) for cells in lines)]
    return [breath for row in sounding(rows) for breath in breaths(row)]


def table_lines(table: Table) -> Iterator[list[tuple[int, int]]]:
    """Start and end of each cell in the table's text, row by row."""
    at = 0
    for cells in (table.header, *table.rows) if table.header else table.rows:
        spans = []
        for cell in cells:
            spans.append((at, at + len(cell)))
            at += len(cell) + 1
        yield spans
        at += not cells  # an empty row still takes its newline


def _row(
    text: str, cells: list[tuple[int, int]], labels: list[str], language: str, sayings: Sayings | None
) -> list[Word]:
    """The words of one row; the last that sounds ends it."""
    words: list[Word] = []
    for column, (start, end) in enumerate(cells):
        cell = span_words(text, start, end, language, mark=",", sayings=sayings)
        label = labels[column] if column < len(labels) else ""
        if label and any(word.say for word in cell):
            words.append(Word(cell[0].start, cell[0].start, label, "table header", ":"))
        words.extend(cell)
    last = max((index for index, word in enumerate(words) if word.say), default=-1)
    if last >= 0 and words[last].mark not in (".", "?", "!", "…"):
        words[last] = replace(words[last], mark=".")
    return words
