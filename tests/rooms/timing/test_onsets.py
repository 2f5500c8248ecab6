"""Events to spans: exact where the engine has an event, shared out by phonemes where it merges words."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from oyez.timing.onsets import Event, spans_from_events


def one_each(group: Sequence[int]) -> list[int]:
    return [1 for _ in group]


def word(position: int, sample: int) -> Event:
    return Event("word", position, sample, "")


def phoneme(sample: int, name: str = "a") -> Event:
    return Event("phoneme", 0, sample, name)


def test_a_word_starts_at_its_own_event_and_ends_where_the_next_begins() -> None:
    events = [word(0, 10), phoneme(10), word(4, 50), phoneme(50)]
    assert spans_from_events(events, [(0, 3), (4, 7)], 100, one_each) == ((10, 50), (50, 100))


def test_a_pause_belongs_to_no_word() -> None:
    events = [word(0, 0), phoneme(0), phoneme(40, ""), phoneme(45, ""), word(5, 60), phoneme(60)]
    assert spans_from_events(events, [(0, 4), (5, 7)], 100, one_each) == ((0, 40), (60, 100))


def test_merged_words_share_the_phonemes_behind_their_one_event() -> None:
    # "of the": one event, four phonemes, two each.
    events = [word(0, 0), phoneme(0), phoneme(10), phoneme(20), phoneme(30), word(7, 40), phoneme(40)]
    spans = spans_from_events(events, [(0, 2), (3, 6), (7, 10)], 50, lambda group: [2 for _ in group])
    assert spans == ((0, 20), (20, 40), (40, 50))


def test_a_word_of_several_spoken_words_starts_at_the_first() -> None:
    events = [word(0, 5), word(6, 20), word(14, 40), phoneme(5), phoneme(20), phoneme(40)]
    assert spans_from_events(events, [(0, 13), (14, 18)], 60, one_each) == ((5, 40), (40, 60))


def test_silent_words_stand_at_the_end_of_the_word_before() -> None:
    events = [word(0, 0), phoneme(0), word(4, 30), phoneme(30)]
    assert spans_from_events(events, [(0, 3), None, (4, 6)], 50, one_each) == ((0, 30), (30, 30), (30, 50))


@given(st.data())
def test_whatever_the_engine_says_starts_rise_and_ends_lie_inside(data: st.DataObject) -> None:
    lengths = data.draw(st.lists(st.integers(0, 6), max_size=8))
    places: list[tuple[int, int] | None] = []
    at = 0
    for length in lengths:
        places.append((at, at + length) if length else None)
        at += length + 1
    samples = st.integers(0, 100)
    events = data.draw(
        st.lists(
            st.one_of(
                st.builds(word, st.integers(0, at + 2), samples),
                st.builds(phoneme, samples, st.sampled_from(["a", ""])),
            ),
            max_size=20,
        )
    )
    spans = spans_from_events(sorted(events, key=lambda event: event.sample), places, 100, one_each)
    assert len(spans) == len(places)
    assert all(0 <= start <= end <= 100 for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
