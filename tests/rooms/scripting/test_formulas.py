"""Formulas are said sign by sign, their source is named, and prose with signs stays prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.scripting.speaking import span_words, spoken


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("E = mc²", "E equals m c squared"),
        ("x² + y² = z²", "x squared plus y squared equals z squared"),
        ("It holds if x ≥ 5 and y ≤ 3.", "It holds if x is at least five and y is at most three"),
        ("a ≠ b", "a is not equal to b"),
        ("f(x) = 2x + 1", "f of x equals two x plus one"),
        ("Δx · Δp ≥ ħ/2", "delta x times delta p is at least h bar over two"),
        ("√2 ≈ 1.4", "the square root of two is approximately one point four"),
        ("(p < 0.05)", "p is less than zero point zero five"),
        ("5 × 10⁸", "five times ten to the power of eight"),
        ("10⁻⁶", "ten to the power of minus six"),
        ("I = V/R", "I equals V over R"),
        ("1,000 > 999", "one thousand is greater than nine hundred ninety nine"),
        ("the α decay", "the alpha decay"),
        ("β-blockers", "beta blockers"),
        ("so $E = mc^2$ is true", "so formula is true"),
        ("so \\(x^2 + 1\\) is even", "so formula is even"),
        # no formulas
        ("5 km² of land", "five square kilometres of land"),
        ("from $5 million to $6 million", "from five million dollars to six million dollars"),
        ("Ελλάδα", "Ελλάδα"),
        ("6 μm wide", "six micrometres wide"),
    ],
)
def test_english(text: str, wanted: str) -> None:
    assert spoken(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("E = mc²", "E gleich m c Quadrat"),
        ("x ≥ 5", "x mindestens fünf"),
        ("f(x) = 2x + 1", "f von x gleich zwei x plus eins"),
        ("2³ < 10", "zwei hoch drei kleiner als zehn"),
        ("die α-Strahlung", "die Alpha Strahlung"),
    ],
)
def test_german(text: str, wanted: str) -> None:
    assert spoken(text, "de") == wanted


def test_source_is_shown_with_its_reason() -> None:
    words = span_words("so $E = mc^2$ is", 0, 16, "en")
    assert [word.rule for word in words] == ["plain", *["formula source"] * 3, "plain"]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("https://www.example.com/news/2024/rain?utm=x&id=9#top", "en", "link to example dot com"),
        ("Read more at https://example.com/a/b/c/d today.", "en", "Read more at example dot com today"),
        ("example.com/search?q=boats", "en", "link to example dot com"),
        ("See bbc.co.uk/news now", "en", "See B B C dot co dot U K slash news now"),
        ("https://www.example.com/news/2024/rain?utm=x", "de", "Link zu example Punkt com"),
        ("https://www.example.com/news/2024/rain?utm=x", "pl", "example.com"),
        ("and/or 24/7", "en", "and or twenty four seven"),
    ],
)
def test_a_link_is_said_by_its_site(text: str, language: str, wanted: str) -> None:
    assert spoken(text, language) == wanted


@given(
    st.text(st.sampled_from("xE=mc²$\\(){}^_<>≥αβΔ·√/5.0 ⁻⁶₂→ab\n"), max_size=60),
    st.sampled_from(["en", "de"]),
)
def test_any_signs_cover_their_text(text: str, language: str) -> None:
    words = span_words(text, 0, len(text), language)
    covered = {at for word in words for at in range(word.start, word.end)}
    assert not [char for at, char in enumerate(text) if at not in covered and not char.isspace()]
