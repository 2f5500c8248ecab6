"""The short form of a part: what a listener is told of it in one breath.

words in full -> those that stay, the others shown only -> or the part's size instead of its words

Nothing is dropped: a word that is not said keeps its place with the rule SHORTENED.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from oyez.model.article import Credit, Person, Table
from oyez.model.script import Word
from oyez.scripting.breath import Breath
from oyez.scripting.languages import short_announcement, size
from oyez.scripting.sayings import Sayings
from oyez.scripting.speaking import span_words
from oyez.scripting.tables import table_lines

__all__ = [
    "MEANING",
    "SHORTENED",
    "SIZE",
    "agency",
    "code_size",
    "first_sentence",
    "names_only",
    "table_size",
]

MEANING: Mapping[str, str] = {
    "captions": "its first sentence",
    "credits": "its agency, else its source",
    "quotes": "without its speaker",
    "bylines": "its names",
    "tables": "its size and its columns",
    "code": "its size",
    "footnotes": "its first sentence",
}
"""What is said of each kind that is read short."""

SHORTENED = "shortened"  # rule of a word that is shown only, because its part is read short
SIZE = "size"  # rule of the words that say how large a part is

_MOST_COLUMNS = 6  # names; a wider table says how many columns it has
_BY = re.compile(
    r"\s*(?:(?:written|words|text|story|report)\s+)?(?:by|von|par|por|di|door|af|av)\b[\s:]*", re.IGNORECASE
)
# Behind the name of a byline whose people the page does not name: a place, a role, a date.
_BEHIND_NAMES = re.compile(r"[,|•·;:/\n–—()\d]|\s-\s|\s(?:in|for|at|aus|à)\s", re.IGNORECASE)
_LONGEST_CONJUNCTION = 5  # characters: and, &, und, et, y, sowie


def first_sentence(said: Sequence[Breath]) -> list[Breath]:
    """The breaths of the first sentence; the words of the others are shown only."""
    count = next((at + 1 for at, breath in enumerate(said) if breath.closed), len(said))
    rest = [word for breath in said[count:] for word in breath.words]
    return _with_shown(said[:count], rest)


def _with_shown(said: Sequence[Breath], rest: Sequence[Word]) -> list[Breath]:
    if not said or not rest:
        return list(said)
    return [*said[:-1], Breath([*said[-1].words, *_shown(rest)], said[-1].closed)]


def _shown(words: Sequence[Word]) -> list[Word]:
    """The words of the page among them, silent."""
    return [Word(word.start, word.end, "", SHORTENED) for word in words if word.end > word.start]


def names_only(said: Sequence[Breath], text: str, people: Collection[Person], language: str) -> list[Breath]:
    """A byline's names in one breath, behind "By"; none where no name is found."""
    introduced = _BY.match(text)
    at = introduced.end() if introduced else 0
    kept = _names(text, people) or [
        (at, end.start() if (end := _BEHIND_NAMES.search(text, at)) else len(text))
    ]
    kept = _with_conjunctions(text, kept)
    words: list[Word] = []
    last = -1
    for word in (word for breath in said for word in breath.words):
        in_name = any(start < word.end and word.start < end for start, end in kept)
        if in_name or word.end <= at:
            last = len(words) if in_name and word.say else last
            ends = any(word.start < end <= word.end for _, end in kept)
            words.append(replace(word, mark="," if ends and word.say else ""))
        else:
            words += _shown([word])
    if last < 0:
        return []
    words[last] = replace(words[last], mark=".")
    if not introduced and (by := short_announcement("byline", language)):
        words.insert(0, Word(words[0].start, words[0].start, by, "announcement"))
    return [Breath(words)]


def _names(text: str, people: Collection[Person]) -> list[tuple[int, int]]:
    """Where the people whom the page names stand in its byline."""
    folded = text.casefold() if len(text.casefold()) == len(text) else text
    found = ((folded.find(person.name.casefold()), len(person.name)) for person in people if person.name)
    return sorted((start, start + length) for start, length in found if start >= 0)


def _with_conjunctions(text: str, names: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges of names, two that an "and" joins as one."""
    joined = [names[0]]
    for start, end in names[1:]:
        between = text[joined[-1][1] : start].strip()
        if between.isalpha() and len(between) <= _LONGEST_CONJUNCTION:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def agency(credit: Credit) -> str:
    """What is said of a credit."""
    return credit.agency or credit.source or credit.text


def code_size(text: str, language: str) -> list[Breath]:
    """ "Code, twelve lines."; none where there is no code, or no words for it in the language."""
    lines = size("line", len([line for line in text.split("\n") if line.strip()]), language)
    if not lines or not any(char.isalnum() for char in text):
        return []
    added = [
        Word(0, 0, short_announcement("code", language), "announcement", ","),
        Word(0, 0, lines, SIZE, "."),
    ]
    return [Breath([*added, *_shown(span_words(text, 0, len(text), language))])]


def table_size(table: Table, language: str, sayings: Sayings | None = None) -> list[Breath]:
    """ "Table: four rows, columns Party, Seats, and Change."; the names of its columns keep their place.

    Without words for it in the language the columns alone; none where the table is empty.
    """
    text = table.text
    if not any(char.isalnum() for char in text):
        return []
    lines = list(table_lines(table))
    header, body = (lines[0], lines[1:]) if table.header else ([], lines)
    named = [
        cell for start, end in header if (cell := span_words(text, start, end, language, sayings=sayings))
    ]
    words = [word for cell in named for word in cell]
    if 0 < len(named) <= _MOST_COLUMNS and all(any(word.say for word in cell) for cell in named):
        words = _columns(named, language)
    else:
        words, named = _shown(words), []
    added = _rows_and_columns(table, bool(named), words[0].start if words else 0, language)
    if not added and not named:
        return []
    shown = [
        word
        for cells in body
        for start, end in cells
        for word in _shown(span_words(text, start, end, language))
    ]
    return [Breath([*added, *words, *shown])]


def _rows_and_columns(table: Table, named: bool, at: int, language: str) -> list[Word]:
    rows = size("row", len(table.rows), language)
    if not rows:
        return []
    widest = max((len(cells) for cells in (table.header, *table.rows)), default=0)
    columns = short_announcement("column" if widest == 1 else "columns", language)
    columns = columns if named else size("column", widest, language)
    return [
        Word(at, at, short_announcement("table", language), "announcement", ":"),
        Word(at, at, rows, SIZE, ","),
        Word(at, at, columns, SIZE, "" if named else "."),
    ]


def _columns(named: Sequence[Sequence[Word]], language: str) -> list[Word]:
    """The names of the columns as a list: Party, Seats, and Change."""
    conjunction = short_announcement("and", language)
    words: list[Word] = []
    for index, cell in enumerate(named):
        ends = index == len(named) - 1
        if ends and index and conjunction:
            words.append(Word(cell[0].start, cell[0].start, conjunction, "announcement"))
        sounding = max(at for at, word in enumerate(cell) if word.say)
        mark = "." if ends else "" if len(named) == 2 and conjunction else ","
        words += [replace(word, mark=mark) if at == sounding else word for at, word in enumerate(cell)]
    return words
