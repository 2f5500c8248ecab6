"""The language of a part of an article: the page's own, unless its letters or words plainly say otherwise.

part -> its script -> one that the page's language is not written in: by the script alone, or its letters
     -> a long part without the page's commonest words: py3langid, where it is far surer of another

A name, a title or a short line keeps the page's language: a wrong voice is worse than an accent.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter

from oyez.model.language import primary
from oyez.scripting.common_words import COMMON_WORDS

__all__ = ["language_of", "part_language"]

_LONG = 60  # letters; below it names look like any language
_LONG_IN_OTHER_SCRIPT = 30  # letters of a Latin line among other scripts: a sentence, no brand name
_FEWEST = 2  # letters of another script that make a part its own: a heading of one word
_OWN_SHARE = 0.12  # of all words that are the language's commonest; lists of names have none
_SURE_SHARE = 0.25  # prose has 0.25 to 0.5, and of a near language's words up to 0.15
_MOST_CAPITALS = 0.6  # of all words; more is a list of names, which has no language
_FAR = 8.0  # nats per square root of bytes between two languages; prose 8 to 27, lists of names below 7
_SAMPLE = 3000  # characters; more changes no answer
_GLANCE = 400  # characters that show whether a part is plainly in the page's language

# First letter of each script's range, rising; what stands between two belongs to the lower one.
_RANGES = (
    (0x41, "Latin"), (0x370, "Greek"), (0x400, "Cyrillic"), (0x530, "Armenian"), (0x590, "Hebrew"),
    (0x600, "Arabic"), (0x700, ""), (0x750, "Arabic"), (0x780, ""), (0x8A0, "Arabic"), (0x900, "Devanagari"),
    (0x980, "Bengali"), (0xA00, "Gurmukhi"), (0xA80, "Gujarati"), (0xB00, "Oriya"), (0xB80, "Tamil"),
    (0xC00, "Telugu"), (0xC80, "Kannada"), (0xD00, "Malayalam"), (0xD80, "Sinhala"), (0xE00, "Thai"),
    (0xE80, "Lao"), (0xF00, "Tibetan"), (0x1000, "Burmese"), (0x10A0, "Georgian"), (0x1100, "Hangul"),
    (0x1200, "Ethiopic"), (0x13A0, ""), (0x1780, "Khmer"), (0x1800, ""), (0x1C90, "Georgian"), (0x1CC0, ""),
    (0x1D00, "Latin"), (0x1F00, "Greek"), (0x2000, ""), (0x2C60, "Latin"), (0x2C80, ""), (0x2DE0, "Cyrillic"),
    (0x2E00, ""), (0x3041, "Kana"), (0x3100, ""), (0x3131, "Hangul"), (0x3190, ""), (0x31F0, "Kana"),
    (0x3200, ""), (0x3400, "Han"), (0x4DC0, ""), (0x4E00, "Han"), (0xA000, ""), (0xA640, "Cyrillic"),
    (0xA6A0, ""), (0xA720, "Latin"), (0xA800, ""), (0xAC00, "Hangul"), (0xD7B0, ""), (0xF900, "Han"),
    (0xFB00, "Latin"), (0xFB1D, "Hebrew"), (0xFB50, "Arabic"), (0xFE00, ""), (0xFE70, "Arabic"),
    (0xFF00, ""), (0xFF21, "Latin"), (0xFF66, "Kana"), (0xFFA0, ""), (0x1F000, ""), (0x20000, "Han"),
    (0x323B0, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _RANGES]

# The one language of a script, or the one that most of its pages are in.
_LANGUAGE_OF = {
    "Greek": "el", "Cyrillic": "ru", "Armenian": "hy", "Hebrew": "he", "Arabic": "ar", "Devanagari": "hi",
    "Bengali": "bn", "Gurmukhi": "pa", "Gujarati": "gu", "Oriya": "or", "Tamil": "ta", "Telugu": "te",
    "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si", "Thai": "th", "Lao": "lo", "Tibetan": "bo",
    "Burmese": "my", "Georgian": "ka", "Hangul": "ko", "Ethiopic": "am", "Khmer": "km", "Han": "zh",
    "Kana": "ja",
}  # fmt: skip
# Letters that only one of a script's languages has.
_LETTERS = (
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("be", re.compile("[ўЎ]")),
    ("sr", re.compile("[ђћџЂЋЏ]")),
    ("mk", re.compile("[ѓќѕЃЌЅ]")),
    ("ur", re.compile("[ٹڈڑےں]")),
    ("fa", re.compile("[پچژگ]")),
)
_WRITTEN_IN = {language: {script} for script, language in _LANGUAGE_OF.items()} | {
    "ja": {"Kana", "Han"}, "ko": {"Hangul", "Han"}, "yue": {"Han"}, "wuu": {"Han"}, "cmn": {"Han"},
    "uk": {"Cyrillic"}, "bg": {"Cyrillic"}, "be": {"Cyrillic"}, "mk": {"Cyrillic"}, "ky": {"Cyrillic"},
    "tt": {"Cyrillic"}, "ba": {"Cyrillic"}, "sr": {"Cyrillic", "Latin"}, "kk": {"Cyrillic", "Latin"},
    "mn": {"Cyrillic"}, "tg": {"Cyrillic"}, "uz": {"Latin", "Cyrillic"}, "bs": {"Latin", "Cyrillic"},
    "fa": {"Arabic"}, "ur": {"Arabic"}, "ps": {"Arabic"}, "sd": {"Arabic"}, "ug": {"Arabic"},
    "ckb": {"Arabic"}, "ku": {"Latin", "Arabic"}, "az": {"Latin", "Cyrillic", "Arabic"},
    "pa": {"Gurmukhi", "Arabic"}, "yi": {"Hebrew"}, "mr": {"Devanagari"}, "ne": {"Devanagari"},
    "sa": {"Devanagari"}, "kok": {"Devanagari"}, "as": {"Bengali"}, "ti": {"Ethiopic"}, "dz": {"Tibetan"},
    "grc": {"Greek"},
}  # fmt: skip
_ALSO_LATIN = frozenset({"Latin"})

# So near to one another that a paragraph may pass for either; a reader of one understands the other.
_NEAR = (
    {"nb", "nn", "no", "da"}, {"cs", "sk"}, {"hr", "sr", "bs", "sl"}, {"id", "ms", "jv"}, {"de", "lb"},
    {"es", "gl", "ca", "an", "ext"}, {"pt", "gl"}, {"nl", "af", "fy"}, {"bg", "mk"}, {"ru", "be"},
    {"zh", "wuu", "yue", "cmn"}, {"hi", "mr", "ne"}, {"ar", "ary", "arz"}, {"en", "pcm"}, {"tr", "az", "crh"},
)  # fmt: skip
# Languages of today's press; what else py3langid answers (Latin, Esperanto, pidgins) is a guess.
_PRESS = frozenset(
    """af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk
    km kn ko lo lt lv mk ml mn mr ms mt my ne nl no or pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr
    uk ur uz vi zh xh zu yo ig ha rw sn st so mg""".split()
)
_SAME = {"no": "nb"}  # py3langid's name for what we call otherwise
_BEYOND_LATIN = re.compile(r"[\u0370-\u1fff\u2c80-\uffdc\U00010000-\U0003ffff]")
_WORD = re.compile(r"[^\W\d_]+")


def part_language(text: str, page: str) -> str:
    """The BCP 47 language of a block of a page in the language `page`; the very same tag where it is that.

    >>> part_language("Der Regen begann am Montag im Hafen, und niemand wunderte sich darüber sehr.", "en-GB")
    'de'
    >>> part_language("Angela Merkel, Olaf Scholz", "en-GB"), part_language("Новости", "en-GB")
    ('en-GB', 'ru')
    """
    own = primary(page)
    script = _script(text[:_SAMPLE])
    if not script:
        return page
    written = _WRITTEN_IN.get(own, _ALSO_LATIN)
    if own == "ja" and script == "Han" and _letters(text) >= _LONG_IN_OTHER_SCRIPT:
        found = "zh"  # a Japanese sentence of that length has kana
    elif script in written:
        found = _among_its_script(text[:_SAMPLE], own)
    elif script == "Latin":
        found = _latin(text[:_SAMPLE]) if _letters(text) >= _LONG_IN_OTHER_SCRIPT else own
    else:
        found = _by_script(text[:_SAMPLE], script)
    return page if found == own or _near(found, own) else found


def language_of(text: str) -> str:
    """The language of a whole text by itself; "und" where nothing tells."""
    sample = text[:_SAMPLE]
    script = _script(sample)
    if not script:
        return "und"
    if script != "Latin":
        return _by_script(sample, script)
    return _latin(sample) or "und"


def _near(one: str, other: str) -> bool:
    return not one or any(one in group and other in group for group in _NEAR)


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text[:_SAMPLE])


def _script(text: str) -> str:
    """The script of most letters; "" where there are too few. Kana makes Han Japanese."""
    if text.isascii():
        return "Latin" if any(char.isalpha() for char in text) else ""
    beyond = _BEYOND_LATIN.findall(text)
    letters = sum(char.isalpha() for char in text)
    if len(beyond) * 4 < letters:  # even where each of them is a letter, most are Latin
        return "Latin"
    counts = Counter(_RANGES[bisect_right(_STARTS, ord(char)) - 1][1] for char in beyond if char.isalpha())
    counts.pop("", None)
    if counts["Kana"] * 10 >= counts["Han"] and counts["Kana"]:
        counts["Kana"] += counts.pop("Han", 0)
    counts["Latin"] = letters - sum(counts.values())
    script, count = max(counts.items(), key=lambda one: (one[1], one[0]))
    # A word of Han signs says what a word of five letters does.
    return script if count >= _FEWEST or script == "Latin" else ""


def _by_script(text: str, script: str) -> str:
    for language, letters in _LETTERS:
        if script in _WRITTEN_IN[language] and letters.search(text):
            return language
    if script in ("Cyrillic", "Arabic", "Devanagari") and _letters(text) >= _LONG_IN_OTHER_SCRIPT:
        best = next((name for name, _ in _ranked(text) if script in _WRITTEN_IN.get(name, ())), "")
        return best if best in _PRESS else _LANGUAGE_OF[script]
    return _LANGUAGE_OF[script]


def _share(words: list[str], language: str) -> float:
    common = COMMON_WORDS[language]
    return sum(word in common for word in words) / len(words)


def _plainly(words: list[str], language: str) -> bool:
    """True where the commonest words are that language's, and no other's more so."""
    share = _share(words, language)
    if share >= _SURE_SHARE:
        return True
    return share >= _OWN_SHARE and all(
        _share(words, other) < share for other in COMMON_WORDS if other != language
    )


def _among_its_script(text: str, own: str) -> str:
    """The page's language, or the one that py3langid is far surer of."""
    glance = _WORD.findall(text[:_GLANCE].lower())
    if not glance or (own in COMMON_WORDS and _plainly(glance, own)):
        return own
    words = _WORD.findall(text)
    low = [word.lower() for word in words]
    if sum(map(len, words)) < _LONG or sum(word[0].isupper() for word in words) > _MOST_CAPITALS * len(words):
        return own
    ranking = _ranked(text)
    scores = dict(ranking)
    best = next((name for name, _ in ranking if name in _PRESS), own)
    mine = scores.get("no" if own in ("nb", "nn") else own)
    if mine is None or scores[best] - mine < _FAR * math.sqrt(len(text.encode("utf-8", "replace"))):
        return own
    found = _SAME.get(best, best)
    if found in COMMON_WORDS and _share(low, found) < _OWN_SHARE:
        return own  # its letters, but not its words: names and titles
    return found


def _latin(text: str) -> str:
    """The language of a Latin text of which nothing is known, "" where nothing tells."""
    words = _WORD.findall(text.lower())
    shares = sorted(((_share(words, name), name) for name in COMMON_WORDS), reverse=True) if words else []
    if len(words) >= 6 and shares[0][0] >= 2 * _OWN_SHARE and shares[0][0] > 1.5 * shares[1][0]:
        return shares[0][1]
    if sum(map(len, words)) < _LONG_IN_OTHER_SCRIPT:
        return ""
    best = next((name for name, _ in _ranked(text) if name in _PRESS), "")
    return _SAME.get(best, best)


def _ranked(text: str) -> list[tuple[str, float]]:
    """Languages by py3langid, the likeliest first, with their log probabilities."""
    from py3langid.langid import rank  # half a second and 30 MB: only where a part looks foreign

    return [(str(name), float(score)) for name, score in rank(text)]
