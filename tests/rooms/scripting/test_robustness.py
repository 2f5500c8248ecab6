"""Any string at all: it is said, or the part that is not is named; nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oyez.model.article import Article, Paragraph
from oyez.scripting import adapt, split, spoken

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)  # lone surrogates and controls too
LANGUAGES = st.sampled_from(["en", "en-US", "de", "fr", "zh", "ja", "th", "ar", "und", "", "??", "x" * 40])


@settings(deadline=None, max_examples=400)
@given(ANYTHING, LANGUAGES)
@example("J.\u202fK. Rowling", "en")  # the sentence engine panics on wide spaces behind initials
@example("5 ⁶ x⁶ ①②⁶1 10⁶", "en")  # digits to Unicode, but no numbers to int()
@example("\ud800 1 \udfff", "en")
@example("[[h@'loU]] <speak>Hi<break/></speak> <prosody rate='x'>", "en")
def test_anything_is_said_or_silent(text: str, language: str) -> None:
    assert "".join(split(text, language)) == text
    said = spoken(text, language)
    assert not set(said) & set("[]<>{}|\\\x00\x1b")


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("x" * 1_000_000, True),
        ("7" * 100_000, True),
        ("😀" * 10_000, False),
        ("?!.,;:—" * 10_000, False),
        ("\x00\x1b\x85" * 1000, False),
        ("\u202e\u200b\ufeff" * 1000, False),
        ("\ud800" * 1000, False),
        ("[[" * 10_000, False),
        ("$" * 10_000, True),
        ("1/" * 10_000, True),
    ],
)
def test_huge_and_strange_texts_are_said_or_named_as_silent(text: str, sounds: bool) -> None:
    script = adapt(Article("t", (Paragraph(text),), "en"))
    body = [sentence for sentence in script.sentences if sentence.block == 0]
    named = [silent for silent in script.silent if silent.block == 0]
    assert bool(body) == sounds or named
    assert bool(body) or (named[0].why if named else not text.strip())


def test_every_figure_of_a_long_number_is_said() -> None:
    assert len(spoken("7" * 100_000).split()) == 100_000
