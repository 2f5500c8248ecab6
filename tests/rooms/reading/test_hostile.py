"""Whatever is given, reading ends: in an article, or in an error that says what to do."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.rooms.reading.printed import column, pdf

from oyez.errors import OyezError
from oyez.model.article import Article
from oyez.model.json import from_json, to_json
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.plain import read_plainly

STORY = (
    "The ferry office at Ebbwick said on Monday that the late boat would go on running until the spring. ",
    "Nobody on the quay had expected it, and the harbour master counted forty passengers that night. ",
)
PIECES = (
    "# A\n\n",
    "---\n",
    "```\n",
    "> ",
    "- [ ] a\n",
    "1. ",
    "|a|b|\n|-|-|\n",
    "<p>",
    "</p>",
    "<![CDATA[",
    "]]>",
    "&#x110000;",
    "\ufeff",
    "\x85",
    "\u2028",
    "\ud800",
    "\x00",
    "\r",
    "\t",
    "“",
    "By ",
    "Photo: AFP\n",
    "Advertisement\n",
    "1.25x\n",
    *STORY,
)


def attempted(page: Page) -> Article | None:
    """The article; None where reading refused it and said what to do."""
    try:
        return read(page)
    except OyezError as error:
        assert error.message and error.hint
        return None


def test_every_hostile_snippet_is_read_or_refused(shared: Path) -> None:
    for line in (shared / "cases" / "xss" / "snippets.jsonl").read_text("utf-8").splitlines():
        snippet = json.loads(line)["html"]
        for page in (
            Page(snippet),
            Page(f"<h1>A</h1><article><p>{STORY[0]}{snippet}</p><p>{STORY[1]}</p></article>"),
            Page(
                f"# A\n\n{STORY[0]}\n\n{snippet}\n\n**b** {STORY[1]}",
                headers=(("Content-Type", "text/markdown"),),
            ),
            Page(
                f"<rss><channel><item><title>{snippet}</title><description>{snippet}{STORY[0]}</description></item>"
            ),
        ):
            article = attempted(page)
            assert article is None or from_json(Article, to_json(article)) == article


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("---\ntitle: [\n---\n")
@example("\ufeff# \n\n")
def test_texts_put_together_from_pieces(text: str) -> None:
    for headers in ((), (("Content-Type", "text/markdown"),), (("Content-Type", "text/plain"),)):
        attempted(Page(text, headers=headers))
        attempted(Page(text.encode("utf-8", "surrogatepass"), headers=headers))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "cp932"])
def test_markdown_and_text_in_any_dress(encoding: str) -> None:
    text = f"# The late boat\r\n\r\n{STORY[0]}\r\n\r\n- one\r\n- two\r\n\r\n**{STORY[1]}**\r\n"
    article = read(Page(text.encode(encoding)))
    assert article.title == "The late boat"
    assert [block.kind for block in article.blocks] == ["paragraph", "list-item", "list-item", "paragraph"]


def test_files_with_bytes_changed() -> None:
    chance = random.Random(7)
    whole = pdf([column([*STORY, "", *STORY])] * 3)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            data[chance.randrange(9, len(data))] = chance.randrange(256)
        attempted(Page(bytes(data)))
        attempted(Page(bytes(data[: chance.randrange(len(data))])))


@pytest.mark.parametrize(
    "html", ["", "<p>", "<!--", "<script>alert(1)", "\0" * 99, "<title>A</title>", "<h1>A</h1>"]
)
def test_what_holds_nothing_is_refused_plainly_too(html: str) -> None:
    try:
        article = read_plainly(Page(html or " "))
    except OyezError as error:
        assert error.hint
    else:
        assert article.blocks
