"""The self-contained file, opened from the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.web.chromium_page import opened, wait
from tests.web.tab import NOW, PLAYER

import oyez
from oyez.exporting.html import Html
from oyez.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour.html"


def test_it_plays_and_seeks_and_asks_nobody(page: Page, settings: Settings, tmp_path: Path) -> None:
    narration = oyez.narrate(oyez.adapt(oyez.read(EXAMPLE)), settings=settings)
    content = Html().export(narration, 1.5)
    assert len(content) < 1_500_000 * max(1.0, narration.seconds / 120)
    path = tmp_path / "harbour.html"
    path.write_bytes(content)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)

    opened(page, path.as_uri())
    assert page.evaluate(f"{PLAYER}.speed.times") == 1.5
    assert page.evaluate(f"{PLAYER}.audio.duration") == pytest.approx(narration.seconds, abs=0.1)
    page.evaluate(f"{PLAYER}.seek(40)")
    assert page.evaluate(f"{PLAYER}.audio.seekable.end(0)") > 40
    page.get_by_role("button", name="Play").click()
    assert wait(page, NOW, lambda now: now > 41) < 60
    assert page.evaluate("CSS.highlights.get('oyez-word').size") == 1
    assert not page.get_by_role("combobox").is_visible(), "there is only one voice in the file"
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert page.evaluate("document.images.length") == 0
