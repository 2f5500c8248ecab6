"""Where on a page its article stands, and what around it is none. Each page is as small as its lesson."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from oyez.model.article import Article, Heading, Paragraph, Standfirst
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.labels import label_of
from oyez.reading.person_names import person_names

TEXT = [
    f"On day {number} the ferry left the quay before dawn and came back after dark, carrying {number} gulls "
    f"and no passenger at all; the harbour master wrote it down in his book, page {number}, and went home."
    for number in range(1, 13)
]
BODY = "".join(f"<p>{text}</p>" for text in TEXT)


def page(body: str, head: str = "") -> Article:
    title = "<title>Boats at dusk</title>"
    return read(Page(f"<!doctype html><html lang='en'><head>{title}{head}</head><body>{body}</body></html>"))


def paragraphs(one: Article) -> list[str]:
    return [block.text for block in one.blocks if isinstance(block, Paragraph)]


def test_an_article_in_several_boxes_of_one_make_is_kept_whole() -> None:
    parts = [TEXT[:4], TEXT[4:8], TEXT[8:]]
    boxes = [
        f"<div class='row'><div class='piece'>{''.join(f'<p>{text}</p>' for text in part)}</div></div>"
        for part in parts
    ]
    between = "<div class='adslot'>Advertisement</div>"
    one = page(f"<main><h1>Boats at dusk</h1>{between.join(boxes)}</main>")
    assert paragraphs(one) == TEXT


def test_a_place_to_jump_to_makes_no_link_of_the_text_before_it() -> None:
    one = page(f"<article><h1>Boats at dusk</h1>{BODY}<a name='end'></a><p>{TEXT[0]} Again.</p></article>")
    assert TEXT[-1] in paragraphs(one)


def test_a_box_under_a_label_goes_with_it() -> None:
    box = (
        "<div class='x7'><p>Czytaj więcej</p><h3>Trains at noon</h3>"
        "<p>The trains of the island run at noon, and only then.</p></div>"
    )
    one = page(
        f"<article><h1>Boats at dusk</h1>{BODY}{box}<p>So it ended, as quietly as it had begun.</p></article>"
    )
    assert "trains" not in one.read_text
    assert paragraphs(one)[-1] == "So it ended, as quietly as it had begun."
    assert {item.why for item in one.left_out if "trains" in item.text.lower()} == {"related"}


def test_a_heading_that_only_links_elsewhere_is_left_out() -> None:
    teasers = "<h3><a href='/1'>Trains at noon</a></h3><h3><a href='/2'>Trams at six</a></h3>"
    own = "".join(f"<h2>What the {who} says</h2><p>{TEXT[0]} So the {who}.</p>" for who in ("book", "gull"))
    one = page(f"<article><h1>Boats at dusk</h1>{BODY}{teasers}{own}</article>")
    heads = [block.text for block in one.blocks if isinstance(block, Heading)]
    assert heads == ["What the book says", "What the gull says"]


@pytest.mark.parametrize("box", ["<header><p>{}</p></header>", "<p class='article-teaser'>{}</p>"])
def test_a_sentence_under_the_headline_is_its_standfirst_whatever_its_box_is_called(box: str) -> None:
    deck = "A ferry has sailed empty for twelve days, and nobody on the island can say who steers it."
    one = page(f"<main><h1>Boats at dusk</h1>{box.format(deck)}<article>{BODY}</article></main>")
    assert [block.text for block in one.blocks if isinstance(block, Standfirst)] == [deck]


def test_a_text_in_a_box_named_for_comments_is_read_where_there_is_no_other() -> None:
    one = page(f"<div class='comment-on-selection'><div>{BODY}</div></div>")
    assert paragraphs(one) == TEXT


DATA = {
    "json-ld": "<script type='application/ld+json'>{}</script>".format(
        json.dumps({"@type": "NewsArticle", "headline": "Boats at dusk", "articleBody": "\n".join(TEXT)})
    ),
    "next": "<script id='__NEXT_DATA__' type='application/json'>{}</script>".format(
        json.dumps(
            {"props": {"article": {"blocks": [{"kind": "p", "html": f"<p>{text}</p>"} for text in TEXT]}}}
        )
    ),
    "state": "<script>window.__APOLLO_STATE__ = {};</script>".format(
        json.dumps({"Article:1": {"body": BODY}})
    ),
    "flight": "<script>self.__next_f.push({})</script>".format(
        json.dumps([1, f"0:{json.dumps({'story': {'contents': BODY}})}\n"])
    ),
}


@pytest.mark.parametrize("kind", DATA)
def test_a_text_that_only_scripts_hold_is_read_and_its_place_is_told(kind: str) -> None:
    one = page(f"<main><h1>Boats at dusk</h1><p>{TEXT[0]}</p></main>" + DATA[kind])
    assert paragraphs(one) == TEXT
    assert any(fact.what == "text found in" and "script" in fact.where for fact in one.claims)


def test_data_that_says_something_else_is_not_read() -> None:
    other = json.dumps({"products": [{"about": text.replace("ferry", "kettle")[::-1]} for text in TEXT]})
    shown = "".join(f"<p>{text}</p>" for text in TEXT[:2])
    one = page(f"<main><h1>Boats at dusk</h1>{shown}</main><script type='application/json'>{other}</script>")
    assert paragraphs(one) == TEXT[:2]


@pytest.mark.parametrize("depth", [10, 100_000])
def test_hostile_data_costs_nothing(depth: int) -> None:
    bomb = "[" * depth + "]" * depth
    assert page(f"<h1>Boats at dusk</h1>{BODY[:700]}</p><script type='application/json'>{bomb}</script>")


ROWS: dict[str, Callable[[int], str]] = {
    "boxes of one make": lambda rows: (
        f"<div class='row'><div class='piece'><p>{TEXT[0]}</p></div></div>" * rows
    ),
    "labels": lambda rows: "<div>" * 300 + "<p>See also: the trains</p>" * rows,
    "data": lambda rows: f"<script type='application/json'>{json.dumps([TEXT[0]] * rows)}</script>",
}


@pytest.mark.parametrize("kind", ROWS)
def test_time_grows_with_the_page_and_no_faster(kind: str) -> None:
    def seconds(rows: int) -> float:
        began = time.process_time()
        page(f"<h1>Boats at dusk</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p>{ROWS[kind](rows)}")
        return time.process_time() - began

    seconds(50)
    assert min(seconds(1600) for _ in range(3)) <= 5 * max(seconds(400) for _ in range(3)) + 0.02


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Auch interessant", "related"),
        ("Les også: Tårene rant", "related"),
        ("Sign up for our newsletters to have stories delivered to you", "newsletter"),
        ("Follow me on Instagram: @boats", "share"),
        ("Ein Klick für den Datenschutz", "player"),
        ("The council may sign up to the plan, the newsletter said in spring.", None),
        ("Videos of the fire went viral.", None),
    ],
)
def test_labels_in_many_languages(text: str, why: str | None) -> None:
    label = label_of(text)
    assert (label.why if label else None) == why


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Quay and Ben Weir", ["Ada Quay", "Ben Weir"]),
        ("Von Ada Quay, Ben Weir", ["Ada Quay", "Ben Weir"]),
        ("Ada Quay (aq)", ["Ada Quay"]),
        ("Quay, Ada", ["Quay, Ada"]),
        ("https://courier.example/team", []),
        ("Saltmarsh Courier", []),
    ],
)
def test_authors_are_people(text: str, names: list[str]) -> None:
    assert person_names(text, "Saltmarsh Courier") == names
