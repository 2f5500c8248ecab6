"""Money: "19,99 Euro" is said "neunzehn Euro neunundneunzig"; a sign before the figure is said behind it."""

from __future__ import annotations

import re

from oyez.scripting.de.numbers import NUMBER, cardinal, joined, number, value
from oyez.scripting.de.unit_names import CENTS, CURRENCIES, MAGNITUDES, SIGNS
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_currency", "read_money", "said_currency"]

_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_BEFORE = re.compile(rf"(?P<sign>{_SIGN})(?P<amount>{NUMBER})(?:[-–‑](?P<upto>{NUMBER}))?")
_BEHIND = re.compile(rf"(?P<amount>{NUMBER})(?:[-–‑](?P<upto>{NUMBER}))?(?P<sign>{_SIGN})")
_AMOUNT = re.compile(rf"(?P<amount>{NUMBER})(?:[-–‑](?P<upto>{NUMBER}))?")
_PRICE = re.compile(r"([0-9.]+),([0-9]{2})")
_MINUS = "-−–"


def said_currency(sign: str) -> str:
    """The words of a sign or code; a name says itself."""
    return SIGNS.get(sign, sign).replace("US-", "U S ").replace("D-", "D ")


def read_money(line: Line, index: int) -> Reading | None:
    """4,5 Mrd. € · 19,99 Euro · $75 · 50€ · EUR 250 · 1 Cent · $1,5 Mrd."""
    core = line.core(index)
    minus = "minus " if core[0] in _MINUS and len(core) > 1 else ""
    plain = core[1:] if minus else core
    if match := _BEFORE.fullmatch(plain):
        return _prefixed(line, index, match, minus)
    if match := _BEHIND.fullmatch(plain):
        amount, name = _amount(match["amount"], match["upto"], match["sign"])
        return [Said(f"{minus}{amount} {name}", "money")]
    match = _AMOUNT.fullmatch(plain)
    following = line.next(index, dot=True)
    if match and following in CURRENCIES and not (line.dotted(index) and following not in SIGNS):
        amount, name = _amount(match["amount"], match["upto"], following)
        return [Said(minus + amount, "money"), Said(name, "money")]
    return None


def read_currency(line: Line, index: int) -> Reading | None:
    """EUR 250 · € 20 · a sign that stands alone."""
    core = line.core(index)
    if core not in SIGNS:
        return None
    following = line.next(index, dot=True)
    if (match := _AMOUNT.fullmatch(following)) and line.last(index)[:1].isdigit() is False:
        amount, name = _amount(match["amount"], match["upto"], core)
        if (size := line.next(index + 1)) in MAGNITUDES:
            return [Said("", "currency"), *_sized(match, size, core)]
        return [Said("", "currency"), Said(f"{amount} {name}", "money")]
    if len(core) > 1 and core.isalpha() and core.islower() and not line.last(index)[:1].isdigit():
        return None
    return [Said(said_currency(core), "currency")]


def _prefixed(line: Line, index: int, match: re.Match[str], minus: str) -> Reading:
    """$75 · $1,5 Mrd."""
    if (size := line.next(index)) in MAGNITUDES:
        first, second = _sized(match, size, match["sign"])
        return [Said(minus + first.say, "money"), second]
    amount, name = _amount(match["amount"], match["upto"], match["sign"])
    return [Said(f"{minus}{amount} {name}", "money")]


def _sized(match: re.Match[str], size: str, sign: str) -> tuple[Said, Said]:
    """A figure and its magnitude, which says the currency too."""
    one = not match["upto"] and value(match["amount"]) == 1 and "," not in match["amount"]
    figure = "eine" if one else _figures(match["amount"], match["upto"])
    return Said(figure, "money"), Said(
        f"{MAGNITUDES[size][0 if one else 1]} {said_currency(sign)}", "currency"
    )


def _figures(amount: str, upto: str | None) -> str:
    return f"{number(amount)} bis {number(upto)}" if upto else number(amount, before_noun=True)


def _amount(amount: str, upto: str | None, sign: str) -> tuple[str, str]:
    """What the figure says, and what its currency says: ("neunzehn", "Euro neunundneunzig")."""
    name = said_currency(sign)
    price = _PRICE.fullmatch(amount)
    if not price or upto or sign not in CENTS:
        return _figures(amount, upto), name
    whole, cents = int(price[1].replace(".", "")), int(price[2])
    if not whole and cents:
        return joined(cents), "Cent"
    return joined(whole), f"{name} {cardinal(cents)}" if cents else name
