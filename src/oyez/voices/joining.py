"""A sentence spoken in pieces, and the pieces as one clip.

words -> phrases -> Piece, Piece, ... -> Clip, or parts of one as they are made
A piece that ends its worker is halved until the bad word is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from oyez.errors import SynthesisError
from oyez.model.script import Sentence, Word
from oyez.voices.parts import Part, Phrase, Sound
from oyez.workers.process import RequestFailed, WorkerDied

__all__ = [
    "Piece",
    "Speak",
    "once_heard",
    "parts_from_pieces",
    "phrases",
    "speak_in_pieces",
    "speak_sentence",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence: their text, 16-bit PCM, and one span in frames for each word.

    skipped    why nothing of it could be spoken; "" where it was
    measured   False where the spans are estimated
    notes      what of it could not be said
    following  further PCM, made as it is asked for: `later` frames of it; RequestFailed where it breaks off
    """

    text: str
    sound: bytes
    spans: tuple[tuple[int, int], ...]
    skipped: str = ""
    measured: bool = True
    notes: tuple[str, ...] = ()
    following: Iterable[bytes] = ()
    later: int = 0

    @classmethod
    def silence(cls, words: Sequence[Word], frames: int, why: str = "the voice ended") -> Piece:
        """Silence in the place of words that could not be spoken."""
        text = " ".join(word.say for word in words if word.say)
        return cls(text, b"\0\0" * frames, ((0, frames),) * len(words), skipped=why)


Speak = Callable[[Sequence[Word]], Iterable[Piece]]
"""Pieces of the words, in order, as they are made; RequestFailed where the rest of them cannot be."""


def speak_sentence(
    sentence: Sentence, longest: int, speak: Speak, frames: int, voice: str
) -> Iterator[Piece]:
    """The pieces of a sentence, spoken in phrases of `longest` characters; `frames` as in speak_in_pieces.

    SynthesisError names the `voice` where nothing of it can be spoken.
    """

    def fail(why: str) -> None:
        raise SynthesisError(
            f"{voice} could not speak {sentence.said[:80]!r}: {why}",
            "leave the block out, or choose another voice with --voice",
            sentence.said,
        )

    spoken = (speak_in_pieces(phrase, speak, frames) for phrase in phrases(sentence.words, longest))
    return once_heard(chain.from_iterable(spoken), fail)


def once_heard(pieces: Iterable[Piece], fail: Callable[[str], None]) -> Iterator[Piece]:
    """The pieces, but none before one is heard: where all were skipped, `fail` is told why and may raise."""
    waiting: list[Piece] = []
    heard = False
    for piece in pieces:
        waiting.append(piece)
        heard = heard or bool(piece.text and not piece.skipped)
        if heard:
            yield from waiting
            waiting.clear()
    if skipped := next((piece.skipped for piece in waiting if piece.skipped), ""):
        fail(skipped)
    yield from waiting


def speak_in_pieces(words: Sequence[Word], speak: Speak, frames: int) -> Iterator[Piece]:
    """The words as they are spoken; what fails is halved, down to the word that cannot be spoken.

    `frames` is the length of the silence in its place. A worker that died is asked once more first:
    it may have been ended from outside, and the same sentence must give the same sound.
    """
    return _or_halves(words, lambda all_of_them: _twice(all_of_them, speak), speak, frames)


def _or_halves(words: Sequence[Word], first: Speak, speak: Speak, frames: int) -> Iterator[Piece]:
    """What `first` makes of them; from where it fails on, `speak` is given halves."""
    done = 0
    try:
        for piece in first(words):
            done += len(piece.spans)
            yield piece
    except RequestFailed as failure:
        rest = words[done:]
        if len(rest) == 1:
            yield Piece.silence(rest, frames, str(failure))
        elif rest:
            for half in (rest[: len(rest) // 2], rest[len(rest) // 2 :]):
                yield from _or_halves(half, speak, speak, frames)


def _twice(words: Sequence[Word], speak: Speak) -> Iterator[Piece]:
    made = 0
    try:
        for piece in speak(words):
            made += 1
            yield piece
    except WorkerDied:
        yield from islice(speak(words), made, None)  # the same words give the same pieces


def phrases(words: Sequence[Word], longest: int) -> Iterator[Sequence[Word]]:
    """The words in runs of at most `longest` characters, broken after phrase marks where there are any.

    A single word longer than that is a run of its own.
    """
    begin, length, after_mark = 0, 0, 0
    for index, word in enumerate(words):
        length += len(word.say) + 1
        while length > longest and index > begin:
            cut = after_mark if after_mark > begin else index
            yield words[begin:cut]
            begin = cut
            length = sum(len(one.say) + 1 for one in words[begin : index + 1])
        if word.mark:
            after_mark = index + 1
    if begin < len(words):
        yield words[begin:]


def parts_from_pieces(pieces: Iterable[Piece], sample_rate: int) -> Iterator[Part]:
    """The parts of a sentence, as its pieces come; sound that breaks off is silent from there on."""
    start, told = 0, False
    for piece in pieces:
        frames = len(piece.sound) // 2 + piece.later
        spans = tuple((start + begin, start + end) for begin, end in piece.spans)
        why = f"could not be spoken: {piece.text[:200]!r} ({piece.skipped})"
        notes = (*piece.notes, why) if piece.skipped else piece.notes
        yield Phrase(spans, frames, sample_rate, piece.measured, notes)
        told = True
        start += frames
        left = frames
        try:
            for sound in chain((piece.sound,), piece.following):
                if sound:
                    left -= len(sound) // 2
                    yield _sound(sound)
        except RequestFailed as failure:
            yield _sound(b"\0\0" * left)
            why = f"could not be spoken to its end: {piece.text[:200]!r} ({failure})"
            yield Phrase((), 0, sample_rate, notes=(why,))
    if not told:  # a sentence without words has a rate as well
        yield Phrase((), 0, sample_rate)


def _sound(pcm: bytes) -> Sound:
    import numpy

    return Sound(numpy.frombuffer(pcm, dtype="<i2"))
