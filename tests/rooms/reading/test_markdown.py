"""Markdown is read as the page it makes; what only looks like it stays plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

import oyez
from oyez.model.article import Paragraph
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.markdown import is_markdown

TEXT = """---
title: "The late boat runs on"
author: The Harbour Desk
date: 2026-02-10
lang: en
---

The ferry office at **Ebbwick** said that the late boat would [go on](https://example.org/x) until the spring.

> Nobody on the quay expected it.

## What it costs

| Ticket | Price |
|---|---|
| Single | £2.50 |

1. Buy a ticket
2. Board the boat

```python
print("hello")
```

It ends in May, the office said, when the long evenings begin and the small boats come back.
"""
PLAIN = "#1 in the charts\n\nA song about a ferry is number one, * and nobody * knows who sings it at all.\n"


def test_each_block_has_its_kind() -> None:
    article = read(Page(TEXT))
    kinds = [block.kind for block in article.blocks]
    assert article.title == "The late boat runs on"
    assert article.language == "en"
    assert article.published is not None
    assert kinds == ["paragraph", "quote", "heading", "table", "list-item", "list-item", "code", "paragraph"]
    assert "**" not in article.read_text
    first = article.blocks[0]
    assert isinstance(first, Paragraph)
    assert {mark.kind for mark in first.marks} == {"strong", "link"}


def test_a_file_is_told_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text(
        "The late boat of Ebbwick runs on *until spring*, the ferry office said on Monday, and it does.\n\n"
        "- Buy a ticket\n- Board the boat\n",
        "utf-8",
    )
    article = oyez.read(path)
    assert [block.kind for block in article.blocks] == ["paragraph", "list-item", "list-item"]
    assert "*" not in article.read_text


@pytest.mark.parametrize("text", [PLAIN, "# Only a line that begins so\n\nand words and more words\n"])
def test_what_is_not_markdown_is_not_taken_for_it(text: str) -> None:
    assert not is_markdown(text)


def test_markup_within_carries_nothing_active() -> None:
    article = read(Page(TEXT + "\n<script>alert(1)</script>\n\n[x](javascript:alert(1))\n"))
    paragraphs = [block for block in article.blocks if isinstance(block, Paragraph)]
    links = [mark.href for block in paragraphs for mark in block.marks if mark.href]
    assert links == ["https://example.org/x"]
    assert "alert(1)</script>" not in article.read_text
