"""A sentence spoken in pieces, and the pieces as one clip.

words -> phrases -> Piece, Piece, ... -> Clip
A piece that ends its worker is halved until the bad word is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from oyez.model.narration import Clip
from oyez.model.script import Word
from oyez.workers.process import RequestFailed, WorkerDied

__all__ = ["Piece", "clip_from_pieces", "phrases", "speak_in_pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence: their text, 16-bit PCM, and one span in frames for each word.

    skipped    why nothing of it could be spoken; "" where it was
    measured   False where the spans are estimated
    notes      what of it could not be said
    """

    text: str
    sound: bytes
    spans: tuple[tuple[int, int], ...]
    skipped: str = ""
    measured: bool = True
    notes: tuple[str, ...] = ()

    @classmethod
    def silence(cls, words: Sequence[Word], frames: int, why: str = "the voice ended") -> Piece:
        """Silence in the place of words that could not be spoken."""
        text = " ".join(word.say for word in words if word.say)
        return cls(text, b"\0\0" * frames, ((0, frames),) * len(words), skipped=why)


def speak_in_pieces(
    words: Sequence[Word], speak: Callable[[Sequence[Word]], Piece], frames: int
) -> list[Piece]:
    """The words as one piece; halved where that fails, down to the word that cannot be spoken.

    `frames` is the length of the silence in its place. A worker that died is asked once more first:
    it may have been ended from outside, and the same sentence must give the same sound.
    """
    try:
        return [speak(words)]
    except WorkerDied:
        pass
    except RequestFailed as failure:
        return _halves(words, speak, frames, failure)
    try:
        return [speak(words)]
    except RequestFailed as failure:
        return _halves(words, speak, frames, failure)


def _halves(
    words: Sequence[Word], speak: Callable[[Sequence[Word]], Piece], frames: int, failure: RequestFailed
) -> list[Piece]:
    if len(words) <= 1:
        return [Piece.silence(words, frames, str(failure))]
    pieces: list[Piece] = []
    for half in (words[: len(words) // 2], words[len(words) // 2 :]):
        try:
            pieces.append(speak(half))
        except RequestFailed as worse:
            pieces += _halves(half, speak, frames, worse)
    return pieces


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


def clip_from_pieces(pieces: Sequence[Piece], sample_rate: int) -> Clip:
    """One clip; skipped pieces are named in its notes, a note that pieces share is kept once."""
    import numpy

    spans: list[tuple[int, int]] = []
    notes: list[str] = []
    start = 0
    for piece in pieces:
        spans += [(start + begin, start + end) for begin, end in piece.spans]
        start += len(piece.sound) // 2
        notes += piece.notes
        if piece.skipped:
            notes.append(f"could not be spoken: {piece.text[:200]!r} ({piece.skipped})")
    samples = numpy.frombuffer(b"".join(piece.sound for piece in pieces), dtype="<i2")
    measured = all(piece.measured for piece in pieces)
    return Clip(samples, sample_rate, tuple(spans), measured, tuple(dict.fromkeys(notes)))
