"""The limiter: never over the ceiling, never a touch on what is under it, whatever the split."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from oyez.audio.limiter import Limiter, true_peaks

RATE = 22050
CEILING = 10 ** (-1 / 20)
Samples = NDArray[np.float32]


def limited(samples: Samples, cuts: list[int] | None = None) -> Samples:
    limiter = Limiter(RATE)
    pieces = [limiter.feed(piece) for piece in np.split(samples, sorted(cuts or []))]
    return np.concatenate((*pieces, limiter.finish()))


def noise(seconds: float, level: float, seed: int = 0) -> Samples:
    """Noise up to 0.9 of the Nyquist frequency; above it no interpolator of finite length reads peaks."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).normal(0, level, round(seconds * RATE)))
    spectrum[round(0.9 * len(spectrum)) :] = 0
    return np.fft.irfft(spectrum, round(seconds * RATE)).astype(np.float32)


def peak_between(samples: Samples) -> float:
    """The peak of the wave itself: the whole sound with zeros around it, 16 times oversampled by FFT."""
    frames = len(samples) + 4096
    bins = np.zeros(8 * frames + 1, dtype=np.complex128)
    spectrum = np.fft.rfft(samples, frames)
    bins[: len(spectrum)] = spectrum
    return float(16 * np.abs(np.fft.irfft(bins, 16 * frames)).max())


@pytest.mark.parametrize("level", [0.3, 1.0, 8.0])
def test_no_peak_stands_over_the_ceiling(level: float) -> None:
    swell = np.repeat((0.05, 1, 0.05, 1), (RATE, RATE, RATE, 300)) * level
    sound = noise(4, 1)[: len(swell)] * swell.astype(np.float32)
    out = limited(sound)
    assert len(out) == len(sound)
    assert peak_between(out) <= CEILING * 10 ** (0.1 / 20)


def test_peaks_between_the_samples_are_seen() -> None:
    # A sine at a quarter of the rate, caught at 45 degrees: every sample reads 3 dB under the peak.
    sound = (1.2 * np.sin(np.pi / 2 * np.arange(RATE) + np.pi / 4)).astype(np.float32)
    assert np.abs(sound).max() < CEILING < 1.2
    assert peak_between(limited(sound)) <= CEILING * 10 ** (0.1 / 20)
    assert true_peaks(sound).max() == pytest.approx(1.2, rel=0.01)


def test_what_is_quiet_passes_bit_for_bit() -> None:
    sound = noise(3, 0.1)
    assert np.array_equal(limited(sound), sound)


def test_a_peak_is_forgotten_within_a_second() -> None:
    sound = noise(4, 0.1)
    sound[2 * RATE] = 3
    out = limited(sound)
    assert np.array_equal(out[: 2 * RATE - RATE // 50], sound[: 2 * RATE - RATE // 50])
    assert np.array_equal(out[3 * RATE :], sound[3 * RATE :])
    assert not np.array_equal(out, sound)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 30_000), st.lists(st.integers(0, 30_000), max_size=6), st.sampled_from([0.1, 0.4, 2.0]))
def test_the_split_never_changes_the_result(frames: int, cuts: list[int], level: float) -> None:
    sound = noise(2, level, seed=frames % 7)[:frames]
    out = limited(sound, [min(cut, frames) for cut in cuts])
    assert len(out) == frames
    assert np.array_equal(out, limited(sound))
