"""espeak-ng's IPA in the spelling that Kokoro was trained on: diphthongs and affricates are one sign each.

Source: the phoneme set of misaki, Kokoro's own front end, for words that its lexicon does not know.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["kokoro_ipa"]

# Longest first within each table; what a table makes is not read again by its own later rows.
_ENGLISH = {
    "ʔn\u0329": "tᵊn", "dʒ": "ʤ", "tʃ": "ʧ", "aɪ": "I", "aʊ": "W", "eɪ": "A", "ɔɪ": "Y", "əl\u0329": "ᵊl",
    "əʊ": "Q", "oʊ": "O", "ʔ": "t", "r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə", "ɬ": "l", "ʲ": "", "\u0303": "",
}  # fmt: skip
_AMERICAN = {"ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɚɹ": "əɹ", "ɚ": "əɹ", "ɪə": "iə", "əʊ": "O", "ː": ""}
_BRITISH = {"eə": "ɛː", "iə": "ɪə", "oʊ": "Q"}
_SYLLABIC = re.compile("(\\S)\u0329")  # a consonant that is a syllable: "ᵊ" stands before it


def kokoro_ipa(ipa: str, language: str) -> str:
    """IPA of one word, as espeak-ng writes it for a BCP 47 language, as Kokoro reads it.

    >>> kokoro_ipa("tʃˈeɪndʒ", "en-us"), kokoro_ipa("bˈɜːd", "en-us"), kokoro_ipa("ɡˈəʊ", "en-gb")
    ('ʧˈAnʤ', 'bˈɜɹd', 'ɡˈQ')
    >>> kokoro_ipa("ʃˈɑ̃", "fr-fr")
    'ʃˈɑ̃'
    """
    text = unicodedata.normalize("NFC", ipa).replace("\u0361", "").replace("-", "")
    if not language.startswith("en"):
        return text
    own = _AMERICAN if language == "en-us" else _BRITISH
    text = _replaced(_replaced(text, own), _ENGLISH)
    return _SYLLABIC.sub("ᵊ\\1", text)


def _replaced(text: str, table: dict[str, str]) -> str:
    signs = re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)))
    return signs.sub(lambda match: table[match[0]], text)
