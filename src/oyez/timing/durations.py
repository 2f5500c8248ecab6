"""A neural voice's own durations to one time span per Word: exact, because the sound is made of them.

ids     ^ _ h _ ə _ l _ oʊ _   _ w _ ...      what the voice reads; each Word owns a run of them
frames  2 1 3 2 4 ...                         how long the voice holds each, in hops of samples
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

__all__ = ["spans_by_share", "spans_from_durations"]

Place = tuple[int, int]  # ids start:end of a word


def spans_from_durations(
    durations: Sequence[int], places: Sequence[Place | None], hop: int
) -> tuple[tuple[int, int], ...]:
    """(start, end) in samples for each word: from its first id's start to its last id's end.

    durations   for each id, in hops
    places      ids of each word, rising; None for a silent word, which gets no time after the one before
    hop         samples a hop

    >>> spans_from_durations([1, 2, 3, 4], [(1, 2), None, (2, 4)], 10)
    ((10, 30), (30, 30), (30, 100))
    """
    return _spans([hop * hops for hops in accumulate(durations, initial=0)], places)


def spans_by_share(ids: int, places: Sequence[Place | None], samples: int) -> tuple[tuple[int, int], ...]:
    """An estimate for a voice that tells no durations: every id as long as any other.

    >>> spans_by_share(4, [(1, 2), (2, 4)], 100)
    ((25, 50), (50, 100))
    """
    return _spans([round(samples * index / ids) for index in range(ids + 1)], places)


def _spans(edges: Sequence[int], places: Sequence[Place | None]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    end = 0
    for place in places:
        if place is None:  # a silent word stands at the end of the one before it
            spans.append((end, end))
        else:
            end = edges[place[1]]
            spans.append((edges[place[0]], end))
    return tuple(spans)
