"""Figures that stand alone: quantities, years, decades, ordinals, and numbers that name something."""

from __future__ import annotations

import re

from oyez.scripting.en.numbers import (
    NUMBER,
    cardinal,
    decade,
    digits,
    identifier,
    number,
    ordinal,
    plural,
    signed,
    year,
)
from oyez.scripting.line import Line, Reading, Said, is_name

__all__ = ["NAMED", "plain_number", "read_apostrophe_year", "read_figure", "read_ordinal", "read_plural"]

_NUMBER = re.compile(NUMBER)
_ORDINAL = re.compile(
    r"((?:[0-9]{1,3}(?:,[0-9]{3})*|[0-9]{1,15})(?:nd|rd|th)|(?:[0-9,]{0,14}[02-9])?1st)", re.IGNORECASE
)
_PLURAL = re.compile(r"([0-9]{1,4})['’]?s")
_POWER = re.compile(r"([0-9]{1,4})([⁺⁻]?[⁰¹²³⁴-⁹]{1,3})")
_RAISED = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_POINTS = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){2,7}")
_THOUSANDS_POINTS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,5}")
_AIRLINER = re.compile(r"7[0-8]7")
_SHORT_YEAR = re.compile(r"['’‘]([0-9]{2})(s?)")

# What a number behind it names rather than counts.
NAMED = frozenset(
    "Boeing Airbus Flight flight Room room Route route Highway highway Interstate Section section "
    "Sections Channel Bus bus Train train Peugeot Porsche Mazda Flat flat Apartment Apt Suite Unit "
    "Gate gate Seat Row Platform Runway Cell Area Building Block Case Bill Docket Resolution "
    "Proposition Prop Form Rule Amendment Nissan Ferrari Fiat BMW Volvo Nokia Xbox Windows Psalm "
    "Lot Studio Hall Ward Ambulance Engine Squadron".split()
)
_COUNTED = frozenset(
    "some about nearly almost around over under than least most roughly approximately only".split()
)
_CROWDS = frozenset(
    "people homes men women children troops soldiers cases deaths jobs miles metres students".split()
)
_BEFORE_YEARS = frozenset("in since the by until from of after before and".split())


def plain_number(text: str) -> str:
    """A bare figure without context: a year where it looks like one, else a quantity.

    >>> plain_number("2017"), plain_number("3300"), plain_number("1,905")
    ('twenty seventeen', 'three thousand three hundred', 'one thousand nine hundred five')
    """
    return year(text) if _looks_like_year(text) else number(text)


def _looks_like_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and "1100" <= text < "2100"


def read_figure(line: Line, index: int) -> Reading | None:
    """12,345 · 1.5 · 1999 · Room 101 · Resolution 2231 · Beverly Hills 90210 · dial 999 · 2.0.1 · 10 000."""
    core = line.core(index)
    if not _NUMBER.fullmatch(core):
        return _power(core) or _points(core)
    if core.isdecimal() and len(core) < 4 and (groups := _spaced_groups(line, index)):
        return groups
    if core.isdecimal() and len(core) > 2:
        before = line.last(index, dot=True)
        if core == "007":
            return [Said("double oh seven", "digits")]
        if core[0] == "0" and len(core) > 3:
            return [Said(digits(core), "digits")]
        if before.removesuffix("'s").removesuffix("’s") in NAMED or _is_airliner(line, index, core, before):
            return [Said(identifier(core), "identifier")]
        if is_name(before) and index > 1 and not _looks_like_year(core) and _names(core, before):
            return [Said(identifier(core), "identifier")]
        if "1000" < core < "1100" and len(core) == 4 and _is_medieval(line, index, before):
            return [Said(f"ten {'oh ' if core[2] == '0' else ''}{cardinal(int(core[2:]))}", "year")]
        if _looks_like_year(core):
            following = line.next(index)
            counted = (before in _COUNTED and following.endswith(("s", "people"))) or (
                following in _CROWDS and before.lower() not in _BEFORE_YEARS
            )
            return [Said(cardinal(int(core)) if counted else year(core), "number" if counted else "year")]
    return [Said(number(core), "number")]


def _is_airliner(line: Line, index: int, core: str, before: str) -> bool:
    """a 747 · the 787 Dreamliner."""
    return (
        bool(_AIRLINER.fullmatch(core))
        and before.lower() in ("a", "the")
        and not line.next(index).endswith("s")
    )


def _is_medieval(line: Line, index: int, before: str) -> bool:
    """1066 and the like, which are counts as often."""
    following = line.next(index)
    if line.core(index) == "1066":
        return not following.endswith("s") and following != "people"
    return before.lower() in ("in", "since", "until", "by") and not following.endswith("s")


def _power(core: str) -> Reading | None:
    """10⁶ · 10⁻⁹."""
    match = _POWER.fullmatch(core)
    if not match:
        return None
    exponent = signed(match[2].translate(_RAISED))
    return [Said(f"{number(match[1])} to the power of {exponent}", "number")]


def _points(core: str) -> Reading | None:
    """1.000.000 is a million on the continent, 2.0.1 a version."""
    if _THOUSANDS_POINTS.fullmatch(core):
        return [Said(number(core.replace(".", "")), "number")]
    if _POINTS.fullmatch(core):
        return [Said(" point ".join(number(part) for part in core.split(".")), "number")]
    return None


def _spaced_groups(line: Line, index: int) -> Reading | None:
    """10 000 · 1 234 567: thousands set apart by spaces."""
    groups = [line.core(index)]
    while len(groups) < 5 and len(following := line.next(index)) == 3 and following.isdecimal():
        groups.append(following)
        index += 1
    if len(groups) < 2 or groups[0][0] == "0" or (len(groups) == 2 and groups[1] != "000"):
        return None
    scales = ["", "thousand", "million", "billion", "trillion"][: len(groups)][::-1]
    said = []
    for group, scale in zip(groups, scales, strict=True):
        count = int(group)
        said.append(f"{cardinal(count)} {scale}".strip() if count else "")
    if groups[-1] == "000":
        # The last group of figures that sounds takes its scale; "10 000" shares it between two tokens.
        said[-2:] = [said[-2].rpartition(" ")[0], said[-2].rpartition(" ")[2]] if said[-2] else said[-2:]
    return [Said(say, "number") for say in said]


def _names(core: str, before: str) -> bool:
    """True where the figure behind a capital is a code: a four- or five-figure number with no commas."""
    return len(core) in (4, 5) and (before.isupper() or not core.endswith("00"))


def read_ordinal(line: Line, index: int) -> Reading | None:
    """1st · 22nd · 21st."""
    match = _ORDINAL.fullmatch(line.core(index))
    return [Said(ordinal(int(match[1][:-2].replace(",", ""))), "ordinal")] if match else None


def read_plural(line: Line, index: int) -> Reading | None:
    """1990s · 20s · 65s · 747s."""
    match = _PLURAL.fullmatch(line.core(index))
    if not match:
        return None
    figures = match[1]
    if (len(figures) == 4 and figures[3] == "0") or (
        len(figures) == 2 and figures[1] == "0" and figures != "00"
    ):
        return [Said(decade(figures), "decade")]
    return [Said(plural(identifier(figures)), "number")]


def read_apostrophe_year(line: Line, index: int) -> Reading | None:
    """’89 · '60s."""
    match = _SHORT_YEAR.fullmatch(line.core(index))
    if not match:
        return None
    figures = match[1]
    said = f"oh {cardinal(int(figures))}" if figures[0] == "0" and figures != "00" else cardinal(int(figures))
    if match[2]:
        return [Said(plural(said), "decade")]
    return [Said(said if figures != "00" else "hundred", "year")]
