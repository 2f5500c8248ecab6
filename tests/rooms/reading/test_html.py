"""Markup that once cost a word, a picture or the whole article. Each page is as small as its lesson."""

from __future__ import annotations

import pytest

from oyez.errors import NotAnArticle
from oyez.model.article import Article, Code, Figure, Left, ListItem, Paragraph, Table
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.credits import split_caption
from oyez.reading.dates import parse_date

PROSE = "The ferry left the quay before dawn and came back after dark, with nobody on board but the gulls."
MORE = "Nobody on the island could say who had steered it, and the harbour master did not ask them twice."


def article(inside: str, head: str = "", url: str | None = None) -> Article:
    return read(
        Page(
            f"<!doctype html><html lang='en'><head><title>Boats at dusk</title>{head}</head><body><article>"
            f"<h1>Boats at dusk</h1><p>{PROSE}</p>{inside}<p>{MORE}</p></article></body></html>",
            url,
        )
    )


def texts(one: Article, kind: type) -> list[str]:
    return [block.text for block in one.blocks if isinstance(block, kind)]


def left(one: Article) -> list[Left]:
    return list(one.left_out)


def test_head_and_body_tags_may_be_left_out() -> None:
    inside = f"<h1>Boats at dusk</h1><p>{PROSE}</p><p>{MORE}</p>"
    page = f"<html><title>Boats</title><article>{inside}</article></html>"
    assert texts(read(Page(page)), Paragraph) == [PROSE, MORE]


def test_an_address_that_is_none_costs_only_the_link() -> None:
    one = article(
        "<p>See <a href='http://[x'>the old plan</a> of it, drawn long ago.</p>", url="https://a.example/"
    )
    assert "See the old plan of it, drawn long ago." in texts(one, Paragraph)
    assert not [mark for block in one.blocks for mark in getattr(block, "marks", ())]


def test_figures_inside_a_figure_keep_their_captions() -> None:
    inner = "".join(
        f"<figure><img src='{name}.jpg'>"
        f"<figcaption>The {name} pier at low water. Photo: AFP</figcaption></figure>"
        for name in ("north", "south")
    )
    one = article(f"<figure class='gallery'>{inner}</figure>")
    assert texts(one, Figure) == ["The north pier at low water.", "The south pier at low water."]


def test_two_credits_of_one_picture_are_both_kept() -> None:
    one = article(
        "<figure><img src='a.jpg'><figcaption>The pier. Photo: pool via EPA</figcaption>"
        "<span class='credit'>Photo: Reuters</span></figure>"
    )
    printed = [block.credit.text for block in one.blocks if isinstance(block, Figure) and block.credit]
    assert printed == ["Photo: pool via EPA Photo: Reuters"]


def test_what_is_left_out_keeps_its_credit() -> None:
    figure = "<figure><img src='b.jpg'><figcaption>Elsewhere. Photo: AFP</figcaption></figure>"
    one = article(f"<div class='related'>{figure}</div>")
    assert any("Elsewhere." in item.text and "Photo: AFP" in item.text for item in left(one))


def test_only_what_is_hidden_is_hidden() -> None:
    one = article(
        "<p style='backface-visibility:hidden'>This is plainly to be seen by everybody who looks.</p>"
        "<p style='color:red; display : none'>This is not to be seen by anybody, however they look.</p>"
    )
    assert "This is plainly to be seen by everybody who looks." in texts(one, Paragraph)
    assert "however" not in one.read_text


def test_lines_of_code_and_cells_stay_apart() -> None:
    one = article(
        "<pre>tide = 3<br>wind = 4</pre><table><tr></tr><tr><th>Town</th><th>Boats</th></tr>"
        "<tr><td><div><span>North</span></div><div>Quay</div></td><td>12</td></tr></table>"
    )
    assert texts(one, Code) == ["tide = 3\nwind = 4"]
    table = next(block for block in one.blocks if isinstance(block, Table))
    assert (table.header, table.rows) == (("Town", "Boats"), (("North Quay", "12"),))


def test_items_have_the_numbers_a_browser_prints() -> None:
    one = article(
        "<ol start='3'><li>the first of them</li><li value='7'>the second of them</li><li>the third</li></ol>"
        "<ol reversed><li>a last but one</li><li><p>the very last of all</p><p>and its end</p></li></ol>"
    )
    numbers = [block.number for block in one.blocks if isinstance(block, ListItem)]
    assert numbers == [3, 7, 8, 2, 1, None]


def test_readings_above_characters_are_named() -> None:
    one = article("<p>A sign said <ruby>港<rt>みなと</rt></ruby> in large letters over the door.</p>")
    assert ("みなと", "reading of characters") in [(item.text, item.why) for item in left(one)]


def test_a_second_article_on_a_scrolling_page_is_left_out() -> None:
    long = "".join(f"<p>{number}. {PROSE} {MORE}</p>" for number in range(8))
    page = (
        f"<html lang='en'><title>Boats at dusk</title><body><article><h1>Boats at dusk</h1>{long}</article>"
        f"<article><h1>Trains at noon</h1>{long.replace('ferry', 'train')}</article></body></html>"
    )
    one = read(Page(page))
    assert "ferry" in one.read_text and "train" not in one.read_text


@pytest.mark.parametrize("noise", ["(" * 20_000, "\u3000" * 3000 + "(", "a " * 20_000, "Photo: " * 4000])
def test_captions_of_noise_are_read_in_bounded_time(noise: str) -> None:
    caption, credit = split_caption(f"A pier {noise}")
    assert "A pier" in caption and (credit is None or len(credit.text) <= 301)


def test_a_tag_of_many_attributes_is_read() -> None:
    crowd = " ".join(f"a{number}=1" for number in range(50_000))
    assert PROSE in article(f"<div {crowd}><p>And so it went on, night after night.</p></div>").read_text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<p>", "<script>var text = 'long enough to be text';</script>", "a" * 100_000]
)
def test_no_article_is_said_to_be_none(page: str) -> None:
    with pytest.raises(NotAnArticle):
        read(Page(page))


def test_a_language_that_is_none_is_found_by_its_words() -> None:
    page = f"<html lang='und'><title>Boats</title><h1>Boats at dusk</h1><p>{PROSE}</p><p>{MORE}</p></html>"
    assert read(Page(page)).language == "en"


@pytest.mark.parametrize("text", ["soon", "", None, 5, "2026-13-45"])
def test_dates_that_are_none(text: object) -> None:
    assert parse_date(text) is None
