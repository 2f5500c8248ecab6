"""No text takes more than its length: four times as much of anything takes at most five times as long.

Measured on the processor's own clock, with the collector of garbage still: its rounds come by chance. Where
a machine is busy the best of several tries counts; what is quadratic takes sixteen times as long in each.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import pytest

from oyez import scripting
from oyez.errors import OyezError
from oyez.model.article import Article, Paragraph
from oyez.model.page import Page
from oyez.reading import decode, kinds, page_addresses, parts, plain, prescan, read
from oyez.reading.pdf_furniture import furniture_of
from oyez.reading.pdf_paragraphs import passages
from oyez.reading.pdf_rows import Row
from oyez.scripting.attribution import quotations

SENTENCE = "The ferry office at Ebbwick said on Monday that it would run. "
TEXT = {
    "one giant word": "a",
    "one giant line": SENTENCE,
    "lines": f"{SENTENCE}\n",
    "short lines": "a\n",
    "opening quotes": "“",
    "straight quotes": '"',
    "quotations": "“No,” said Ada. ",
    "quoted lines": "“He said so.”\n",
    "apostrophes": "'",
    "dots": ".",
    "dots apart": ". ",
    "ellipses": "…",
    "brackets": "(",
    "notes": "[1]",
    "digits": "7",
    "digits apart": "7 ",
    "thousands": "1,000",
    "money": "$3,000 ",
    "dates": "3 May 2024, ",
    "times": "10:30 ",
    "fractions": "1/2 ",
    "hyphens": "a-",
    "dashes": "—",
    "initials": "U.S.",
    "names": "Ada Quill, ",
    "marks above": "e\u0301",
    "emoji": "😀",
    "han": "中文。",
    "arabic": "عربي ",
    "nothing seen": "\u200b",
    "addresses": "https://a.example/b?c=d ",
    "markdown": "# A\n\n**b** [c](http://d)\n",
    "stars": "*",
    "backticks": "`",
    "angles": "<",
    "entities": "&amp;",
}
HTML = {
    "paragraphs never closed": f"<p>{SENTENCE}",
    "boxes within boxes": "<div>",
    "lists within lists": "<ul><li>a",
    "tables within tables": "<table><tr><td>a",
    "quotations within quotations": "<blockquote>a",
    "bold within bold": "<b>a",
    "ends": "</div>",
    "comments": "<!--",
    "scripts": "<script>",
    "breaks": "a<br>",
    "links": "<a href=/x>a</a> ",
    "numbered links": "<a href=?page=2>2</a>",
    "headings": f"<h2>A b</h2><p>{SENTENCE}",
    "figures": "<figure><img src=a><figcaption>A cap. Photo: AP",
    "furniture": "<span class=related>a</span>",
    "attributes": " a=b",
}
HEAD = "<article><h1>The late boat runs on</h1>" + f"<p>{SENTENCE * 3}</p>" * 3


def _page(piece: str, times: int) -> Page:
    return Page(f"<html lang=en><body>{HEAD}{piece * times}", "https://courier.example/boat")


def _tag(piece: str, times: int) -> Page:
    return Page(f"<html lang=en><body {piece * times}>{HEAD}")


def _text(piece: str, times: int) -> Page:
    return Page(f"A title\n\n{SENTENCE * 4}\n\n{piece * times}")


def _bytes(piece: str, times: int) -> Page:
    return Page((piece * times).encode())


def _feed(piece: str, times: int) -> Page:
    return Page(f"<rss><channel><item><title>A</title><description>{piece * times}")


def _article(piece: str, times: int) -> Article:
    lines = [line for line in (piece * times).split("\n") if line]
    return Article("A title", tuple(map(Paragraph, lines)), "en")


def _rows(piece: str, times: int) -> list[Row]:
    lines = ((piece * 8).replace("\n", " ").strip() or "a" for _ in range(times))
    return [Row(line, at // 40, 72.0, 700.0 - 14 * (at % 40), 8.0 + at % 3) for at, line in enumerate(lines)]


WORK: dict[str, tuple[Callable[[Any], object], Callable[[str, int], Any], dict[str, str]]] = {
    "read html": (read, _page, HTML),
    "read an attribute": (read, _tag, {"attributes": " a=b", "one attribute": "a"}),
    "read html with text": (read, _page, TEXT),
    "read text": (read, _text, TEXT),
    "read plainly": (plain.read_plainly, _page, HTML | TEXT),
    "read a feed": (read, _feed, {"items": "<item><title>A</title>"} | HTML),
    "list the parts": (parts, _feed, {"items": "<item><title>A</title><link>/a</link>"}),
    "tell the kind": (kinds.kind_of, _bytes, HTML | TEXT),
    "decode": (decode.decode, _bytes, TEXT),
    "flatten": (lambda page: prescan.flattened(page.content), _page, HTML),
    "find the next page": (
        lambda page: page_addresses.next_address(page, next(page_addresses.places(page.url))),
        _page,
        HTML,
    ),
    "furniture of a PDF": (lambda rows: furniture_of(rows, len(rows) // 40), _rows, TEXT),
    "paragraphs of a PDF": (passages, _rows, TEXT),
    "adapt": (scripting.adapt, _article, TEXT),
    "attribute quotations": (quotations, _article, TEXT),
}
ENOUGH = 0.008  # seconds; less is noise
MOST = 20_000  # pieces
TRIES = 4


@cache
def _warm(name: str) -> None:
    """Everything that is loaded or compiled once is."""
    work, make, pieces = WORK[name]
    for piece in pieces.values():
        _seconds(work, make(piece, 20))


def _seconds(work: Callable[[Any], object], given: object) -> float:
    began = time.process_time()
    with suppress(OyezError):
        work(given)
    return time.process_time() - began


@pytest.mark.parametrize(
    ("name", "piece"), [(name, piece) for name, (_, _, pieces) in WORK.items() for piece in pieces]
)
def test_four_times_as_much_takes_five_times_as_long_at_most(name: str, piece: str) -> None:
    _warm(name)
    work, make, pieces = WORK[name]
    times = 250
    while times < MOST and _seconds(work, make(pieces[piece], times)) < ENOUGH:
        times *= 2
    ratios = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(TRIES):
            short, long = make(pieces[piece], times), make(pieces[piece], 4 * times)
            once = min(_seconds(work, short) for _ in range(2))
            ratios.append(_seconds(work, long) / max(once, ENOUGH / 2))
            if ratios[-1] <= 5:
                break
    finally:
        gc.enable()
    assert min(ratios) <= 5, f"{4 * times} take {min(ratios):.1f} times as long as {times}"
