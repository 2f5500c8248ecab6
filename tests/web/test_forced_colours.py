"""Where the system forces its few colours, what is lit, set and pressed can still be told from the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest
from tests.web.axe import violations
from tests.web.site import Site
from tests.web.tab import PLAYER, Chromium, Point, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Colour = tuple[int, int, int]

# Just inside the corner of the word that is heard, and of the word before it: no letter reaches there.
CORNERS = f"""(({{ words, now }}) => {{
  const word = words.at(now);
  return [word, words.all[word.index - 1]].map(({{ block, start, end }}) => {{
    const range = new Range();
    const element = document.querySelector(`[data-block="${{block}}"]`);
    element.scrollIntoView({{ block: "center", behavior: "instant" }});
    range.setStart(element.firstChild, start);
    range.setEnd(element.firstChild, end);
    const {{ x, y }} = range.getBoundingClientRect();
    return [x + 1, y + 2];
  }});
}})({PLAYER})"""
DECORATED = (
    "getComputedStyle(document.querySelector('.spoken'), '::highlight(oyez-sentence)').textDecorationLine"
)


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def forced(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Tab]:
    """The example, wholly made, at a word in the middle of a sentence."""
    tab = Chromium(browser, dark=request.param, forced=True)
    tab.open(site.url, made=True)
    tab.evaluate(f"{PLAYER}.playback.seekWord({PLAYER}.words.sentences[2].words[4])")
    tab.settle()
    yield tab
    tab.close()
    assert tab.complaints == []


@pytest.fixture
def paper(forced: Tab, tmp_path: Path) -> Colour:
    """Of the page, where nothing stands."""
    (colour,) = colours(forced, tmp_path, (4, 4))
    return colour


def colours(tab: Tab, folder: Path, *points: Point) -> list[Colour]:
    """Red, green and blue at points of the window."""
    picture = folder / "window.png"
    tab.screenshot(picture)
    with av.open(str(picture)) as container:
        pixels = next(container.decode(video=0)).to_ndarray(format="rgb24")
    red_green_blue = [pixels[round(y), round(x)].astype(np.int64).tolist() for x, y in points]
    return [(red, green, blue) for red, green, blue in red_green_blue]


def test_the_word_is_lit_and_its_sentence_is_underlined(forced: Tab, paper: Colour, tmp_path: Path) -> None:
    word, before = forced.evaluate(CORNERS)
    lit, sentence = colours(forced, tmp_path, word, before)
    assert lit != paper
    assert sentence == paper
    assert forced.evaluate(DECORATED) == "underline"


def test_a_slider_shows_where_it_is(forced: Tab, paper: Colour, tmp_path: Path) -> None:
    box, at = forced.evaluate(
        "((slider) => [slider.getBoundingClientRect().toJSON(), slider.value / slider.max])"
        "(document.querySelector('.position input'))"
    )
    middle = (box["top"] + box["bottom"]) / 2
    knob = (box["left"] + 8 + at * (box["width"] - 16), middle - 6)
    done, rest = (knob[0] - 20, middle), (knob[0] + 20, middle)
    found = colours(forced, tmp_path, knob, done, rest)
    assert paper not in found
    assert found[1] != found[2], "what is done, and what is not"


def test_a_button_that_is_pressed_is_filled(forced: Tab, paper: Colour, tmp_path: Path) -> None:
    mark = forced.place(".transport .mark")
    assert colours(forced, tmp_path, mark) == [paper]
    forced.press("b")
    forced.settle()
    assert colours(forced, tmp_path, mark) != [paper]


def test_nothing_stands_in_anybodys_way(forced: Tab) -> None:
    for opener in (".bar .speed", ".bar .voice", ".tools .listening", ".tools .text"):
        forced.click_on(opener)
        forced.settle()
        assert violations(forced) == [], opener
        forced.press("Escape")
