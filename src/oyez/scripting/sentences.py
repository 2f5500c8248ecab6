"""Where sentences end.

    text -> boundaries by sentencex -> joined where it cut too early, cut where it saw no end -> spans

sentencex knows the abbreviations of many languages; the rules here add numbered lists on one line,
brackets and quotations that are sentences of their own, and abbreviations before a clear new start.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import sentencex

from oyez.model.language import primary

__all__ = ["spans", "split"]

# sentencex is Rust: it takes valid Unicode only, and panics where a wide space stands behind an initial
# ("J.\u202fK. Rowling"), stepping back a byte over it. A plain space stands for one: it answers with lengths.
_FOREIGN = re.compile("[\ud800-\udfff]")
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f]")
_PLACEHOLDER = "\ufffd"

_WINDOW = 4000  # characters; sentencex takes quadratic time over quotation marks, 60,000 of them cost 2 s

_MARKER = re.compile(r"(?:(?<=\s)|^)(?:[•⁃‣]\s?)?(?P<label>\d{1,3}|[a-z])(?P<close>\.\)|[.)])(?=\s)")
_LAST_MARKER = re.compile(r"(?:^|[\s•⁃‣])(?:\d{1,3}|[a-z])\.\s+$")
_LONE_MARKER = re.compile(r"\s*(?:[•⁃‣]\s?)?(?:\d{1,3}|[a-z])(?:\.\)|[.)])\s*")
_WORDLESS = re.compile(r"[\W_]*")
_INITIAL = re.compile(r"(?:^|[\s(])[^\W\d_][\u202a-\u202e]*\.[\u202a-\u202e\s]*$")
# Scripts without capitals: one letter and a point is an initial.
_UNCASED = frozenset({"ar", "fa", "ur", "ps", "ckb", "he"})

# Never the end of a sentence: what they shorten stands before a name or a figure.
_ALWAYS_OPEN = re.compile(
    r"(?:^|[\s(“\"'‘–-])(?:Mr|Mrs|Ms|Mx|Messrs|Drs?|Profs?|Gens?|Lt|Cols?|Maj|Capt|Cmdr|Cdr|Sgts?|Cpl|Pte|Pvt|Adms?|Brig|Govs?|Sens?"
    r"|Reps?|Hon|Revd?|Msgr|Amb|Supt|Insp|Det|Cllrs?|Assoc|Asst|Atty|Ch|Pres|Mt|Ft|sq|cu|Flt|Sqn|Det|Rt|Adv|Mohd|App|e\.g|i\.e|cf|vs|v|viz|approx|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\s*$"
)
_FIGURE = re.compile(r"[0-9]|[IVXLC]+\b")
_BEFORE_FIGURE = re.compile(
    r"(?:^|[\s(])(?:[Nn]os?|[Vv]ols?|[Pp]p?|[Cc]h|[Ff]igs?|[Aa]rts?|[Ss]ecs?|[Pp]aras?|ca?|[Aa]pt|[Ee]xt|[Oo]p|[Ee]ps?|[Pp]t|[Rr]m|Tel|[Ee]st|[Aa]pprox|b|d)\.\s*$"
)

_WEEKDAY = re.compile(r"(?:Mon|Tues?|Weds?|Thurs?|Fri|Sat|Sun)\.\s*$")

# Of both, those of four letters and more.
_LONG_AND_OPEN = frozenset(
    "Messrs Profs Prof Gens Cols Capt Cmdr Sgts Adms Brig Govs Sens Reps Revd Msgr Supt Insp Cllr Cllrs "
    "Assoc Asst Atty Pres Mohd Sept approx Approx Vols vols Figs figs Arts arts Secs secs Para para Paras "
    "paras Tues Weds Thur Thurs".split()
)
_BIDIRECTIONAL = re.compile("[\u202a-\u202e]")

# Titles before a name, in other languages than English.
_TITLES = {
    "fr": re.compile(r"(?:^|[\s(«“\"])(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste)\.\s*$"),
    "es": re.compile(r"(?:^|[\s(«“\"])(?:Sr|Sra|Srta|Dr|Dra|Ud|Uds|D|Dña)\.\s*$"),
    "it": re.compile(r"(?:^|[\s(«“\"])(?:Sig|Sigg|Dott|Prof|Avv|Ing|On)\.\s*$"),
    "pt": re.compile(r"(?:^|[\s(«“\"])(?:Sr|Sra|Dr|Dra|Prof|Eng)\.\s*$"),
    "de": re.compile(r"(?:^|[\s(„“\"])(?:Dr|Prof|Hr|Fr|St|Nr|Art|Abs)\.\s*$"),
}
# "J.D. Power" is a name; "the U.S." more often ends its sentence before a capital.
_INITIALS = re.compile(r"(?:^|[\s(“\"‘])((?:[A-Z]\.){2,3})\s+$")
_PLACES = frozenset("U.S. U.K. U.N. E.U. D.C. L.A. N.Y. U.S.A. U.A.E. A.M. P.M. B.C. A.D.".split())
# "34. haftada", "Freitag, 10. März": an ordinal before a small letter or a month.
_MONTH = re.compile(r"(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[^\W\d_]*")
_ORDINAL = re.compile(r"(?:^|\s)\d{1,4}\.\s+$")

# Ends one sentence more often than not when one of these words follows.
_MAY_END = re.compile(
    r"\b(?:[ap]\.m|[AP]\.M|(?:[A-Z]\.){1,6}[A-Z]|[Cc]o|Inc|Corp|Ltd|Jr|Sr|Bros|etc|al|Ala|Ariz|Ark|Calif|Colo|Conn"
    r"|Fla|Kan|Ky|Md|Mich|Minn|Mont|Neb|Nev|Okla|Pa|Tenn|Tex|Va|Vt|Wis|Wyo)\.$"
)
_STOP = re.compile(r"\.\s+([^\W\d_]+)")  # begins with a plain point: that is looked for fastest
_LONGEST_SHORTENED = 16  # characters: "U.S.S.R.A.B.C."
_STARTERS = {
    "en": "The This That These Those He She It They We You There Then But And Yet Or So If In On At As For "
    "After Before When While Where What Why How His Her Its Their Our My Not No Meanwhile However Although "
    "Did Do Does Is Are Was Were Has Have Had Will Would Can Could Should",
    "da": "De Det Den Hvad Hvem Han Hun Jeg Vi Du Der Men Og Her Så",
    "sv": "De Det Den Vad Vem Han Hon Jag Vi Du Där Men Och Här Så",
    "nb": "De Det Den Hva Hvem Han Hun Jeg Vi Du Der Men Og Her Så",
    "de": "Der Die Das Er Sie Es Wir Ich Ein Eine Aber Und Dann Doch In Im Am Was Wer Wie",
    "nl": "De Het Een Hij Zij Ze Wij We Ik Maar En Dan Er In Op Wat Wie",
    "fr": "Le La Les Un Une Il Elle Ils Elles On Nous Vous Je Ce Cette Mais Et Dans En Pour",
    "es": "El La Los Las Un Una Él Ella Ellos Nosotros Yo Pero Y En Por Para Es",
    "it": "Il La Lo Gli Le Un Una Lui Lei Noi Io Ma E In Per È",
    "pt": "O A Os As Um Uma Ele Ela Eles Nós Eu Mas E Em Por Para É",
}
_STARTS = {language: frozenset(words.split()) for language, words in _STARTERS.items()}

_OWN_BRACKET = re.compile(r"[.!?…][\"”’']?[)\]]+\s+(?=[“\"‘']?[A-Z])")
_ELLIPSIS_AFTER_STOP = re.compile(r"(?<=\w\.)\s(?=\. \. \. [A-Z])")
_STOP_AND_ELLIPSIS = re.compile(r"\w\. \. \. \.\s*$")
_GOES_ON = re.compile(r"I\b|[a-z]")
_SPACED_ELLIPSIS = re.compile(r"(?<!\S)\. \. \.\s*$")


def split(text: str, language: str = "en") -> list[str]:
    """The sentences of `text`, spaces included: joined they are the text again.

    >>> split("No. 10 said no. No. He did not.")
    ['No. 10 said no. ', 'No. ', 'He did not.']
    """
    return [text[start:end] for start, end in spans(text, language)]


def spans(text: str, language: str) -> list[tuple[int, int]]:
    """The same as (start, end) pairs that cover the text without gaps."""
    if not text:
        return []
    own = primary(language)
    items = _list_items(text)
    ends = set(_joined(text, _engine_ends(text, own), own, items))
    ends |= items
    ends |= _missed(text, own)
    return _pairs(ends, len(text))


def _engine_ends(text: str, language: str) -> list[int]:
    """The ends that sentencex finds."""
    valid = text if text.isascii() else _WIDE_SPACE.sub(" ", _FOREIGN.sub(_PLACEHOLDER, text))
    ends: list[int] = []
    start = 0
    while start < len(text):
        window = valid[start : start + _WINDOW]
        last = start + len(window)
        found, at = [], start
        for piece in sentencex.segment(language or "en", window):
            at += len(piece)
            found.append(at)
        if last < len(text) and len(found) > 1:
            found.pop()  # its sentence goes on in the next window
        ends.extend(found)
        start = found[-1] if found and found[-1] > start else last
    return ends


def _joined(text: str, ends: Iterable[int], language: str, items: set[int]) -> list[int]:
    """`ends` without those that cut a sentence in two."""
    kept, start, last = [], 0, len(text)
    for end in ends:
        if end < last and _too_early(text, start, end, language, bool(items)):
            continue
        kept.append(end)
        start = end
    return kept


def _too_early(text: str, start: int, end: int, language: str, in_list: bool) -> bool:
    """True where a sentence goes on behind `end`."""
    if end - start <= 12 and (_LONE_MARKER.fullmatch(text, start, end) or _is_lead_in(text, start, end)):
        return True
    if text[end] in "-–" and text[end - 1] == ".":  # "Mon.-Thurs."
        return True
    tail = text[max(start, end - 16) : end]
    if in_list and _LAST_MARKER.search(tail):
        return True
    last_word = tail.rstrip().rpartition(" ")[2]
    if not _may_go_on(last_word, language):
        return False
    if language in _UNCASED:
        return bool(_INITIAL.search(tail))
    if _SPACED_ELLIPSIS.search(tail) and (_GOES_ON.match(text, end) or _STOP_AND_ELLIPSIS.search(tail)):
        return True
    if language == "de":
        from oyez.scripting.de.sentence_ends import goes_on

        if goes_on(text, start, end):
            return True
    if _ORDINAL.search(tail) and (text[end : end + 1].islower() or _MONTH.match(text, end)):
        return True
    if (titles := _TITLES.get(language)) and titles.search(tail):
        return True
    return language == "en" and _too_early_in_english(text, end, tail)


def _too_early_in_english(text: str, end: int, tail: str) -> bool:
    """True behind initials, a title, and what stands before a figure or a small letter."""
    initials = _INITIALS.search(tail)
    if initials and initials[1] not in _PLACES and text[end : end + 1].isupper():
        return True
    if _WEEKDAY.search(tail) and text[end].islower():
        return True
    figure = bool(_FIGURE.match(text, end))
    return bool(_ALWAYS_OPEN.search(tail) or (figure and _BEFORE_FIGURE.search(tail)))


def _may_go_on(word: str, language: str) -> bool:
    """False for nearly every sentence: its last word has another mark, or is no English abbreviation."""
    if not word.endswith(".") and not _BIDIRECTIONAL.search(word):
        return False
    core = word[:-1]
    return language != "en" or len(core) < 4 or not core.isalpha() or core in _LONG_AND_OPEN


def _is_lead_in(text: str, start: int, end: int) -> bool:
    """Dots or an opening mark without a word belong to what follows: "...en toen"."""
    return (
        bool(_WORDLESS.fullmatch(text, start, end))
        and not text[start:end].isspace()
        and not text[end - 1].isspace()
    )


def _missed(text: str, language: str) -> set[int]:
    """Ends that sentencex does not see."""
    ends = set()
    if starters := _STARTS.get(language):
        for match in _STOP.finditer(text):
            at = match.start() + 1
            if match[1] not in starters:
                continue
            tail = text[max(0, at - _LONGEST_SHORTENED) : at]
            word = tail[:-1].rpartition(" ")[2]
            if word.isalpha() and word.islower() and word not in ("co", "etc", "al"):
                continue  # nearly every sentence
            if _MAY_END.search(tail):
                ends.add(match.start(1))
    if language == "de":
        from oyez.scripting.de.sentence_ends import ends_behind_abbreviations

        ends |= ends_behind_abbreviations(text)
    for match in _OWN_BRACKET.finditer(text):
        if _bracket_is_sentence(text, match.start()):
            ends.add(match.end())
    return ends | {match.end() for match in _ELLIPSIS_AFTER_STOP.finditer(text)}


def _bracket_is_sentence(text: str, stop: int) -> bool:
    """True where the bracket that closes behind `stop` was opened at the start of a sentence."""
    opened = max(text.rfind("(", max(0, stop - 600), stop), text.rfind("[", max(0, stop - 600), stop))
    if opened < 0:
        return False
    before = text[max(0, opened - 3) : opened].rstrip()
    return (not before and opened <= 3) or (bool(before) and before[-1] in '.!?…”"')


def _list_items(text: str) -> set[int]:
    """Starts of the items of a list set on one line, from the second on: "1. Bread 2. Butter"."""
    first = _MARKER.match(text.lstrip())
    if not first:
        return set()
    starts: set[int] = set()
    label, close = first["label"], first["close"]
    for match in _MARKER.finditer(text):
        if match["close"] == close and match["label"] == _following(label):
            starts.add(match.start())
            label = match["label"]
    # "⁃9.", without a space behind the bullet, is the same list: its bullet is part of the marker.
    return starts


def _following(label: str) -> str:
    return str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)


def _pairs(ends: set[int], length: int) -> list[tuple[int, int]]:
    """Neighbouring ends as spans."""
    cuts = sorted(end for end in ends if 0 < end < length)
    return list(zip([0, *cuts], [*cuts, length], strict=True))
