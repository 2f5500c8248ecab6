"""Where the listening page is measured: Oyez as its own process with an empty store, and the browsers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from tests.web.tab import COMPLETE, Tab

from bench.listening.sound_card import sound_card
from bench.pages import plain_text
from bench.process import family

__all__ = ["Stage", "browsers", "program", "proportional", "served"]

NewTab = Callable[[], Tab]
_PATIENCE = 180.0  # seconds; only ever waited out where something is broken


class Stage:
    """A server that has spoken before. Every article it is given is new to it, to the sentence."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._count = 0

    def new_article(self, words: int) -> tuple[str, float]:
        """The address of a listening page, and the seconds that the server took to read the article."""
        self._count += 1
        body = json.dumps({"source": plain_text(words, self._count)}).encode()
        request = urllib.request.Request(
            f"{self.address}api/articles", body, {"Content-Type": "application/json"}
        )
        began = time.perf_counter()
        with urllib.request.urlopen(request) as answer:
            opened = json.load(answer)
        return urljoin(self.address, opened["url"]), time.perf_counter() - began

    def complete(self, tab: Tab, words: int) -> str:
        """Open the page of a new article and wait until all of it is made; the page's address."""
        url, _ = self.new_article(words)
        tab.goto(url)
        tab.wait(COMPLETE, seconds=_PATIENCE)
        return url


@contextmanager
def served() -> Iterator[Stage]:
    """Gone afterwards, with its store."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "OYEZ_STORE": folder, "OYEZ_VOICES": folder}
        command = [str(Path(sys.executable).with_name("oyez")), "serve", "--port", "0", "--json"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        try:
            assert process.stdout
            address = json.loads(process.stdout.readline())["address"]
            _answers(address)
            yield Stage(address)
        finally:
            process.terminate()
            process.wait()


def _answers(address: str) -> None:
    """Until somebody answers there: the address is told before."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            urllib.request.urlopen(address).close()
            return
        except urllib.error.URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


@contextmanager
def browsers() -> Iterator[dict[str, NewTab]]:
    """Name -> a fresh tab, of the browsers that are installed; what is missing is said."""
    import shutil

    from tests.web import firefox
    from tests.web.tab import ARGUMENTS, Chromium

    found: dict[str, NewTab] = {}
    with ExitStack() as stack:
        chromium = shutil.which("chromium")
        if chromium:
            from playwright.sync_api import sync_playwright

            playwright = stack.enter_context(sync_playwright())
            running = playwright.chromium.launch(
                executable_path=chromium, args=[*ARGUMENTS, "--js-flags=--expose-gc"]
            )
            stack.callback(running.close)
            found[Chromium.name] = lambda: Chromium(running)
        if shutil.which(firefox.PROGRAM):
            card = stack.enter_context(sound_card())
            if not card:
                print("pulseaudio is not installed: Firefox plays into its mock sound card", file=sys.stderr)
            fox = stack.enter_context(firefox.running(card))
            found[firefox.FirefoxTab.name] = fox.tab
        for name in {"chromium", "firefox"} - found.keys():
            print(f"{name} is not installed and not measured", file=sys.stderr)
        yield found


def program(name: str, **given: Any) -> str:
    """The expression that calls the function in NAME.js."""
    source = Path(__file__).with_name(f"{name}.js").read_text("utf-8").rstrip().rstrip(";")
    # Its comments end their lines, so the call stands on a line of its own.
    return f"(\n{source}\n)({json.dumps(given)})"


def proportional(browser: str) -> float:
    """Megabytes of a running browser: the proportional set size (PSS) of all its processes (Linux)."""
    total = 0
    for pid in family(os.getpid()):
        try:
            if browser not in str(Path(f"/proc/{pid}/exe").readlink()):
                continue
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:  # it has just ended
            continue
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total * 1024 / 1e6
