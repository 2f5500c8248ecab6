"""The fidelity receipt: every text, its fate and the words said otherwise."""

from __future__ import annotations

from oyez.model.article import Article, Credit, Figure, Footnote, Left, Paragraph, PullQuote, Quote
from oyez.scripting import adapt
from oyez.scripting.receipt import Change, receipt


def test_page_order_fates_and_reasons() -> None:
    article = Article(
        "US talks",
        (
            Paragraph("He gave $5. He gave $5."),
            Figure("A boat (R).", Credit("Photo: pool")),
            PullQuote("He gave $5.", "Lee", 0),
            Quote("Go.", "Wu"),
            Footnote("Note.", "1"),
        ),
        "en",
        left_out=(Left("Share", "share", 1), Left("Menu", "navigation", -1), Left("End", "legal", 99)),
    )
    entries = receipt(adapt(article))
    assert [(entry.text, entry.part, entry.fate, entry.why) for entry in entries] == [
        ("US talks", "text", "spoken", "headline"),
        ("Menu", "text", "left out", "navigation"),
        ("He gave $5. He gave $5.", "text", "spoken", "paragraph"),
        ("A boat (R).", "text", "shown", "captions are shown, not read"),
        ("Photo: pool", "credit", "shown", "credits are shown, not read"),
        ("Share", "text", "left out", "share"),
        ("He gave $5.", "text", "shown", "repeats a sentence already read"),
        ("Lee", "attribution", "shown", "repeats a sentence already read"),
        ("Go.", "text", "spoken", "quote"),
        ("Wu", "attribution", "spoken", "attribution"),
        ("1", "label", "shown", "footnotes are shown, not read"),
        ("Note.", "text", "shown", "footnotes are shown, not read"),
        ("End", "text", "left out", "legal"),
    ]
    assert entries[0].changes == (Change("US", "U S", "letters"),)
    assert entries[2].changes == (Change("$5", "five dollars", "money"),)


def test_silent_emoji_and_added_words_are_named() -> None:
    article = Article("T", (Figure("Great 😀 (L)."),), "en")
    changes = receipt(adapt(article, speak={"captions"}))[1].changes
    assert changes == (
        Change("", "Photo caption", "announcement"),
        Change("😀", "", "emoji"),
        Change("L", "left", "photo position"),
    )
