"""Where a German sentence goes on behind a full stop, and where it ends behind an abbreviation.

A capital tells little in German, every noun has one. The word before a figure tells an ordinal ("ihren
80. Geburtstag"), a pronoun or article behind an abbreviation tells a new sentence ("usw. Die Folgen").
"""

from __future__ import annotations

import re

__all__ = ["ends_behind_abbreviations", "goes_on"]

_STARTS = (
    "Der|Die|Das|Er|Sie|Es|Wir|Ich|Ein|Eine|Aber|Und|Dann|Doch|Im|In|Was|Wer|Wie|Dort|Danach|Dabei|Diese|Dieser"
    "|Dieses|Heute|Nun|Auch|Seine|Ihre|Für|Nach|Bei|Mit|Auf|Zuvor|Damit|Wenn|Weil|Denn|So|Seit|Man"
)
_NEW = re.compile(rf"[„»“\"‚(]?(?:{_STARTS})\b")
_DETERMINED = re.compile(
    r"(?:^|[\s(„»“\"])(?:am|vom|zum|zur|im|ins|ans|der|den|dem|des|die|das|bis|beim|seit|ab|unterm|ein|eine[mnrs]?"
    r"|(?:mein|dein|sein|ihr|unser|eur?|kein|jed|dies)(?:e[mnrs]?)?|euer|und|oder|sowie)\s\(?[0-9]{1,3}(?:\.000)?\.\s+$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[0-9]{1,3}\.,?\s(?:und|oder|bis|auf)\s$")  # "3. und 4. Klasse", not "5 und 30. Köln"
_LINKED = re.compile(r"(?:und|oder|sowie)\s[0-9]{1,3}\.\s+$")
_FIGURE = re.compile(r"(?:^|[\s(])[0-9]{1,3}(?:\.000)?\.\s+$")
_RANKED = re.compile(
    r"(?:FC|SC|Bundesliga|Liga|Mal|Jahrhundert|Weltkrieg|Spieltag|Geburtstag|Lebensjahr|Spielminute|Minute|Halbzeit|Halbjahr"
    r"|Quartal|Runde|Lesung|Auflage|Etage|Stock|Obergeschoss|Jahrestag|Armee|Senat|Kammer|Etappe|Klasse|Staffel|Januar"
    r"|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner)"
)
_OPEN = re.compile(
    r"(?:^|[\s(„»“\"])(?:[Ii]nkl|[Ee]xkl|[Zz]zgl|[Mm]ax|[Mm]ind|[Vv]gl|[Cc]a|[Bb]zw|[Ss]og|[Ee]vtl|[Gg]gfs?|[Tt]el|[Bb]spw|[Ii]nsb"
    r"|[Gg]em|[Ee]inschl|[Ee]hem|[Ss]tellv|[Ss]tv|geb|Dipl|Ing|Fa|Fam|Hl|hl|Abb|Kap|Bd|Ziff|Rn|Nrn?|Art|Abs|lt|wg|Mio|Mrd|Tsd"
    r"|Dr|Prof|Hr|Hrn|Frl|St|v|vs|Anm|[zZ]\.\s?B|[dD]\.\s?h|[vV]\.\s?a|[uU]\.\s?a|Jan|Feb|Febr|Aug|Sept|Okt|Nov|Dez"
    r"|Mo|Di|Mi|Do|Sa)\.\s+$"
)
_MAY_END = re.compile(
    r"(?:(?:\b(?:usw|usf|etc|Jh|Jhdt|Chr|Co|[IVXL]{2,5}|[a-z]\.\s?[VDMGRÄ])|[a-zäöüß] [A-ZÄÖÜ])\.)"
    rf"(?P<gap>\s+)(?=[„»“\"‚(]?(?:{_STARTS})\b)"
)
_TAIL = 32  # characters before a possible end that are looked at


def goes_on(text: str, start: int, end: int) -> bool:
    """True where the sentence text[start:end] is cut too early.

    >>> text = "Sie feiert ihren 80. Geburtstag."
    >>> goes_on(text, 0, 21), goes_on("Er wurde 30. Sie ging.", 0, 13)
    (True, False)
    """
    tail = text[max(start, end - _TAIL) : end]
    if text[end - 1] == "." and text[end : end + 1] in ("-", "–", "/"):
        return True  # "1.-Mai-Demo"
    if not tail.rstrip().endswith("."):
        return False
    if _OPEN.search(tail):
        return True
    if not _FIGURE.search(tail) or _NEW.match(text, end):
        return False
    if _RANKED.match(text, end):
        return True
    if _LINKED.search(tail):
        return bool(_JOINED.search(tail.rstrip(" 0123456789.\u00a0") + " "))
    return bool(_DETERMINED.search(tail))


def ends_behind_abbreviations(text: str) -> set[int]:
    """Ends behind a shortened word, where what follows can only begin a sentence.

    >>> ends_behind_abbreviations("Salz, Mehl usw. Die Folgen sind bekannt.")
    {16}
    """
    return {match.end("gap") for match in _MAY_END.finditer(text)}
