"""Where sentences end."""

from __future__ import annotations

import pytest

from oyez.scripting import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["No. 10 said no.", "No.", "He did not."],
        ["He lives in Austin, Tex.", "She does not."],
        ["They met at 5 p.m.", "The rain came."],
        ["Lt. Col. Lee ran.", "Gen. Wu, of Vol. 3, did not."],
        ["(He left.)", "She stayed."],
        ["He said so (it was 1950.) and left."],
        ["“Stop!” he said.", "“Now.”"],
        ["1. Bread and butter", "2. Jam"],
        ["a. Bread", "b. Butter", "c. Jam"],
        ["He earned $4.5bn.", "It was fine."],
        ["Roe v. Wade stood.", "Mr. Lee agreed."],
    ],
)
def test_english(sentences: list[str]) -> None:
    assert [piece.strip() for piece in split(" ".join(sentences))] == sentences


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("zh", ["我们走吧。", "好！"]),
        ("da", ["Vi bor i E.U.", "Hvad med dig?"]),
        ("de", ["Am 12. Juni, z. B. hier, war es so.", "Dann nicht."]),
    ],
)
def test_other_languages(language: str, sentences: list[str]) -> None:
    joint = "" if language == "zh" else " "
    assert [piece.strip() for piece in split(joint.join(sentences), language)] == sentences


def test_a_long_text_is_taken_in_windows_and_still_covered() -> None:
    text = "“It is so,” he said. “And so (it is) it stays.” " * 2000
    pieces = split(text)
    assert "".join(pieces) == text
    assert len(pieces) == 4000


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("en", "It was the J.D. Power study that showed it. He left.", 2),
        ("en", "She lives in the U.S. The law changed there.", 2),
        ("fr", "M. Macron est arrivé. Il a parlé à Mme. Dupont.", 2),
        ("de", "Am Freitag, 10. März kam die Fähre. Dann der Sturm.", 2),
        ("tr", "Bu 34. haftada oldu. Sonra durdu.", 2),
    ],
)
def test_names_and_ordinals_do_not_end_a_sentence(language: str, text: str, sentences: int) -> None:
    found = split(text, language)
    assert "".join(found) == text
    assert len(found) == sentences
