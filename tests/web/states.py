"""Every state of the page that is checked by axe-core and drawn by ./do screenshots: one line a state.

A state is an article (articles.py) or an address, and the steps from the opened page to it. One that is not
built yet says `to_come`: it is skipped, by name, until that word is taken away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.web.articles import articles
from tests.web.site import Site
from tests.web.tab import Tab

__all__ = ["STATES", "State"]

Step = Callable[[Tab, Site], object]

_PLAYER = "document.querySelector('oyez-player')"


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
    return lambda tab, site: tab.evaluate(f"((player) => {{ {expression} }})({_PLAYER})")


def close_server(tab: Tab, site: Site) -> None:
    """Whoever enters the state opens it again."""
    site.close()


READY = until("oyez-player[data-ready]")
LIT = run(
    "const [word] = CSS.highlights.get('oyez-word');"
    " word.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });"
)


@dataclass(frozen=True, slots=True)
class State:
    """`at` is the name of an article, or an address on the site that begins with a slash."""

    name: str
    at: str
    steps: tuple[Step, ...] = ()
    to_come: bool = False

    def enter(self, tab: Tab, site: Site) -> None:
        """Open the page and go to the state; AssertionError where it cannot be reached."""
        if site.closed:
            site.open()
        tab.goto(site.url + self.at[1:] if self.at.startswith("/") else site.page_of(articles()[self.at]))
        for step in self.steps:
            step(tab, site)
        tab.settle()


STATES = (
    State("shelf", "/"),
    State(
        "shelf-refused", "/", (run("document.querySelector('textarea').value = 'file:///x'"), click("button"))
    ),
    State("error", "/a/none"),
    State("closed", "sample", (READY,)),
    State("reading", "sample", (READY, run("player.seek(40)"), LIT)),
    State("speed", "sample", (READY, click("[data-part='speedButton']"))),
    State("right-to-left", "right to left", (READY, run("player.seek(8)"), LIT)),
    State("long-title", "long title", (READY,)),
    State(
        "troubled", "sample", (READY, close_server, press("Space"), until("[data-troubled]")), to_come=True
    ),
    State("no-body", "no body", (until("oyez-player"),), to_come=True),
    State("voices", "sample", (READY, press("v"), until("[data-part='voices']")), to_come=True),
    State("appearance", "sample", (READY, click("[data-part='lookButton']")), to_come=True),
    State("focus", "sample", (READY, click("[data-part='focusButton']")), to_come=True),
    State("help", "sample", (READY, press("?"), until("[data-part='help']")), to_come=True),
    State("marks", "sample", (READY, press("b"), click("[data-part='marksButton']")), to_come=True),
    State("word-menu", "sample", (READY,), to_come=True),
)
