"""Words get the pronunciation that is known for them, and nothing else of them changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oyez.errors import InvalidOption
from oyez.model.article import Article, Figure, Paragraph, Table
from oyez.model.script import Script, Word
from oyez.scripting import SPEAKABLE, Lexicon, adapt, entry, phonemes
from oyez.scripting.speaking import sentences_of

OWN = Lexicon(
    (
        entry("Ebbwick", "/ˈɛbɪk/"),
        entry("Ada Ebbwick", "/ˈɑːdə ˈɛbɪks/"),
        entry("gullane", "/ˈɡɪlən/"),
        entry("GIF", "/dʒɪf/"),
        entry("St. Ibb", "/sənt ˈɪb/"),
        entry("Ys", "/iːs/", "fr"),
        entry("Kreel-Oss", "/kɹˈiːlɔːs/"),
        entry("Mossbank", "Moss bank"),
        entry("3D", "/θɹiː diː/".replace(" ", "")),
    )
)


def script(text: str, lexicon: Lexicon = OWN, language: str = "en", **options: object) -> Script:
    return adapt(Article("", (Paragraph(text),), language), lexicon=lexicon, **options)  # type: ignore[arg-type]


def known(text: str, lexicon: Lexicon = OWN, language: str = "en") -> list[tuple[str, str]]:
    words = [word for sentence in script(text, lexicon, language).sentences for word in sentence.words]
    return [(text[word.start : word.end], word.phonemes) for word in words if word.phonemes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In “Ebbwick,” they waited.", [("“Ebbwick,”", "ˈɛbɪk")]),
        ("Ebbwick’s and Ebbwick's", [("Ebbwick’s", "ˈɛbɪks"), ("Ebbwick's", "ˈɛbɪks")]),
        ("An ebbwick.", []),
        ("Gullane, GULLANE", [("Gullane,", "ˈɡɪlən"), ("GULLANE", "ˈɡɪlən")]),
        ("A GIF of GIFs.", [("GIF", "dʒɪf")]),
        ("Ada Ebbwick, Ada, Ebbwick.", [("Ada", "ˈɑːdə"), ("Ebbwick,", "ˈɛbɪks"), ("Ebbwick.", "ˈɛbɪk")]),
        ("Ada Ebbwick’s", [("Ada", "ˈɑːdə"), ("Ebbwick’s", "ˈɛbɪksᵻz")]),
        ("Near St. Ibb now", [("St.", "sənt"), ("Ibb", "ˈɪb")]),
        ("Ebbwick-based, pro-Ebbwick", [("Ebbwick-based,", "ˈɛbɪkbˈeɪst"), ("pro-Ebbwick", "pɹˈoʊˈɛbɪk")]),
        ("Ebbwick-gazing", [("Ebbwick-", "ˈɛbɪk")]),
        ("The US–Ebbwick–Gullane pact", [("Ebbwick–", "ˈɛbɪk"), ("Gullane", "ˈɡɪlən")]),
        ("Ada Ebbwick-led", [("Ada", "ˈɑːdə"), ("Ebbwick-led", "ˈɛbɪkslˈɛd")]),
        ("Kreel-Oss’s Kreel", [("Kreel-Oss’s", "kɹˈiːlɔːsᵻz")]),
        ("In 3D today", [("3D", "θɹiːdiː")]),
        ("Ys is far", []),
    ],
)
def test_words_get_their_pronunciation(text: str, expected: list[tuple[str, str]]) -> None:
    assert known(text) == expected


def test_ipa_leaves_what_is_said_alone() -> None:
    text = "Ebbwick’s GIF of Ada Ebbwick, the Ebbwick-based pro-Gullane St. Ibb."
    assert [one.said for one in script(text).sentences] == [
        one.said for one in script(text, Lexicon()).sentences
    ]


def test_an_entry_of_words_is_said_as_a_saying() -> None:
    (sentence,) = script("Mossbank’s mayor.").sentences
    assert sentence.said == "Moss bank's mayor."
    assert sentence.words[0].rule == "saying"


def test_a_saying_for_one_article_comes_first() -> None:
    for said, expected in (("/ɛb/", "ɛb"), ("Ebb-ick", None)):
        (sentence,) = script("Ebbwick", sayings={"Ebbwick": said}).sentences
        assert sentence.words[0].phonemes == expected


def test_a_bad_saying_in_ipa_is_named() -> None:
    with pytest.raises(InvalidOption, match="'Xi' = '/Shee/' is not one: its IPA holds 'S'"):
        script("Xi", sayings={"Xi": "/Shee/"})


def test_other_languages_have_their_own() -> None:
    assert known("Ys dort.", language="fr") == [("Ys", "iːs")]
    assert known("Kyiv und Ebbwick", language="de") == [("Ebbwick", "ˈɛbɪk")]
    han = Lexicon((entry("習近平", "/ɕi/"),))
    assert known("據習近平說", han, "zh") == [("習近平", "ɕi")]


def test_every_part_of_an_article_has_them() -> None:
    blocks = (Figure("Ebbwick waits."), Table(("Ebbwick",), (("Gullane",),)))
    made = adapt(Article("Ebbwick", blocks, "en"), speak=SPEAKABLE, lexicon=OWN)
    said = [word for sentence in made.sentences for word in sentence.words if word.end > word.start]
    assert sum(word.phonemes is not None for word in said) == 3


def test_the_built_in_lexicon_speaks_where_the_listener_does_not() -> None:
    assert [ipa for _, ipa in known("Ursula von der Leyen", Lexicon())][-1] == "lˈaɪən"
    mine = Lexicon((entry("Kyiv", "/kɪˈjɪv/"),))
    assert known("Kyiv", mine) == [("Kyiv", "kɪˈjɪv")]
    assert phonemes("A Kyiv-based lawyer met Zelenskyy’s aide.", "Zelenskyy's") == "zəlˈɛnskiz"
    assert phonemes("A plain sentence.", "plain") == ""


def test_figures_and_acronyms_keep_their_rules() -> None:
    text = "The UAE, 3 GIFs and MH370 cost $4.5bn."
    with_own, without = (script(text, lexicon).sentences[0] for lexicon in (OWN, Lexicon()))
    assert [word.say for word in with_own.words] == [word.say for word in without.words]
    assert not any(word.phonemes for word in without.words)


_PIECES = [
    "Ebbwick",
    "’s",
    "-",
    "Gullane",
    " ",
    "Ada",
    "“",
    "GIF",
    "3D",
    "–",
    ".",
    "St.",
    "😀",
    "[[",
    "/",
    "US",
    "習",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), st.sampled_from(["en", "de", "zh", "und"])
)
def test_words_still_cover_the_text_in_order(text: str, language: str) -> None:
    for breath in sentences_of(text, language):
        assert breath.words
    made = script(text, language=language)
    words: list[Word] = [word for one in made.sentences if one.block == 0 for word in one.words]
    assert all(one.end <= two.start for one, two in pairwise(words))
    covered = {at for word in words for at in range(word.start, word.end)}
    assert not words or all(at in covered for at, char in enumerate(text) if not char.isspace())
