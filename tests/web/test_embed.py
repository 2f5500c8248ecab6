"""<oyez-player src="…"> on somebody else's page: modules, data and a sound from any plain web server."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.tab import NOW, PLAYER, READY, Tab

import oyez
from oyez.exporting.html import article_html
from oyez.settings import Settings

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html><html lang="de"><meta charset="utf-8"><title>A publisher's page</title><body>
<main id="article">{article}</main>
<oyez-player src="story/article.json" audio="story/article.mp3" for="article"></oyez-player>
<script type="module" src="oyez/embed.js"></script></body></html>"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def publisher(tmp_path: Path, settings: Settings) -> Iterator[str]:
    """Its address."""
    narration = oyez.narrate(oyez.adapt(oyez.read(ROOT / "examples" / "harbour.html")), settings=settings)
    shutil.copytree(ROOT / "src" / "oyez" / "web", tmp_path / "oyez")
    (tmp_path / "story").mkdir()
    for suffix in ("json", "mp3"):
        oyez.save(narration, tmp_path / "story" / f"article.{suffix}")
    page = PAGE.format(article=article_html(narration.script.article, remote_images=False))
    (tmp_path / "index.html").write_text(page, "utf-8")
    handler = functools.partial(_Quiet, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_it_plays_lights_and_speaks_the_pages_language(tab: Tab, publisher: str) -> None:
    tab.goto(publisher)
    tab.wait(READY)
    assert tab.evaluate(f"{PLAYER}.speed.times") == 1.25
    tab.evaluate(f"{PLAYER}.play()")
    tab.wait(f"{NOW} > 0.8")  # without Range the sound cannot be sought in before it is there
    tab.wait("CSS.highlights.get('oyez-word').size === 1")
    assert tab.evaluate(f"getComputedStyle({PLAYER}).position") == "sticky", "its style came with it"


def test_the_publishers_page_looks_as_it_did(tab: Tab, publisher: str) -> None:
    tab.goto(publisher)
    tab.wait(READY)
    tab.wait(f"getComputedStyle({PLAYER}).position === 'sticky'")
    style = "getComputedStyle(document.documentElement)"
    assert tab.evaluate(f"[{style}.fontSize, {style}.colorScheme]") == ["16px", "normal"]


def test_data_that_is_none_is_explained(tab: Tab, publisher: str) -> None:
    tab.goto(publisher)
    tab.wait(READY)
    tab.evaluate(
        "(() => { const other = document.createElement('oyez-player'); other.id = 'other';"
        " other.setAttribute('src', 'index.html'); document.body.append(other); })()"
    )
    tab.wait("!!document.querySelector('#other [role=status]')?.textContent")
