"""Phonemes to the ids a Piper voice reads, each Word with the run of ids it owns.

^  _ h _ ə _ l _ oʊ _  (space) _ w _ ... _  , _ (space)  _ d _ ...  . _  $
   Word 0              Word 1               mark         Word 2      mark     a PAD after every symbol

A word begins with the PAD in front of it, and with the space where no mark stands between: there nobody
pauses, and its sound has begun. A recogniser that knew the words heard them begin 60 ms before their first
symbols, and 20 ms from where their runs begin (bench voices).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from oyez.model.script import Word
from oyez.voices.nearest_phonemes import NEAREST
from oyez.voices.phonemes import Pronounced
from oyez.voices.piper_config import BOS, EOS, PAD, PiperConfig

__all__ = ["Encoded", "encode"]

# What a voice may have instead of a mark it was not trained on.
_INSTEAD = {"…": ".", "!": ".", "?": ".", ";": ",", ":": ",", "—": ",", "–": ","}


@dataclass(frozen=True, slots=True)
class Encoded:
    """Ids of a sentence.

    places    ids start:end of each word; None where nothing of it sounds
    missing   symbols the voice has no id for, and none for anything near, each once
    """

    ids: tuple[int, ...]
    places: tuple[tuple[int, int] | None, ...]
    missing: tuple[str, ...]

    def notes(self, words: Sequence[Word]) -> tuple[str, ...]:
        """What of the words, those that were encoded, is not heard."""
        unheard = dict.fromkeys(
            word.say[:80]
            for word, place in zip(words, self.places, strict=True)
            if place is None and any(map(str.isalnum, word.say))
        )
        return (
            *(f"the voice has no sound for {symbol!r}" for symbol in self.missing),
            *(f"nothing is heard of {said!r}" for said in unheard),
        )


def encode(words: Sequence[Pronounced], marks: Sequence[str], config: PiperConfig) -> Encoded:
    """Words and the phrase mark after each of them ("" for none) as ids."""
    pad = config.ids[PAD]
    ids = [*config.ids[BOS], *pad]
    places: list[tuple[int, int] | None] = []
    missing: dict[str, None] = {}
    space: tuple[int, ...] = ()  # owed before the next word that sounds
    early = len(pad)  # ids before its first symbol that belong to that word
    for word, mark in zip(words, marks, strict=True):
        sounding: list[int] = []
        for symbol in _symbols(word.ipa, config):
            sounds = _instead(symbol, config)
            for sound in sounds:
                sounding += [*config.ids[sound], *pad]
            if not sounds:
                missing[symbol] = None
        if not sounding:
            places.append(None)
            continue
        ids += space
        places.append((len(ids) - early, len(ids) + len(sounding)))
        ids += sounding
        stop = _mark(mark, config)
        ids += [*stop, *pad] if stop else []
        blank = config.ids.get(" ", ())
        space = (*blank, *pad) if blank and (stop or not word.joined) else ()
        early = len(pad) if stop else len(space)
    return Encoded((*ids, *config.ids[EOS]), tuple(places), tuple(missing))


def _symbols(ipa: str, config: PiperConfig) -> Iterator[str]:
    """Single characters, accents apart, as Piper voices are trained; clusters where the voice has them."""
    text = unicodedata.normalize("NFD", ipa)
    place = 0
    while place < len(text):
        cluster = next((one for one in config.clusters if text.startswith(one, place)), text[place])
        yield cluster
        place += len(cluster)


def _instead(symbol: str, config: PiperConfig) -> str | tuple[str, ...]:
    """The symbol itself, or what comes nearest in the voice; nothing where nothing does."""
    # An article cannot end the sentence from within: ^ _ $ are ours.
    if symbol in config.ids:
        return (symbol,) if symbol not in (BOS, PAD, EOS) else ()
    return next((near for near in NEAREST.get(symbol, ()) if all(one in config.ids for one in near)), ())


def _mark(mark: str, config: PiperConfig) -> tuple[int, ...]:
    return config.ids.get(mark) or config.ids.get(_INSTEAD.get(mark, mark)) or ()
