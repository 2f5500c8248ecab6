"""The narration: one clip a sentence, at the voice's natural speed, always."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from oyez.model.script import Script
from oyez.model.voice import VoiceInfo

if TYPE_CHECKING:
    from numpy import int16
    from numpy.typing import NDArray

__all__ = ["Clip", "Narration", "pause_frames"]


@dataclass(frozen=True, slots=True)
class Clip:
    """One sentence spoken.

    samples      int16, shape (frames,), mono
    sample_rate  frames a second
    times        one (start, end) in frames for each Word of the sentence; starts rise, ends lie inside
    measured     True when the times come from the voice itself, False when they are estimated
    notes        what could not be said and what was done instead
    """

    samples: NDArray[int16] = field(compare=False, repr=False)
    sample_rate: int
    times: tuple[tuple[int, int], ...]
    measured: bool
    notes: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Length of the sound."""
        return len(self.samples) / self.sample_rate


@dataclass(frozen=True, slots=True)
class Narration:
    """A script spoken by one voice at natural speed; `clips` stand one to one beside the sentences.

    `gain` is the voice's own linear gain to the loudness Oyez writes, measured once per voice; the
    clips keep the voice's own level, exporters apply the gain.
    """

    script: Script
    clips: tuple[Clip, ...]
    voice: VoiceInfo
    gain: float = 1.0
    notes: tuple[str, ...] = ()

    @property
    def sample_rate(self) -> int:
        """Frames a second of every clip."""
        return self.clips[0].sample_rate

    @property
    def frames(self) -> int:
        """Whole length with pauses, in frames."""
        rate = self.sample_rate
        pauses = sum(pause_frames(sentence.pause, rate) for sentence in self.script.sentences)
        return pauses + sum(len(clip.samples) for clip in self.clips)

    @property
    def seconds(self) -> float:
        """Whole length with pauses, at natural speed."""
        return self.frames / self.sample_rate

    @property
    def words_per_minute(self) -> float:
        """Words as said over the whole length with pauses, at natural speed: measured, never nominal."""
        return 60 * self.script.said_words / self.seconds

    def speed_for(self, wpm: float) -> float:
        """The multiplier at which this narration runs at `wpm` words a minute."""
        return wpm / self.words_per_minute


def pause_frames(pause: float, sample_rate: int) -> int:
    """A pause in seconds as whole frames."""
    return round(pause * sample_rate)
