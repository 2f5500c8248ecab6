"""How well the lit word keeps to the voice, at every speed, beside a highlight driven by timeupdate alone.

The audio clock is `currentTime`, read every 5 ms. Between its updates it stands still (Firefox: up to 40 ms),
so the true place at a moment is taken from the freshest readings of the half second around: the line that
touches them from above, at the speed that all of them together show (a sound card is not the wall clock). A
word is due when that line reaches its beginning, and lit when its range enters the highlight (the frame that
shows it follows). Lag is the distance of the two, early or late. What a busy machine drops is not taken out.
Skipped are words between the first and the last lit that never were.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from typing import Any

from bench.figure import Figure
from bench.listening.stage import NewTab, Stage, program

__all__ = ["lags", "measure"]

_SECONDS = {0.5: 16, 1: 12, 2: 10, 4: 8}  # speed -> how long it plays
_WORDS = 1000
_FROM = 20  # natural seconds
_WINDOW = 500.0  # ms on either side
_MEDIAN_GOAL, _LATE_GOAL = 20, 50  # ms

Seen = list[tuple[float, int | None]]  # ms, index of the word


def measure(stage: Stage, new_tab: NewTab) -> dict[str, Figure]:
    """Milliseconds and words; the peer is timeupdate in the same run."""
    figures = {}
    tab = new_tab()
    try:
        stage.complete(tab, _WORDS)
        for times, seconds in _SECONDS.items():
            seen = tab.evaluate(program("lighting", times=times, **{"from": _FROM}, seconds=seconds))
            ours, skipped = lags(seen, seen["lit"], times)
            peers, peer_skipped = lags(seen, seen["told"], times)
            at = f"at {times:g}x"
            figures[f"highlight median ms {at}"] = Figure(
                statistics.median(ours), _MEDIAN_GOAL, statistics.median(peers)
            )
            figures[f"highlight 95 % ms {at}"] = Figure(_late(ours), _LATE_GOAL, _late(peers))
            figures[f"words skipped {at}"] = Figure(skipped, 0, peer_skipped)
    finally:
        tab.close()
    return figures


def lags(seen: dict[str, Any], lit: Seen, times: float) -> tuple[list[float], int]:
    """Milliseconds between due and lit of each word, and how many were skipped.

    >>> clock = [[ms, ms / 1000] for ms in range(0, 3000, 5)]
    >>> lags({"clock": clock, "words": [[0, 1.0], [1, 1.5], [2, 2.0]]}, [(1010, 0), (2004, 2)], 1)
    ([10.0, 4.0], 1)
    """
    moments = [moment for moment, _ in seen["clock"]]
    times += _drift([(moment, 1000 * place - times * moment) for moment, place in seen["clock"]])
    heights = [1000 * place - times * moment for moment, place in seen["clock"]]
    begins = dict(seen["words"])
    first: dict[int, float] = {}
    for moment, word in lit:
        if word is not None and word in begins:
            first.setdefault(word, moment)
    found = []
    for word, moment in first.items():
        near = slice(bisect_left(moments, moment - _WINDOW), bisect_right(moments, moment + _WINDOW))
        due = (1000 * begins[word] - max(heights[near])) / times
        found.append(abs(round(moment - due, 1)))
    passed = [word for word in begins if min(first) <= word <= max(first)]
    return found, len(passed) - len(first)


def _drift(heights: list[tuple[float, float]]) -> float:
    """By how much the sound is faster than the wall clock says: the slope of each half second's highest."""
    tops: dict[int, tuple[float, float]] = {}
    for moment, height in heights:
        window = int(moment / _WINDOW)
        if window not in tops or height > tops[window][1]:
            tops[window] = moment, height
    return statistics.linear_regression(*zip(*tops.values(), strict=True)).slope


def _late(values: list[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]
