"""An engine's events to one time span per Word: by text position, never by counting.

espeak-ng merges clitics ("of the" is one event), so that a word may have no event of its own; its
share of the phonemes that follow the event says where it starts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Event", "settled", "spans_from_events", "spans_of_words"]


class Event(NamedTuple):
    """kind "word" or "phoneme"; `position` in characters of the engine's text; `phoneme` "" is a pause."""

    kind: str
    position: int
    sample: int
    phoneme: str


def spans_from_events(
    events: Sequence[Event],
    places: Sequence[tuple[int, int] | None],
    frames: int,
    count_phonemes: Callable[[Sequence[int]], Sequence[int]],
) -> tuple[tuple[int, int], ...]:
    """(start, end) in frames for each word.

    places          characters start:end of each word in the engine's text, None for silent words
    frames          length of the sound
    count_phonemes  phonemes of words (by index) standing alone, asked only for merged ones
    """
    spoken = [index for index, place in enumerate(places) if place]
    onsets = _event_onsets(events, places, spoken)
    phonemes = [event for event in events if event.kind == "phoneme"]
    _share_merged(onsets, spoken, phonemes, count_phonemes, frames)
    return _spans(onsets, spoken, len(places), events, frames)


def settled(events: Sequence[Event], places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """How many of the places no later event can change, and the sample where the next of them begins.

    Those in front of the last place that has a word event: words merged behind that may still come.

    >>> settled([Event("word", 0, 0, ""), Event("word", 9, 700, "")], [(0, 3), (4, 8), (9, 12), (13, 20)])
    (2, 700)
    """
    onsets = [(event.position, event.sample) for event in events if event.kind == "word"]
    furthest = max((position for position, _ in onsets), default=0)
    count = max(0, bisect_right(places, furthest, key=lambda place: place[0]) - 1)
    # A place may have several: "2023" has one for each of the words it is read as.
    return count, min((sample for position, sample in onsets if position >= places[count][0]), default=0)


def spans_of_words(tokens: Sequence[tuple[int, int]], counts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Spans of words from those of their tokens, `counts` tokens each; a word of none has no length.

    >>> spans_of_words([(0, 5), (5, 9), (9, 20)], [1, 0, 2])
    ((0, 5), (5, 5), (5, 20))
    """
    spans: list[tuple[int, int]] = []
    used, end = 0, 0
    for count in counts:
        start = tokens[used][0] if count else end
        end = tokens[used + count - 1][1] if count else end
        spans.append((start, end))
        used += count
    return tuple(spans)


def _event_onsets(
    events: Sequence[Event], places: Sequence[tuple[int, int] | None], spoken: Sequence[int]
) -> dict[int, list[int]]:
    """Samples of the word events that fall on each word, rising."""
    onsets: dict[int, list[int]] = {}
    words = iter(spoken)
    current = next(words, None)
    upcoming = next(words, None)
    word_events = (event for event in events if event.kind == "word")
    for event in sorted(word_events, key=lambda event: (event.position, event.sample)):
        while upcoming is not None and event.position >= places[upcoming][0]:  # type: ignore[index]
            current, upcoming = upcoming, next(words, None)
        if current is not None:
            onsets.setdefault(current, []).append(event.sample)
    # Engines may repeat an event out of order; a word never starts before the word in front of it.
    latest = 0
    for index in sorted(onsets):
        onsets[index] = [max(latest, sample) for sample in sorted(onsets[index])]
        latest = onsets[index][0]
    return onsets


def _share_merged(
    onsets: dict[int, list[int]],
    spoken: Sequence[int],
    phonemes: Sequence[Event],
    count_phonemes: Callable[[Sequence[int]], Sequence[int]],
    frames: int,
) -> None:
    """Give words without an event their start, from the phonemes of the event they were merged into."""
    for group, until in _groups(onsets, spoken, frames):
        if all(index in onsets for index in group):
            continue
        since = onsets[group[0]][-1] if group[0] in onsets else 0
        starts = [e.sample for e in phonemes if since <= e.sample < until and e.phoneme] or [since]
        counts = [max(1, count) for count in count_phonemes(group)]
        total, seen = sum(counts), 0
        for index, count in zip(group, counts, strict=True):
            if index not in onsets:
                place = min(len(starts) - 1, round(seen * len(starts) / total))
                onsets[index] = [starts[place]]
            seen += count


def _groups(onsets: dict[int, list[int]], spoken: Sequence[int], frames: int) -> list[tuple[list[int], int]]:
    """Runs of a word with an event and the words merged into it, with the sample where the run ends."""
    groups: list[list[int]] = []
    for index in spoken:
        if index in onsets or not groups:
            groups.append([index])
        else:
            groups[-1].append(index)
    # Every group but the first starts with an event of its own.
    ends = [onsets[group[0]][0] for group in groups[1:]] + [frames]
    return list(zip(groups, ends, strict=False))


def _spans(
    onsets: dict[int, list[int]], spoken: Sequence[int], count: int, events: Sequence[Event], frames: int
) -> tuple[tuple[int, int], ...]:
    pauses = _pause_starts(events, frames)
    spans: list[tuple[int, int]] = []
    starts = {index: min(frames, onsets[index][0]) for index in spoken}
    following = {here: starts[after] for here, after in pairwise(spoken)}
    end = 0
    for index in range(count):
        if index in starts:
            start = max(starts[index], spans[-1][0] if spans else 0)
            stop = max(start, following.get(index, frames))
            end = pauses.get(stop, stop)
            end = end if end > start else stop
            spans.append((start, end))
        else:  # a silent word stands at the end of the one before it
            spans.append((end, end))
    return tuple(spans)


def _pause_starts(events: Sequence[Event], frames: int) -> dict[int, int]:
    """For a sample at which sound begins again, where the pause before it began."""
    found: dict[int, int] = {}
    began: int | None = None
    for event in events:
        if event.kind == "phoneme" and not event.phoneme:
            began = event.sample if began is None else began
        elif began is not None:
            found[event.sample] = began  # a word begins before its first phoneme where that is a stop
            began = began if event.kind == "word" else None
    if began is not None:
        found[frames] = began
    return found
