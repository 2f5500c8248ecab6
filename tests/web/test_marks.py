"""Marks: set, seen, kept, written to, taken along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.web.articles import articles
from tests.web.axe import violations
from tests.web.chromium_page import opened
from tests.web.site import Site
from tests.web.tab import PLAYER, Tab

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PRESSED = f"{PLAYER}.parts.mark.ariaPressed"
SIGNS = "document.querySelectorAll('.mark-signs svg').length"
LIT = "[...CSS.highlights.get('oyez-mark')].map(String)"
QUOTES = "[...document.querySelectorAll('.marked .go > span')].map(({ textContent }) => textContent)"
NOTE = ".marked textarea"


def to_sentence(beginning: str) -> str:
    sentence = f"{PLAYER}.words.sentences.find(({{ said }}) => said.startsWith('{beginning}'))"
    return f"{PLAYER}.seek({sentence}.start + 0.3)"


def test_a_sentence_is_marked_and_the_mark_is_taken_away(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(to_sentence("The Ebbwick"))
    assert tab.evaluate(PRESSED) == "false"
    tab.press("b")
    assert tab.evaluate(PRESSED) == "true"
    (lit,) = tab.evaluate(LIT)
    assert lit.startswith("The Ebbwick Harbour Trust agreed")
    assert tab.evaluate(SIGNS) == 1
    tab.evaluate(to_sentence("The vote"))
    assert tab.evaluate(PRESSED) == "false"
    tab.evaluate(to_sentence("The Ebbwick"))
    tab.click_on(".transport .mark")
    assert tab.evaluate(PRESSED) == "false"
    assert tab.evaluate(LIT) == []
    assert tab.evaluate(SIGNS) == 0


def test_marks_stand_in_reading_order_with_note_and_time(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    for beginning in ("According", "Ebbwick", "The Ebbwick"):
        tab.evaluate(to_sentence(beginning))
        tab.press("b")
    tab.click_on(".tools .marks")
    quotes = tab.evaluate(QUOTES)
    assert quotes[0] == "Ebbwick keeps its night ferry for one more winter"
    assert [quote.split()[0] for quote in quotes] == ["Ebbwick", "The", "According"]
    assert tab.evaluate("document.querySelector('.tools .marks').ariaLabel") == "Marks (3)"
    time = "document.querySelectorAll('.marked small')[2].textContent"
    before = tab.evaluate(time)
    assert violations(tab) == []
    tab.click_on(NOTE)
    for key in "ask":
        tab.press(key)
    assert tab.evaluate(f"{PLAYER}.audio.paused"), "keys in a note are letters"

    tab.open(site.url, made=True)
    tab.evaluate(f"{PLAYER}.speed.times = 2.5")
    tab.click_on(".tools .marks")
    assert tab.evaluate(QUOTES) == quotes
    assert tab.evaluate(f"document.querySelector('{NOTE}').value") == "ask"
    assert tab.evaluate(time) < before, "as heard at the chosen speed"
    tab.click_on(".marked li:last-child .go")
    assert tab.evaluate(f"{PLAYER}.playback.sentence.said").startswith("According")
    tab.click_on(".tools .marks")
    tab.click_on(".marked .drop")
    assert tab.evaluate(QUOTES) == quotes[1:]
    assert tab.evaluate("document.activeElement.matches('.drop')"), "the next one is at hand"


def test_marks_outlive_what_is_spoken(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(to_sentence("The Ebbwick"))
    tab.press("b")
    lit = tab.evaluate(LIT)
    # Another narration of the same article, in which the same place is another sentence at another time.
    tab.evaluate(
        f"""(async ({{ playback, words }}) => {{
          const data = structuredClone(playback.data);
          const rest = data.sentences.slice(playback.sentence.index);
          data.sentences = rest.map((row) => ({{ ...row, pause: 2 }}));
          await playback.load(data, new words.constructor(data));
        }})({PLAYER})"""
    )
    assert tab.evaluate(LIT) == lit
    assert tab.evaluate(f"{PLAYER}.playback.sentence.index") == 0
    assert tab.evaluate(PRESSED) == "true"


def test_where_nothing_can_be_kept_the_page_says_so_and_keeps_them_itself(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(
        "void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })"
    )
    tab.press("b")
    assert "no room" in tab.evaluate("document.querySelector('.status p').textContent")
    tab.click_on(".tools .marks")
    assert len(tab.evaluate(QUOTES)) == 1
    assert "no room" in tab.evaluate("document.querySelector('.panel.marks .told').textContent")


def test_the_sheet_to_take_along(page: Page, gallery: Site, tmp_path: Path) -> None:
    opened(page, gallery.page_of(articles()["sample"]))
    page.keyboard.press("b")
    page.locator(".tools .marks").click()
    page.locator(NOTE).fill("Who says *this*?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as Markdown").click()
    assert download.value.suggested_filename.endswith(".md")
    path = tmp_path / "marks.md"
    download.value.save_as(path)
    sheet = path.read_text("utf-8")
    title = page.evaluate(f"{PLAYER}.data.title")
    assert sheet.startswith(f"# {title}\n\n")
    assert page.evaluate(f"{PLAYER}.data.publisher ?? ''") in sheet
    assert f"\n\n> {title}\n>\n> — 0:00\n\nWho says *this*?\n" in sheet
