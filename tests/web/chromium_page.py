"""A listening page in Playwright's own `Page`, for the tests that need more of it than a Tab has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.web.tab import COMPLETE

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["opened", "wait"]

_LOOKS = 600
_LOOK_EVERY = 50  # ms; 30 s in all, only ever waited out where something is broken


def opened(page: Page, url: str, *, made: bool = False) -> Page:
    """The page at an address once it can play; with `made`, once all of its narration is made."""
    page.goto(url)
    page.wait_for_selector("oyez-player[data-ready]")
    if made:
        wait(page, COMPLETE)
    return page


def wait(page: Page, expression: str, fits: Callable[[Any], bool] = bool) -> Any:
    """The value of an expression once it fits; the page's policy forbids Playwright's own way."""
    for _ in range(_LOOKS):
        value = page.evaluate(expression)
        if fits(value):
            return value
        page.wait_for_timeout(_LOOK_EVERY)
    raise AssertionError(f"{expression} is still {value!r}")
