"""Syllables by spelling."""

from __future__ import annotations

import pytest

from oyez.model.script import Word
from oyez.model.syllables import count_syllables, syllables_of


@pytest.mark.parametrize(
    ("said", "syllables"),
    [
        ("the", 1), ("made", 1), ("makes", 1), ("houses", 2), ("wanted", 2), ("named", 1), ("hundred", 2),
        ("people", 2), ("table", 2), ("metres", 2), ("radio", 3), ("idea", 3), ("question", 2), ("nation", 2),
        ("being", 2), ("government", 3), ("something", 2), ("B B C", 3), ("W", 3), ("don't", 1),
        ("month's", 1),
        ("ninety eight point four billion Hong Kong dollars", 11), ("…", 0), ("", 0),
    ],
)  # fmt: skip
def test_english(said: str, syllables: int) -> None:
    assert count_syllables(said, "en-GB") == syllables


@pytest.mark.parametrize(
    ("said", "language", "syllables"),
    [
        ("Häuser", "de", 2),
        ("Straße", "de", 2),
        ("こんにちは", "ja", 5),
        ("人民银行", "zh", 4),
        ("и", "ru", 1),
    ],
)
def test_other_languages(said: str, language: str, syllables: int) -> None:
    assert count_syllables(said, language) == syllables


def test_phonemes_are_counted_where_a_word_has_some() -> None:
    assert syllables_of(Word(0, 2, "Xi", "lexicon", "", "ʃiː"), "en") == 1
    assert syllables_of(Word(0, 4, "Kyiv", "lexicon", "", "ˈkiːɪv"), "en") in (1, 2)
    assert syllables_of(Word(0, 1, ""), "en") == 0
