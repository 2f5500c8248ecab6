"""Pages to measure with: our own golden pages' text, joined to the length that is wanted."""

from __future__ import annotations

from html import escape

from tests import golden

import oyez

__all__ = ["html_page"]

_SLUGS = ("news-widgets", "pull-quotes", "opinion-bio", "list-article", "interview", "table", "numbers")


def html_page(words: int) -> str:
    """An HTML news page of about `words` words of body, with furniture around and between."""
    paragraphs: list[str] = []
    count = 0
    for slug in _SLUGS * (1 + words // 1500):
        for block in oyez.read(golden.source_of(slug)).blocks:
            if block.kind == "paragraph" and count < words:
                paragraphs.append(block.text)
                count += len(block.text.split())
    advert = '<div class="ad-slot">Advertisement</div>'
    body = "\n".join(
        f"<p>{escape(text)}</p>{advert if index % 5 == 4 else ''}" for index, text in enumerate(paragraphs)
    )
    menu = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("news", "coast", "letters"))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long day in Ebbwick | Saltmarsh '
        'Courier</title><meta property="og:site_name" content="Saltmarsh Courier"></head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>A long day in Ebbwick</h1>\n{body}\n"
        "</article></main><footer>Saltmarsh Courier, North Quay</footer></body></html>"
    )
