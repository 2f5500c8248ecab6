"""One page in a real browser, the same for every browser: `Tab`. Here also Chromium, by Playwright.

Firefox is in firefox.py: Playwright drives only a Firefox of its own build, so the installed one is spoken to
in the protocol that it serves itself.
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = [
    "ARGUMENTS", "COMPLETE", "NOW", "PLAY", "PLAYER", "READY", "SLIDER", "SPEED", "WORD",
    "Chromium", "Point", "Tab",
]  # fmt: skip

# JavaScript
PLAYER = "document.querySelector('oyez-player')"
READY = f"{PLAYER}?.matches('[data-ready]')"  # it can play
COMPLETE = f"{READY} && {PLAYER}.data.complete"  # all of it is made
NOW = f"{PLAYER}.now"  # natural seconds
WORD = f"{PLAYER}.words.at({NOW})?.index"  # of the word that is heard
# CSS selectors
PLAY = "oyez-player .bar .play"
SPEED = "oyez-player .bar .speed"
SLIDER = "#oyez-speed input[type=range]"

ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --autoplay-policy=no-user-gesture-required"
).split()

Point = tuple[float, float]  # CSS pixels from the window's top left
_PATIENCE = 30.0  # seconds; only ever waited out where something is broken
_LOOK_EVERY = 0.05  # seconds
_SETTLED = """(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  await frame();
  const ending = ({ effect }) => effect.getComputedTiming().iterations < Infinity;
  await Promise.allSettled(document.getAnimations().filter(ending).map(({ finished }) => finished));
  await frame();
})()"""
_CENTRE = """(() => {
  const found = [...document.querySelectorAll(%s)].find((element) => element.checkVisibility());
  if (!found) return null;
  found.scrollIntoView({ block: "nearest", behavior: "instant" });
  const box = found.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})()"""


class Tab(ABC):
    """A page of a fresh profile: nothing is stored yet, sound may start by itself.

    complaints  what the page's own code threw, and the policies it broke
    asked       the address of every request it made
    """

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.asked: list[str] = []

    @abstractmethod
    def goto(self, url: str) -> None:
        """Until it is loaded."""

    @abstractmethod
    def click(self, point: Point) -> None:
        """With the pointer."""

    @abstractmethod
    def drag(self, start: Point, end: Point, steps: int) -> None:
        """Pressed at the start, moved one step a frame or so, let go at the end."""

    @abstractmethod
    def press(self, key: str) -> None:
        """A character, or a name of a key: "Space", "ArrowRight", "Shift+S"."""

    @abstractmethod
    def viewport(self, width: int, height: int) -> None:
        """CSS pixels."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """The window as PNG."""

    @abstractmethod
    def close(self) -> None:
        """With its profile."""

    @abstractmethod
    def _text(self, expression: str) -> str | None:
        """The string that a JavaScript expression becomes; promises are awaited."""

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression, promises awaited, as JSON can say it."""
        text = self._text(f"(async () => JSON.stringify(await ({expression})))()")
        return None if text is None else json.loads(text)

    def wait(self, expression: str, fits: Callable[[Any], bool] = bool, seconds: float = _PATIENCE) -> Any:
        """The value of an expression once it fits; AssertionError where it never does."""
        deadline = time.monotonic() + seconds
        while True:
            value = self.evaluate(expression)
            if fits(value):
                return value
            assert time.monotonic() < deadline, f"{expression} is still {value!r}"
            time.sleep(_LOOK_EVERY)

    def keep(self, url: str, name: str, text: str) -> None:
        """Have the browser hold what a page at that address finds as it opens: `oyez:NAME` of its storage."""
        self.goto(urljoin(url, "/a/none"))  # a page without scripts, of the same storage
        self.evaluate(f"localStorage.setItem({json.dumps(f'oyez:{name}')}, {json.dumps(text)})")

    def open(self, url: str, *, look: Mapping[str, Any] | None = None, made: bool = False) -> None:
        """A listening page, until it can play.

        look  what the listener has chosen under "appearance", by the names of look.js
        made  until all of its narration is made
        """
        if look is not None:
            self.keep(url, "appearance", json.dumps(look))
        self.goto(url)
        self.wait(COMPLETE if made else READY)

    def settle(self) -> None:
        """Until what was changed is drawn, and nothing moves any more but what never ends."""
        self.evaluate(_SETTLED)

    def place(self, selector: str) -> Point:
        """The middle of the first visible element of a CSS selector, scrolled into view, once it is there."""
        x, y = self.wait(_CENTRE % json.dumps(selector))
        return x, y

    def click_on(self, selector: str) -> None:
        """The first visible element of a CSS selector."""
        self.click(self.place(selector))


class Chromium(Tab):
    """By Playwright, in a browser that is already running.

    dark    the system asks for it
    forced  the system forces its own colours, as contrast themes do
    """

    name = "chromium"

    def __init__(
        self,
        browser: Browser,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        forced: bool = False,
    ) -> None:
        super().__init__()
        self._context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced else "none",
        )
        self._page = self._context.new_page()
        self._page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self._page.on("console", lambda message: self._heard(message.text))
        self._page.on("request", lambda request: self.asked.append(request.url))

    def _heard(self, message: str) -> None:
        if "Policy" in message:
            self.complaints.append(message)

    def goto(self, url: str) -> None:
        """See Tab."""
        self._page.goto(url)

    def click(self, point: Point) -> None:
        """See Tab."""
        self._page.mouse.click(*point)

    def drag(self, start: Point, end: Point, steps: int) -> None:
        """See Tab."""
        mouse = self._page.mouse
        mouse.move(*start)
        mouse.down()
        for step in range(1, steps + 1):
            mouse.move(*(a + (b - a) * step / steps for a, b in zip(start, end, strict=True)))
            self._page.wait_for_timeout(16)
        mouse.up()

    def press(self, key: str) -> None:
        """See Tab."""
        self._page.keyboard.press(key)

    def viewport(self, width: int, height: int) -> None:
        """See Tab."""
        self._page.set_viewport_size({"width": width, "height": height})

    def screenshot(self, path: Path) -> None:
        """See Tab."""
        self._page.screenshot(path=path)

    def close(self) -> None:
        """See Tab."""
        self._context.close()

    def _text(self, expression: str) -> str | None:
        value: str | None = self._page.evaluate(expression)
        return value
