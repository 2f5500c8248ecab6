"""Shortened words; what they stand for depends on their place."""

from __future__ import annotations

import re

from oyez.scripting.de.abbreviation_names import (
    BEFORE_FIGURE,
    BEFORE_NAME,
    BEHIND_FIGURE,
    DOTTED,
    LAWS,
    PHRASES,
    UNDOTTED,
)
from oyez.scripting.de.numbers import cardinal, number
from oyez.scripting.de.unit_names import MAGNITUDES
from oyez.scripting.line import Line, Reading, Said

__all__ = ["KNOWN", "read_abbreviation", "read_section", "read_street"]

_STARTS = frozenset(letters[0] for letters in PHRASES)
_LONGEST = max(map(len, PHRASES))
KNOWN = _STARTS.union(BEFORE_FIGURE, BEFORE_NAME, BEHIND_FIGURE, DOTTED, LAWS, UNDOTTED)
"""Every first core: a token outside it needs no look at these tables."""

_BEFORE_LAWS = frozenset("f ff Satz Absatz des dem im vom".split())
_FIGURE = re.compile(r"[0-9]|[IVXLC]+$")
_PLURAL = re.compile(r"[0-9]+[-–‑/][0-9]+")
_GLUED = re.compile(r"(Nr|S|Bd|Art|Abs|Kap|Abb)\.?([0-9]{1,4})")
_BEHIND = re.compile(r"([0-9]{1,5})(f{1,2})")
_STREET = re.compile(r"(.*[^\W\d_]-?)([Ss])tr", re.DOTALL)
_SECTION = re.compile(r"(§{1,2})([0-9]{0,4})([a-z]?)")
_NUMBERED = re.compile(r"([0-9]{1,4})([a-z])")
_LAWFUL = re.compile(r"[0-9]{1,4}[a-z]?|[IVX]+")


def read_abbreviation(line: Line, index: int) -> Reading | None:
    """z. B. · z.B. · Dr. · Nr. 10 · S. 12-15 · 12 ff. · e. V. · 44 v. Chr."""
    core = line.core(index)
    if "." in core:
        return _in_one(line, index, core)
    if core not in KNOWN:
        return None
    if core in _STARTS and line.dotted(index) and (reading := _phrase(line, index)):
        return reading
    said = _expand(line, index, core)
    return [Said(said, "abbreviation")] if said else None


def _phrase(line: Line, index: int) -> Reading | None:
    """Letters with spaces between; the longest that stands there."""
    letters = [line.core(index)]
    while len(letters) < _LONGEST and line.dotted(index) and (following := line.next(index, dot=True)):
        letters.append(following)
        index += 1
    for length in range(len(letters), 1, -1):
        said = PHRASES.get(tuple(letters[:length]))
        last = index - len(letters) + length
        if said and (line.dotted(last) or letters[length - 1].isupper()):
            return _shared(said, length)
    return None


def _shared(said: str, length: int) -> Reading:
    """The words dealt out to the letters they stand for; the last takes what is left."""
    words = said.split()
    parts = [*words[: length - 1], " ".join(words[length - 1 :])]
    return [Said(part, "abbreviation") for part in (*parts, *[""] * (length - len(parts)))]


def _in_one(line: Line, index: int, core: str) -> Reading | None:
    """Letters without spaces: z.B. · u.a. · Nr.10."""
    parts = tuple(core.split("."))
    if said := PHRASES.get(parts):
        return [Said(said, "abbreviation")]
    if (match := _GLUED.fullmatch(core)) and match[1] in BEFORE_FIGURE:
        return [Said(f"{BEFORE_FIGURE[match[1]]} {number(match[2])}", "abbreviation")]
    if all(part in DOTTED or part in BEFORE_NAME for part in parts):
        return [Said(" ".join(BEFORE_NAME.get(part) or DOTTED[part] for part in parts), "abbreviation")]
    return None


def _expand(line: Line, index: int, core: str) -> str | None:
    """The full words, or None where the token is an ordinary word here."""
    dotted = line.dotted(index)
    following, last = line.next(index, dot=True), line.last(index, dot=True)
    if core in LAWS:
        genitive = "es" if last == "des" and LAWS[core].endswith(("gesetz", "buch")) else ""
        return LAWS[core] + genitive if _LAWFUL.fullmatch(last) or last in _BEFORE_LAWS else None
    if core in BEFORE_FIGURE and dotted and _FIGURE.match(following) and (core != "St" or last):
        said = BEFORE_FIGURE[core]
        return f"{said}n" if core == "S" and _PLURAL.match(following) else said
    if core == "lit" and dotted:
        return "Buchstabe"
    if core in BEHIND_FIGURE and dotted and last[:1].isdigit():
        return BEHIND_FIGURE[core]
    if core in ("Dr", "Prof") and dotted:
        return BEFORE_NAME[core]
    if core in BEFORE_NAME and dotted and following[:1].isupper():
        return None if len(core) == 1 and not last[:1].isupper() else BEFORE_NAME[core]
    if core == "u" and not (dotted and following[:1].isupper()):
        return None
    if core in MAGNITUDES and last in ("1", "eine"):
        return MAGNITUDES[core][0]
    if core in ("Jh", "Jhdt", "Jhd"):
        return "Jahrhunderts" if line.core(index - 2).lower() in ("des", "eines") else "Jahrhundert"
    if core == "min":
        return "mindestens" if dotted and following[:1].isdigit() else None
    return UNDOTTED.get(core) or (DOTTED.get(core) if dotted else None)


def read_street(line: Line, index: int) -> Reading | None:
    """Goethestr. 5 · Karl-Marx-Str."""
    core = line.core(index)
    match = _STREET.fullmatch(core) if line.dotted(index) and core.endswith("tr") else None
    if match and (match[2] == "S") == match[1].endswith("-"):
        return [Said(f"{match[1].replace('-', ' ')}{match[2]}traße", "abbreviation")]
    return None


def read_section(line: Line, index: int) -> Reading | None:
    """§ 218 · §§ 3 und 4 · §218a · 130a behind a section."""
    core = line.core(index)
    if match := _SECTION.fullmatch(core):
        name = "Paragrafen" if len(match[1]) == 2 else "Paragraf"
        figure = f" {cardinal(int(match[2]))} {match[3]}".rstrip() if match[2] else ""
        return [Said(name + figure, "section")] if figure or not match[3] else None
    if match := _NUMBERED.fullmatch(core):
        before = line.last(index, dot=True)
        if before.startswith("§") or before in ("Artikel", "Art", "Absatz", "Paragraf"):
            return [Said(f"{cardinal(int(match[1]))} {match[2]}", "section")]
    if match := _BEHIND.fullmatch(core):
        return [Said(f"{cardinal(int(match[1]))} folgende", "number")]
    return None
