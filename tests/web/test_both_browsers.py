"""The heart of the listening page, in Chromium and in Firefox."""

from __future__ import annotations

import pytest
from tests.web.site import Site
from tests.web.tab import NOW, PLAY, PLAYER, WORD, Tab

pytestmark = pytest.mark.browser


# The index of every word that was lit, in order, found by where its highlight stands in the text.
RECORD = """(() => {
  window.lit = [];
  const add = Highlight.prototype.add;
  Highlight.prototype.add = function (range) {
    if (this === CSS.highlights.get("oyez-word")) {
      const { block } = range.startContainer.parentElement.closest("[data-block]").dataset;
      const stands = (word) =>
        String(word.block ?? "title") === block && word.start === range.startOffset && word.end > word.start;
      window.lit.push(document.querySelector("oyez-player").words.all.find(stands)?.index ?? -1);
    }
    return add.call(this, range);
  };
})()"""


@pytest.fixture
def player(tab: Tab, site: Site) -> Tab:
    """The example, ready to play."""
    tab.open(site.url)
    return tab


def test_it_plays_and_words_light_in_order(player: Tab) -> None:
    player.evaluate(RECORD)
    player.click_on(PLAY)
    player.wait(NOW, lambda now: now > 6)
    player.click_on(PLAY)
    stopped = player.evaluate(NOW)
    lit = player.evaluate("window.lit")
    assert len(lit) >= 8
    assert -1 not in lit
    assert lit == sorted(set(lit)), "each word once, none out of order"
    assert player.evaluate(NOW) == pytest.approx(stopped, abs=0.05)


def test_it_plays_from_where_it_is_told(player: Tab) -> None:
    player.evaluate(f"{PLAYER}.seek(40)")
    assert player.evaluate(NOW) == pytest.approx(40, abs=0.1)
    word = player.evaluate(f"{PLAYER}.words.at(40).index")
    player.press("Space")
    player.wait(NOW, lambda now: now > 41)
    assert player.evaluate(WORD) > word
    assert player.evaluate(f"{PLAYER}.audio.paused") is False


def test_nobody_else_is_asked(player: Tab, site: Site) -> None:
    player.click_on(PLAY)
    player.wait(NOW, lambda now: now > 0.3)
    assert player.asked
    assert [url for url in player.asked if not url.startswith((site.url, "data:", "blob:"))] == []
