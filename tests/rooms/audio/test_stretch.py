"""Stretching: exact lengths, kept pitch, honest times, and no trace of how the input was split."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from oyez.audio.stretch import Stretcher
from oyez.errors import InvalidSpeed
from oyez.timing.schedule import Schedule
from oyez.timing.timemap import TimeMap

RATE = 22050
SPEEDS = (0.5, 0.77, 0.99, 1.01, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
Samples = NDArray[np.float32]


def stretched(samples: Samples, speed: float, rate: int = RATE) -> tuple[Samples, TimeMap]:
    stretcher = Stretcher(rate, speed)
    return np.concatenate((stretcher.feed(samples), stretcher.finish())), stretcher.time_map


def voiced(seconds: float, pitch: float, rate: int = RATE) -> Samples:
    """A tone with ten harmonics, falling as those of a voice do."""
    time = np.arange(round(seconds * rate)) / rate
    tone = sum(np.sin(2 * np.pi * pitch * k * time) / k for k in range(1, 11))
    return (0.3 * np.asarray(tone)).astype(np.float32)


def pitches(samples: Samples, rate: int) -> NDArray[np.float64]:
    """Pitch per 60 ms, from 60 ms on: the first high peak of the autocorrelation, interpolated."""
    size = round(0.06 * rate)
    found = []
    for start in range(size, len(samples) - 2 * size, size):
        wave = samples[start : start + 2 * size].astype(np.float64)
        lags = np.correlate(wave, wave[:size], mode="valid")[: rate // 60]
        tops = [
            lag
            for lag in range(rate // 420, len(lags) - 1)
            if lags[lag - 1] <= lags[lag] >= lags[lag + 1] and lags[lag] > 0.9 * lags[rate // 420 :].max()
        ]
        before, middle, after = lags[tops[0] - 1 : tops[0] + 2]
        found.append(rate / (tops[0] + (before - after) / (2 * (before - 2 * middle + after))))
    return np.array(found)


@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("rate", [16000, 22050, 24000])
def test_the_length_is_exact(rate: int, speed: float) -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, 3 * rate + 17).astype(np.float32)
    sound, time_map = stretched(noise, speed, rate)
    assert sound.dtype == np.float32
    assert len(sound) == round(len(noise) / speed) == time_map.frames
    assert time_map.inputs[-1] == len(noise)


def test_natural_speed_changes_no_bit() -> None:
    noise = np.random.default_rng(2).normal(0, 1, 5000).astype(np.float32)
    sound, time_map = stretched(noise, 1.0)
    assert np.array_equal(sound, noise)
    assert time_map.at(1234) == 1234


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5, 2.0])
@pytest.mark.parametrize("pitch", [85.0, 123.0, 210.0, 330.0])
def test_the_pitch_is_kept(pitch: float, speed: float) -> None:
    sound, _ = stretched(voiced(3, pitch), speed)
    assert abs(1200 * np.log2(np.median(pitches(sound, RATE)) / pitch)) < 20  # cents


@pytest.mark.parametrize("speed", [0.5, 2.0, 3.0])
def test_a_gliding_pitch_glides_on(speed: float) -> None:
    def glide(time: NDArray[Any]) -> NDArray[np.float64]:
        return np.asarray(140 + 50 * np.sin(2 * np.pi * 0.3 * time))

    phase = 2 * np.pi * np.cumsum(glide(np.arange(6 * RATE) / RATE)) / RATE
    tone = sum(np.sin(k * phase) / k for k in range(1, 8))
    sound, _ = stretched((0.3 * np.asarray(tone)).astype(np.float32), speed)
    found = pitches(sound, RATE)
    middles = (np.arange(len(found)) + 1.75) * 0.06  # of the frames that each value was taken from
    cents = 1200 * np.log2(found / glide(middles * speed))
    assert np.percentile(np.abs(cents), 90) < 60


@pytest.mark.parametrize("speed", [0.5, 1.25, 2.0, 4.0])
def test_hiss_keeps_its_power(speed: float) -> None:
    hiss = np.random.default_rng(4).normal(0, 0.1, 3 * RATE).astype(np.float32)
    sound, _ = stretched(hiss, speed)
    assert 20 * np.log10(sound[RATE // 4 : -RATE // 4].std() / hiss.std()) == pytest.approx(0, abs=0.5)


@pytest.mark.parametrize("speed", [0.5, 0.8, 1.25, 2.0, 3.0, 4.0])
def test_clicks_land_where_the_map_says(speed: float) -> None:
    rng = np.random.default_rng(3)
    sound = rng.normal(0, 1e-3, 10 * RATE).astype(np.float32)
    clicks = np.arange(RATE // 5, len(sound) - RATE // 5, RATE // 4)
    clicks += rng.integers(0, 900, len(clicks))
    sound[clicks] = 1
    heard, time_map = stretched(sound, speed)
    errors = []
    for click in clicks:
        due = round(time_map.at(int(click)))
        window = np.abs(heard[max(0, due - RATE // 20) : due + RATE // 20])
        if window.max() > 0.05:  # one that a skip faded out has no place
            errors.append(abs(int(window.argmax()) - min(due, RATE // 20)) / RATE)
    assert len(errors) > len(clicks) / 3
    assert np.percentile(errors, 95) <= 0.020


@pytest.mark.parametrize("speed", SPEEDS)
def test_silence_stays_silent(speed: float) -> None:
    sound, _ = stretched(np.zeros(RATE, dtype=np.float32), speed)
    assert len(sound) == round(RATE / speed)
    assert not sound.any()


@pytest.mark.parametrize("frames", [0, 1, 2, 3, 50, 500, 1000])
@pytest.mark.parametrize("speed", [0.5, 1.3, 4.0])
def test_tiny_sounds(frames: int, speed: float) -> None:
    sound, time_map = stretched(voiced(1, 150)[:frames], speed)
    assert len(sound) == round(frames / speed) == time_map.frames


@settings(max_examples=25, deadline=None)
@given(
    speed=st.sampled_from(SPEEDS),
    frames=st.integers(0, 20_000),
    cuts=st.lists(st.integers(0, 20_000), max_size=8),
    seed=st.integers(0, 5),
)
def test_the_split_never_changes_the_result(speed: float, frames: int, cuts: list[int], seed: int) -> None:
    sound = np.random.default_rng(seed).normal(0, 0.1, frames).astype(np.float32) + voiced(1, 120)[:frames]
    whole, time_map = stretched(sound, speed)
    stretcher = Stretcher(RATE, speed)
    pieces = [stretcher.feed(piece) for piece in np.split(sound, sorted(min(cut, frames) for cut in cuts))]
    pieces.append(stretcher.finish())
    assert np.array_equal(np.concatenate(pieces), whole)
    assert stretcher.time_map == time_map


@pytest.mark.parametrize("speed", SPEEDS)
def test_the_map_never_strays_more_than_two_periods(speed: float) -> None:
    sound, time_map = stretched(voiced(3, 90), speed)
    stray = [abs(out - into / speed) for into, out in zip(time_map.inputs, time_map.outputs, strict=True)]
    assert max(stray) <= 2 * RATE / 65
    assert len(sound) == time_map.frames


@pytest.mark.parametrize("speed", [0.49, 4.01, 0.0, -1.0, float("nan")])
def test_a_speed_out_of_range_is_refused(speed: float) -> None:
    with pytest.raises(InvalidSpeed):
        Stretcher(RATE, speed)


SCHEDULE = Schedule((1.0, 2.5, 1.0, 0.6, 4.0, 1.1), (0, 9_001, 15_000, 22_222, 31_000, 45_000))


@pytest.mark.parametrize("seconds", [0.3, 1.0, 1.7, 3.0])
def test_every_part_runs_at_its_own_rate(seconds: float) -> None:
    sound = voiced(seconds, 110)
    stretcher = Stretcher(RATE, SCHEDULE)
    heard = np.concatenate([*map(stretcher.feed, np.split(sound, [777, 5000])), stretcher.finish()])
    time_map = stretcher.time_map
    assert len(heard) == round(SCHEDULE.due(len(sound))) == time_map.frames
    stray = [abs(time_map.at(frame) - SCHEDULE.due(frame)) for frame in range(0, len(sound), 50)]
    assert max(stray) <= 2 * RATE / 65


def test_what_runs_at_natural_speed_is_bit_for_bit() -> None:
    sound = np.random.default_rng(8).normal(0, 0.1, 3 * RATE).astype(np.float32)
    stretcher = Stretcher(RATE, Schedule.within([(20_000, 30_000)], 2, 1))
    heard = np.concatenate((stretcher.feed(sound), stretcher.finish()))
    assert np.array_equal(heard[:20_000], sound[:20_000])
    joined = round(stretcher.time_map.at(31_000))
    assert np.array_equal(heard[joined:60_000], sound[31_000:][: 60_000 - joined])


@settings(max_examples=15, deadline=None)
@given(cuts=st.lists(st.integers(0, 50_000), max_size=8))
def test_the_split_never_changes_a_schedule(cuts: list[int]) -> None:
    sound = np.tile(voiced(1, 120), 3)[:50_000]
    whole = Stretcher(RATE, SCHEDULE)
    expected = np.concatenate((whole.feed(sound), whole.finish()))
    stretcher = Stretcher(RATE, SCHEDULE)
    pieces = [stretcher.feed(piece) for piece in np.split(sound, sorted(cuts))]
    assert np.array_equal(np.concatenate([*pieces, stretcher.finish()]), expected)
    assert stretcher.time_map == whole.time_map
