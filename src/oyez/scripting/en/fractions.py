"""Fractions: 2/3, 3 1/2, ¾ and the pairs with a slash that are none."""

from __future__ import annotations

import re

from oyez.scripting.en.numbers import cardinal, identifier, number, ordinal, plural, year
from oyez.scripting.line import Line, Reading, Said

__all__ = ["FRACTIONS", "read_fraction", "with_fraction"]

FRACTIONS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}

_SLASHED = re.compile(r"([0-9]{1,4})/([0-9]{1,4})(th|ths|rd|rds)?")
_MIXED_WITH_NOUN = re.compile(r"([0-9]{1,3})[-–‑]([0-9]{1,2})/([0-9]{1,2})[-–‑]([a-z]+(?:-[a-z]+)*)")
_BETTING = frozenset(
    "odds favourite favourites favorite favorites outsider outsiders bookmakers bookmaker bet".split()
)
_WITH_NOUN = re.compile(r"([0-9]{1,2})/([0-9]{1,2})[-–‑]([a-z]+(?:-[a-z]+)*)")
_WICKETS = frozenset("lunch tea stumps declared innings wicket wickets overs chasing cricket".split())
_MARKED = frozenset(
    "score scored scores scoring rated rate rates rating mark marks marked gave got grade graded "
    "awarded review".split()
)
_MOST_MARKS = frozenset({5, 10, 20, 50, 100})
_MEASURES = frozenset("inch inches in mile miles cup cups".split())
_NOT_FRACTIONS = frozenset(
    {"24/7", "9/11", "7/7", "50/50", "20/20", "7/10", "4/20", "60/40", "80/20", "70/30", "26/11", "1/6"}
)


def _fraction(over: int, under: int) -> str:
    """The words of a proper fraction.

    >>> _fraction(1, 4), _fraction(2, 3), _fraction(1, 2)
    ('one quarter', 'two thirds', 'half')
    """
    if under == 2:
        return "half" if over == 1 else f"{cardinal(over)} halves"
    part = "quarter" if under == 4 else ordinal(under)
    return f"{cardinal(over)} {part if over == 1 else plural(part)}"


def with_fraction(said: str, sign: str) -> str:
    """A number with a fraction sign behind it: "three and a half"."""
    if not sign:
        return said
    over, under = FRACTIONS[sign]
    part = (
        "a half"
        if under == 2
        else _fraction(over, under).replace("one ", "a ", 1)
        if over == 1
        else _fraction(over, under)
    )
    return f"{said} and {part}"


def read_fraction(line: Line, index: int) -> Reading | None:
    """2/3 · 3 1/2 · ½ · 24/7 · 2016/17."""
    core = line.core(index)
    if core in FRACTIONS:
        over, under = FRACTIONS[core]
        return [Said(_fraction(over, under), "fraction")]
    if core.isdecimal() and len(core) < 4 and (match := _SLASHED.fullmatch(line.next(index))):
        over, under = int(match[1]), int(match[2])
        if 0 < over < under <= 16:
            part = _fraction(over, under)
            return [Said(number(core), "number"), Said(f"and {'a ' if under == 2 else ''}{part}", "fraction")]
    if (match := _MIXED_WITH_NOUN.fullmatch(core)) and 0 < int(match[2]) < int(match[3]) <= 16:
        part = "a half" if match[2] + match[3] == "12" else _fraction(int(match[2]), int(match[3]))
        return [Said(f"{number(match[1])} and {part} {match[4].replace('-', ' ')}", "fraction")]
    if match := _WITH_NOUN.fullmatch(core):
        return _before_noun(line, index, match)
    match = _SLASHED.fullmatch(core)
    if match and int(match[1]) > int(match[2]) > 0 and not _BETTING.isdisjoint(map(str.lower, line.cores)):
        return [Said(f"{number(match[1])} to {number(match[2])}", "odds")]
    if match and int(match[2]) <= 10 and int(match[1]) > 10 and _in_cricket(line, index):
        return [Said(f"{number(match[1])} for {number(match[2])}", "score")]
    if match and int(match[1]) <= 10 < int(match[2]) and line.last(index) in ("took", "figures", "taking"):
        return [Said(f"{number(match[1])} for {number(match[2])}", "score")]
    if not match or match[3]:
        return [Said(*_pair(core, match))] if match else None
    return [_by_context(line, index, match) or Said(*_pair(core, match))]


def _by_context(line: Line, index: int, match: re.Match[str]) -> Said | None:
    """Marks (9/10), a pressure (120/80), a season (18/19): pairs that are no fractions where they stand."""
    left, right = int(match[1]), int(match[2])
    words = {word.lower() for word in line.cores[max(0, index - 6) : index + 4]}
    if right in _MOST_MARKS and left <= right and not _MARKED.isdisjoint(words):
        return Said(f"{cardinal(left)} out of {cardinal(right)}", "score")
    if "pressure" in words and left > right:
        return Said(f"{identifier(match[1])} over {identifier(match[2])}", "pair")
    if 10 <= left == right - 1 and len(match[2]) == 2 and line.next(index) not in _MEASURES:
        return Said(f"{cardinal(left)} {cardinal(right)}", "pair")
    return None


def _in_cricket(line: Line, index: int) -> bool:
    return not _WICKETS.isdisjoint(word.lower() for word in line.cores[max(0, index - 8) : index + 7])


def _before_noun(line: Line, index: int, match: re.Match[str]) -> Reading | None:
    """1/4-mile · 5 1/2-hour: what the compound measures stays one."""
    over, under = int(match[1]), int(match[2])
    if not 0 < over < under <= 100:
        return None
    part = _fraction(over, under)
    whole = line.last(index)
    if whole.isdecimal() and len(whole) < 4:
        part = "and a half" if (over, under) == (1, 2) else f"and {part}"
    elif over == 1:
        part = part.removeprefix("one ")
    return [Said(f"{part} {match[3].replace('-', ' ')}", "fraction")]


def _pair(core: str, match: re.Match[str]) -> tuple[str, str]:
    """What two numbers with a slash between them say, and by which rule."""
    left, right = match[1], match[2]
    if len(left) == 4:
        return f"{year(left)} to {_short(right)}", "range"
    over, under = int(left), int(right)
    if under == 1 < over:
        return f"{cardinal(over)} to one", "odds"
    if core in _NOT_FRACTIONS or not 0 < over < under or under > 100:
        return f"{identifier(left)} {identifier(right)}", "pair"
    if over == 1 or under <= 20 or match[3] or not under % 10:
        return _fraction(over, under), "fraction"
    return f"{cardinal(over)} over {cardinal(under)}", "fraction"


def _short(text: str) -> str:
    return (
        year(text)
        if len(text) == 4
        else f"oh {cardinal(int(text))}"
        if text[0] == "0"
        else cardinal(int(text))
    )
