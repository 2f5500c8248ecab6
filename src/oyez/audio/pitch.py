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
POINTS = 96  # grid points a block = 0.29 s: large enough for numpy, small enough to stay in the cache


class PeriodFinder:
    """Finds periods in frames at `sample_rate` Hz.

    hop      frames between grid points
    block    frames that one call of `grid` covers
    longest  frames of the longest period that can come out
    reach    frames that `grid` and `refine` look at from the start of a block
    """

    def __init__(self, sample_rate: int) -> None:
        self._factor = max(1, sample_rate // COARSE_RATE)
        self._lags = np.arange(
            sample_rate // HIGHEST // self._factor, sample_rate // LOWEST // self._factor + 1, dtype=np.int32
        )
        self.hop = HOP * self._factor
        self.block = POINTS * self.hop
        self.longest = int(self._lags[-1] + 1) * self._factor
        self.reach = self.block + 2 * self.longest

    def grid(self, frames: NDArray[np.int32]) -> list[int]:
        """Coarse periods, in frames, at each grid point of a block; `frames` has shape (reach,).

        Each lag is judged over a window of its own length, as the join it would make is that long. Of
        equally good lags the longest wins: in silence it needs the fewest joins.
        """
        coarse = frames[: len(frames) // self._factor * self._factor].reshape(-1, self._factor).sum(axis=1)
        coarse = (coarse // self._factor).astype(np.int32)
        shortest, longest = int(self._lags[0]), int(self._lags[-1])
        spans = POINTS * HOP + longest
        lagged = sliding_window_view(coarse, longest + 1)[:spans, :shortest:-1]
        sums = np.zeros((spans + 1, lagged.shape[1]), dtype=np.int32)
        np.cumsum(np.abs(lagged - coarse[:spans, None]), axis=0, dtype=np.int32, out=sums[1:])
        lags = self._lags[:0:-1]
        starts = np.arange(POINTS)[:, None] * HOP
        columns = np.arange(len(lags))
        scores = (sums[starts + lags, columns] - sums[starts, columns]) / lags
        best: list[int] = (lags[scores.argmin(axis=1)] * self._factor).tolist()
        return best

    def refine(self, frames: NDArray[np.int32], at: int, coarse: int) -> int:
        """The period at frame `at`, to one frame: the lag near `coarse` where the wave best fits itself."""
        first = max(1, coarse - self._factor)
        count = coarse + self._factor - first + 1
        # All lagged windows as one view: sliding_window_view costs ten times this line.
        lagged: NDArray[np.int32] = np.ndarray(
            (count, coarse), np.int32, frames, (at + first) * frames.itemsize, (frames.itemsize,) * 2
        )
        differences = np.abs(lagged - frames[at : at + coarse]).sum(axis=1, dtype=np.int32)
        return first + int(differences.argmin())
