"""A real server on loopback and real browsers before it.

page, reader    Chromium by Playwright's own means, with all that they offer
tab             the same small door to Chromium and to Firefox (tab.py): a test that takes it runs in both

Sound is played in real time here, on machines that have other things to do: a browser then leaves out a
quantum of it, or tells of a panel late. So what fails before a browser is tried twice more, and every such
failure is listed at the end of the run (-rR). What is wrong fails three times.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.web import firefox
from tests.web.articles import articles
from tests.web.chromium_page import opened
from tests.web.site import Site
from tests.web.tab import ARGUMENTS, Chromium, Tab

import oyez
from oyez.settings import Settings, load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["Site"]

_TRIES_MORE = 2
EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour.txt"
_PATIENCE = 30_000  # ms; only ever waited out where something is broken


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Only what is before a browser is tried again."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=_TRIES_MORE))


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store of the tests' own."""
    return load_settings({}, store=tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def site(settings: Settings) -> Iterator[Site]:
    """One server for all tests, with the example open."""
    site = Site(settings, [oyez.read(EXAMPLE)])
    yield site
    site.close()


@pytest.fixture(scope="session")
def gallery(settings: Settings) -> Iterator[Site]:
    """Another, with the articles that the states of the page are shown on (articles.py)."""
    site = Site(settings, list(articles().values()))
    yield site
    site.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def fox() -> Iterator[firefox.Firefox]:
    """Debian's Firefox ESR, headless."""
    if shutil.which(firefox.PROGRAM) is None:
        pytest.skip(f"{firefox.PROGRAM} is not installed")
    with firefox.running() as running:
        yield running


@pytest.fixture(params=["chromium", "firefox"])
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A fresh profile at desktop width, in each browser; fails where the page's own code complains."""
    tab: Tab
    if request.param == "chromium":
        tab = Chromium(request.getfixturevalue("browser"))
    else:
        tab = request.getfixturevalue("fox").tab()
    yield tab
    tab.close()
    assert tab.complaints == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh profile at desktop width; the test fails where the page's own code complains."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
    yield page
    context.close()
    assert complaints == []


@pytest.fixture
def reader(page: Page, site: Site) -> Page:
    """The listening page of the example, ready to play and wholly made."""
    return opened(page, site.url, made=True)
