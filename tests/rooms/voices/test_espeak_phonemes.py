"""IPA through espeak-ng: what it reports it says is what it was given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.scripting.en.heteronyms import HETERONYMS, readings
from oyez.scripting.lexicon_built_in import built_in_lexicon
from oyez.voices.espeak_phonemes import PhonemeTable, phoneme_table, spell
from oyez.voices.nearest_phonemes import NEAREST
from oyez.workers.process import WorkerProcess

Alone = Callable[[str, Sequence[str]], list[str]]

# Every vowel, every consonant, clusters, stress on each syllable, flaps, r before and without a vowel.
WORDS = """
    abandon absolute academy actual afraid airport alcohol alphabet ambition analysis anxious apparatus
    architecture arrangement asleep athlete audience author autumn avenue awkward bachelor balcony bargain
    beautiful behaviour beige bicycle biology borough bottle boycott breathe brewery browse bureau
    butcher butter button calculate calendar camera campaign canoe capital career castle catalogue
    cathedral cello century challenge champagne character chauffeur chemistry childhood choir chocolate
    circuit clothes coincidence colonel comfortable committee computer condition conscience corridor
    courage creature cupboard curiosity daughter debris decision delicious democracy diagnosis dinosaur
    diploma discipline earth echo economy education eighth elaborate electricity emergency engine enough
    enthusiasm envelope environment equipment espionage exaggerate explosion façade family father february
    fiction flour fluid foreign fourteen freight garage genuine geography gigantic giraffe glacier
    government grandfather guitar gymnasium hallway harbour hierarchy horizon hospital hurricane idea
    ignorance imagine immediately infrastructure inquiry island jewel journey judgement juice junior
    kangaroo kilometre knowledge laboratory language laughter leisure library lieutenant literature little
    loch luggage machine magazine manoeuvre measure mechanism medicine military minister mirror mischief
    mountain museum musician mystery naturally neighbour nuisance ocean orchestra original oxygen
    parliament pharmacy photograph pleasure pneumonia politician potato pressure pronunciation psychology
    quarrel queue quiet rarely recipe refrigerator rehearsal religion remember restaurant rhythm sandwich
    sausage schedule scissors secretary seizure shoulder signature soldier sophisticated squirrel starry
    statue strength stomach sword technique temperature theatre thorough thought throughout tomorrow
    tortoise toward transition treasure twelfth unanimous unique useful usual vacuum vague vegetable
    vehicle version video village virtually vision volcano voyage water weather wealthy wednesday whistle
    width wilderness window worthy wrestle yacht yellow yesterday zealous zero zigzag
""".split()
# As people write it: stress before the syllable, r for ɹ, g for ɡ, no stress in one syllable, ties, dots.
WRITTEN = [
    ("/ʃiː dʒɪnˈpɪŋ/", "ʃiː dʒɪnpˈɪŋ"),
    ("ʃiː", "ʃˈiː"),
    ("ˈwɔːtər", "wˈɔːɾɚ"),
    ("ˈstɑːri", "stˈɑːɹi"),
    ("ˈkɑːr", "kˈɑːɹ"),
    ("ˈt͡ʃa.ɡos", "tʃˈɑːɡoʊs"),
    ("ɡɜːrl", "ɡˈɜːl"),
    ("ən", "ən"),
    ("xi", "xˈi"),
    ("ləˈɡaʊd", "ləɡˈaʊd"),
    ("ˈjoːkoː", "jˈoʊkoʊ"),
]
# Sounds that English does not have, by the nearest it has: in an espeak voice, in a neural one.
FOREIGN = [
    ("yʁˈɡɛn", "uːɹɡˈɛn", "uːɹɡˈɛn"),
    ("mˈøːɐ", "mˈɜːɹɐ", "mˈɜːɹɐ"),
    ("seɲˈoɾa", "sɛɲˈoʊɾɑː", "sɛnjˈoʊɾɑː"),
    ("bɔ̃ʒˈuʁ", "bɔ̃ʒˈuːɹ", "bɔ̃ʒˈuːɹ"),
    ("vˈɛ̃", "vˈæn", "vˈæn"),
    ("ʕumˈaːn", "uːmˈɑːn", "uːmˈɑːn"),
    ("ǃˈosa", "kˈoʊsɑː", "kˈoʊsɑː"),
    ("ʂˈaɪ", "ʂˈaɪ", "ʃˈaɪ"),
    ("mˈa˥ma˧", "mˈɑːmɑː", "mˈɑːmɑː"),
]
CHART = (
    "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒᵻᵿɚɝpbtdʈɖcɟkɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟɫʍwɥʜʢʡɕʑɺɧ"
    "ɓɗʄɠʛʘǀǃǂǁ"
)


@pytest.fixture(scope="module")
def alone() -> Iterator[Alone]:
    """(espeak-ng's voice, texts) -> IPA of each."""
    worker = WorkerProcess("oyez.voices.worker", "espeak")

    def ask(voice: str, texts: Sequence[str]) -> list[str]:
        words: list[str] = worker.ask({"do": "alone", "voice": voice, "words": list(texts)}, 20)[0]["words"]
        return words

    yield ask
    worker.close()


def table_of(alone: Alone, voice: str, *, native: bool = False) -> PhonemeTable:
    return phoneme_table(voice, lambda texts: alone(voice, texts), native)


def in_brackets(ipa: str, table: PhonemeTable, written: str = "") -> str:
    spelled = spell(ipa, table, written)
    assert spelled, f"/{ipa}/ cannot be said"
    return " ".join(f"[[{mnemonics}]]" for mnemonics in spelled)


def folded(ipa: str) -> str:
    """What espeak-ng decides by itself, by the neighbours: flaps, weak vowels, n before k."""
    for these, one in (("ɐ", "ə"), ("ᵻ", "ɪ"), ("ɾ", "t"), ("əɹ", "ɚɹ"), ("ŋk", "nk"), ("ŋɡ", "nɡ")):
        ipa = ipa.replace(these, one)
    return ipa


def reported(alone: Alone, voice: str, ipas: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """(word, IPA given, IPA reported back) where they differ."""
    table = table_of(alone, voice)
    back = alone(voice, [in_brackets(ipa, table, written) for written, ipa in ipas])
    return [
        (written, ipa, heard)
        for (written, ipa), heard in zip(ipas, back, strict=True)
        if folded(ipa) != folded(heard)
    ]


@pytest.mark.parametrize("voice", ["en-us", "en"])
def test_what_espeak_says_it_says_again(alone: Alone, voice: str) -> None:
    assert len(WORDS) > 200
    said = list(zip(WORDS, alone(voice, WORDS), strict=True))
    if voice == "en":  # its a is written æ in the IPA that words bring along
        said = [(word, re.sub("a(?![ɪʊ])", "æ", ipa)) for word, ipa in said]
        said = [(word, ipa) for word, ipa in said if not re.search("[eʊ]ə|ɑː|æ", ipa)]
    assert not reported(alone, voice, said)


@pytest.mark.parametrize("voice", ["de", "fr", "es", "it", "nl"])
def test_other_languages_are_asked_for_their_vowels(alone: Alone, voice: str) -> None:
    words = "banane telefon minister radio musik familie kilo total lokal moral normal doktor".split()
    assert not reported(alone, voice, list(zip(words, alone(voice, words), strict=True)))


def test_heteronyms_are_said_as_they_are_read(alone: Alone) -> None:
    known = [(form, one.ipa) for form in sorted(HETERONYMS) for one in readings(form)]
    assert len(known) > 500
    assert not reported(alone, "en-us", known)


def test_names_of_the_lexicon_are_said_as_they_are_written(alone: Alone) -> None:
    names = [(one.written, one.ipa) for one in built_in_lexicon("en") if one.ipa]
    wrong = reported(alone, "en-us", names)
    assert len(wrong) <= len(names) // 100, wrong


@pytest.mark.parametrize(("ipa", "expected"), WRITTEN)
def test_ipa_is_taken_as_people_write_it(ipa: str, expected: str, alone: Alone) -> None:
    heard = alone("en-us", [in_brackets(ipa, table_of(alone, "en-us"))])[0]
    assert folded(heard) == folded(expected)


@pytest.mark.parametrize(("ipa", "espeak", "neural"), FOREIGN)
def test_foreign_sounds_come_as_near_as_they_can(ipa: str, espeak: str, neural: str, alone: Alone) -> None:
    for native, expected in ((False, espeak), (True, neural)):
        table = table_of(alone, "en-us", native=native)
        assert alone("en-us", [in_brackets(ipa, table)]) == [expected]


@pytest.mark.parametrize(
    ("voice", "ipa", "expected"),
    [
        ("de", "wˈaɪnd", "wˈaɪnt"),
        ("de", "θˈɜːɹ tˈiː", "θˈɜː tˈiː"),
        ("de", "bˈɛɾɚ", "bˈɛrɜ"),
        ("fr", "ɹˈɛɡən", "ʁˈɛɡən"),
        ("es", "dʒˈæk", "dʒˈɛk"),
    ],
)
def test_english_in_another_voice(voice: str, ipa: str, expected: str, alone: Alone) -> None:
    assert alone(voice, [in_brackets(ipa, table_of(alone, voice))]) == [expected]


def test_britain_keeps_its_own_vowels(alone: Alone) -> None:
    table = table_of(alone, "en-us")
    words = {"contract": "kˈɑːntɹækt", "Obama": "oʊbˈɑːmə", "harbor": "hˈɑːɹbɚ", "no": "nˈoʊ"}
    said = alone("en", [in_brackets(ipa, table, word) for word, ipa in words.items()])
    assert said == ["kˈɒntɹakt", "əʊbˈɑːmə", "hˈɑːbə", "nˈəʊ"]


def test_every_sign_of_the_chart_can_be_said(alone: Alone) -> None:
    for voice in ("en-us", "de", "fr", "es"):
        for native in (False, True):
            table = table_of(alone, voice, native=native)
            assert not [sign for sign in CHART if spell(f"{sign}ˈa{sign}", table) is None]


def test_what_is_no_ipa_is_left_to_the_voice(alone: Alone) -> None:
    table = table_of(alone, "en-us")
    for ipa in ("", " ", "ˈ", "wˈɪnd €", "今天", "]] [[", "tˈa" * 60):
        assert spell(ipa, table) is None
    assert spell("mˈa˥", table_of(alone, "de")) is None, "a tone is part of the word where there are tones"


@given(st.text(CHART + "ˈˌː ˑ.‿\u0303\u0329[]|/'\"#@", max_size=40))
def test_no_text_breaks_out_of_the_brackets(ipa: str) -> None:
    for mnemonics in spell(ipa, phoneme_table("en", lambda _: [])) or ():
        assert mnemonics.isascii()
        assert not set(mnemonics) & set("[] \n")


def test_the_nearest_is_another_sound() -> None:
    for sound, near in NEAREST.items():
        assert sound == unicodedata.normalize("NFD", sound)
        assert sound not in near
