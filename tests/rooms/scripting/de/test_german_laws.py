"""Laws of the German rules that hold for any text: nothing raises, nothing is lost, one Word a token."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oyez.scripting import split, spoken
from oyez.scripting.languages import read, tokeniser
from oyez.scripting.speaking import sentences_of

PIECES = [
    "3.", "Oktober", "1990", "z. B.", "z.B.", "d.", "h.", "1,5", "Mio.", "€", "20.15", "Uhr", "§", "§§",
    "II.", "Friedrich", "der", "am", "vom", "bis", "und", "1.", "FC", "2/3", "½", "10-jährig", "80-Jährige",
    "1:0-Sieg", "Bürger*innen", "(l.)", "(2. v. r.)", "S.", "12-15", "Nr.", "CO2", "km/h", "-5", "°C",
    "+49", "030", "@a_b", "#C", "1 000", "1.-Mai-Demo", "'68er", "90er", "2023/24", "45.+2", "2.-größte",
    "EUR", "$1,5", "Mrd.", "GmbH", "e. V.", "Goethestr.", "dpa", "½", "x", "4x100", "1.2.3.4", "0,", ",5",
    "1,2,3", "9" * 30, "I", "I.", "†1999", "100%ig", "–", "„", "“", "»", "\u00ad", "\ud800", "[[", "😀", "₂",
    "²", "١", "-", "/", "A/B-C&D", "a" * 90, "\u00a0", "\n", " ", " ", " ", " ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=14).map("".join)
# A token may stay silent where its neighbour says both: "19,99 Euro", "3 1/2", "EUR 250".
SHARED = frozenset(
    {"money", "currency", "fraction", "number", "time", "abbreviation", "phone", "punctuation", "emoji"}
)


@settings(deadline=None, max_examples=400)
@given(TEXTS)
def test_any_text_keeps_its_tokens(text: str) -> None:
    tokens = tokeniser("de")(text, 0, len(text))
    said = read(tokens, "de")
    assert len(said) == len(tokens)
    for token, one in zip(tokens, said, strict=True):
        if re.search(r"[0-9A-Za-z]", token.core) and not one.say:
            assert one.rule in SHARED, (token, one)
        assert not re.search(r"[0-9]", one.say) or not token.core.isascii(), (token, one)
    assert "".join(split(text, "de")) == text


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_words_rise_in_their_sentence(text: str) -> None:
    at = 0
    for breath in sentences_of(text, "de"):
        for word in breath.words:
            assert at <= word.start <= word.end <= len(text)
            at = word.end


@pytest.mark.parametrize(
    "text", ["7" * 100_000, "3. " * 5_000, "z. " * 5_000, "1/2" * 5_000, "A-" * 20_000, "und 3. " * 3_000]
)
def test_long_texts_are_read_to_their_end(text: str) -> None:
    assert spoken(text, "de")


def test_names_figures_and_negations_come_through() -> None:
    said = spoken("Der G20-Gipfel sprach nicht über Flug MH370, aber über H5N1 und kein Wort zu § 218.", "de")
    for part in (
        "G zwanzig",
        "nicht",
        "M H dreihundertsiebzig",
        "H fünf N eins",
        "kein",
        "zweihundertachtzehn",
    ):
        assert part in said
