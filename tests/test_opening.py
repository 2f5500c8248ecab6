"""An article on several pages is fetched whole, within bounds; what is missing is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import oyez
from oyez import opening
from oyez.settings import Settings, load_settings
from tests.loopback import QuietHandler, serving

SENTENCES = [
    f"On night number {number} the ferry at Ebbwick sailed at ten with {number * 7 + 3} passengers on board, "
    "and the harbour master wrote it down as he had on every night before."
    for number in range(1, 40)
]
DECK = "It is to sail until the spring, says the office."


class _Site(QuietHandler):
    """/story has three pages; /loop leads back; /broken ends; /long never does; /same repeats itself."""

    def do_GET(self) -> None:  # noqa: N802
        path, _, query = self.path.partition("?page=")
        number = int(query or 1)
        asked.append(self.path)
        if path == "/broken" and number == 2:
            self._send(b"", 404)
            return
        told = 1 if path == "/same" else number
        text = "".join(f"<p>{line}</p>" for line in SENTENCES[3 * told - 3 : 3 * told])
        last = {"/story": 3, "/loop": 2}.get(path, 99)
        turn = number + 1 if number < last else 1
        more = f'<a href="{path}?page={turn}">{turn}</a>' if path != "/single" else ""
        head = f"<h1>The late boat runs on</h1><p class=standfirst>{DECK}</p>"
        self._send(
            f"<html lang=en><body><article>{head}{text}</article><nav>{more}</nav></body></html>".encode()
        )

    def _send(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


asked: list[str] = []


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(opening, "_BETWEEN", 0.0)
    asked.clear()
    with serving(_Site) as address:
        yield address


@pytest.fixture
def settings() -> Settings:
    return load_settings(allow_private=True, article_pages=4)


def told(article: oyez.Article) -> list[str]:
    return [block.text for block in article.blocks if block.text.startswith("On night")]


def test_all_pages_are_one_article(site: str, settings: Settings) -> None:
    article = oyez.read(f"{site}/story", settings=settings)
    assert told(article) == SENTENCES[:9]
    assert [block.text for block in article.blocks].count(DECK) == 1
    assert [note.partition(":")[0] for note in article.notes] == [
        "page 2 begins at block 4", "page 3 begins at block 7",
    ]  # fmt: skip
    assert asked == ["/story", "/story?page=2", "/story?page=3"]


def test_a_loop_ends(site: str, settings: Settings) -> None:
    assert told(oyez.read(f"{site}/loop", settings=settings)) == SENTENCES[:6]
    assert told(oyez.read(f"{site}/same", settings=settings)) == SENTENCES[:3]


def test_what_was_not_fetched_is_said(site: str, settings: Settings) -> None:
    long = oyez.read(f"{site}/long", settings=settings)
    assert told(long) == SENTENCES[:12]
    assert long.notes[-1] == f"the article goes on at {site}/long?page=5: at most 4 pages are fetched"
    broken = oyez.read(f"{site}/broken", settings=settings)
    assert told(broken) == SENTENCES[:3]
    assert "could not be read: 127.0.0.1 has no such page (404)" in broken.notes[-1]


def test_one_page_alone_where_that_is_asked(site: str, settings: Settings) -> None:
    alone = load_settings(allow_private=True, article_pages=1)
    assert told(oyez.read(f"{site}/story", settings=alone)) == SENTENCES[:3]
    assert asked == ["/story"]


def test_a_page_that_somebody_already_has_is_not_followed(site: str, settings: Settings) -> None:
    from oyez.sources import fetched

    page = fetched(f"{site}/story", settings)
    assert told(oyez.read(page, settings=settings)) == SENTENCES[:3]
    assert asked == ["/story"]


def test_pages_that_were_read_are_kept(site: str, settings: Settings) -> None:
    first = oyez.read(f"{site}/story", settings=settings, keep=True)
    assert oyez.read(f"{site}/story", settings=settings, keep=True) == first
