"""Laws of the script that hold for any text at all, tried with the pieces that break rules."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from oyez.model.article import (
    Article,
    Byline,
    Code,
    Credit,
    Figure,
    Footnote,
    Heading,
    Left,
    ListItem,
    Paragraph,
    Person,
    PullQuote,
    Quote,
    Table,
)
from oyez.model.script import Script, Sentence
from oyez.scripting import SPEAKABLE, adapt, split, spoken
from oyez.scripting.breath import MOST_CHARACTERS, MOST_WORDS
from oyez.scripting.options import LEVELS
from oyez.scripting.receipt import receipt

FRAGMENTS = [
    ".", "”", "“", "$2.5bn", "😀", "U.S.", "3-1", "—", "[[", "]]", "<b>", "\\", "\u202e", "\ud800", "e\u0301",
    "中文。", "العربية؟", "'", "’90s", "(R)", "(", ")", "\n", "\t", " ", " ", " ", "\u200b", "-5", "½", "²",
    "Mr.", "No.", "10", "000", "+44", "9am-5pm", "16", "February", "US$", "Rs", "€3-4", "billion", "#", "@a",
    "https://a.b/c?d=e", "AT&T", "XIV", "…", "...", "«", "»", "Word", "word,", "!", "?", ":", "&", "%",
    "°C", "24/7", "1,00,000", "2009-2013", "£", "\ue000", "\x00", "\x85", "\u2028", "٣", "１２", "ß",
    "a" * 90, "7" * 90,
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=14).map("".join)
LANGUAGES = st.sampled_from(["en", "en-US", "de", "zh-Hans", "ja", "th", "ar", "fr", "und", ""])
FORBIDDEN = frozenset("[]<>\\\n\r")


def _check(sentence: Sentence, text: str) -> None:
    at = 0
    for word in sentence.words:
        assert at <= word.start <= word.end <= len(text)
        at = word.end
        assert not FORBIDDEN.intersection(word.say)
        assert not any(unicodedata.category(char) in ("Cc", "Cs", "Co", "Cf") for char in word.say)
        assert word.mark in ("", ",", ";", ":", ".", "?", "!", "…")
    assert sentence.said
    last = [word for word in sentence.words if word.say][-1]
    assert last.mark in (".", "?", "!", "…", ":")
    assert sentence.pause > 0


def _covered(script: Script, block: int | None) -> set[int]:
    """The characters under the block's words; each under one word only."""
    seen: list[int] = []
    for sentence in script.sentences:
        if sentence.block == block:
            seen += [at for word in sentence.words for at in range(word.start, word.end)]
    assert seen == sorted(set(seen))
    return set(seen)


LEVEL = st.dictionaries(st.sampled_from(SPEAKABLE), st.sampled_from(LEVELS)) | st.just(SPEAKABLE)
SAYINGS = st.dictionaries(
    st.sampled_from(["Word", "word", "U.S.", "Mr.", "10", "中文", "(R)", "billion", "$2.5bn", "February 10"]),
    st.sampled_from(["well-said", "A B", "[[x]] <i>", "10", "mɑː"]),
)


@settings(deadline=None, max_examples=250)
@given(TEXTS, TEXTS, LANGUAGES, st.sampled_from(["pause", "words", "none"]), LEVEL, SAYINGS)
def test_every_visible_character_is_under_one_word_or_named_silent(
    first: str, second: str, language: str, quotations: str, speak: object, sayings: dict[str, str]
) -> None:
    article = Article(
        first,
        (
            Heading(first),
            Paragraph(second),
            Quote(second, first),
            ListItem(first, 3),
            Figure(second, Credit(first)),
            Table((first, "b"), ((second, "1"), (first, ""))),
            Code(second),
            PullQuote(first, second),
            Byline(second),
            Footnote(first, second),
        ),
        language,
        people=(Person("Word"), Person(first)),
    )
    script = adapt(article, speak=speak, quotations=quotations, sayings=sayings)  # type: ignore[arg-type]
    silent = {one.block for one in script.silent if one.part == "text"}
    written = [block.text for block in article.blocks] + [first, first, first, second, second]
    entries = receipt(script)
    assert sorted("".join(entry.text for entry in entries)) == sorted("".join(written))
    assert all(bool(entry.why) for entry in entries)
    for sentence in script.sentences:
        _check(sentence, article.block_text(sentence.block))
    for index, block in enumerate(article.blocks):
        covered = _covered(script, index)
        visible = {at for at, char in enumerate(block.text) if not char.isspace()}
        assert visible <= covered or (index in silent and not covered)


@settings(deadline=None, max_examples=200)
@given(TEXTS, LANGUAGES)
def test_sentences_cover_the_text(text: str, language: str) -> None:
    assert "".join(split(text, language)) == text


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_english_says_letters_only(text: str) -> None:
    said = spoken(text)
    assert all(char.isalnum() or char in " '-" or unicodedata.category(char)[0] == "M" for char in said)
    assert not any(char in "0123456789" for char in said)


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS, st.integers(-1, 3))
def test_the_receipt_names_every_text_once(first: str, second: str, after: int) -> None:
    article = Article(
        first,
        (Paragraph(second), Figure(first, Credit(second)), Quote(first, second)),
        "en",
        left_out=(Left(second, "advertisement", after), Left(first, "navigation", -1)),
    )
    texts = [first, second, first, second, first, second, second, first]
    entries = receipt(adapt(article))
    written = "".join(sorted("".join(texts)))
    assert "".join(sorted("".join(entry.text for entry in entries))) == written


def test_a_token_of_a_million_characters_is_cut_and_said() -> None:
    article = Article("t", (Paragraph("x" * 1_000_000),), "en")
    script = adapt(article)
    assert len(_covered(script, 0)) == 1_000_000
    assert all(word.end - word.start <= 80 for sentence in script.sentences for word in sentence.words)


def test_no_sentence_is_longer_than_a_breath() -> None:
    long = "and so, as it went on, the river that had no name ran past 1,234 doors " * 300
    sentences = adapt(Article("t", (Paragraph(long), Paragraph("word " * 5000)), "en")).sentences
    assert all(len(sentence.said) <= MOST_CHARACTERS for sentence in sentences)
    assert all(sentence.said_words <= MOST_WORDS for sentence in sentences)
