"""Names made of letters and figures: G20, MH370, F-35B, Covid-19, H5N1, 5G, FY2024."""

from __future__ import annotations

import re

from oyez.scripting.en.acronyms import WORDS, letters, said_acronym
from oyez.scripting.en.numbers import identifier, number, ordinal, plural, year
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_model"]

_MODEL = re.compile(
    r"(?=[^0-9]*[0-9])(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9]+(?:[.][0-9]+){0,3}(?:[-–‑/][A-Za-z0-9]+(?:[.][0-9]+){0,3}){0,4}(?P<plus>\+?)"
)
_ORDINARY = re.compile(r"(?:^|[-–‑/])(?:[a-z]{3,}|[0-9]+(?:st|nd|rd|th)|[a-z]{2}|m)(?=$|[-–‑/])")
_RUN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+(?:\.[0-9]+)?|[A-Z]")
_SAME_LETTER = re.compile(r"([A-Z])([0-9]{1,2})[-–‑]\1([0-9]{1,2})")
_PERIOD = re.compile(r"([1-4])Q([0-9]{2})?|([12])H([0-9]{2})?")
_LINEAGE = re.compile(r"[A-Z]{1,3}(?:\.[0-9]+){2,}")
_VOWEL = re.compile(r"[aeiouy]")
_QUAKE = re.compile(r"M([0-9]\.[0-9])")
_SHAKING = frozenset("quake earthquake tremor temblor aftershock quakes earthquakes tremors".split())
_DASHES = re.compile(r"[-–‑/]")


def read_model(line: Line, index: int) -> Reading | None:
    """Letters are spelled unless they make a word; figures are read in pairs; Q1-Q3 is a range."""
    core = line.core(index)
    match = _MODEL.fullmatch(core)
    if not match or (_DASHES.search(core) and _ORDINARY.search(core)):
        return None
    if (quake := _QUAKE.fullmatch(core)) and not _SHAKING.isdisjoint(line.cores):
        return [Said(f"magnitude {number(quake[1])}", "name with figures")]
    if period := _PERIOD.fullmatch(core):
        part = f"{ordinal(int(period[1]))} quarter" if period[1] else f"{ordinal(int(period[3]))} half"
        when = period[2] or period[4]
        return [Said(f"{part} of {year('20' + when)}" if when else part, "date")]
    if two := _SAME_LETTER.fullmatch(core):
        return [Said(f"{two[1]} {number(two[2])} to {two[1]} {number(two[3])}", "range")]
    runs = _RUN.findall(core.replace(".", " ") if _LINEAGE.fullmatch(core) else core.replace("MiG", "Mig"))
    said = [_run(run, runs, position) for position, run in enumerate(runs)]
    if len(runs) > 1 and runs[-1] == "s" and runs[-2][0].isdecimal():
        said[-2:] = [plural(said[-2])]
    if match["plus"]:
        said.append("plus")
    return [Said(" ".join(said), "name with figures")]


def _run(run: str, runs: list[str], position: int) -> str:
    """One run of letters or of figures."""
    if run[0].isdecimal():
        return number(run) if "." in run else identifier(run)
    if run.isupper():
        if len(run) > 3 or run in WORDS:
            return said_acronym(run)[0]
        return letters(run)
    if len(run) <= 3 and not _VOWEL.search(run.lower()):
        return run if run == "s" and position == len(runs) - 1 else letters(run)
    return letters(run) if len(run) == 1 else run
