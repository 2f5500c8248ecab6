"""What is measured on sound, apart from the code that made it: pitch, and where words begin."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["attack", "cents", "cents_in_place", "pitches"]

_LOWEST, _HIGHEST = 60, 400  # Hz
_FRAME = 0.040  # s
_HOP = 0.005  # s
_VOICED = 0.6  # of the normalised autocorrelation
_LOUD = 0.1  # of the level of the whole
_OCTAVE_ERROR = 600  # cents
_HEARD = 0.03  # of the level of the whole: a word has begun


def pitches(samples: NDArray[np.int16], rate: int) -> NDArray[np.float64]:
    """Hz every 5 ms, NaN where nothing is voiced: the autocorrelation's first high peak (Boersma, 1993)."""
    wave = samples.astype(np.float64)
    size, hop = round(_FRAME * rate), round(_HOP * rate)
    frames = np.lib.stride_tricks.sliding_window_view(wave, size)[::hop]
    levels = np.sqrt((frames**2).mean(axis=1))
    window = np.hanning(size)
    length = 1 << (2 * size - 1).bit_length()
    shortest, longest = rate // _HIGHEST, min(rate // _LOWEST, size * 2 // 3)
    own = np.fft.irfft(np.abs(np.fft.rfft(window, length)) ** 2)[: longest + 2]
    found = np.full(len(frames), np.nan)
    for index in np.flatnonzero(levels > _LOUD * levels.max()):
        spectrum = np.fft.rfft((frames[index] - frames[index].mean()) * window, length)
        likeness = np.fft.irfft(np.abs(spectrum) ** 2)[: longest + 2] / own
        likeness /= likeness[0]
        inside = likeness[shortest : longest + 1]
        tops = np.flatnonzero((inside[1:-1] >= inside[:-2]) & (inside[1:-1] > inside[2:])) + 1 + shortest
        if not len(tops) or (best := likeness[tops].max()) < _VOICED:
            continue
        lag = int(tops[likeness[tops] > 0.9 * best][0])
        before, middle, after = likeness[lag - 1 : lag + 2]
        found[index] = rate / (lag + (before - after) / (2 * (before - 2 * middle + after)))
    return found


def cents(natural: NDArray[np.float64], made: NDArray[np.float64]) -> float:
    """By how much the median pitch is higher; frames of creak that are lost raise it, too."""
    return float(1200 * np.log2(np.nanmedian(made) / np.nanmedian(natural)))


def cents_in_place(natural: NDArray[np.float64], made: NDArray[np.float64], speed: float) -> float:
    """The median of how much higher each frame is than the natural one it stands for."""
    middle = _FRAME / _HOP / 2  # frames stand at their starts
    places = np.round((np.arange(len(made)) + middle) * speed - middle).astype(int)
    steps = 1200 * np.log2(made / natural[np.clip(places, 0, len(natural) - 1)])
    return float(np.nanmedian(steps[np.abs(steps) < _OCTAVE_ERROR]))


def attack(samples: NDArray[np.int16], start: int, end: int, level: float) -> int | None:
    """The first frame in start:end from which 2 ms are heard, after one that is not; None without."""
    piece = np.abs(samples[max(0, start) : end].astype(np.float64))
    if len(piece) < 100:
        return None
    smooth = np.convolve(piece, np.full(44, 1 / 44), mode="valid")
    loud = np.flatnonzero(smooth > _HEARD * level)
    return None if not len(loud) or loud[0] == 0 else max(0, start) + int(loud[0])
