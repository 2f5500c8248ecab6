"""Fractions: 2/3, 3 1/2, 2½, ½ Liter."""

from __future__ import annotations

import re

from oyez.scripting.de.figures import NAMED
from oyez.scripting.de.nouns import half
from oyez.scripting.de.numbers import cardinal, joined, ordinal
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_fraction"]

_SIGNS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_SIGNED = re.compile(rf"([0-9]{{0,4}})([{''.join(_SIGNS)}])")
_SLASHED = re.compile(r"([1-9][0-9]?)/([1-9][0-9]{0,2})")
_WHOLE = re.compile(r"[1-9][0-9]{0,2}")
_PARTS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 1000})


def _part(count: int, parts: int) -> str:
    """A proper fraction.

    >>> _part(2, 3), _part(1, 2), _part(3, 4), _part(7, 16), _part(1, 100)
    ('zwei Drittel', 'ein halb', 'drei Viertel', 'sieben Sechzehntel', 'ein Hundertstel')
    """
    if parts == 2:
        return "ein halb"
    return f"{joined(count)} {ordinal(parts, 'el').capitalize()}"


def _mixed(whole: int, count: int, parts: int) -> str:
    """A whole number and a fraction in one.

    >>> _mixed(2, 1, 2), _mixed(1, 1, 2), _mixed(5, 3, 4)
    ('zweieinhalb', 'eineinhalb', 'fünf drei Viertel')
    """
    return f"{joined(whole)}einhalb" if parts == 2 else f"{cardinal(whole)} {_part(count, parts)}"


def read_fraction(line: Line, index: int) -> Reading | None:
    """2/3 · 3 1/2 · 2½ · ½ Liter."""
    core, before = line.core(index), line.last(index, dot=True)
    if match := _SIGNED.fullmatch(core):
        count, parts = _SIGNS[match[2]]
        if match[1]:
            return [Said(_mixed(int(match[1]), count, parts), "fraction")]
        return [Said(_alone(line, index, count, parts), "fraction")]
    if before in NAMED or (len(before) > 1 and before.isupper()):
        return None  # "VI ZR 12/20" is a file, "Nr. 3/4" an issue
    if proper := _proper(core):
        return [Said(_alone(line, index, *proper), "fraction")]
    following = line.next(index)
    behind = _SIGNS.get(following) or _proper(following)
    if behind and _WHOLE.fullmatch(core):
        return [Said(_mixed(int(core), *behind), "fraction"), Said("", "fraction")]
    return None


def _proper(text: str) -> tuple[int, int] | None:
    match = _SLASHED.fullmatch(text)
    if not match or int(match[1]) >= int(match[2]) or int(match[2]) not in _PARTS:
        return None
    return int(match[1]), int(match[2])


def _alone(line: Line, index: int, count: int, parts: int) -> str:
    """A half takes the gender of its noun: "eine halbe Stunde"."""
    following = line.next(index)
    if parts == 2 and not line.compound and following[:1].isupper() and following.isalpha():
        return half(following)
    return _part(count, parts)
