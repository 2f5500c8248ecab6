"""Durations to spans: exact, rising, inside the sound."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from oyez.timing.durations import spans_by_share, spans_from_durations


@st.composite
def _sentences(draw: st.DrawFn) -> tuple[list[int], list[tuple[int, int] | None]]:
    """Durations of ids, and words that own runs of them, with marks and spaces between and silent words."""
    durations = draw(st.lists(st.integers(0, 40), min_size=2, max_size=2))  # ^ _
    places: list[tuple[int, int] | None] = []
    for owned, between in draw(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)), max_size=12)):
        start = len(durations)
        durations += draw(st.lists(st.integers(1, 40), min_size=owned, max_size=owned))
        places.append((start, start + owned) if owned else None)
        durations += draw(st.lists(st.integers(0, 40), min_size=between, max_size=between))
    return [*durations, draw(st.integers(0, 40))], places


@given(_sentences(), st.sampled_from([64, 256, 300]))
def test_spans_hold_the_laws(sentence: tuple[list[int], list[tuple[int, int] | None]], hop: int) -> None:
    durations, places = sentence
    samples = hop * sum(durations)
    for spans in (
        spans_from_durations(durations, places, hop),
        spans_by_share(len(durations), places, samples),
    ):
        assert len(spans) == len(places)
        assert all(0 <= start <= end <= samples for start, end in spans)
        assert all(after[0] >= before[1] for before, after in pairwise(spans))
        assert all(place or start == end for place, (start, end) in zip(places, spans, strict=True))


@given(_sentences())
def test_a_word_lasts_as_long_as_its_ids(sentence: tuple[list[int], list[tuple[int, int] | None]]) -> None:
    durations, places = sentence
    for place, (start, end) in zip(places, spans_from_durations(durations, places, 256), strict=True):
        if place:
            assert start == 256 * sum(durations[: place[0]])
            assert end - start == 256 * sum(durations[slice(*place)])


def test_a_silent_word_in_front_stands_at_the_start() -> None:
    assert spans_from_durations([5, 1, 2, 3], [None, (2, 3), None], 10) == ((0, 0), (60, 80), (80, 80))
    assert spans_by_share(4, [None, None], 100) == ((0, 0), (0, 0))
