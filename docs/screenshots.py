"""./do screenshots [--out FOLDER] [STATE ...]: every state of the listening page as a picture.

tests/web/states.py x phone, tablet, desktop x light, dark, sepia -> FOLDER/STATE-SIZE-LOOK.png
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.web.articles import articles
from tests.web.site import Site
from tests.web.states import STATES, State
from tests.web.tab import ARGUMENTS, Chromium

from oyez.settings import load_settings

__all__ = ["main"]

_SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1280, 900)}  # CSS pixels
_OUT = Path("build", "screenshots")


@dataclass(frozen=True, slots=True)
class Look:
    """`dark` is what the system asks for, `chosen` what the listener has chosen, by the names of look.js."""

    name: str
    dark: bool = False
    chosen: Mapping[str, str] = field(default_factory=dict)


_LOOKS = (Look("light"), Look("dark", dark=True), Look("sepia", chosen={"theme": "sepia"}))


def main() -> int:
    """Draw them all, or the states that are named."""
    parser = argparse.ArgumentParser(prog="./do screenshots", description=__doc__.split("\n")[0])
    parser.add_argument("states", nargs="*", metavar="STATE", help=", ".join(state.name for state in STATES))
    parser.add_argument("--out", type=Path, default=_OUT, help=f"a folder; {_OUT} by default")
    asked = parser.parse_args()
    unknown = set(asked.states) - {state.name for state in STATES}
    if unknown:
        parser.error(f"there is no state {', '.join(sorted(unknown))}; see --help")
    chromium = shutil.which("chromium")
    if chromium is None:
        parser.error("chromium is not installed; install it with: apt install chromium")
    asked.out.mkdir(parents=True, exist_ok=True)
    states = [state for state in STATES if state.name in (asked.states or {state.name})]
    for state in states:
        if state.to_come:
            print(f"{state.name} is to come", file=sys.stderr)
    for path in _draw([state for state in states if not state.to_come], asked.out, chromium):
        print(path)
    return 0


def _draw(states: list[State], out: Path, chromium: str) -> Iterator[Path]:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as store, sync_playwright() as playwright:
        site = Site(load_settings({}, store=Path(store)), list(articles().values()))
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        try:
            for state in states:
                for size, (width, height) in _SIZES.items():
                    for look in _LOOKS:
                        tab = Chromium(browser, width=width, height=height, dark=look.dark)
                        state.enter(tab, site, look.chosen)
                        path = out / f"{state.name}-{size}-{look.name}.png"
                        tab.screenshot(path)
                        tab.close()
                        yield path
        finally:
            browser.close()
            site.close()


if __name__ == "__main__":
    sys.exit(main())
