"""Places in a picture: "(l.)", "(2. v. r.)", "(M.)"."""

from __future__ import annotations

import re

from oyez.scripting.de.numbers import ordinal
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_position"]

_SIDES = {
    "l": "links",
    "li": "links",
    "r": "rechts",
    "re": "rechts",
    "M": "Mitte",
    "Mi": "Mitte",
    "m": "Mitte",
}
_COUNTED = re.compile(r"([1-9])\.\s?v\.\s?([lr])")
_FIGURE = re.compile(r"[1-9]")


def read_position(line: Line, index: int) -> Reading | None:
    """The whole bracket, where nothing but a place stands in it; "2. v. l." anywhere."""
    core = line.core(index)
    if match := _COUNTED.fullmatch(core):
        return [Said(f"{_ordinal(line, index, match[1])} von {_SIDES[match[2]]}", "photo position")]
    if _FIGURE.fullmatch(core) and line.dotted(index) and line.next(index, dot=True) == "v":
        side = line.core(index + 2)
        if side in ("l", "r") and line.joined(index + 1, dot=True):
            said = _ordinal(line, index, core)
            return [Said(say, "photo position") for say in (said, "von", _SIDES[side])]
        return None
    if core in _SIDES and "(" in line.tokens[index].before:
        behind = line.after(index)
        if behind.startswith(".)") or (line.captions and behind.startswith(")")):
            return [Said(_SIDES[core], "photo position")]
        if line.dotted(index) and (reading := _several(line, index)):
            return reading
    return None


def _several(line: Line, index: int) -> Reading | None:
    """(r. vorne) · (l. und r.): "links" and a plain word."""
    following, behind = line.core(index + 1), line.after(index + 1)
    if (
        following in ("hinten", "vorne", "vorn", "oben", "unten", "außen", "sitzend", "stehend")
        and ")" in behind
    ):
        return [Said(_SIDES[line.core(index)], "photo position")]
    return None


def _ordinal(line: Line, index: int, figure: str) -> str:
    """Zweite for a woman, zweiter where nothing tells."""
    before = line.core(index - 1)
    return ordinal(int(figure), "e" if before.endswith(("in", "erin", "frau")) else "er")
