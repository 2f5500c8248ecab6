"""Golden pages: what a human editor says of each, and what Oyez makes of it word for word."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from tests import golden

import oyez
from oyez.model.article import Article, Byline, Dateline, Figure, Footnote, PullQuote
from oyez.reading.atoms import visible_text
from oyez.reading.decode import decode
from oyez.reading.dom import parse
from oyez.reading.kinds import kind_of

BODY = ("standfirst", "paragraph", "heading", "quote", "list-item")
JUDGED = [slug for slug in golden.slugs() if golden.must_of(slug)]


def read(slug: str) -> Article:
    return oyez.read(golden.source_of(slug))


def folded(text: str) -> str:
    return " ".join(text.split())


def visible(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


@pytest.mark.parametrize("slug", golden.slugs())
def test_the_article_is_as_recorded(slug: str) -> None:
    assert golden.article_text(slug) == (golden.PAGES / slug / "article.json").read_text("utf-8")


@pytest.mark.parametrize("slug", golden.slugs())
def test_the_script_is_as_recorded(slug: str) -> None:
    assert golden.script_text(slug) == (golden.PAGES / slug / "script.txt").read_text("utf-8")


@pytest.mark.parametrize("slug", JUDGED)
def test_the_body_is_what_an_editor_says(slug: str) -> None:
    must = golden.must_of(slug)
    article = read(slug)
    assert folded(article.title) == must["title"]
    assert article.language.split("-")[0] == must["language"].split("-")[0]
    body = [folded(block.text) for block in article.blocks if block.kind in BODY]
    assert body == [folded(text) for text in must["body"]]


@pytest.mark.parametrize("slug", JUDGED)
def test_figures_and_pull_quotes_are_what_an_editor_says(slug: str) -> None:
    must = golden.must_of(slug)
    article = read(slug)
    figures = [_figure(block) for block in article.blocks if isinstance(block, Figure) and _worded(block)]
    assert figures == [(one["caption"], one["credit"] or "", one["agency"]) for one in must["figures"]]
    quotes = [
        (folded(block.text), block.attribution, block.repeats is not None)
        for block in article.blocks
        if isinstance(block, PullQuote)
    ]
    assert quotes == [(one["text"], one["attribution"], one["repeats"]) for one in must["pull_quotes"]]


def _worded(figure: Figure) -> bool:
    return bool(figure.caption or figure.credit)


def _figure(figure: Figure) -> tuple[str, str, str | None]:
    credit = figure.credit
    return folded(figure.caption), (credit.source if credit else "") or "", credit.agency if credit else None


@pytest.mark.parametrize("slug", JUDGED)
def test_furniture_is_left_out_with_its_reason(slug: str) -> None:
    article = read(slug)
    for expected in golden.must_of(slug)["left_out"]:
        text = folded(expected["text"])
        left = [one for one in article.left_out if text in folded(one.text) or folded(one.text) in text]
        small = [
            b
            for b in article.blocks
            if isinstance(b, Byline | Dateline | Footnote) and text in folded(b.text)
        ]
        assert left or small, f"{text!r} is neither left out nor shown small"
        known = {"not part of the article", expected["why"]}
        assert small or any(one.why in known or one.evidence for one in left)


@pytest.mark.parametrize("slug", JUDGED)
def test_metadata_is_what_the_page_states(slug: str) -> None:
    must = golden.must_of(slug)
    article = read(slug)
    assert [person.name for person in article.people] == must["authors"]
    published = article.published.isoformat()[:10] if article.published else None
    assert (published, article.publisher) == (must["published"], must["publisher"])


@pytest.mark.parametrize("slug", golden.slugs())
def test_no_visible_word_of_the_page_is_lost(slug: str) -> None:
    """Law: every visible character of the page stands in the title, a block, or left_out."""
    source = golden.source_of(slug)
    page = oyez.Page(source.read_bytes())
    text = decode(page)
    shown = visible_text(parse(text)) if kind_of(page) == "html" else text
    missing = visible(shown) - visible(_accounted(read(slug)))
    # Numbers of list items and the dash before a speaker become structure, not text.
    assert not Counter({char: n for char, n in missing.items() if char not in "-*•–—―0123456789.)"})


def _accounted(article: Article) -> str:
    parts: list[Any] = [article.title]
    for block in article.blocks:
        parts += [block.text, getattr(block, "attribution", None)]
        if isinstance(block, Figure) and block.credit:
            parts.append(block.credit.text)
    parts += [left.text for left in article.left_out]
    return "\n".join(part for part in parts if part)
