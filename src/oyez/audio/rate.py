"""The same sound at another sample rate: by its spectrum, which is exact for whatever both rates can carry.

samples -> padded to a length that both rates divide -> spectrum, cut or widened -> samples -> trimmed
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["at_rate"]

_PAD = 0.05  # seconds of silence on both sides: what the spectrum wraps round ends in it
_FADE = 0.05  # of the lower band, up to its limit: a sharp edge there would ring
_LOUDEST = 32767


def at_rate(samples: NDArray[np.int16], rate: int, target: int, gain: float = 1.0) -> NDArray[np.int16]:
    """Mono int16 of shape (n,) at `rate` frames a second -> shape (ceil(n * target / rate),) at `target`.

    `gain` is linear; where it would clip, the sound is as loud as it can be without.
    """
    wave = samples.astype(np.float64)
    if rate != target and len(wave):
        wave = _converted(wave, rate, target)
    peak = float(np.abs(wave).max()) * gain if len(wave) else 0.0
    scale = gain if peak <= _LOUDEST else gain * _LOUDEST / peak
    converted: NDArray[np.int16] = np.rint(wave * scale).astype(np.int16)
    return converted


def _converted(wave: NDArray[np.float64], rate: int, target: int) -> NDArray[np.float64]:
    divisor = math.gcd(rate, target)
    unit, target_unit = rate // divisor, target // divisor  # so many frames last the same time
    before = math.ceil(_PAD * rate / unit)
    units = 2 * before + math.ceil(len(wave) / unit)
    padded = np.zeros(units * unit)
    padded[before * unit : before * unit + len(wave)] = wave
    spectrum = np.fft.rfft(padded)
    size = units * target_unit
    band = min(len(spectrum), size // 2 + 1)
    fade = max(1, round(band * _FADE))
    spectrum = spectrum[:band]
    spectrum[band - fade :] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(1, fade + 1) / fade)
    sound = np.fft.irfft(spectrum, size) * (target / rate)
    start = before * target_unit
    trimmed: NDArray[np.float64] = sound[start : start + math.ceil(len(wave) * target / rate)]
    return trimmed
