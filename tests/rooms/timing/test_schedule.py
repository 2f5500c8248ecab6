"""Rates by part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.errors import InvalidSpeed
from oyez.timing.schedule import Schedule

RATES = st.floats(0.5, 4)


@given(st.lists(st.tuples(st.integers(1, 300), RATES), min_size=1, max_size=9), st.integers(0, 4000))
def test_what_is_due_is_the_sum_of_its_parts(parts: list[tuple[int, float]], frame: int) -> None:
    starts, rates = [0], [parts[0][1]]
    for length, rate in parts[1:]:
        starts.append(starts[-1] + length)
        rates.append(rate)
    schedule = Schedule(tuple(rates), tuple(starts))
    stepwise = sum(1 / schedule.rate_at(at) for at in range(frame))
    assert schedule.due(frame) == pytest.approx(stepwise)
    assert schedule.end_at(frame) > frame
    assert all(schedule.due(one) <= schedule.due(next_) for one, next_ in pairwise(range(0, frame, 97)))


def test_spans_have_a_rate_of_their_own() -> None:
    schedule = Schedule.within([(0, 10), (40, 50), (50, 60)], 2, 1)
    assert [schedule.rate_at(frame) for frame in (0, 9, 10, 39, 40, 55, 60, 10**9)] == [
        2,
        2,
        1,
        1,
        2,
        2,
        1,
        1,
    ]
    assert Schedule.within([], 2, 1).constant == 1


@pytest.mark.parametrize(("rates", "starts"), [((1,), (1,)), ((1, 2), (0, 0)), ((1, 2), (0,)), ((), ())])
def test_a_schedule_is_whole(rates: tuple[float, ...], starts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="schedule"):
        Schedule(rates, starts)


@pytest.mark.parametrize("rate", [0, -1, 0.49, 4.1, float("nan")])
def test_a_rate_out_of_range_names_the_range(rate: float) -> None:
    with pytest.raises(InvalidSpeed, match=r"0\.5x to 4x"):
        Schedule((1, rate), (0, 100))
