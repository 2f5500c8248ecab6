"""Oyez in the shape the extraction scorer asks for: (html, url) -> dict of title, authors, body, figures."""

from __future__ import annotations

from typing import Any

from oyez.errors import OyezError
from oyez.model.article import Figure
from oyez.model.page import Page
from oyez.reading import read

_BODY = ("standfirst", "paragraph", "heading", "list-item", "quote", "table", "code")


def extract(html: str, url: str | None) -> dict[str, Any]:
    """What Oyez would show of a page; an empty answer where it finds no article."""
    try:
        article = read(Page(html, url))
    except OyezError:
        return {"title": "", "authors": [], "published": None, "body": [], "figures": []}
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
