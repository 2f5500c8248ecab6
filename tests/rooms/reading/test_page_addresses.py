"""Where an article goes on, told from all the other places that pages link to."""

from __future__ import annotations

import pytest

from oyez.model.article import Article, Byline, Figure, Image, Left, Paragraph, PullQuote, Standfirst
from oyez.model.page import Page
from oyez.reading.joining import is_continuation, joined
from oyez.reading.page_addresses import next_address, places

HERE = "https://courier.example/2026/late-boat"


def following(html: str, url: str = HERE) -> str | None:
    here = [place for place in places(url) if place.named][-1]
    return next_address(Page(html, url), here)


@pytest.mark.parametrize(
    ("url", "link", "address"),
    [
        (HERE, '<a href="?page=2">Next</a>', f"{HERE}?page=2"),
        (HERE, '<a class="x" href="/2026/late-boat/2"><span>2</span></a>', f"{HERE}/2"),
        (HERE, "<link href=/2026/late-boat/2/ rel=next>", f"{HERE}/2/"),
        (HERE, '<a href="late-boat/seite-2">weiter</a>', "https://courier.example/2026/late-boat/seite-2"),
        (HERE, '<a href="/2026/late-boat/page/2/">»</a>', f"{HERE}/page/2/"),
        (f"{HERE}.html", '<a href="late-boat-2.html">2</a>', "https://courier.example/2026/late-boat-2.html"),
        (f"{HERE}?id=7", '<a href="?id=7&amp;page=2">2</a>', f"{HERE}?id=7&page=2"),
        (f"{HERE}?page=2", '<a href="?page=1">1</a><a href="?page=3">3</a>', f"{HERE}?page=3"),
        (HERE, '<a rel="next" href="?page=1">next ›</a>', f"{HERE}?page=1"),
    ],
)
def test_the_next_page_is_this_address_with_the_next_number(url: str, link: str, address: str) -> None:
    page = f"<p>One</p>{link}"
    if url == HERE and "late-boat/seite" in link:
        page = f"<p>One</p>{link.replace('late-boat/', '/2026/late-boat/')}"
    assert following(page, url) == address


@pytest.mark.parametrize(
    "link",
    [
        '<a rel="next" href="/2026/another-boat">Next article</a>',
        '<link rel="next" href="https://elsewhere.example/2026/late-boat?page=2">',
        '<a href="/2026/late-boat-2">The late boat, once more</a>',
        '<a href="/2026/late-boat/comment-page-2">2</a>',
        '<a href="?cpage=2">2</a>',
        '<a href="?page=3">3</a>',
        '<a href="/2026/late-boat#page-2">2</a>',
        '<a href="javascript:page(2)">2</a>',
        '<a href="http://[bad/?page=2">2</a>',
        '<a href="/2027/late-boat">2</a>',
    ],
)
def test_other_links_lead_elsewhere(link: str) -> None:
    assert following(link) is None


def test_a_number_in_the_address_of_an_article_is_no_page() -> None:
    link = '<link rel="next" href="/story/124">'
    assert following(link, "https://courier.example/story/123") is None
    assert following('<a rel="next" href="/2026/02/04">4</a>', "https://courier.example/2026/02/03") is None


def article(
    *blocks: Paragraph | Standfirst | Byline | Figure | PullQuote, title: str = "The late boat"
) -> Article:
    return Article(title, blocks, "en", url=HERE, left_out=(Left("Menu", "navigation", -1),))


LINES = [
    f"Sentence number {word} is told here once and nowhere else." for word in "one two three four".split()
]
FIRST = article(Standfirst("It runs on."), Byline("By Ada Quill"), Paragraph(LINES[0]), Paragraph(LINES[1]))


def test_pages_are_joined_without_what_each_prints_again() -> None:
    second = article(
        Standfirst("It runs on."), Byline("By Ada Quill"), Paragraph(LINES[1]), Paragraph(LINES[2]),
        PullQuote(LINES[3], repeats=4), Paragraph(LINES[3]),
    )  # fmt: skip
    second = Article(
        "The late boat - page 2", second.blocks[:4] + second.blocks[5:] + second.blocks[4:5], "en"
    )
    assert is_continuation(FIRST, second)
    whole = joined(FIRST, second, 2, f"{HERE}/2")
    assert [block.text for block in whole.blocks] == ["It runs on.", "By Ada Quill", *LINES, LINES[3]]
    assert whole.blocks[-1] == PullQuote(LINES[3], repeats=5), "the block it repeats has moved"
    again = [(one.text, one.why) for one in whole.left_out if one.why != "navigation"]
    assert again == [(text, "repeated text") for text in ("It runs on.", "By Ada Quill", LINES[1])]
    assert whole.notes == (f"page 2 begins at block 4: {HERE}/2",)
    assert (whole.title, whole.url) == (FIRST.title, HERE)


def test_pictures_that_every_page_shows_are_shown_once() -> None:
    picture = Figure("The quay at night", None, Image("https://courier.example/quay.jpg"))
    first = article(picture, Paragraph(LINES[0]))
    whole = joined(first, article(picture, Paragraph(LINES[1])), 2, f"{HERE}/2")
    assert [block.kind for block in whole.blocks] == ["figure", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "other",
    [FIRST, article(Paragraph(LINES[2]), title="Something else happened"), article(title="The late boat")],
    ids=["the same page", "another article", "an empty one"],
)
def test_what_does_not_go_on_with_it(other: Article) -> None:
    assert not is_continuation(FIRST, other)
