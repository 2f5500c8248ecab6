"""Figures in compounds: 10-jährig, 80-Jährige, 3-mal, 100%ig, and words joined by hyphens or slashes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from oyez.scripting.de.numbers import NUMBER, joined, number
from oyez.scripting.line import Line, Reading, Said
from oyez.scripting.tokens import Token

__all__ = ["parts_of", "read_figure_compound", "split_compound"]

_FUSED = re.compile(
    rf"({NUMBER})(?:[-–‑](?P<apart>[a-zäöü][a-zäöüß]{{2,}}|Jähr[a-zäöüß]+|Köpf[a-zäöüß]+)"
    r"|(?P<near>mal|fach(?:e[nrsm]?)?|jährig(?:e[nrsm]?)?|stündig(?:e[nrsm]?)?|tägig(?:e[nrsm]?)?|malig(?:e[nrsm]?)?))"
)
_PERCENT = re.compile(rf"({NUMBER})[-–‑]?%[-–‑]?(ig(?:e[nrsm]?)?)")
_PER = re.compile(r"([A-Z][a-zäöüß]+)/([1-9][0-9]*00|[0-9]{1,3}(?:\.000)+)")  # Fälle/100.000
_JOINTS = re.compile(r"[-–‑]+")
_SLASHES = re.compile(r"/+")
_SIGNED_PARTS = re.compile(r"[-–‑/]+|([+&=])")


def read_figure_compound(line: Line, index: int) -> Reading | None:
    """10-jähriges · 80-Jährige · 3.000-köpfig · 25-prozentig · 3-mal · 10fach · 100%ig."""
    core = line.core(index)
    if match := _PERCENT.fullmatch(core):
        return [Said(f"{_before(match[1])}prozent{match[2]}", "compound")]
    if match := _PER.fullmatch(core):
        return [Said(f"{match[1]} pro {number(match[2])}", "compound")]
    match = _FUSED.fullmatch(core)
    if not match:
        return None
    said, rest = _before(match[1]), match["apart"] or match["near"]
    return [Said((said.capitalize() if rest[0].isupper() else said) + rest.lower(), "compound")]


def _before(figure: str) -> str:
    """The figure as the first part of a word: ein, zehn, dreitausend."""
    if "," in figure or figure.startswith("0"):
        return number(figure)
    count = figure.replace(".", "").replace("'", "").replace("’", "")
    return joined(int(count)) if len(count) < 7 else number(figure)


def split_compound(core: str) -> list[str]:
    """The parts of a compound: at hyphens first, at slashes where there are none."""
    for joints in (_SIGNED_PARTS if "&" in core or "+" in core or "=" in core else _JOINTS, _SLASHES):
        parts = [part for part in joints.split(core) if part]
        if len(parts) > 1:
            return parts
    return []


def parts_of(parts: Sequence[str], line: Line) -> Line:
    """A line of the parts; a part's own full stop makes it an ordinal: "1.-Mai-Demo"."""
    bodies = [part.strip('()[]„“”"').rstrip(".") or part for part in parts]
    tokens = [
        Token(0, 0, "", body, "." if part[-1] == "." else "")
        for part, body in zip(parts, bodies, strict=True)
    ]
    return Line(tokens, bodies, compound=True, shouted=line.shouted)
