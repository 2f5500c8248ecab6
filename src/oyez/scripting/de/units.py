"""Quantities: a figure, a range or a sign with its unit."""

from __future__ import annotations

import re

from oyez.scripting.de.figures import read_figure
from oyez.scripting.de.money import said_currency
from oyez.scripting.de.numbers import NUMBER, number, signed, value
from oyez.scripting.de.unit_names import CURRENCIES, MAGNITUDES, PER, UNITS
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_quantity", "read_unit", "said_unit"]

_GLUED = re.compile(
    rf"(?P<amount>[-−–+]?(?:{NUMBER}))(?:[-–‑](?P<upto>{NUMBER}))?(?P<unit>[^0-9\s.,:-][^\s.,:-]*)"
)
_AMOUNT = re.compile(rf"(?P<amount>[-−–+<>~±≤≥]?(?:{NUMBER}))(?:[-–‑](?P<upto>{NUMBER}))?")
# A letter that stands apart behind a figure is its unit only where no name follows: "Artikel 5 V Absatz".
_LETTERS = frozenset("VKWs")
_RELAY = re.compile(r"[0-9]{1,3}[x×][0-9.]{1,6}")  # "4x400-m-Lauf"
_KNOWN_ALONE = frozenset(
    "kWh MWh GWh TWh MW GW kW km cm mm kg km² m² m³ °C hPa Mbit dB kHz MHz GHz Hz".split()
)


def read_quantity(line: Line, index: int) -> Reading | None:
    """12kg · 130 km/h · 10-15 cm · -5 °C · 1 t · 3 Mio. · 80 €/t · 12 Std."""
    core = line.core(index)
    if match := _AMOUNT.fullmatch(core):
        return _apart(line, index, match)
    match = _GLUED.fullmatch(core)
    if not match:
        return None
    if match["unit"] in MAGNITUDES:
        return [Said(_sized(match, match["unit"]), "abbreviation")]
    said = said_unit(match["unit"], _is_one(match))
    if not said or (len(match["unit"]) == 1 and match["unit"] in "KVWs"):
        return None
    return [Said(f"{_amount(line, index, match, match['unit'])} {said}", "unit")]


def read_unit(line: Line, index: int) -> Reading | None:
    """km/h · m² · kWh without a figure, or behind "zwölf"."""
    core = line.core(index)
    if core in UNITS and _RELAY.fullmatch(line.last(index)):
        return [Said(UNITS[core][2], "unit")]
    if core in _KNOWN_ALONE or "/" in core:
        said = said_unit(core, one=False)
        return [Said(said, "unit")] if said else None
    return None


def said_unit(unit: str, one: bool) -> str | None:
    """The words of a unit or a rate; None where it is none.

    >>> said_unit("km/h", False), said_unit("t", True), said_unit("€/MWh", False)
    ('Kilometer pro Stunde', 'Tonne', 'Euro pro Megawattstunde')
    """
    base, slash, per = unit.partition("/")
    if slash and per not in PER:
        return None
    if base in UNITS:
        said = UNITS[base][1 if one else 2]
    elif slash and (base in CURRENCIES or base == "Cent"):
        said = said_currency(base)
    else:
        return None
    return f"{said} pro {PER[per]}" if slash else said


def _is_one(match: re.Match[str]) -> bool:
    return not match["upto"] and match["amount"] == "1"


def _amount(line: Line, index: int, match: re.Match[str], unit: str) -> str:
    """The figure, or both figures of a range; one takes the gender of its unit."""
    if match["upto"]:
        return f"{signed(match['amount'])} bis {number(match['upto'])}"
    if _is_one(match):
        return UNITS.get(unit.partition("/")[0], ("ein",))[0]
    if match["amount"][0] in "<>~±≤≥" and (reading := read_figure(line, index)):
        return reading[0].say
    return signed(match["amount"])


def _sized(match: re.Match[str], size: str) -> str:
    one = not match["upto"] and match["amount"] == "1" and size != "Tsd"
    figure = "eine" if one else f"{signed(match['amount'])}"
    if match["upto"]:
        figure += f" bis {number(match['upto'])}"
    return f"{figure} {MAGNITUDES[size][0 if one else 1]}"


def _apart(line: Line, index: int, match: re.Match[str]) -> Reading | None:
    """A figure with its unit or magnitude in the next token."""
    unit = line.next(index)
    if unit in MAGNITUDES:
        if unit == "Tsd" and "," not in match["amount"] and not match["upto"]:
            # "500 Tsd." is one word: fünfhunderttausend.
            whole = match["amount"].isdigit() and value(match["amount"]) < 1000
            return (
                [Said(number(f"{match['amount']}000"), "number"), Said("", "abbreviation")] if whole else None
            )
        figure, _, name = _sized(match, unit).rpartition(" ")
        return [Said(figure, "number"), Said(name, "abbreviation")]
    if unit in _LETTERS and line.next(index + 1)[:1].isupper():
        return None
    said = said_unit(unit, _is_one(match))
    if not said or (unit == "h" and line.dotted(index + 1) and not line.ends(index + 1)):
        return None
    return [Said(_amount(line, index, match, unit), "unit"), Said(said, "unit")]
