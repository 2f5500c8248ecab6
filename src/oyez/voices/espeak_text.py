"""The text espeak-ng is given for some words, and where in it each of them stands.

    Words      "the"   "wind", phonemes "wˈaɪnd"   "up", mark "."
    text       the [[w|'aI|n|d]] up.
    places     0:3     4:18                        19:21

A word given by its phonemes sounds bit for bit as the same word in letters would: the melody of the
sentence, its stress and what follows take no notice. Its event comes two characters into the place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from oyez.model.script import Word
from oyez.voices.espeak_phonemes import PhonemeTable, spell

__all__ = ["ESPEAK_VERSION", "EspeakText", "espeak_text", "unused_notes"]

# Of espeak-ng in the pinned espeakng-loader, and of our way to write IPA for it: part of every clip's key.
ESPEAK_VERSION = "1.52, phonemes 1"


@dataclass(frozen=True, slots=True)
class EspeakText:
    """`places`: characters start:end of each word in `text`, None for silent words.

    unused    words whose phonemes espeak-ng cannot be given: it says them its own way
    """

    text: str
    places: tuple[tuple[int, int] | None, ...]
    unused: tuple[Word, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What of the phonemes was not used, for the clip."""
        return unused_notes(self.unused)


def unused_notes(words: Sequence[Word]) -> tuple[str, ...]:
    """A note for each word whose phonemes a voice cannot use."""
    return tuple(
        f"the voice cannot say /{word.phonemes[:80]}/, so it says {word.say[:80]!r} its own way"
        for word in words
        if word.phonemes
    )


def espeak_text(words: Sequence[Word], table: Callable[[], PhonemeTable] | None = None) -> EspeakText:
    """The text for words; `table` gives what the voice takes, None leaves phonemes out."""
    parts: list[str] = []
    places: list[tuple[int, int] | None] = []
    unused: list[Word] = []
    length = 0
    for word in words:
        # "[[" opens phoneme input: no text of an article may carry it in.
        said = word.say.replace("[", " ").replace("]", " ").strip()
        if not said:
            places.append(None)
            continue
        if word.phonemes and table:
            spelled = spell(word.phonemes, table(), said)
            if spelled:  # each spoken word in brackets of its own: it has an event of its own, too
                said = " ".join(f"[[{mnemonics}]]" for mnemonics in spelled)
            else:
                unused.append(word)
        places.append((length, length + len(said)))
        parts.append(said + word.mark)
        length += len(parts[-1]) + 1
    return EspeakText(" ".join(parts), tuple(places), tuple(unused))
