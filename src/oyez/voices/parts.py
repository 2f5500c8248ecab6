"""What a voice gives while it speaks: first what is known of some words, then their sound, piece by piece.

stream(sentence) -> Phrase, Sound, Sound, ...   and again for the next words of a long sentence
                                                their sum is the Clip that say(sentence) gives
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from oyez.model.narration import Clip

if TYPE_CHECKING:
    from numpy import int16
    from numpy.typing import NDArray

__all__ = ["Part", "Phrase", "Sound", "clip_of"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is known of the next words before they are heard. The first of a sentence tells its rate.

    times     (start, end) in frames from the beginning of the sentence, for each of the next Words
    frames    length of the sound that follows
    measured  False where the times are estimated
    notes     what could not be said as written. One without words and frames says what befell those before
    """

    times: tuple[tuple[int, int], ...]
    frames: int
    sample_rate: int
    measured: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sound:
    """The next piece of the sound: int16, shape (frames,), mono."""

    samples: NDArray[int16]


Part = Phrase | Sound


def clip_of(parts: Iterable[Part]) -> Clip:
    """The parts of a whole sentence as one clip; a note that phrases share is kept once."""
    import numpy

    heard = list(parts)
    phrases = [part for part in heard if isinstance(part, Phrase)]
    pieces = [part.samples for part in heard if isinstance(part, Sound)]
    return Clip(
        numpy.concatenate(pieces) if pieces else numpy.zeros(0, dtype=numpy.int16),
        phrases[0].sample_rate,
        tuple(span for phrase in phrases for span in phrase.times),
        all(phrase.measured for phrase in phrases),
        tuple(dict.fromkeys(note for phrase in phrases for note in phrase.notes)),
    )
