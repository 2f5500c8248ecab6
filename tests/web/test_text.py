"""Articles in a real HTML parser: the text to the character, and hostile pages that do nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from oyez.errors import ReadError
from oyez.exporting.html import article_html
from oyez.model.article import (
    Article,
    Block,
    Code,
    Figure,
    Footnote,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Table,
)
from oyez.model.page import Page as SourcePage
from oyez.reading import read

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

SNIPPETS = Path(__file__).parents[3] / "shared" / "cases" / "xss" / "snippets.jsonl"
TEXTS = (
    "plain",
    " a  b ",
    "a\r\nb\rc\nd",
    "\n\nfirst",
    "😀 <b> & &amp; 👩‍🚀",
    "tab\there",
    "\x0c\u2028\ufeff",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_offsets_of_words_count_into_what_the_browser_holds(page: Page, text: str) -> None:
    marks = (Mark(0, len(text) // 2, "strong"), Mark(len(text) // 3, len(text), "link", "https://a.example"))
    blocks: tuple[Block, ...] = (
        Heading(text, marks=marks),
        Paragraph(text, marks),
        Quote(text, text, marks),
        ListItem(text),
        ListItem(text, depth=2),
        Figure(text),
        Table((text, "b", ""), ((text, text), ("", "", text), (text,))),
        Table((), (("a", text), (text,))),
        Code(text),
        Footnote(text, "1"),
    )
    article = Article(text, blocks, "en")
    page.set_content(article_html(article, remote_images=False))
    held = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-block]")].map(
          (element) => [element.dataset.block, element.textContent]))"""
    )
    assert held == {"title": text} | {str(index): block.text for index, block in enumerate(blocks)}


def test_hostile_pages_do_nothing(page: Page) -> None:
    if not SNIPPETS.is_file():
        pytest.skip("../shared/cases is not there")
    said = "The harbour trust agreed on Tuesday to keep its night ferry running until the end of March. " * 4
    page.route("**/*", lambda route: route.abort())
    shown = 0
    for line in SNIPPETS.read_text("utf-8").splitlines():
        snippet = json.loads(line)["html"]
        source = f"<article><h1>Title</h1><p>{said}</p>{snippet}<p>{said}</p></article>"
        try:
            html = article_html(read(SourcePage(source, "https://a.example/")))
        except ReadError:
            continue  # nothing is shown at all
        hostile = Article(snippet, (Paragraph(snippet, (Mark(0, 9, "link", snippet),)),), "en", url=snippet)
        page.set_content(html + article_html(hostile))
        page.evaluate(
            """() => {
              for (const element of document.querySelectorAll("*")) {
                for (const kind of ["pointerover", "mouseover", "focus", "toggle", "error", "load"]) {
                  element.dispatchEvent(new Event(kind));
                }
              }
            }"""
        )
        assert page.evaluate("window.__xss") is None, snippet
        shown += 1
    assert shown > 100
