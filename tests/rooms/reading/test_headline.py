"""Which words are the headline, and which are the site's name, a summary or a state that passes."""

from __future__ import annotations

import json

import pytest

from oyez.model.article import Article
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.headline import settled_headline

BODY = "".join(
    f"<p>On day {number} the ferry left the quay before dawn and came back after dark with {number} gulls "
    f"and no passenger at all; the harbour master wrote it down in his book and went home to his supper.</p>"
    for number in range(1, 13)
)
BOATS, THREE, COURIER = "Boats at dusk", "Three boats in the harbour", "Saltmarsh Courier"
SUMMARY = "The boats were counted by three people who never agreed on anything else, " * 4


def page(headings: str, stated: str = "", shared: str = "", window: str = "", site: str = "") -> Article:
    news = {"@type": "Article", "headline": stated} if stated else {"@type": "WebPage"}
    head = (
        f"<script type='application/ld+json'>{json.dumps(news)}</script><title>{window}</title>"
        f"<meta property='og:title' content='{shared}'><meta property='og:site_name' content='{site}'>"
    )
    text = f"<main>{headings}<article>{BODY}</article></main>"
    return read(Page(f"<!doctype html><html lang='en'><head>{head}</head><body>{text}</body></html>"))


@pytest.mark.parametrize(
    ("given", "title"),
    [
        # a statement that a heading prints outweighs one that none prints, though a line elsewhere holds it
        (
            {"headings": f"<p>{THREE}</p><h1>{BOATS}</h1>", "stated": THREE, "shared": BOATS},
            BOATS,
        ),
        # a second heading that repeats what the article states for itself is its headline
        ({"headings": f"<h1>The harbour in pictures and words</h1><h2>{BOATS}</h2>", "stated": BOATS}, BOATS),
        # the main heading says it in other words than any statement
        (
            {"headings": f"<p>{THREE}</p><h1>The three boats in the harbour at dusk</h1>", "shared": THREE},
            "The three boats in the harbour at dusk",
        ),
        # the site's name, in the only heading there is
        ({"headings": f"<h1>{COURIER}</h1>", "shared": BOATS, "site": COURIER}, BOATS),
        # a summary set as heading, and one stated as headline
        ({"headings": f"<h1>{SUMMARY}</h1>", "window": BOATS}, BOATS),
        ({"headings": "", "stated": SUMMARY, "shared": BOATS}, BOATS),
        # the site's name at either end, its parts, entities of entities
        ({"headings": "", "window": f"{BOATS} — {COURIER}", "site": COURIER}, BOATS),
        ({"headings": "", "window": f"Sea | {BOATS} &amp;amp; nets | Sky"}, f"{BOATS} & nets"),
        # what is printed holds against wordings made for machines
        (
            {
                "headings": f"<h1>{BOATS}</h1>",
                "shared": "10 boats you must see",
                "window": "10 boats you must see",
            },
            BOATS,
        ),
    ],
)
def test_the_headline_of_a_page(given: dict[str, str], title: str) -> None:
    assert page(**given).title == title


def test_a_passing_state_of_a_live_page_is_not_its_headline() -> None:
    stated = ("Storm over the harbour", "Storm over the harbour")
    assert settled_headline(stated, "14:02 The last boat is in", stated[0], None) == stated[0]
    assert settled_headline(stated, "14:02 The last boat is in", None, None) == "14:02 The last boat is in"
    assert settled_headline((), "Boats", None, None) == "Boats"
    assert settled_headline(stated, "", None, None) == stated[0]
