"""How much is spoken of the parts that are no running text."""

from __future__ import annotations

import pytest

from oyez.errors import InvalidOption
from oyez.model.article import (
    Article,
    Block,
    Byline,
    Code,
    Credit,
    Dateline,
    Figure,
    Footnote,
    Paragraph,
    Person,
    PullQuote,
    Table,
)
from oyez.model.script import Script
from oyez.model.voice import VoiceInfo
from oyez.scripting import SPEAKABLE, adapt
from oyez.scripting.options import LEVELS, check_speak
from oyez.scripting.receipt import receipt
from oyez.scripting.shortening import MEANING
from oyez.storing.keys import clip_key

FIGURE = Figure("Jo (R) sails. Al waits.", Credit("Photo: pool via EPA", "pool", "EPA"))
TABLE = Table(("Party", "Seats", "Change"), (("Red", "4", "-1"), ("Blue", "5", "+1")))
BLOCKS: tuple[Block, ...] = (
    Byline("By Ada Mwangi, in Tarrow, and Bo Lindqvist | 4 min read"),
    Dateline("TARROW"),
    Paragraph("It rained. It stopped."),
    FIGURE,
    PullQuote("Bring boots.", "Ms. Lee"),
    TABLE,
    Code("x = 1\n\ny = 2"),
    Footnote("It did. Twice.", "1"),
)
PEOPLE = (Person("Ada Mwangi"), Person("Bo Lindqvist"))


def _script(speak: object, *blocks: Block, language: str = "en") -> Script:
    article = Article("A title", blocks or BLOCKS, language, people=PEOPLE)
    return adapt(article, speak=speak)  # type: ignore[arg-type]


def _said(script: Script) -> list[str]:
    return [sentence.said for sentence in script.sentences if sentence.role not in ("headline", "paragraph")]


def test_short_says_what_a_listener_needs() -> None:
    assert _said(_script(dict.fromkeys(SPEAKABLE, "short"))) == [
        "By Ada Mwangi, Bo Lindqvist.",
        "Photo caption: Jo, right, sails.",
        "E P A.",
        "Pull quote: Bring boots.",
        "Table: two rows, columns Party, Seats, and Change.",
        "Code, two lines.",
        "Footnote one: It did.",
    ]


@pytest.mark.parametrize(
    ("byline", "people", "said"),
    [
        ("By Ada Mwangi in Tarrow", (), "By Ada Mwangi."),
        ("Ada Mwangi, political editor", (), "By Ada Mwangi."),
        ("By Ada Mwangi and Bo Lindqvist in Tarrow", PEOPLE, "By Ada Mwangi and Bo Lindqvist."),
        ("Words by Ada Mwangi", (), "Words by Ada Mwangi."),
    ],
)
def test_a_short_byline_is_its_names(byline: str, people: tuple[Person, ...], said: str) -> None:
    script = adapt(Article("T", (Byline(byline),), "en", people=people), speak={"bylines": "short"})
    assert _said(script) == [said]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (Table((), (("a", "b"),)), "Table: one row, two columns."),
        (Table(("Town", "Rain"), (("a", "1"), ("b", "2"))), "Table: two rows, columns Town and Rain."),
        (Table(("Town",), (("a",),)), "Table: one row, column Town."),
        (Table(tuple("abcdefgh"), (tuple("12345678"),)), "Table: one row, eight columns."),
    ],
)
def test_a_short_table_is_its_size_and_its_columns(table: Table, said: str) -> None:
    assert _said(_script({"tables": "short"}, table)) == [said]


def test_the_names_of_columns_keep_their_place_and_what_is_added_has_none() -> None:
    (sentence,) = _script({"tables": "short"}, TABLE).sentences[1:]
    lit = [TABLE.text[word.start : word.end] for word in sentence.words if word.say and word.end > word.start]
    assert lit == ["Party", "Seats", "Change"]
    added = [word.say for word in sentence.words if word.start == word.end]
    assert added == ["Table", "two rows", "columns", "and"]


def test_other_languages_have_words_for_it_or_say_so() -> None:
    speak = {"tables": "short", "code": "short"}
    table = Table(("Partei", "Sitze"), (("Rot", "4"), ("Blau", "5")))
    german = _script(speak, table, Code("x = 1"), language="de")
    assert _said(german) == ["Tabelle: zwei Zeilen, Spalten Partei und Sitze.", "Code, eine Zeile."]
    polish = _script(speak, table, Code("x = 1"), language="pl")
    assert _said(polish) == ["Partei, Sitze."]
    assert [one.why for one in polish.silent] == ["nothing in it is said"]
    assert "no short forms for pl yet: tables name their columns, code is shown" in polish.notes


def test_a_mapping_keeps_the_defaults_and_names_do_not() -> None:
    assert check_speak(None) == check_speak({}) == check_speak(["tables"])
    assert check_speak({"captions": "full"})["tables"] == "full"
    assert check_speak(["captions"])["tables"] == "skip"
    assert _script(None) == _script({}) == _script(["tables"])
    with pytest.raises(InvalidOption, match="skip, short, full"):
        check_speak({"tables": "loud"})
    with pytest.raises(InvalidOption, match="adverts"):
        check_speak({"adverts": "short"})


def test_every_kind_has_a_short_form_by_name() -> None:
    assert set(MEANING) == set(SPEAKABLE)


def test_the_receipt_names_the_level_of_each_block() -> None:
    speak = {"captions": "short", "credits": "short", "quotes": "short", "code": "skip", "bylines": "short"}
    fates = [(one.kind, one.part, one.fate, one.why) for one in receipt(_script(speak))]
    assert fates == [
        ("title", "text", "spoken", "headline"),
        ("byline", "text", "short", "byline, its names"),
        ("dateline", "text", "shown", "a short byline has no dateline"),
        ("paragraph", "text", "spoken", "paragraph"),
        ("figure", "text", "short", "caption, its first sentence"),
        ("figure", "credit", "short", "credit, its agency, else its source"),
        ("pull-quote", "text", "spoken", "pull-quote"),
        ("pull-quote", "attribution", "shown", "pull quotes are read without their speaker"),
        ("table", "text", "spoken", "table"),
        ("code", "text", "shown", "code is shown, not read"),
        ("footnote", "label", "shown", "footnotes are shown, not read"),
        ("footnote", "text", "shown", "footnotes are shown, not read"),
    ]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", SPEAKABLE)
def test_another_level_leaves_every_other_clip_as_it_was(kind: str, level: str) -> None:
    voice = VoiceInfo("v", "silent", "en", "V", "none", "1")
    options = {"captions": "figure", "credits": "figure", "quotes": "pull-quote", "footnotes": "footnote"}
    changed = {"bylines": "byline", "tables": "table", "code": "code", **options}[kind]

    def keys(speak: object) -> list[str]:
        return [
            clip_key(sentence, voice)
            for sentence in _script(speak).sentences
            if sentence.block is None or BLOCKS[sentence.block].kind not in (changed, "dateline")
        ]

    everything = dict.fromkeys(SPEAKABLE, "full")
    assert keys({**everything, kind: level}) == keys(everything)
