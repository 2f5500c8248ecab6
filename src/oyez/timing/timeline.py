"""Where every sentence and word of a narration lies, at natural speed.

clips and pauses -> Timeline (natural) -> TimeMap.timeline() -> Timeline (at a speed)
Player, captions and files all take their times from here, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from oyez.model.narration import Narration, pause_frames

__all__ = ["Span", "Timeline", "timeline"]

Span = tuple[int, int]  # start and end in frames from the start of the narration


@dataclass(frozen=True, slots=True)
class Timeline:
    """The sound of a narration in frames.

    frames      whole length, pauses included
    sentences   one span per sentence: its clip, without the pause after it
    words       one tuple per sentence, one span per Word
    """

    sample_rate: int
    frames: int
    sentences: tuple[Span, ...]
    words: tuple[tuple[Span, ...], ...]

    @property
    def seconds(self) -> float:
        """Whole length, pauses included."""
        return self.frames / self.sample_rate


def timeline(narration: Narration) -> Timeline:
    """Lay clip after clip, each followed by its sentence's pause, at natural speed."""
    rate = narration.sample_rate
    at = 0
    sentences: list[Span] = []
    words: list[tuple[Span, ...]] = []
    for clip, sentence in zip(narration.clips, narration.script.sentences, strict=True):
        frames = len(clip.samples)
        sentences.append((at, at + frames))
        words.append(tuple((at + start, at + end) for start, end in clip.times))
        at += frames + pause_frames(sentence.pause, rate)
    return Timeline(rate, at, tuple(sentences), tuple(words))
