"""Units and currencies: one, many, and the gender that "1" takes."""

from __future__ import annotations

__all__ = ["CENTS", "CURRENCIES", "MAGNITUDES", "PER", "SIGNS", "UNITS"]

_SAME = """km:Kilometer m:Meter cm:Zentimeter mm:Millimeter dm:Dezimeter µm:Mikrometer μm:Mikrometer
nm:Nanometer km²:Quadratkilometer m²:Quadratmeter cm²:Quadratzentimeter mm²:Quadratmillimeter
qm:Quadratmeter qkm:Quadratkilometer km2:Quadratkilometer m2:Quadratmeter m³:Kubikmeter
m3:Kubikmeter cm³:Kubikzentimeter ccm:Kubikzentimeter cbm:Kubikmeter l:Liter ml:Milliliter
cl:Zentiliter hl:Hektoliter dl:Deziliter kg:Kilogramm g:Gramm mg:Milligramm µg:Mikrogramm
μg:Mikrogramm ha:Hektar W:Watt kW:Kilowatt MW:Megawatt GW:Gigawatt TW:Terawatt kWp:Kilowatt-Peak
V:Volt kV:Kilovolt mA:Milliampere Ah:Amperestunden Hz:Hertz kHz:Kilohertz MHz:Megahertz
GHz:Gigahertz kB:Kilobyte KB:Kilobyte MB:Megabyte GB:Gigabyte TB:Terabyte Mbit:Megabit
Gbit:Gigabit kbit:Kilobit kJ:Kilojoule MJ:Megajoule kcal:Kilokalorien Pa:Pascal hPa:Hektopascal
bar:Bar mbar:Millibar dB:Dezibel Sv:Sievert mSv:Millisievert µSv:Mikrosievert Bq:Becquerel
Nm:Newtonmeter kN:Kilonewton kn:Knoten °:Grad °C:Grad~Celsius ℃:Grad~Celsius °F:Grad~Fahrenheit
K:Kelvin %:Prozent ‰:Promille Prozent:Prozent Promille:Promille Grad:Grad Meter:Meter
Kilometer:Kilometer Liter:Liter Hektar:Hektar Kilo:Kilo Kilogramm:Kilogramm Gramm:Gramm
Megawatt:Megawatt Gigawatt:Gigawatt Kilowatt:Kilowatt PS:P~S Lj:Lichtjahre MP:Megapixel
Mpx:Megapixel"""
_FEMININE = """t:Tonne:Tonnen kt:Kilotonne:Kilotonnen Mt:Megatonne:Megatonnen
kWh:Kilowattstunde:Kilowattstunden Wh:Wattstunde:Wattstunden MWh:Megawattstunde:Megawattstunden
GWh:Gigawattstunde:Gigawattstunden TWh:Terawattstunde:Terawattstunden h:Stunde:Stunden
Std:Stunde:Stunden min:Minute:Minuten Min:Minute:Minuten Sek:Sekunde:Sekunden
sec:Sekunde:Sekunden s:Sekunde:Sekunden ms:Millisekunde:Millisekunden"""


def _units() -> dict[str, tuple[str, str, str]]:
    units = {}
    for entry in _SAME.split():
        sign, name = entry.split(":")
        name = name.replace("~", " ")
        units[sign] = ("ein", name, name)
    for entry in _FEMININE.split():
        sign, one, many = entry.split(":")
        units[sign] = ("eine", one, many)
    return units


UNITS = _units()
"""Sign -> (its "1", one, many)."""

PER = {
    "h": "Stunde", "s": "Sekunde", "min": "Minute", "km": "Kilometer", "m": "Meter", "m²": "Quadratmeter",
    "m2": "Quadratmeter", "qm": "Quadratmeter", "m³": "Kubikmeter", "m3": "Kubikmeter",
    "km²": "Quadratkilometer", "t": "Tonne", "kg": "Kilogramm", "l": "Liter", "kWh": "Kilowattstunde",
    "MWh": "Megawattstunde", "a": "Jahr", "Jahr": "Jahr", "Tag": "Tag", "d": "Tag", "Monat": "Monat",
    "Woche": "Woche", "Nacht": "Nacht", "Stunde": "Stunde", "Kopf": "Kopf", "ml": "Milliliter",
    "dl": "Deziliter", "ha": "Hektar", "Std": "Stunde", "Liter": "Liter", "Tonne": "Tonne", "kW": "Kilowatt",
    "Stück": "Stück", "Person": "Person",
}  # fmt: skip

SIGNS = {
    "€": "Euro", "$": "Dollar", "US$": "US-Dollar", "US-$": "US-Dollar", "£": "Pfund", "¥": "Yen",
    "₽": "Rubel", "₹": "Rupien", "₺": "Lira", "₩": "Won", "₪": "Schekel", "₴": "Hrywnja",
    "C$": "kanadische Dollar", "A$": "australische Dollar", "HK$": "Hongkong-Dollar", "¢": "Cent",
    "ct": "Cent", "Ct": "Cent", "EUR": "Euro", "USD": "US-Dollar", "GBP": "Pfund",
    "CHF": "Schweizer Franken", "SFr": "Schweizer Franken", "JPY": "Yen", "CNY": "Yuan", "RMB": "Yuan",
    "RUB": "Rubel", "PLN": "Zloty", "CZK": "tschechische Kronen", "SEK": "schwedische Kronen",
    "NOK": "norwegische Kronen", "DKK": "dänische Kronen", "HUF": "Forint", "TRY": "türkische Lira",
    "UAH": "Hrywnja", "INR": "Rupien", "CAD": "kanadische Dollar", "DM": "D-Mark",
    "AUD": "australische Dollar", "HKD": "Hongkong-Dollar", "BTC": "Bitcoin",
}  # fmt: skip
"""Signs and codes of money -> what is said."""

CURRENCIES = frozenset(SIGNS) | frozenset(
    "Euro Dollar US-Dollar Pfund Franken Rubel Zloty Kronen Mark D-Mark Yen Yuan Schilling Lira".split()
)
CENTS = frozenset("€ EUR Euro $ USD US-Dollar Dollar US$ US-$".split())
"""Those whose hundredths are called cents."""

MAGNITUDES = {
    "Mio": ("Million", "Millionen"), "Mill": ("Million", "Millionen"), "Mrd": ("Milliarde", "Milliarden"),
    "Md": ("Milliarde", "Milliarden"), "Bio": ("Billion", "Billionen"), "Brd": ("Billiarde", "Billiarden"),
    "Tsd": ("tausend", "tausend"), "Million": ("Million", "Million"),
    "Milliarde": ("Milliarde", "Milliarde"), "Billion": ("Billion", "Billion"),
}  # fmt: skip
