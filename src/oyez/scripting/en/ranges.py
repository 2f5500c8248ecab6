"""Ranges, scores and votes: two or more figures with a dash between them."""

from __future__ import annotations

import re

from oyez.scripting.en.figures import NAMED, plain_number
from oyez.scripting.en.numbers import NUMBER, cardinal, decade, identifier, number, ordinal, plural
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_days_range", "read_range"]

_RANGE = re.compile(rf"({NUMBER})[-–‑—]({NUMBER})")
_SERIES = re.compile(r"[0-9]{1,3}(?:[-–‑][0-9]{1,3}){2,4}")
_DECADES = re.compile(r"((?:[0-9]{2})?[0-9]0)s[-–‑]((?:[0-9]{2})?[0-9]0)s")
_ORDINALS = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)[-–‑]([0-9]{1,3})(?:st|nd|rd|th)")
_BEFORE_WORDS = re.compile(rf"({NUMBER})[-–]({NUMBER})((?:[-–][A-Za-z]+)+)")
_DAYS = re.compile(
    r"(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(day)?\.?[-–](Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(day)?"
)
_DAY_NAMES = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}

_SCORING = frozenset(
    "beat beats beating beaten won win wins winning lost lose loses losing loss lead leads led "
    "leading draw draws drew drawn defeat defeats defeated defeating victory thrashed thrash "
    "hammered hammering scored score scores match matches game games final half-time halftime edged "
    "edge edges down trailed trail trails tie tied ties thumped thumping stunned aggregate "
    "penalties shootout goal goals set sets series goalless crushed routed downed fell rout "
    "comeback scoreline equaliser ahead level".split()
)
_CRICKET = frozenset(
    "lunch tea stumps declared innings wicket wickets batting bowled overs chasing odi test runs "
    "cricket reached made "
    "chase over bowlers batsmen posted".split()
)
_VOTING = frozenset(
    "vote votes voted voting ruled senate house committee council justices judges board".split()
)
_NUMBERED = frozenset(
    "seeds pages page chapters ages aged wards lines seats rows weeks days nos numbers articles "
    "sections rooms "
    "gates units verses questions steps stages phases levels grades years episodes volumes lots figures "
    "tables "
    "paragraphs paras pp lanes floors platforms channels items clauses between".split()
)
_SCORE = re.compile(r"[0-9]{1,3}[-–‑][0-9]{1,3}")
_AIRLINER = re.compile("7[0-8]7")
_AGES = re.compile(r"([0-9]{2})[-–‑]([0-9]{2})s")


def read_range(line: Line, index: int) -> Reading | None:
    """2009-2013 · 2017-18 · 52-48 · pages 12-15 · 3-1 · 245-6 · 18-34-year-olds · 4-4-2 · 1980s-1990s."""
    core = line.core(index)
    if match := _RANGE.fullmatch(core):
        return [_two(line, index, match[1], match[2])]
    if _SERIES.fullmatch(core):
        return [Said(" ".join(number(part) for part in re.split("[-–‑]", core)), "series")]
    if match := _BEFORE_WORDS.fullmatch(core):
        words = match[3].replace("-", " ").replace("–", " ").strip()
        return [Said(f"{number(match[1])} to {number(match[2])} {words}", "range")]
    if match := _DECADES.fullmatch(core):
        return [Said(f"{decade(match[1])} to {decade(match[2])}", "range")]
    if match := _AGES.fullmatch(core):
        return [Said(f"{number(match[1])} to {plural(number(match[2]))}", "range")]
    if match := _ORDINALS.fullmatch(core):
        return [Said(f"{ordinal(int(match[1]))} to {ordinal(int(match[2]))}", "range")]
    return None


def _two(line: Line, index: int, left: str, right: str) -> Said:
    """A year range, a score, a wicket count or a plain range."""
    if len(left) == 4 and len(right) in (2, 4) and "1100" <= left < "2100":
        return Said(f"{plain_number(left)} to {_year_end(right)}", "range")
    if (
        line.last(index).removesuffix("'s").removesuffix("’s") in NAMED
        and left.isdecimal()
        and right.isdecimal()
    ):
        return Said(f"{identifier(left)} {identifier(right)}", "identifier")
    if _AIRLINER.fullmatch(left) and len(right) == 3 and right.endswith("00"):
        return Said(f"{identifier(left)} {identifier(right)}", "identifier")
    if left == right and left in ("50", "20"):
        return Said(f"{number(left)} {number(right)}", "range")
    last = line.last(index, dot=True).lower()
    if last in _NUMBERED:
        return Said(f"{number(left)} to {number(right)}", "range")
    window = {word.lower() for word in line.cores[max(0, index - 8) : index + 7]}
    if _is_wickets(left, right, window, last):
        return Said(f"{number(left)} for {number(right)}", "score")
    if (
        not _SCORING.isdisjoint(window)
        and len(left) <= 3
        and len(right) <= 3
        and left.isdecimal()
        and right.isdecimal()
    ):
        if len(left) == len(right) == 1:
            said = cardinal(int(left)), cardinal(int(right))
            return Said(" ".join("nil" if figure == "zero" else figure for figure in said), "score")
        sets = _SCORE.fullmatch(line.core(index - 1)) or _SCORE.fullmatch(line.core(index + 1))
        return Said(f"{number(left)} {'' if sets else 'to '}{number(right)}", "score")
    return Said(f"{number(left)} to {number(right)}", "range")


def _is_wickets(left: str, right: str, window: set[str], last: str) -> bool:
    """Runs and wickets: 245-6 at lunch, "made 350-7"."""
    if not (left.isdecimal() and right.isdecimal()):
        return False
    if last in ("took", "taking", "claimed", "bagged", "figures") and int(left) <= 10 < int(right):
        return True
    if len(left) not in (2, 3) or int(right[:4]) > 10:
        return False
    if not _CRICKET.isdisjoint(window):
        return True
    return last in ("were", "was", "at", "on", "for") and int(left) > 29 and _VOTING.isdisjoint(window)


def _year_end(text: str) -> str:
    if len(text) == 2:
        return f"oh {cardinal(int(text))}" if text[0] == "0" else cardinal(int(text))
    return plain_number(text)


def read_days_range(line: Line, index: int) -> Reading | None:
    """Monday-Friday · Mon-Fri · Mon.-Fri."""
    match = _DAYS.fullmatch(line.core(index))
    if not match:
        return None
    first, last = (_DAY_NAMES[part[:3].lower()] for part in (match[1], match[3]))
    return [Said(f"{first} to {last}", "range")]
