"""Lines that are furniture by their own words ("Advertisement"); the words are in labels.toml.

A label is a whole line, never a word inside a sentence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["Label", "is_part_of_player", "label_of"]

_FIRST_GROUP = re.compile(r"\(\?:([^()\\\[\]]+)\)(\??)")
_CALLS = frozenset({"newsletter", "paywall"})  # that a paragraph may end with, on a line of its own
_LONG_WORD = 4  # letters; shorter ones are "and", "by", "von"
_LONGEST = 800  # characters; a longer line is text, whatever it starts with


@dataclass(frozen=True, slots=True)
class Label:
    """Why a line is furniture; `value` is what it claims (minutes, a publisher), if anything.

    `evidence` is empty where the line's own words say so.
    """

    why: str
    value: str = ""
    evidence: str = ""


def label_of(text: str) -> Label | None:
    """The furniture that a whole line is by its words alone, or None.

    >>> label_of("Reading Time:3 minutes"), label_of("Advertisement drives sales.") is None
    (Label(why='reading time', value='3', evidence=''), True)
    """
    if len(text) > _LONGEST:
        return None
    folded = text.lower()
    if len(folded) != len(text):  # "İ" becomes two: the places of what a label claims would shift
        folded = text
    kind = _begins(text, folded) or _holds(text, folded)
    if kind is None and "\n" in text:
        last = label_of(text.rsplit("\n", 1)[1])
        return last if last and last.why in _CALLS else None
    return kind


def _begins(text: str, folded: str) -> Label | None:
    """By a pattern for the whole line; nearly all lines fit none, so all of one letter are asked at once."""
    start = next((index for index, char in enumerate(folded) if char.isalnum()), len(folded))
    for able in (_of_letter(folded[start : start + 1]), _of_letter("")):
        for place in dict.fromkeys((start, 0)):
            if able is None or not able.any.fullmatch(folded, place):
                continue
            for why, pattern in able.each:
                match = pattern.fullmatch(folded, place)
                if match and (why != "bio" or _names_people(text)):
                    return Label(why, _claimed(text, match))
    return None


def _holds(text: str, folded: str) -> Label | None:
    """By words anywhere in it, found fast before the slow patterns are asked."""
    patterns = _patterns()
    if not patterns.keys.search(folded):
        return None
    for why, keys, pattern in patterns.inside:
        if keys.search(folded):
            match = pattern.fullmatch(folded)
            if match:
                return Label(why, _claimed(text, match))
    return None


def _claimed(text: str, match: re.Match[str]) -> str:
    spans = (match.span(number) for number in range(1, match.re.groups + 1))
    return next((text[start:end] for start, end in spans if end > start >= 0), "")


def _names_people(text: str) -> bool:
    """ "Editing: Ada Quay" names somebody, "Design: flip-out screen" does not."""
    return all(word[0].isupper() or len(word) < _LONG_WORD for word in text.partition(":")[2].split())


def is_part_of_player(text: str) -> bool:
    """True for labels that are a player's only beside another player label.

    >>> is_part_of_player("1.25x"), is_part_of_player("Fast"), is_part_of_player("Fast food")
    (True, True, False)
    """
    return len(text) <= _LONGEST and _patterns().beside.fullmatch(text.lower()) is not None


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of labels.toml, for folded lines."""

    whole: Mapping[str, Sequence[str]]  # why -> patterns of whole lines, as written
    letters: frozenset[str]  # with which any of them may begin
    keys: re.Pattern[str]  # the words of all that follow
    inside: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]  # why, words to look for, whole line
    beside: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Able:
    """The patterns that may fit a line: all in one, and one for each reason."""

    any: re.Pattern[str]
    each: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _patterns() -> _Patterns:
    data = tomllib.loads(files("oyez.reading").joinpath("labels.toml").read_text("utf-8"))
    beside, inside = data.pop("beside"), data.pop("inside")
    keys = sorted({re.escape(key) for kind in inside.values() for key in kind["keys"]})
    return _Patterns(
        data,
        frozenset(
            letter for lines in data.values() for line in lines for letter in _first_letters(line) or ""
        ),
        re.compile("|".join(keys)),
        tuple((why, _words(kind["keys"]), _whole_line(kind["lines"])) for why, kind in inside.items()),
        _whole_line(beside["player"]),
    )


@lru_cache(maxsize=256)
def _of_letter(letter: str) -> _Able | None:
    """The patterns that begin with this letter; with "", those that may begin with anything."""
    patterns = _patterns()
    if letter and letter not in patterns.letters:
        return None
    able = {
        why: [line for line in lines if _may_begin(line, letter)] for why, lines in patterns.whole.items()
    }
    each = tuple((why, _whole_line(lines)) for why, lines in able.items() if lines)
    return _Able(_whole_line([line for lines in able.values() for line in lines]), each) if each else None


def _may_begin(pattern: str, letter: str) -> bool:
    letters = _first_letters(pattern)
    return letters is None if not letter else letters is not None and letter in letters


def _first_letters(pattern: str) -> str | None:
    """The letters with which a text that fits may begin, or None where that may be any.

    >>> _first_letters("home"), _first_letters("(?:jetzt |den )?menu"), _first_letters(r"\\d min")
    ('h', 'jdm', None)
    """
    group = _FIRST_GROUP.match(pattern)
    if group:
        rest = _first_letters(pattern[group.end() :]) if group[2] else ""
        first = [_first_letters(option) for option in group[1].split("|")]
        if rest is None or None in first:
            return None
        return "".join(dict.fromkeys("".join(filter(None, first)) + rest))
    if not pattern[:1].isalpha() or pattern[1:2] in tuple("?*{|"):
        return None
    return pattern[0]


def _words(keys: Sequence[str]) -> re.Pattern[str]:
    """Any of the keys; in Latin script not within other words ("min" is not in "gemini")."""
    latin = [re.escape(key) for key in keys if key[0].isascii()]
    return re.compile(
        "|".join([f"(?<![a-z])(?:{'|'.join(latin)})", *(key for key in keys if not key[0].isascii())])
    )


def _whole_line(alternatives: list[str]) -> re.Pattern[str]:
    return re.compile(r"\W*(?:" + "|".join(alternatives) + r")\W*", re.DOTALL)
