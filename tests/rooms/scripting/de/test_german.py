"""German rules against a table of our own: a sentence -> what a newsreader says."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from oyez.model.article import Article
from oyez.scripting import adapt, split, spoken
from oyez.scripting.languages import announcement, count, has_rules
from oyez.scripting.speaking import sentences_of

CASES = Path(__file__).with_name("cases.tsv")


def cases() -> list[tuple[str, str, str]]:
    """Class, sentence, what is said."""
    rows = csv.reader(CASES.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [(kind, text, said) for kind, text, said in rows]


def folded(said: str) -> str:
    """A hyphen is a space to the ear, a capital nothing."""
    return re.sub(r"[\s-]+", " ", said).casefold().strip()


@pytest.mark.parametrize(("kind", "text", "said"), cases(), ids=lambda value: value[:40])
def test_a_newsreader_says(kind: str, text: str, said: str) -> None:
    assert folded(spoken(text, "de")) == folded(said), kind


@pytest.mark.parametrize("text", [text for _, text, _ in cases()])
def test_full_stops_of_abbreviations_and_ordinals_end_nothing(text: str) -> None:
    assert split(text, "de") == [text]
    (breath,) = sentences_of(text, "de")
    inner = [word for word in breath.words if word.say][:-1]
    assert not [word for word in inner if word.mark in ".?!" and word.mark]


def test_parts_are_announced_in_german() -> None:
    assert announcement("caption", "de-AT") == "Bildunterschrift"
    assert announcement("footnote", "de") == "Fußnote"
    assert count(21, "de") == "einundzwanzig"
    assert has_rules("de-CH")


def test_a_saying_comes_before_the_rules() -> None:
    article = Article("Am 3. Oktober tagt die CDU.", (), language="de")
    (sentence,) = adapt(article, sayings={"3. Oktober": "Einheitstag", "CDU": "Zeh De Uh"}).sentences
    assert sentence.said == "Am Einheitstag tagt die Zeh De Uh."
