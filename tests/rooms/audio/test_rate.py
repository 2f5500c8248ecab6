"""Another sample rate: the same sound, the same length, no clipping."""

from __future__ import annotations

import numpy as np
import pytest

from oyez.audio.rate import at_rate


def tone(hertz: float, rate: int, seconds: float = 1.0, level: int = 8000) -> np.ndarray:
    """A sine that fades in and out, as speech does."""
    time = np.arange(int(rate * seconds)) / rate
    wave = level * np.sin(2 * np.pi * hertz * time) * np.hanning(len(time))
    return np.rint(wave).astype(np.int16)


@pytest.mark.parametrize(("rate", "target"), [(22050, 16000), (16000, 22050), (22050, 24000), (48000, 22050)])
@pytest.mark.parametrize("hertz", [110.0, 997.0, 5000.0])
def test_a_tone_stays_that_tone(rate: int, target: int, hertz: float) -> None:
    wanted = tone(hertz, target)
    found = at_rate(tone(hertz, rate), rate, target)
    assert len(found) == len(wanted)
    assert np.abs(found.astype(int) - wanted).max() <= 2


def test_what_the_lower_rate_cannot_carry_goes_and_leaves_no_other_tone() -> None:
    assert np.abs(at_rate(tone(10_000.0, 22050), 22050, 16000)).max() <= 2


def test_the_same_rate_changes_the_level_alone() -> None:
    sound = tone(440.0, 22050)
    assert (at_rate(sound, 22050, 22050) == sound).all()
    assert np.abs(at_rate(sound, 22050, 22050, 0.5)).max() == pytest.approx(4000, abs=2)


def test_a_gain_that_would_clip_is_held_back() -> None:
    assert np.abs(at_rate(tone(440.0, 22050), 22050, 16000, 9.0).astype(int)).max() <= 32767


@pytest.mark.parametrize("frames", [0, 1, 7])
def test_hardly_any_sound(frames: int) -> None:
    assert len(at_rate(np.ones(frames, dtype=np.int16), 22050, 16000)) == -(-frames * 16000 // 22050)
