"""A narration's clips and pauses at a speed, one sentence at a time, with the time map kept.

clip -> Stretcher -> + the silence due -> samples, and the clip's own map joined to the narration's

Each clip is stretched by itself, so a sentence sounds the same whatever stands around it. The pause
after it is as long as the narration's exact length so far asks for: 10 minutes at 2x last 5 minutes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from oyez.audio.stretch import Stretcher
from oyez.timing.timemap import TimeMap

__all__ = ["Pacer"]


class Pacer:
    """Lays clips and pauses one after the other at `speed`. At 1x nothing is changed."""

    def __init__(self, sample_rate: int, speed: float) -> None:
        Stretcher(sample_rate, speed)  # refuses a speed out of range before any work is done
        self._sample_rate = sample_rate
        self._speed = speed
        self._frames = 0
        self._out = 0
        self._maps: list[TimeMap] = []

    @property
    def time_map(self) -> TimeMap:
        """Where each frame of the narration so far is heard."""
        return TimeMap.joined(self._maps)

    def add(self, samples: NDArray[np.int16], pause: int) -> NDArray[np.float32]:
        """A clip's int16 samples and the pause after it in frames, as float32 samples in -1..1."""
        stretcher = Stretcher(self._sample_rate, self._speed)
        sound = stretcher.feed(samples.astype(np.float32) * np.float32(1 / 32768))
        rest = stretcher.finish()
        frames, heard = len(samples), len(sound) + len(rest)
        self._frames += frames + pause
        silence = max(0, round(self._frames / self._speed) - self._out - heard)
        self._out += heard + silence
        self._maps += [stretcher.time_map, TimeMap((0, pause), (0, silence))]
        return np.concatenate((sound, rest, np.zeros(silence, dtype=np.float32)))
