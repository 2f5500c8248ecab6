"""A sentence spoken in pieces, and the pieces as one clip.

words -> phrases -> Piece, Piece, ... -> Clip, or parts of one as they are made
A piece that ends its worker is halved until the bad word is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from oyez.errors import SynthesisError
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.voices.parts import Part, Phrase, Sound, clip_of
from oyez.workers.process import RequestFailed, WorkerDied

__all__ = ["Piece", "clip_from_pieces", "parts_from_pieces", "phrases", "speak_in_pieces", "speak_sentence"]


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


def speak_sentence(
    sentence: Sentence, longest: int, speak: Callable[[Sequence[Word]], Piece], frames: int, voice: str
) -> Iterator[Piece]:
    """The pieces of a sentence, spoken in phrases of `longest` characters; `frames` as in speak_in_pieces.

    What could not be spoken waits until something can; SynthesisError names the `voice` where nothing can.
    """
    waiting: list[Piece] = []
    heard = False
    for phrase in phrases(sentence.words, longest):
        for piece in speak_in_pieces(phrase, speak, frames):
            waiting.append(piece)
            heard = heard or bool(piece.text and not piece.skipped)
            if heard:
                yield from waiting
                waiting.clear()
    if failed := [piece.skipped for piece in waiting if piece.skipped]:
        raise SynthesisError(
            f"{voice} could not speak {sentence.said[:80]!r}: {failed[0]}",
            "leave the block out, or choose another voice with --voice",
            sentence.said,
        )
    yield from waiting


def speak_in_pieces(
    words: Sequence[Word], speak: Callable[[Sequence[Word]], Piece], frames: int
) -> Iterator[Piece]:
    """The words as one piece; halved where that fails, down to the word that cannot be spoken.

    `frames` is the length of the silence in its place. A worker that died is asked once more first:
    it may have been ended from outside, and the same sentence must give the same sound.
    """
    try:
        yield _twice(words, speak)
    except RequestFailed as failure:
        yield from _halves(words, speak, frames, failure)


def _twice(words: Sequence[Word], speak: Callable[[Sequence[Word]], Piece]) -> Piece:
    try:
        return speak(words)
    except WorkerDied:
        return speak(words)


def _halves(
    words: Sequence[Word], speak: Callable[[Sequence[Word]], Piece], frames: int, failure: RequestFailed
) -> Iterator[Piece]:
    if len(words) <= 1:
        yield Piece.silence(words, frames, str(failure))
        return
    for half in (words[: len(words) // 2], words[len(words) // 2 :]):
        try:
            piece = speak(half)
        except RequestFailed as worse:
            yield from _halves(half, speak, frames, worse)
        else:
            yield piece


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


def clip_from_pieces(pieces: Iterable[Piece], sample_rate: int) -> Clip:
    """One clip; skipped pieces are named in its notes, a note that pieces share is kept once."""
    return clip_of(parts_from_pieces(pieces, sample_rate))


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
