"""Oyez's peers in the shape that the scorer asks for, each as its own documentation runs it.

Imports nothing of Oyez: they may live in an environment of their own.
"""

from __future__ import annotations

from typing import Any

_NOTHING: dict[str, Any] = {"title": "", "authors": [], "published": None, "body": [], "figures": []}


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
