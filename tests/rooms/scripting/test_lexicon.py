"""Lexicons: entries, W3C PLS files read and written, and what of them is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oyez.errors import BadLexicon, InvalidOption
from oyez.scripting import Entry, Lexicon, entry, read_pls, write_pls
from oyez.scripting.ipa import folded_ipa, possessive, wrong_ipa
from oyez.scripting.pls import PLS_NAMESPACE

HEAD = f'<lexicon version="1.0" alphabet="ipa" xml:lang="en" xmlns="{PLS_NAMESPACE}">'


def pls(inner: str, head: str = HEAD) -> bytes:
    return f'<?xml version="1.0"?>\n{head}\n{inner}\n</lexicon>'.encode()


@pytest.mark.parametrize(
    ("written", "said", "ipa", "alias"),
    [
        ("Xi", "/ʃiː/", "ʃiː", ""),
        ("Xi", " /ʃi:/ ", "ʃiː", ""),
        ("chat", "/t͡ʃæt/", "tʃæt", ""),
        ("gif", "/'ʤɪf/", "ˈdʒɪf", ""),
        ("São  Paulo", "/sɐ̃w̃ ˈpawlu/", "sɐ̃w̃ ˈpawlu", ""),
        ("Al-Jazeera", "/al dʒəˈziːrə/", "al dʒəˈziːrə", ""),
        ("Leung", "Lee-ung", "", "Lee-ung"),
        ("and/or", "and or", "", "and or"),
    ],
)
def test_entries_are_ipa_between_slashes_else_words(written: str, said: str, ipa: str, alias: str) -> None:
    made = entry(written, said)
    assert (made.written, made.ipa, made.alias) == (" ".join(written.split()), ipa, alias)


@pytest.mark.parametrize(
    ("written", "said", "names"),
    [
        ("Xi", "/Shee/", "'S', which is no sign of the IPA"),
        ("Xi", "/ˈ/", "no sound"),
        ("Xi", "//", "empty"),
        ("Xi Jinping", "/ʃiː/", "its IPA has 1 word, its written form 2 words"),
        ("Xi", "/ʃiː dʒɪn/", "its IPA has 2 words, its written form 1 word"),
        ("", "/ʃiː/", "empty"),
        ("…", "/ʃiː/", "no letter"),
        ("Xi", "/" + "a" * 300 + "/", "too long"),
        ("Xi", "a\nb", "control"),
    ],
)
def test_a_bad_entry_says_what_is_wrong(written: str, said: str, names: str) -> None:
    with pytest.raises(InvalidOption, match=names) as caught:
        entry(written, said)
    assert caught.value.hint


def test_a_language_is_a_tag() -> None:
    assert entry("Xi", "/ʃiː/", "en-GB").holds_for("en")
    assert not entry("Xi", "/ʃiː/", "en").holds_for("de")
    assert entry("Xi", "/ʃiː/").holds_for("und")
    with pytest.raises(InvalidOption, match="no language tag"):
        entry("Xi", "/ʃiː/", "English, please")


@pytest.mark.parametrize(
    ("ipa", "ending"),
    [("ʃˈiː", "z"), ("dʒˈeɪmz", "ᵻz"), ("bˈɑːx", "s"), ("ɹuːsˈɛf", "s"), ("mˈɑːɹtʃ", "ᵻz"), ("kˈiːv", "z")],
)
def test_the_possessive_sounds_as_english_has_it(ipa: str, ending: str) -> None:
    assert possessive(ipa) == ipa + ending


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_folded_to_ipa_or_refused(text: str) -> None:
    folded = folded_ipa(text)
    assert folded_ipa(folded) == folded or wrong_ipa(folded)


def test_the_last_entry_of_a_form_and_language_counts() -> None:
    lexicon = Lexicon().added([entry("Xi", "/ʃiː/"), entry("Xi", "Shee", "en"), entry("Xi", "/ksi/")])
    assert [(one.ipa or one.alias, one.language) for one in lexicon] == [("ksi", ""), ("Shee", "en")]
    assert [one.alias for one in lexicon.entries_for("en-US")] == ["Shee"]
    assert [one.ipa for one in lexicon.entries_for("fr")] == ["ksi"]
    assert len(lexicon.without("Xi", "en")) == 1


def test_the_digest_names_the_entries_whatever_their_order() -> None:
    one, two = entry("Xi", "/ʃiː/"), entry("Leung", "Lee-ung")
    assert Lexicon((one, two)).digest == Lexicon((two, one)).digest != Lexicon((one,)).digest
    assert Lexicon().digest == ""


# Files.

_TEXTS = st.text(st.sampled_from("Xi ʃL<&>\"'é😀-習 "), min_size=1, max_size=20)


@settings(deadline=None)
@given(
    st.lists(st.tuples(_TEXTS, st.one_of(_TEXTS, st.just("/ʃˈiː/")), st.sampled_from(["", "en", "pt-BR"])))
)
def test_what_is_written_is_read_again(rows: list[tuple[str, str, str]]) -> None:
    made = []
    for written, said, language in rows:
        try:
            made.append(entry(written, said, language))
        except InvalidOption:
            continue
    lexicon = Lexicon().added(made)
    again = read_pls(write_pls(lexicon))
    assert again.digest == Lexicon(tuple(Entry(o.written, o.ipa, " ".join(o.alias.split()), o.language) for o in lexicon)).digest  # fmt: skip  # noqa: E501


def test_a_file_of_others_is_understood() -> None:
    read = read_pls(
        pls(
            """
  <meta name="author" content="somebody"/>
  <metadata><x xmlns="urn:other"><lexeme>not ours</lexeme></x></metadata>
  <!-- comment -->
  <lexeme role="x:noun" xml:id="a">
    <grapheme>colour</grapheme><grapheme>color</grapheme>
    <phoneme>ˈkɒlə</phoneme><phoneme prefer="true">ˈkʌlɚ</phoneme><phoneme>ˈkʌlə</phoneme>
    <example>The colour of it.</example>
  </lexeme>
  <lexeme><grapheme>W3C</grapheme><alias>World Wide Web   Consortium</alias></lexeme>
  <lexeme xml:lang="de"><grapheme>Xi</grapheme><phoneme alphabet="IPA">ksiː</phoneme></lexeme>"""
        )
    )
    assert [(one.written, one.ipa or one.alias, one.language) for one in read] == [
        ("colour", "ˈkʌlɚ", "en"),
        ("color", "ˈkʌlɚ", "en"),
        ("W3C", "World Wide Web Consortium", "en"),
        ("Xi", "ksiː", "de"),
    ]


def test_other_encodings_are_read() -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{HEAD}<lexeme><grapheme>Xi</grapheme><alias>Shé</alias></lexeme></lexicon>'  # noqa: E501
    assert read_pls(text.encode("utf-16")).entries[0].alias == "Shé"


_BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE lexicon [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip("abcdefgh", "bcdefghi", strict=True))
    + f"]>\n{HEAD}<lexeme><grapheme>&i;</grapheme><alias>b</alias></lexeme></lexicon>"
)


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"", "line 1: this is no XML"),
        (b"\x00\xff", "line 1: this is no XML"),
        (b"Xi,shee\n", "line 1: this is no XML"),
        (pls("<lexeme>")[:-4], "line 4: this is no XML"),
        (_BOMB.encode(), "line 2: a document type is not allowed"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "line 1: a document type"),
        (b"<lexeme/>", "line 1: its first element is <lexeme>, not <lexicon>"),
        (b'<lexicon xmlns="urn:x"/>', "namespace 'urn:x'"),
        (b"<lexicon/>", "namespace ''"),
        (pls("<lexeme><phoneme>a</phoneme></lexeme>"), "line 3: a lexeme without a <grapheme>"),
        (pls("\n<lexeme><grapheme>Xi</grapheme></lexeme>"), "line 4: .*neither <phoneme> nor <alias>"),
        (pls("<lexeme><grapheme>Xi</grapheme><phoneme>Shee</phoneme></lexeme>"), "line 3: .*'S', which"),
        (pls("<lexeme><grapheme>Xi</grapheme><phoneme/></lexeme>"), "line 3: an empty <phoneme>"),
        (pls("<lexeme><grapheme/><phoneme>a</phoneme></lexeme>"), "line 3: .*written form is empty"),
        (pls("<lexeme><grapheme>A B</grapheme><phoneme>a</phoneme></lexeme>"), "its IPA has 1 word"),
        (pls('<lexeme><grapheme>Xi</grapheme><phoneme alphabet="x-sampa">Si:</phoneme></lexeme>'), "x-sampa"),
        (pls("", HEAD.replace('"ipa"', '"x-arpabet"')), ""),
        (pls(f"<lexeme><grapheme>{'x' * 5000}</grapheme></lexeme>"), "too long"),
        (pls("<a>" * 2000), "more than 50 elements within each other"),
        (b'<?xml version="1.0" encoding="no-such"?><lexicon/>', "line 1: "),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_line_and_reason(data: bytes, names: str) -> None:
    if not names:
        assert not read_pls(data), "an alphabet that nothing is written in does no harm"
        return
    with pytest.raises(BadLexicon, match=names) as caught:
        read_pls(data)
    assert caught.value.hint


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for candidate in (data, HEAD.encode() + data):
        try:
            read_pls(candidate)
        except BadLexicon:
            continue


def test_there_is_an_end_to_entries() -> None:
    one = "<lexeme><grapheme>a</grapheme><alias>b</alias></lexeme>\n"
    with pytest.raises(BadLexicon, match="line 50003: more than 50000 entries"):
        read_pls(pls(one * 60_000))
