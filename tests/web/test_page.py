"""The listening page in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route
    from tests.web.conftest import Site

pytestmark = pytest.mark.browser

PLAYER = "document.querySelector('oyez-player')"
NOW = f"{PLAYER}.now"
WORD = f"{PLAYER}.words.at({NOW})?.index"
SLIDER = '[aria-label="Choose your listening speed"]'

# Every word that was lit, in order: its index among the words that are heard, and its text.
RECORD = """() => {
  const { heard } = document.querySelector("oyez-player").words;
  window.lit = [];
  const look = () => {
    for (const range of CSS.highlights.get("oyez-word")) {
      const { block } = range.startContainer.parentElement.closest("[data-block]").dataset;
      const stands = (word) => String(word.block ?? "title") === block && word.start === range.startOffset;
      const index = heard.findIndex(stands);
      if (window.lit.at(-1)?.[0] !== index) window.lit.push([index, String(range)]);
    }
    requestAnimationFrame(look);
  };
  look();
}"""
PLACE_OF = """(block) => {
  const player = document.querySelector("oyez-player");
  const word = player.words.inBlock.get(block)[7];
  const element = document.querySelector(`[data-block="${block}"]`);
  element.scrollIntoView({ block: "center" });
  const range = new Range();
  range.setStart(element.firstChild, word.start);
  range.setEnd(element.firstChild, word.end);
  const box = range.getBoundingClientRect();
  player.audio.addEventListener("seeking", () => (window.sought ??= player.audio.currentTime));
  return [box.x + box.width / 2, box.y + box.height / 2, word.from, word.to];
}"""


def wait(page: Page, expression: str, fits: Callable[[Any], bool] = bool) -> Any:
    """The value of an expression once it fits; the page's policy forbids Playwright's own way."""
    for _ in range(300):
        value = page.evaluate(expression)
        if fits(value):
            return value
        page.wait_for_timeout(50)
    raise AssertionError(f"{expression} is still {value!r}")


def test_it_plays_and_stops(reader: Page) -> None:
    reader.get_by_role("button", name="Play").click()
    wait(reader, NOW, lambda now: now > 0.5)
    reader.get_by_role("button", name="Pause").click()
    stopped = reader.evaluate(NOW)
    reader.wait_for_timeout(300)
    assert reader.evaluate(NOW) == pytest.approx(stopped, abs=0.05)


def test_words_light_in_order(reader: Page) -> None:
    reader.evaluate(RECORD)
    reader.evaluate(f"{PLAYER}.seek(4)")
    reader.get_by_role("button", name="Play").click()
    wait(reader, NOW, lambda now: now > 12)
    lit = reader.evaluate("window.lit")
    places = [place for place, _ in lit]
    assert places == sorted(set(places)), "each word once, none out of order"
    assert places[0] >= 0
    passed = places[-1] - places[0] + 1
    assert passed >= 15
    assert len(places) >= 0.6 * passed, "a busy machine misses frames, but not every other word"
    assert "Trust" in [text for _, text in lit]


def test_the_sentence_is_lit_around_the_word(reader: Page) -> None:
    reader.evaluate(f"{PLAYER}.seek({PLAYER}.data.sentences[2].words[3][2] + 0.01)")
    lit = "(name) => [...CSS.highlights.get(name)].map(String)"
    (word,), (sentence,) = (reader.evaluate(lit, name) for name in ("oyez-word", "oyez-sentence"))
    assert word in sentence
    assert len(sentence.split()) > 3


def test_a_click_on_a_word_plays_from_there(reader: Page) -> None:
    x, y, start, end = reader.evaluate(PLACE_OF, 5)
    reader.mouse.click(x, y)
    sought = wait(reader, "window.sought ?? null", lambda value: value is not None)
    assert start - 0.001 <= sought < end
    wait(reader, NOW, lambda now: now > end)


def test_speed_changes_at_once_and_every_figure_with_it(reader: Page) -> None:
    data = reader.evaluate(f"(({{seconds, said_words}}) => ({{seconds, said_words}}))({PLAYER}.data)")
    reader.evaluate(f"{PLAYER}.seek(5)")
    reader.get_by_role("button", name="Play").click()
    reader.get_by_role("button", name="Speed").click()
    slider = reader.get_by_role("slider", name="Choose your listening speed")
    fetched: list[str] = []
    reader.on("request", lambda request: fetched.append(request.url))
    for speed, shown in (("2", "2x"), ("0.75", "0.75x"), ("1.25", "1.25x"), ("4", "4x"), ("0.5", "0.5x")):
        before = reader.evaluate(NOW)
        slider.fill(speed)
        state = reader.evaluate(
            f"""() => [{PLAYER}.audio.playbackRate, {PLAYER}.audio.preservesPitch,
            ...["times", "panelTimes", "wpm", "panelWpm"].map((part) =>
              document.querySelector(`[data-part="${{part}}"]`).textContent),
            document.querySelector('{SLIDER}').getAttribute("aria-valuetext"), {NOW}]"""
        )
        rate, pitch, times, panel_times, wpm, panel_wpm, said, now = state
        expected = data["said_words"] / (data["seconds"] / float(speed)) * 60
        figure = float(wpm.removesuffix(" WPM"))
        assert (rate, pitch) == (float(speed), True)
        assert (times, wpm) == (panel_times, panel_wpm) == (shown, f"{figure:.0f} WPM")
        assert figure == pytest.approx(expected, rel=0.02)
        assert said == f"{shown[:-1]} times, {figure:.0f} words per minute"
        assert 0 <= now - before < 4, "the place is kept"
    assert fetched == []


@pytest.mark.parametrize("speed", [0.5, 2])
def test_the_sound_runs_at_the_speed_that_is_shown(reader: Page, speed: float) -> None:
    reader.evaluate(f"{PLAYER}.speed.times = {speed}")
    reader.get_by_role("button", name="Play").click()
    wait(reader, NOW, lambda now: now > 0.3)
    measure = f"""async () => {{
      const [from, at] = [performance.now(), {NOW}];
      await new Promise((done) => setTimeout(done, 2000));
      return ({NOW} - at) / (performance.now() - from) * 1000;
    }}"""
    # A busy machine holds the sound up for moments; the best of three is what it does when left alone.
    measured = [reader.evaluate(measure) for _ in range(3)]
    assert min(abs(rate / speed - 1) for rate in measured) < 0.15, measured


def test_another_voice_keeps_the_word(reader: Page) -> None:
    reader.evaluate(f"{PLAYER}.seek(30)")
    word = reader.evaluate(WORD)
    picker = reader.get_by_role("combobox", name="Select Voice")
    picker.select_option("silent")
    status = reader.get_by_role("status").text_content()
    wait(reader, f"{PLAYER}.data.voice.name", lambda name: name == "silent")
    assert reader.evaluate(WORD) == word
    assert reader.evaluate(f"{PLAYER}.audio.paused")
    assert status is None or status == "" or "Silence" in status

    reader.get_by_role("button", name="Play").click()
    wait(reader, f"{PLAYER}.audio.paused", lambda paused: not paused)
    word = reader.evaluate(WORD)
    picker.select_option("espeak:en-gb-scotland")
    wait(reader, f"{PLAYER}.data.voice.name", lambda name: name == "espeak:en-gb-scotland")
    wait(reader, f"{PLAYER}.audio.paused", lambda paused: not paused)
    assert word <= reader.evaluate(WORD) < word + 30


def test_voices_stand_by_language_the_articles_first(reader: Page) -> None:
    groups = reader.evaluate(
        """() => [...document.querySelectorAll("optgroup")].map((group) => group.label)"""
    )
    assert groups[:2] == ["English", "Any language"]
    assert groups[2:] == sorted(groups[2:], key=str.casefold) or len(groups) > 20


def test_keys(reader: Page) -> None:
    reader.keyboard.press("Space")
    wait(reader, f"{PLAYER}.audio.paused", lambda paused: not paused)
    reader.keyboard.press("Space")
    assert reader.evaluate(f"{PLAYER}.audio.paused")
    reader.evaluate(f"{PLAYER}.speed.times = 1; {PLAYER}.seek(40)")
    reader.keyboard.press("ArrowRight")
    reader.keyboard.press("ArrowRight")
    reader.keyboard.press("ArrowLeft")
    assert reader.evaluate(NOW) == pytest.approx(50, abs=0.1)
    reader.keyboard.press(">")
    assert reader.evaluate(f"{PLAYER}.speed.times") == 1.25
    reader.keyboard.press("<")
    reader.keyboard.press("<")
    assert reader.evaluate(f"{PLAYER}.speed.times") == 0.75
    reader.get_by_role("combobox", name="Select Voice").focus()
    reader.keyboard.press(">")
    assert reader.evaluate(f"{PLAYER}.speed.times") == 0.75, "fields keep their own keys"


def test_place_and_speed_are_kept(reader: Page) -> None:
    assert reader.evaluate(f"{PLAYER}.speed.times") == 1.25, "the first time"
    reader.evaluate(f"{PLAYER}.speed.times = 1.75; {PLAYER}.seek(33)")
    word = reader.evaluate(WORD)
    reader.reload()
    reader.wait_for_selector("oyez-player[data-ready]")
    assert reader.evaluate(WORD) == word
    assert reader.evaluate(f"{PLAYER}.speed.times") == 1.75


def test_it_says_that_it_is_being_made_and_starts_by_itself(page: Page, site: Site) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/articles/*/player*", hold)
    page.goto(site.url)
    page.get_by_role("status").get_by_text("Making the narration").wait_for()
    page.get_by_role("button", name="Play").click()
    wait(page, f"{PLAYER}.playing")
    assert page.evaluate(f"{PLAYER}.audio.paused")
    held[0].continue_()
    wait(page, NOW, lambda now: now > 0.3)
    assert page.get_by_role("status").text_content() == ""


def test_without_a_server_it_says_so_and_recovers_without_a_reload(reader: Page, site: Site) -> None:
    reader.evaluate(f"{PLAYER}.seek(20)")
    word = reader.evaluate(WORD)
    site.close()
    try:
        reader.get_by_role("combobox", name="Select Voice").select_option("silent")
        reader.get_by_text("does not answer").wait_for()
        assert reader.evaluate(f"{PLAYER}.data.voice.name") != "silent"
    finally:
        site.open()
    reader.get_by_role("button", name="Try again").click()
    wait(reader, f"{PLAYER}.data.voice.name", lambda name: name == "silent")
    assert reader.evaluate(WORD) == word
    assert not reader.get_by_role("button", name="Try again").is_visible()


def test_a_failed_narration_is_explained(page: Page, site: Site) -> None:
    problem = {"detail": "the voice ended", "hint": "choose another voice"}
    page.route("**/api/articles/*/player*", lambda route: route.fulfill(status=503, json=problem))
    page.goto(site.url)
    page.get_by_text("The voice ended. Choose another voice.").wait_for()
    page.unroute("**/api/articles/*/player*")
    page.get_by_role("button", name="Try again").click()
    page.wait_for_selector("oyez-player[data-ready]")


def test_every_control_has_a_name_and_room(reader: Page) -> None:
    reader.get_by_role("button", name="Speed").click()
    controls = reader.evaluate(
        """() => [...document.querySelectorAll("button, select, input, textarea, summary, a[href]")]
          .filter((element) => element.checkVisibility())
          .map((element) => {
            const box = element.getBoundingClientRect();
            const name = element.ariaLabel || element.labels?.[0]?.textContent || element.textContent;
            return [element.tagName, name.trim(), Math.min(box.width, box.height)];
          })"""
    )
    assert len(controls) >= 8
    assert all(name for _, name, _ in controls)
    assert all(size >= 44 for tag, _, size in controls if tag != "A")
    ids = reader.evaluate("() => [...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))
    assert reader.evaluate("[document.title, document.documentElement.lang].every(Boolean)")
    reader.keyboard.press("Escape")
    assert not reader.locator(SLIDER).is_visible()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 800})
    reader.get_by_role("button", name="Speed").click()
    assert reader.evaluate("document.documentElement.scrollWidth") == width
    bar = reader.locator("oyez-player").bounding_box()
    assert bar is not None
    assert bar["y"] + bar["height"] == pytest.approx(800, abs=1)


def test_a_page_can_be_opened_from_the_field(page: Page, site: Site) -> None:
    paragraph = "The pier at Cold Staithe was closed on Monday while divers looked at its oldest piles."
    text = "\n\n".join(("The pier is closed", paragraph, paragraph.replace("Monday", "Friday")))
    opened = page.request.post(f"{site.url}api/articles", data={"source": text})
    assert opened.status == 201
    page.goto(site.url)
    page.get_by_role("link", name="The pier is closed").click()
    page.wait_for_selector("oyez-player[data-ready]")
    page.goto(site.url)
    page.get_by_role("textbox").fill("file:///etc/hostname")
    page.get_by_role("button", name="Open").click()
    page.get_by_text("cannot be opened").wait_for()
    page.get_by_role("textbox").fill(text.replace("pier", "quay"))
    page.get_by_role("button", name="Open").click()
    page.get_by_role("heading", name="The quay is closed").wait_for()
