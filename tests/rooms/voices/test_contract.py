"""The contract of every voice engine; an add-on author runs it on a voice of theirs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy
import pytest

from oyez import scripting
from oyez.model.article import Article, Paragraph
from oyez.model.script import Sentence
from oyez.voices.contract import Voice
from oyez.voices.find import find_voice, load_voice

TEXT = "In 2017 the end of the line cost HK$300,000 – “too much,” said 3 of the 12 U.S. ferrymen."


def sentences(text: str = TEXT) -> tuple[Sentence, ...]:
    article = Article("A title", (Paragraph(text),), "en")
    return scripting.adapt(article).sentences


@pytest.fixture(scope="module", params=["espeak:en-us", "silent"])
def voice(request: pytest.FixtureRequest) -> Iterator[Voice]:
    voice = load_voice(find_voice(request.param))
    yield voice
    voice.close()


def test_every_word_has_one_span_inside_the_sound(voice: Voice) -> None:
    for sentence in sentences():
        clip = voice.say(sentence)
        assert len(clip.times) == len(sentence.words)
        assert clip.samples.dtype == numpy.int16 and clip.samples.ndim == 1
        starts = [start for start, _ in clip.times]
        assert starts == sorted(starts)
        assert all(0 <= start <= end <= len(clip.samples) for start, end in clip.times)


def test_spoken_words_take_time_and_silent_ones_none(voice: Voice) -> None:
    for sentence in sentences():
        clip = voice.say(sentence)
        for word, (start, end) in zip(sentence.words, clip.times, strict=True):
            assert (end > start) == bool(word.say), word


def test_the_same_sentence_sounds_the_same(voice: Voice) -> None:
    sentence = sentences()[1]
    first, second = voice.say(sentence), voice.say(sentence)
    assert first.times == second.times
    assert numpy.array_equal(first.samples, second.samples)


def test_a_closed_voice_speaks_again(voice: Voice) -> None:
    sentence = sentences()[0]
    before = voice.say(sentence)
    voice.close()
    assert numpy.array_equal(before.samples, voice.say(sentence).samples)
