"""Who reads: the picker's cards, samples, a natural voice on its way, a voice that disappears."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.web.articles import articles
from tests.web.axe import violations
from tests.web.chromium_page import opened, wait
from tests.web.site import Site
from tests.web.tab import NOW, PLAYER, WORD, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

VOICE = f"{PLAYER}.data.voice.name"
BEFORE, OTHER = "espeak:en-us", "espeak:en-gb"
# What the catalogue lists a test cannot fetch: one that is installed plays the part of one that is not.
AMY = {
    "name": OTHER,
    "language": "en-us",
    "label": "Amy, medium",
    "quality": "medium",
    "bytes": 63_201_294,
    "licence": None,
}
PROGRESS = (
    'event: progress\ndata: {"bytes": 1000000, "of": 63201294}\n\n'
    f'event: done\ndata: {{"name": "{OTHER}"}}\n\n'
)
FAILURE = {
    "title": "Voice not installed",
    "detail": "the download broke off",
    "code": "download-failed",
    "hint": "look at the connection, then try again",
}


def open_picker(page: Page) -> None:
    page.get_by_role("button", name="Select Voice").click()
    page.get_by_role("dialog", name="Select Voice").wait_for()


def calls(module: str, call: str) -> str:
    """JavaScript: what a function of a module gives."""
    return f"import('/web/{module}').then((module) => module.{call})"


class Shop:
    """The doors of voices with one natural voice that can be had."""

    def __init__(self, page: Page, *answers: str) -> None:
        self.installed = False
        self.answers = list(answers)
        page.route("**/api/voices", self.list)
        page.route("**/api/voices/*/card", self.card)
        page.route("**/api/voices/*/progress", self.progress)
        page.route(lambda url: url.rpartition("/")[2].startswith("espeak"), self.get)

    def list(self, route: Route) -> None:
        voices = [voice for voice in route.fetch().json()["voices"] if voice["name"] != OTHER]
        amy = {**AMY, "engine": "espeak", "natural": True, "licence": "CC0", "installed": True}
        shown = {"voices": [amy, *voices] if self.installed else voices}
        route.fulfill(json={**shown, "available": [] if self.installed else [AMY]})

    def card(self, route: Route) -> None:
        route.fulfill(json={"card": "* License: CC0", "licence": "CC0", "warning": "ask before you publish"})

    def get(self, route: Route) -> None:
        assert route.request.headers["content-type"] == "application/json"
        route.fulfill(status=202, json={"progress": f"/api/voices/{OTHER}/progress"})

    def progress(self, route: Route) -> None:
        answer = self.answers.pop(0)
        self.installed = self.installed or "event: done" in answer
        route.fulfill(content_type="text/event-stream", body=answer)


def test_the_articles_language_comes_first(reader: Page) -> None:
    open_picker(reader)
    dialog = reader.get_by_role("dialog", name="Select Voice")
    own = dialog.get_by_role("group", name="English", exact=True)
    assert own.get_by_role("radio", name="English (America)", exact=True).is_checked()
    assert own.get_by_role("radio").count() > 3
    assert not dialog.get_by_text("Portuguese (Brazil)").is_visible()
    assert dialog.get_by_text("synthetic · GPL-3.0-or-later").first.is_visible()
    assert reader.evaluate("document.activeElement.checked"), "the focus goes to the voice that reads"

    dialog.get_by_text("Other languages").click()
    dialog.get_by_role("searchbox").fill("braz")
    found = dialog.get_by_role("radio", name="Portuguese (Brazil)")
    found.wait_for()
    assert not dialog.locator("summary", has_text="German").is_visible()
    dialog.get_by_role("searchbox").fill("qqq")
    dialog.get_by_text("No voice fits “qqq”.").wait_for()


def test_another_voice_keeps_the_word_and_is_kept_for_the_language(reader: Page) -> None:
    reader.evaluate(f"{PLAYER}.seek(20)")
    word = reader.evaluate(WORD)
    open_picker(reader)
    reader.get_by_role("radio", name="English (Great Britain)").check()
    wait(reader, VOICE, lambda name: name == OTHER)
    wait(reader, WORD, lambda now: now == word)
    button = reader.get_by_role("button", name="Select Voice", exact=True)
    assert button.get_attribute("aria-description") == "English (Great Britain)"
    wait(reader, "localStorage.getItem('oyez:voice:en')", lambda kept: kept == json.dumps(OTHER))

    reader.reload()
    reader.wait_for_selector("oyez-player[data-ready]")
    assert reader.evaluate(VOICE) == OTHER


def test_arrow_keys_pass_over_voices(reader: Page) -> None:
    asked: list[str] = []
    reader.on("request", lambda one: asked.append(one.url) if one.method == "POST" else None)
    open_picker(reader)
    reader.keyboard.press("ArrowDown")
    reader.keyboard.press("ArrowDown")
    wait(reader, VOICE, lambda name: name != BEFORE)
    assert len(asked) == 1, "only the voice that was rested on is asked to read"
    reader.keyboard.press("Escape")
    assert reader.evaluate("document.activeElement.getAttribute('aria-label')") == "Select Voice"


def test_a_sample_lets_the_article_wait(reader: Page) -> None:
    reader.get_by_role("button", name="Play").click()
    wait(reader, NOW, lambda now: now > 0.2)
    open_picker(reader)
    reader.get_by_role("button", name="Hear a sample: English (Scotland)").click()
    assert reader.evaluate(f"{PLAYER}.audio.paused")
    reader.get_by_role("button", name="Stop the sample: English (Scotland)").click()
    wait(reader, f"!{PLAYER}.audio.paused")

    reader.get_by_role("button", name="Hear a sample: English (Scotland)").click()
    assert reader.evaluate(f"{PLAYER}.audio.paused")
    wait(reader, f"!{PLAYER}.audio.paused")  # when the sample has ended
    assert reader.get_by_role("button", name="Stop the sample").count() == 0


def test_a_natural_voice_takes_over_at_the_same_word(page: Page, site: Site) -> None:
    Shop(page, PROGRESS)
    opened(page, site.url)
    page.evaluate(f"{PLAYER}.seek(12)")
    word = page.evaluate(WORD)
    open_picker(page)
    offer = page.get_by_role("region", name="Hear it in a natural voice")
    text = offer.text_content() or ""
    assert "Amy · American English · natural, medium quality · 63 MB" in text
    offer.get_by_text("Licence: CC0. Ask before you publish.").wait_for()
    offer.get_by_role("button", name="Get this voice, 63 MB").click()
    wait(page, VOICE, lambda name: name == OTHER)
    wait(page, WORD, lambda now: now == word)
    wait(
        page,
        "document.querySelector('.card :checked')?.labels[0].textContent",
        lambda name: name == AMY["label"],
    )
    assert not offer.is_visible()


def test_a_voice_that_did_not_come_can_be_asked_for_again(page: Page, site: Site) -> None:
    Shop(page, f"event: failed\ndata: {json.dumps(FAILURE)}\n\n", PROGRESS)
    opened(page, site.url)
    open_picker(page)
    offer = page.get_by_role("region", name="Hear it in a natural voice")
    offer.get_by_role("button", name="Get this voice").click()
    offer.get_by_text("The download broke off. Look at the connection, then try again.").wait_for()
    assert page.evaluate(VOICE) == BEFORE
    offer.get_by_role("button", name="Try again").click()
    wait(page, VOICE, lambda name: name == OTHER)


def test_a_voice_that_disappears_is_told_and_the_old_one_goes_on(page: Page, site: Site) -> None:
    lists = 0

    def voices(route: Route) -> None:
        nonlocal lists
        lists += 1
        known = route.fetch().json()
        gone = {**known["voices"][0], "name": "piper:gone", "language": "en-us", "label": "Gone, low"}
        asked = any(one.endswith("narrations") for one in posted[1:])
        route.fulfill(json=known if asked else {**known, "voices": [*known["voices"], gone]})

    posted: list[str] = []
    page.on("request", lambda one: posted.append(one.url) if one.method == "POST" else None)
    page.route("**/api/voices", voices)
    opened(page, site.url)
    open_picker(page)
    page.get_by_role("radio", name="Gone, low").check()
    page.get_by_role("dialog").get_by_text("Gone, low is no longer installed.").wait_for()
    assert page.evaluate(VOICE) == BEFORE
    assert page.get_by_role("radio", name="Gone, low").count() == 0
    assert page.get_by_role("radio", name="English (America)", exact=True).is_checked()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Play").click()
    wait(page, NOW, lambda now: now > 0.2)


def test_the_open_picker_stands_in_nobodys_way(tab: Tab, gallery: Site) -> None:
    tab.open(gallery.page_of(articles()["sample"]))
    tab.click_on(".bar .voice")
    tab.place(".panel.voices .card")
    tab.click_on(".panel.voices .others > summary")
    tab.click_on(".panel.voices .language > summary")
    tab.settle()
    assert violations(tab) == []


@pytest.mark.parametrize(
    ("tag", "expected"), [("en-US", "en"), ("cmn-latn-pinyin", "zh"), ("nb", "no"), ("", "und")]
)
def test_a_language_is_told_whatever_its_region(reader: Page, tag: str, expected: str) -> None:
    assert reader.evaluate(calls("voices.js", f"family({json.dumps(tag)})")) == expected


def test_the_articles_own_region_is_offered_first(reader: Page) -> None:
    offers = [{"name": tag, "language": tag} for tag in ("de-de", "en-gb", "en-us", "en-us")]
    for language, first in (("en", "en-us"), ("en-GB", "en-gb"), ("de-AT", "de-de")):
        call = f"offersFor({json.dumps(offers)}, {json.dumps(language)})[0].language"
        assert reader.evaluate(calls("voices.js", call)) == first
