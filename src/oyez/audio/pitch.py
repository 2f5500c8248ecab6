"""The pitch period of speech, by the average magnitude difference function (AMDF).

frames (16-bit) -> about 4 kHz -> AMDF over all lags at once, on a grid -> refined at full rate, one lag

Ross et al., "Average magnitude difference function pitch extractor", IEEE Trans. ASSP 22, 1974.
Integers throughout: sums are exact, so the same signal gives the same periods on every machine.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

__all__ = ["PeriodFinder"]

LOWEST, HIGHEST = 65, 400  # Hz: the pitch of human voices
COARSE_RATE = 4000  # Hz; enough to tell periods of up to 400 Hz apart, and 5 times less work than 22,050
HOP = 12  # coarse frames = 3 ms between grid points; the pitch of speech hardly moves in that time
PERIODS = 2  # over which a lag is judged; over one alone, low voices that glide are misjudged
MOST = 3  # periods left out at once, at 4x
POINTS = 96  # grid points a block = 0.29 s: large enough for numpy, small enough to stay in the cache


class PeriodFinder:
    """Finds periods in frames at `sample_rate` Hz.

    hop      frames between grid points
    block    frames that one call of `grid` covers
    longest  frames of the longest period that can come out
    ahead    frames before the end of the last block up to which MOST periods and one more can be looked at
    reach    frames that `grid` looks at from the start of a block
    """

    def __init__(self, sample_rate: int) -> None:
        self._factor = max(1, sample_rate // COARSE_RATE)
        self._lags = np.arange(
            sample_rate // HIGHEST // self._factor, sample_rate // LOWEST // self._factor + 1, dtype=np.int32
        )
        self._windows = -(-PERIODS * self._lags // HOP)  # for each lag, in grid points
        self.hop = HOP * self._factor
        self.block = POINTS * self.hop
        self.longest = int(self._lags[-1] + 1) * self._factor
        self.ahead = MOST * self.longest
        self.reach = self.block + int(self._windows[-1]) * self.hop + self.longest

    def grid(self, frames: NDArray[np.int32]) -> list[int]:
        """Coarse periods, in frames, at each grid point of a block; `frames` has shape (reach,).

        Each lag is judged over a window of about PERIODS times its length. Of equally good lags the longest
        wins: in silence it needs the fewest joins.
        """
        whole = frames[: len(frames) // self._factor * self._factor]
        coarse = np.add.reduce([whole[part :: self._factor] for part in range(self._factor)])
        coarse //= self._factor
        shortest, longest = int(self._lags[0]), int(self._lags[-1])
        points = POINTS + int(self._windows[-1])
        lagged = sliding_window_view(coarse, longest + 1)[: points * HOP, :shortest:-1]
        differences = lagged - coarse[: points * HOP, None]
        np.abs(differences, out=differences)
        steps = differences.reshape(points, HOP, -1).sum(axis=1, dtype=np.int32)
        sums = np.zeros((points + 1, steps.shape[1]), dtype=np.int32)
        np.cumsum(steps, axis=0, out=sums[1:])
        lags, windows = self._lags[:0:-1], self._windows[:0:-1]
        starts, columns = np.arange(POINTS)[:, None], np.arange(len(lags))
        scores = (sums[starts + windows, columns] - sums[starts, columns]) / windows
        best: list[int] = (lags[scores.argmin(axis=1)] * self._factor).tolist()
        return best

    def refine(self, frames: NDArray[np.int32], at: int, coarse: int, count: int = 1) -> int:
        """The lag near `coarse`, which is `count` periods, where the wave at frame `at` best fits itself.

        To one frame, over a window of one period.
        """
        window, slack = coarse // count, count * self._factor
        first = max(1, coarse - slack)
        tried = coarse + slack - first + 1
        # All lagged windows as one view: sliding_window_view costs ten times this line.
        lagged: NDArray[np.int32] = np.ndarray(
            (tried, window), np.int32, frames, (at + first) * frames.itemsize, (frames.itemsize,) * 2
        )
        differences = np.abs(lagged - frames[at : at + window]).sum(axis=1, dtype=np.int32)
        return first + int(differences.argmin())
