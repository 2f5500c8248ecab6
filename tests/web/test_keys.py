"""The keyboard, its panel, and what the system steers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.web.articles import articles
from tests.web.axe import violations
from tests.web.chromium_page import opened
from tests.web.site import Site
from tests.web.tab import NOW, PLAYER, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

TIMES = f"{PLAYER}.speed.times"
SENTENCE = f"{PLAYER}.playback.sentence.index"
BLOCK = f"{PLAYER}.playback.sentence.block"
PLAYING = f"{PLAYER}.playback.playing"
SWITCHING = "document.activeElement.matches('.panel.keys [role=switch]')"


def test_play_skip_and_speed(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(f"{TIMES} = 1; {PLAYER}.seek(20)".replace("; ", ", "))
    tab.press("ArrowRight")
    tab.press("ArrowRight")
    tab.press("ArrowLeft")
    assert tab.evaluate(NOW) == pytest.approx(30, abs=0.1)
    tab.press(">")
    assert tab.evaluate(TIMES) == 1.25
    tab.press("<")
    tab.press("<")
    assert tab.evaluate(TIMES) == 0.75
    tab.press("Space")
    tab.wait(f"{PLAYER}.audio.paused", lambda paused: not paused)
    tab.press("Space")
    assert tab.evaluate(f"{PLAYER}.audio.paused")


def test_paragraphs(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.press("]")
    first = tab.evaluate(BLOCK)
    tab.press("]")
    second = tab.evaluate(BLOCK)
    assert first is not None
    assert second > first
    tab.press("[")
    assert tab.evaluate(BLOCK) == first
    tab.press("]")
    tab.evaluate(f"{PLAYER}.seek({NOW} + 6)")
    tab.press("[")
    assert tab.evaluate(BLOCK) == second, "well into a paragraph, back is to its beginning"
    assert tab.evaluate(f"{NOW} - {PLAYER}.playback.sentence.start") == pytest.approx(0, abs=0.05)


def test_headings(tab: Tab, gallery: Site) -> None:
    tab.open(gallery.page_of(articles()["right to left"]), made=True)
    kind = f"document.querySelector(`[data-block=\"${{{BLOCK} ?? 'title'}}\"]`).tagName"
    tab.press("h")
    assert tab.evaluate(kind) == "H2"
    tab.press("]")
    tab.press("Shift+H")
    assert tab.evaluate(kind) == "H2"
    tab.press("Shift+H")
    assert tab.evaluate(kind) == "H1"


def test_a_sentence_again_and_once_slower(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    start = f"{PLAYER}.words.sentences[3].start"
    tab.evaluate(f"{PLAYER}.seek({start} + 4)")
    tab.press("s")
    assert tab.evaluate(f"[{SENTENCE}, {PLAYING}, {NOW} < {start} + 2]") == [3, True, True]
    tab.press("Shift+S")
    assert tab.evaluate(SENTENCE) == 3
    assert tab.evaluate(TIMES) < 1.25
    tab.press("]")
    tab.wait(TIMES, lambda times: times == 1.25)


def test_fields_and_buttons_keep_their_own(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.click_on(".tools .text")
    tab.evaluate("document.querySelector('#oyez-look-font').focus()")
    for key in ("b", "f", ">", "Space"):
        tab.press(key)
    tab.press("Escape")
    assert tab.evaluate(f"[{PLAYER}.parts.mark.ariaPressed, {TIMES}, {PLAYING}]") == ["false", 1.25, False]
    assert not tab.evaluate("document.querySelector('.focus-view').open")
    tab.evaluate("document.querySelector('.tools .keys').focus()")
    tab.press("Space")
    assert tab.evaluate("document.querySelector('.panel.keys').matches(':popover-open')")
    assert not tab.evaluate(PLAYING)


def test_help_lists_every_key_and_switches_them_off(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.press("?")
    keys = tab.evaluate("[...document.querySelectorAll('.panel.keys kbd')].map((key) => key.textContent)")
    assert {"Space", "←", "→", "[", "]", "H", "S", "Shift", "B", "<", ">", "V", "F", "M", "Y", "?"} == set(
        keys
    )
    assert violations(tab) == []
    tab.wait(SWITCHING)
    tab.press("Space")
    tab.press("Escape")
    for key in ("b", "f", "?", "ArrowRight"):
        tab.press(key)
    assert tab.evaluate(f"[{PLAYER}.parts.mark.ariaPressed, {NOW}]") == ["false", 0]
    assert not tab.evaluate("document.querySelector(':popover-open, dialog[open]')")

    tab.open(site.url, made=True)
    tab.press("b")
    assert tab.evaluate(f"{PLAYER}.parts.mark.ariaPressed") == "false", "it is kept"
    tab.click_on(".tools .keys")
    tab.wait(SWITCHING)
    tab.press("Space")
    tab.press("Escape")
    tab.press("b")
    assert tab.evaluate(f"{PLAYER}.parts.mark.ariaPressed") == "true"


def test_what_the_system_shows_and_steers(page: Page, site: Site) -> None:
    page.add_init_script(
        """window.steered = {};
        const set = MediaSession.prototype.setActionHandler;
        MediaSession.prototype.setActionHandler = function (action, handler) {
          steered[action] = handler;
          set.call(this, action, handler);
        };
        const tell = MediaSession.prototype.setPositionState;
        MediaSession.prototype.setPositionState = function (state) {
          window.position = state;
          tell.call(this, state);
        };"""
    )
    opened(page, site.url, made=True)
    title, artist, artwork = page.evaluate(
        "(({ title, artist, artwork }) => [title, artist, artwork[0].src])(navigator.mediaSession.metadata)"
    )
    assert title == "Ebbwick keeps its night ferry for one more winter"
    assert artist == "Saltmarsh Courier"
    assert artwork.endswith("icon.svg")
    page.evaluate("steered.nexttrack()")
    assert page.evaluate(SENTENCE) == 1
    page.evaluate("steered.previoustrack()")
    assert page.evaluate(SENTENCE) == 0
    for action, beyond in (("seekto({ seekTime: 3 })", 2.9), ("seekforward({})", 12)):
        page.evaluate(f"steered.{action}")
        assert page.evaluate(NOW) > beyond
    page.evaluate("steered.play()")
    assert page.evaluate("navigator.mediaSession.playbackState") == "playing"
    page.evaluate("steered.stop()")
    assert page.evaluate("navigator.mediaSession.playbackState") == "paused"
    page.evaluate(f"{TIMES} = 2")
    state = page.evaluate("window.position")
    assert state["playbackRate"] == 2
    assert 0 <= state["position"] <= state["duration"]
    assert set(page.evaluate("Object.keys(steered)")) == {
        "play", "pause", "stop", "seekbackward", "seekforward", "seekto", "previoustrack", "nexttrack",
    }  # fmt: skip
