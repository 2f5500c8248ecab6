"""A real server on loopback and a real browser before it."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn

import oyez
from oyez.server.app import create_app
from oyez.settings import Settings, load_settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour.txt"
ARGUMENTS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --autoplay-policy=no-user-gesture-required"
).split()
_PATIENCE = 30_000  # ms; only ever waited out where something is broken


class Site:
    """The server with the example open, which can be closed and come back at the same address."""

    def __init__(self, settings: Settings) -> None:
        self.article = oyez.read(EXAMPLE)
        self._settings = settings
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self._port: int = probe.getsockname()[1]
        self.open()

    @property
    def url(self) -> str:
        """Of the first page."""
        return f"http://127.0.0.1:{self._port}/"

    def open(self) -> None:
        """Start serving."""
        app = create_app(self._settings, [self.article])
        config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        listening = socket.create_server(("127.0.0.1", self._port))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]})
        self._thread.start()

    def close(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store of the tests' own."""
    return load_settings({}, store=tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def site(settings: Settings) -> Iterator[Site]:
    """One server for all tests."""
    site = Site(settings)
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
    """The listening page of the example, ready to play."""
    page.goto(site.url)
    page.wait_for_selector("oyez-player[data-ready]")
    return page
