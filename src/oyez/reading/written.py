"""Lines of a text that holds nothing but itself, as the chapters of a book do: all of them are shown."""

from __future__ import annotations

from collections.abc import Iterable

from oyez.model.article import Block, Figure, Footnote, Heading, ListItem, Paragraph, PullQuote, Quote
from oyez.reading.groups import figure_from
from oyez.reading.line import Judged, Line

__all__ = ["judge_written"]


def judge_written(lines: Iterable[Line]) -> list[Judged]:
    """Every line as the block that its markup makes of it; pictures without a word are left out."""
    return [_judge(line) for line in lines]


def _judge(line: Line) -> Judged:
    block = line.block
    if isinstance(block, Figure) and not block.text and not block.credit:
        # Its file lies within the book: nothing outside can show it.
        alt = block.image.alt if block.image else ""
        return Judged(Line(alt, where=line.where), why="picture", evidence="a file within the book")
    if isinstance(block, Figure):
        return Judged(line, Figure(block.caption, block.credit))
    return Judged(line, block or _text(line))


def _text(line: Line) -> Block:
    if line.kind in ("caption", "credit"):
        return figure_from([line], None)
    if line.role == "footnote":
        return Footnote(line.text)
    if line.kind == "heading":
        return Heading(line.text, max(2, line.level), line.marks)
    if line.kind == "item":
        return ListItem(line.text, line.number, max(1, line.level), line.marks)
    if line.role == "pullquote":
        return PullQuote(line.text)
    if line.kind == "quote":
        return Quote(line.text, None, line.marks)
    return Paragraph(line.text, line.marks)
