"""The map from natural time to heard time, as laws."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.timing.timeline import Timeline
from oyez.timing.timemap import TimeMap

STEPS = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=20)


@st.composite
def maps(draw: st.DrawFn) -> TimeMap:
    steps = draw(STEPS)
    into = accumulate((step for step, _ in steps), initial=0)
    out = accumulate((step for _, step in steps), initial=0)
    return TimeMap.through(zip(into, out, strict=True))


@given(maps(), st.lists(st.floats(-10, 20_000), max_size=20))
def test_time_never_runs_back(time_map: TimeMap, frames: list[float]) -> None:
    heard = [time_map.at(frame) for frame in sorted(frames)]
    assert heard == sorted(heard)
    assert all(0 <= frame <= time_map.frames for frame in heard)


@given(maps(), maps())
def test_joined_maps_hold_in_both_parts(first: TimeMap, second: TimeMap) -> None:
    whole = TimeMap.joined([first, second])
    assert whole.frames == first.frames + second.frames
    for frame in range(0, first.inputs[-1], 7):
        assert whole.at(frame) == pytest.approx(first.at(frame))
    for frame in range(1, second.inputs[-1], 7):
        assert whole.at(first.inputs[-1] + frame) == pytest.approx(first.frames + second.at(frame))


@pytest.mark.parametrize("knots", [((0, 0), (5, 5), (4, 6)), ((0, 0), (5, 5), (6, 4)), ((1, 0),), ((0, 1),)])
def test_falling_knots_are_refused(knots: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="time map"):
        TimeMap.through(knots)


def test_a_timeline_keeps_its_shape() -> None:
    natural = Timeline(1000, 400, ((0, 100), (200, 400)), (((0, 50), (50, 100)), ((300, 400),)))
    heard = TimeMap((0, 200, 400), (0, 100, 150)).timeline(natural)
    assert heard == Timeline(1000, 150, ((0, 50), (100, 150)), (((0, 25), (25, 50)), ((125, 150),)))
