"""Phrase marks and quotations: what a voice is given for the punctuation of a text."""

from __future__ import annotations

import pytest

from oyez.model.article import Article, Paragraph
from oyez.scripting import adapt
from oyez.scripting.options import Quotations


def _said(text: str, quotations: Quotations = "pause", language: str = "en") -> str:
    script = adapt(Article("", (Paragraph(text),), language), quotations=quotations)
    return " ".join(sentence.said for sentence in script.sentences)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("He ran; she (Mrs. Li) stayed—and won.", "He ran; she, Missus Li, stayed, and won."),
        ("He was — she said — wrong", "He was, she said, wrong."),
        ("Well… maybe?!", "Well… maybe?"),
        ("“Stop!” he said.", "Stop! he said."),
        ("Dr. Li met Prof. Wu at 5 p.m. today.", "Doctor Li met Professor Wu at five P M today."),
        ("See [the note] there.", "See the note there."),
        ("Call take_reading() now.", "Call take reading now."),
        ("One thing: rain.", "One thing: rain."),
        ("Great 😀!", "Great!"),
    ],
)
def test_marks(text: str, said: str) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They seek “a way forward” with us.", "They seek, a way forward, with us."),
        ('They seek "a way forward" with us.', "They seek, a way forward, with us."),
        ("They seek ‘a way forward’ with us.", "They seek, a way forward, with us."),
        ("It is “obsolete” now.", "It is obsolete now."),
        ("The farmers’ market of the ’90s is open.", "The farmers market of the nineties is open."),
        ("The farmers' market and the boys' home.", "The farmers market and the boys home."),
    ],
)
def test_quotations_are_heard_as_pauses(text: str, said: str) -> None:
    assert _said(text) == said


def test_quotations_in_other_languages() -> None:
    assert _said("Er sagte „Ich gehe heim“ und ging.", language="de") == "Er sagte, Ich gehe heim, und ging."
    assert _said("Il dit « Je rentre vite » et part.", language="fr") == "Il dit, Je rentre vite, et part."


def test_quotations_in_words() -> None:
    assert _said("They seek “a way forward” here.", "words") == (
        "They seek, quote, a way forward, end quote, here."
    )
    assert _said("They seek “a way forward” here.", "none") == "They seek a way forward here."


@pytest.mark.parametrize("text", ["a [[b]] c", "a <b> c", "a \\b c", "a\u202eb\u202c c", "a [[b]]\u200b c"])
def test_no_engine_syntax_gets_through(text: str) -> None:
    assert not set(_said(text)) & set("[]<>\\\u202e\u202c\u200b")
