"""Numbers as German words: cardinals, ordinals, decimals, digits, years, decades."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["NUMBER", "cardinal", "decade", "digits", "joined", "number", "ordinal", "signed", "value", "year"]

# 12.345,6 · 12'345 (Swiss) · 7 · 0,25
NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?:['’][0-9]{3})+|[0-9]+)(?:,[0-9]+)?"

_ONES = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
).split()
_DIGITS = ["null", "eins", *_ONES[2:10]]
_TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_LARGE = [
    ("Million", "Millionen"),
    ("Milliarde", "Milliarden"),
    ("Billion", "Billionen"),
    ("Billiarde", "Billiarden"),
]
_ORDINALS = {"ein": "erst", "drei": "dritt", "sieben": "siebt", "acht": "acht"}
_LONGEST = 18  # digits that have a name a listener can follow; longer ones are codes


def _below_thousand(count: int) -> str:
    """Written in one word; ends in "ein" where a count ends in one, as before a noun."""
    hundreds, rest = divmod(count, 100)
    said = f"{_ONES[hundreds]}hundert" if hundreds else ""
    if rest < 20:
        return said + (_ONES[rest] if rest or not hundreds else "")
    tens, ones = divmod(rest, 10)
    return said + (f"{_ONES[ones]}und" if ones else "") + _TENS[tens]


def _below_million(count: int) -> str:
    thousands, rest = divmod(count, 1000)
    said = f"{_below_thousand(thousands)}tausend" if thousands else ""
    return said + (_below_thousand(rest) if rest or not thousands else "")


@lru_cache(maxsize=4096)
def joined(count: int) -> str:
    """A whole number as the first part of a word, or before a noun: ein, hundert, dreitausend.

    >>> joined(1), joined(100), joined(150), joined(1_000), joined(21_000)
    ('ein', 'hundert', 'einhundertfünfzig', 'tausend', 'einundzwanzigtausend')
    """
    if count >= 1_000_000:
        return cardinal(count)
    if count in (100, 1000, 100_000):  # a bare hundred or thousand needs no "ein"
        return _below_million(count).removeprefix("ein")
    return _below_million(count)


@lru_cache(maxsize=4096)
def cardinal(count: int) -> str:
    """A whole number below 10^18, as it is counted.

    >>> cardinal(1), cardinal(101), cardinal(2_345_000)
    ('eins', 'einhunderteins', 'zwei Millionen dreihundertfünfundvierzigtausend')
    >>> cardinal(66_316), cardinal(1_000_001)
    ('sechsundsechzigtausenddreihundertsechzehn', 'eine Million eins')
    """
    rest, scales = count % 1_000_000, count // 1_000_000
    if not scales:
        said = joined(count)
        return f"{said}s" if count % 100 == 1 else said
    parts = [cardinal(rest)] if rest else []
    for one, many in _LARGE:
        scales, group = divmod(scales, 1000)
        if group:
            parts.append(f"eine {one}" if group == 1 else f"{_below_thousand(group)} {many}")
    return " ".join(reversed(parts))


@lru_cache(maxsize=2048)
def ordinal(count: int, ending: str = "e") -> str:
    """The ordinal of a whole number with its ending: e, en, er, es or em.

    >>> ordinal(1), ordinal(3, "en"), ordinal(7, "er"), ordinal(20), ordinal(101, "en")
    ('erste', 'dritten', 'siebter', 'zwanzigste', 'einhundertersten')
    """
    rest = count % 100
    if 0 < rest < 20:
        last = _ONES[rest]
        head = joined(count)[: -len(last)]
        return head + _ORDINALS.get(last, f"{last}t") + ending
    return f"{joined(count)}{'t' if not count else 'st'}{ending}"


def digits(text: str) -> str:
    """Figure by figure.

    >>> digits("030")
    'null drei null'
    """
    return " ".join(_DIGITS[int(figure)] for figure in text if figure in "0123456789")


def _whole(text: str) -> str:
    return text.replace(".", "").replace("'", "").replace("’", "")


def number(text: str, *, before_noun: bool = False) -> str:
    """A figure with or without points and a comma, read as a quantity; its decimals figure by figure.

    >>> number("1.200,60"), number("0,25"), number("007"), number("1", before_noun=True)
    ('eintausendzweihundert Komma sechs null', 'null Komma zwei fünf', 'null null sieben', 'ein')
    """
    whole, comma, decimals = _whole(text).partition(",")
    if len(whole) > _LONGEST or (len(whole) > 1 and whole[0] == "0"):
        said = digits(whole)
    elif before_noun and not comma and int(whole) == 1:
        said = "ein"
    else:
        said = cardinal(int(whole))
    return f"{said} Komma {digits(decimals)}" if comma else said


def signed(text: str) -> str:
    """A figure with an optional sign.

    >>> signed("-5"), signed("+0,4")
    ('minus fünf', 'plus null Komma vier')
    """
    if text[0] in "-−–":
        return f"minus {number(text[1:])}"
    return f"plus {number(text[1:])}" if text[0] == "+" else number(text)


def value(text: str) -> float:
    """The number that a figure stands for; only its being one matters, so its size is capped."""
    return float(_whole(text.lstrip("+-−–")).replace(",", ".")[:40])


def year(text: str) -> str:
    """Four figures as a year: in hundreds until 1999.

    >>> year("1989"), year("2024"), year("1066"), year("1100")
    ('neunzehnhundertneunundachtzig', 'zweitausendvierundzwanzig', 'tausendsechsundsechzig', 'elfhundert')
    """
    count = int(text)
    if not 1100 <= count < 2000:
        said = cardinal(count)
        return said.removeprefix("ein") if 1000 < count < 1100 else said
    century, rest = divmod(count, 100)
    return f"{_ONES[century]}hundert{cardinal(rest) if rest else ''}"


def decade(text: str) -> str:
    """The years of a decade, without their noun.

    >>> decade("1990"), decade("90"), decade("68"), decade("2000")
    ('neunzehnhundertneunziger', 'neunziger', 'achtundsechziger', 'zweitausender')
    """
    return f"{year(text) if len(text) == 4 else cardinal(int(text))}er"
