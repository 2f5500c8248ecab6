"""Which sentence is made next: the one decision of the live room, pure.

works, listeners, clock -> (work, sentence)

1. Whoever came last and has little sound ahead of the place where they listen.
2. Whoever has the least ahead.
3. What nobody waits for: the narration asked for last, from its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["ENOUGH", "PACE", "Listener", "Work", "next_sentence"]

ENOUGH = 15.0  # seconds of sound ahead that let a listener wait for others
PACE = 2.0  # how fast a listener may use up what is ahead of them, in seconds of sound a second


@dataclass(frozen=True, slots=True)
class Listener:
    """Someone who listens from sentence `start` on, since `since` (seconds of a steady clock)."""

    start: int
    since: float


@dataclass(frozen=True, slots=True)
class Work:
    """A narration as the decision sees it.

    made       one a sentence: its sound is there
    free       one a sentence: nobody makes it yet
    seconds    one a sentence: its length with its pause, exact or estimated
    asked      when it was asked for; until someone listens, a listener at the beginning is expected
    """

    made: Sequence[bool]
    free: Sequence[bool]
    seconds: Sequence[float]
    asked: float
    listeners: Sequence[Listener] = ()


@dataclass(frozen=True, slots=True)
class _Want:
    work: int
    sentence: int
    since: float
    ahead: float
    waits: bool


def next_sentence(works: Sequence[Work], now: float) -> tuple[int, int] | None:
    """The place of a work and a free sentence of it; None where nothing is left to make.

    >>> made = [True, False, False, False]
    >>> free = [False, True, True, True]
    >>> next_sentence([Work(made, free, [5] * 4, 0, [Listener(2, since=1)])], now=2)
    (0, 2)
    """
    wants = [want for place, work in enumerate(works) for want in _wants(place, work, now)]
    hungry = [want for want in wants if want.ahead < ENOUGH]
    if hungry:
        chosen = max(hungry, key=lambda want: want.since)
        return chosen.work, chosen.sentence
    waiting = [want for want in wants if want.waits]
    if waiting:
        chosen = min(waiting, key=lambda want: want.ahead)
        return chosen.work, chosen.sentence
    rest = [(work.asked, place) for place, work in enumerate(works) if any(work.free)]
    if not rest:
        return None
    _, place = max(rest)
    return place, list(works[place].free).index(True)


def _wants(place: int, work: Work, now: float) -> list[_Want]:
    """What each listener of a work needs next, where something after their place is free."""
    expected = [] if work.listeners else [Listener(0, work.asked)]
    wants = []
    for listener in [*work.listeners, *expected]:
        sentence = _free_from(work, listener.start)
        if sentence is not None:
            waits = bool(work.listeners)
            used = PACE * (now - listener.since) if waits else 0.0
            ahead = _ahead(work, listener.start) - used
            wants.append(_Want(place, sentence, listener.since, ahead, waits))
    return wants


def _free_from(work: Work, start: int) -> int | None:
    return next((index for index in range(start, len(work.free)) if work.free[index]), None)


def _ahead(work: Work, start: int) -> float:
    """Seconds of sound from a sentence on without a gap."""
    seconds = 0.0
    for made, length in zip(work.made[start:], work.seconds[start:], strict=True):
        if not made:
            break
        seconds += length
    return seconds
