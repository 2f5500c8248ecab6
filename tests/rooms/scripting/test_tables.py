"""Tables aloud: label, cell, unit; titles over all columns; what is too long is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.model.article import Article, Table
from oyez.scripting.adapting import adapt
from oyez.scripting.receipt import receipt


def said(header: tuple[str, ...], *rows: tuple[str, ...], language: str = "en") -> list[str]:
    script = adapt(Article("", (Table(header, rows),), language))
    return [sentence.said for sentence in script.sentences]


@pytest.mark.parametrize(
    ("header", "row", "wanted"),
    [
        (("Town", "Change (%)"), ("Ashby", "-3.8"), "Town: Ashby, Change: minus three point eight percent."),
        (("Item", "Price (£)"), ("Net", "1,200"), "Item: Net, Price: one thousand two hundred pounds."),
        (("Item", "Cost [$m]"), ("Dam", "12.5"), "Item: Dam, Cost: twelve point five million dollars."),
        (("Leg", "Distance in km"), ("One", "42"), "Leg: One, Distance: forty two kilometres."),
        (("Item", "Price (£)"), ("Net", "free"), "Item: Net, Price: free."),
        (("Name (age)",), ("Ada (34)",), "Name age: Ada, thirty four."),
        (("A", "B"), ("1", "2", "3"), "A: one, B: two, three."),
        (("Party", "Seats", "Change"), ("Red", "4", "–"), "Party: Red, Seats: four."),
        (("", "Won"), ("Reds", "3"), "Reds, Won: three."),
        ((), ("Monday", "closed"), "Monday, closed."),
    ],
)
def test_a_row(header: tuple[str, ...], row: tuple[str, ...], wanted: str) -> None:
    assert said(header, row) == [wanted]


def test_a_row_in_german() -> None:
    assert said(("Ort", "Änderung (%)"), ("Tarow", "-3,8"), language="de") == [
        "Ort: Tarow, Änderung: minus drei Komma acht Prozent."
    ]


@pytest.mark.parametrize("header", [("Group A",), ("Group A", "Group A", "Group A")])
def test_a_title_over_all_columns_is_said_once(header: tuple[str, ...]) -> None:
    rows = (("Team", "Won", "Lost"), ("Reds", "3", "1"), ("Blues", "2", "2"))
    assert said(header, *rows) == [
        "Group A.",
        "Team: Reds, Won: three, Lost: one.",
        "Team: Blues, Won: two, Lost: two.",
    ]
    assert said(header, *rows[1:])[:2] == ["Group A.", "Reds, three, one."]


def test_a_long_table_says_how_much_is_shown_only() -> None:
    rows = tuple((f"Town {place}", str(place)) for place in range(40))
    article = Article("", (Table(("Town", "Rank"), rows),), "en")
    script = adapt(article)
    assert script.sentences[-1].said == "and twenty more rows."
    assert len(script.sentences) == 21
    (entry,) = receipt(script)
    assert (entry.fate, entry.why) == ("short", "table, its first rows")
    assert len(said(("Town", "Rank"), *rows, language="pl")) == 40, "no words for it, nothing left out"


CELLS = st.text(st.sampled_from("ab1.5%-£( )\t,–é数"), max_size=6)


@given(
    st.lists(CELLS, max_size=4),
    st.lists(st.lists(CELLS, max_size=4), max_size=45),
    st.sampled_from(["en", "de", "fr", "zh"]),
)
def test_every_visible_character_is_covered(header: list[str], rows: list[list[str]], language: str) -> None:
    table = Table(tuple(header), tuple(map(tuple, rows)))
    script = adapt(Article("", (table,), language))
    if not script.sentences:
        return
    covered = {at for one in script.sentences for word in one.words for at in range(word.start, word.end)}
    missing = [char for at, char in enumerate(table.text) if at not in covered and not char.isspace()]
    assert not missing
