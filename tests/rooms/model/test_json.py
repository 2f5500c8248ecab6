"""Every value to JSON and back, offsets in UTF-16 outside and code points inside."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.errors import UnsupportedFormat
from oyez.model.article import (
    Article,
    Code,
    Credit,
    Figure,
    Heading,
    Image,
    Left,
    ListItem,
    Mark,
    Paragraph,
    Person,
    PullQuote,
    Table,
)  # fmt: skip
from oyez.model.json import from_json, to_json
from oyez.model.narration import Clip, Narration
from oyez.model.page import Page
from oyez.model.script import Script, Sentence, Silent, Word
from oyez.model.trust import Fact, Trust
from oyez.model.voice import VoiceInfo

TEXT = "Aé😀 “quay” 🚢 end"
ARTICLE = Article(
    title="Title 😀",
    blocks=(
        Paragraph(TEXT, (Mark(2, 5, "link", "https://example.org/"), Mark(12, 13, "emphasis"))),
        Figure("A caption", Credit("Photo: AFP", "AFP", "AFP"), Image("boat.jpg", "A boat")),
        Figure(),
        Table(("a",), (("b",), ("c",))),
        PullQuote("“quay”", "a role", 0),
        ListItem("item", 3),
        Heading("head", 3),
        Code("x = 1", "python"),
    ),
    language="en",
    people=(Person("Ida B. Wells"),),
    published=date(2026, 2, 10),
    modified=datetime(2026, 2, 11, 6, 30, tzinfo=UTC),
    trust=Trust((), (Fact("publisher", "Saltmarsh Courier", "JSON-LD publisher"),), ("ethics",)),
    left_out=(Left("Advertisement", "advertisement", -1),),
)
SCRIPT = Script(
    ARTICLE,
    (
        Sentence(None, (Word(6, 7, ""),), 0.5, "en", "headline"),
        Sentence(0, (Word(2, 3, "x", mark=","),), 0.3, "en", "p"),
    ),
    (Silent(1, "captions are shown, not read"),),
    "en",
)


def test_an_article_and_a_script_come_back() -> None:
    assert from_json(Article, to_json(ARTICLE)) == ARTICLE
    assert from_json(Script, to_json(SCRIPT, indent=2)) == SCRIPT


def test_offsets_are_utf16_outside() -> None:
    data = json.loads(to_json(SCRIPT))
    marks = data["article"]["blocks"][0]["marks"]
    assert [(mark["start"], mark["end"]) for mark in marks] == [(2, 6), (14, 15)]
    word = data["sentences"][0]["words"][0]
    assert (word["start"], word["end"]) == (6, 8)
    assert (data["format"], data["type"]) == (1, "Script")


def test_a_narration_comes_back_with_its_sound() -> None:
    clip = Clip(numpy.array([1, -2, 3], dtype=numpy.int16), 22050, ((0, 3),), measured=True)
    voice = VoiceInfo("silent", "silent", "und", "Silence", "Apache-2.0", "1")
    narration = Narration(SCRIPT, (clip, clip), voice, gain=0.5)
    again = from_json(Narration, to_json(narration))
    assert again == narration
    assert numpy.array_equal(again.clips[0].samples, clip.samples)


@pytest.mark.parametrize("content", ["text", b"\xff\x00bytes"])
def test_a_page_comes_back(content: str | bytes) -> None:
    page = Page(
        content, "https://example.org/", datetime(2026, 1, 2, tzinfo=UTC), (("Content-Type", "text/html"),)
    )
    assert from_json(Page, to_json(page)) == page


@given(st.text(alphabet="a😀é🚢“ \u0301", max_size=20), st.data())
def test_any_mark_comes_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    article = Article("", (Paragraph(text, (Mark(start, end, "strong"),)),), "en")
    assert from_json(Article, to_json(article)) == article


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"type": "Article", "format": 2}', '{"type": "Article", "format": 1}',
     '{"type": "Article", "format": 1, "title": 3, "blocks": [], "language": "en"}',
     '{"type": "Article", "format": 1, "title": "t", "blocks": [{"kind": "paragraph"}], "language": "en"}',
     '{"type": "Article", "format": 1, "title": "t", "blocks": [{"kind": "spell"}], "language": "en"}',
     to_json(ARTICLE).replace('"end": 6', '"end": 3')],
)  # fmt: skip
def test_damaged_json_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(UnsupportedFormat, match="give the JSON that oyez wrote"):
        from_json(Article, text)
