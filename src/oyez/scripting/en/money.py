"""Money: the sign stands before the figure and is said behind it."""

from __future__ import annotations

import re

from oyez.scripting.en.attributive import stands_before_noun
from oyez.scripting.en.currencies import (
    CODES,
    COUNTED,
    LETTER_SIGNS,
    MAGNITUDES,
    SIGNS,
    TRAILING,
    Currency,
)
from oyez.scripting.en.numbers import NUMBER, cardinal, number, value
from oyez.scripting.en.unit_names import PER
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_money"]

_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_WRITTEN = "|".join(sorted((key for key in MAGNITUDES if len(key) < 5), key=len, reverse=True))
_MONEY = re.compile(
    rf"(?P<minus>[-−–+]?)(?P<sign>{_SIGN})(?P<minus2>[-−–]?)(?P<amount>{NUMBER})(?P<size>(?:{_WRITTEN})?)"
    rf"(?:[-–‑]+(?:{_SIGN})?(?P<upto>{NUMBER})(?P<upsize>(?:{_WRITTEN})?))?(?P<plus>\+?)"
)
_BEHIND = re.compile(
    rf"(?P<amount>{NUMBER})(?P<size>(?:{_WRITTEN})?)(?P<sign>{'|'.join(map(re.escape, TRAILING))})"
)
_CODED = re.compile(rf"(?P<code>[A-Z]{{3}})(?P<amount>{NUMBER})(?P<size>(?:{_WRITTEN})?)")
_AMOUNT = re.compile(rf"(?P<amount>{NUMBER})(?P<size>(?:{_WRITTEN})?)")
_LETTER = re.compile(
    rf"(?P<sign>[{''.join(LETTER_SIGNS)}])(?P<amount>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]{{2}})?|[0-9]+\.[0-9]{{2}}"
    rf"|[0-9]+(?:\.[0-9]+)?)(?P<size>(?:{_WRITTEN})?)(?:[-–‑][{''.join(LETTER_SIGNS)}]?(?P<upto>{NUMBER})"
    rf"(?P<upsize>{_WRITTEN}))?"
)
_LARGE = re.compile(rf"({NUMBER})-(thousand|million|billion|trillion|lakh|crore)")
_VERSION = re.compile(r"[4-9](?:\.[0-9])?")
_PENCE = re.compile(r"([0-9]{1,3}(?:\.[0-9])?)(p|c|¢)")


def read_money(line: Line, index: int) -> Reading | None:
    """$4.5bn · US$4.5 billion · €3-4 billion · £11.44 · 50p · Rs 500 crore · USD 100 · 100€."""
    core = line.core(index)
    if match := _MONEY.fullmatch(core):
        return _signed(line, index, match)
    if (match := _LETTER.fullmatch(core)) and _is_money(match, line.next(index)):
        return _lettered(line, index, match)
    if "/" in core and (reading := _rate(line, index, core)):
        return reading
    if match := _CODED.fullmatch(core):
        return _behind(line, index, CODES[match["code"]], match) if match["code"] in CODES else None
    if match := _BEHIND.fullmatch(core):
        return _behind(line, index, TRAILING[match["sign"]], match)
    if match := _PENCE.fullmatch(core):
        unit = "pence" if match[2] == "p" else "cents"
        return [Said(f"{number(match[1])} {_one(unit) if value(match[1]) == 1 else unit}", "money")]
    if (
        f"{core}$" in SIGNS
        and line.next(index).startswith("$")
        and (match := _MONEY.fullmatch(line.next(index)))
    ):
        return [
            Said("", "currency"),
            *_amount(line, index + 1, SIGNS[f"{core}$"], match["amount"], match["size"]),
        ]
    if _AMOUNT.fullmatch(core):
        return _named_behind(line, index, core)
    if core == "PHP" and _VERSION.fullmatch(line.next(index)):
        return None  # the programming language; an amount of pesos has cents
    if (core in CODES or core in COUNTED) and (match := _AMOUNT.fullmatch(line.next(index, dot=True))):
        said = _behind(line, index + 1, CODES.get(core) or COUNTED[core], match)
        return [Said("", "currency"), *said]
    if core in COUNTED and line.next(index, dot=True)[:1].isdecimal():
        return _glued(COUNTED[core], line.next(index, dot=True))
    return None


def _glued(currency: Currency, amount: str) -> Reading | None:
    """Rs 2,000-crore · Rs 10,000/month: behind an abbreviation that stands alone."""
    if match := _LARGE.fullmatch(amount):
        return [Said("", "currency"), Said(f"{number(match[1])} {match[2]} {currency.one}", "money")]
    plain, _, per = amount.rpartition("/")
    if (match := _AMOUNT.fullmatch(plain)) and per in PER:
        size = f" {MAGNITUDES[match['size']]}" if match["size"] else ""
        return [
            Said("", "currency"),
            Said(f"{number(match['amount'])}{size} {currency.many} per {PER[per]}", "money"),
        ]
    return None


def _named_behind(line: Line, index: int, core: str) -> Reading | None:
    """100 USD · 20 kr."""
    following = line.next(index)
    currency = CODES.get(following) or TRAILING.get(following)
    match = _AMOUNT.fullmatch(core)
    if not currency or not match:
        return None
    size = f" {MAGNITUDES[match['size']]}" if match["size"] else ""
    unit = currency.one if match["amount"] == "1" and not size else currency.many
    return [Said(number(match["amount"]) + size, "money"), Said(unit, "money")]


def _is_money(match: re.Match[str], following: str) -> bool:
    """R2.4m, N500bn, R1,500, R24.50; not R2, P5 or N95."""
    return bool(match["size"] or "," in match["amount"] or "." in match["amount"] or _is_large(following))


def _is_large(following: str) -> bool:
    return len(following) > 4 and following in MAGNITUDES


def _lettered(line: Line, index: int, match: re.Match[str]) -> Reading:
    """An amount behind one letter, or a range of two."""
    currency = LETTER_SIGNS[match["sign"]]
    if not match["upto"]:
        return _behind(line, index, currency, match)
    said = _amount(line, index, currency, match["upto"], match["upsize"])
    low = match["size"]
    start = number(match["amount"]) + (f" {MAGNITUDES[low]}" if low and low != match["upsize"] else "")
    return [Said(f"{start} to {said[0].say}", "money"), *said[1:]]


def _rate(line: Line, index: int, core: str) -> Reading | None:
    """$80/barrel · £12/hr."""
    amount, _, per = core.rpartition("/")
    if not (match := _MONEY.fullmatch(amount)) or per not in PER:
        return None
    said = _signed(line, index, match)
    return [Said(f"{said[0].say} per {PER[per]}", "money")] if len(said) == 1 else None


def _one(unit: str) -> str:
    return {"pence": "penny", "cents": "cent"}[unit]


def _behind(line: Line, index: int, currency: Currency, match: re.Match[str]) -> Reading:
    """A plain amount of a currency that is named apart from the figure."""
    return _amount(line, index, currency, match["amount"], match["size"])


def _signed(line: Line, index: int, match: re.Match[str]) -> Reading:
    """A figure behind a currency sign, or a range of two."""
    currency = SIGNS[match["sign"]]
    code = line.next(index) if match["sign"] == "$" and not line.after(index) else ""
    if code in CODES and not match["upto"]:  # $5m AUD
        return [*_amount(line, index, CODES[code], match["amount"], match["size"]), Said("", "currency")]
    sign = {"": "", "+": "plus "}.get(match["minus"] or match["minus2"], "minus ")
    if not match["upto"] and _shares_magnitude(line, index, match):
        said = [Said(number(match["amount"]), "money")]
    elif not match["upto"]:
        said = _amount(line, index, currency, match["amount"], match["size"])
    else:
        low, high = match["size"], match["upsize"]
        said = _amount(line, index, currency, match["upto"], high)
        start = number(match["amount"]) + (f" {MAGNITUDES[low]}" if low and low != high else "")
        said[0] = Said(f"{start} to {said[0].say}", "money")
    said[0] = Said(sign + said[0].say, "money")
    if match["plus"]:
        said[0] = Said(f"{said[0].say} plus", "money")
    return said


def _shares_magnitude(line: Line, index: int, match: re.Match[str]) -> bool:
    """The 3 of "$3 to $5 million", which counts millions as well."""
    if match["size"] or line.next(index) not in ("to", "or", "and"):
        return False
    other = _MONEY.fullmatch(line.next(index + 1))
    if not other or other["sign"] != match["sign"] or other["upto"]:
        return False
    if line.next(index) == "and" and line.last(index) != "between":
        return False
    return value(match["amount"]) < value(other["amount"]) and bool(
        other["size"] or line.next(index + 2) in MAGNITUDES
    )


def _amount(line: Line, index: int, currency: Currency, amount: str, size: str) -> Reading:
    """Figure, magnitude, currency; a magnitude in the next token takes the currency along."""
    following = line.next(index)
    spelled = (
        MAGNITUDES.get(following)
        if not size and (len(following) > 2 or following in ("bn", "tn", "mn"))
        else None
    )
    if (
        not size
        and (head := following.partition("-")[0]) != following
        and len(head) > 3
        and head in MAGNITUDES
    ):
        return [Said(number(amount), "money"), Said(_in_compound(following, currency), "money")]
    end = index + 1 if spelled else index
    one = stands_before_noun(line, index, end)
    if spelled and line.next(index + 1) == "crore":  # "Rs 1.5 lakh crore"
        return [
            Said(number(amount), "money"),
            Said(spelled, "money"),
            Said(f"crore {currency.many}", "money"),
        ]
    if spelled:
        return [
            Said(number(amount), "money"),
            Said(f"{spelled} {currency.one if one else currency.many}", "money"),
        ]
    if size:
        unit = currency.one if one else currency.many
        return [Said(f"{number(amount)} {MAGNITUDES[size]} {unit}", "money")]
    return [Said(_coins(currency, amount, one), "money")]


def _in_compound(following: str, currency: Currency) -> str:
    """ "$5 million-a-year" names its currency, "€2 million-euro" has it in words already."""
    size, *rest = following.split("-")
    if rest[0] in (currency.one, currency.many):
        return " ".join([size, *rest])
    return " ".join([size, currency.many if rest[0] == "plus" else currency.one, *rest])


def _coins(currency: Currency, amount: str, one: bool) -> str:
    """Whole and hundredths: "eleven pounds and forty four pence"."""
    whole, _, part = amount.replace(",", "").partition(".")
    single = one or (bool(whole) and len(whole) < 3 and int(whole) == 1 and not part.strip("0"))
    unit = currency.one if single else currency.many
    if len(part) != 2 or not currency.cents or len(whole) > 15:
        return f"{number(amount)} {unit}"
    count = int(part)
    coins = currency.cent if count == 1 or one else currency.cents
    if not count:
        return f"{number(whole or '0')} {unit}"
    if not whole.strip("0"):
        return f"{cardinal(count)} {coins}"
    unit = currency.one if int(whole) == 1 or one else currency.many
    return f"{cardinal(int(whole))} {unit} and {cardinal(count)} {coins}"
