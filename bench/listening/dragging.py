"""Moving the speed's slider while it plays: do sound and figures follow, is anything fetched or lost.

drag    by pointer from the thumb to the right end and back, in steps of a frame
jump    by the End key: the clock's line before and its line after meet where the sound changed its speed. The
        second line is laid 0.3 s after the key and later; both touch the freshest readings from above
"""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

from tests.web.tab import PLAY, PLAYER, SLIDER, SPEED, Tab

from bench.figure import Figure
from bench.listening.stage import NewTab, Stage, program

__all__ = ["VIEWS", "lost", "measure"]

_WORDS = 1000
_FROM = 20  # natural seconds
_STEPS = 40  # of the drag
_BEFORE, _AFTER = 1.0, 1.8  # seconds played before and after the key
_SETTLED = 300  # ms after the key
_FASTEST = 4
VIEWS = {"slider": SLIDER, "button": SPEED, "panel": "#oyez-speed .large"}
_SLIDER = f"document.querySelector('{SLIDER}')"
_PLACE = f"""((slider) => {{
  const {{ x, y, width, height }} = slider.getBoundingClientRect();
  return [x, y + height / 2, width, (slider.value - slider.min) / (slider.max - slider.min)];
}})({_SLIDER})"""


def measure(stage: Stage, new_tab: NewTab) -> dict[str, Figure]:
    """Milliseconds, and counts that should be 0."""
    tab = new_tab()
    try:
        stage.complete(tab, _WORDS)
        tab.evaluate(f"{PLAYER}.seek({_FROM})")
        tab.click_on(PLAY)
        tab.wait(f"{PLAYER}.now > {_FROM} + 1")
        tab.click_on(SPEED)
        asked = len(tab.asked)
        dragged = _drag(tab)
        tab.evaluate(f"{PLAYER}.speed.times = 1")
        jumped = _jump(tab)
        # The stretcher of the highest speeds is code of the page's own: it comes once, when first wanted.
        asked = sum("/web/" not in address for address in tab.asked[asked:])
    finally:
        tab.close()
    inputs, rates = dragged["inputs"], dragged["rates"]
    assert len(inputs) > _STEPS / 2, "the slider did not follow the pointer"
    applied = [min((at - moved for at, rate in rates if rate == times and at >= moved), default=None)
               for moved, times in inputs]  # fmt: skip
    last = applied[-1]
    return {
        "rate set after the last move ms": Figure(float("inf") if last is None else last, 100, unit="ms"),
        "sound follows ms": Figure(_turn(jumped), 100, unit="ms"),
        "figures apart, frames": Figure(dragged["apart"] + jumped["apart"], 0),
        "requests for sound or words while dragging": Figure(asked, 0),
        "place lost s": Figure(max(lost(dragged), lost(jumped)), 0.1, unit="s"),
    }


def _drag(tab: Tab) -> dict[str, Any]:
    left, y, width, thumb = tab.evaluate(_PLACE)
    start, end = (left + thumb * width, y), (left + 0.98 * width, y)
    tab.evaluate(program("dragging", end=False, views=VIEWS))
    tab.drag(start, end, _STEPS)
    tab.drag(end, start, _STEPS)
    time.sleep(0.3)
    return dict(tab.evaluate(program("dragging", end=True, views=VIEWS)))


def _jump(tab: Tab) -> dict[str, Any]:
    tab.evaluate(f"{_SLIDER}.focus()")
    tab.evaluate(program("dragging", end=False, views=VIEWS))
    time.sleep(_BEFORE)
    tab.press("End")
    time.sleep(_AFTER)
    return dict(tab.evaluate(program("dragging", end=True, views=VIEWS)))


def _turn(seen: dict[str, Any]) -> float:
    """Milliseconds from the slider's change to the change of the sound's speed, never below 0.

    >>> clock = [[ms, (ms if ms < 1040 else 1040 + 4 * (ms - 1040)) / 1000] for ms in range(0, 3000, 5)]
    >>> _turn({"inputs": [[1000, 4]], "clock": clock})
    40.0
    """
    moved: float = seen["inputs"][-1][0]
    before = max(1000 * place - moment for moment, place in seen["clock"] if moment <= moved)
    after = max(
        1000 * place - _FASTEST * moment for moment, place in seen["clock"] if moment >= moved + _SETTLED
    )
    meets: float = (before - after) / (_FASTEST - 1)
    return round(max(0.0, meets - moved), 1)


def lost(seen: dict[str, Any]) -> float:
    """The greatest leap of the clock that playing does not explain, in seconds."""
    clock: list[tuple[float, float]] = seen["clock"]
    steps = pairwise(clock)
    leaps = ((here - there, (at - before) / 1000) for (before, there), (at, here) in steps)
    # The clock of some browsers stands still for up to 40 ms and then catches up.
    return max(max(0.0, -moved, moved - _FASTEST * (seconds + 0.04)) for moved, seconds in leaps)
