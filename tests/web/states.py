"""Every state of the page that is checked by axe-core and drawn by ./do screenshots: one line a state.

A state is an article (articles.py) or an address, and the steps from the opened page to it. One that is not
built yet says `to_come`: it is skipped, by name, until that word is taken away.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.web.articles import articles
from tests.web.site import Site
from tests.web.tab import COMPLETE, PLAYER, SPEED, Tab

__all__ = ["STATES", "State"]

Step = Callable[[Tab, Site], object]


def click(selector: str) -> Step:
    """On the first visible element of a CSS selector."""
    return lambda tab, site: tab.click_on(selector)


def press(key: str) -> Step:
    """One key, or a character."""
    return lambda tab, site: tab.press(key)


def until(selector: str) -> Step:
    """Something is to be seen."""
    return lambda tab, site: tab.place(selector)


def run(expression: str) -> Step:
    """JavaScript, in which `player` is the player."""
    return lambda tab, site: tab.evaluate(f"((player) => {{ {expression} }})({PLAYER})")


def close_server(tab: Tab, site: Site) -> None:
    """Whoever enters the state opens it again."""
    site.close()


def ready(tab: Tab, site: Site) -> None:
    """The narration is there, wholly made."""
    tab.wait(COMPLETE)


FILL = run("document.querySelector('textarea').value = 'file:///x'")
SEEK = run("player.seek(40)")
LIT = run(
    "const [word] = CSS.highlights.get('oyez-word');"
    " word.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });"
)
LONG_PRESS = run(
    "const [word] = CSS.highlights.get('oyez-word'); const { x, y, height } = word.getBoundingClientRect();"
    " word.startContainer.parentElement.dispatchEvent(new PointerEvent('pointerdown',"
    " { clientX: x + 4, clientY: y + height / 2, bubbles: true, isPrimary: true, pointerType: 'mouse' }));"
)
STOPPED = run("player.audio.dispatchEvent(new Event('error'));")  # as when a range cannot be had


@dataclass(frozen=True, slots=True)
class State:
    """`at` is the name of an article, or an address on the site that begins with a slash.

    look     what the listener has chosen under "appearance", by the names of look.js
    to_come  not built yet
    """

    name: str
    at: str
    steps: tuple[Step, ...] = ()
    look: Mapping[str, Any] = field(default_factory=dict)
    to_come: bool = False

    def enter(self, tab: Tab, site: Site, look: Mapping[str, Any] | None = None) -> None:
        """Open the page, in a look, and go to the state; AssertionError where it cannot be reached."""
        if site.closed:
            site.open()
        if kept := {**self.look, **(look or {})}:
            tab.keep(site.url, "appearance", json.dumps(kept))
        tab.goto(site.url + self.at[1:] if self.at.startswith("/") else site.page_of(articles()[self.at]))
        for step in self.steps:
            step(tab, site)
            tab.settle()


STATES = (
    State("shelf", "/"),
    State("shelf-refused", "/", (FILL, click("button"), until("[role=status]"))),
    State("error", "/a/none"),
    State("closed", "sample", (ready,)),
    State("reading", "sample", (ready, SEEK, LIT)),
    State("speed", "sample", (ready, click(SPEED), until("#oyez-speed"))),
    State("voices", "sample", (ready, press("v"), until("#oyez-voices"))),
    State("appearance", "sample", (ready, click(".tools .text"), until("#oyez-look"))),
    State("listening", "sample", (ready, click(".tools .listening"), until("#oyez-listening"))),
    State("focus", "sample", (ready, SEEK, click(".tools .focus"), until("dialog.focus-view"))),
    State("help", "sample", (ready, press("?"), until("#oyez-keys"))),
    State("marks", "sample", (ready, SEEK, press("b"), click(".tools .marks"), until("#oyez-marks"))),
    State("word-menu", "sample", (ready, SEEK, LIT, LONG_PRESS, until(".word-menu"))),
    State("troubled", "sample", (ready, SEEK, close_server, STOPPED, until("[data-troubled]"))),
    State("no-body", "no body", (until("oyez-player"),)),
    State("long-title", "long title", (ready,)),
    State("right-to-left", "right to left", (ready, run("player.seek(8)"), LIT)),
    State("big-buttons", "sample", (ready,), {"big": True}),
    State("ruler", "sample", (ready, SEEK, LIT), {"ruler": True}),
    State("four-times", "sample", (ready, SEEK, LIT), {"size": 400}),
)
