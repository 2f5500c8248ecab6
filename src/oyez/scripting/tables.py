"""Tables aloud: each row is a sentence, each cell is announced by its column's header.

header -> labels and units -> row by row: "label: cell" with its unit -> what is too long is counted
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from oyez.model.article import Table
from oyez.model.script import Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.languages import has_rules, more_rows
from oyez.scripting.sayings import Sayings
from oyez.scripting.speaking import say, span_words

__all__ = ["MORE_ROWS", "table_lines", "table_sentences"]

MORE_ROWS = "more rows"  # rule of words of a long table that are shown only, and of those that count them

_LONG = 30  # rows; three minutes of figures that nobody can keep
_HEARD = 20  # rows of a longer table that are read

# "Change (%)", "Price, £m", "Distance in km": the unit is said behind each figure, not with the label.
_LABELLED = re.compile(
    r"\s*(?P<label>.*?\S)\s*(?:[(\[](?P<unit>[^()\[\]]{1,12})[)\]]|\bin (?P<bare>\S{1,6}))\s*"
)
_MONEY = re.compile(r"(?P<sign>(?:[A-Z]{1,3})?[$£€¥₹₩])\s?(?P<scale>m|mn|bn|tn|k|million|billion|trillion)?")
_UNITS = frozenset(
    """% ‰ m km cm mm ft mi mph km/h kg g t lb lbs oz l ml ha km² m² m³ °C °F MW GW kWh MWh TWh GB MB Mbps
    million millions billion bn mn hours hrs minutes mins seconds years days weeks months votes points
    Millionen Milliarden Mio Mrd Stunden Minuten Jahre Tage Punkte""".split()
)
_FIGURE = re.compile(r"\s*(?P<sign>[-+−–]?)(?P<figure>\d[\d.,\u00a0\u202f ]*)\s*")


class _Column(NamedTuple):
    """What is said in front of a cell, and the unit of its figures as it is written."""

    label: str
    unit: str


def table_sentences(table: Table, language: str, sayings: Sayings | None = None) -> list[Breath]:
    """The rows as sentences that cover the table's text; the header's own place is silent in the first.

    "Town: Mossbank, change: minus three point eight percent." A cell without words has no announcement.
    One header over all columns is a title: it is said once, and the first row that follows has the labels.
    A long table ends with how many rows are shown only.
    """
    text, lines = table.text, list(table_lines(table))
    if not table.rows:
        return [Breath(span_words(text, 0, len(text), language, sayings=sayings))]
    columns: list[_Column] = []
    opening: list[Word] = []
    if table.header:
        header, titled = lines.pop(0), _title(table)
        if titled and _names_columns(table.rows[0]):
            opening = _once(text, header, language, sayings)
            header = lines.pop(0)
        elif titled:
            opening, header = _once(text, header, language, sayings), []
        names = [text[start:end] for start, end in header]
        columns = [_column(name, language, sayings) for name in names]
        shown = [word for start, end in header for word in span_words(text, start, end, language)]
        opening += [replace(word, say="", rule="table header", mark="") for word in shown]
    more = more_rows(len(lines) - _HEARD, language) if len(lines) > _LONG else ""
    heard, rest = (lines[:_HEARD], lines[_HEARD:]) if more else (lines, [])
    rows = [opening, *(_row(text, cells, columns, language, sayings) for cells in heard)]
    said = [breath for row in sounding(rows) for breath in breaths(row)]
    return [*said, *_uncounted(text, rest, more, language)] if rest else said


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


def _title(table: Table) -> bool:
    """True for one cell that spans all columns: it stands there once for each, or alone."""
    names = {name.strip() for name in table.header}
    widest = max((len(cells) for cells in table.rows), default=0)
    return len(names) == 1 and "" not in names and widest > 1 and len(table.rows) > 1


def _names_columns(cells: Sequence[str]) -> bool:
    """True for a row of different words without a figure."""
    named = [cell for cell in cells if cell.strip()]
    plain = not any(char.isdigit() for cell in named for char in cell)
    return len(named) > 1 and len(set(named)) == len(named) and plain


def _once(text: str, cells: Sequence[tuple[int, int]], language: str, sayings: Sayings | None) -> list[Word]:
    """A title's first standing said, the others shown."""
    words: list[Word] = []
    said = False
    for start, end in cells:
        cell = span_words(text, start, end, language, sayings=sayings)
        words += [replace(word, say="", rule="table header", mark="") for word in cell] if said else cell
        said = said or any(word.say for word in cell)
    return words


def _column(name: str, language: str, sayings: Sayings | None) -> _Column:
    match = _LABELLED.fullmatch(name) if has_rules(language) else None
    unit = (match["unit"] or match["bare"]).strip() if match else ""
    if match is None or not (unit in _UNITS or _MONEY.fullmatch(unit)):
        return _Column(say(name, language, sayings), "")
    return _Column(say(match["label"], language, sayings), unit)


def _row(
    text: str,
    cells: Sequence[tuple[int, int]],
    columns: Sequence[_Column],
    language: str,
    sayings: Sayings | None,
) -> list[Word]:
    """The words of one row; the last that sounds ends it."""
    words: list[Word] = []
    for place, (start, end) in enumerate(cells):
        cell = span_words(text, start, end, language, mark=",", sayings=sayings)
        column = columns[place] if place < len(columns) else _Column("", "")
        if column.unit:
            cell = _measured(cell, text[start:end], column.unit, language)
        if column.label and any(word.say for word in cell):
            words.append(Word(cell[0].start, cell[0].start, column.label, "table header", ":"))
        words.extend(cell)
    return _ended(words)


def _ended(words: list[Word]) -> list[Word]:
    last = max((index for index, word in enumerate(words) if word.say), default=-1)
    if last >= 0 and words[last].mark not in (".", "?", "!", "…"):
        words[last] = replace(words[last], mark=".")
    return words


def _measured(cell: list[Word], written: str, unit: str, language: str) -> list[Word]:
    """A cell that is nothing but a figure, said with its column's unit."""
    match = _FIGURE.fullmatch(written)
    sounding_words = [index for index, word in enumerate(cell) if word.say]
    if match is None or len(sounding_words) != 1:
        return cell
    sign, figure = match["sign"], match["figure"].strip()
    money = _MONEY.fullmatch(unit)
    if money:
        whole = f"{sign}{money['sign']}{figure}{money['scale'] or ''}"
    else:
        whole = f"{sign}{figure}{'' if unit in ('%', '‰') else ' '}{unit}"
    at = sounding_words[0]
    return [*cell[:at], replace(cell[at], say=say(whole, language), rule="table unit"), *cell[at + 1 :]]


def _uncounted(
    text: str, rest: Sequence[Sequence[tuple[int, int]]], more: str, language: str
) -> list[Breath]:
    """ "And twenty more rows.", with the words that are shown only."""
    spans = [cell for cells in rest for cell in cells]
    words = [word for start, end in spans for word in span_words(text, start, end, language)]
    at = words[0].start if words else len(text)
    shown = [Word(word.start, word.end, "", MORE_ROWS) for word in words if word.end > word.start]
    return [Breath([Word(at, at, more, MORE_ROWS, "."), *shown])]
