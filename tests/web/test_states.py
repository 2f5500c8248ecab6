"""Every state of the page: axe-core finds nothing wrong, nothing is wider than the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.web.axe import violations
from tests.web.site import Site
from tests.web.states import STATES, State
from tests.web.tab import Chromium, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PHONE = (390, 844)  # CSS pixels


def enter(state: State, tab: Tab, gallery: Site) -> None:
    if state.to_come:
        pytest.skip(f"{state.name} is to come")
    state.enter(tab, gallery)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_nothing_stands_in_anybodys_way(state: State, tab: Tab, gallery: Site) -> None:
    enter(state, tab, gallery)
    assert violations(tab) == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_it_holds_on_a_phone_in_the_dark(state: State, browser: Browser, gallery: Site) -> None:
    width, height = PHONE
    tab = Chromium(browser, width=width, height=height, dark=True)
    try:
        enter(state, tab, gallery)
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        assert violations(tab) == []
    finally:
        tab.close()
