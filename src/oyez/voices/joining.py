"""Pieces of a sentence, spoken one after the other, as one clip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oyez.model.narration import Clip
from oyez.model.script import Word

__all__ = ["Piece", "clip_from_pieces"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence: their text, 16-bit PCM, and one span in frames for each word."""

    text: str
    sound: bytes
    spans: tuple[tuple[int, int], ...]
    skipped: bool = False

    @classmethod
    def silence(cls, words: Sequence[Word], frames: int) -> Piece:
        """Silence in the place of words that could not be spoken."""
        text = " ".join(word.say for word in words if word.say)
        return cls(text, b"\0\0" * frames, ((0, frames),) * len(words), skipped=True)


def clip_from_pieces(pieces: Sequence[Piece], sample_rate: int) -> Clip:
    """One clip with measured times; skipped pieces are named in its notes."""
    import numpy

    spans: list[tuple[int, int]] = []
    start = 0
    for piece in pieces:
        spans += [(start + begin, start + end) for begin, end in piece.spans]
        start += len(piece.sound) // 2
    notes = tuple(f"could not be spoken: {piece.text[:200]!r}" for piece in pieces if piece.skipped)
    samples = numpy.frombuffer(b"".join(piece.sound for piece in pieces), dtype="<i2")
    return Clip(samples, sample_rate, tuple(spans), measured=True, notes=notes)
