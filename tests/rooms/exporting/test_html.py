"""Articles as HTML: every character in its place, and nothing in it that acts."""

from __future__ import annotations

import base64
import json
import re
from contextlib import suppress
from datetime import UTC, datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oyez.errors import ReadError
from oyez.exporting.contract import Exporter
from oyez.exporting.html import Html, article_html, article_key
from oyez.exporting.templates.marked import marked, safe_url
from oyez.exporting.web_files import LATER, script
from oyez.model.article import (
    Article,
    Block,
    Byline,
    Code,
    Credit,
    Dateline,
    Embed,
    Figure,
    Footnote,
    Heading,
    Image,
    Left,
    ListItem,
    Mark,
    Paragraph,
    Person,
    PullQuote,
    Quote,
    Standfirst,
    Table,
)
from oyez.model.narration import Narration
from oyez.model.page import Page
from oyez.model.script import Script, Sentence, Word
from oyez.model.trust import Fact, Trust
from oyez.reading import read
from oyez.voices.silent import SilentVoice

SNIPPETS = Path(__file__).parents[4] / "shared" / "cases" / "xss" / "snippets.jsonl"
ACTIVE = set("script iframe object embed form input button svg math style link meta base video audio".split())
VOID = {"img"}


class Seen(HTMLParser):
    """What a parser finds: tags, attributes, and the text inside each data-block."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.blocks: dict[str, str] = {}
        self.words = ""
        self._open: list[str | None] = []
        self.feed(html)
        self.close()
        assert self._open == [], "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        block = dict(attrs).get("data-block")
        if block is not None:
            assert block not in self.blocks, "one element a block"
            self.blocks[block] = ""
        if tag not in VOID:
            self._open.append(block)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        for block in filter(None, self._open):
            self.blocks[block] += data

    def values(self, name: str) -> list[str]:
        """All values of one attribute."""
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def assert_harmless(html: str) -> None:
    """The policy for anything Oyez writes."""
    seen = Seen(html)
    assert {tag for tag, _ in seen.tags}.isdisjoint(ACTIVE)
    names = {name for _, attributes in seen.tags for name in attributes}
    assert names.isdisjoint({"style", "id", "name", "srcdoc", "srcset", "ping", "target", "action"})
    assert not [name for name in names if name.startswith("on")]
    for url in seen.values("href") + seen.values("src"):
        assert urlsplit(url).scheme in {"http", "https", "mailto"}, url


def blocks_of(text: str, url: str = "https://a.example/x") -> tuple[Block, ...]:
    """One block of each kind, all saying `text`."""
    marks = (Mark(0, len(text), "link", url), Mark(0, max(len(text) // 2, 0), "emphasis"))
    credit, image = Credit(text), Image(url, text)
    return (
        Standfirst(text, marks),
        Byline(text),
        Dateline(text),
        Heading(text, 3, marks),
        Paragraph(text, marks),
        Quote(text, text, marks),
        PullQuote(text, text),
        ListItem(text, marks=marks),
        ListItem(text, depth=2),
        ListItem(text, number=3, depth=9),
        ListItem(text, number=1),
        Figure(text, credit, image),
        Figure(text),
        Table((text, ""), ((text, text), (text,), ())),
        Table((), ((text, "b"),)),
        Code(text, "python"),
        Embed(text, text, url),
        Footnote(text, text),
    )


def hostile(text: str, url: str) -> Article:
    """An article that says `text` and points to `url` wherever it can."""
    blocks = blocks_of(text, url)
    facts = (Fact(text, text, text), Fact("principles", url, text))
    return Article(
        title=text,
        blocks=blocks,
        language=text,
        url=url,
        publisher=text,
        people=(Person(text, url),),
        published=datetime(2026, 2, 10, tzinfo=UTC),
        trust=Trust(facts, facts, (text,)),
        claims=(Fact("reading time", text, text),),
        left_out=tuple(
            Left(text, why, after, text) for after, why in ((-1, "trust label"), (4, text), (99, text))
        ),
    )


PIECES = (
    "<b>",
    "</p>",
    " & ",
    "&amp;",
    "\r\n",
    "\n",
    "\t",
    "\0",
    "\ud800",
    "😀",
    "é",
    '"',
    "'",
    "<!--",
    "-->",
)
MORE = ("]]>", "</script>", "&#13;", "\u2028", "\x0c", "a", " ", "  ", "\n\n", "\r")
NASTY = st.lists(st.sampled_from(PIECES + MORE), max_size=8).map("".join)


def test_every_kind_of_block_is_shown() -> None:
    assert {type(block) for block in blocks_of("a")} == set(get_args(Block))


@settings(max_examples=60, deadline=None)
@given(NASTY)
def test_the_text_of_each_block_stands_in_one_element_to_the_character(text: str) -> None:
    article = Article(text, blocks_of(text), "en")
    seen = Seen(article_html(article))
    expected = {"title": text} | {str(index): block.text for index, block in enumerate(article.blocks)}
    shown = {key: re.sub("[\0\ud800-\udfff]", "\ufffd", value) for key, value in expected.items()}
    assert seen.blocks == shown


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12), st.sampled_from(["link", "strong", "code"])))
)
def test_marks_of_any_shape_keep_the_text(spans: list[tuple[int, int, str]]) -> None:
    marks = tuple(Mark(a, b, kind, "https://a.example") for a, b, kind in spans)  # type: ignore[arg-type]
    seen = Seen(f"<p data-block=0>{marked('0123456789', marks)}</p>")
    assert seen.blocks == {"0": "0123456789"}
    for mark in marks:
        inside = mark.start < min(mark.end, 10)
        tag = {"link": "a", "strong": "strong", "code": "code"}[mark.kind]
        assert not inside or tag in {name for name, _ in seen.tags}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"),
        (" HTTP://A.example ", "http://A.example"),
        ("mailto:desk@a.example", "mailto:desk@a.example"),
        ("/b c", "https://base.example/b%20c"),
        ("//evil.test/x", "https://evil.test/x"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("view-source:https://a.example", None),
        ("https://good.example\\@evil.test/", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, expected: str | None) -> None:
    assert safe_url(url, "https://base.example/a/") == expected


@pytest.mark.parametrize("url", ["https:", "https:///x", "/x", "x", "#note", "//evil.test/x"])
def test_relative_addresses_need_a_base(url: str) -> None:
    assert safe_url(url) is None


def test_links_marks_pictures_and_credits_are_shown() -> None:
    article = Article(
        "T",
        (
            Paragraph("Read this now", (Mark(5, 9, "link", "/more"), Mark(5, 13, "strong"))),
            Figure("A boat.", Credit("Photo: AFP", "AFP", "AFP"), Image("https://a.example/b.jpg", "boat")),
        ),
        "en",
        url="https://a.example/",
    )
    html = article_html(article)
    link = '<a href="https://a.example/more" rel="noopener nofollow">this</a>'
    assert f"Read <strong>{link} now</strong>" in html
    assert '<img src="https://a.example/b.jpg" alt="boat" loading="lazy"' in html
    assert 'referrerpolicy="no-referrer"' in html
    assert '<small class="credit">Photo: AFP</small>' in html
    enclosed = article_html(article, remote_images=False)
    assert "<img" not in enclosed
    assert '<a href="https://a.example/b.jpg"' in enclosed


def test_what_was_left_out_is_told_where_it_stood() -> None:
    left = (
        Left("Advertisement", "advertisement", 0, "line 3"),
        Left("Advertisement", "advertisement", 0, "line 4"),
        Left("x" * 900, "related", 0),
    )
    html = article_html(Article("T", (Paragraph("One."), Paragraph("Two.")), "en", left_out=left))
    assert html.count("<details") == 2  # about the page, and the gap
    gap = html[html.index("One.") : html.index("Two.")]
    assert "Left out: advertisement, related" in gap
    assert "line 4" in gap
    assert "x" * 201 not in gap


def test_trust_is_the_pages_own_label_and_three_lists() -> None:
    label = Left("Why you can trust the Courier", "trust label", -1)
    found = (Fact("principles", "https://a.example/p", "JSON-LD"), Fact("free to read", "yes", "JSON-LD"))
    trust = Trust((Fact("trust label", "Courier", "line 2"),), found, ("author", "masthead"))
    claims = (Fact("reading time", "3 minutes", "line 1"),)
    article = Article("T", (Paragraph("A."),), "en", trust=trust, claims=claims, left_out=(label,))
    seen = Seen(article_html(article))
    words = " ".join(seen.words.split())
    assert "Why you can trust the Courier" in words
    assert "(the page says 3)" in words
    assert "What this page states" in words
    assert "What was found" in words
    assert "Looked for and not found" in words
    assert "author, masthead" in words
    assert seen.values("href") == ["https://a.example/p"], "a plain word is no link"
    assert "About this page" in article_html(Article("T", (Paragraph("A."),), "en"))


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("ur-PK", "rtl"), ("en", "ltr"), ("pa-Arab", "rtl")],
)
def test_language_and_direction(language: str, direction: str) -> None:
    html = article_html(Article("T", (Paragraph("A."),), language))
    assert f'<article lang="{language}" dir="{direction}">' in html


def test_lists_nest() -> None:
    items = (ListItem("a"), ListItem("b", depth=2), ListItem("c", depth=2), ListItem("d"), ListItem("1", 1))
    html = re.sub(r"\s|<span[^>]*>|</span>", "", article_html(Article("T", items, "en")))
    assert '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul><ol><livalue="1">1</li></ol>' in html


def test_an_article_without_text_is_still_a_page() -> None:
    assert "no text" in article_html(Article("", (), "und"))


def test_keys_name_articles_by_content() -> None:
    one, other = Article("T", (Paragraph("A."),), "en"), Article("T", (Paragraph("B."),), "en")
    assert re.fullmatch("[0-9a-f]{12}", article_key(one))
    assert article_key(one) == article_key(Article("T", (Paragraph("A."),), "en")) != article_key(other)


def snippets() -> list[dict[str, str]]:
    """The shared hostile snippets, or one of our own where they are absent."""
    own = {"id": "own", "html": "<p>OK</p><script>alert(1)</script>", "keep": "OK"}
    return [json.loads(line) for line in SNIPPETS.read_text().splitlines()] if SNIPPETS.is_file() else [own]


@pytest.mark.parametrize("snippet", snippets(), ids=lambda snippet: snippet["id"])
def test_hostile_snippets_do_nothing(snippet: dict[str, str]) -> None:
    said = "The harbour trust agreed on Tuesday to keep its night ferry running until the end of March. "
    page = (
        f"<html><body><article><h1>A title</h1><p>{said * 3}</p>{snippet['html']}<p>{said * 2}</p></article>"
    )
    with suppress(ReadError):  # a snippet may swallow the rest of the page; then nothing is shown
        assert_harmless(article_html(read(Page(page, "https://a.example/x"))))
    hidden = re.findall(r"=\s*[\"']?([^\"'>\s]+)", snippet["html"]) or [snippet["html"]]
    for url in hidden:
        html = article_html(hostile(snippet["html"], url))
        assert_harmless(html)
        assert Seen(html).blocks["4"].replace("\ufffd", "\0") == snippet["html"].replace("\ufffd", "\0")


def test_the_shared_snippets_were_tried() -> None:
    if not SNIPPETS.is_file():
        pytest.skip("../shared/cases is not there")
    assert len(snippets()) > 100


@pytest.fixture
def narration() -> Narration:
    """Two sentences in silence, in an article that tries to leave its script element."""
    article = Article("</script><script>alert(1)</script>", (Paragraph("Ein Wort <!--"),), "en")
    sentences = (
        Sentence(None, (Word(0, len(article.title), "title"),), 0.3, "en", "title"),
        Sentence(0, (Word(0, 3, "one"), Word(4, 13, "word")), 0.3, "en", "paragraph"),
    )
    voice = SilentVoice()
    clips = tuple(voice.say(sentence) for sentence in sentences)
    return Narration(Script(article, sentences, (), "en"), clips, voice.info)


def test_the_file_holds_everything_and_loads_nothing(narration: Narration) -> None:
    exporter = Html()
    assert isinstance(exporter, Exporter)
    html = exporter.export(narration, 1.5).decode()
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", html, re.DOTALL)
    by_kind = {re.sub(r" nonce=\"\w+\"", "", attributes).strip(): text for attributes, text in scripts}
    assert len(scripts) == len(by_kind) == 4 + len(LATER)
    for name in LATER:
        assert by_kind[f'type="text/plain" data-oyez="{name}"'] == script(name)
    data = json.loads(by_kind['type="application/json" data-oyez="page"'])
    assert data["speed"] == 1.5
    assert data["player"]["speed"] == 1, "the sound is natural, the player applies the speed"
    assert data["player"]["title"] == narration.script.article.title
    sound = base64.b64decode(by_kind['type="application/octet-stream" data-oyez="sound"'])
    assert sound[:3] == b"ID3" or sound[0] == 0xFF
    assert "import " not in by_kind['type="module"']
    assert not re.search(r"(?:src|href)=\"(?!data:|mailto:)", html.partition("<body>")[0])
    assert "default-src 'none'" in unescape(html)
    assert exporter.export(narration, 1.5).decode() == html, "the same narration gives the same file"
