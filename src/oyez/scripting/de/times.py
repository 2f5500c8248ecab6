"""Times of day, running times."""

from __future__ import annotations

import re

from oyez.scripting.de.acronyms import letters
from oyez.scripting.de.numbers import cardinal, digits, joined
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_time"]

_HOUR, _MINUTE = r"(0?[0-9]|1[0-9]|2[0-4])", r"([0-5][0-9])"
_CLOCK = re.compile(rf"{_HOUR}([.:]){_MINUTE}")
_HOURS = re.compile(_HOUR)
_SPAN = re.compile(rf"{_HOUR}(?:[.:]{_MINUTE})?[-–‑]{_HOUR}(?:[.:]{_MINUTE})?")
_LONG = re.compile(r"([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])(?:,([0-9]{1,3}))?")
_LAP = re.compile(r"([0-9]{1,2}):([0-5][0-9])(?:,([0-9]{1,3}))?")
_BEFORE = frozenset("um ab bis gegen seit von zwischen".split())
_HOURS_NOUN = frozenset({"Stunden", "Std", "Stunde", "h"})
_MINUTES_NOUN = frozenset({"Minuten", "Min", "min", "Minute"})
_DATED = re.compile(r"[12][0-9]{3}|[0-3]?[0-9]\.[01]?[0-9](?:\.[0-9]{2,4})?")


def _minute(text: str | None) -> str:
    """The minutes behind the hour; "" for a full hour.

    >>> _minute("05"), _minute("30"), _minute("00")
    (' fünf', ' dreißig', '')
    """
    return f" {cardinal(int(text))}" if text and int(text) else ""


def _full(hour: str, minute: str | None) -> str:
    """Hour and minute with "Uhr"."""
    return f"{joined(int(hour))} Uhr{_minute(minute)}"


def read_time(line: Line, index: int) -> Reading | None:
    """20.15 Uhr · 1 Uhr · 9 bis 12.30 Uhr · 14–16 Uhr · um 06:02 · 2:03:45 Stunden · 1:43,2 Minuten."""
    core = line.core(index)
    following = line.next(index)
    if following == "Uhr" and (reading := _before_uhr(core)):
        return reading
    if match := _CLOCK.fullmatch(core):
        if following.startswith("Uhr/"):  # "19.30 Uhr/ZDF"
            behind = following[4:]
            behind = letters(behind) if behind.isupper() else behind
            return [Said(_full(match[1], match[3]), "time"), Said(behind, "time")]
        if following in ("bis", "und") and line.core(index + 3) == "Uhr":
            return [Said(_full(match[1], match[3]), "time")]
        if _is_clock(line, index, match):
            return [Said(_full(match[1], match[3]), "time")]
    if match := _LONG.fullmatch(core):
        said = f"{_count(match[1], 'Stunde')} {_count(match[2], 'Minute')} {_seconds(match[3], match[4])}"
        noun = following in _HOURS_NOUN
        return [Said(said, "time"), Said("", "time")] if noun else [Said(said, "time")]
    if (match := _LAP.fullmatch(core)) and (match[3] or following in _MINUTES_NOUN):
        tenths = f" Komma {digits(match[3])}" if match[3] else ""
        return [Said(f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}{tenths}", "time")]
    return None


def _before_uhr(core: str) -> Reading | None:
    """The figure says the hour, "Uhr" says itself and the minutes."""
    if match := _CLOCK.fullmatch(core):
        return [Said(joined(int(match[1])), "time"), Said(f"Uhr{_minute(match[3])}", "time")]
    if (match := _LONG.fullmatch(core)) and not match[4]:
        behind = f"Uhr{_minute(match[2])} und {_seconds(match[3], None)}"
        return [Said(joined(int(match[1])), "time"), Said(behind, "time")]
    if _HOURS.fullmatch(core):
        return [Said(joined(int(core)), "time"), Said("Uhr", "time")]
    if match := _SPAN.fullmatch(core):
        first = _full(match[1], match[2]) if match[2] else joined(int(match[1]))
        return [
            Said(f"{first} bis {joined(int(match[3]))}", "time"),
            Said(f"Uhr{_minute(match[4])}", "time"),
        ]
    return None


def _is_clock(line: Line, index: int, match: re.Match[str]) -> bool:
    """A time without its "Uhr": behind "um", with a leading zero, or behind a date."""
    before = line.core(index - 1)
    if match[2] == ".":
        return before.lower() in ("um", "gegen")
    if before.lower() in _BEFORE or (match[1][0] == "0" and len(match[1]) == 2):
        return True
    return bool(index and _DATED.fullmatch(before) and line.after(index - 1) in ("", ","))


def _count(text: str, unit: str) -> str:
    count = int(text)
    return f"eine {unit}" if count == 1 else f"{cardinal(count)} {unit}n"


def _seconds(text: str, tenths: str | None) -> str:
    said = f"{cardinal(int(text))} Komma {digits(tenths)} Sekunden" if tenths else ""
    return said or _count(text, "Sekunde")
