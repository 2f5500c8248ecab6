"""A listener's own "say it like ..."."""

from __future__ import annotations

import pytest

from oyez.errors import InvalidOption
from oyez.model.article import Article, Figure, Footnote, Paragraph, Table
from oyez.model.script import Script
from oyez.scripting import SPEAKABLE, adapt
from oyez.scripting.receipt import Change, receipt
from oyez.scripting.sayings import MOST_SAYINGS


def _script(text: str, sayings: dict[str, str], language: str = "en") -> Script:
    return adapt(Article("T", (Paragraph(text),), language), sayings=sayings)


def _said(text: str, sayings: dict[str, str], language: str = "en") -> str:
    return " ".join(sentence.said for sentence in _script(text, sayings, language).sentences[1:])


@pytest.mark.parametrize(
    ("text", "written", "say", "said"),
    [
        ("Ada Leung won.", "Leung", "Lee-ung", "Ada Lee-ung won."),
        ("The SCMP wrote.", "SCMP", "South China Morning Post", "The South China Morning Post wrote."),
        ("Leung’s and Leung's aide.", "Leung", "Lee-ung", "Lee-ung's and Lee-ung's aide."),
        ("A Leung-led, pro-Leung vote.", "Leung", "Lee-ung", "A Lee-ung led, pro Lee-ung vote."),
        ("The US-Leung deal.", "Leung", "Lee-ung", "The U S Lee-ung deal."),
        ("Leungs lost.", "Leung", "Lee-ung", "Leungs lost."),
        ("LEUNG won, Leung lost.", "Leung", "Lee-ung", "leung won, Lee-ung lost."),
        ("Leung, LEUNG.", "leung", "Lee-ung", "Lee-ung, Lee-ung."),
        ("In Hong Kong today.", "Hong Kong", "Hoong Kong", "In Hoong Kong today."),
        ("Hong Kong’s Hong Kong-based.", "Hong Kong", "HK", "HK's HK based."),
        ("Hong, Kong.", "Hong Kong", "HK", "Hong, Kong."),
        ("Near St. Ives now.", "St. Ives", "Saint Ives", "Near Saint Ives now."),
        ("The St. Ives road.", "St.", "Sant", "The Sant Ives road."),
        ("Mr. Leung, 78.", "Leung", "Lee-ung", "Mister Lee-ung, seventy eight."),
        ("It cost 500 crore.", "crore", "ten million", "It cost five hundred ten million."),
        ("Al-Jazeera-owned.", "Al-Jazeera", "Al Jazeera", "Al Jazeera owned."),
        ("It is <b>[[x]] Leung.", "Leung", "[[x]]<Lee>", "It is b x x Lee."),
    ],
)
def test_words_are_said_the_listeners_way(text: str, written: str, say: str, said: str) -> None:
    assert _said(text, {written: say}) == said


def test_the_exact_case_comes_before_any_case_and_the_longest_first() -> None:
    own = {"it": "eat", "IT": "eye tee", "New": "Neu", "New York": "Big Apple"}
    assert _said("IT and It in New York, New.", own) == "eye tee and eat in Big Apple, Neu."


def test_the_word_covers_what_is_written() -> None:
    text = "In “Hong  Kong,” he won."
    words = _script(text, {"Hong Kong": "HK"}).sentences[1].words
    assert [(text[word.start : word.end], word.say) for word in words if word.rule == "saying"] == [
        ("“Hong  Kong,”", "HK")
    ]


def test_sayings_work_in_every_language() -> None:
    assert (
        _said("Le G20 de Leung.", {"Leung": "Lee-ung", "G20": "gé vingt"}, "fr") == "Le gé vingt de Lee-ung."
    )
    assert _said("习近平说。", {"习近平": "Xi Jinping"}, "zh") == "Xi Jinping 说."
    assert _said("दिल्ली में", {"दिल्ली": "देहली"}, "hi") == "देहली में."


def test_sayings_reach_every_part_and_the_receipt() -> None:
    blocks = (Figure("Leung waits."), Table(("Leung",), (("1",),)), Footnote("By Leung.", "SCMP"))
    script = adapt(
        Article("Leung", blocks, "en"), speak=SPEAKABLE, sayings={"Leung": "Lee-ung", "SCMP": "the Post"}
    )
    assert [sentence.said for sentence in script.sentences] == [
        "Lee-ung.",
        "Photo caption: Lee-ung waits.",
        "Lee-ung: one.",
        "Footnote the Post: By Lee-ung.",
    ]
    assert receipt(script)[0].changes == (Change("Leung", "Lee-ung", "saying"),)


def test_only_sentences_that_hold_the_word_change() -> None:
    text = "Ada Leung came. It rained at 9am. Leung’s aide left. Nobody said why."
    before, after = _script(text, {}).sentences, _script(text, {"Leung": "Lee-ung"}).sentences
    assert [one == other for one, other in zip(before, after, strict=True)] == [
        True,
        False,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("written", "said", "names"),
    [
        ("", "x", "empty"),
        ("x", " ", "empty"),
        ("x" * 101, "x", "too long"),
        ("x", "x" * 101, "too long"),
        ("x", "--", "no letter"),
        ("x", "a\nb", "control"),
        ("…", "dots", "no letter"),
    ],
)
def test_a_bad_entry_is_named(written: str, said: str, names: str) -> None:
    with pytest.raises(InvalidOption, match=names) as caught:
        _script("Text.", {"Leung": "Lee-ung", written: said})
    assert repr(written) in caught.value.message


def test_there_may_be_five_hundred() -> None:
    many = {f"name{at}": "x" for at in range(MOST_SAYINGS)}
    assert _said("It is name7.", many) == "It is x."
    with pytest.raises(InvalidOption, match="too many"):
        _script("Text.", {**many, "one": "more"})
