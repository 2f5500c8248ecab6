"""Extractors in the shape that the scorer asks for: (html, url) -> dict of title, authors, body, figures.

`extract` is Oyez; the others are its peers, each as its own documentation runs it.
"""

from __future__ import annotations

from typing import Any

from oyez.errors import OyezError
from oyez.model.article import Figure
from oyez.model.page import Page
from oyez.reading import read

_BODY = ("standfirst", "paragraph", "heading", "list-item", "quote", "table", "code")
_NOTHING: dict[str, Any] = {"title": "", "authors": [], "published": None, "body": [], "figures": []}


def extract(html: str, url: str | None) -> dict[str, Any]:
    """What Oyez would show of a page; an empty answer where it finds no article."""
    try:
        article = read(Page(html, url))
    except OyezError:
        return _NOTHING
    return {
        "title": article.title,
        "authors": [person.name for person in article.people],
        "published": article.published.isoformat()[:10] if article.published else None,
        "body": [block.text for block in article.blocks if block.kind in _BODY],
        "figures": [
            {"caption": _caption(block), "credit": block.credit.text if block.credit else ""}
            for block in article.blocks
            if isinstance(block, Figure) and (_caption(block) or block.credit)
        ],
    }


def _caption(figure: Figure) -> str:
    """What is printed under a picture; where nothing is, the words that the page gives in its place."""
    return figure.text or (figure.image.alt if figure.image else "")


def trafilatura(html: str, url: str | None) -> dict[str, Any]:
    """Trafilatura in its default mode, with metadata and without comments."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if found is None:
        return _NOTHING
    return {
        "title": found.title or "",
        "authors": [name.strip() for name in (found.author or "").split(";") if name.strip()],
        "published": found.date,
        "body": (found.text or "").split("\n"),
        "figures": [],
    }


def readability(html: str, url: str | None) -> dict[str, Any]:
    """Readability-lxml: the lines of its summary."""
    from lxml import etree
    from lxml import html as lxml_html
    from readability import Document  # type: ignore[import-not-found, unused-ignore]
    from readability.readability import Unparseable  # type: ignore[import-not-found, unused-ignore]

    try:
        page = Document(html)
        tree = lxml_html.fromstring(page.summary(html_partial=True))
    except (Unparseable, etree.ParserError, ValueError):
        return _NOTHING
    lines = [
        " ".join(line.split()) for line in etree.tostring(tree, method="text", encoding="unicode").split("\n")
    ]
    return _NOTHING | {"title": page.short_title(), "body": [line for line in lines if line]}


def resiliparse(html: str, url: str | None) -> dict[str, Any]:
    """Resiliparse: its plain text of the main content."""
    from resiliparse.extract.html2text import (  # type: ignore[import-not-found, unused-ignore]
        extract_plain_text,
    )

    text = extract_plain_text(html, main_content=True)
    return _NOTHING | {"body": [line.strip() for line in text.split("\n") if line.strip()]}
