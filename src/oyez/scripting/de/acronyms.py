"""Words in capitals: said letter by letter, or as a word."""

from __future__ import annotations

import re

from oyez.scripting.line import Line, Reading, Said

__all__ = ["letters", "read_acronym", "read_initials", "said_acronym"]

_CAPITALS = re.compile(r"([A-ZÄÖÜ]{2,})(s?)")
_MIXED = re.compile(r"(?=.{0,7}[a-z])(?:[A-ZÄÖÜ][a-z]?){2,6}|[a-z][A-ZÄÖÜ]{1,3}|[a-z]{1,2}H")
_INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.)+[A-ZÄÖÜ]")
_AMPERSAND = re.compile(r"([A-Z]{1,3})[&＆]([A-Z]{1,3})")
_LETTER = re.compile(r"[A-ZÄÖÜ]")

WORDS = frozenset(
    """UNO NATO NASA ESA FIFA UEFA UNESCO UNICEF OPEC AIDS PISA TÜV DAX MDAX BRICS ASEAN APEC COVID SARS MERS
    ISIS SWIFT STIKO BAMF CERN SIM PIN TAN GEMA DEKRA DIN IBAN LIDAR RADAR LASER FARC ETA HAMAS FATAH ZAR
    KITA KITAS INTERPOL EUROPOL FRONTEX ELSTER ERASMUS PEGIDA MOMA IKEA ALDI LIDL REWE EDEKA OBI TUI SAT
    GAU NABU BUND AUKUS MERCOSUR WADA NADA LOL ROM RAM COP TASS RIAS ANTIFA ELAN ALDI DITIB PUMA FIAT SEAT
    IFO GASAG AWO DEGEWO INSA FORSA STRABAG HOCHTIEF OXFAM BAFTA NIMBY ARGE""".split()
)
# Letters and small letters that are said as a word all the same.
_IRREGULAR = {
    "BAföG": "Bafög", "BaFin": "Bafin", "KaDeWe": "Kadewe", "SpVgg": "Spielvereinigung", "TuS": "Tus",
    "GmbH": "G M B H", "Kfz": "K F Z", "Lkw": "L K W", "Pkw": "P K W", "Lkws": "L K W s", "Pkws": "P K W s",
    "dpa": "D P A", "epd": "E P D", "sid": "S I D", "afp": "A F P", "rtr": "R T R", "kna": "K N A",
    "apa": "A P A", "mbH": "M B H", "eV": "E V", "UdSSR": "U D S S R", "MDAX": "M Dax", "TecDAX": "Tec Dax",
    "SDAX": "S Dax", "Wifi": "Wifi", "PhD": "P H D", "ver.di": "Verdi", "E.ON": "Eon", "EdF": "E D F",
    "KfW": "K F W", "BfArM": "B F Arm", "MdB": "M D B", "MdL": "M D L", "McD": "Mc D", "OK": "okay",
    "NGOs": "N G O s", "StVO": "S T V O", "iOS": "I O S", "ZeitOnline": "Zeit Online", "MeToo": "Me Too",
    "US": "U S", "HipHop": "HipHop", "WoW": "Wow",
}  # fmt: skip
IRREGULAR = frozenset(_IRREGULAR)
_STRESSED = frozenset(
    """DER DIE DAS UND ODER NICHT KEIN KEINE NIE NUR SEHR ALLE JETZT IST SIND WAR WIR SIE ICH ER ES DU IM IN
    AM AN AUF AUS BEI MIT NACH VON VOR ZU ZUM ZUR FÜR GEGEN OHNE UM BIS WIE WAS WER WO SO DA JA NEIN NEU NEUE
    NEUER NEUES HEUTE EIN EINE EINEN MEHR DEN DEM DES SICH MAN DASS ALS AUCH HAT HABEN WILL KANN MUSS SOLL
    WIRD WERDEN TOD KRIEG STOPP HILFE FREI LIVE TOP NEWS GELD""".split()
)
_VOWELS = frozenset("AEIOUÄÖÜY")
_LONG = 6  # letters from which capitals with vowels are a word set in capitals: KLIMAWANDEL
_SHAPE = re.compile(r"[^AEIOUÄÖÜY]{5}|^[^AEIOUÄÖÜY]{4}")


def letters(text: str) -> str:
    """Letter by letter.

    >>> letters("GmbH")
    'G M B H'
    """
    return " ".join(text.upper())


def said_acronym(text: str, shouted: bool = False) -> tuple[str, str]:
    """What a word in capitals says, and by which rule: by list, else by length and shape.

    >>> said_acronym("CDU"), said_acronym("UNO"), said_acronym("KLIMAWANDEL"), said_acronym("DSGVO")
    (('C D U', 'letters'), ('Uno', 'acronym'), ('klimawandel', 'capitals'), ('D S G V O', 'letters'))
    """
    if text in _IRREGULAR:
        return _IRREGULAR[text], "acronym"
    if text in WORDS:
        return text.capitalize(), "acronym"
    if text in _STRESSED and (shouted or len(text) > 2):
        return text.lower(), "capitals"
    worded = len(text) >= (4 if shouted else _LONG)
    if worded and not _VOWELS.isdisjoint(text) and not _SHAPE.search(text):
        return text.lower(), "capitals"
    return letters(text), "letters"


def read_acronym(line: Line, index: int) -> Reading | None:
    """CDU · NATO · AfD · GmbH · NGOs · dpa · Lkw."""
    core = line.core(index)
    if core in _IRREGULAR:
        return [Said(_IRREGULAR[core], "letters")]
    if match := _CAPITALS.fullmatch(core):
        said, rule = said_acronym(match[1], line.shouted and not match[2])
        many = f" {match[2]}" if match[2] and rule == "letters" else match[2]
        return [Said(said + many, rule)]
    if len(core) < 8 and _MIXED.fullmatch(core) and len(_LETTER.findall(core)) * 2 >= len(core) - 1:
        return [Said(letters(core), "letters")]
    return None


def read_initials(line: Line, index: int) -> Reading | None:
    """J.R. · H&M · K."""
    core = line.core(index)
    if _INITIALS.fullmatch(core):
        return [Said(letters(core.replace(".", "")), "letters")]
    if match := _AMPERSAND.fullmatch(core):
        return [Said(f"{letters(match[1])} und {letters(match[2])}", "letters")]
    if len(core) == 1 and _LETTER.match(core) and line.dotted(index):
        return [Said(core, "letters")]
    return None
