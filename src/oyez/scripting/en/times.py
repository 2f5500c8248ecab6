"""Times of day, running times and durations."""

from __future__ import annotations

import re

from oyez.scripting.en.numbers import cardinal, digits, number
from oyez.scripting.line import Line, Reading, Said

__all__ = ["ZONES", "read_duration", "read_time"]

ZONES = frozenset(
    "GMT UTC BST CET CEST EET EST EDT ET CST CDT CT MST MDT MT PST PDT PT AEST AEDT AEST ACST AWST "
    "IST JST KST HKT SGT MSK WIB NZST NZDT SAST local hrs hours".split()
)
_HALF = re.compile(r"[ap]\.?m", re.IGNORECASE)
_TIME = re.compile(
    r"([0-9]{1,2})(?:([:.])([0-5][0-9]))?(?::([0-5][0-9]))?((?:[ap]\.?m|h|hrs)?)", re.IGNORECASE
)
_PLAIN = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?")
_LAP = re.compile(r"([0-9]{1,2}):([0-5][0-9])\.([0-9]{1,3})")
_RATIO = re.compile(r"([0-9]{1,3}):([0-9]{1,3})")
_MILITARY = re.compile(r"([01][0-9]|2[0-4])([0-5][0-9])(?:hrs|h|GMT|UTC)?")
_SPAN = re.compile(
    r"([0-9]{1,2})(?:[:.]([0-5][0-9]))?([ap]\.?m)?[-–‑]([0-9]{1,2})(?:[:.]([0-5][0-9]))?([ap]\.?m)?",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"([0-9]{1,2})h([0-5]?[0-9])(?:m|min|mins)?(?:([0-5]?[0-9])s)?|([0-9]{1,3})(?:m|min)([0-5]?[0-9])s"
)
_HALF_SPAN = re.compile(r"([ap]\.?m)\.?[-–‑]([0-9]{1,2})(?:[:.]([0-5][0-9]))?([ap]\.?m)?", re.IGNORECASE)
_DAY_SPAN = re.compile(r"([0-2]?[0-9])([:.])([0-5][0-9])[-–‑]([0-2]?[0-9])\2([0-5][0-9])")
_MILITARY_SPAN = re.compile(r"([01][0-9]|2[0-4])([0-5][0-9])[-–‑]([01][0-9]|2[0-4])([0-5][0-9])(?:hrs|h)?")
_POINTED = re.compile(r"([0-9]{1,2})\.([0-5][05])")
_AT = frozenset({"at", "until", "till", "by", "from", "since", "before", "after"})
_OPEN = _AT | {"open", "opens", "between", "daily"}
_THEN = frozenset(
    "on tonight tomorrow this each every local sharp today yesterday daily Monday Tuesday Wednesday "
    "Thursday Friday "
    "Saturday Sunday".split()
)
_HOURS = re.compile(r"([0-9]{1,3})h")
_MINUTES = re.compile(r"([0-9]{1,2})m")


def _half(text: str) -> str:
    """Which half of the day, as letters."""
    return f"{text[0].upper()} M"


def _clock(hour: str, minute: str | None, half: bool) -> str:
    """Hour and minute.

    >>> _clock("8", "30", True), _clock("7", "05", False), _clock("17", "00", False), _clock("9", "00", True)
    ('eight thirty', 'seven oh five', 'seventeen hundred', 'nine')
    """
    early = len(hour) == 2 and hour[0] == "0" and not half and hour != "00"
    said = f"oh {cardinal(int(hour))}" if early else cardinal(int(hour))
    if minute is None or (minute == "00" and half):
        return said
    if minute == "00":
        return f"{said} hundred" if len(hour) == 2 and (hour[0] == "0" or hour > "12") else f"{said} o'clock"
    return f"{said} {'oh ' if minute[0] == '0' else ''}{cardinal(int(minute))}"


def read_time(line: Line, index: int) -> Reading | None:
    """8.30pm · 7:05 p.m. · 14:30 · 0800 GMT · 9am-5pm · 2:05:30 · 3:1."""
    core = line.core(index)
    following = line.next(index)
    half = following if _HALF.fullmatch(following) else ""
    if (match := _SPAN.fullmatch(core)) and (reading := _span(match, half)):
        return reading
    match = _TIME.fullmatch(core)
    if match and int(match[1]) <= 24 and not match[4]:
        if match[5][:1].lower() in ("a", "p") and match[5]:
            return [Said(f"{_clock(match[1], match[3], True)} {_half(match[5])}", "time")]
        if half:
            return [Said(_clock(match[1], match[3], True), "time"), Said(_half(half), "time")]
        if match[3] and not match[5] and (match[2] == ":" or following in ZONES):
            return [Said(_clock(match[1], match[3], False), "time")]
    if (match := _DAY_SPAN.fullmatch(core)) and (match[2] == ":" or line.last(index).lower() in _OPEN):
        return [Said(f"{_clock(match[1], match[3], False)} to {_clock(match[4], match[5], False)}", "time")]
    if match := _HALF_SPAN.match(core):
        return _half_span(line, index, match, half)
    if (match := _MILITARY_SPAN.fullmatch(core)) and (
        core[0] == "0" or following in ZONES or core[-1] not in "0123456789"
    ):
        start, end = _clock(match[1], match[2], False), _clock(match[3], match[4], False)
        return [Said(f"{start} to {end}".replace("o'clock", "hundred"), "time")]
    at = line.last(index).lower() in _AT
    if at and following in _THEN and (match := _POINTED.fullmatch(core)) and 0 < int(match[1]) <= 24:
        return [Said(_clock(match[1], match[2], match[2] == "00"), "time")]
    if (match := _MILITARY.fullmatch(core)) and (
        len(core) > 4 or following in ZONES or (at and core[0] == "0")
    ):
        said = _clock(match[1], match[2], False)
        tail = core[4:]
        spoken = {"": "", "hrs": " hours", "h": " hours"}.get(tail, " " + " ".join(tail))
        return [Said(said.replace("o'clock", "hundred") + spoken, "time")]
    return _running(core)


def _span(match: re.Match[str], half: str) -> Reading | None:
    """A range of two times; at least one of them must say which half of the day it is in."""
    if not (match[3] or match[6] or half) or int(match[1]) > 24 or int(match[4]) > 24:
        return None
    start = _clock(match[1], match[2], True) + (f" {_half(match[3])}" if match[3] else "")
    end = _clock(match[4], match[5], True) + (f" {_half(match[6])}" if match[6] else "")
    said = Said(f"{start} to {end}", "time")
    return [said, Said(_half(half), "time")] if half and not match[6] else [said]


def _half_span(line: Line, index: int, match: re.Match[str], half: str) -> Reading | None:
    """The middle of "9 a.m.-5 p.m."."""
    if match.end() != len(line.core(index)) or int(match[2]) > 24:
        return None
    end = _clock(match[2], match[3], True) + (f" {_half(match[4])}" if match[4] else "")
    said = Said(f"{_half(match[1])} to {end}", "time")
    return [said, Said(_half(half), "time")] if half and not match[4] else [said]


def _running(core: str) -> Reading | None:
    """2:05:30 of a race, 3:1 of a ratio."""
    if match := _PLAIN.fullmatch(core):
        said = _clock(match[1].lstrip("0") or "0", match[2], match[3] is not None and match[2] == "00")
        if match[3]:
            said += f" {'oh ' if match[3][0] == '0' else ''}{cardinal(int(match[3]))}"
        return [Said(said, "time")]
    if match := _LAP.fullmatch(core):
        return [Said(f"{_clock(match[1], match[2], True)} point {digits(match[3])}", "time")]
    if match := _RATIO.fullmatch(core):
        return [Said(f"{number(match[1])} to {number(match[2])}", "ratio")]
    return None


def read_duration(line: Line, index: int) -> Reading | None:
    """2h 15m · 1h30m · 3min20s."""
    core = line.core(index)
    if match := _SHORT.fullmatch(core):
        if match[4]:
            return [Said(f"{_count(match[4], 'minute')} {_count(match[5], 'second')}", "time")]
        said = f"{_count(match[1], 'hour')} {_count(match[2], 'minute')}"
        return [Said(said + (f" {_count(match[3], 'second')}" if match[3] else ""), "time")]
    if (hours := _HOURS.fullmatch(core)) and (minutes := _MINUTES.fullmatch(line.next(index))):
        return [Said(_count(hours[1], "hour"), "time"), Said(_count(minutes[1], "minute"), "time")]
    return None


def _count(text: str, unit: str) -> str:
    return f"{cardinal(int(text))} {unit}{'' if int(text) == 1 else 's'}"
