"""A true-peak limiter with look-ahead: it turns down early and smoothly what would clip, and nothing else.

samples -> peaks between the samples (4x, BS.1770-4 annex 2) -> gain needed in dB -> hold and release
-> smoothed over the look-ahead -> samples

The gain needed is never exceeded: it is held for as long as the smoothing window lasts, so an average
of held gains is at most the gain needed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Limiter", "true_peaks"]

OVERSAMPLING = 4
TAPS = 24  # input frames that each point between two samples is interpolated from
REACH = TAPS // 2  # frames of context on both sides
KAISER = 4.0  # window shape; flat to 0.9 of the Nyquist frequency, where 6 (cleaner above) read 0.1 dB low
ATTACK = 0.005  # seconds of look-ahead: long enough not to be heard as a click
RELEASE = 60.0  # dB a second: back within 0.1 s of a 6 dB peak, slow enough not to distort a vowel
BLOCK = 8192  # frames worked on at a time, always at the same places: the split of the input never matters

CELL = 256  # frames judged at once for being loud enough to be looked at

Samples = NDArray[np.float32]


def _interpolators() -> NDArray[np.float32]:
    """One windowed-sinc filter for each point between two samples, shape (OVERSAMPLING - 1, TAPS)."""
    points = np.arange(1, OVERSAMPLING)[:, None] / OVERSAMPLING
    offsets = np.arange(TAPS)[None, :] - (REACH - 1) - points
    window = np.i0(KAISER * np.sqrt(np.clip(1 - (offsets / REACH) ** 2, 0, None)))
    filters = np.sinc(offsets) * window
    normal: NDArray[np.float32] = (filters / filters.sum(axis=1, keepdims=True)).astype(np.float32)
    return normal


_FILTERS = _interpolators()
_OVERSHOOT = float(np.abs(_FILTERS).sum(axis=1).max())  # the most a peak can stand above the samples: 2.3


def true_peaks(samples: Samples) -> Samples:
    """The highest level of the wave at and around each frame.

    Takes (n,) and gives (n - 2 * REACH,): the frames that have enough context on both sides. A parabola
    finds the top between the points; points alone read up to 0.7 dB low near the Nyquist frequency.
    """
    frames = len(samples) - TAPS + 1
    points = np.empty((frames, OVERSAMPLING), dtype=np.float32)
    points[:, 0] = samples[REACH - 1 : len(samples) - REACH]
    for phase, taps in enumerate(_FILTERS, start=1):
        points[:, phase] = np.convolve(samples, taps[::-1], mode="valid")
    levels = np.abs(points).ravel()
    before, middle, after = levels[:-2], levels[1:-1], levels[2:]
    bend = np.maximum(2 * middle - before - after, np.float32(1e-9))
    tops = np.where(np.maximum(before, after) <= middle, (after - before) ** 2 / (8 * bend), 0)
    levels[1:-1] += tops
    # A maximum over four columns at a time is ten times slower in numpy.
    cells = np.maximum.reduce([levels[phase::OVERSAMPLING] for phase in range(OVERSAMPLING)])
    highest: Samples = np.maximum(cells[:-1], cells[1:])
    return highest


def _loud_stretches(samples: Samples, level: float) -> list[tuple[int, int]]:
    """Frames start:end of a block that may hold a peak, in whole cells; the rest of speech needs no look."""
    loudest = np.abs(samples[REACH:-REACH]).reshape(-1, CELL).max(axis=1)
    edges = max(np.abs(samples[:REACH]).max(), np.abs(samples[-REACH:]).max())
    loud = loudest > level
    # A peak may lean on the samples of the cell beside it.
    near = loud | np.append(loud[1:], edges > level) | np.append(edges > level, loud[:-1])
    bounds = np.flatnonzero(np.diff(np.concatenate(([False], near, [False]))))
    return [(int(start) * CELL, int(end) * CELL) for start, end in bounds.reshape(-1, 2)]


def _running_minimum(values: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """The lowest of every `width` values in a row; doubling the reach takes log2(width) passes, not width."""
    reach = 1
    while 2 * reach <= width:
        values = np.minimum(values[:-reach], values[reach:])
        reach *= 2
    rest = width - reach
    return np.minimum(values[:-rest], values[rest:]) if rest else values


class Limiter:
    """Limits one sound, given in pieces of any size; the length stays, what is quiet passes bit for bit."""

    def __init__(self, sample_rate: int, ceiling_db: float = -1.0) -> None:
        self._ceiling = 10 ** (ceiling_db / 20)
        self._attack = round(ATTACK * sample_rate)
        self._slope = RELEASE / sample_rate  # dB a frame
        window = np.hanning(self._attack + 3)[1:-1]
        self._window = window / window.sum()
        # Frames behind the block: the look-ahead of what is not out yet, and the context of its peaks.
        self._buffer = np.zeros(self._attack + REACH, dtype=np.float32)
        self._needed = np.zeros(self._attack)  # dB, of the frames behind the block
        self._held = np.zeros(self._attack)  # dB, likewise
        self._fed = 0
        self._out = -self._attack  # frames of silence before the sound come out first and are dropped

    def feed(self, samples: Samples) -> Samples:
        """Take float32 samples of shape (n,); returns what is ready, which may be nothing yet."""
        self._fed += len(samples)
        self._buffer = np.concatenate((self._buffer, samples))
        return self._run()

    def finish(self) -> Samples:
        """The rest of the sound. Nothing can be fed after it."""
        length, self._fed = self._fed - max(0, self._out), 0
        padding = np.zeros(self._attack + 2 * REACH + BLOCK, dtype=np.float32)
        self._buffer = np.concatenate((self._buffer, padding))
        return self._run()[:length]

    def _run(self) -> Samples:
        pieces: list[Samples] = []
        context = self._attack + REACH
        start = context
        while start + BLOCK + REACH <= len(self._buffer):
            held = self._hold(self._buffer[start - REACH : start + BLOCK + REACH])
            sound = self._buffer[start - self._attack : start + BLOCK - self._attack]
            if held.any():
                gain = np.convolve(held, self._window, mode="valid")[:BLOCK]
                sound = sound * (10 ** (gain / 20)).astype(np.float32)
            pieces.append(sound[max(0, -self._out) :])
            self._out += BLOCK
            start += BLOCK
        self._buffer = self._buffer[start - context :]
        return np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.float32)

    def _hold(self, samples: Samples) -> NDArray[np.float64]:
        """The held gain in dB over the look-ahead behind a block and the block itself."""
        needed = np.zeros(BLOCK)
        for start, end in _loud_stretches(samples, self._ceiling / _OVERSHOOT):
            peaks = true_peaks(samples[start : end + 2 * REACH])
            loud = peaks > self._ceiling
            needed[start:end][loud] = 20 * np.log10(self._ceiling / peaks[loud])
        known = np.concatenate((self._needed, needed))
        held = np.zeros(BLOCK)
        if known.any() or self._held[-1:].any():
            lowest = _running_minimum(known, self._attack + 1)
            # Release: no frame may stand more than a slope above the one before it.
            rise = self._slope * np.arange(1, BLOCK + 1)
            earlier = self._held[-1] + rise
            held = np.minimum(0, np.minimum(np.minimum.accumulate(lowest - rise) + rise, earlier))
        span = np.concatenate((self._held, held))
        self._needed = known[-self._attack :]
        self._held = span[-self._attack :]
        return span
