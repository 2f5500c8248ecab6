"""Reading within limits: a page that takes too much costs its form, never its text nor anything else."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from oyez import api
from oyez.errors import InvalidOption, NotAnArticle, ReadError, TooLarge, UnsupportedFormat
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading_apart import Readers, is_whole
from oyez.settings import load_settings
from tests.rooms.reading.printed import column, pdf

LINES = (
    "The ferry office at Ebbwick said on Monday that the late boat would go on running until the spring.",
    "Nobody on the quay had expected it, and the harbour master counted forty passengers that night.",
    "A second boat is being repaired, the office said, and its crew has been told to be ready by November.",
)
BODY = "".join(f"<p>{line}</p>" for line in LINES)
STORY = f"<html lang=en><head><title>Boat</title></head><body><article><h1>The late boat</h1>{BODY}</article>"
HEAVY = STORY + "<ul>" + "<li><a href='/x'>menu</a>" * 190_000


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    made = Readers()
    yield made
    made.close()


PAGES = {
    "html": Page(STORY, "https://courier.example/boat"),
    "latin-1": Page(STORY.replace("late", "späte").encode("latin-1")),
    "text": Page("The late boat\n\n" + "\n\n".join(LINES)),
    "markdown": Page(f"# The boat 😀\n\n**Now**\n\n{LINES[0]}", headers=(("Content-Type", "text/markdown"),)),
    "surrogates": Page(f"{LINES[0]} \ud83d\ude00 \ud800 said\nso"),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_an_article_is_the_same_as_in_this_process(readers: Readers, page: Page) -> None:
    assert readers.read(page) == read(page)


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (Page("<p></p>"), NotAnArticle),
        (Page(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), UnsupportedFormat),
        (Page("<i>x</i>" * 400_001), TooLarge),
        (Page("<rss><channel><item><title>a</title></item></channel></rss>"), NotAnArticle),
    ],
)
def test_errors_come_through_as_they_are(readers: Readers, page: Page, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        readers.read(page)
    with pytest.raises(error) as here:
        read(page)
    assert str(caught.value) == str(here.value)


def test_a_part_that_is_not_there(readers: Readers) -> None:
    with pytest.raises(InvalidOption):
        readers.read(Page(STORY), 2)


def test_a_page_that_takes_too_long_keeps_its_text() -> None:
    readers = Readers(seconds=0.3)
    try:
        article = readers.read(Page(HEAVY))
        assert [block.text for block in article.blocks] == [*LINES]
        assert "its text alone" in article.notes[0] and not is_whole(article)
        assert is_whole(readers.read(Page(STORY))), "the next page is read as ever"
    finally:
        readers.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux refuses memory at once")
def test_a_page_that_takes_too_much_memory_keeps_its_text() -> None:
    readers = Readers(memory=240_000_000)
    try:
        article = readers.read(Page(HEAVY))
        assert [block.text for block in article.blocks] == [*LINES] and article.notes
    finally:
        readers.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux refuses memory at once")
def test_where_not_even_the_text_can_be_had_it_says_so() -> None:
    readers = Readers(memory=40_000_000)
    try:
        with pytest.raises(ReadError, match="40 MB of memory") as caught:
            readers.read(Page(STORY * 20_000))
        assert caught.value.hint
    finally:
        readers.close()


def test_a_worker_that_is_killed_costs_one_more_try(readers: Readers) -> None:
    readers.read(Page(STORY))
    killer = threading.Timer(0.2, readers.close)
    killer.start()
    article = readers.read(Page(STORY + "<p>and so on</p>" * 40_000))
    killer.join()
    assert LINES[0] in article.read_text


def test_a_long_text_is_read_whole() -> None:
    line = "word " * 20 + "\n"
    text = line * (50_000_000 // len(line))
    article = api.read(Page(text), apart=True, settings=load_settings())
    assert len(article.blocks) == text.count("\n") and article.notes


def test_a_pdf_is_read_apart(tmp_path: Path) -> None:
    file = tmp_path / "boat.pdf"
    file.write_bytes(pdf([column(LINES)]))
    program = "import sys, oyez; print(oyez.read(sys.argv[1]).blocks[0].text, 'pypdf' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program, file], capture_output=True, text=True, check=True)
    assert said.stdout.endswith("November. False\n")
