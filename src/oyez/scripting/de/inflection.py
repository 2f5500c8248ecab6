"""The ending of an ordinal: "am 3. Mai" is am dritten, "der 3. Mai" der dritte, "sein 5. Tor" sein fünftes.

figure -> back over "und", weekdays and other ordinals -> the article or preposition -> an ending
"""

from __future__ import annotations

import re

from oyez.scripting.de.nouns import gender
from oyez.scripting.line import Line

__all__ = ["WEEKDAYS", "ending", "noun_behind"]

WEEKDAYS = {
    "Mo": "Montag",
    "Di": "Dienstag",
    "Mi": "Mittwoch",
    "Do": "Donnerstag",
    "Fr": "Freitag",
    "Sa": "Samstag",
    "So": "Sonntag",
}
_DAYS = frozenset(name.lower() for pair in WEEKDAYS.items() for name in pair) | {"sonnabend"}

# These tell by themselves.
_EN = frozenset(
    """am im vom zum zur beim den dem des unterm überm hinterm vorm
    einem einen einer eines keinem keinen keiner keines diesem diesen jedem jeden jenem jenen jedes
    welchem welchen allen beiden""".split()
)
_E = frozenset("die das ins ans aufs fürs durchs ums übers eine keine diese dieses jene jenes".split())
_OWNERS = ("mein", "dein", "sein", "ihr", "unser", "unsr", "euer", "eur")
_DER = frozenset("der dieser jeder jener welcher".split())
_EIN = frozenset("ein kein mein dein sein ihr unser euer".split())

# "der" behind these is a dative or genitive of a feminine, or a genitive plural.
_BEFORE_DER = frozenset(
    """in mit von aus bei zu nach seit unter vor während wegen auf an zwischen trotz statt laut außer
    gegenüber hinter neben über ab dank samt binnen innerhalb außerhalb zufolge mitsamt anlässlich""".split()
)
_WITH_ACCUSATIVE = frozenset("bis ab für um gegen ohne durch von".split())
_WITH_DATIVE = frozenset("in mit aus bei zu nach seit auf vor zwischen unter an".split())
_LINKS = frozenset("und oder bis auf sowie bzw beziehungsweise".split())
_ADJECTIVE = re.compile(r"[a-zäöüß]{2,}e[nrsm]?")
_ORDINAL = re.compile(r"[0-9]{1,4}|[IVXLC]+")
_FARTHEST = 8  # tokens back: "vom 3., 4. und 5. bis zum"


def noun_behind(line: Line, index: int) -> str:
    """The noun that a figure belongs to: the next word with a capital, over at most two adjectives."""
    for at in range(index + 1, min(index + 6, len(line.cores))):
        core = line.core(at)
        if core[:1].isupper():
            return core
        if not core.islower() and not core[:1].isdigit():
            return ""
    return ""


def ending(line: Line, index: int, noun: str | None = None) -> str:
    """e, en, er, es or em, for the ordinal at `index`; `noun` where it is known, else the one behind."""
    noun = noun_behind(line, index) if noun is None else noun
    at = index - 1
    while at >= max(0, index - _FARTHEST):
        core = line.core(at).lower()
        if found := _by_article(line, at, core, noun):
            return found
        if (
            core in _DAYS
            or (line.dotted(at) and _ORDINAL.fullmatch(line.core(at)))
            or (core in _LINKS and at and line.dotted(at - 1) and _ORDINAL.fullmatch(line.core(at - 1)))
            or (
                _ADJECTIVE.fullmatch(core)
                and line.core(at) == core
                and _is_article(line.core(at - 1).lower())
            )
        ):
            at -= 1
        else:
            return _strong(core, noun)
    return _strong("", noun)


def _is_article(word: str) -> bool:
    return word in _EN or word in _E or word in _DER or word in _EIN or word.startswith(_OWNERS)


def _by_article(line: Line, at: int, word: str, noun: str) -> str | None:
    """The ending that an article asks for; None for another word."""
    if word in _EN:
        return "en"
    if word in _E:
        return "e"
    if word in _DER:
        oblique = line.core(at - 1).lower() in _BEFORE_DER or gender(noun) == "f"
        return "en" if oblique else "e"
    if word in _EIN:
        return "es" if gender(noun) == "n" else "er"
    if word.startswith(_OWNERS) and word.rpartition("e")[2] in ("", "n", "m", "r", "s"):
        return "e" if word.endswith("e") else "en"
    return None


def _strong(word: str, noun: str) -> str:
    """Without an article the ordinal itself shows the case, which a preposition before it sets."""
    kind = gender(noun)
    if word in _WITH_ACCUSATIVE:
        return {"m": "en", "f": "e", "n": "es"}[kind]
    if word in _WITH_DATIVE:
        return "er" if kind == "f" else "em"
    return {"m": "er", "f": "e", "n": "es"}[kind]
