"""Places in a picture: "(R)", "(2ndL)", "(front)" in a caption."""

from __future__ import annotations

import re

from oyez.scripting.en.numbers import ordinal
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_position"]

_SIDES = {"R": "right", "L": "left", "C": "centre", "r": "right", "l": "left", "c": "centre"}
_COUNTED = re.compile(r"([1-9])(?:st|nd|rd|th)?[-–\s]?([RLC])", re.IGNORECASE)
_UNMISTAKABLE = re.compile(r"[1-9](?:st|nd|rd|th)[RLC]")  # "(R)" is a party as often
_FROM_TO = re.compile(r"([RLC])[-–/]([RLC])", re.IGNORECASE)
_ORDINALS = frozenset("first second third fourth fifth sixth seventh 1st 2nd 3rd 4th 5th 6th 7th".split())
_PLACES = frozenset(
    "left right centre center top bottom front back rear middle foreground background above below "
    "inset standing seated sitting kneeling from to and row in the at facing camera far extreme".split()
)
_LONGEST = 6  # tokens in one bracket: "(second from the left, front)"


def read_position(line: Line, index: int) -> Reading | None:
    """The whole bracket, where nothing but a place stands in it: "(R)" says "right"."""
    if "(" not in line.tokens[index].before and "（" not in line.tokens[index].before:
        return None
    if not line.captions and not _UNMISTAKABLE.fullmatch(line.core(index)):
        return None
    said = []
    for at in range(index, min(index + _LONGEST, len(line.cores))):
        place = _place(line.core(at), line.core(at + 1), line.american)
        if place is None:
            return None
        said.append(Said(place, "photo position"))
        if ")" in line.after(at) or "）" in line.after(at):
            return said
    return None


def _place(core: str, following: str, american: bool) -> str | None:
    """The words of one token of a place."""
    if core in _SIDES:
        said = _SIDES[core]
    elif match := _COUNTED.fullmatch(core):
        side = _SIDES[match[2]]
        said = f"{ordinal(int(match[1]))} from {side}"
    elif match := _FROM_TO.fullmatch(core):
        said = f"{_SIDES[match[1]]} to {_SIDES[match[2]]}"
    elif core.lower() in _ORDINALS:
        number = ordinal(int(core[0])) if core[0].isdecimal() else core.lower()
        said = f"{number} from" if following in _SIDES else number
    elif core.lower() in _PLACES:
        said = core.lower()
    else:
        return None
    return said.replace("centre", "center") if american else said
