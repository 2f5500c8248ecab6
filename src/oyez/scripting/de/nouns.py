"""The gender of a noun, guessed by how it ends: "das 1. Kapitel", "1 Schule" (eine).

German has no rule without exceptions; the table holds the nouns that news counts. A compound has the
gender of its last part, so endings do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

__all__ = ["Gender", "a", "gender", "half"]

Gender = Literal["m", "f", "n"]

_FEMININE = re.compile(
    r"(?:ung|heit|keit|schaft|[sgxt]ion|tät|enz|anz|[^s]ei|ie|[^o]ur|isse|liga|zeit|hand|stadt|nacht|saison|person|frau|mutter"
    r"|tochter|schwester|wahl|zahl|tür|\buhr|\bart|bank|fahrt|schicht|form|kammer|nummer|feier|mauer|steuer"
    r"|\bwm|\bem|kraft|regel|tafel|staffel|pflicht|welt|million|front|angst|schuld|macht|jagd|flucht|bahn"
    r"|gmbh|\bag|schlacht|lösung|erin|ärztin|ministerin|präsidentin|schlucht|kita|firma|gala|kamera|villa|pizza)$"
)
_NEUTER = re.compile(
    r"(?:chen|lein|ment|um|nis|zeug|jahr|kind|\btor|gegentor|saisontor|länderspieltor|spiel|mal|haus|kapitel|buch|quartal|viertel"
    r"|drittel|achtel|semester|hundert|zehnt|tausend|gebot|gleis|stockwerk|finale|geschoss|bataillon|bild"
    r"|paket|programm|festival|rennen|opfer|glied|gesetz|studio|reich|konzil|ticket|auto|lager|boot"
    r"|schiff|land|dorf|bad|pferd|treffen|rad|ende|zimmer|baby|thema|geschlecht|glas|bier|stück|prozent"
    r"|stadion|wort|lied|werk|gericht|amt|verfahren|urteil|geld|feld|tier|team|hotel|modell|mitglied|fest"
    r"|pfund|gramm|kilo|watt|promille|volk|schloss|dach|bein|auge|ohr|herz|konzert|album|handy|gebäude|ergebnis"
    r"|kabinett|parlament|projekt|produkt|unternehmen|leben|signal|foto|video)$"
)
_MASCULINE_IN_E = re.compile(
    r"(?:name|junge|kunde|zeuge|experte|kollege|russe|franzose|chinese|gedanke|buchstabe|käse)$"
)


@lru_cache(maxsize=2048)
def gender(noun: str) -> Gender:
    """m, f or n; "m" where nothing tells.

    >>> [gender(noun) for noun in ("Weltkrieg", "Bundesliga", "Kapitel", "Minute", "Lebensjahr", "Anlauf")]
    ['m', 'f', 'n', 'f', 'n', 'm']
    """
    last = noun.lower().rpartition("-")[2][-24:]
    if _NEUTER.search(last):
        return "n"
    if _FEMININE.search(last):
        return "f"
    return "f" if last.endswith("e") and not _MASCULINE_IN_E.search(last) else "m"


def a(noun: str) -> str:
    """The one before a noun.

    >>> a("Schule"), a("Bäcker"), a("Kind")
    ('eine', 'ein', 'ein')
    """
    return "eine" if gender(noun) == "f" else "ein"


def half(noun: str) -> str:
    """A half before a noun, as a subject.

    >>> half("Stunde"), half("Liter"), half("Jahr")
    ('eine halbe', 'ein halber', 'ein halbes')
    """
    return {"m": "ein halber", "f": "eine halbe", "n": "ein halbes"}[gender(noun)]
