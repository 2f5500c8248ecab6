"""Sections of law and numbers of cases: s 14(2), § 1983, Art. 5(1)(a), case No. 21-476."""

from __future__ import annotations

import re

from oyez.scripting.en.numbers import identifier, number
from oyez.scripting.line import Line, Reading, Said

__all__ = ["LAW", "read_law"]

_PARTS = {
    "s": "section",
    "ss": "sections",
    "§": "section",
    "§§": "sections",
    "art": "article",
    "Art": "Article",
    "arts": "articles",
    "Arts": "Articles",
    "cl": "clause",
    "cls": "clauses",
    "reg": "regulation",
    "regs": "regulations",
    "sch": "schedule",
    "Sch": "Schedule",
    "para": "paragraph",
    "Para": "Paragraph",
    "paras": "paragraphs",
    "Paras": "Paragraphs",
    "subs": "subsection",
}
LAW = frozenset(_PARTS)
"""Shortened parts of a law, which are something else without a figure behind."""

_PLACE = re.compile(r"(?P<figure>[0-9]{1,4})(?P<letter>[A-Za-z]{0,2})(?P<inner>(?:\([0-9A-Za-z]{1,4}\)?)*)")
_GLUED = re.compile(r"(?P<part>ss?|§§?|[Aa]rts?|cls?|regs?|[Ss]ch|[Pp]aras?)\.?(?P<place>[0-9].*)", re.DOTALL)
_INNER = re.compile(r"[0-9]+|[A-Za-z]+")
_DOCKET = re.compile(r"([0-9]{2})[-–]([0-9]{1,5})")
_DOCKETS = frozenset("case cases docket no nos".split())


def read_law(line: Line, index: int) -> Reading | None:
    """s 14(2) · § 1983 · Art 5(1)(a) · s.18 · section 8(b) · No. 21-476."""
    core = line.core(index)
    if core in _PARTS:
        match = _PLACE.match(line.next(index, dot=True))
        if not match or not line.next(index, dot=True)[0].isdecimal():
            return None
        return [Said(_PARTS[core], "law")]
    if match := _GLUED.fullmatch(core):
        place = _PLACE.fullmatch(match["place"])
        return [Said(f"{_PARTS[match['part']]} {_place(place)}", "law")] if place else None
    if "(" in core and (match := _PLACE.fullmatch(core)) and match["inner"]:
        return [Said(_place(match), "law")]
    if (match := _DOCKET.fullmatch(core)) and line.last(index, dot=True).lower() in _DOCKETS:
        if line.last(index, dot=True).lower() in ("no", "nos") and "case" not in map(str.lower, line.cores):
            return None
        return [Said(f"{number(match[1])} {identifier(match[2])}", "law")]
    return None


def _place(match: re.Match[str]) -> str:
    """Figure, letter and what stands in brackets, one after the other."""
    said = [identifier(match["figure"]), *match["letter"].upper()]
    inner = (number(one) if one.isdecimal() else one for one in _INNER.findall(match["inner"]))
    return " ".join([*said, *inner])
