"""Known pauses at a rate of their own: speech bit for bit, exact lengths, floors kept."""

from __future__ import annotations

import numpy as np
import pytest

from oyez.audio.pace import Pacer
from oyez.audio.pausing import with_pauses
from oyez.model.narration import Clip, pause_frames
from oyez.model.pace import Pace, multiplied
from oyez.timing.tempo import EDGE

RATE = 22050
PERIOD = RATE // 65  # the longest: no join moves sound further
GAP = (RATE, RATE + RATE // 2)  # half a second, known
WORDS = ((0, GAP[0]), (GAP[1], 2 * RATE))


def clip(*, measured: bool = True) -> Clip:
    samples = np.random.default_rng(5).normal(0, 3000, 2 * RATE).astype(np.int16)
    samples[GAP[0] : GAP[1]] //= 100
    return Clip(samples, RATE, WORDS, measured)


@pytest.mark.parametrize(
    "pace", [Pace(1, 2.5), Pace(1.2, 2.5), Pace(4, 2.5), Pace(2, 1), Pace(4, 1), Pace(0.5, 1)]
)
def test_words_are_untouched_and_pauses_as_long_as_asked(pace: Pace) -> None:
    spoken, pause = with_pauses(clip(), 0.6, pace)
    (_, first), (second, last) = spoken.times
    known = GAP[1] - round(EDGE * RATE) - GAP[0]
    assert second - first == pytest.approx(GAP[1] - GAP[0] + known * (pace.apart - 1), abs=2 * PERIOD)
    assert len(spoken.samples) == pytest.approx(2 * RATE + known * (pace.apart - 1), abs=2)
    assert np.array_equal(spoken.samples[:first], clip().samples[:first])
    word = clip().samples[GAP[1] + round(EDGE * RATE) : last][: RATE // 3]
    start = second + round(EDGE * RATE)
    around = spoken.samples[start - 2 * PERIOD : start + 2 * PERIOD + len(word)]
    assert word.tobytes() in around.tobytes()
    assert pause * RATE / pace.speech == pytest.approx(0.6 * RATE / pace.pauses)


def test_what_runs_alike_is_the_clip_itself() -> None:
    same = clip()
    assert with_pauses(same, 0.3, multiplied(2)) == (same, 0.3)


def test_no_pause_is_guessed() -> None:
    estimated = clip(measured=False)
    assert with_pauses(estimated, 0.0, Pace(2, 1))[0] is estimated


@pytest.mark.parametrize("times", [3.0, 4.0])
def test_floors_are_heard(times: float) -> None:
    pace = multiplied(times)
    pacer = Pacer(RATE, pace.speech)
    spoken, pause = with_pauses(clip(), 0.3, pace)
    pacer.add(spoken.samples, pause_frames(pause, RATE))
    heard = pacer.time_map
    silence = heard.frames - heard.at(len(spoken.samples))
    assert silence / RATE == pytest.approx(0.12, abs=1e-3)
