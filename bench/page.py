"""The listening page in Chromium and Firefox, headless, on a server that is warm but new to the text.

served -> per browser: starting, lighting, dragging, changing, loading -> figures "NAME, BROWSER"

How each is measured stands in bench/listening/. No other player page runs here as a peer; the highlight's
is one driven by `timeupdate`, as most players do it, on the same sound in the same run.
"""

from __future__ import annotations

from bench.figure import Figure
from bench.listening import changing, dragging, lighting, loading, starting
from bench.listening.stage import NewTab, Stage, browsers, served

__all__ = ["measure"]


def measure(*, long: bool) -> dict[str, Figure]:
    """About seven minutes with both browsers; three times as many runs when long."""
    runs = 9 if long else 3
    figures: dict[str, Figure] = {}
    with served() as stage, browsers() as found:
        for browser, new_tab in found.items():
            _warm(stage, new_tab)
            measured = {
                **starting.measure(stage, new_tab, runs),
                **lighting.measure(stage, new_tab),
                **dragging.measure(stage, new_tab),
                **changing.measure(stage, new_tab, browser),
                **loading.measure(stage, new_tab, browser, runs),
            }
            figures |= {f"{name}, {browser}": figure for name, figure in measured.items()}
    return figures


def _warm(stage: Stage, new_tab: NewTab) -> None:
    """The first narration starts workers, the first page fills the browser's caches."""
    tab = new_tab()
    try:
        stage.complete(tab, 50)
    finally:
        tab.close()
