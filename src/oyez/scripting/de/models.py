"""Names made of letters and figures: G20, MH370, A320neo, Covid-19, H5N1, 5G, B96."""

from __future__ import annotations

import re

from oyez.scripting.de.acronyms import WORDS, letters, said_acronym
from oyez.scripting.de.numbers import number
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_model"]

_MODEL = re.compile(
    r"(?=[^0-9]{0,12}[0-9])(?=[^A-Za-z]{0,12}[A-Za-z])[A-Za-z0-9]+(?:[.][0-9]+)?"
    r"(?:[-–‑/][A-Za-z0-9]+(?:[.][0-9]+)?){0,4}(?P<plus>\+?)"
)
_WORD = re.compile(r"(?:^|[-–‑/])[A-Z]?[a-zäöüß]{3,}(?=$|[-–‑/])")
_RUN = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+(?:\.[0-9]+)?|[A-Z]")
_VOWEL = re.compile(r"[aeiouyäöü]")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


def read_model(line: Line, index: int) -> Reading | None:
    """Letters are spelled unless they make a word; figures are numbers, with a zero in front digits."""
    core = line.core(index).translate(_SUBSCRIPTS)
    match = _MODEL.fullmatch(core)
    if not match or (_WORD.search(core) and not re.fullmatch(r"[A-Z][a-z]+-[0-9]+", core)):
        return None
    said = [_run(run) for run in _RUN.findall(core)]
    if match["plus"]:
        said.append("plus")
    return [Said(" ".join(said), "name with figures")]


def _run(run: str) -> str:
    """One run of letters or of figures."""
    if run[0].isdigit():
        return " Punkt ".join(map(number, run.split(".")))
    if run.isupper():
        return said_acronym(run)[0] if len(run) > 3 or run in WORDS else letters(run)
    return letters(run) if len(run) == 1 or not _VOWEL.search(run.lower()) else run
