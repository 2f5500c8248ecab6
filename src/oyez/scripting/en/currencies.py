"""Currencies by sign, by ISO 4217 code and by abbreviation; magnitudes as newspapers write them."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CODES", "COUNTED", "LETTER_SIGNS", "MAGNITUDES", "SIGNS", "TRAILING", "Currency"]


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
_CEDI = Currency("cedi", "cedis")
_TAKA = Currency("taka", "taka")
_SHILLING = Currency("shilling", "shillings")
_KENYAN = Currency("Kenyan shilling", "Kenyan shillings")
_DIRHAM = Currency("dirham", "dirhams")

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
    "AUD$": _dollar("Australian"),
    "Aus$": _dollar("Australian"),
    "CAD$": _dollar("Canadian"),
    "CDN$": _dollar("Canadian"),
    "USD$": _dollar("U S"),
    "SG$": _dollar("Singapore"),
    "TT$": _dollar("Trinidad and Tobago"),
    "FJ$": _dollar("Fiji"),
    "N$": _dollar("Namibian"),
    "B$": _dollar("Bahamian"),
    "GH¢": _CEDI,
    "GH₵": _CEDI,
    "Tk": _TAKA,
    "KSh": _KENYAN,
    "Ksh": _KENYAN,
    "KSh.": _KENYAN,
    "Sh": _SHILLING,
    "Shs": _SHILLING,
    "USh": Currency("Ugandan shilling", "Ugandan shillings"),
    "TSh": Currency("Tanzanian shilling", "Tanzanian shillings"),
    "Dh": _DIRHAM,
    "DH": _DIRHAM,
    "Dhs": _DIRHAM,
    "SR": Currency("Saudi riyal", "Saudi riyals"),
    "QR": Currency("Qatari riyal", "Qatari riyals"),
    "VND": Currency("dong", "dong"),
    "₿": Currency("bitcoin", "bitcoin"),
    "₨": _RUPEE,
    "₸": Currency("tenge", "tenge"),
    "₭": Currency("kip", "kip"),
    "₡": Currency("colon", "colones"),
    "₲": Currency("guarani", "guaranis"),
    "₾": Currency("lari", "lari"),
    "₼": Currency("manat", "manat"),
    "₮": Currency("tugrik", "tugriks"),
}

# One letter, as often the name of something (R2, N95, K9): only before an amount that is plainly money.
LETTER_SIGNS = {
    "R": _RAND,
    "N": Currency("naira", "naira"),
    "K": Currency("kwacha", "kwacha"),
    "P": Currency("peso", "pesos"),
    "B": Currency("baht", "baht"),
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
    "KES": _KENYAN,
    "UGX": Currency("Ugandan shilling", "Ugandan shillings"),
    "TZS": Currency("Tanzanian shilling", "Tanzanian shillings"),
    "GHS": _CEDI,
    "EGP": Currency("Egyptian pound", "Egyptian pounds"),
    "ETB": Currency("birr", "birr"),
    "RWF": Currency("Rwandan franc", "Rwandan francs"),
    "ZMW": Currency("kwacha", "kwacha"),
    "BWP": Currency("pula", "pula"),
    "MAD": Currency("Moroccan dirham", "Moroccan dirhams"),
    "CFA": Currency("C F A franc", "C F A francs"),
    "FCFA": Currency("C F A franc", "C F A francs"),
    "XAF": Currency("C F A franc", "C F A francs"),
    "XOF": Currency("C F A franc", "C F A francs"),
    "BDT": _TAKA,
    "LKR": Currency("Sri Lankan rupee", "Sri Lankan rupees"),
    "NPR": Currency("Nepali rupee", "Nepali rupees"),
    "PHP": Currency("Philippine peso", "Philippine pesos"),
    "VND": Currency("dong", "dong"),
    "MMK": Currency("kyat", "kyat"),
    "KZT": Currency("tenge", "tenge"),
    "KWD": Currency("Kuwaiti dinar", "Kuwaiti dinars"),
    "BHD": Currency("Bahraini dinar", "Bahraini dinars"),
    "JOD": Currency("Jordanian dinar", "Jordanian dinars"),
    "IQD": Currency("Iraqi dinar", "Iraqi dinars"),
    "QAR": Currency("Qatari riyal", "Qatari riyals"),
    "OMR": Currency("Omani rial", "Omani rials"),
    "IRR": Currency("Iranian rial", "Iranian rials"),
    "LBP": Currency("Lebanese pound", "Lebanese pounds"),
    "ILS": Currency("shekel", "shekels"),
    "CZK": Currency("Czech koruna", "Czech koruna"),
    "HUF": Currency("forint", "forints"),
    "RON": Currency("Romanian leu", "Romanian lei"),
    "BGN": Currency("Bulgarian lev", "Bulgarian leva"),
    "UAH": Currency("hryvnia", "hryvnias"),
    "ISK": Currency("Icelandic krona", "Icelandic kronur"),
    "ARS": Currency("Argentine peso", "Argentine pesos"),
    "CLP": Currency("Chilean peso", "Chilean pesos"),
    "JMD": _dollar("Jamaican"),
    "FJD": _dollar("Fiji"),
    "TTD": _dollar("Trinidad and Tobago"),
    "BTC": Currency("bitcoin", "bitcoin"),
}

# What may stand before the figure with a space between.
COUNTED = {sign: SIGNS[sign] for sign in SIGNS if sign not in ("Sh", "Shs", "SR", "QR")} | {"Re": _RUPEE}

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
    "lk": "lakh",
    "Mio": "million",
    "mio": "million",
    "Mrd": "billion",
    "hundred": "hundred",
    "thousand": "thousand",
    "million": "million",
    "billion": "billion",
    "trillion": "trillion",
    "quadrillion": "quadrillion",
    "crore": "crore",
    "lakh": "lakh",
}
