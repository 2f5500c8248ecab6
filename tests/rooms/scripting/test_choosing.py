"""Blocks in another language are read by its rules, and the notes say so."""

from __future__ import annotations

from oyez.model.article import Article, Block, Code, Heading, Paragraph, Quote
from oyez.model.script import Script
from oyez.scripting.adapting import adapt
from oyez.scripting.receipt import receipt

ENGLISH = "The mayor said on Monday that the harbour will stay closed for 3 days because of the water."
GERMAN = "Wir haben den Hafen für 3 Tage geschlossen, weil das Wasser viel zu hoch steht, sagte sie."


def script_of(*blocks: Block, language: str = "en-GB") -> Script:
    return adapt(Article("Rain at the harbour", blocks, language))


def test_a_foreign_block_has_its_own_language_and_rules() -> None:
    script = script_of(Paragraph(ENGLISH), Quote(GERMAN, "Anna Harms"), Paragraph(ENGLISH))
    assert [(one.block, one.language) for one in script.sentences] == [
        (None, "en-GB"),
        (0, "en-GB"),
        (1, "de"),
        (1, "en-GB"),
        (2, "en-GB"),
    ]
    assert "für drei Tage" in script.sentences[2].said
    assert script.notes == ("block 1: read as de, the article is en-GB",)
    assert script.language == "en-GB"


def test_a_heading_in_another_script_is_its_own() -> None:
    script = script_of(Heading("Новости порта"), Paragraph(ENGLISH))
    assert script.sentences[1].language == "ru"
    assert "no speaking rules for ru yet: numbers and abbreviations are left to the voice" in script.notes


def test_code_has_no_language_of_its_own() -> None:
    code = Code("der = die + das  # und nicht so, wie es ist, wenn man es auch so haben will")
    script = adapt(Article("T", (code,), "en"), speak={"code": "full"})
    assert {one.language for one in script.sentences} == {"en"}


def test_an_article_without_a_language_gets_that_of_its_text() -> None:
    for language in ("", "und"):
        assert script_of(Paragraph(GERMAN), Paragraph(GERMAN), language=language).language == "de"


def test_a_listeners_own_words_count_in_every_language() -> None:
    article = Article("T", (Paragraph(GERMAN),), "en")
    script = adapt(article, sayings={"Hafen": "Haafen"})
    assert "Haafen" in script.sentences[-1].said


def test_the_receipt_knows_the_words_of_a_foreign_block() -> None:
    entries = receipt(script_of(Paragraph(ENGLISH), Paragraph(GERMAN)))
    assert [(one.written, one.said) for one in entries[2].changes] == [("3", "drei")]
