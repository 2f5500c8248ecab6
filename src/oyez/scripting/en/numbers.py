"""Numbers as words: cardinals, ordinals, decimals, digits, years, decades."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = [
    "NUMBER",
    "cardinal",
    "decade",
    "digits",
    "identifier",
    "number",
    "ordinal",
    "plural",
    "signed",
    "value",
    "year",
]

# 12,345.6 · 1,00,000 (Indian grouping) · 7 · .5 · 1,5 (a decimal comma)
NUMBER = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?"
    r"|\.[0-9]+|[0-9]+,[0-9]{1,2}"
)

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = " thousand million billion trillion quadrillion quintillion".split(" ")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LONGEST = 18  # digits that have a name a listener can follow; longer ones are codes

_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}")


@lru_cache(maxsize=4096)
def cardinal(count: int) -> str:
    """A whole number below 10^21.

    >>> cardinal(12_345), cardinal(1_000_005)
    ('twelve thousand three hundred forty five', 'one million five')
    """
    if count < 20:
        return _ONES[count]
    if count < 100:
        tens, ones = divmod(count, 10)
        return _TENS[tens] + (f" {_ONES[ones]}" if ones else "")
    if count < 1000:
        hundreds, rest = divmod(count, 100)
        return f"{_ONES[hundreds]} hundred" + (f" {cardinal(rest)}" if rest else "")
    parts = []
    for scale in _SCALES:
        count, group = divmod(count, 1000)
        if group:
            parts.append(f"{cardinal(group)} {scale}".rstrip())
    return " ".join(reversed(parts))


def ordinal(count: int) -> str:
    """The ordinal of a whole number.

    >>> ordinal(22), ordinal(112), ordinal(30)
    ('twenty second', 'one hundred twelfth', 'thirtieth')
    """
    head, _, last = cardinal(count).rpartition(" ")
    regular = last[:-1] + "ieth" if last.endswith("y") else last + "th"
    return f"{head} {_ORDINALS.get(last, regular)}".lstrip()


def digits(text: str, zero: str = "zero") -> str:
    """Figure by figure.

    >>> digits("0958")
    'zero nine five eight'
    """
    return " ".join(
        zero if figure == "0" else _ONES[int(figure)] for figure in text if figure in "0123456789"
    )


def number(text: str) -> str:
    """A figure with or without thousands commas and decimals, read as a quantity.

    >>> number("12,345.60"), number(".5"), number("007")
    ('twelve thousand three hundred forty five point six zero', 'point five', 'zero zero seven')
    """
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    whole, point, decimals = text.replace(",", "").partition(".")
    if len(whole) > _LONGEST or (len(whole) > 1 and whole[0] == "0"):
        said = digits(whole)
    else:
        said = cardinal(int(whole)) if whole else ""
    return f"{said} point {digits(decimals)}".lstrip() if point else said


def signed(text: str) -> str:
    """A figure with an optional sign.

    >>> signed("-5"), signed("+0.4")
    ('minus five', 'plus zero point four')
    """
    if text[0] in "-−–":
        return f"minus {number(text[1:])}"
    return f"plus {number(text[1:])}" if text[0] == "+" else number(text)


def value(text: str) -> float:
    """The number that a figure stands for; only its being one matters, so its size is capped."""
    return float(text.lstrip("+-−–").replace(",", "")[:40])


def year(text: str) -> str:
    """Four figures read in pairs, as years and many names of things are.

    >>> year("1905"), year("2000"), year("2009"), year("2017")
    ('nineteen oh five', 'two thousand', 'two thousand nine', 'twenty seventeen')
    >>> year("1800"), year("2231")
    ('eighteen hundred', 'twenty two thirty one')
    """
    century, rest = int(text[:2]), int(text[2:])
    if text[1:3] == "00":
        return cardinal(int(text))
    if not rest:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def decade(text: str) -> str:
    """The years of a decade or century, without the s.

    >>> decade("1990"), decade("60"), decade("1800"), decade("2000")
    ('nineteen nineties', 'sixties', 'eighteen hundreds', 'two thousands')
    """
    return plural(year(text) if len(text) == 4 else cardinal(int(text)))


def plural(said: str) -> str:
    """The plural of a number word.

    >>> plural("fifty two"), plural("sixty"), plural("six")
    ('fifty twos', 'sixties', 'sixes')
    """
    if said.endswith("y"):
        return said[:-1] + "ies"
    return said + ("es" if said.endswith("x") else "s")


def identifier(text: str) -> str:
    """A number that names something: a room, a flight, a model. Read in hundreds and pairs.

    >>> identifier("370"), identifier("101"), identifier("400"), identifier("90210"), identifier("1234")
    ('three seventy', 'one oh one', 'four hundred', 'nine oh two one oh', 'twelve thirty four')
    """
    if text[0] == "0" and len(text) > 1:
        return digits(text)
    if len(text) == 3:
        head, rest = text[0], int(text[1:])
        if not rest:
            return f"{digits(head)} hundred"
        return f"{digits(head)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"
    if len(text) == 4:
        return year(text)
    return cardinal(int(text)) if len(text) < 3 else digits(text, "oh")
