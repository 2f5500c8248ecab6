"""Currencies by sign, by ISO 4217 code and by abbreviation; magnitudes as newspapers write them."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CODES", "COUNTED", "MAGNITUDES", "SIGNS", "TRAILING", "Currency"]


class Currency(NamedTuple):
    """The words for one and for many of a currency and of its hundredth ("" where nobody counts in it)."""

    one: str
    many: str
    cent: str = ""
    cents: str = ""


def _dollar(name: str = "") -> Currency:
    return Currency(f"{name} dollar".strip(), f"{name} dollars".strip(), "cent", "cents")


_POUND = Currency("pound", "pounds", "penny", "pence")
_EURO = Currency("euro", "euros", "cent", "cents")
_YEN = Currency("yen", "yen")
_YUAN = Currency("yuan", "yuan")
_RUPEE = Currency("rupee", "rupees", "paisa", "paise")
_WON = Currency("won", "won")
_FRANC = Currency("Swiss franc", "Swiss francs", "centime", "centimes")
_RAND = Currency("rand", "rand", "cent", "cents")
_REAL = Currency("real", "reais")
_RINGGIT = Currency("ringgit", "ringgit")
_RUPIAH = Currency("rupiah", "rupiah")

SIGNS = {
    "$": _dollar(),
    "US$": _dollar("U S"),
    "U.S.$": _dollar("U S"),
    "HK$": _dollar("Hong Kong"),
    "A$": _dollar("Australian"),
    "AU$": _dollar("Australian"),
    "C$": _dollar("Canadian"),
    "CA$": _dollar("Canadian"),
    "S$": _dollar("Singapore"),
    "NZ$": _dollar("New Zealand"),
    "NT$": _dollar("New Taiwan"),
    "J$": _dollar("Jamaican"),
    "Z$": _dollar("Zimbabwe"),
    "R$": _REAL,
    "£": _POUND,
    "E£": Currency("Egyptian pound", "Egyptian pounds"),
    "€": _EURO,
    "¥": _YEN,
    "￥": _YEN,
    "CN¥": _YUAN,
    "RMB¥": _YUAN,
    "₩": _WON,
    "₹": _RUPEE,
    "₽": Currency("rouble", "roubles"),
    "₺": Currency("lira", "lira"),
    "₪": Currency("shekel", "shekels"),
    "₦": Currency("naira", "naira"),
    "฿": Currency("baht", "baht"),
    "₫": Currency("dong", "dong"),
    "₱": Currency("peso", "pesos"),
    "₴": Currency("hryvnia", "hryvnias"),
    "₵": Currency("cedi", "cedis"),
    "¢": Currency("cent", "cents"),
    "Rs": _RUPEE,
    "Rs.": _RUPEE,
    "RM": _RINGGIT,
    "Rp": _RUPIAH,
    "CHF": _FRANC,
    "RMB": _YUAN,
}

CODES = {
    "USD": _dollar("U S"),
    "HKD": _dollar("Hong Kong"),
    "AUD": _dollar("Australian"),
    "CAD": _dollar("Canadian"),
    "SGD": _dollar("Singapore"),
    "NZD": _dollar("New Zealand"),
    "TWD": _dollar("New Taiwan"),
    "GBP": _POUND,
    "EUR": _EURO,
    "JPY": _YEN,
    "CNY": _YUAN,
    "RMB": _YUAN,
    "INR": _RUPEE,
    "PKR": Currency("Pakistani rupee", "Pakistani rupees"),
    "KRW": _WON,
    "CHF": _FRANC,
    "ZAR": _RAND,
    "BRL": _REAL,
    "MYR": _RINGGIT,
    "IDR": _RUPIAH,
    "AED": Currency("dirham", "dirhams"),
    "SAR": Currency("Saudi riyal", "Saudi riyals"),
    "RUB": Currency("rouble", "roubles"),
    "SEK": Currency("Swedish krona", "Swedish kronor"),
    "NOK": Currency("Norwegian krone", "Norwegian kroner"),
    "DKK": Currency("Danish krone", "Danish kroner"),
    "PLN": Currency("zloty", "zlotys"),
    "TRY": Currency("lira", "lira"),
    "THB": Currency("baht", "baht"),
    "MXN": Currency("Mexican peso", "Mexican pesos"),
    "NGN": Currency("naira", "naira"),
    "KES": Currency("Kenyan shilling", "Kenyan shillings"),
}

# Abbreviations that stand before the figure, a space between.
COUNTED = {
    "Rs": _RUPEE,
    "Re": _RUPEE,
    "RM": _RINGGIT,
    "Rp": _RUPIAH,
    "US$": _dollar("U S"),
    "HK$": _dollar("Hong Kong"),
}

# Signs and abbreviations that stand behind the figure on the continent.
TRAILING = {sign: SIGNS[sign] for sign in "€£$¥₽₹₩₺₴₫¢"} | {
    "zł": Currency("zloty", "zlotys"),
    "kr": Currency("krone", "kroner"),
}

MAGNITUDES = {
    "k": "thousand",
    "K": "thousand",
    "m": "million",
    "M": "million",
    "mn": "million",
    "mln": "million",
    "MM": "million",
    "b": "billion",
    "B": "billion",
    "bn": "billion",
    "Bn": "billion",
    "bln": "billion",
    "t": "trillion",
    "T": "trillion",
    "tn": "trillion",
    "trn": "trillion",
    "cr": "crore",
    "hundred": "hundred",
    "thousand": "thousand",
    "million": "million",
    "billion": "billion",
    "trillion": "trillion",
    "quadrillion": "quadrillion",
    "crore": "crore",
    "lakh": "lakh",
}
