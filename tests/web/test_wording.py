"""The texts of the interface: whole in every language, all of them used, and right where they stand."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi import Request
from tests.golden import PAGES, slugs
from tests.web.articles import articles
from tests.web.chromium_page import opened
from tests.web.site import Site

import oyez
from oyez.exporting.templates.wording import Wording, wording
from oyez.model.article import Article
from oyez.reading.metadata import Metadata
from oyez.reading.trust import trust_facts
from oyez.server.pages import reader_page, wording_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WEB = Path(str(files("oyez"))) / "web"
TEMPLATES = Path(str(files("oyez.exporting.templates")))
LANGUAGES = ("de", "fr", "es", "zh", "ar")
ENGLISH = wording("en").texts
TERM = "term."
PLACE = re.compile(r"\{\w+\}")
# Words of English that are also words of these languages, and what has no other name anywhere.
SAME = {
    "de": {"look.theme.system", "look.theme.sepia", "speak.code"},
    "fr": {"pause", "shelf.title", "marks.note", "speak.code"},
    "es": {"look.theme.sepia", "voices.natural"},
    "zh": {"keys.shift"},
    "ar": {"keys.shift"},
}
SAME_EVERYWHERE = {"look.width.shown"}
# What keeps its Latin letters in Chinese and Arabic: names, units, what is typed.
LATIN = re.compile(r"oyez narrate -o article\.json|Lee-ung|Markdown|Oyez|Shift|\b[Bx]\b|\dx|\bem\b")
PANELS = (".bar .speed", ".bar .voice", ".tools .text", ".tools .listening", ".tools .marks")
CUT = """() => [...document.querySelectorAll("oyez-player *")]
  .filter((element) => element.checkVisibility() && element.clientWidth && !element.closest("svg, .unseen"))
  .filter((element) => getComputedStyle(element).display !== "inline")
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .map((element) => `${element.tagName}: ${element.textContent}`)"""
# Names and buttons that run into their neighbours.
TOUCHING = """() => [".speed .marks button", ".bar .voice, .bar .speed, .tools button"].flatMap((part) => {
  const seen = [...document.querySelectorAll(part)].filter((element) => element.checkVisibility());
  const over = (from, to, a, b) => a[from] < b[to] - 1 && b[from] < a[to] - 1;
  const touch = (a, b) => over("left", "right", a, b) && over("top", "bottom", a, b);
  const boxes = seen.map((element) => element.getBoundingClientRect());
  const hit = (_, index) => boxes.slice(index + 1).some((box) => touch(box, boxes[index]));
  return seen.filter(hit).map((element) => element.textContent || element.className);
})"""


def texts(language: str) -> dict[str, str]:
    """Without the reading room's terms."""
    return {key: text for key, text in wording(language).texts.items() if not key.startswith(TERM)}


def terms(language: str) -> set[str]:
    return {key.removeprefix(TERM) for key in wording(language).texts if key.startswith(TERM)}


@cache
def sources() -> tuple[str, str]:
    """All modules, all templates."""
    modules = (path.read_text("utf-8") for path in sorted(WEB.glob("*.js")) if path.name != "strings.js")
    return "\n".join(modules), "\n".join(path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*.html")))


def asked(header: str) -> Wording:
    return wording_for(Request({"type": "http", "headers": [(b"accept-language", header.encode())]}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_all_of_it(language: str) -> None:
    assert texts(language).keys() == ENGLISH.keys()
    assert [key for key, text in wording(language).texts.items() if text != text.strip() or not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_have_the_same_places(language: str) -> None:
    other = texts(language)
    odd = {
        key: other[key]
        for key in ENGLISH
        if sorted(PLACE.findall(other[key])) != sorted(PLACE.findall(ENGLISH[key]))
    }
    assert odd == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_in_english(language: str) -> None:
    other = texts(language)
    bare = {key for key in ENGLISH if re.search(r"[A-Za-z]", PLACE.sub("", ENGLISH[key]))}
    same = {key for key in bare if re.sub("[\u2066\u2069]", "", other[key]) == ENGLISH[key]}
    assert same == SAME[language] | SAME_EVERYWHERE


@pytest.mark.parametrize("language", ["zh", "ar"])
def test_other_scripts_hold_no_stray_latin_words(language: str) -> None:
    said = wording(language).texts
    rest = {key: LATIN.sub("", PLACE.sub("", text)) for key, text in said.items()}
    assert {key: said[key] for key, text in rest.items() if re.search(r"[A-Za-z]", text)} == {}


def test_french_signs_keep_to_their_words() -> None:
    loose = re.compile(r" [:;!?»]|« |\w[:;!?]")
    assert {key: text for key, text in wording("fr").texts.items() if loose.search(PLACE.sub("", text))} == {}


def test_every_text_is_said_somewhere() -> None:
    modules, templates = sources()
    made = tuple(re.findall(r"`((?:\w+\.)+)\$\{", modules))  # `speak.${kind}`
    named = set(re.findall(r'"([\w.]+)"', modules + templates))
    assert [key for key in ENGLISH if key not in named and not key.startswith(made)] == []


def test_everything_that_is_said_has_a_text() -> None:
    modules, templates = sources()
    said = re.findall(r'(?<![.\w])say\(\s*"([^"]+)"[,)]', modules) + re.findall(
        r'ui\.say\("([^"]+)"', templates
    )
    assert len(said) > 100
    assert [key for key in said if key not in ENGLISH] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reading_rooms_terms_are_known(language: str) -> None:
    labels = tomllib.loads((files("oyez.reading") / "labels.toml").read_text("utf-8"))
    looked_for = trust_facts(Metadata(None, None, None, (), None, None, None), [], ()).not_found
    found = [oyez.from_json(Article, (PAGES / slug / "article.json").read_text("utf-8")) for slug in slugs()]
    met = {
        *(left.why for article in found for left in article.left_out),
        *(fact.what for article in found for fact in (*article.trust.found, *article.trust.stated)),
    }
    inside = labels["inside"].keys()  # the same reasons, told by words within a text
    assert {*(labels.keys() - {"beside", "inside"}), *inside, *looked_for, *met} <= terms(language)
    assert terms(language) == terms("de")


def test_english_terms_need_no_text() -> None:
    assert terms("en") == set()
    assert wording("en").term("repeated caption") == "repeated caption"
    assert wording("de").term("never heard of") == "never heard of"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("tlh, fr;q=0.5, en;q=0.4", "fr"),
        ("en;q=0.3, es-MX;q=0.7", "es"),
        ("zh-Hans-CN", "zh"),
        ("ar", "ar"),
        ("", "en"),
        ("*;q=0.1, tlh", "en"),
    ],
)
def test_the_browser_says_which_language(header: str, language: str) -> None:
    assert asked(header).language == language


def test_arabic_runs_from_right_to_left() -> None:
    page = bytes(reader_page("0" * 12, articles()["sample"], asked("ar")).body).decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert {wording(language).direction for language in LANGUAGES if language != "ar"} == {"ltr"}
    # A value in a text of the other direction does not turn round what stands beside it.
    assert wording("ar").say("picture.at", host="a.example").count("\u2068a.example\u2069") == 1


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390])  # px; the smallest phones, and most of them
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_panel_has_room_for_its_words(
    language: str, width: int, browser: Browser, gallery: Site
) -> None:
    context = browser.new_context(locale=language, viewport={"width": width, "height": 844})
    page = opened(context.new_page(), gallery.page_of(articles()["sample"]))
    page.keyboard.press("b")
    for opener in PANELS:
        page.click(opener)
        assert page.evaluate(CUT) == [], opener
        assert page.evaluate(TOUCHING) == [], opener
        page.keyboard.press("Escape")
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("en", "10 February 2026"),
        ("de", "10. Februar 2026"),
        ("zh", "2026年2月10日"),
        ("ar", "10 فبراير 2026"),
    ],
)
def test_dates_are_written_in_the_pages_language(
    language: str, date: str, browser: Browser, gallery: Site
) -> None:
    context = browser.new_context(locale=language, timezone_id="Pacific/Auckland")
    page = opened(context.new_page(), gallery.page_of(articles()["sample"]))
    assert page.locator(".trust time").first.text_content() == date
    context.close()
