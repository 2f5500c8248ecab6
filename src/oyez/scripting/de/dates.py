"""Dates in figures, months and weekdays that are shortened."""

from __future__ import annotations

import re

from oyez.scripting.de.inflection import WEEKDAYS, ending
from oyez.scripting.de.numbers import cardinal, ordinal, year
from oyez.scripting.line import Line, Reading, Said

__all__ = ["MONTHS", "read_date", "read_month", "read_weekday"]

_NAMES = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
MONTHS = {
    **{name: name for name in _NAMES},
    **{name[:3]: name for name in _NAMES},
    "Jän": "Januar",
    "Jänner": "Jänner",
    "Febr": "Februar",
    "Mrz": "März",
    "Sept": "September",
}

_DAY, _MONTH = r"(0?[1-9]|[12][0-9]|3[01])", r"(0?[1-9]|1[0-2])"
_FIGURES = re.compile(rf"{_DAY}\.{_MONTH}(?:\.([12][0-9]{{3}}|[0-9]{{2}}))?")
_SPAN = re.compile(rf"{_DAY}\.(?:{_MONTH}\.)?[-–‑]{_DAY}\.{_MONTH}(?:\.([12][0-9]{{3}}|[0-9]{{2}}))?")
_ISO = re.compile(r"([12][0-9]{3})[-–‑](0[1-9]|1[0-2])[-–‑](0[1-9]|[12][0-9]|3[01])")
_SPACED_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_CLOCK = frozenset("um gegen".split())
_VERSIONS = frozenset("Version Android iOS Windows Kapitel Abschnitt Punkt Ziffer Update".split())
_FIGURE = re.compile(r"[0-9]")
_DAYS_RANGE = re.compile(r"(Mo|Di|Mi|Do|Fr|Sa|So)\.?[-–‑/](Mo|Di|Mi|Do|Fr|Sa|So)")
_MONTHS_RANGE = re.compile(r"([A-Z][a-zä]{2,8})\.?[-–‑/]([A-Z][a-zä]{2,8})")
_BEHIND_DAYS = frozenset("bis und ab von".split())


def _said_year(figures: str | None) -> str:
    if not figures:
        return ""
    return f" {year(figures)}" if len(figures) == 4 else f" {cardinal(int(figures))}"


def _day(day: str, month: str, end: str) -> str:
    return f"{ordinal(int(day), end)} {_NAMES[int(month) - 1]}"


def read_date(line: Line, index: int) -> Reading | None:
    """03.10.1990 · 3.10. · 3.10.–5.10. · 2024-02-16 · 3. 10. 1990."""
    core = line.core(index)
    if match := _ISO.fullmatch(core):
        said = _day(match[3], match[2], ending(line, index, "Tag"))
        return [Said(f"{said} {year(match[1])}", "date")]
    if match := _FIGURES.fullmatch(core):
        before = line.last(index)
        if match[3] or (line.dotted(index) and before.lower() not in _CLOCK and before not in _VERSIONS):
            said = _day(match[1], match[2], ending(line, index, "Tag"))
            return [Said(said + _said_year(match[3]), "date")]
        return None
    if (match := _SPAN.fullmatch(core)) and (match[5] or line.dotted(index)):
        end = ending(line, index, "Tag")
        first = _day(match[1], match[2], end) if match[2] else ordinal(int(match[1]), end)
        return [Said(f"{first} bis {_day(match[3], match[4], end)}{_said_year(match[5])}", "date")]
    return _spaced(line, index, core)


def _spaced(line: Line, index: int, core: str) -> Reading | None:
    """3. 10. 1990: each with its point, a year or the end behind."""
    month = line.next(index, dot=True)
    if not (line.dotted(index) and line.dotted(index + 1) and _SPACED_MONTH.fullmatch(month)):
        return None
    if not re.fullmatch(_DAY, core) or not re.fullmatch(r"[12][0-9]{3}", line.core(index + 2)):
        return None
    said = ordinal(int(core), ending(line, index, "Tag"))
    return [Said(said, "date"), Said(_NAMES[int(month) - 1], "date")]


def read_month(line: Line, index: int) -> Reading | None:
    """12. Jan. 2021 · im Okt. 1962 · Jan.–März: where a figure stands beside it."""
    core = line.core(index)
    if match := _MONTHS_RANGE.fullmatch(core):
        if match[1] in MONTHS and match[2] in MONTHS:
            return [Said(f"{MONTHS[match[1]]} bis {MONTHS[match[2]]}", "date")]
        return None
    name = MONTHS.get(core)
    if name is None or name == core:
        return None
    beside = _FIGURE.match(line.next(index, dot=True)) or _FIGURE.match(line.last(index, dot=True))
    return [Said(name, "date")] if beside or (line.dotted(index) and not line.ends(index)) else None


def read_weekday(line: Line, index: int) -> Reading | None:
    """Mo., 5. Juni · Di. bis Fr. · Mo–Fr."""
    core = line.core(index)
    if match := _DAYS_RANGE.fullmatch(core):
        link = "und" if "/" in core else "bis"
        return [Said(f"{WEEKDAYS[match[1]]} {link} {WEEKDAYS[match[2]]}", "date")]
    if core not in WEEKDAYS or not line.dotted(index):
        return None
    following = line.core(index + 1)
    near = _FIGURE.match(following) or following in _BEHIND_DAYS or line.core(index - 1) == "bis"
    return [Said(WEEKDAYS[core], "date")] if near or line.after(index).startswith(".,") else None
