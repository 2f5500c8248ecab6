"""Phonemes dealt out to Words, and as ids: nothing lost, nothing counted, nothing let in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oyez.model.script import Word
from oyez.voices.espeak_phonemes import phoneme_table
from oyez.voices.espeak_text import espeak_text
from oyez.voices.phonemes import Pronounced, carry, pronounce
from oyez.voices.piper_config import PiperConfig, parse_config
from oyez.voices.piper_ids import encode
from oyez.workers.process import WorkerProcess

NASTY = [
    *("the", "of", "in", "has", "been", "a", "U.S.", "3-1", "’s", "'", "l'", "Hong Kong", "the first"),
    *("—", "😀", "[[x]]", "(en)", "^_$", "naïve", "été", "今天", "مرحبا", "e\u0301", "\u00ad"),
]

Ask = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def espeak() -> Iterator[Ask]:
    worker = WorkerProcess("oyez.voices.worker", "espeak")
    yield lambda request: worker.ask(request, 20)[0]
    worker.close()


def said_by(ask: Ask, voice: str, says: Sequence[str]) -> list[Pronounced]:
    return pronounced_by(ask, voice, [Word(0, 0, said) for said in says])


def pronounced_by(ask: Ask, voice: str, words: Sequence[Word]) -> list[Pronounced]:
    """The way of a Piper voice: phonemes that words bring along go through espeak-ng as well."""

    def alone(words: Sequence[str]) -> list[str]:
        found: list[str] = ask({"do": "alone", "voice": voice, "words": list(words)})["words"]
        return found

    given = espeak_text(words, lambda: phoneme_table(voice, alone, native=True))
    answer = ask({"do": "phonemes", "voice": voice, "text": given.text})
    return pronounce(given.text, given.places, answer["clauses"], answer["groups"], alone)


@pytest.mark.parametrize(
    ("voice", "said", "expected"),
    [
        ("en-us", "in|the|end", ["ɪn+", "ðɪ", "ˈɛnd"]),
        ("en-us", "has|been|to|the|U.S.", ["hˈæz+", "biːn", "tə", "ðə", "jˌuːˈɛs"]),
        ("en-us", "on|the first of|May", ["ɔn+", "ðə fˈɜːst ʌv", "mˈeɪ"]),
        ("en-us", "out|of|the", ["ˌaʊɾ+", "əv", "ðə"]),
        ("en-us", "Hong Kong|—||harbour", ["hˈɑːŋ kˈɑːŋ", "", "", "hˈɑːɹbɚ"]),
        ("en-us", "I|do|not", ["aɪ", "duː+", "nˈɑːt"]),
        ("cmn", "今天|天气|很|好", ["tɕˈi5n thˈiɛ5n", "thˈiɛ5n tɕhˈi5", "χə2n+", "χˈɑu2"]),  # with tones
        ("de", "Das|Meeting|war|schön", ["das", "mˈeːtɪŋ", "vɑːɾ", "ʃˈøːn"]),
    ],
)
def test_each_word_gets_its_phonemes(voice: str, said: str, expected: list[str], espeak: Ask) -> None:
    found = said_by(espeak, voice, said.split("|"))
    spelled = [one.ipa + "+" * one.joined for one in found]
    assert spelled == expected


@pytest.mark.parametrize(
    ("voice", "said", "expected"),
    [
        ("en-us", "the|lead=lˈɛd|of|the|pipe", ["ðə", "lˈɛd", "ʌv+", "ðə", "pˈaɪp"]),
        ("en-us", "of|the|wind=wˈaɪnd", ["ʌv+", "ðə", "wˈaɪnd"]),
        ("en-us", "the|use=jˈuːs|the|orb=ˈɔːɹb", ["ðə", "jˈuːs", "ðɪ", "ˈɔːɹb"]),
        ("en-us", "Xi Jinping's=ʃˈiː dʒɪnpˈɪŋz|in|the|end", ["ʃˈiː dʒɪnpˈɪŋz", "ɪn+", "ðɪ", "ˈɛnd"]),
        ("en-us", "Xi=ʃiː|Xi=ʃiː||Xi=ʃiː", ["ʃˈiː", "ʃˈiː", "", "ʃˈiː"]),
        ("en-us", "latter=lˈætɚ", ["lˈæɾɚ"]),
        ("en-us", "Gijón=xixˈɔn|señor=seɲˈoɾ", ["xixˈɔn", "sɛnjˈoʊɹ"]),
        ("en-gb", "the|row=ɹˈoʊ|over|contracts=kˈɑːntɹækts", ["ðə", "ɹˈəʊ", "ˌəʊvə", "kˈɒntɹakts"]),
        ("de", "Der|Speaker=spˈiːkɚ|Smith=smˈɪθ", ["dɛɾ", "spˈiːkɜ", "smˈɪs"]),
    ],
)
def test_phonemes_come_back_as_the_voice_was_trained_on(
    voice: str, said: str, expected: list[str], espeak: Ask
) -> None:
    parts = [part.partition("=") for part in said.split("|")]
    words = [Word(0, 0, say, phonemes=ipa or None) for say, _, ipa in parts]
    found = pronounced_by(espeak, {"en-gb": "en"}.get(voice, voice), words)
    assert [one.ipa + "+" * one.joined for one in found] == expected


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(NASTY), min_size=1, max_size=9), st.sampled_from(["en-us", "fr", "cmn"]))
def test_nothing_is_lost_between_words(espeak: Ask, says: list[str], voice: str) -> None:
    given = espeak_text([Word(0, 0, said) for said in says])
    answer = espeak({"do": "phonemes", "voice": voice, "text": given.text})
    found = said_by(espeak, voice, says)
    assert len(found) == len(says)
    whole = "".join(answer["clauses"])
    for switch in ("(en)", "(fr)", "(cmn)", "(en-us)"):
        whole = whole.replace(switch, "")
    assert "".join("".join(one.ipa.split()) for one in found) == "".join(whole.split())
    assert not any(one.ipa for one, place in zip(found, given.places, strict=True) if not place)


_SOUNDS = st.text("aɪnðəstʌv", max_size=12)


@given(_SOUNDS, _SOUNDS, st.lists(st.integers(0, 12)))
def test_cuts_carry_over_in_order_and_inside(source: str, target: str, cuts: list[int]) -> None:
    cuts = sorted(min(cut, len(source)) for cut in cuts)
    carried = carry(cuts, source, target)
    assert carried == sorted(carried)
    assert all(0 <= cut <= len(target) for cut in carried)
    assert carry(cuts, source, source) == cuts


def config(symbols: str = "_^$ ,.ˈabcde", **changes: Any) -> PiperConfig:
    table = {symbol: [index] for index, symbol in enumerate(symbols)}
    data = {"audio": {"sample_rate": 22_050}, "espeak": {"voice": "en"}, "phoneme_id_map": table} | changes
    return parse_config(json.dumps(data).encode(), "x")


def test_ids_are_laid_out_as_piper_does() -> None:
    words = [
        Pronounced("aˈb"),
        Pronounced("c", joined=True),
        Pronounced(""),
        Pronounced("d"),
        Pronounced("e"),
    ]
    encoded = encode(words, [",", "", ";", "", "."], config())
    letters = "".join("_^$ ,.ˈabcde"[index] for index in encoded.ids)
    assert letters == "^_a_ˈ_b_,_ _c_d_ _e_._$"
    assert encoded.places == ((1, 8), (11, 14), None, (14, 16), (16, 20))
    assert not encoded.missing


def test_reserved_and_unknown_symbols_are_named_once() -> None:
    encoded = encode([Pronounced("a^b$z"), Pronounced("z_")], ["!", ""], config())
    assert encoded.missing == ("^", "$", "z", "_")
    assert encoded.places[1] is None
    assert encoded.ids.count(1) == encoded.ids.count(2) == 1


def test_clusters_and_several_ids_a_symbol() -> None:
    table = {"_": [0], "^": [1], "$": [2], "a": [3], "ɪ": [4], "aɪ": [5, 6]}
    whole = config(phoneme_id_map=table, vowel_clusters=[["a", "ɪ"]])
    encoded = encode([Pronounced("aɪɪa")], [""], whole)
    assert encoded.ids == (1, 0, 5, 6, 0, 4, 0, 3, 0, 2)


def test_what_a_voice_was_not_trained_on_is_said_by_the_nearest() -> None:
    encoded = encode([Pronounced("ɐɲˈæ"), Pronounced("ʔ")], ["", ""], config("_^$ njaˈəe"))
    letters = "".join("_^$ njaˈəe"[index] for index in encoded.ids)
    assert letters == "^_ə_n_j_ˈ_a_$"
    assert encoded.missing == ("ʔ",) and encoded.places[1] is None


def test_accents_are_symbols_of_their_own() -> None:
    encoded = encode([Pronounced("\u00e3")], [""], config("_^$a\u0303"))
    assert encoded.ids == (1, 0, 3, 0, 4, 0, 2)


@given(
    st.lists(
        st.tuples(
            st.builds(Pronounced, st.text("aˈbz^ ", max_size=4), st.booleans()),
            st.sampled_from(["", ",", ".", "…", "?"]),
        )
    )
)
def test_words_own_runs_of_ids_that_rise(words: list[tuple[Pronounced, str]]) -> None:
    encoded = encode([word for word, _ in words], [mark for _, mark in words], config())
    placed = [place for place in encoded.places if place]
    assert all(start < end < len(encoded.ids) for start, end in placed)
    assert all(after[0] >= before[1] for before, after in pairwise(placed))
    assert set(encoded.ids[1::2]) <= {0}, "a PAD after every symbol"
