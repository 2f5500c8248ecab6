"""Titles, streets, states and other shortened words; what they stand for depends on their place."""

from __future__ import annotations

import re

from oyez.scripting.en.abbreviation_names import (
    AFTER_NAME,
    ANYWHERE,
    BEFORE_FIGURE,
    BEFORE_NAME,
    DOTTED,
    LETTERED,
    STATES,
    UNDOTTED_TITLES,
)
from oyez.scripting.en.figures import plain_number
from oyez.scripting.en.numbers import NUMBER, number
from oyez.scripting.en.unit_names import UNITS
from oyez.scripting.line import Line, Reading, Said, is_name

__all__ = ["KNOWN", "read_abbreviation"]

KNOWN = frozenset({"v", "km", "mi", "sq", "cu", "App"}).union(
    AFTER_NAME, ANYWHERE, BEFORE_FIGURE, BEFORE_NAME, DOTTED, LETTERED, STATES
)
"""Every key: a token outside it needs no look at these tables."""

_STREET = re.compile(
    r"[0-9]+(?:st|nd|rd|th)|[A-Z]|Wall|Main|High|Fleet|Downing|Bond|Baker|Canal|Market|Broad|Church"
)
_FIGURE = re.compile(r"[0-9§(£$€¥]|[IVXLC]+$|one$|two$|three$|four$|five$")
_GLUED = re.compile(r"(Nos?|nos?|pp?|[Vv]ol|[Ff]igs?|ca?)\.([0-9][0-9,.-]*)")
_NUMBER = re.compile(NUMBER)
_PARTY = re.compile(r"([RDI])[-–]([A-Z][A-Za-z.]*)")


def read_abbreviation(line: Line, index: int) -> Reading | None:
    """Dr. Fauci · No. 10 · St. Louis · Wall St. · Austin, Tex. · King Jr. · vs · etc."""
    core = line.core(index)
    if core not in KNOWN:
        if (match := _GLUED.fullmatch(core)) and match[1] in BEFORE_FIGURE:
            figure = plain_number(match[2]) if match[1] in ("c", "ca") else number(match[2])
            return (
                [Said(f"{BEFORE_FIGURE[match[1]]} {figure}", "abbreviation")]
                if _NUMBER.fullmatch(match[2])
                else None
            )
        match = _PARTY.fullmatch(core)
        state = STATES.get(match[2]) if match and line.dotted(index) else None
        return [Said(f"{match[1]} {state}", "abbreviation")] if match and state else None
    said = _expand(line, index, core)
    return [Said(said, "abbreviation")] if said else None


def _expand(line: Line, index: int, core: str) -> str | None:
    """The full words, or None where the token is an ordinary word here."""
    dotted = line.dotted(index)
    following = line.next(index, dot=True)
    if (
        core in BEFORE_FIGURE
        and _FIGURE.match(following)
        and (dotted or core in _UNDOTTED_BEFORE_FIGURE)
        and (dotted or not following.isalpha() or following.isupper())
    ):
        return BEFORE_FIGURE[core]
    if core in STATES and (_behind_town(line, index) or (dotted and core in _ONLY_STATES)):
        return STATES[core]
    last = line.last(index, dot=True)
    if core == "Co" and following.removesuffix("'s").removesuffix("’s") in _COUNTIES:
        return "County"
    if last in ("sq", "cu") and core in UNITS:
        return UNITS[core][1]
    if core in ("sq", "cu") and _SQUARED.fullmatch(following):
        return "square" if core == "sq" else "cubic"
    if (
        core == "App"
        and dotted
        and (following[:1].isdecimal() or (len(following) == 1 and following.isupper()))
    ):
        return "Appendix"
    if dotted and core in ("min", "ft") and not last[:1].isdecimal():
        return "minimum" if core == "min" else "featuring"
    if (
        core in AFTER_NAME
        and core in BEFORE_NAME
        and dotted
        and _STREET.fullmatch(last)
        and not _is_saint(following, last)
    ):
        return AFTER_NAME[core]
    if core in BEFORE_NAME and is_name(following) and (dotted or _stands_as_title(line, index, core)):
        return BEFORE_NAME[core]
    if core in AFTER_NAME and (dotted or core in _UNDOTTED_ENDS) and _behind_name(line, index):
        return AFTER_NAME[core]
    if core in ANYWHERE:
        return ANYWHERE[core]
    if core == "v" and is_name(last) and is_name(following):
        return "versus"
    return DOTTED.get(core) if dotted else None


_UNDOTTED_ENDS = frozenset("Jr Jnr Snr Ltd Bros St Rd Ave Blvd Inc Corp Co".split())
_UNDOTTED_BEFORE_FIGURE = frozenset("No Nos p pp Vol approx Hwy Rte".split())
_ONLY_STATES = frozenset("Ariz Calif Fla Ky Minn Nev Neb Okla Tenn Vt Wis Wyo Mich".split())
_SQUARED = re.compile(
    r"miles?|feet|foot|metres?|meters?|kilometres?|kilometers?|yards?|inch(?:es)?|km|ft|m|mi|in|yd"
)
_COUNTIES = frozenset(
    "Antrim Armagh Carlow Cavan Clare Cork Derry Donegal Down Dublin Durham Fermanagh Galway Kerry "
    "Kildare Kilkenny "
    "Laois Leitrim Limerick Londonderry Longford Louth Mayo Meath Monaghan Offaly Roscommon Sligo "
    "Tipperary Tyrone "
    "Waterford Westmeath Wexford Wicklow".split()
)


def _is_saint(following: str, last: str) -> bool:
    """Whether "St." belongs to the name behind it though a street name stands before."""
    return (
        is_name(following)
        and not last[:1].isdecimal()
        and len(last) > 1
        and last not in ("Wall", "Downing", "Main", "Fleet")
    )


def _stands_as_title(line: Line, index: int, core: str) -> bool:
    """An undotted title: "US Sen Ted Cruz" but not "Amartya Sen Prize"."""
    if core not in UNDOTTED_TITLES:
        return False
    if core == "Gen" and line.next(index) in ("X", "Y", "Z", "Alpha"):
        return False  # a generation
    before = line.last(index)
    return (
        not is_name(before)
        or before.isupper()
        or before in BEFORE_NAME
        or index == 1
        or core in ("Mr", "Mrs", "Ms", "Dr")
    )


def _behind_town(line: Line, index: int) -> bool:
    """A full stop behind, and a town with a comma, or a party's letter, before."""
    if not line.dotted(index) or index == 0:
        return False
    behind = line.after(index - 1)
    return (behind == "," and is_name(line.core(index - 1))) or "(" in line.tokens[index].before


def _behind_name(line: Line, index: int) -> bool:
    before = line.core(index - 1)
    return is_name(before) or before in ("&", "and") or before[:1].isdecimal()
