"""PDF files: paragraphs made whole, headings told by their size, the furniture of pages left out by name."""

from __future__ import annotations

import pytest
from tests.rooms.reading.printed import At, column, pdf

from oyez.errors import NotAnArticle, ReadError
from oyez.model.article import Article
from oyez.model.page import Page
from oyez.reading import read

FIRST = (
    "The ferry office at Ebbwick said on Monday that the late boat would",
    "go on running until the spring, after a meeting that was uncommonly",
    "well-attended. Nobody on the quay had expected it, and the harbour-",
    "master counted forty passengers that night, more than in any week",
    "of the year before.",
)
SECOND = (
    "A second boat is being repaired, the office said, and its crew has",
    "been told to be ready by November. It is older than the first, and",
    "slower.",
)
THIRD = (
    "Whoever lives on the island will be glad of it, said a woman who has",
    "sold tickets there for thirty years, and whoever does not will have",
    "to be asked some other day.",
)


def story(**about: str) -> bytes:
    """Two pages; the first paragraph of the second page began on the first."""
    head = [At("The late boat runs on", y=780, size=24, bold=True), At("By Ada Quill", y=750)]
    one = column([*FIRST, "", *SECOND[:2]], 700)
    foot = [At("1", 300, 30), At("Saltmarsh Courier", 72, 810)]
    rest = column([*SECOND[2:], "", "", *THIRD], 780)
    middle = [At("What comes next", y=780 - 2.2 * 14, size=15)]
    return pdf(
        [
            [*foot, *head, *one],
            [*rest[:1], *middle, *rest[1:], At("2", 300, 30), At("Saltmarsh Courier", 72, 810)],
        ],
        **about,
    )


def texts(article: Article, kind: str) -> list[str]:
    return [block.text for block in article.blocks if block.kind == kind]


def read_pdf(data: bytes) -> Article:
    return read(Page(data, "https://courier.example/boat.pdf"))


def test_rows_become_paragraphs_and_large_ones_headings() -> None:
    article = read_pdf(story())
    assert article.title == "The late boat runs on"
    whole = " ".join(FIRST).replace("harbour- master", "harbourmaster")
    assert texts(article, "paragraph") == [whole, " ".join(SECOND), " ".join(THIRD)]
    assert texts(article, "heading") == ["What comes next"]
    assert texts(article, "byline") == ["By Ada Quill"]
    assert (article.language, article.url) == ("en", "https://courier.example/boat.pdf")


def test_what_pages_repeat_is_left_out_by_name() -> None:
    left = [(one.text, one.why) for one in read_pdf(story()).left_out]
    assert sorted(left) == [
        ("1", "page number"), ("2", "page number"),
        ("Saltmarsh Courier", "running head"), ("Saltmarsh Courier", "running head"),
    ]  # fmt: skip


def test_a_running_head_that_stands_once_is_told_by_its_number() -> None:
    pages = [
        [At(f"{name} {number}", 72, 810), *column([*FIRST, "", *SECOND], 700)]
        for number, name in enumerate(("The quay", "The boat", "The crew", "The spring"), 11)
    ]
    article = read_pdf(pdf(pages))
    assert [one.text for one in article.left_out if one.why == "running head"] == [
        "The quay 11", "The boat 12", "The crew 13", "The spring 14",
    ]  # fmt: skip


def test_the_first_line_of_a_text_is_no_running_head() -> None:
    pages = [
        column([f"Night {number} began as the others had, and nobody on the quay", *FIRST], 800)
        for number in "123"
    ]
    assert not read_pdf(pdf(pages)).left_out


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("He stood by the harbour-", "master of the town."), "He stood by the harbourmaster of the town."),
        (("A long-standing wish, a long-", "standing one."), "A long-standing wish, a long-standing one."),
        (("From 1990-", "1994 it was so."), "From 1990-1994 it was so."),
        (("The Anglo-", "Saxon kings came."), "The Anglo-Saxon kings came."),
    ],
)
def test_words_cut_at_the_end_of_a_line(lines: tuple[str, str], whole: str) -> None:
    assert texts(read_pdf(pdf([column([*lines, "", *FIRST])])), "paragraph")[0] == whole


def test_a_column_goes_on_at_the_top_of_the_next() -> None:
    left = column([*FIRST, "", *SECOND[:2]], 700, x=60)
    right = column([*SECOND[2:], "", *THIRD], 700, x=320)
    assert texts(read_pdf(pdf([[*left, *right]])), "paragraph")[1] == " ".join(SECOND)


def test_first_lines_that_stand_in_begin_paragraphs() -> None:
    lines = [
        At(line, 90 if number == 0 else 72, 700 - 14 * (5 * paragraph + number))
        for paragraph in range(3)
        for number, line in enumerate(
            (*FIRST[:4], f"which was paragraph number {paragraph} of three, no more no less.")
        )
    ]
    assert len(texts(read_pdf(pdf([lines])), "paragraph")) == 3


def test_lists_footnotes_and_captions() -> None:
    page = [
        *column([*FIRST, "", "\u2022 The first boat, which sails", "", "\u2022 The second boat"], 780),
        *column(["Figure 1: The quay at night."], 600),
        *column([*SECOND], 560),
        *column(["1 As the harbourmaster counted them."], 60, size=8),
    ]
    article = read_pdf(pdf([page]))
    assert texts(article, "list-item") == ["The first boat, which sails", "The second boat"]
    assert texts(article, "figure") == ["Figure 1: The quay at night."]
    assert [(one.kind, one.text) for one in article.blocks][-1] == (
        "footnote",
        "As the harbourmaster counted them.",
    )


def test_lines_of_a_table_of_contents_are_left_out() -> None:
    article = read_pdf(pdf([column(["The quay ............ 3", "The boat ............ 7", "", *FIRST])]))
    assert [one.why for one in article.left_out] == ["navigation", "navigation"]


def test_authors_count_where_the_page_prints_them_too() -> None:
    assert [one.name for one in read_pdf(story(author="Ada Quill")).people] == ["Ada Quill"]
    assert read_pdf(story(author="Scanner Owner")).people == ()


@pytest.mark.parametrize("title", ["Microsoft Word - boat.docx", "boat-final-2.indd", "untitled"])
def test_names_of_files_are_no_titles(title: str) -> None:
    assert read_pdf(pdf([column(FIRST)], title=title)).title == ""


def test_letters_are_those_of_texts_not_of_fonts() -> None:
    from oyez.reading.pdf_rows import letters

    assert letters("e\ufb03cient o\ufb00er") == "efficient offer"
    assert letters("\ufe8d\ufedf\ufed8\ufe8e\ufead\ufe8f") == "القارب"


def test_a_scan_says_what_to_do() -> None:
    with pytest.raises(NotAnArticle, match="pictures of pages") as caught:
        read_pdf(pdf([[], []]))
    assert "ocrmypdf" in caught.value.hint


def test_letters_that_cannot_be_told_are_not_read_aloud() -> None:
    garbled = pdf([column(["\xa4\xb6\xa7\xac\xb5\xa6 \xb6\xa4\xa7" * 6] * 9)])
    with pytest.raises(ReadError):
        read_pdf(garbled)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        story()[:900],
        story().replace(b"/Kids [6 0 R", b"/Kids [2 0 R"),
        story().replace(b"/Root 1 0 R", b"/Root 7 0 R"),
        b"%PDF-1.4\n" + b"<< /A " * 5000,
        b"%PDF-1.4\n" + bytes(range(256)) * 50,
    ],
    ids=["its first line", "cut short", "a circle of pages", "a false root", "deep", "noise"],
)
def test_damaged_files_are_refused_or_read_in_part(data: bytes) -> None:
    try:
        article = read_pdf(data)
    except ReadError as error:
        assert error.hint
    else:
        assert article.blocks


def test_a_locked_file_says_so() -> None:
    pytest.importorskip("pypdf")
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(story())))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(ReadError, match="password"):
        read_pdf(locked.getvalue())


def test_a_page_that_cannot_be_read_is_named() -> None:
    broken = story().replace(b"/Contents 9 0 R", b"/Contents [9 0")
    try:
        article = read_pdf(broken)
    except ReadError:
        return
    assert article.notes or len(texts(article, "paragraph")) == 3
