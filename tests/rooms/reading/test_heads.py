"""What stands around a text: its headline, who wrote it, its standfirst, its pictures. One lesson a page."""

from __future__ import annotations

import json
from typing import Any

import pytest

from oyez.model.article import Article, Byline, Figure, Heading, Paragraph, Standfirst
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.labels import label_of
from oyez.reading.person_names import is_byline

TEXT = [
    f"On day {number} the ferry left the quay before dawn and came back after dark, carrying {number} gulls "
    f"and no passenger at all; the harbour master wrote it down in his book, page {number}, and went home."
    for number in range(1, 13)
]
BODY = "".join(f"<p>{text}</p>" for text in TEXT)
MAIN = f"<main><h1>Boats at dusk</h1>{{}}<article>{BODY}</article></main>"


def page(body: str, head: str = "") -> Article:
    return read(Page(f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"))


def data(**said: Any) -> str:
    news = {"@type": "NewsArticle", "headline": "Boats at dusk"} | said
    return f"<script type='application/ld+json'>{json.dumps(news)}</script>"


def names(one: Article) -> list[str]:
    return [person.name for person in one.people]


@pytest.mark.parametrize(
    ("statements", "title"),
    [
        (data(headline="Why the boats are empty") + "<title>Why the boats are empty</title>", "stated"),
        (data(headline="Why the boats are empty") + "<title>Boats at dusk</title>", "printed"),
        ("<title>Why the boats are empty</title>", "printed"),
        (data(headline="Why the boats are empty", **{"@type": "BlogPosting"}), "printed"),
    ],
)
def test_a_headline_stated_twice_outweighs_a_printed_one_that_nothing_repeats(
    statements: str, title: str
) -> None:
    one = page(MAIN.format(""), statements)
    assert one.title == {"stated": "Why the boats are empty", "printed": "Boats at dusk"}[title]
    assert title == "printed" or any(item.text == "Boats at dusk" for item in one.left_out)


@pytest.mark.parametrize(
    ("heading", "stated", "title"),
    [
        ("<span class='kicker'>Ferries</span> Boats at dusk", "Lights on the water", "Boats at dusk"),
        (
            "<span class='kicker'>Ferries</span> Boats at dusk",
            "Ferries: Boats at dusk",
            "Ferries: Boats at dusk",
        ),
        ("<span>Ferries</span> Boats at dusk", "Lights on the water", "Ferries Boats at dusk"),
        ("Boats | at dusk", "Boats | at dusk", "Boats | at dusk"),
    ],
)
def test_a_kicker_is_cut_off_where_it_is_named_and_no_statement_has_it(
    heading: str, stated: str, title: str
) -> None:
    one = page(f"<main><h1>{heading}</h1><article>{BODY}</article></main>", data(headline=stated))
    assert one.title == title


def test_another_wording_of_the_headline_is_not_read_as_text() -> None:
    again = "<p>A quay without a ferry, again</p>"
    one = page(
        MAIN.format(again), data() + "<meta property='og:title' content='A quay without a ferry, again'>"
    )
    assert "again" not in one.read_text


ORGANISATION = {"@type": "NewsMediaOrganization", "name": "Saltmarsh Courier"}


@pytest.mark.parametrize(
    ("statements", "printed", "people"),
    [
        (data(author=ORGANISATION), "<p>By Ada Quay</p>", ["Ada Quay"]),
        (data(author=ORGANISATION), "", ["Saltmarsh Courier"]),
        (data(author="admin"), "<p><a rel='author' href='/x'>Ada Quay</a></p>", ["Ada Quay"]),
        (
            data(author={"@type": "Person", "name": "Ada Quay"}),
            "<p><a rel='author'>Ada Quay</a></p><p><a rel='author'>Ben Weir</a></p>",
            ["Ada Quay", "Ben Weir"],
        ),
        (data(author={"@type": "Person", "name": "Ada Quay"}), "<p>By Ben Weir</p>", ["Ada Quay"]),
        ("", "<div>Ada Quay | 05.04.2026</div>", ["Ada Quay"]),
        ("", "<p>Escrito por Ada Quay y Ben Weir</p>", ["Ada Quay", "Ben Weir"]),
        ("", "<p>Ditulis oleh Ada Quay</p>", ["Ada Quay"]),
        ("", "<p>By Ada Quay May 4, 2026</p>", ["Ada Quay"]),
        ("", "<p>May 4, 2026 By Ada Quay 4 Comments</p>", ["Ada Quay"]),
        ("", "<p><span>By</span>Ada Quay</p>", ["Ada Quay"]),
        ("", "<p>By Ada Quay, PhD, RD, Harbour Editor</p>", ["Ada Quay"]),
        ("", "<p>Ada Quay</p><p>May 4, 2026</p>", ["Ada Quay"]),
        ("", "<p>Ada Quay</p><p>Three boats</p>", []),
        ("", "<p>World News | 05.04.2026</p>", []),
        ("", "<p>By Staff Writer</p>", []),
        (
            "<meta name='author' content='a.quay@example.org'>"
            "<meta name='twitter:label1' content='Verfasst von'>"
            "<meta name='twitter:data1' content='Ada Quay'>",
            "",
            ["Ada Quay"],
        ),
    ],
)
def test_people_are_stated_or_printed(statements: str, printed: str, people: list[str]) -> None:
    assert names(page(MAIN.format(printed), statements)) == people


def test_an_author_named_by_reference_is_looked_up() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": "Boats at dusk", "author": {"@id": "#ada"}},
        {"@type": "Person", "@id": "#ada", "name": "Ada Quay"},
    ]
    said = f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>"
    assert names(page(MAIN.format(""), said)) == ["Ada Quay"]


@pytest.mark.parametrize(
    "note", ["Written by Ada Quay", "Verfasst von Ada Quay", "Autorin/Autor Ada Quay, Mole"]
)
def test_a_note_behind_the_text_tells_who_wrote_it(note: str) -> None:
    assert names(page(MAIN.format("") + f"<div>{note}</div><div>Ben Weir</div>")) == ["Ada Quay"]


def test_a_name_alone_behind_the_text_signs_it() -> None:
    one = page(
        f"<main><h1>Boats at dusk</h1><article>{BODY}<p><strong>Ada Quay</strong></p></article></main>"
    )
    assert names(one) == ["Ada Quay"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("By Ada Quay, Ostend", True),
        ("Von t-online, aq", True),
        ("By comparison, the quay is old.", False),
        ("Di Ada Quay", True),
        ("文／王小明", True),
    ],
)
def test_a_byline_begins_with_a_name(text: str, is_one: bool) -> None:
    assert is_byline(text) is is_one


DECK = "A ferry that nobody boards and an island that nobody leaves any more"


@pytest.mark.parametrize(
    ("box", "statement"),
    [
        (f"<div>{DECK}</div>", ""),
        (f"<header><div class='x'>{DECK}</div></header>", f"<meta name='description' content='{DECK}'>"),
        (f"<p><a href='/a'>Ferries</a></p><h2>{DECK}.</h2>", f"<meta name='description' content='{DECK}.'>"),
    ],
)
def test_a_standfirst_needs_no_stop_and_no_name(box: str, statement: str) -> None:
    one = page(MAIN.format(box), statement)
    assert [block.text.rstrip(".") for block in one.blocks if isinstance(block, Standfirst)] == [DECK]


def test_a_sentence_in_a_form_is_no_standfirst() -> None:
    one = page(
        MAIN.format(
            "<form><p>I would like to be told of offers and events by post, and I know why.</p></form>"
        )
    )
    assert "offers" not in one.read_text


CAPTION = "The ferry at the quay, seen from the harbour master's window in March."


@pytest.mark.parametrize(
    "box",
    [
        f"<figure><img src='/a.jpg'><figcaption aria-hidden='true'>{CAPTION}</figcaption></figure>",
        f"<figure><button><img src='/a.jpg'><figcaption>{CAPTION}</figcaption></button></figure>",
        f"<figure><img src='/a.jpg'><figcaption><h2>{CAPTION}</h2></figcaption></figure>",
        f"<div><div><img src='/a.jpg'></div><h4>{CAPTION}</h4></div>",
        f"<header><figure><img src='/a.jpg'><figcaption>{CAPTION}</figcaption></figure></header>",
    ],
)
def test_a_caption_is_bound_to_its_picture_however_it_is_set(box: str) -> None:
    one = page(MAIN.format(box))
    assert [block.text for block in one.blocks if isinstance(block, Figure)] == [CAPTION]
    assert CAPTION not in [block.text for block in one.blocks if not isinstance(block, Figure)]


def test_a_sentence_of_the_text_stays_where_a_far_picture_quotes_it() -> None:
    figure = f"<figure><img src='/a.jpg'><figcaption>{TEXT[9]}</figcaption></figure>"
    one = page(f"<main><h1>Boats at dusk</h1>{figure}<article>{BODY}</article></main>")
    assert TEXT[9] in [block.text for block in one.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("<p>It also <a href='/a'>carries the post of the island every Monday</a>.</p>", True),
        ("<p><a href='/a'>Post of the island is carried every Monday by ferry</a></p>", False),
        (
            "<p class='no-tts ad-after'>The ferry also carries the post of the island every Monday, "
            "and has done so since the bridge fell down in the great storm.</p>",
            True,
        ),
        ("<h3 class='toc-target'>The post of the island</h3><p>It goes by ferry.</p>", True),
        ("<h3>3. The post of the island goes by ferry every Monday.</h3>", True),
        ("<p>By comparison, the post of the island goes by ferry every Monday.</p>", True),
    ],
)
def test_sentences_of_the_text_stay_and_teasers_go(line: str, kept: bool) -> None:
    one = page(f"<main><h1>Boats at dusk</h1><article>{BODY}{line}<p>{TEXT[0]} Again.</p></article></main>")
    shown = [block for block in one.blocks if isinstance(block, (Paragraph, Heading))]
    assert any("post of the island" in block.text.lower() for block in shown) is kept


def test_who_else_worked_on_it_is_no_text() -> None:
    one = page(
        f"<main><h1>Boats at dusk</h1><article>{BODY}<p>Fact-check: Ada Quay, Ben Weir</p></article></main>"
    )
    assert "Ada" not in "".join(block.text for block in one.blocks if not isinstance(block, Byline))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Our site is the place for the sea. Sign up for our daily newsletter, The Buoy, here.",
            "newsletter",
        ),
        ("Good news for sailors. Subscribe to our WhatsApp channel for more.", "newsletter"),
        ("Sailors trust us with their mornings, and we answer.\nSubscribe now!", "newsletter"),
        ("Get the sea to your phone: follow us on WhatsApp", None),
        ("Follow us on WhatsApp for news of the sea", "share"),
        ("The video is also seen on Facebook and Instagram.", None),
        ("Our newsletter was the first thing that she read each day, he said.", None),
        ("Dieser Text wurde automatisch aus dem Englischen übersetzt.", "legal"),
        ("Cet article a été traduit automatiquement par un programme.", "legal"),
        ("The opinions expressed here are the author's own.", "legal"),
        ("The text was written by a ferryman in one night.", None),
        ("Your privacy settings do not let us display external content", "legal"),
        ("Editing by: Ada Quay and Ben Weir", "bio"),
        ("Design: flip-out screen, two oars", None),
        ("Reporting from the quay was never easy.", None),
        ("A storm over the harbour, and what came after 21.04.2026 | 3:18 min", "player"),
        ("She rowed the course in 3:18 min.", None),
        ("Hier geht es um viel Geld.", None),
        ("Mehr zur Lage im Hafen lesen Sie in unserem Tagebuch:", "related"),
    ],
)
def test_what_asks_tells_or_sells_is_told_from_text(text: str, why: str | None) -> None:
    label = label_of(text)
    assert (label.why if label else None) == why
