"""Units of measure by symbol: the word for one and for many.

SI symbols after the BIPM brochure (9th edition); the rest as newspapers print them. Spelled the British
way; `units` turns metre and litre for American English.
"""

from __future__ import annotations

__all__ = ["APART", "PER", "UNITS"]


# symbol: (one, many)
UNITS: dict[str, tuple[str, str]] = {}


def _add(table: str) -> None:
    """Lines of "symbol one/many", a bar between; "many" is one + s where it is not given."""
    for entry in table.replace("\n", " ").split("|"):
        symbol, _, names = entry.strip().partition(" ")
        one, _, many = names.partition("/")
        UNITS[symbol] = (one, many or one + "s")


_add(
    """mm millimetre | cm centimetre | m metre | km kilometre | nm nanometre | µm micrometre | μm
    micrometre | in inch/inches | ft foot/feet | yd yard | yds yard | mi mile | mg milligram | g gram |
    kg kilogram | µg microgram | μg microgram | mcg microgram | t tonne | kt kilotonne | Mt megatonne |
    Gt gigatonne | lb pound | lbs pound | oz ounce | st stone/stone | ml millilitre | mL millilitre | cl
    centilitre | dl decilitre | l litre | L litre | ha hectare | ac acre | gal gallon | cc c c/c c | sqm
    square metre | sqkm square kilometre | sqft square foot/square feet | mm² square millimetre | cm²
    square centimetre | m² square metre | km² square kilometre | m2 square metre | km2 square kilometre
    | cm3 cubic centimetre | m3 cubic metre | cm³ cubic centimetre | m³ cubic metre | km³ cubic
    kilometre | ft² square foot/square feet | ft³ cubic foot/cubic feet"""
)
_add(
    """W watt | kW kilowatt | MW megawatt | GW gigawatt | TW terawatt | Wh watt hour | kWh kilowatt hour |
    MWh megawatt hour | GWh gigawatt hour | TWh terawatt hour | V volt | kV kilovolt | A amp | mA
    milliamp | mAh milliamp hour | Hz hertz/hertz | kHz kilohertz/kilohertz | MHz megahertz/megahertz |
    GHz gigahertz/gigahertz | Pa pascal | hPa hectopascal | kPa kilopascal | MPa megapascal | mb
    millibar | mbar millibar | psi p s i/p s i | J joule | kJ kilojoule | MJ megajoule | kcal
    kilocalorie | cal calorie | N newton | Nm newton metre | hp horsepower/horsepower | bhp brake
    horsepower/brake horsepower | dB decibel | dBA decibel | Sv sievert | mSv millisievert | Bq
    becquerel | ppm part per million/parts per million | ppb part per billion/parts per billion | bpd
    barrel per day/barrels per day | boe barrel of oil equivalent/barrels of oil equivalent | rpm
    revolution per minute/revolutions per minute | bpm beat per minute/beats per minute"""
)
_add(
    """kB kilobyte | KB kilobyte | MB megabyte | GB gigabyte | TB terabyte | PB petabyte | EB exabyte | Kb
    kilobit | Mb megabit | Gb gigabit | kbps kilobit per second/kilobits per second | Mbps megabit per
    second/megabits per second | Gbps gigabit per second/gigabits per second | MP megapixel | px pixel |
    fps frame per second/frames per second | dpi dot per inch/dots per inch | ms millisecond | s second
    | sec second | secs second | min minute | mins minute | h hour | hr hour | hrs hour | mph mile per
    hour/miles per hour | kph kilometre per hour/kilometres per hour | kmh kilometre per hour/kilometres
    per hour | kmph kilometre per hour/kilometres per hour | mpg mile per gallon/miles per gallon | kt
    knot | kts knot | °C degree Celsius/degrees Celsius | ℃ degree Celsius/degrees Celsius | °F degree
    Fahrenheit/degrees Fahrenheit | ℉ degree Fahrenheit/degrees Fahrenheit | ºC degree Celsius/degrees
    Celsius | ºF degree Fahrenheit/degrees Fahrenheit | C degree Celsius/degrees Celsius | F degree
    Fahrenheit/degrees Fahrenheit | ° degree | º degree | % percent/percent | ％ percent/percent | ‰ per
    mille/per mille | pc percent/percent | pct percent/percent | pp percentage point | ppt percentage
    point | bp basis point | bps basis point | x times/times | × times/times | k thousand/thousand | mn
    million/million | mln million/million | b billion/billion | bn billion/billion | bln billion/billion
    | tn trillion/trillion | trn trillion/trillion | M million/million | B billion/billion | T
    trillion/trillion | yo year old/year old | yos year old/year olds | yr year | yrs year | ppts percentage
    point | pt point | pts point | X times/times
    | °N degree north/degrees north | °S degree south/degrees south | °E degree east/degrees east | °W
    degree west/degrees west | bbl barrel | bbls barrel | b/d barrel per day/barrels per day | mb/d
    million barrels per day/million barrels per day | boe/d barrel of oil equivalent per day/barrels of oil
    equivalent per day | mmHg millimetre of mercury/millimetres of mercury | nmi nautical mile | TEU
    T E U/T E Us | GtCO2 gigatonne of C O two/gigatonnes of C O two | MtCO2 megatonne of C O two/megatonnes
    of C O two | g/mol gram per mole/grams per mole | mmol millimole | µSv microsievert | μSv microsievert |
    ly light year | tsp teaspoon | tbsp tablespoon | kn knot | °F. degree Fahrenheit/degrees Fahrenheit"""
)

# Said behind a slash: km/h, mg/l.
PER = {
    "h": "hour",
    "hr": "hour",
    "s": "second",
    "s2": "second squared",
    "s²": "second squared",
    "sec": "second",
    "min": "minute",
    "d": "day",
    "day": "day",
    "yr": "year",
    "year": "year",
    "l": "litre",
    "L": "litre",
    "ml": "millilitre",
    "mL": "millilitre",
    "dl": "decilitre",
    "dL": "decilitre",
    "kg": "kilogram",
    "km": "kilometre",
    "m": "metre",
    "m2": "square metre",
    "m²": "square metre",
    "m3": "cubic metre",
    "m³": "cubic metre",
    "ha": "hectare",
    "kWh": "kilowatt hour",
    "100km": "one hundred kilometres",
    "100,000": "hundred thousand",
    "bbl": "barrel",
    "barrel": "barrel",
    "week": "week",
    "wk": "week",
    "month": "month",
    "mo": "month",
    "night": "night",
    "person": "person",
    "pp": "person",
    "head": "head",
    "tonne": "tonne",
    "ton": "ton",
    "t": "tonne",
    "lb": "pound",
    "oz": "ounce",
    "gal": "gallon",
    "gallon": "gallon",
    "litre": "litre",
    "liter": "liter",
    "mile": "mile",
    "mi": "mile",
    "hour": "hour",
    "minute": "minute",
    "second": "second",
    "share": "share",
    "sqm": "square metre",
    "sqft": "square foot",
    "MWh": "megawatt hour",
    "MMBtu": "million B T U",
    "GB": "gigabyte",
    "capita": "capita",
    "km2": "square kilometre",
    "km²": "square kilometre",
    "mol": "mole",
    "g": "gram",
    "cm": "centimetre",
    "cm3": "cubic centimetre",
}

# Symbols that are units even behind a space; the others are words or names as often ("in", "A", "s").
APART = frozenset(UNITS) - frozenset(
    "in A a s h t p st x k K b B M T N J V W L l g m. C cal min ac mi MP pc pp hp bp yo × ms "
    "gal Pa MB mb kt ft. cc X ly kn".split()
)
