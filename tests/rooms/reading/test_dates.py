"""When a page was published: as it states it, as it prints it, in many languages."""

from __future__ import annotations

from datetime import date

import pytest

from oyez.model.article import Article
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.dates import address_date, parse_date, printed_dates

BODY = "".join(
    f"<p>On day {number} the ferry left the quay before dawn and came back after dark with {number} gulls "
    f"and no passenger at all; the harbour master wrote it down in his book and went home to his supper.</p>"
    for number in range(1, 13)
)


def page(under_title: str = "", head: str = "", behind: str = "", language: str = "en") -> Article:
    text = f"<main><h1>Boats at dusk</h1>{under_title}<article>{BODY}</article>{behind}</main>"
    return read(Page(f"<!doctype html><html lang='{language}'><head>{head}</head><body>{text}</body></html>"))


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("4. Mai 2026, 20:03 Uhr", "de", "2026-05-04"),
        ("Stand 04.05.2026", "de", "2026-05-04"),
        ("3 de marzo de 2025", "es", "2025-03-03"),
        ("1er février 2024", "fr", "2024-02-01"),
        ("2026年5月4日 8時", "ja", "2026-05-04"),
        ("2026년 5월 4일", "ko", "2026-05-04"),
        ("3 czerwca 2024", "pl", "2024-06-03"),
        ("12. července 2024", "cs", "2024-07-12"),
        ("5 июля 2024 г.", "ru", "2024-07-05"),
        ("7 Haziran 2024", "tr", "2024-06-07"),
        ("30 Ιουνίου 2024", "el", "2024-06-30"),
        ("10 فبراير 2026", "ar", "2026-02-10"),
        ("Dec. 19th, 2025", "en", "2025-12-19"),
        ("5/4/2026", "en-US", "2026-05-04"),
        ("5/4/2026", "en-GB", "2026-04-05"),
        ("5/4/2026", "it", "2026-04-05"),
        ("12/26/25", "en", "2025-12-26"),
        ("26/12/2025", "en", "2025-12-26"),
        ("2026-02-10", "", "2026-02-10"),
        ("Version 1.2.3 of 99/99/2025", "en", None),
        ("Day 31 February 2026", "en", None),
        ("12 market stalls in 2024", "en", None),
    ],
)
def test_days_in_words_and_figures(text: str, language: str, day: str | None) -> None:
    assert printed_dates([text], language).published == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "published", "modified"),
    [
        ("Published 1 May 2026 | Updated 3 May 2026", "2026-05-01", "2026-05-03"),
        ("Aktualisiert: 03.05.2026, 01.05.2026", "2026-05-01", "2026-05-03"),
        ("Mis à jour le 3 mai 2026", None, "2026-05-03"),
        ("更新：2026年5月3日", None, "2026-05-03"),
        ("Edited by Ada Quay, 1 May 2026", "2026-05-01", None),
    ],
)
def test_a_day_behind_updated_is_when_it_was_modified(
    text: str, published: str | None, modified: str | None
) -> None:
    found = printed_dates([text], "de")
    assert [one and one.isoformat() for one in (found.published, found.modified)] == [published, modified]


@pytest.mark.parametrize(
    ("head", "under_title", "behind", "published"),
    [
        ("<meta name='date' content='2026-05-01T08:00:00+08:00'>", "", "", "2026-05-01T08:00:00+08:00"),
        ("<meta property='article:published_time' content='May 1st 2026'>", "", "", "2026-05-01"),
        ("<meta name='x-published-date' content='2026-05-01'>", "", "", "2026-05-01"),
        ("", "<p>Ada Quay | 1 May 2026</p>", "", "2026-05-01"),
        ("", "<p>Ada Quay <time datetime='2026-05-01T08:00'>now</time></p>", "", "2026-05-01T08:00:00"),
        ("", "", "<div><span>Date 01.05.2026</span></div>", "2026-05-01"),
        ("", "", "<div><a href='/b'>Storm at sea</a> <span>02.05.2026</span></div>", None),
        ("<link rel='canonical' href='https://a.example/2026/05/01/boats'>", "", "", None),
    ],
)  # fmt: skip
def test_where_a_page_says_when(head: str, under_title: str, behind: str, published: str | None) -> None:
    found = page(under_title, head, behind).published
    assert (found.isoformat() if found else None) == published


def test_the_address_is_asked_last() -> None:
    text = f"<main><h1>Boats at dusk</h1><article>{BODY}</article></main>"
    assert read(Page(text, "https://a.example/2026/05/01/boats")).published == date(2026, 5, 1)
    assert address_date("https://a.example/20260501-boats") == date(2026, 5, 1)
    assert address_date("https://a.example/20269901-boats") is None


def test_nothing_is_modified_before_it_is_published() -> None:
    head = "".join(
        f"<meta property='article:{name}_time' content='2026-05-0{day}'>"
        for name, day in (("published", 2), ("modified", 1))
    )
    assert page("", head).modified is None


def test_every_fact_tells_its_place() -> None:
    head = "<meta name='date' content='2026-05-01'><meta property='article:section' content='Harbours'>"
    found = {fact.what: (fact.value, fact.where) for fact in page("", head).trust.found}
    assert found["published"] == ("2026-05-01", "meta date")
    assert found["section"] == ("Harbours", "meta article:section")


@pytest.mark.parametrize(
    "text", ["9" * 300, "0000-00-00", "Tue, 99 Feb 2026 99:99:99 +9999", " ", "1" * 5 + "-01-01"]
)
def test_hostile_dates_are_none(text: str) -> None:
    assert parse_date(text) is None
