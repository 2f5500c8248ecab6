"""IPA as espeak-ng takes it: the mnemonics between "[[" and "]]".

    "wˈɪnd"          -> "w|'I|n|d"
    "tˈiː ˌɛl"       -> "t|'i:", ",E|l"

English voices share a table written down here. For other languages the engine itself is asked what
each of its vowels sounds like; what it lacks is taken by the nearest that it has. Consonants mean the
same in every language of espeak-ng, but for the r, which is always the voice's own.
Source: the phoneme tables of espeak-ng 1.52, heard mnemonic by mnemonic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from oyez.voices.nearest_phonemes import NEAREST

__all__ = ["PhonemeTable", "phoneme_table", "spell"]

_CONSONANTS = {
    **{"p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "q": "q", "c": "c", "ɟ": "J", "ʔ": "?"},
    **{"m": "m", "n": "n", "ŋ": "N", "ɲ": "n^", "ɳ": "n.", "l": "l", "ʎ": "l^", "ɭ": "l.", "ɬ": "l#"},
    **{"f": "f", "v": "v", "θ": "T", "ð": "D", "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h"},
    **{"x": "x", "χ": "X", "ɣ": "Q", "ç": "C", "ʝ": "J^", "β": "B", "ʋ": "v#", "j": "j", "w": "w"},
    **{"ʂ": "s.", "ʐ": "z.", "ɕ": "S;", "ʑ": "Z;", "tʃ": "tS", "dʒ": "dZ", "tɕ": "tS;", "dʑ": "dZ;"},
    **{"m̩": "m-", "n̩": "n-", "l̩": "l-", "ŋ̩": "N-", "ʲ": ";"},
}
_NATIVE = {  # consonants that a neural voice of a language has heard; of other languages all may be
    "en": frozenset("p b t d k ɡ ʔ m n ŋ l f v θ ð s z ʃ ʒ h x j w tʃ dʒ m̩ n̩ l̩ ŋ̩".split()),
    "de": frozenset("p b t d k ɡ ʔ m n ŋ l f v s z ʃ ʒ h x ç j tʃ dʒ m̩ n̩ l̩".split()),
}
# The same mnemonics serve every English voice: "oU" is əʊ in Britain, "o@" keeps its r in America.
_ENGLISH = {
    **{"iː": "i:", "i": "i", "ɪ": "I", "ᵻ": "I#", "eɪ": "eI", "eː": "eI", "e": "E", "ɛ": "E", "æ": "a"},
    **{"ɑː": "A:", "ɑ": "A:", "aː": "A:", "a": "A:", "ɒ": "0", "ɔː": "O:", "ɔ": "O2", "ʌ": "V", "ɐ": "a#"},
    **{"oʊ": "oU", "əʊ": "oU", "oː": "oU", "o": "oU", "ʊ": "U", "uː": "u:", "u": "u:", "ə": "@", "ɚ": "3"},
    **{"ɜː": "3:", "ɜ": "3:", "aɪ": "aI", "aʊ": "aU", "ɔɪ": "OI", "iə": "i@", "aɪə": "aI@", "aɪɚ": "aI3"},
    **{"eə": "e@", "ɛə": "e@", "ʊə": "U@", "ɑ̃": "A~", "ɔ̃": "O~", "ɹ": "r", "ɾ": "t#"},
    **{"r": "r", "ʁ": "r", "ʀ": "r", "ʍ": "w#"},
}
# Taken as one sound where no vowel follows: a vowel takes the r or l to itself.
_CLOSED = {
    **{"ɑːɹ": "A@", "ɑɹ": "A@", "ɔːɹ": "o@", "ɔɹ": "o@", "oːɹ": "o@", "oʊɹ": "o@", "ɛɹ": "e@", "eɹ": "e@"},
    **{"ɛəɹ": "e@", "eəɹ": "e@", "ɪɹ": "i@3", "ɪəɹ": "i@3", "ʊɹ": "U@", "ʊəɹ": "U@", "ɜːɹ": "3:", "ɜɹ": "3:"},
    **{"əɹ": "3", "aɪəɹ": "aI3", "əl": "@L", "ɹ": "r-", "ɾ": "r-"},
}
_RHOTICS = ("r", "R")  # mnemonics
# Vowels an espeak-ng voice may have; where several sound the same, the first is the plain one.
_PROBED = (
    "@ a e i o u E O I U V A 0 & y Y W 8 3 i: u: e: o: a: A: E: O: &: y: Y: 3: @: U: I: W: u- u-: o- aa a#"
    " I2 I# E2 e2 02 O2 @5 aI aU eI oU @U OI OY EI eU EU iU uI oI AI Oi ai au ei ou oi ui Wy Yy i@ u@ e@ o@"
    " U@ UR iR A~ a~ E~ e~ O~ o~ I~ i~ U~ u~ V~ W~ &~ 0~"
).split()
_MEANT = str.maketrans(
    {"g": "ɡ", ":": "ː", "'": "ˈ", "’": "ˈ", "ʤ": "dʒ", "ʧ": "tʃ", "ʦ": "ts", "ʣ": "dz", "ʨ": "tɕ", "ʥ": "dʑ"}
    | {"ɝ": "ɜːɹ", "ɫ": "l", "˞": "ɹ", "ʷ": "w", "ᵿ": "ʊ"}
    | dict.fromkeys(".-‿|/[]()", "")  # what says nothing to an engine
    | dict.fromkeys("ʰʱˠˤˑʼˀˡⁿᵝ", "")  # shades of the sound before
)
_TONES = "˥˦˧˨˩ꜛꜜ↗↘012345"  # an English voice has none; elsewhere a word is not said without its own
_STRESS = {"ˈ": "'", "ˌ": ","}
_LENGTH = "ː"
_SYLLABIC = "\u0329"
_VOWELS = frozenset("aɑɐæɒeɛəɚɜiɪᵻoɔøœuʊʌyʏɨʉɯɤɵɘɞɶ")
_WEAK = frozenset({"ə", "ɚ", "ɐ", "ᵻ", "əl", "əɹ"})
_FLAPPING = _WEAK | {"i", "ɪ", "oʊ", "iə"}  # unstressed vowels before which America says t as in "water"
_PLAIN_T = "t2"  # of "protest", never said so
_OPEN_LETTER, _OPEN_VOWEL = re.compile("[ao]"), re.compile("ɑː(?![ɹr])")
_LONGEST = 100  # phonemes in a word; espeak-ng 1.52 ends with SIGSEGV somewhere above 200


@dataclass(frozen=True, slots=True)
class PhonemeTable:
    """IPA -> the mnemonics of one voice; `closed`, of English voices, holds only where no vowel follows."""

    sounds: Mapping[str, tuple[str, ...]]
    closed: Mapping[str, tuple[str, ...]]

    @property
    def is_english(self) -> bool:
        """Whether the IPA is General American, whatever the voice makes of it."""
        return bool(self.closed)


def phoneme_table(
    voice: str, alone: Callable[[Sequence[str]], Sequence[str]], native: bool = False
) -> PhonemeTable:
    """The table of what espeak-ng calls a voice ("en-GB-scotland").

    alone    IPA of texts standing alone, phoneme input among them; not asked for an English voice
    native   leave out foreign consonants, of which a neural voice has never heard
    """
    language = voice.lower().partition("-")[0]
    kept = _NATIVE.get(language, _CONSONANTS) if native else _CONSONANTS
    consonants = {ipa: name for ipa, name in _CONSONANTS.items() if ipa in kept}
    if language == "en":
        return _completed(
            consonants | _ENGLISH | dict.fromkeys(_TONES, ""),
            {ipa.replace("ɹ", r): name for ipa, name in _CLOSED.items() for r in "ɹrʁʀ"},
        )
    vowels = alone([f"[[t'{name}]]" for name in _PROBED])
    rhotics = alone([f"[[{name}'i]]" for name in _RHOTICS])
    table: dict[str, str] = {}
    for ipa, name in zip(rhotics, _RHOTICS, strict=True):
        table.setdefault(ipa.removesuffix("ˈi"), name)
    table = dict.fromkeys("ɹʁʀ", _RHOTICS[0]) | table
    for ipa, name in zip(vowels, _PROBED, strict=True):
        sound = "".join(filter(_tells_apart, unicodedata.normalize("NFD", ipa.removeprefix("tˈ"))))
        if sound and _is_vowel(sound):
            table.setdefault(sound, name)
    return _completed(consonants | table, {})


def spell(ipa: str, table: PhonemeTable, written: str = "") -> tuple[str, ...] | None:
    """Mnemonics of each word of `ipa`; None where it has a sound that nothing comes near.

    A word that says nothing of stress is stressed: dictionaries leave it out of "ʃiː". `written` is the
    same in letters: it tells the vowel of "contract" from that of "Obama", which only America says alike.
    """
    plain = unicodedata.normalize("NFC", ipa).translate(_MEANT)
    if table.is_english:
        plain = _rounded(plain, written)
    words = unicodedata.normalize("NFD", plain).split()
    marked = any(mark in plain for mark in _STRESS)
    spelled = [_word(word, table, marked) for word in words]
    found = tuple(filter(None, spelled))
    return found if found and len(found) == len(words) else None


def _rounded(ipa: str, written: str) -> str:
    """
    >>> _rounded("kˈɑːntɹækt", "contract"), _rounded("oʊbˈɑːmə", "Obama"), _rounded("hˈɑːɹbɚ", "harbour")
    ('kˈɒntɹækt', 'oʊbˈɑːmə', 'hˈɑːɹbɚ')
    """
    letters = [(match.start() / len(written), match[0]) for match in _OPEN_LETTER.finditer(written.lower())]
    if not any(letter == "o" for _, letter in letters):
        return ipa

    def vowel(match: re.Match[str]) -> str:
        place = match.start() / len(ipa)
        return "ɒ" if min(letters, key=lambda one: abs(one[0] - place))[1] == "o" else match[0]

    return _OPEN_VOWEL.sub(vowel, ipa)


def _word(ipa: str, table: PhonemeTable, marked: bool) -> str | None:
    names: list[str] = []
    stress = "" if marked else "'"
    sounds = list(_sounds(ipa, table))
    for (sound, said), (following, _) in zip(sounds, [*sounds, ("", None)][1:], strict=True):
        if sound in _STRESS:
            stress = _STRESS[sound]
        elif said is None:
            return None
        # espeak-ng wants stress before the vowel, IPA may have it before the syllable.
        elif stress and _is_vowel(sound) and (marked or not _is_weak(sound)):
            names += (stress + said[0], *said[1:])
            stress = ""
        elif sound == "t" and table.is_english and _is_vowel(following) and following not in _FLAPPING:
            names.append(_PLAIN_T)
        else:
            names += filter(None, said)
    # "|" keeps "a" and "I" from being read as "aI".
    return "|".join(names) if 0 < len(names) <= _LONGEST else None


def _sounds(ipa: str, table: PhonemeTable) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """The sounds of a word, longest match first; None for a stress mark, and for what is in no table."""
    place = 0
    while place < len(ipa):
        sound, said = _match(ipa, place, table)
        place += len(sound)
        if said is None and (sound == _LENGTH or unicodedata.category(sound) == "Mn"):
            continue  # a shade of the sound before it, which has been said as near as can be
        yield sound, said


def _match(ipa: str, place: int, table: PhonemeTable) -> tuple[str, tuple[str, ...] | None]:
    for length in (4, 3, 2, 1):
        sound = ipa[place : place + length]
        if sound in table.closed and not _is_vowel(ipa[place + length :].lstrip("ˈˌ")):
            return sound, table.closed[sound]
        if sound in table.sounds:
            return sound, table.sounds[sound]
    return ipa[place], None


def _tells_apart(char: str) -> bool:
    """Leaves out that a vowel is a little lowered, fronted or rounded: "ä" of Japanese is its a."""
    return char in "\u0303ː" or unicodedata.category(char) not in ("Mn", "Lm", "Sk")


def _is_vowel(sound: str) -> bool:
    return sound[:1] in _VOWELS or sound[1:2] == _SYLLABIC


def _is_weak(vowel: str) -> bool:
    return vowel in _WEAK or vowel[1:2] == _SYLLABIC


def _completed(own: Mapping[str, str], closed: Mapping[str, str]) -> PhonemeTable:
    """A table in which what is missing is taken by the nearest there is."""
    sounds: dict[str, tuple[str, ...]] = {
        unicodedata.normalize("NFD", ipa): (name,) for ipa, name in own.items()
    }
    exact = PhonemeTable(dict(sounds), {})
    for ipa, near in NEAREST.items():
        if ipa in sounds:
            continue
        whole = next((exact.sounds[one] for one in near if one in exact.sounds), None)
        parts = whole or next((found for one in near if (found := _parts(one, exact))), None)
        if parts or not near:
            sounds[ipa] = parts or ()
    return PhonemeTable(sounds, {ipa: (name,) for ipa, name in closed.items()})


def _parts(ipa: str, table: PhonemeTable) -> tuple[str, ...] | None:
    found = list(_sounds(ipa, table))
    if any(said is None for _, said in found) or "".join(sound for sound, _ in found) != ipa:
        return None
    return tuple(name for _, said in found if said for name in said)
