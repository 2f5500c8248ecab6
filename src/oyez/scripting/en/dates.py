"""Dates: a day of a month is said as an ordinal."""

from __future__ import annotations

import re

from oyez.scripting.en.numbers import cardinal, ordinal, year
from oyez.scripting.line import Line, Reading, Said

__all__ = ["MONTHS", "WEEKDAYS", "read_date", "read_day_of_month", "read_month", "read_weekday"]

_NAMES = "January February March April May June July August September October November December".split()
MONTHS = {name: name for name in _NAMES} | {name[:3]: name for name in _NAMES} | {"Sept": "September"}
MONTHS |= {name.upper(): full for name, full in MONTHS.items() if len(name) > 3}
WEEKDAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Weds": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}

_DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?")
_DAYS_OWN = re.compile(r"(0?[1-9]|[12][0-9]|3[01])['’]s")
_DAYS = re.compile(r"(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?[-–/](0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?")
_ISO = re.compile(r"([12][0-9]{3})[-–‑/.](0[1-9]|1[0-2])[-–‑/.](0[1-9]|[12][0-9]|3[01])")
_NUMERIC = re.compile(r"([0-3]?[0-9])([/.-])([0-3]?[0-9])\2([12][0-9]{3}|[0-9]{2})")
_MONTH_RANGE = re.compile(r"([A-Z][a-z]+)[-–]([A-Z][a-z]+)")
# "25 Dec-1 Jan", "Jan. 31-Feb. 2": the middle of a span from one month into the next.
_INTO_MONTH = re.compile(r"([A-Z][a-z]+)\.?[-–](0?[1-9]|[12][0-9]|3[01])")
_FROM_DAY = re.compile(r"(0?[1-9]|[12][0-9]|3[01])[-–]([A-Z][a-z]+)")
_BEFORE_DATES = frozenset(
    "in of by on since until till from to this last next late early mid before after and".split()
)
# "in May 12 people": a figure behind a month that counts what follows it.
_COUNTS = frozenset(
    "people per percent million billion thousand % years months weeks days hours men women children".split()
)


def read_day_of_month(line: Line, index: int) -> Reading | None:
    """16 February · 1st January · 15-17 March: the month stands behind."""
    month = line.next(index)
    core = line.core(index)
    if month not in MONTHS:
        return _over_two_months(line, index, core, month)
    the = "" if line.last(index).lower() == "the" else "the "
    if match := _DAY.fullmatch(core):
        said = f"{the}{ordinal(int(match[1]))} of"
    elif match := _DAYS.fullmatch(core):
        said = f"{the}{ordinal(int(match[1]))} to the {ordinal(int(match[2]))} of"
    else:
        return None
    return [Said(said, "date"), Said(MONTHS[month], "date")]


def _over_two_months(line: Line, index: int, core: str, middle: str) -> Reading | None:
    """25 Dec-1 Jan."""
    day, match, last = _DAY.fullmatch(core), _INTO_MONTH.fullmatch(middle), line.next(index + 1)
    if not day or not match or match[1] not in MONTHS or last not in MONTHS:
        return None
    return [
        Said(f"the {ordinal(int(day[1]))} of", "date"),
        Said(f"{MONTHS[match[1]]} to the {ordinal(int(match[2]))} of", "date"),
        Said(MONTHS[last], "date"),
    ]


def read_month(line: Line, index: int) -> Reading | None:
    """Feb. 16 · June 4 · March 15-17 · Jan. · Sept 2024 · Jan-Mar."""
    core = line.core(index)
    if core not in MONTHS:
        match = _MONTH_RANGE.fullmatch(core)
        if match and match[1] in MONTHS and match[2] in MONTHS:
            return [Said(f"{MONTHS[match[1]]} to {MONTHS[match[2]]}", "range")]
        return None
    name, following = MONTHS[core], line.next(index, dot=True)
    if line.next(index + 1) not in _COUNTS:
        if match := _DAY.fullmatch(following):
            return [Said(name, "date"), Said(ordinal(int(match[1])), "date")]
        if (match := _FROM_DAY.fullmatch(following)) and match[2] in MONTHS:  # Jan. 31-Feb. 2
            last = _DAY.fullmatch(line.next(index + 1, dot=True))
            span = f"{ordinal(int(match[1]))} to {MONTHS[match[2]]}"
            return [
                Said(name, "date"),
                Said(span, "date"),
                *([Said(ordinal(int(last[1])), "date")] if last else []),
            ]
        if match := _DAYS_OWN.fullmatch(following):
            return [Said(name, "date"), Said(f"{ordinal(int(match[1]))}'s", "date")]
        if match := _DAYS.fullmatch(following):
            return [Said(name, "date"), Said(f"{ordinal(int(match[1]))} to {ordinal(int(match[2]))}", "date")]
    if core == name:
        return None
    near = following[:1].isdecimal() or line.last(index)[:1].isdecimal()
    return [Said(name, "date")] if near or _is_shortened(line, index) or core.isupper() else None


def _is_shortened(line: Line, index: int) -> bool:
    """A full stop behind makes it one, unless that ends the sentence: she met Jan."""
    at_end = index == len(line.cores) - 1
    return line.dotted(index) and (not at_end or line.last(index).lower() in _BEFORE_DATES)


def read_weekday(line: Line, index: int) -> Reading | None:
    """Mon. · Mon 3 Apr · Sat 8pm."""
    core = line.core(index)
    if core not in WEEKDAYS:
        return None
    following = line.next(index, dot=True)
    if _is_shortened(line, index) or following[:1].isdecimal() or following in MONTHS:
        return [Said(WEEKDAYS[core], "date")]
    return None


def read_date(line: Line, index: int) -> Reading | None:
    """2017-02-16 · 16/02/2017 · 16.02.2017."""
    core = line.core(index)
    if match := _ISO.fullmatch(core):
        return [Said(f"the {ordinal(int(match[3]))} of {_NAMES[int(match[2]) - 1]} {year(match[1])}", "date")]
    match = _NUMERIC.fullmatch(core)
    if not match or (match[2] != "/" and len(match[4]) == 2):
        return None
    first, second, when = int(match[1]), int(match[3]), match[4]
    said = year(when) if len(when) == 4 else _short_year(when)
    month_first = (line.american and first <= 12) or second > 12
    day, month = (second, first) if month_first else (first, second)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if month_first:
        return [Said(f"{_NAMES[month - 1]} {ordinal(day)} {said}", "date")]
    return [Said(f"the {ordinal(day)} of {_NAMES[month - 1]} {said}", "date")]


def _short_year(text: str) -> str:
    return f"oh {cardinal(int(text))}" if text[0] == "0" else cardinal(int(text))
