"""What is read, and when it stops: levels applied at once and kept, the sleep timer, the single keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.web.articles import articles
from tests.web.axe import violations
from tests.web.chromium_page import opened, wait
from tests.web.site import Site
from tests.web.tab import NOW, PLAY, PLAYER, Tab

import oyez
from oyez.exporting.html import Html
from oyez.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PANEL = "What is read, and when it stops"
READ = f"{PLAYER}.words.sentences.map(({{role}}) => role)"
# A timer over a narration of three sentences of 4 s with pauses of 1 s, which the test moves by hand.
SLEEP = """async (steps) => {
  const [{ Sleep }, { Words }] = await Promise.all([import("/web/sleep.js"), import("/web/words.js")]);
  const row = { block: 0, role: "paragraph", said: "", pause: 1, seconds: 4, made: true, words: [] };
  const words = new Words({ sentences: [row, row, row] });
  const playback = Object.assign(new EventTarget(), {
    words, now: 0, playing: true, speed: { times: 1 }, volume: 0.8, audio: { ended: false },
    pause() { this.playing = false; },
    get sentence() { return words.sentenceAt(this.now); },
  });
  const clock = performance.now();
  let passed = 0;
  performance.now = () => clock + passed * 1000;
  const sleep = new Sleep(playback);
  const seen = [];
  for (const [after, now, change] of steps) {
    passed += after;
    playback.now = now;
    if (change?.when !== undefined) sleep.set(change.when);
    if (change?.times) playback.speed.times = change.times;
    playback.dispatchEvent(new Event("moved"));
    seen.push([playback.playing, Math.round(playback.volume * 100) / 100]);
  }
  sleep.set(null);
  return seen;
}"""


@pytest.fixture
def sample(page: Page, gallery: Site) -> Page:
    """The article with captions, a pull quote, a byline and photo credits."""
    return opened(page, gallery.page_of(articles()["sample"]))


def open_panel(page: Page) -> None:
    page.get_by_role("button", name=PANEL).click()
    page.get_by_role("dialog", name=PANEL).wait_for()


def test_only_what_the_article_has_can_be_chosen(sample: Page) -> None:
    open_panel(sample)
    enabled = {
        group.get_by_role("radio").first.is_enabled() and (group.locator("legend").text_content() or "")
        for group in sample.locator(".panel .level").all()
    } - {False}
    assert enabled == {"Captions", "Pull quotes", "Byline", "Credits"}
    assert sample.get_by_role("group", name="Tables").get_by_role("radio", name="Full").is_checked()


def test_captions_are_read_at_once_and_from_then_on(sample: Page) -> None:
    assert "caption" not in sample.evaluate(READ)
    sample.evaluate(f"{PLAYER}.seek(20)")
    place = "(({words, now}) => { const {block, start} = words.at(now); return [block, start]; })"
    here = sample.evaluate(f"{place}({PLAYER})")
    open_panel(sample)
    sample.get_by_role("group", name="Captions").get_by_role("radio", name="Full").check(force=True)
    wait(sample, READ, lambda roles: "caption" in roles)
    wait(sample, f"{place}({PLAYER})", lambda now: now == here)
    wait(sample, "localStorage.getItem('oyez:speak')", lambda kept: kept == '{"captions":"full"}')

    posted: list[Any] = []
    sample.on("request", lambda one: posted.append(one.post_data_json) if one.method == "POST" else None)
    sample.reload()
    sample.wait_for_selector("oyez-player[data-ready]")
    assert "caption" in sample.evaluate(READ)
    assert posted[0]["speak"] == {"captions": "full"}, "the first thing that is asked for is what was chosen"
    open_panel(sample)
    assert sample.get_by_role("group", name="Captions").get_by_role("radio", name="Full").is_checked()


# The browser says that it plays only when another sound is being opened already.
LATE_WORD = f"""(() => {{
  const {{ audio, playback }} = {PLAYER};
  const play = audio.play.bind(audio);
  const another = () => new Promise((done) => playback.addEventListener("narration", done, {{ once: true }}));
  audio.play = () => Promise.all([play(), another()]);
}})()"""


def test_what_begins_to_sound_goes_on_with_another_narration(sample: Page) -> None:
    sample.evaluate(LATE_WORD)
    sample.locator(PLAY).click()
    wait(sample, f"{PLAYER}.now > 0.2")
    open_panel(sample)
    sample.get_by_role("group", name="Captions").get_by_role("radio", name="Full").check(force=True)
    wait(sample, READ, lambda roles: "caption" in roles)
    wait(sample, f"!{PLAYER}.audio.paused")


def test_arrow_keys_pass_over_a_level(sample: Page) -> None:
    posted: list[Any] = []
    sample.on("request", lambda one: posted.append(one.post_data_json) if one.method == "POST" else None)
    open_panel(sample)
    sample.get_by_role("group", name="Captions").get_by_role("radio", name="Skip").focus()
    sample.keyboard.press("ArrowRight")
    sample.keyboard.press("ArrowRight")
    wait(sample, READ, lambda roles: "caption" in roles)
    assert [one["speak"] for one in posted] == [{"captions": "full"}]


def test_what_nobody_chose_is_no_wish(sample: Page) -> None:
    kept = json.dumps({"captions": "loud", "hats": "full", "tables": "skip"})
    sample.evaluate(f"localStorage.setItem('oyez:speak', {json.dumps(kept)})")
    levels = sample.evaluate("import('/web/what_to_read.js').then(({ keptLevels }) => keptLevels())")
    assert levels == {"tables": "skip"}


def test_the_time_left_is_seen_and_can_be_called_off(sample: Page) -> None:
    open_panel(sample)
    sample.get_by_role("radio", name="15 min").check(force=True)
    sample.get_by_text("Stops in 15:00").wait_for()
    sample.keyboard.press("Escape")
    button = sample.get_by_role("button", name=PANEL)
    assert "Stops in" in (button.get_attribute("aria-label") or "")
    sample.get_by_role("button", name="Play").click()
    wait(sample, "document.querySelector('.badge').textContent", lambda text: text.startswith("14:"))
    button.click()
    sample.get_by_role("radio", name="Off").check(force=True)
    assert not sample.locator(".badge").is_visible()
    assert button.get_attribute("aria-label") == PANEL


def test_it_stops_where_the_sentence_ends(sample: Page) -> None:
    sample.evaluate(f"{PLAYER}.speed.times = 4")
    sample.get_by_role("button", name="Play").click()
    wait(sample, NOW, lambda now: now > 0.1)
    open_panel(sample)
    sample.get_by_role("radio", name="End of sentence").check(force=True)
    sample.get_by_text("The sleep timer stopped it here.").wait_for()
    assert sample.evaluate(f"{PLAYER}.audio.paused")
    into = sample.evaluate(
        f"(({{words, now}}) => now - words.sentenceAt(now - 0.05).end)({PLAYER})"
    )  # natural seconds; a busy machine draws few frames, at four times the speed
    assert -0.05 <= into < 1.5
    assert sample.get_by_role("radio", name="Off").is_checked()
    sample.keyboard.press("Escape")
    sample.get_by_role("button", name="Play").click()
    wait(sample, "document.querySelector('.status p').textContent", lambda text: text == "")


@pytest.mark.parametrize(
    ("steps", "seen"),
    [
        pytest.param(
            [[0, 0, {"when": 1}], [57, 5, {}], [3, 7, {}], [1, 8, {}], [1, 9, {}]],
            [[True, 0.8], [True, 0.64], [True, 0.32], [True, 0.16], [False, 0.8]],
            id="fades to the end of the sentence that is heard when the time is over",
        ),
        pytest.param(
            [[0, 0, {"when": 1}], [30, 1, {"times": 0.5}], [29, 2, {}], [2, 3, {}], [2, 4.01, {}]],
            [[True, 0.8], [True, 0.8], [True, 0.64], [True, 0.32], [False, 0.8]],
            id="minutes are of the clock, whatever the speed",
        ),
        pytest.param(
            [[0, 1, {"when": "sentence"}], [2, 3, {}], [2, 4.5, {}]],
            [[True, 0.8], [True, 0.8], [False, 0.8]],
            id="a sentence is heard to its end, as loud as it was",
        ),
        pytest.param(
            [[0, 4.5, {"when": "sentence"}], [2, 6, {}], [3, 9, {}]],
            [[True, 0.8], [True, 0.8], [False, 0.8]],
            id="chosen in a pause, the next sentence is meant",
        ),
        pytest.param(
            [[0, 1, {"when": "sentence"}], [1, 11, {}], [1, 12, {}], [2, 14, {}]],
            [[True, 0.8], [True, 0.8], [True, 0.8], [False, 0.8]],
            id="after a leap the sentence that is heard then",
        ),
        pytest.param(
            [[0, 1, {"when": 5}], [1, 2, {"when": None}], [600, 9, {}]],
            [[True, 0.8]] * 3,
            id="called off",
        ),
    ],
)
def test_the_voice_fades_and_stops(sample: Page, steps: list[Any], seen: list[Any]) -> None:
    assert sample.evaluate(SLEEP, steps) == seen


def test_single_keys_can_be_switched_off(sample: Page) -> None:
    open_panel(sample)
    sample.get_by_role("dialog", name=PANEL).get_by_role("switch").uncheck()
    assert sample.evaluate("localStorage.getItem('oyez:keys')") == "false"
    sample.keyboard.press("Escape")
    sample.evaluate("document.activeElement.blur()")
    speed = sample.evaluate(f"{PLAYER}.speed.times")
    sample.keyboard.press(">")
    assert sample.evaluate(f"{PLAYER}.speed.times") == speed


def test_a_file_can_only_stop(page: Page, settings: Settings, tmp_path: Path) -> None:
    narration = oyez.narrate(oyez.adapt(articles()["long title"]), settings=settings)
    path = tmp_path / "long.html"
    path.write_bytes(Html().export(narration, 1))
    opened(page, path.as_uri())
    assert not page.get_by_role("button", name="Select Voice").is_visible()
    open_panel(page)
    assert page.get_by_role("radio", name="End of article").is_enabled()
    assert page.locator(".level, .sayings").count() == 0


def test_the_open_panel_stands_in_nobodys_way(tab: Tab, gallery: Site) -> None:
    tab.open(gallery.page_of(articles()["sample"]))
    tab.click_on(".tools .listening")
    tab.place(".panel.listening .level")
    tab.settle()
    assert violations(tab) == []
