"""IPA as people write it, brought into the one spelling that the engines are given.

Source: chart of the International Phonetic Alphabet, 2020, with ᵻ and ᵿ of dictionaries and espeak-ng.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["LONGEST_IPA", "folded_ipa", "is_slashed", "possessive", "wrong_ipa"]

LONGEST_IPA = 200  # characters; a long name has 40

_VOWELS = "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒᵻᵿɚɝ"
_CONSONANTS = "pbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟɫʍwɥʜʢʡɕʑɺɧɓɗʄɠʛʘǀǃǂǁ"
_MARKS = "ˈˌːˑ˞ʰʷʲˠˤⁿˡʼˀ˥˦˧˨˩ "
_LETTERS = frozenset(_VOWELS + _CONSONANTS)
_KNOWN = _LETTERS | frozenset(_MARKS)
_COMBINING = ("\u0300", "\u036f")  # diacritics of the chart; tie bars are among them and go

# What keyboards have instead, ligatures of older charts, and what says nothing to an engine.
_FOLDED = str.maketrans(
    {"g": "ɡ", ":": "ː", "'": "ˈ", "’": "ˈ", "ʧ": "tʃ", "ʤ": "dʒ", "ʦ": "ts", "ʣ": "dz", "ʨ": "tɕ", "ʥ": "dʑ"}
    | dict.fromkeys([".", "‿", "\u0361", "\u035c"], "")
)
_SLASHED = re.compile(r"\s*/(.*)/\s*", re.DOTALL)
_ENCLOSED = re.compile(r"\s*(?:/(.*)/|\[(.*)\])\s*", re.DOTALL)
_SIBILANT = re.compile(r"[szʃʒ]$")
_VOICELESS = re.compile(r"[ptkfθxc]$")


def is_slashed(said: str) -> bool:
    """True for "/ʃiː/": a saying that is written in IPA."""
    return _SLASHED.fullmatch(said) is not None and len(said.strip()) > 1


def folded_ipa(text: str) -> str:
    """The engines' spelling: no slashes, no tie bars, one space between words.

    >>> folded_ipa("/ˈt͡ʃa:.gos/"), folded_ipa("[ʤɪn  'pɪŋ]")
    ('ˈtʃaːɡos', 'dʒɪn ˈpɪŋ')
    """
    if enclosed := _ENCLOSED.fullmatch(text):
        text = enclosed[1] or enclosed[2] or ""
    apart = unicodedata.normalize("NFD", text).replace("c\u0327", "ç")
    return " ".join(apart.translate(_FOLDED).split())


def wrong_ipa(ipa: str) -> str:
    """What is wrong with folded IPA; "" where nothing is.

    >>> wrong_ipa("ʃiː"), wrong_ipa("Shee"), wrong_ipa("ˈ")
    ('', "holds 'S', which is no sign of the IPA", 'holds no sound')
    """
    for char in ipa:
        if char not in _KNOWN and not _COMBINING[0] <= char <= _COMBINING[1]:
            return f"holds {char!r}, which is no sign of the IPA"
    if not all(_LETTERS.intersection(word) for word in ipa.split() or ("",)):
        return "holds no sound"
    return "is too long" if len(ipa) > LONGEST_IPA else ""


def possessive(ipa: str) -> str:
    """The IPA with the English ending that "’s" stands for.

    >>> possessive("ʃˈiː"), possessive("ʁˈuːf"), possessive("ɛɹmˈɛs")
    ('ʃˈiːz', 'ʁˈuːfs', 'ɛɹmˈɛsᵻz')
    """
    last = ipa.rstrip("ˈˌːˑ")
    if _SIBILANT.search(last):
        return f"{ipa}ᵻz"
    return f"{ipa}s" if _VOICELESS.search(last) else f"{ipa}z"
