"""Loudness against FFmpeg's meter, and against what the standard says of a sine."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from oyez.audio.loudness import TARGET_LUFS, gain_to_target, integrated_lufs

Samples = NDArray[np.float32]


def bursts(rate: int, seconds: int, seed: int) -> Samples:
    """Noise that swells and pauses, so that both gates have work to do."""
    rng = np.random.default_rng(seed)
    time = np.arange(rate * seconds) / rate
    swell = np.clip(np.sin(2 * np.pi * 0.31 * time), 0, None) ** 2 + 0.02
    return (rng.normal(0, 0.1, len(time)) * swell).astype(np.float32)


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 48000])
@pytest.mark.parametrize("seconds", [3, 25])
def test_agrees_with_ffmpeg(rate: int, seconds: int, meter: Callable[[Samples, int], float]) -> None:
    samples = bursts(rate, seconds, seed=rate)
    assert integrated_lufs(samples, rate) == pytest.approx(meter(samples, rate), abs=0.1)


def test_a_sine_of_997_hz_reads_as_the_standard_says() -> None:
    time = np.arange(48000 * 5) / 48000
    full = np.sin(2 * np.pi * 997 * time).astype(np.float32)
    assert integrated_lufs(full, 48000) == pytest.approx(-3.01, abs=0.02)


def test_levels_of_16_bit_read_the_same() -> None:
    samples = bursts(22050, 5, seed=1)
    levels = np.rint(samples * 32768).astype(np.int16)
    assert integrated_lufs(levels, 22050) == pytest.approx(integrated_lufs(samples, 22050), abs=0.01)


def test_a_long_silence_does_not_lower_the_loudness() -> None:
    samples = bursts(22050, 5, seed=1)
    padded = np.concatenate((samples, np.zeros(22050 * 30, dtype=np.float32)))
    assert integrated_lufs(padded, 22050) == pytest.approx(integrated_lufs(samples, 22050), abs=0.3)


@pytest.mark.parametrize("frames", [0, 1, 100, 22050])
def test_silence_is_infinitely_quiet_and_stays_as_it_is(frames: int) -> None:
    silence = np.zeros(frames, dtype=np.int16)
    assert integrated_lufs(silence, 22050) == -math.inf
    assert gain_to_target(silence, 22050) == 1


@pytest.mark.parametrize("frames", [500, 2205, 3000, 8820, 9000])
def test_short_sounds_are_one_block(frames: int) -> None:
    samples = np.random.default_rng(0).normal(0, 0.1, frames).astype(np.float32)
    long = np.random.default_rng(0).normal(0, 0.1, 22050 * 3).astype(np.float32)
    assert integrated_lufs(samples, 22050) == pytest.approx(integrated_lufs(long, 22050), abs=1.5)


def test_the_gain_leads_to_the_target() -> None:
    samples = bursts(22050, 10, seed=3)
    gain = gain_to_target(samples, 22050)
    assert integrated_lufs(samples * np.float32(gain), 22050) == pytest.approx(TARGET_LUFS, abs=0.02)
