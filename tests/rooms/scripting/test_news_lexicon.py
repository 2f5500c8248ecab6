"""The built-in news lexicon: every entry is well formed, differs from spelling, and is heard as written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import pytest

from oyez.scripting.ipa import wrong_ipa
from oyez.scripting.lexicon import Entry, wrong_entry
from oyez.scripting.lexicon_built_in import built_in_lexicon
from oyez.scripting.speaking import sentences_of
from oyez.voices.espeak_phonemes import phoneme_table, spell
from oyez.workers.process import WorkerProcess

ENTRIES = built_in_lexicon("en").entries
Alone = Callable[[Sequence[str]], list[str]]
LEAST = 400
SOURCES = {"own"}
# The phones of General American in the engines' spelling, no others.
_PHONES = re.compile(
    r"(?:[ˈˌ]|tʃ|dʒ|[pbtdkɡmnŋfvθðszʃʒhxɹljw]|iː|eɪ|ɑː|ɔː|oʊ|uː|aɪ|aʊ|ɔɪ|ɜː|[iɪɛæʊʌəɚᵻɐu]| )+"
)
_VOWEL = re.compile("[aɑɛæeɪiɔoʊuʌəɚɜᵻ]")
# Spellings of one sound, and what an engine adds or leaves out by rule.
_SAME = (
    ("ɐ", "ə"), ("ᵻ", "ɪ"), ("ɜː", "ɚ"), ("ɾ", "t"), ("oːɹ", "ɔːɹ"), ("iə", "iːə"), ("ɪɹ", "iːɹ"),
    ("ɚɹ", "əɹ"), ("ː", ""), ("əl", "l"), ("əɹ", "ɚ"),
)  # fmt: skip
_UNHEARD = re.compile(r"\([a-z-]+\)|[\s_|ˌˈ]")


def folded(ipa: str) -> str:
    ipa = _UNHEARD.sub("", ipa)
    for one, other in _SAME:
        ipa = ipa.replace(one, other)
    return ipa


def test_it_is_as_large_as_promised_and_says_its_sources() -> None:
    assert len(ENTRIES) >= LEAST
    assert {one.source for one in ENTRIES} == SOURCES
    forms = [one.written for one in ENTRIES]
    assert len(set(forms)) == len(forms), "one entry a form"


def test_other_languages_have_none() -> None:
    assert not built_in_lexicon("de")
    assert built_in_lexicon("en-GB") is built_in_lexicon("en")


def test_every_entry_is_well_formed() -> None:
    assert not {one.written: fault for one in ENTRIES if (fault := _fault(one))}


def _fault(one: Entry) -> str:
    if wrong := wrong_entry(one) or wrong_ipa(one.ipa):
        return wrong
    if not _PHONES.fullmatch(one.ipa):
        return "a phone that General American has not"
    if not all(_VOWEL.match(one.ipa, mark.end()) for mark in re.finditer("[ˈˌ]", one.ipa)):
        return "a stress mark that does not stand before a vowel"
    single = " " not in one.ipa and "-" not in one.written
    return "more or less than one main stress" if single and one.ipa.count("ˈ") != 1 else ""


def test_every_entry_is_found_in_a_sentence() -> None:
    missed = []
    for one in ENTRIES:
        for written in {one.written, one.written.replace("'", "’")}:
            (sentence,) = sentences_of(f"They saw {written} there.", "en")
            said = [word.phonemes for word in sentence.words[2:-1]]
            if said != one.ipa.split():
                missed.append((written, said))
    assert not missed


@pytest.fixture(scope="module")
def alone() -> Iterator[Alone]:
    worker = WorkerProcess("oyez.voices.worker", "espeak")

    def ask(texts: Sequence[str]) -> list[str]:
        answer, _ = worker.ask({"do": "alone", "voice": "en-us", "words": list(texts)}, 60.0)
        return [str(ipa) for ipa in answer["words"]]

    yield ask
    worker.close()


def test_espeak_says_every_entry_as_it_is_written(alone: Alone) -> None:
    table = phoneme_table("en-us", alone)
    spelled = [spell(one.ipa, table, one.written) for one in ENTRIES]
    assert all(spelled)
    heard = alone([" ".join(f"[[{word}]]" for word in words or ()) for words in spelled])
    otherwise = {
        one.written: (one.ipa, ipa)
        for one, ipa in zip(ENTRIES, heard, strict=True)
        if folded(ipa) != folded(one.ipa)
    }
    assert not otherwise


def test_espeak_alone_would_say_nearly_all_of_them_otherwise(alone: Alone) -> None:
    heard = alone([one.written for one in ENTRIES])
    same = [
        one.written for one, ipa in zip(ENTRIES, heard, strict=True)
        if folded(ipa) == folded(one.ipa) and "ˈ" not in one.ipa[:3]
    ]  # fmt: skip
    assert len(same) < len(ENTRIES) / 20, "entries are for what spelling gets wrong"
