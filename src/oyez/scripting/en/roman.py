"""Roman numerals: the fourteenth of a monarch, four of a chapter, and names that only look like one."""

from __future__ import annotations

import re
from dataclasses import replace

from oyez.scripting.en.numbers import cardinal, ordinal
from oyez.scripting.line import Line, Reading, Said, is_name

__all__ = ["read_roman"]

_ROMAN = re.compile(r"(?=[IVXLCM])(X{0,3}|X?L|LX{0,3}|XC)(I{0,3}|I?V|VI{1,3}|I?X)(th|nd|rd|st)?")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

_NUMBERED = frozenset(
    """Chapter Part Act Volume Vol Book Article Title Section Phase Type Class Mark Stage Level Schedule
    Appendix Annex Bowl War Vatican Rocky Rambo Apollo Soyuz Corps Group Division Tier Episode Season
    Scene Table Figure Step Category Grade Factor Minuteman Trident Polaris Leopard Pillar Olympiad
    Games Symphony Canto Psalm Fantasy Kombat Auto Basel Lot Act Convention Protocol Cranial Angiotensin
    chapter part act volume article phase type class stage section""".split()
)
_RULERS = frozenset(
    "King Queen Pope Emperor Empress Tsar Czar Tsarina Sultan Prince Princess Kaiser Shah Pharaoh "
    "Saint St Duke Grand Patriarch Bishop Emir Khan Elector Antipope Caliph Maharaja Henri Juan "
    "Felipe Sheikh".split()
)
_REGNAL = frozenset(
    """Elizabeth Charles George Edward Henry William Richard James Louis John Paul Benedict Pius Leo
    Gregory Clement Innocent Alexander Nicholas Peter Catherine Ivan Frederick Wilhelm Philip Ferdinand
    Napoleon Francis Joseph Leopold Albert Baudouin Carl Gustaf Harald Olav Haakon Christian Margrethe
    Frederik Ramses Rameses Ptolemy Cleopatra Thutmose Amenhotep Mehmed Suleiman Selim Murad Akbar
    Hassan Mohammed Hussein Abdullah Mehmet Constantine Theodosius Justinian Darius Xerxes Artaxerxes
    Mary Anne Victoria Juan Felipe Alfonso Umberto Victor Emmanuel Rama Norodom Menelik Kamehameha
    Boniface Urban Sixtus Julius Adrian Celestine Honorius Callixtus Eugene Martin Stephen Robert David
    Malcolm Malietoa Philippe Otto Rudolf Maximilian Ludwig Sigismund Casimir Boleslaw Mieszko Pedro
    Manuel Afonso Sebastian Isabella Joanna Tutankhamun Seti Cyrus Shapur Khosrow Bartholomew Kirill
    Tawadros Shenouda Ignatius Aram Karekin Rainier Sancho Ferdinando Amadeus Zog Carol Michael Alexios
    Manuel Basil Leka""".split()
)
_TEAMS = frozenset(
    "first second starting playing best combined strongest invitational dream best-ever".split()
)
_ORDINAL = re.compile(r"[0-9]+(?:st|nd|rd|th)")
_NO_NAMES = frozenset(
    "The A An In On At Of For And But Or To By With From If When As Our His Her My Their".split()
)
_DRIPS = frozenset(
    "drip drips fluid fluids line lines bag bags therapy needle infusion drug drugs antibiotics".split()
)
_FROM_ONE = frozenset("War Part Chapter Act Volume Book Phase Type Class Article".split())
# Also ordinary initials; only a strong neighbour makes numbers of them.
_AMBIGUOUS = frozenset({"I", "V", "X", "L", "C", "M", "XL", "LI", "XX", "LX", "XXX", "CL", "LV", "LL", "XXL"})


def _value(text: str) -> int:
    """The number of a well-formed numeral below 100."""
    total = 0
    for sign, following in zip(text, [*text[1:], ""], strict=True):
        count = _VALUES[sign]
        total += -count if following and _VALUES[following] > count else count
    return total


def read_roman(line: Line, index: int) -> Reading | None:
    """Louis XIV · World War II · Chapter IV · Elizabeth II, but Malcolm X, Xi and Vi."""
    core = line.core(index)
    if core.endswith(("'s", "’s")):
        reading = read_roman(_without_owner(line, index), index) if len(core) > 3 else None
        return [Said(f"{reading[0].say}'s", reading[0].rule)] if reading else None
    match = _ROMAN.fullmatch(core)
    return _numeral(line, index, match) if match and not line.shouted else None


def _without_owner(line: Line, index: int) -> Line:
    """The line up to a possessive, which loses its 's: "Ramses II's"."""
    cores = [*line.cores[:index], line.cores[index][:-2]]
    return replace(line, tokens=line.tokens[: index + 1], cores=cores)


def _numeral(line: Line, index: int, match: re.Match[str]) -> Reading | None:
    """What a well-formed numeral is in its place; None for letters."""
    text = match[1] + match[2]
    before = line.last(index)
    if text in ("XI", "XV") and (before in _TEAMS or _ORDINAL.fullmatch(before)):
        return [Said(cardinal(_value(text)), "roman numeral")]
    if text == "IV" and line.next(index) in _DRIPS:
        return None
    if line.compound and len(line.core(index - 1)) > 2 and is_name(before) and set(text) <= {"I", "V"}:
        return [Said(cardinal(_value(text)), "roman numeral")]  # Agni-V
    if match[3]:
        return [Said(ordinal(_value(text)), "roman numeral")] if len(text) > 1 else None
    if before in _NUMBERED or (line.last(index, dot=True) in ("Vol", "Bk", "Ch", "Pt", "Art", "No")):
        if text == "I" and before not in _FROM_ONE:
            return None
        return [Said(cardinal(_value(text)), "roman numeral")]
    ruler = any(line.core(index - back) in _RULERS for back in (2, 3, 4))
    if before in _REGNAL and (text not in _AMBIGUOUS or ruler or _rules(line, index, before, text)):
        return [Said(f"the {ordinal(_value(text))}", "roman numeral")]
    if text in _AMBIGUOUS or not is_name(before) or len(text) < 2 or text in ("MI", "CI", "DI", "LIV"):
        return None
    if before in _NO_NAMES:
        return None
    if ruler or (
        text in ("II", "III", "IV") and is_name(line.last(index - 1, dot=True)) and not before.isupper()
    ):
        return [Said(f"the {ordinal(_value(text))}", "roman numeral")]
    return [Said(cardinal(_value(text)), "roman numeral")]


def _rules(line: Line, index: int, before: str, text: str) -> bool:
    """Whether one letter behind a name counts rulers: Elizabeth I was, George V; but Malcolm X."""
    if text == "I":
        following = line.next(index)
        return (
            not following
            or (index == 1 and following.islower())
            or following in ("of", "was", "and", "is", "had", "in", "died", "who")
        )
    return text == "V" or (
        text == "X"
        and before in ("Charles", "Louis", "Leo", "Pius", "Alfonso", "Christian", "Benedict", "Ramses")
    )
