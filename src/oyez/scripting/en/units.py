"""Quantities: a figure, a range or a fraction with its unit."""

from __future__ import annotations

import re

from oyez.scripting.en.attributive import stands_before_noun
from oyez.scripting.en.currencies import MAGNITUDES
from oyez.scripting.en.fractions import FRACTIONS, with_fraction
from oyez.scripting.en.numbers import NUMBER, number, signed, value
from oyez.scripting.en.unit_names import APART, PER, UNITS
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_bearing", "read_feet_and_inches", "read_product", "read_quantity"]

_FRACTION = "".join(FRACTIONS)
_QUANTITY = re.compile(
    rf"(?P<sign>\+/[-−–]|[-−–+±~<>≤≥]?=?)(?P<amount>{NUMBER})(?P<fraction>[{_FRACTION}]?)"
    rf"(?:(?:%|°?[CF]?|k?m|k|bn|kg|cm|ft)[-–‑](?P<upto>{NUMBER})(?P<upfraction>[{_FRACTION}]?))?"
    r"(?P<unit>[^0-9\s.,][^\s.,]*)?"
)
_FEET = re.compile(
    r"([0-9]{1,2})(?:['’′]|ft)([0-9]{1,2}(?:\.[0-9])?)(?:[\"”″]|''|in)?|([0-9]{1,2})ft-([0-9]{1,2})in"
)
_PRODUCT = re.compile(
    rf"({NUMBER})([a-z]{{1,2}})?[x×]({NUMBER})([a-z]{{1,2}})?(?:[x×]({NUMBER})([a-z]{{1,2}})?)?"
)
_ANY_SIGN = {
    "±": "plus or minus ",
    "+/-": "plus or minus ",
    "+/−": "plus or minus ",
    "+/–": "plus or minus ",
    "~": "about ",
    "<": "less than ",
    ">": "more than ",
    "≤": "at most ",
    "≥": "at least ",
}
_SHORT_MAGNITUDES = frozenset({"bn", "tn", "mn", "trn", "mln"})
_PLURAL = re.compile(r"[a-z]{3,}s|people|women|men|children")
_SQUARE = {"sq": "square", "cu": "cubic", "square": "square", "cubic": "cubic"}

# Behind "100m" these say that the m is a metre; else a figure below a thousand with an m counts millions.
_METRES = frozenset(
    "long tall high wide deep away race sprint hurdles freestyle final relay butterfly backstroke "
    "breaststroke dash run medley heats semi-final champion runner swim hurdler sprinter above "
    "below from apart thick across north south east west off ahead behind behind underwater world "
    "waves swell ridge crane tower wall fence fall drop depth height pool stretch section track "
    "telescope statue tunnel yacht tall-ship".split()
)
_TRACK = frozenset({"50", "60", "100", "110", "200", "400", "800", "1500", "3000", "5000", "10000"})
_RUN_BY = frozenset({"a", "the", "men's", "women's", "men’s", "women’s", "his", "her"})
_COUNTING_CAPITALS = frozenset("MBT")  # a letter behind a figure that names something as often: Gate 4B
_WARMTH = frozenset(
    "temperature temperatures degrees heat cold warm hot high highs low lows mercury weather warming".split()
)
_PLACES = frozenset(
    "gate room flat seat row block unit class platform apartment apt grade group pool section terminal form "
    "stand court bay exit door hangar wing pier lane zone category tier area site cell year appendix exhibit "
    "figure fig table question phase schedule bus route line article art rule type model building car studio "
    "chapter annex reg regulation sched stage part level berth suite plot lot".split()
)
_ELECTRIC = frozenset(
    "fuse fuses current socket sockets plug plugs charger circuit breaker battery cable".split()
)
_EXTENTS = frozenset(
    "waves wave depth depths height heights swell swells length width distance surge".split()
)
_IN_COMPOUNDS = frozenset("min m in t l g".split())
_COVERED = frozenset(
    "ran runs run swam swim jumped leapt leaped threw throw dived dug climbed walked sank fell".split()
)
_BEFORE_MILLIONS = frozenset({"strong", "plus", "odd", "dollar", "euro", "pound"})
_COUNTABLE = frozenset("people users jobs homes barrels tonnes customers voters followers views".split())


def read_quantity(line: Line, index: int) -> Reading | None:
    """12kg · 40 sq km · 10-15 cm · 60-65% · -5C · 3½ · 2.5m · 50bps · 120km/h."""
    match = _QUANTITY.fullmatch(line.core(index))
    if not match:
        return None
    unit = match["unit"] or ""
    if unit.startswith(("-", "–")) or (unit == "s" and match["upto"]):
        return None  # 18-24s: people of that age
    if not unit and not match["upto"]:
        return _apart(line, index, match)
    if not unit and match["upto"]:
        return _apart(line, index, match) if _unit_apart(line, index) else None
    if unit in "CFABKbk" and line.last(index, dot=True).lower() in _PLACES:
        return None
    if unit == "A" and _ELECTRIC.isdisjoint(line.cores):
        return None  # Junction 15A, s 8A
    if unit in _COUNTING_CAPITALS and not line.next(index).islower():
        return None
    if line.core(index) == "3M" and line.next(index) not in _COUNTABLE:
        return None  # the company
    said = _unit(line, index, index, unit, match)
    return [Said(f"{_amount(match)} {said}", "unit")] if said else None


def _amount(match: re.Match[str]) -> str:
    """The figure, or both figures of a range."""
    sign = match["sign"].rstrip("=")
    amount, fraction = match["amount"], match["fraction"]
    if sign in ("", "-", "−", "–", "+"):
        said = with_fraction(signed(sign + amount), fraction)
    else:
        said = _ANY_SIGN[sign] + with_fraction(number(amount), fraction)
    if match["upto"]:
        said += f" to {with_fraction(number(match['upto']), match['upfraction'])}"
    return said


def _unit(line: Line, start: int, end: int, unit: str, match: re.Match[str]) -> str | None:
    """The unit's words, one or many by the figure and by what follows; None where it is no unit."""
    base, slash, per = (unit, "", "") if unit in UNITS else unit.partition("/")
    plus = base.endswith("+")
    base = base.removesuffix("+")
    if slash and per not in PER:
        return None
    if base == "m" and not slash and start == end and _counts_millions(line, end, match):
        return "million" + (" plus" if plus else "")
    if base not in UNITS:
        return None
    one, many = UNITS[base]
    single = (
        not match["upto"]
        and not match["fraction"]
        and value(match["amount"]) == 1
        and "." not in match["amount"]
    )
    said = (
        one
        if single
        or (
            (len(base) > 1 or base == "m")
            and (base != "ft" or line.compound)
            and stands_before_noun(line, start, end)
        )
        else many
    )
    if slash:
        said += f" per {PER[per]}"
    return _spelled(said, line.american) + (" plus" if plus else "")


def _counts_millions(line: Line, index: int, match: re.Match[str]) -> bool:
    """Whether an m means millions: 2.5m people, but 1,200m long and the 100m final."""
    amount, following = match["amount"], line.next(index)
    last = line.last(index).lower()
    if last in _COVERED or (last == "of" and line.core(index - 2).lower() in _EXTENTS):
        return bool(following) and following in _COUNTABLE
    if "," in amount or following in _METRES or (line.compound and following) or following.startswith("("):
        return following in _BEFORE_MILLIONS
    return not (amount in _TRACK and (not following or line.last(index).lower() in _RUN_BY))


def _unit_apart(line: Line, index: int) -> str:
    """The unit in the next token, or ""."""
    following = line.next(index)
    if line.compound and following in _IN_COMPOUNDS and index + 2 == len(line.cores):
        return following  # a 30-min delay, a 12-in pizza
    if following in _SQUARE and line.next(index + 1) in UNITS:
        return following
    if following in ("C", "F") and not _WARMTH.isdisjoint(word.lower() for word in line.cores):
        return following
    if following in ("pp", "bp") and len(line.core(index).lstrip("+-−")) < 4:
        return following  # points; a book of 1,240 pp is longer
    base, slash, per = following.partition("/")
    return (
        following if following in APART or base in APART or (slash and base in UNITS and per in PER) else ""
    )


def _apart(line: Line, index: int, match: re.Match[str]) -> Reading | None:
    """A figure with its unit in the next token, or without one."""
    following = _unit_apart(line, index)
    said = Said(_amount(match), "number" if not match["fraction"] else "fraction")
    if following in _SQUARE:
        unit = _unit(line, index, index + 2, line.core(index + 2), match)
        return [said, Said(_SQUARE[following], "unit"), Said(unit or "", "unit")]
    if line.next(index) == "m" and "." in match["amount"] and _PLURAL.fullmatch(line.next(index + 1)):
        return [said, Said("million", "number")]  # 3.2 m litres
    if line.next(index) in _SHORT_MAGNITUDES:
        return [said, Said(MAGNITUDES[line.next(index)], "number")]
    if (
        following
        and (following not in MAGNITUDES or line.compound)
        and (unit := _unit(line, index, index + 1, following, match))
    ):
        return [said, Said(unit, "unit")]
    return [said] if match["sign"] or match["fraction"] else None


def read_feet_and_inches(line: Line, index: int) -> Reading | None:
    """6ft2in · 5'10"."""
    match = _FEET.fullmatch(line.core(index))
    if not match:
        return None
    feet, inches = match[1] or match[3], match[2] or match[4]
    return [Said(f"{number(feet)} foot {number(inches)}", "unit")]


_BEARING = re.compile(r"([0-9]{1,3})°([0-9]{1,2})['’′](?:([0-9]{1,2}(?:\.[0-9]+)?)(?:[\"”″]|''))?([NSEW]?)")
_WAYS = {"": "", "N": " north", "S": " south", "E": " east", "W": " west"}


def read_bearing(line: Line, index: int) -> Reading | None:
    """51°30'N."""
    match = _BEARING.fullmatch(line.core(index)) if "°" in line.core(index) else None
    if not match:
        return None
    said = f"{number(match[1])} degrees {number(match[2])} minutes"
    return [Said(f"{said}{f' {number(match[3])} seconds' if match[3] else ''}{_WAYS[match[4]]}", "unit")]


def read_product(line: Line, index: int) -> Reading | None:
    """4x4 · 4x100m · 10cm×15cm."""
    core = line.core(index)
    if "x" not in core and "×" not in core:
        return None
    match = _PRODUCT.fullmatch(core)
    if not match:
        return None
    said = []
    for amount, unit in zip(match.groups()[::2], match.groups()[1::2], strict=True):
        if amount is None:
            continue
        if unit and unit not in UNITS:
            return None
        said.append(
            number(amount)
            + (f" {_spelled(UNITS[unit][0 if unit == 'm' else 1], line.american)}" if unit else "")
        )
    return [Said(" by ".join(said), "unit")]


def _spelled(said: str, american: bool) -> str:
    return said.replace("metre", "meter").replace("litre", "liter") if american else said
