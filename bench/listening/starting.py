"""How long until it is heard: a new article, and a part of it that is not made yet.

open     the server reads the article (POST) + the page loads (to DOMContentLoaded) + Play to the first sound
play     from the press on Play, at once after the page has loaded
tapped   the same, heard by a WebAudio analyser: samples above 0.001, so that it is known to be sound
seek     at 90 % of a new 5,000-word article, right after its start is heard; only where not made yet

The sound begins where the audio element's clock begins to run, looked at in every frame.
"""

from __future__ import annotations

import statistics
import sys
from typing import Any

from tests.web.tab import PLAY

from bench.figure import Figure
from bench.listening.stage import NewTab, Stage, program

__all__ = ["measure"]

_WORDS, _LONG_WORDS = 1000, 5000
_FAR = 0.9  # of the narration
_GOAL, _SEEK_GOAL = 1.0, 1.5  # seconds


def measure(stage: Stage, new_tab: NewTab, runs: int) -> dict[str, Figure]:
    """Medians, in seconds."""
    starts = [_start(stage, new_tab, _WORDS) for _ in range(runs)]
    tapped = [_start(stage, new_tab, _WORDS, tap=True) for _ in range(runs)]
    seeks = [_start(stage, new_tab, _LONG_WORDS, share=_FAR) for _ in range(runs)]
    figures = {
        "open to sound s": Figure(
            _median(sum(one[key] for key in ("open", "page", "play")) for one in starts), _GOAL
        ),
        "play to sound s": Figure(_median(one["play"] for one in starts), _GOAL),
        "play to sound, tapped s": Figure(_median(one["play"] for one in tapped), _GOAL),
    }
    unmade = [one["seek"] for one in seeks if not one["made"]]
    if unmade:
        figures["seek to what is not made s"] = Figure(_median(unmade), _SEEK_GOAL)
    else:
        print("every seek came too late: all was made already", file=sys.stderr)
    return figures


def _start(
    stage: Stage, new_tab: NewTab, words: int, *, share: float = 0, tap: bool = False
) -> dict[str, Any]:
    url, seconds = stage.new_article(words)
    tab = new_tab()
    try:
        tab.goto(url)
        return {"open": seconds, **tab.evaluate(program("starting", play=PLAY, share=share, tap=tap))}
    finally:
        tab.close()


def _median(values: Any) -> float:
    return float(statistics.median(values))
