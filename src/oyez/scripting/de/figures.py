"""Figures that stand alone: quantities, years, decades, ranges, scores, and numbers that name something."""

from __future__ import annotations

import re

from oyez.scripting.de.inflection import noun_behind
from oyez.scripting.de.nouns import a
from oyez.scripting.de.numbers import NUMBER, cardinal, decade, digits, number, signed, year
from oyez.scripting.line import Line, Reading, Said

__all__ = ["NAMED", "plain_number", "read_decade", "read_figure", "read_range", "read_score"]

_SIGNED = re.compile(rf"([-−–+±<>~≤≥]?)=?({NUMBER})")
_ANY_SIGN = {
    "±": "plus minus ",
    "~": "etwa ",
    "<": "weniger als ",
    ">": "mehr als ",
    "≤": "höchstens ",
    "≥": "mindestens ",
}
_DECADE = re.compile(r"['’‘]?([0-9]{2}|1[0-9]{3}|20[0-9]{2})er([nsm]?)")
_SHORT_YEAR = re.compile(r"['’‘]([0-9]{2})")
_POINTS = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){1,7}")
_RANGE = re.compile(rf"({NUMBER})[-–‑]({NUMBER})")
_SEASON = re.compile(r"((?:1[0-9]|20)[0-9]{2})/([0-9]{4}|[0-9]{2})")
_SLASHED = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")
_SCORE = re.compile(rf"({NUMBER}):({NUMBER})")
_TIMES = re.compile(rf"({NUMBER})[x×]({NUMBER})")

_BEFORE_YEARS = frozenset(
    """seit von bis ab vor nach jahr jahre jahren jahres ende anfang mitte sommer winter herbst frühjahr
    frühling januar februar märz april mai juni juli august september oktober november dezember
    im um anno saison
    wm em olympia ostern weihnachten geboren geb gestorben baujahr jahrgang""".split()
)
_COUNTED = re.compile(r"(?:en|n|e|s|er|euro|dollar|prozent|meter|kilometer|mark|franken|stück|mann|mal)$")
_ROLES = re.compile(r"(?:meister|minister|trainer|kanzler|sieger|gewinner|träger|leiter|bürger|führer|in)$")
_NO_ADJECTIVES = frozenset(
    "zwischen gegen neben wegen hinter unter über oder aber außer ohne dessen deren".split()
)
_LIFE = {"†": "gestorben ", "*": "geboren "}
_EMERGENCY = frozenset({"110", "112", "115", "116", "144", "117", "118", "133", "122", "911", "999"})
_DIAL = frozenset(
    "notruf notrufnummer nummer telefon tel rufnummer wählen wählte wähle rufen notfall".split()
)
NAMED = frozenset(
    """Platz Rang Nummer Nr Kapitel Kap Seite S Artikel Art Absatz Abs Paragraf § Zimmer Raum Gleis Linie
    Halle Haus Abschnitt Punkt Stufe Teil Band Bd Folge Tor Satz Jahr Jahre Jahren Klasse Gruppe Saison Kanal
    Formel Stand""".split()
)
"""What a figure behind it names, and neither counts nor ranks: "auf Platz 3. Köln folgt"."""
_AIRCRAFT = frozenset({"Boeing", "Fokker", "Douglas"})


def plain_number(text: str) -> str:
    """A bare figure without context: a year where it looks like one, else a quantity.

    >>> plain_number("1848"), plain_number("3300")
    ('achtzehnhundertachtundvierzig', 'dreitausenddreihundert')
    """
    return year(text) if _looks_like_year(text) else number(text)


def _looks_like_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and "1100" <= text < "2100"


def read_figure(line: Line, index: int) -> Reading | None:
    """12.345 · 1,5 · 1999 · 1 Schule · Boeing 737 · Notruf 110 · 10 000 · 2.0.1."""
    core = line.core(index)
    match = _SIGNED.fullmatch(core)
    if not match:
        return (
            [Said(" Punkt ".join(map(number, core.split("."))), "number")]
            if _POINTS.fullmatch(core)
            else None
        )
    if match[1] in _ANY_SIGN:
        return [Said(_ANY_SIGN[match[1]] + number(match[2]), "number")]
    if match[1]:
        return [Said(signed(core.replace("=", "")), "number")]
    if not core.isdigit():
        return [Said(number(match[2]), "number")]
    if len(core) < 4 and (groups := _spaced_groups(line, index)):
        return groups
    before = line.last(index, dot=True)
    if core == "1":
        return [Said("eins" if before in NAMED else _one(line, index), "number")]
    if core in _EMERGENCY and _is_dialled(line, index):
        return [Said(digits(core), "digits")]
    if before in _AIRCRAFT and len(core) == 3:
        return [Said(digits(core), "identifier")]
    if _looks_like_year(core) and not _counts(line, index, before):
        return [Said(_LIFE.get(line.tokens[index].before[-1:], "") + year(core), "year")]
    return [Said(number(core), "number")]


def _one(line: Line, index: int) -> str:
    """ein, eine or eins: by the noun behind."""
    following, before = line.next(index), line.last(index)
    if not following or following.isdigit() or following in _NO_ADJECTIVES or before.isupper():
        return "eins"
    noun = noun_behind(line, index) if following.islower() else following
    if following.islower() and (not noun or not re.fullmatch(r"[a-zäöüß]{2,}e[nrsm]?", following)):
        return "eins"
    return (
        a(noun) if noun[:1].isupper() and noun.replace("-", "").isalpha() and line.joined(index) else "eins"
    )


def _is_dialled(line: Line, index: int) -> bool:
    near = [*line.cores[max(0, index - 4) : index], line.core(index + 1)]
    return not _DIAL.isdisjoint(word.lower() for word in near)


def _counts(line: Line, index: int, before: str) -> bool:
    """Whether four figures count what follows: "1900 Menschen", but "1998 Weltmeister"."""
    following = line.next(index)
    if not following[:1].isupper() or before.lower() in _BEFORE_YEARS or (before[:1].isupper() and index > 1):
        return False
    if _ROLES.search(following):
        return False
    return bool(_COUNTED.search(following.lower())) or line.core(index)[2:] == "00"


def _spaced_groups(line: Line, index: int) -> Reading | None:
    """10 000 · 1 234 567: thousands set apart by spaces."""
    groups = [line.core(index)]
    while len(groups) < 5 and len(following := line.next(index)) == 3 and following.isdigit():
        groups.append(following)
        index += 1
    if len(groups) < 2 or groups[0][0] == "0" or (len(groups) == 2 and groups[1][1:] != "00"):
        return None
    return [Said(number("".join(groups)), "number"), *[Said("", "number")] * (len(groups) - 1)]


def read_decade(line: Line, index: int) -> Reading | None:
    """1990er · 90er · '68er · ’89."""
    core = line.core(index)
    if match := _DECADE.fullmatch(core):
        return [Said(decade(match[1]) + match[2], "decade")]
    if match := _SHORT_YEAR.fullmatch(core):
        return [Said(cardinal(int(match[1])) if match[1][0] != "0" else digits(match[1]), "year")]
    return None


def read_range(line: Line, index: int) -> Reading | None:
    """10-12 · 2017-18 · 1914–1918 · 2023/24 · 24/7 · 4x100."""
    core = line.core(index)
    if match := _RANGE.fullmatch(core):
        if _looks_like_year(match[1]) and len(match[2]) in (2, 4) and match[2].isdigit():
            until = year(match[2]) if _looks_like_year(match[2]) else number(match[2])
            return [Said(f"{year(match[1])} bis {until}", "range")]
        return [Said(f"{number(match[1])} bis {number(match[2])}", "range")]
    if match := _SEASON.fullmatch(core):
        until = year(match[2]) if len(match[2]) == 4 else number(match[2])
        return [Said(f"{year(match[1])} {until}", "season")]
    if match := _SLASHED.fullmatch(core):
        return [Said(f"{plain_number(match[1])} {plain_number(match[2])}", "number")]
    if match := _TIMES.fullmatch(core):
        return [Said(f"{number(match[1], before_noun=True)} mal {number(match[2])}", "number")]
    return None


def read_score(line: Line, index: int) -> Reading | None:
    """3:1 · 52:48 · 1:25.000."""
    match = _SCORE.fullmatch(line.core(index))
    return [Said(f"{number(match[1])} zu {number(match[2])}", "score")] if match else None
