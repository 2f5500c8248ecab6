"""The speed: figures as Python gives them, what is remembered for whom, what is said of a rate too fast."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.web.articles import articles
from tests.web.site import Site
from tests.web.tab import PLAYER, SPEED, Tab

import oyez
from oyez.model.pace import CLEAR
from oyez.settings import Settings
from oyez.timing.figures import measure

pytestmark = pytest.mark.browser

TIMES = f"{PLAYER}.speed.times"
WPM = f"{PLAYER}.speed.wpm"
RATE = "#oyez-speed .rate input"
PIN = "#oyez-speed .pin"
DENSE = "document.querySelector('#oyez-speed .dense').textContent"
STATUS = f"{PLAYER}.parts.status.textContent"


@pytest.fixture
def sample(tab: Tab, gallery: Site) -> Tab:
    """The sample's page, all of it made."""
    tab.open(gallery.page_of(articles()["sample"]), made=True)
    return tab


def asked(tab: Tab, wpm: int) -> None:
    """Type a rate into the panel."""
    tab.evaluate(f"(() => {{ const field = document.querySelector('{RATE}'); field.value = '{wpm}';"
                 " field.dispatchEvent(new Event('change', { bubbles: true })); })()")  # fmt: skip


def kept(tab: Tab) -> dict[str, Any]:
    """What the browser holds of speeds and rates."""
    text = tab.evaluate("Object.fromEntries(Object.entries(localStorage))")
    return {name.removeprefix("oyez:"): json.loads(value) for name, value in text.items()
            if name.startswith(("oyez:speed", "oyez:rate"))}  # fmt: skip


def test_the_figures_are_pythons(sample: Tab, settings: Settings) -> None:
    narration = oyez.narrate(oyez.adapt(articles()["sample"]), settings=settings)
    assert sample.evaluate(f"{PLAYER}.data.voice.name") == narration.voice.name
    limit = sample.evaluate("import('/web/speed.js').then(({ CLEAR }) => CLEAR)")
    assert limit == CLEAR
    for times in (0.5, 1, 1.25, 2, 2.5, 4):
        sample.evaluate(f"{TIMES} = {times}")
        figures = measure(narration, times)
        assert sample.evaluate(f"{PLAYER}.speed.syllables") == pytest.approx(
            figures.syllables_per_second, rel=1e-3
        )
        # Above 2.5x files keep pauses at their floors; a player's run as fast as the speech.
        if times <= 2.5:
            assert sample.evaluate(WPM) == pytest.approx(figures.words_per_minute, rel=5e-4)
            assert sample.evaluate(f"{PLAYER}.words.seconds / {TIMES}") == pytest.approx(
                figures.seconds, abs=0.02
            )
        assert bool(sample.evaluate(DENSE)) is (figures.syllables_per_second > CLEAR)


def test_too_fast_is_said_and_slow_enough_is_not(sample: Tab) -> None:
    sample.click_on(SPEED)
    sample.evaluate(f"{TIMES} = 4")
    said = sample.evaluate(DENSE)
    assert "syllables a second" in said
    assert str(round(sample.evaluate(f"{PLAYER}.speed.syllables"), 1)) in said
    sample.evaluate(f"{TIMES} = 1")
    assert sample.evaluate(DENSE) == ""


def test_the_multiplier_is_kept_for_the_voice_and_for_those_never_heard(tab: Tab, gallery: Site) -> None:
    url = gallery.page_of(articles()["sample"])
    tab.open(url)
    assert tab.evaluate(TIMES) == 1.25, "the first time"
    voice = tab.evaluate(f"{PLAYER}.data.voice.name")
    tab.evaluate(f"{TIMES} = 1.6")
    assert kept(tab) == {"speed": 1.6, f"speed:en:{voice}": 1.6}
    tab.keep(url, "speed", "1.4")  # chosen since, with another voice
    tab.open(url)
    assert tab.evaluate(TIMES) == 1.6
    tab.keep(url, f"speed:en:{voice}", "null")
    tab.open(url)
    assert tab.evaluate(TIMES) == 1.4


def test_a_rate_holds_for_its_article(sample: Tab, gallery: Site) -> None:
    sample.evaluate(f"{TIMES} = 1.5")
    asked(sample, 220)
    assert sample.evaluate(WPM) == pytest.approx(220, rel=1e-3)
    assert sample.evaluate(f"{PLAYER}.speed.rate") == 220
    assert {value for name, value in kept(sample).items() if name.startswith("speed")} == {1.5}
    sample.open(gallery.page_of(articles()["sample"]), made=True)
    assert sample.evaluate(WPM) == pytest.approx(220, rel=1e-3)
    sample.open(gallery.page_of(articles()["long title"]), made=True)
    assert sample.evaluate(TIMES) == 1.5


def test_a_pinned_rate_holds_for_all_and_says_where_it_is_too_fast(sample: Tab, gallery: Site) -> None:
    sample.click_on(SPEED)
    assert sample.evaluate(f"document.querySelector('{PIN}').hidden"), "there is no rate to pin"
    asked(sample, 480)
    sample.click_on(PIN)
    assert sample.evaluate(f"document.querySelector('{PIN}').ariaPressed") == "true"
    assert kept(sample)["rate"] == 480
    sample.open(gallery.page_of(articles()["long title"]), made=True)
    assert sample.evaluate(WPM) == pytest.approx(480, rel=1e-3)
    assert sample.evaluate(f"{PLAYER}.speed.syllables") > CLEAR
    sample.wait(STATUS, lambda said: "480" in said and "syllables a second" in said)
    sample.evaluate(f"{TIMES} = 1.3")  # another wish takes its place
    assert sample.evaluate(f"{PLAYER}.speed.pinned") is False
    sample.open(gallery.page_of(articles()["sample"]), made=True)
    assert sample.evaluate(TIMES) == 1.3


def test_a_rate_out_of_range_is_refused_with_the_range(sample: Tab) -> None:
    sample.click_on(SPEED)
    before = sample.evaluate(TIMES)
    for wpm in (3, 5000):
        asked(sample, wpm)
        assert sample.evaluate(TIMES) == before
        assert "0.5x to 4x" in sample.evaluate("document.querySelector('#oyez-speed .gain').textContent")
    asked(sample, 0)
    assert sample.evaluate(TIMES) == before
    assert float(sample.evaluate(f"document.querySelector('{RATE}').value")) == round(sample.evaluate(WPM))


def test_a_sentence_once_slower_leaves_the_rate(sample: Tab) -> None:
    asked(sample, 220)
    sample.evaluate(f"{PLAYER}.playback.repeat(true)")
    assert sample.evaluate(WPM) == pytest.approx(165, rel=1e-2)
    sample.evaluate(f"{PLAYER}.playback.repeat()")
    assert sample.evaluate(f"{PLAYER}.speed.rate") == 220
    assert sample.evaluate(WPM) == pytest.approx(220, rel=1e-3)
