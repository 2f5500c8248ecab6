"""Oyez in the shape that the scorer asks for: (html, url) -> dict of title, authors, body, figures.

A figure counts by what is printed under it: the words that a page gives in a picture's place, for those who
do not see it, are no caption.
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
            {"caption": block.text, "credit": block.credit.text if block.credit else ""}
            for block in article.blocks
            if isinstance(block, Figure) and (block.text or block.credit)
        ],
    }
