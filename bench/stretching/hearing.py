"""What is measured on sound, apart from the code that made it: pitch, and where words begin.

natural, stretched -> log spectra in bands -> aligned frame by frame -> where each natural moment is heard
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["MOMENT", "attack", "cents", "cents_in_place", "heard_at", "pitches"]

_LOWEST, _HIGHEST = 60, 400  # Hz
_FRAME = 0.040  # s
_HOP = 0.005  # s
_VOICED = 0.6  # of the normalised autocorrelation
_LOUD = 0.1  # of the level of the whole
_VOICE_BELOW = 2000  # Hz; "s" and "f" have less than half of their power there
_BATCH = 512  # frames at a time
_OCTAVE_ERROR = 600  # cents
_HEARD = 0.03  # of the level of the whole: a word has begun

_WINDOW = 0.012  # s; short beside a syllable, long beside what the ear tells apart
MOMENT = 0.004  # s of natural sound between frames that are aligned
_FINE = 2  # frames of stretched sound for each of natural sound
_REACH = 0.060  # s of stretched sound around where the speed alone would put a moment
_MOST = 7  # stretched frames that one natural frame may take up: 3.5 times as slow as it should be
_BANDS = 24
_FLOOR = 1e-4  # of the mean power: quieter is silence

Samples = NDArray[np.int16]


def pitches(samples: Samples, rate: int) -> NDArray[np.float64]:
    """Hz every 5 ms, NaN where nothing is voiced: the autocorrelation's first high peak (Boersma, 1993).

    Hiss is not voiced, even where it repeats: small neural voices make an "s" of the same 256 frames again
    and again, which a tracker of pitch takes for a voice of 86.13 Hz (22,050 / 256).
    """
    wave = samples.astype(np.float64)
    size, hop = round(_FRAME * rate), round(_HOP * rate)
    frames = np.lib.stride_tricks.sliding_window_view(wave, size)[::hop]
    levels = np.sqrt((frames**2).mean(axis=1))
    window = np.hanning(size)
    length = 1 << (size + min(rate // _LOWEST, size * 2 // 3)).bit_length()
    shortest, longest = rate // _HIGHEST, min(rate // _LOWEST, size * 2 // 3)
    own = np.fft.irfft(np.abs(np.fft.rfft(window, length)) ** 2)[: longest + 2]
    low = round(_VOICE_BELOW * length / rate)
    found = np.full(len(frames), np.nan)
    loud = np.flatnonzero(levels > _LOUD * levels.max())
    for chosen in np.split(loud, range(_BATCH, len(loud), _BATCH)):
        piece = frames[chosen]
        power = np.abs(np.fft.rfft((piece - piece.mean(axis=1, keepdims=True)) * window, length)) ** 2
        likeness = np.fft.irfft(power)[:, : longest + 2] / own
        likeness /= likeness[:, :1]
        inside = likeness[:, shortest : longest + 1]
        tops = np.zeros(inside.shape, dtype=bool)
        tops[:, 1:-1] = (inside[:, 1:-1] >= inside[:, :-2]) & (inside[:, 1:-1] > inside[:, 2:])
        best = np.where(tops, inside, 0).max(axis=1)
        lags = shortest + (tops & (inside > 0.9 * best[:, None])).argmax(axis=1)
        voiced = (best >= _VOICED) & (power[:, :low].sum(axis=1) >= power.sum(axis=1) / 2)
        before, middle, after = (likeness[np.arange(len(lags)), lags + step] for step in (-1, 0, 1))
        fine = lags + (before - after) / (2 * (before - 2 * middle + after))
        found[chosen[voiced]] = rate / fine[voiced]
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


def heard_at(natural: Samples, made: Samples, rate: int, speed: float) -> NDArray[np.float64]:
    """Where in `made` each moment of `natural` is heard, both in s; one moment every MOMENT of natural sound.

    By the sound alone: band spectra aligned frame by frame (dynamic time warping; Sakoe and Chiba, 1978),
    where every way has as many steps as there are natural frames.
    """
    theirs = _bands(natural, rate, MOMENT)
    ours = _bands(made, rate, MOMENT / speed / _FINE)
    reach = round(_REACH / (MOMENT / speed / _FINE))
    places = np.arange(-reach, reach + 1)
    middles = np.minimum(np.arange(len(theirs)) * _FINE, len(ours) - 1)
    # A step of _FINE frames is free, any other costs as much as a slight change of the spectrum.
    dear = 0.5 * np.abs(np.arange(_MOST + 1) - _FINE)
    costs = np.abs(ours[np.clip(places, 0, len(ours) - 1)] - theirs[0]).mean(axis=1)
    costs[places < 0] = np.inf
    came = np.zeros((len(theirs), len(places)), dtype=np.int8)
    for index in range(1, len(theirs)):
        moved = int(middles[index] - middles[index - 1])
        padded = np.concatenate((np.full(_MOST, np.inf), costs, np.full(_MOST, np.inf)))
        ways = np.stack(
            [
                padded[_MOST + moved - step : _MOST + moved - step + len(places)] + dear[step]
                for step in range(_MOST + 1)
            ]
        )
        came[index] = ways.argmin(axis=0)
        at = middles[index] + places
        distance = np.abs(ours[np.clip(at, 0, len(ours) - 1)] - theirs[index]).mean(axis=1)
        costs = ways[came[index], np.arange(len(places))] + distance
        costs[(at < 0) | (at >= len(ours))] = np.inf
    way = np.zeros(len(theirs))
    place = int(costs.argmin())
    for index in range(len(theirs) - 1, -1, -1):
        way[index] = middles[index] + places[place]
        if index:
            place += int(middles[index] - middles[index - 1]) - int(came[index, place])
            place = min(max(place, 0), len(places) - 1)
    return way * (MOMENT / speed / _FINE)


def _bands(samples: Samples, rate: int, step: float) -> NDArray[np.float64]:
    """Level in dB of bands as wide as the ear's, shape (frames, _BANDS), every `step` s."""
    size = round(_WINDOW * rate)
    wave = np.pad(samples.astype(np.float64), (size // 2, size))
    starts = np.round(np.arange(0, len(samples) / rate, step) * rate).astype(int)
    frames = np.lib.stride_tricks.sliding_window_view(wave, size)[starts]
    length = 1 << (2 * size - 1).bit_length()
    power = np.abs(np.fft.rfft(frames * np.hanning(size), length)) ** 2
    mels = 2595 * np.log10(1 + np.fft.rfftfreq(length, 1 / rate) / 700)
    edges = np.linspace(0, mels[-1], _BANDS + 2)
    rising = (mels[:, None] - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - mels[:, None]) / (edges[2:] - edges[1:-1])
    levels = power @ np.maximum(0, np.minimum(rising, falling))
    decibels: NDArray[np.float64] = 10 * np.log10(levels / levels.mean() + _FLOOR)
    return decibels
