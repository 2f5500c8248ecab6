"""Pages that nobody writes: nested for ever, never closed, of more tags than any page has."""

from __future__ import annotations

import time

import pytest

from oyez.errors import TooLarge
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.prescan import flattened

STORY = (
    "The ferry office at Ebbwick said on Monday that the late boat would go on running until the spring. ",
    "Nobody on the quay had expected it, and the harbour master counted forty passengers that night. ",
    "A second boat is being repaired, the office said, and its crew has been told to be ready by November. ",
)
ARTICLE = f"<article><h1>The late boat runs on</h1>{''.join(f'<p>{text}</p>' for text in STORY)}</article>"
DEPTH = 5_000


def page(body: str) -> Page:
    return Page(f"<!doctype html><html lang=en><head><title>The late boat</title></head><body>{body}", None)


@pytest.mark.parametrize(
    "body",
    [
        f"{'<div>' * DEPTH}{ARTICLE}{'</div>' * DEPTH}",
        f"{'<div>' * DEPTH}{'</div>' * DEPTH}{ARTICLE}",
        f"{'<b><i>' * DEPTH}{ARTICLE}",
        f"{'<ul><li>' * DEPTH}{ARTICLE}",
        f"{'<section><table><tr><td>' * DEPTH}{ARTICLE}",
        f"<script>{'<div>' * DEPTH}</script>{ARTICLE}",
    ],
    ids=["around", "before", "never closed", "lists", "tables", "in a script"],
)
def test_the_article_is_kept_wherever_it_stands(body: str) -> None:
    article = read(page(body))
    assert article.title == "The late boat runs on"
    assert [text in article.read_text for text in map(str.strip, STORY)] == [True] * len(STORY)


def test_what_nests_as_pages_do_is_left_as_it_is() -> None:
    html = f"{'<div>' * 150}<p>Hello</p>{'</div>' * 150}"
    assert flattened(html) == html


def test_text_and_form_of_what_is_flattened_stay() -> None:
    html = f"{'<span>' * 1000}<h2>One</h2><p>two <em>three</em></p><pre>four</pre>{'</span>' * 1000}"
    flat = flattened(html)
    assert "<h2>One</h2><p>two three</p><pre>four</pre>" in flat
    assert flat.count("<span>") == flat.count("</span>")


@pytest.mark.parametrize("body", ["<i>x</i>" * 400_001, "word " * 4_000_001], ids=["tags", "characters"])
def test_what_is_too_large_is_refused_with_the_limit(body: str) -> None:
    with pytest.raises(TooLarge, match="the most is"):
        read(page(body))


@pytest.mark.parametrize("piece", ["<div>", "<!--", "<script>", "<a b='", '<a "', "</div>", "<", "<b x"])
def test_flattening_takes_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        flattened(piece * times)
        return time.process_time() - began

    small = min(seconds(20_000) for _ in range(3))
    assert seconds(80_000) <= 8 * max(small, 0.002)
