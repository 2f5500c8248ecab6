"""What the page weighs: bytes, requests elsewhere, first paint, long tasks, layout shifts, memory.

first load   documents, modules, styles and data of a 1,000-word article until it can be played, without
             images and sound: as the server sent them, and as they would be with gzip
paint        first contentful paint, counted from the start of the navigation
tasks        the longest main-thread task of a 5,000-word article, loading and playing (Chromium only); the
             median of a few loads, because it is the browser's own layout that the machine's noise lengthens
shift        layout shifts while that article plays
memory       PSS of the browser's processes playing that article once it is made, over the same page silent
"""

from __future__ import annotations

import gzip
import statistics
import time
import urllib.request
from typing import Any

from tests.web.tab import COMPLETE, PLAY, PLAYER

from bench.figure import Figure
from bench.listening.stage import NewTab, Stage, program, proportional

__all__ = ["measure"]

_WORDS, _LONG_WORDS = 1000, 5000
_PLAYED = 10  # seconds
_PAINTS = 9  # a load is half a second
_SETTLING = 6  # seconds
_TIDY = "window.gc?.()"  # Chromium is started with it
_LOOKS = 3  # at memory, a second apart
_SOUND = ("/audio", "/stream")


def measure(stage: Stage, new_tab: NewTab, browser: str, runs: int) -> dict[str, Figure]:
    """Kilobytes and megabytes are powers of ten."""
    tab = new_tab()
    try:
        url = stage.complete(tab, _WORDS)
        seen = tab.evaluate(program("loading", data=True))
        elsewhere = [asked for asked in tab.asked if not asked.startswith((stage.address, "data:", "blob:"))]
    finally:
        tab.close()
    sent, zipped = _weights(seen)
    paints = [seen["painted"], *(_painted(new_tab, url) for _ in range(_PAINTS - 1))]
    figures = {
        "first load kB, as sent": Figure(sent / 1000, 120, unit="kB"),
        "first load kB, gzipped": Figure(zipped / 1000, 120, unit="kB"),
        "requests to other hosts": Figure(len(elsewhere), 0),
        "first contentful paint s": Figure(statistics.median(paints) / 1000, 0.3, unit="s"),
    }
    return {**figures, **_long_article(stage, new_tab, browser, runs)}


def _painted(new_tab: NewTab, url: str) -> float:
    tab = new_tab()
    try:
        tab.goto(url)
        return float(tab.wait("performance.getEntriesByName('first-contentful-paint')[0]?.startTime"))
    finally:
        tab.close()


def _long_article(stage: Stage, new_tab: NewTab, browser: str, runs: int) -> dict[str, Figure]:
    tab = new_tab()
    try:
        url = stage.complete(tab, _LONG_WORDS)
    finally:
        tab.close()
    memory: list[float] = []
    loading: list[float] = []
    playing: list[float] = []
    shifts = 0.0
    for _ in range(runs):
        tab = new_tab()  # without what the making left behind
        try:
            tab.goto(url)
            tab.wait(COMPLETE)
            time.sleep(_SETTLING)
            tab.evaluate(_TIDY)
            silent = _memory(browser)
            loaded = tab.evaluate(program("loading", data=False))["now"]
            tab.click_on(PLAY)
            tab.wait(f"{PLAYER}.now > 0.2")
            time.sleep(_PLAYED)
            tab.evaluate(_TIDY)
            memory.append(_memory(browser) - silent)
            seen = tab.evaluate(program("loading", data=False))
        finally:
            tab.close()
        if seen["tasks"] is not None:
            loading.append(max((duration for start, duration in seen["tasks"] if start < loaded), default=0))
            playing.append(max((duration for start, duration in seen["tasks"] if start >= loaded), default=0))
            shifts = max(shifts, sum(value for start, value in seen["shifts"] if start > loaded))
    figures = {"memory of playing MB": Figure(statistics.median(memory), 60, unit="MB")}
    if loading:
        figures |= {
            "longest task ms, loading": Figure(statistics.median(loading), 50, unit="ms"),
            "longest task ms, playing": Figure(statistics.median(playing), 50, unit="ms"),
            "layout shift while playing": Figure(shifts, 0),
        }
    return figures


def _memory(browser: str) -> float:
    looks = []
    for _ in range(_LOOKS):
        looks.append(proportional(browser))
        time.sleep(1)
    return statistics.median(looks)


def _weights(seen: dict[str, Any]) -> tuple[int, int]:
    """Bytes of the first load as sent, and with gzip."""
    sent = zipped = 0
    for url, kind, size in seen["loaded"]:
        if kind in ("img", "audio", "video") or url.startswith(("blob:", "data:")):
            continue
        if any(part in url for part in _SOUND):
            continue
        sent += size
        data = "/narrations" in url
        body = seen["data"].encode() if data and not url.endswith("/events") else _fetched(url)
        zipped += len(gzip.compress(body, 6))
    return sent, zipped


def _fetched(url: str) -> bytes:
    if url.endswith("/events"):
        return b""  # a stream that goes on; what it brought is part of the data
    with urllib.request.urlopen(url) as answer:
        return bytes(answer.read())
