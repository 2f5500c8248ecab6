"""Changing the speed while it plays, above 2x by our own stretcher: how soon it is heard, how true it keeps.

heard after     bursts of sound every 0.25 s, recorded behind the stretcher: where in the first one that is
                shorter than those before the sound changed its speed
taken over      from passing 2x to our stretcher's first sound; until then the browser's own is heard
behind          from where the player says that it is to what is heard at that moment, early or late
bytes again     of the sound, over the network, after passing 2x up and down
place lost      the greatest leap of the player's clock that playing does not explain
"""

from __future__ import annotations

import math
import time
from itertools import pairwise

import numpy as np
from tests.web.recording import Recording, Wave, bursts, encoded, recorded
from tests.web.tab import COMPLETE, PLAY, PLAYER, READY, Chromium, Tab

from bench.figure import Figure
from bench.listening.dragging import VIEWS, lost
from bench.listening.stage import NewTab, Stage, program

__all__ = ["measure"]

_WORDS = 1000
_EVERY = 0.25  # seconds of natural sound from burst to burst
_SPEEDS = (2.5, 4.0)
_BYTES = """performance.getEntriesByType("resource").filter(({ name }) => /\\/(audio|stream)/.test(name))
  .map(({ transferSize }) => transferSize).reduce((sum, size) => sum + size, 0)"""


def measure(stage: Stage, new_tab: NewTab, browser: str) -> dict[str, Figure]:
    """Milliseconds, bytes, seconds. What is heard is measured in Chromium only: see stretched_sound.js."""
    figures = _heard(stage, new_tab) if browser == Chromium.name else {}
    tab = new_tab()
    try:
        return figures | _served(stage, tab, browser)
    finally:
        tab.close()


def _heard(stage: Stage, new_tab: NewTab) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for speed in _SPEEDS:
        wave, begins = bursts()
        lags = _recorded(stage, new_tab, wave, [(7.0, speed)]).lags(begins, speed)
        figures[f"heard behind the words median ms at {speed:g}x"] = Figure(float(np.median(lags)), 20)
        figures[f"heard behind the words 95 % ms at {speed:g}x"] = Figure(float(np.percentile(lags, 95)), 50)
    wave, _ = bursts(every=_EVERY, lasting=_EVERY / 4)
    seen = _recorded(stage, new_tab, wave, [(1.0, 1.5), (2.5, 2.5), (2.5, 4.0)])
    at = seen.walls[seen.onsets()]
    _, (passed, _), (changed, _) = seen.changes
    figures["2.5x to 4x heard after ms"] = Figure(_turn(at, changed, 2.5, 4.0), 100, unit="ms")
    figures["2x passed, taken over after ms"] = Figure(float(at[0] - passed), unit="ms")
    return figures


def _recorded(stage: Stage, new_tab: NewTab, wave: Wave, steps: list[tuple[float, float]]) -> Recording:
    tab = new_tab()
    try:
        return recorded(tab, stage.address, encoded(wave, "m4a"), steps)
    finally:
        tab.close()


def _turn(at: Wave, changed: float, before: float, after: float) -> float:
    """Milliseconds from the change to the one of the sound, by its bursts' onsets; never below 0.

    >>> round(_turn(np.array([0.0, 100, 200, 300, 375, 437.5]), 280, 2.5, 4), 1)
    53.3
    """
    natural = 1000 * _EVERY
    for begins, ends in pairwise(at[at > changed - natural / before]):
        if ends - begins < 0.93 * natural / before:
            slow = (after * (ends - begins) - natural) / (after - before)
            return max(0.0, float(begins + slow - changed))
    return math.inf


def _served(stage: Stage, tab: Tab, browser: str) -> dict[str, Figure]:
    url = stage.complete(tab, _WORDS)
    tab.goto(url)  # as one finished file
    tab.wait(COMPLETE)
    tab.wait(READY)
    tab.click_on(PLAY)
    tab.evaluate(f"{PLAYER}.speed.times = 1.5")
    tab.wait(f"{PLAYER}.now > 2")
    time.sleep(2)
    before = tab.evaluate(_BYTES)
    tab.evaluate(program("dragging", end=False, views=VIEWS))
    for speed in (3.0, 1.5, 4.0, 2.0):
        tab.evaluate(f"{PLAYER}.speed.times = {speed}")
        time.sleep(1)
    seen = tab.evaluate(program("dragging", end=True, views=VIEWS))
    goal = 0 if browser == Chromium.name else None  # Firefox keeps what an element loads to the element
    return {
        "bytes fetched again": Figure(tab.evaluate(_BYTES) - before, goal, unit="B"),
        "place lost while passing 2x s": Figure(lost(seen), 0.25, unit="s"),
    }
