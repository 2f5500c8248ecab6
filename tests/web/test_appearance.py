"""How the page looks to its listener: the panel, the ruler, following the voice; in both browsers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

import pytest
from tests.web.axe import violations
from tests.web.chromium_page import opened
from tests.web.site import Site
from tests.web.tab import NOW, PLAYER, WORD, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ROOT = "document.documentElement"
BEYOND = f"{ROOT}.scrollWidth - {ROOT}.clientWidth"  # px that the page is wider than the window
LETTERS = f"parseFloat(getComputedStyle({ROOT}).fontSize)"
KEPT = "localStorage.getItem('oyez:appearance')"
BACK = "[...document.querySelectorAll('.to-voice')].some((button) => button.checkVisibility())"
# Whether the box stands around the word that is heard, and nowhere near its neighbours' lines.
RULED = f"""(() => {{
  const word = {PLAYER}.words.at({NOW});
  const element = document.querySelector(`[data-block="${{word.block ?? "title"}}"]`);
  const range = new Range();
  range.setStart(element.firstChild, word.start);
  range.setEnd(element.firstChild, word.end);
  const box = range.getBoundingClientRect();
  const line = document.querySelector(".ruler").getBoundingClientRect();
  return line.top <= box.top && box.bottom <= line.bottom && line.height < 2 * box.height;
}})()"""


def test_what_is_chosen_is_put_on_and_kept_and_can_be_reset(tab: Tab, site: Site) -> None:
    tab.open(site.url)
    plain = tab.evaluate(LETTERS)
    tab.click_on(".tools .text")
    tab.click_on(".themes label:has([value='sepia'])")
    assert tab.evaluate(f"{ROOT}.dataset.theme") == "sepia"
    sepia = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    tab.evaluate("document.querySelector('#oyez-look-size').focus()")
    tab.press("ArrowRight")
    assert tab.evaluate(LETTERS) == pytest.approx(1.1 * plain, rel=0.01)
    tab.click_on(".switch:has(input) input")

    tab.open(site.url)
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == sepia
    assert tab.evaluate(LETTERS) == pytest.approx(1.1 * plain, rel=0.01)
    tab.click_on(".tools .text")
    assert tab.evaluate("document.querySelector('.themes :checked').value") == "sepia"
    assert tab.evaluate("document.querySelector('.panel.look .switch input').checked") is True
    tab.click_on(".panel.look > .chips button:last-child")
    assert tab.evaluate(LETTERS) == plain
    assert tab.evaluate(f"[{ROOT}.dataset.theme ?? null, {KEPT}]") == [None, None]


@pytest.mark.parametrize(
    "kept", ['"no"', "[1]", '{"size": 9000, "theme": 7, "font": "x", "line": null}', "{"]
)
def test_a_look_that_nobody_understands_does_no_harm(tab: Tab, site: Site, kept: str) -> None:
    tab.keep(site.url, "appearance", kept)
    tab.open(site.url)
    assert tab.evaluate(BEYOND) == 0


@pytest.mark.parametrize(("size", "width"), [(400, 320), (400, 1280), (200, 390), (80, 320)])
def test_large_text_flows_anew_and_never_sideways(tab: Tab, site: Site, size: int, width: int) -> None:
    tab.viewport(width, 640)
    look = {"size": size, "font": "easy", "letters": 0.1, "words": 0.3, "width": 80}
    tab.open(site.url, look=look)
    assert tab.evaluate(BEYOND) == 0
    bar = tab.evaluate(f"{PLAYER}.getBoundingClientRect().toJSON()")
    assert bar["bottom"] == pytest.approx(640, abs=1), "the bar can be reached"
    assert bar["height"] < 0.6 * 640, "and leaves room to read"
    assert violations(tab) == []
    for button in ("text", "marks"):
        tab.click_on(f".tools .{button}")
        tab.settle()
        assert tab.evaluate(BEYOND) == 0
        inside = (
            "(panel => panel.scrollWidth - panel.clientWidth)(document.querySelector('.panel:popover-open'))"
        )
        assert tab.evaluate(inside) <= 0, button
        tab.press("Escape")


@pytest.mark.parametrize("width", [320, 1280])
def test_large_buttons_say_what_they_do(tab: Tab, site: Site, width: int) -> None:
    tab.viewport(width, 844)
    tab.open(site.url, look={"big": True})
    label = "getComputedStyle(document.querySelector('.transport .play'), '::after')"
    assert tab.evaluate(f"{label}.content") != "none"
    assert tab.evaluate(f"parseFloat({label}.height)") > 10
    assert tab.evaluate("document.querySelector('.transport .mark').offsetHeight") >= 64
    assert tab.evaluate(BEYOND) == 0
    assert violations(tab) == []


def test_a_font_that_is_not_installed_is_named(tab: Tab, site: Site) -> None:
    tab.open(site.url, look={"font": "named", "named": "No Such Font Anywhere"})
    tab.click_on(".tools .text")
    assert "No Such Font Anywhere" in tab.evaluate("document.querySelector('.panel.look .told').textContent")
    assert '"No Such Font Anywhere"' in tab.evaluate(
        "getComputedStyle(document.querySelector('h1')).fontFamily"
    )


def test_the_ruler_stands_around_the_line_that_is_heard(tab: Tab, site: Site) -> None:
    tab.open(site.url, look={"ruler": True})
    height = tab.evaluate(f"{ROOT}.scrollHeight")
    assert tab.evaluate("document.querySelector('.ruler').checkVisibility()") is False, "nothing is heard yet"
    tab.press("]")
    tab.press("]")
    assert tab.evaluate(RULED)
    tab.evaluate("scrollBy({ top: 40, behavior: 'instant' })")
    assert tab.evaluate(RULED), "it scrolls with the text"
    tab.viewport(390, 844)
    tab.wait(RULED)
    tab.viewport(1280, 900)
    tab.wait(RULED)
    assert tab.evaluate(f"{ROOT}.scrollHeight") == height
    assert tab.evaluate("getComputedStyle(document.querySelector('.ruler')).pointerEvents") == "none"


def test_the_page_follows_and_yields_and_comes_back(tab: Tab, site: Site) -> None:
    tab.viewport(900, 500)
    tab.open(site.url)
    assert tab.evaluate(BACK) is False
    tab.evaluate(f"{PLAYER}.playback.seek({PLAYER}.words.seconds - 12)")
    tab.press("Space")
    far = tab.wait("scrollY", lambda y: y > 300)
    tab.evaluate(
        "new Promise((done) => setTimeout(done, 1600))"
    )  # longer than the page's own scrolling takes
    tab.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    tab.wait(BACK)
    word = tab.evaluate(WORD)
    tab.wait(WORD, lambda index: index > word + 3)
    assert tab.evaluate("scrollY") == 0, "the reader's place is the reader's"
    tab.press("Space")
    tab.click_on(".to-voice")
    tab.wait("scrollY", lambda y: y > far / 2)
    tab.wait(BACK, lambda shown: not shown)
    assert tab.evaluate("scrollX") == 0


def test_it_does_not_follow_where_that_is_not_wanted(tab: Tab, site: Site) -> None:
    tab.viewport(900, 500)
    tab.open(site.url, look={"follow": False})
    tab.evaluate(f"{PLAYER}.playback.seek({PLAYER}.words.seconds - 8)")
    tab.evaluate(f"{PLAYER}.playback.seek(0)")
    top = tab.evaluate("scrollY")
    tab.evaluate(f"{PLAYER}.playback.seek({PLAYER}.words.seconds - 8)")
    tab.wait(BACK)
    assert tab.evaluate("scrollY") == top


def test_the_kept_look_is_there_before_anything_is_painted(page: Page, site: Site) -> None:
    look = json.dumps({"size": 160, "theme": "dark"})
    page.add_init_script(f"""
      localStorage.setItem("oyez:appearance", {json.dumps(look)});
      const look = () => {{
        if (document.querySelector("article")) window.first = {ROOT}.dataset.theme ?? "none";
        else requestAnimationFrame(look);
      }};
      requestAnimationFrame(look);
    """)
    opened(page, site.url)
    assert page.evaluate("window.first") == "dark"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_listeners_colours_come_before_the_systems(
    page: Page, site: Site, system: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=system)
    opened(page, site.url)
    colours = "(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(document.body))"
    found = {"system": page.evaluate(colours)}
    for theme in ("light", "sepia", "dark"):
        page.evaluate(f"{ROOT}.dataset.theme = '{theme}'")
        found[theme] = page.evaluate(colours)
    assert found["system"] == found[system]
    assert len({tuple(found[theme]) for theme in ("light", "sepia", "dark")}) == 3


def test_paper_gets_the_article_and_a_line_how_it_was_made(page: Page, site: Site) -> None:
    opened(page, site.url)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    assert "Oyez" in page.evaluate("getComputedStyle(document.querySelector('main'), '::after').content")
    assert not page.locator("oyez-player").is_visible()
    assert page.locator("[data-block='5']").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
