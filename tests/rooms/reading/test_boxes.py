"""Which box of a page is the article's, and what boxes of furniture hold: pages as small as their lesson."""

from __future__ import annotations

import time

import pytest

from oyez.model.article import Article, Figure, Footnote, ListItem, PullQuote
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.labels import label_of


def prose(topic: str, lines: int) -> list[str]:
    """So many paragraphs of 120 characters and more."""
    return [
        f"On day {number} the {topic} was seen from the quay before dawn, and the harbour master wrote it "
        f"down in his book, on page {number}, before he went home."
        for number in range(1, lines + 1)
    ]


def html(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def page(body: str) -> Article:
    return read(Page(f"<!doctype html><html lang='en'><title>Boats</title><body>{body}</body></html>"))


def test_sections_in_boxes_of_their_own_are_one_article() -> None:
    sections = [prose(topic, 3) for topic in ("ferry", "heron", "pilot", "otter", "tide")]
    boxes = "".join(
        f"<div id='s{number}'><div><div class='b{number}'>{html(lines)}</div></div></div>"
        for number, lines in enumerate(sections)
    )
    one = page(f"<main><h1>Boats at dusk</h1><div>{boxes}</div></main>")
    assert all(lines[0] in one.read_text for lines in sections)


def test_teasers_beside_a_whole_article_are_not_of_it() -> None:
    teasers = "".join(
        f"<div class='t'><h3><a href='/{number}'>Trains, part {number}</a></h3><p>{line}</p></div>"
        for number, line in enumerate(prose("train", 4))
    )
    article = html(prose("ferry", 14))
    one = page(f"<main><h1>Boats at dusk</h1><div class='a'>{article}</div><div>{teasers}</div></main>")
    assert "ferry" in one.read_text
    assert "train" not in one.read_text


def test_the_first_of_two_articles_is_read_where_the_second_is_longer() -> None:
    first, second = html(prose("ferry", 10)), html(prose("train", 25))
    boxes = [f"<h1>Boats at dusk</h1><div>{first}</div>", f"<h1>Trains at noon</h1><div>{second}</div>"]
    one = page("".join(f"<div>{box}</div>" for box in boxes))
    assert "ferry" in one.read_text
    assert "train" not in one.read_text


def test_menus_keep_their_words_and_links_line_by_line() -> None:
    menu = (
        "<nav><ul><li><a href='/a'>Home</a></li> <li><a href='/b'>The\u00ad <b>news</b></a></li></ul>"
        "<p>Call <a href='/c'>us</a><a href='/d'>mail</a>.<br>Now</p><svg><text>x</text></svg>\u200b</nav>"
    )
    one = page(f"{menu}<h1>Boats at dusk</h1>{html(prose('ferry', 12))}")
    texts = [item.text for item in one.left_out if item.why == "navigation"]
    assert texts == ["Home", "The news", "Call us mail. Now"]


def test_the_footer_of_a_quotation_names_its_speaker() -> None:
    quote = "<blockquote class='pullquote'><p>“It came back.”</p><footer>Ada Quay</footer></blockquote>"
    one = page(f"<h1>Boats at dusk</h1>{html(prose('ferry', 8))}{quote}{html(prose('heron', 4))}")
    assert [block.attribution for block in one.blocks if isinstance(block, PullQuote)] == ["Ada Quay"]


def test_a_line_that_only_credits_a_picture_is_no_text() -> None:
    body = f"{html(prose('ferry', 6))}<div>Photo: Ada Quay via EPA</div>{html(prose('heron', 6))}"
    one = page(f"<article><h1>Boats at dusk</h1>{body}</article>")
    printed = [block.credit.text for block in one.blocks if isinstance(block, Figure) and block.credit]
    assert printed == ["Photo: Ada Quay via EPA"]


def test_a_source_under_a_table_stays_its_note() -> None:
    table = "<table><tr><th>Day</th><th>Boats</th></tr><tr><td>1</td><td>2</td></tr></table>"
    body = f"{html(prose('ferry', 6))}{table}<p>Source: harbour office</p>{html(prose('heron', 6))}"
    one = page(f"<article><h1>Boats at dusk</h1>{body}</article>")
    assert [block.text for block in one.blocks if isinstance(block, Footnote)] == ["Source: harbour office"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Inhaltsverzeichnis", "navigation"),
        ("Tags: harbour, ferries", "navigation"),
        ("Über die Autorin", "bio"),
        ("By clicking Send, you agree to our terms.", "legal"),
        ("En cliquant sur Envoyer, vous acceptez nos conditions.", "legal"),
        ("If you buy through links here, we may earn a small commission.", "legal"),
        ("This post was last updated in July 2021.", "legal"),
        ("Watch our crossing on YouTube", "player"),
        ("Sign up today and start rowing!", "newsletter"),
        ("Agents may earn a commission of 3 per cent on each house.", None),
        ("By entering the harbour at night, the ferry broke a rule.", None),
        ("About the harbour there is little to say.", None),
        ("Gemini went aground, and the chapel with it.", None),
    ],
)
def test_more_labels(text: str, why: str | None) -> None:
    label = label_of(text)
    assert (label.why if label else None) == why


@pytest.mark.parametrize("kind", ["ordered", "menu"])
def test_long_lists_cost_no_more_by_the_item(kind: str) -> None:
    def seconds(items: int) -> float:
        lines = [
            f"<li>The ferry left at {number} past the hour, with gulls on board.</li>"
            for number in range(items)
        ]
        links = [f"<a href='/{number}'>Pier {number}</a> " for number in range(items)]
        listed = f"<ol>{''.join(lines)}</ol>" if kind == "ordered" else f"<nav>{''.join(links)}</nav>"
        text = f"<h1>Boats at dusk</h1>{listed}{html(prose('heron', 8))}"
        began = time.process_time()
        one = page(text)
        took = time.process_time() - began
        if kind == "ordered":
            assert sum(isinstance(block, ListItem) for block in one.blocks) == items
        return took

    page(html(prose("heron", 20)))
    assert min(seconds(8000) for _ in range(2)) <= 6 * min(seconds(2000) for _ in range(3))
