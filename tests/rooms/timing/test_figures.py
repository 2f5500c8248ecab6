"""The figures of a narration: one definition, and what was done is said."""

from __future__ import annotations

from dataclasses import asdict, replace

import numpy as np
import pytest

from oyez.errors import InvalidSpeed, NothingToSay
from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip, Narration
from oyez.model.script import Script, Sentence, Word
from oyez.model.speed import parse_speed
from oyez.model.voice import VoiceInfo
from oyez.scripting.options import OPTION_OF, SPEAKABLE
from oyez.timing.figures import Figures, at_speed, measure
from oyez.timing.tempo import _KINDS, optional_parts, pauses_within, tempo

RATE = 1000
TEXT = "Shares rose 3 %, and fell. A caption."


def narration(*, measured: bool = True) -> Narration:
    """Two sentences of 4 s: the first with a gap of 0.5 s after its third word; the second a caption."""
    first = tuple(
        Word(*place, said, mark=mark)
        for place, said, mark in (
            ((0, 6), "Shares", ""),
            ((7, 11), "rose", ""),
            ((12, 16), "three per cent", ","),
            ((17, 20), "and", ""),
            ((21, 26), "fell", "."),
        )
    )
    times = ((0, 800), (850, 1500), (1500, 2500), (3000, 3300), (3300, 3950))
    second = (Word(27, 28, "A"), Word(29, 37, "caption", mark="."))
    samples = np.random.default_rng(1).normal(0, 3000, 4 * RATE).astype(np.int16)
    clips = (
        Clip(samples, RATE, times, measured),
        Clip(samples, RATE, ((0, 2000), (2000, 4000)), measured),
    )
    article = Article(title="Shares", blocks=(Paragraph(TEXT),), language="en")
    sentences = (
        Sentence(0, first, 0.5, "en", "paragraph"),
        Sentence(0, second, 1.5, "en", "caption"),
    )
    voice = VoiceInfo("silent:test", "silent", "en", "Test voice", "Apache-2.0", "1")
    return Narration(Script(article, sentences, (), "en"), clips, voice)


def test_known_pauses_are_those_between_words_and_after_sentences() -> None:
    assert pauses_within(narration().clips[0]) == ((2500, 2980),)
    natural = tempo(narration())
    assert (natural.said_words, natural.shown_words) == (9, 7)
    assert natural.seconds == pytest.approx(10)
    assert natural.pauses == pytest.approx(0.48 + 2.0)


def test_estimated_times_tell_no_pauses_and_silence_is_no_pause() -> None:
    assert pauses_within(narration(measured=False).clips[0]) == ()
    silent = replace(narration().clips[0], times=((0, 0),) * 5)
    assert pauses_within(silent) == ()


def test_figures_name_what_they_are() -> None:
    figures = measure(narration(), parse_speed("2x"))
    assert figures.words_per_minute == pytest.approx(9 / 5 * 60)
    assert figures.shown_words_per_minute == pytest.approx(7 / 5 * 60)
    assert figures.articulation_rate == pytest.approx(9 / 3.76 * 60)
    assert figures.pause_share == pytest.approx(0.248)
    assert figures.natural_words_per_minute == pytest.approx(9 / 10 * 60)
    assert figures.saved == pytest.approx(5)
    assert figures.syllables_per_second == pytest.approx(figures.syllables / 3.76)


def test_they_are_kept_and_found_again() -> None:
    figures = measure(narration(), parse_speed("3x"))
    assert figures.notes and Figures.of(asdict(figures) | {"notes": list(figures.notes)}) == figures


def test_what_was_done_is_said() -> None:
    assert measure(narration()).notes == ()
    fitted = measure(narration(), parse_speed("fit:9s"))
    assert (fitted.multiplier, fitted.pause_multiplier) == pytest.approx((1, 2.48 / 1.48))
    assert fitted.notes == ("to meet fit:9s, pauses are 0.60 of their length; speech runs at 1.00x",)
    kept = measure(narration(), parse_speed("1.5x"), keep_pauses=True)
    assert kept.seconds == pytest.approx(7.52 / 1.5 + 2.48)
    assert kept.notes == ("pauses are kept as they are; speech runs at 1.50x",)


def test_too_fast_a_time_says_so_and_offers_what_can_be_left_out() -> None:
    dense = narration()
    words = (Word(27, 37, "incomprehensibilities " * 9),)
    last = replace(dense.script.sentences[1], words=words)
    dense = replace(dense, script=replace(dense.script, sentences=(dense.script.sentences[0], last)))
    notes = measure(dense, parse_speed("fit:3s")).notes
    assert any("syllables a second" in note for note in notes)
    assert any("captions (1 s)" in note and "--speak captions=skip" in note for note in notes)
    assert optional_parts(dense) == {"captions": pytest.approx(5.5)}


def test_every_kind_that_can_be_left_out_is_offered() -> None:
    assert set(_KINDS.values()) == set(SPEAKABLE)
    assert all(_KINDS[role] == kind for role, kind in OPTION_OF.items() if role in _KINDS)


def test_nothing_spoken_has_no_figures() -> None:
    empty = replace(narration(), script=replace(narration().script, sentences=()), clips=())
    with pytest.raises(NothingToSay):
        measure(empty)


@pytest.mark.parametrize("asked", ["1000wpm", "fit:1s"])
def test_the_impossible_names_the_range(asked: str) -> None:
    with pytest.raises(InvalidSpeed, match=r"27 to 188 words a minute, or 2\.9 s to 20 s"):
        at_speed(measure(narration()), asked)
