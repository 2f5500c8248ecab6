"""For a sound that a voice does not have: the sounds that come nearest, best first.

    ʁ -> "r" in an English voice        ɲ -> "nj"        ø -> "ɜː" in English, itself in German

A table of sounds, not of languages: whoever reads it takes the first that the voice has. What has nothing
near it, such as ʕ, is left out, as newsreaders do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

__all__ = ["NEAREST"]

_OPEN = {
    "æ": "ɛ a e",
    "a": "ɑ aː ɑː æ",
    "aː": "a ɑː",
    "ɑ": "ɑː a aː",
    "ɑː": "aː ɑ a",
    "ɐ": "ɜ ə a",
    "ʌ": "a ɐ ə",
    "ɒ": "ɔ o ɑ",
    "ɶ": "œ æ a",
}
_MID = {
    "ə": "ɐ ɜ e",
    "ɚ": "ɜ əɹ",
    "ɜ": "ɜː œ ø ə",
    "ɜː": "ɜ øː œ ø ə",
    "e": "eː ɛ",
    "eː": "e eɪ ɛ",
    "ɛ": "e",
    "ɛː": "ɛ eː e",
    "ɔ": "o ɒ",
    "ɔː": "oː ɔ o",
    "o": "oː ɔ oʊ",
    "oː": "o oʊ",
    "ø": "œ øː ɜː e",
    "øː": "ø œ ɜː e",
    "œ": "ø øː ɜː ɛ e",
    "ɤ": "ʌ o",
    "ɘ": "ə ᵻ",
    "ɵ": "ø ə",
    "ɞ": "ɜː ə",
}
_CLOSE = {
    "i": "iː ɪ",
    "iː": "i",
    "ɪ": "i e",
    "ᵻ": "ɪ ɨ i",
    "ɨ": "ᵻ ɪ i",
    "u": "uː ʊ ɯ",
    "uː": "u",
    "ʊ": "u uː",
    "ʉ": "uː u",
    "ʉː": "uː u",
    "ɯ": "ʊ u",
    "ɯː": "uː u",
    "y": "ʏ yː uː u",
    "yː": "y uː u",
    "ʏ": "y ʊ u",
}
_GLIDING = {
    "eɪ": "ɛɪ ei eː e",
    "ɛɪ": "eɪ ei eː e",
    "ei": "eɪ eː e",
    "oʊ": "əʊ ɔʊ ou oː o",
    "əʊ": "oʊ oː o",
    "ou": "oʊ oː",
    "aɪ": "ai",
    "ai": "aɪ",
    "aʊ": "au",
    "au": "aʊ",
    "ɔɪ": "ɔø oɪ oi",
    "ɔʏ": "ɔø ɔɪ oɪ oi",
    "ɔø": "ɔɪ oɪ oi",
    "oi": "ɔɪ ɔø oɪ",
    "œy": "aʊ au",
}
_NASAL = {
    "ã": "ɑ̃ an",
    "ɐ̃": "ã ɐn an",
    "ɑ̃": "ã ɔ̃ ɑn an",
    "ɔ̃": "õ ɔn on",
    "õ": "ɔ̃ on",
    "ẽ": "ɛ̃ en",
    "ɛ̃": "ẽ æn ɛn en",
    "œ̃": "ɛ̃ œn æn",
    "ĩ": "in",
    "ũ": "un",
}
_CONSONANTS = {
    **{"ɡ": "k", "ɢ": "ɡ", "q": "k", "c": "k", "ɟ": "ɡ", "ʈ": "t", "ɖ": "d", "ʙ": "b"},
    **{"ʔ": "", "ʕ": "", "ʢ": "", "ʡ": ""},
    **{"ɓ": "b", "ɗ": "d", "ɠ": "ɡ", "ʄ": "dʒ", "ʛ": "ɡ"},
    **{"ɲ": "nj", "ŋ": "n", "ɳ": "n", "ɴ": "ŋ", "ɱ": "m"},
    **{"ʎ": "lj", "ɭ": "l", "ɫ": "l", "ʟ": "l", "ɬ": "l", "ɮ": "l", "ɺ": "ɾ l"},
    **{"ɹ": "r ɾ ʁ", "r": "ɾ ʁ ɹ", "ɾ": "r t ʁ ɹ", "ʁ": "r ɾ ɹ", "ʀ": "ʁ r ɹ", "ɽ": "ɾ r ɹ", "ɻ": "ɹ r"},
    **{
        "ɸ": "f",
        "β": "v b",
        "ʋ": "v",
        "ⱱ": "v",
        "v": "f",
        "w": "v u",
        "ʍ": "w v u",
        "ɥ": "j w",
        "ɰ": "ɡ",
        "ʲ": "j",
    },
    **{"θ": "s", "ð": "z d", "ʃ": "s", "ʒ": "z ʃ", "ʂ": "ʃ", "ʐ": "ʒ", "ɕ": "ʃ", "ʑ": "ʒ", "ɧ": "ʃ"},
    **{"ç": "ʃ x", "ʝ": "j", "x": "χ k", "χ": "x k", "ɣ": "ɡ", "h": "x", "ɦ": "h", "ħ": "h", "ʜ": "h"},
    **{"tɕ": "tʃ", "dʑ": "dʒ", "ʈʂ": "tʃ", "ɖʐ": "dʒ", "cç": "tʃ", "ɟʝ": "dʒ"},
    **{"ʘ": "p", "ǀ": "t", "ǃ": "k", "ǂ": "k", "ǁ": "k"},
}


def _apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


NEAREST: Mapping[str, tuple[str, ...]] = {
    _apart(sound): tuple(_apart(near).split())
    for table in (_OPEN, _MID, _CLOSE, _GLIDING, _NASAL, _CONSONANTS)
    for sound, near in table.items()
}
