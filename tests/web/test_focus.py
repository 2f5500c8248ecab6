"""Focus view: one sentence alone and very large; in Chromium and in Firefox."""

from __future__ import annotations

import pytest
from tests.web.articles import articles
from tests.web.axe import violations
from tests.web.site import Site
from tests.web.tab import NOW, PLAYER, Tab

pytestmark = pytest.mark.browser

DIALOG = "document.querySelector('.focus-view')"
SENTENCE = f"{DIALOG}.querySelector('p')"
INDEX = f"{PLAYER}.playback.sentence.index"
LIT = "[...CSS.highlights.get('oyez-focus-word')].map(String)[0] ?? null"
LETTERS = f"parseFloat(getComputedStyle({SENTENCE}).fontSize)"
# px by which the sentence is higher and wider than the room it has
OVER = f"""((stage) => [
  stage.scrollHeight - stage.clientHeight,
  stage.scrollWidth - stage.clientWidth,
])({SENTENCE}.parentElement)"""
LONG = f"{PLAYER}.words.sentences.find(({{ said }}) => said.startsWith('The Ebbwick Harbour Trust'))"


def test_a_sentence_stands_alone_and_large_and_its_word_is_lit(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(f"{PLAYER}.seek({LONG}.words[4].from + 0.01)")
    tab.press("f")
    assert tab.evaluate(f"{DIALOG}.matches(':modal')")
    said = tab.evaluate(SENTENCE + ".textContent")
    assert said.startswith("The Ebbwick Harbour Trust agreed")
    assert said.endswith("10 months out of 12.")
    assert tab.evaluate(LIT) == "agreed"
    body = tab.evaluate("parseFloat(getComputedStyle(document.querySelector('[data-block=\"1\"]')).fontSize)")
    assert tab.evaluate(LETTERS) > 2 * body
    assert max(tab.evaluate(OVER)) <= 0, "all of it can be seen"
    header = tab.evaluate(f"{DIALOG}.querySelector('header').innerText")
    assert f"Sentence {tab.evaluate(INDEX) + 1} of" in header
    assert "1.25x" in header
    assert violations(tab) == []
    tab.press("Escape")
    assert tab.evaluate(f"{DIALOG}.open") is False


def test_sentence_by_sentence(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(f"{PLAYER}.seek({PLAYER}.words.sentences[3].start + 0.5)")
    tab.click_on(".tools .focus")
    before = tab.evaluate(SENTENCE + ".textContent")
    tab.press("ArrowRight")
    assert tab.evaluate(INDEX) == 4
    assert tab.evaluate(SENTENCE + ".textContent") != before
    tab.press("ArrowLeft")
    tab.press("ArrowLeft")
    assert tab.evaluate(INDEX) == 2
    tab.click_on(".focus-view .forward")
    assert tab.evaluate(INDEX) == 3
    assert tab.evaluate(SENTENCE + ".textContent") == before
    tab.press("Escape")
    assert tab.evaluate("document.activeElement.matches('.tools .focus')"), "where it was opened"


def test_it_runs_with_the_sound_off_at_the_chosen_speed(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.press("f")
    tab.press("m")
    assert tab.evaluate("document.querySelector('.focus-view .mute').ariaPressed") == "true"
    tab.press(" ")
    tab.wait(NOW, lambda now: now > 1)
    tab.wait(LIT, lambda lit: lit is not None)
    audio = f"(({{ muted, playbackRate }}) => [muted, playbackRate])({PLAYER}.audio)"
    assert tab.evaluate(audio) == [True, 1.25]
    tab.press("f")
    tab.click_on(".tools .muted")
    assert tab.evaluate(audio) == [False, 1.25], "the bar shows that it was off, and switches it on"


@pytest.mark.parametrize(("size", "width", "height"), [(100, 390, 844), (400, 320, 640), (400, 1280, 900)])
def test_no_word_breaks_and_what_does_not_fit_scrolls(
    tab: Tab, site: Site, size: int, width: int, height: int
) -> None:
    tab.viewport(width, height)
    tab.open(site.url, look={"size": size}, made=True)
    tab.evaluate(f"{PLAYER}.seek({LONG}.words.at(-1).from + 0.01)")
    tab.press("f")
    tab.settle()
    assert tab.evaluate(OVER)[1] <= 0
    assert tab.evaluate(f"getComputedStyle({SENTENCE}).overflowWrap") == "normal"
    assert tab.evaluate(LETTERS) >= 28
    seen = f"""(([range], stage) => {{
      const [box, around] = [range.getBoundingClientRect(), stage.getBoundingClientRect()];
      return around.top <= box.top + 1 && box.bottom <= around.bottom + 1;
    }})([...CSS.highlights.get("oyez-focus-word")], {SENTENCE}.parentElement)"""
    assert tab.evaluate(seen), "the word that is heard can be seen"
    controls = tab.evaluate(
        f"[...{DIALOG}.querySelectorAll('button')].map((b) => b.getBoundingClientRect().toJSON())"
    )
    assert all(box["left"] >= 0 and box["right"] <= width and box["bottom"] <= height for box in controls)
    assert all(min(box["width"], box["height"]) >= 44 for box in controls)


def test_from_right_to_left(tab: Tab, gallery: Site) -> None:
    tab.open(gallery.page_of(articles()["right to left"]), made=True)
    tab.press("f")
    assert tab.evaluate(f"[{SENTENCE}.dir, {SENTENCE}.lang]") == ["rtl", "ar"]
    tab.press("ArrowLeft")
    assert tab.evaluate(INDEX) == 1, "ahead is where the text goes"
    tab.press("ArrowRight")
    assert tab.evaluate(INDEX) == 0
    boxes = tab.evaluate(
        f"['.back', '.forward'].map((name) => {DIALOG}.querySelector(name).getBoundingClientRect().x)"
    )
    assert boxes[0] > boxes[1]
