"""Pages to measure with: our own golden pages' text, joined to the length that is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from tests import golden

import oyez

__all__ = ["html_page", "plain_text"]

_SLUGS = ("news-widgets", "pull-quotes", "opinion-bio", "list-article", "interview", "table", "numbers")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")


def html_page(words: int) -> str:
    """An HTML news page of about `words` words of body, with furniture around and between."""
    paragraphs = list(_paragraphs(words))
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


def plain_text(words: int, edition: int) -> str:
    """A plain text of about `words` words; no sentence of it is in another edition, or twice in one."""
    paragraphs = []
    for number, text in enumerate(_paragraphs(words * 5 // 6)):  # the rest is what is put before sentences
        sentences = _SENTENCE.split(text)
        paragraphs.append(" ".join(f"On day {edition}.{number}, {sentence}" for sentence in sentences))
    return "\n\n".join([f"Day {edition} in Ebbwick", *paragraphs])


def _paragraphs(words: int) -> Iterator[str]:
    count = 0
    for slug in _SLUGS * (1 + words // 1500):
        for block in oyez.read(golden.source_of(slug)).blocks:
            if block.kind == "paragraph" and count < words:
                yield block.text
                count += len(block.text.split())
