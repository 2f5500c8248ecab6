"""Clips and pauses at a speed: exact length over the whole, each clip by itself, one map."""

from __future__ import annotations

import numpy as np
import pytest

from oyez.audio.pace import Pacer
from oyez.errors import InvalidSpeed

RATE = 16000


def clip(seconds: float, seed: int) -> np.ndarray[tuple[int], np.dtype[np.int16]]:
    return np.random.default_rng(seed).normal(0, 3000, round(seconds * RATE)).astype(np.int16)


@pytest.mark.parametrize("speed", [0.5, 0.93, 1.0, 1.37, 2.0, 4.0])
def test_the_whole_length_is_exact(speed: float) -> None:
    pacer = Pacer(RATE, speed)
    parts = [(clip(0.3 + 0.1 * n, n), 997 * (n % 3)) for n in range(9)]
    sound = np.concatenate([pacer.add(samples, pause) for samples, pause in parts])
    natural = sum(len(samples) + pause for samples, pause in parts)
    assert pacer.time_map.inputs[-1] == natural
    assert pacer.time_map.frames == len(sound)
    assert abs(len(sound) - natural / speed) <= 3  # the last pause may be nothing


def test_natural_speed_is_the_clips_themselves() -> None:
    pacer = Pacer(RATE, 1)
    sound = np.concatenate([pacer.add(clip(0.5, 1), 100), pacer.add(clip(0.5, 2), 0)])
    levels = (sound * 32768).astype(np.int16)
    assert np.array_equal(levels, np.concatenate((clip(0.5, 1), np.zeros(100, np.int16), clip(0.5, 2))))
    assert pacer.time_map.at(1234) == 1234


def test_a_sentence_sounds_the_same_whatever_stands_before_it() -> None:
    alone = Pacer(RATE, 2.5).add(clip(0.7, 3), 0)
    after = Pacer(RATE, 2.5)
    after.add(clip(0.4, 4), 500)
    assert np.array_equal(after.add(clip(0.7, 3), 0)[: len(alone)], alone)


def test_a_bad_speed_is_refused_at_once() -> None:
    with pytest.raises(InvalidSpeed):
        Pacer(RATE, 5)
