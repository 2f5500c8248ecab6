"""Ordinals: a figure with a point ("der 2. Weltkrieg"), and rulers' numerals ("Friedrich II.")."""

from __future__ import annotations

import re

from oyez.scripting.de.figures import NAMED
from oyez.scripting.de.inflection import ending
from oyez.scripting.de.numbers import cardinal, ordinal
from oyez.scripting.line import Line, Reading, Said

__all__ = ["is_ordinal", "read_ordinal", "read_roman", "roman"]

_FIGURES = re.compile(r"[1-9][0-9]{0,3}|[1-9][0-9]{0,2}\.000")
_PAIR = re.compile(r"([1-9][0-9]?)\./([1-9][0-9]?)")
_STOPPAGE = re.compile(r"([1-9][0-9]{0,2})\.\+([1-9][0-9]?)")
_SUPERLATIVE = re.compile(r"([1-9][0-9]?)\.?[-–‑]([a-zäöüß]{3,}t(?:e[nrsm]?))")
_RANGE = re.compile(r"([1-9][0-9]{0,2})\.[-–‑]([1-9][0-9]{0,2})")

# A capital behind the point that begins a sentence.
_STARTS = frozenset(
    """Der Die Das Er Sie Es Wir Ich Ein Eine Aber Und Dann Doch Im In Am Was Wer Wie Auch So Nach Bei Mit Für
    Auf Von Zu Zum Zur Den Dem Damit Dabei Diese Dieser Dieses Seine Ihre Seit Als Wenn Weil Denn""".split()
)
_BEFORE_LAST = frozenset("am vom zum beim den".split())  # "Er kommt am 3."


def is_ordinal(line: Line, index: int) -> bool:
    """True where the point behind a figure makes it an ordinal."""
    behind, core = line.after(index), line.core(index)
    if not behind.startswith(".") or line.core(index - 1) in NAMED:
        return False
    following = line.core(index + 1)
    if not following or line.ends(index):
        return line.core(index - 1).lower() in _BEFORE_LAST and len(core) < 4
    if behind not in (".", ".,") or line.tokens[index + 1].before not in ("", "„", "»", "“", '"', "‚", "'"):
        return False
    if len(core) == 4 and "1100" <= core < "2100":
        return following[0].islower() and line.core(index - 1).lower() in _BEFORE_LAST
    return following not in _STARTS


def read_ordinal(line: Line, index: int) -> Reading | None:
    """3. Oktober · der 2. Weltkrieg · 15.-17. März · 3./4. Oktober · 1. Erstens."""
    core = line.core(index)
    if _FIGURES.fullmatch(core):
        if is_ordinal(line, index):
            return [Said(ordinal(int(core.replace(".", "")), ending(line, index)), "ordinal")]
        if index == 0 and line.after(0) == "." and line.core(1) in _STARTS and len(core) < 3:
            return [Said(f"{ordinal(int(core))}ns", "ordinal")]
        return None
    if match := _STOPPAGE.fullmatch(core):
        first = ordinal(int(match[1]), ending(line, index))
        return [Said(f"{first} plus {cardinal(int(match[2]))}", "ordinal")]
    if match := _SUPERLATIVE.fullmatch(core):
        return [Said(f"{ordinal(int(match[1]), '')}{match[2]}", "ordinal")]
    if not line.dotted(index):
        return None
    if match := _RANGE.fullmatch(core) or _PAIR.fullmatch(core):
        end = ending(line, index)
        link = "und" if "/" in core else "bis"
        return [Said(f"{ordinal(int(match[1]), end)} {link} {ordinal(int(match[2]), end)}", "ordinal")]
    return None


_NUMERAL = re.compile(r"(?=[IVXL])(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

# A single letter behind any other name is an initial: "Erich V."
_RULERS = frozenset(
    """Karl Karls Otto Ottos Wilhelm Wilhelms Friedrich Friedrichs Heinrich Heinrichs Ludwig Ludwigs Franz
    Philipp Philipps Leopold Leopolds Georg Georgs Nikolaus Alexander Alexanders Peter Peters Katharina
    Katharinas Elisabeth Elisabeths Elizabeth Elizabeths Maria Juan Carlos Felipe Felipes Albert Alberts
    Benedikt Pius Leo Leos Paul Pauls Gregor Gregors Innozenz Haakon Harald Haralds Gustav Gustavs Adolf
    Christian Margrethe Margrethes Frederik Frederiks Willem Baudouin Mohammed Abdullah Hussein Rudolf
    Rudolfs Ferdinand Ferdinands Maximilian Joseph Josephs Josef Konrad Konrads Lothar Sigismund Napoleon
    Napoleons Charles Jakob Richard Eduard William Edward George Henry James Franziskus Johannes Albrecht
    August Augusts Victoria Viktoria Isabella Ramses Ptolemäus Darius Xerxes Boris Iwan Stephan""".split()
)
_QUEENS = re.compile(
    r"(?:Königin|Kaiserin|Zarin|Fürstin|Elisabeth|Elizabeth|Katharina|Margrethe|Maria|Viktoria|Victoria"
    r"|Isabella|Beatrix|Christina|Kleopatra)s?"
)
_TITLES = frozenset(
    """König Königs Königin Kaiser Kaisers Kaiserin Papst Papstes Zar Zaren Zarin Fürst Fürsten Fürstin Herzog
    Prinz Sultan Emir Kurfürst Großherzog Pharao Patriarch""".split()
)
_DATIVE = frozenset("von mit bei unter nach zu seit gegenüber aus neben zwischen vor samt laut".split())
_ACCUSATIVE = frozenset("für gegen über um durch ohne an auf".split())
_ARTICLES = frozenset("der den dem des die am im vom zum zur".split())


def roman(text: str) -> int:
    """The value of a numeral.

    >>> roman("XIV"), roman("VIII"), roman("XL")
    (14, 8, 40)
    """
    total, last = 0, 0
    for letter in reversed(text):
        worth = _VALUES[letter]
        total += -worth if worth < last else worth
        last = max(last, worth)
    return total


def read_roman(line: Line, index: int) -> Reading | None:
    """Friedrich II. · Ludwigs XIV. · der XX. Parteitag · Hartz IV · Kapitel III."""
    core = line.core(index)
    if not _NUMERAL.fullmatch(core):
        return None
    before, following = line.last(index, dot=True), line.next(index, dot=True)
    dotted = line.dotted(index)
    if dotted and before.lower() in _ARTICLES and following[:1].isupper():
        return [Said(ordinal(roman(core), ending(line, index)), "ordinal")]
    if not before[:1].isupper() or not before.isalpha():
        return None
    ruler = before in _RULERS or _has_title(line, index)
    if ruler or (dotted and len(core) > 1 and not before.isupper()):
        return [Said(f"{_article(line, index)}", "ordinal")]
    if not dotted and (len(core) > 1 or before in _CHAPTERS) and not before.isupper():
        return [Said(cardinal(roman(core)), "number")]
    return None


_CHAPTERS = frozenset("Kapitel Teil Band Akt Buch Artikel Klasse Typ Gruppe Abschnitt Stufe".split())


def _has_title(line: Line, index: int) -> bool:
    return not _TITLES.isdisjoint(line.cores[max(0, index - 4) : index])


def _is_named(word: str) -> bool:
    """True for another part of the name: a capital that is no preposition at the start of the sentence."""
    low = word.lower()
    return word[:1].isupper() and not (low in _DATIVE or low in _ACCUSATIVE or low in _ARTICLES)


def _article(line: Line, index: int) -> str:
    """der Zweite, des Zweiten, dem Zweiten, die Zweite ...: by the word before the whole name."""
    count = roman(line.core(index))
    name = line.core(index - 1)
    first = index - 1
    while first > 0 and _is_named(line.core(first - 1)) and line.joined(first - 1):
        first -= 1
    before = line.core(first - 1).lower()
    queen = any(_QUEENS.fullmatch(core) for core in line.cores[first:index])
    oblique = f"{ordinal(count, 'en').capitalize()}"
    if before in ("des", "eines") or (name.endswith("s") and name[:-1] in _RULERS):
        return f"{'der' if queen else 'des'} {oblique}"
    if before in _DATIVE or before in ("dem", "vom", "zum", "beim", "zur"):
        return f"{'der' if queen else 'dem'} {oblique}"
    if before in _ACCUSATIVE or before == "den":
        return f"die {ordinal(count).capitalize()}" if queen else f"den {oblique}"
    return f"{'die' if queen else 'der'} {ordinal(count).capitalize()}"
