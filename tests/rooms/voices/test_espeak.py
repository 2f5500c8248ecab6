"""espeak-ng: exact onsets, and no text that can bring it down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from oyez import scripting
from oyez.model.article import Article, Paragraph
from oyez.model.script import Sentence, Word
from oyez.voices.espeak import Espeak, EspeakVoice
from oyez.voices.find import default_voice, find_voice
from oyez.voices.level import measure_gain
from oyez.workers.process import WorkerProcess

# Ordinary strings of about 200 characters that end the process of espeak-ng 1.52 (SIGSEGV).
DEADLY = ("s'" * 71, "happi" + "ness" * 70, "U." * 200)


@pytest.fixture(scope="module")
def voice() -> Iterator[EspeakVoice]:
    voice = Espeak().load(find_voice("espeak:en-us"))
    yield voice
    voice.close()


def plain(*says: str) -> Sentence:
    words, at = [], 0
    for say in says:
        words.append(Word(at, at + len(say), say))
        at += len(say) + 1
    return Sentence(0, tuple(words), 0.0, "en", "paragraph")


def test_onsets_are_the_engines_own_events(voice: EspeakVoice) -> None:
    sentence = plain("Boats", "leave", "tonight")
    clip = voice.say(sentence)
    worker = WorkerProcess("oyez.voices.worker", "espeak")
    answer, sound = worker.ask({"do": "say", "voice": "en-us", "text": "Boats leave tonight"}, 10)
    worker.close()
    events = [sample for kind, _, sample, _ in answer["events"] if kind == "word"]
    assert [start for start, _ in clip.times] == events
    assert clip.samples.tobytes() == sound


def test_merged_clitics_are_told_apart(voice: EspeakVoice) -> None:
    clip = voice.say(
        plain("at", "the", "end", "of", "the", "line", "that", "the", "boat", "is", "to", "be", "in")
    )
    starts = [start for start, _ in clip.times]
    assert len(set(starts)) == len(starts), "every word has an onset of its own"


@pytest.mark.parametrize("deadly", DEADLY)
def test_a_word_that_kills_the_engine_is_skipped_and_named(voice: EspeakVoice, deadly: str) -> None:
    words = ("The", "word", deadly, "is", "fine")
    clip = voice.say(plain(*words))
    assert len(clip.times) == len(words)
    assert any(deadly[:20] in note for note in clip.notes)
    healthy = voice.say(plain("All", "is", "well"))
    assert healthy.notes == () and len(healthy.samples) > 1000


def test_article_text_cannot_carry_phoneme_input_in(voice: EspeakVoice) -> None:
    spoken = voice.say(plain("hello", "[[h@l'oU]]", "there"))
    assert len(spoken.times) == 3 and spoken.notes == ()


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "espeak:en-us"),
        ("en-GB", "espeak:en-gb"),
        ("zh-Hans-CN", "espeak:cmn"),
        ("fr", "espeak:fr-fr"),
        ("de-AT", "espeak:de"),
        ("fr", "espeak:fr-fr"),
    ],
)
def test_a_language_gets_its_voice(language: str, name: str) -> None:
    synthetic = default_voice(language)
    assert synthetic.natural or synthetic.name == name


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Fähre fährt um 22.45 Uhr, sagte die Hafenmeisterin."),
        ("cmn", "港务局决定继续拨款维持夜渡轮。"),
        ("ar", "قرر مجلس الميناء الإبقاء على العبارة الليلية."),
        ("ja", "フェリーは三月末まで続く。"),
    ],
)
def test_other_languages_keep_one_span_a_word(code: str, text: str) -> None:
    voice = Espeak().load(find_voice(f"espeak:{code}"))
    language = {"cmn": "zh"}.get(code, code)
    for sentence in scripting.adapt(Article("", (Paragraph(text),), language)).sentences:
        clip = voice.say(sentence)
        assert len(clip.times) == len(sentence.words)
        assert len(clip.samples) > 10_000
    voice.close()


def test_the_gain_brings_the_voice_to_the_target(voice: EspeakVoice) -> None:
    from oyez.audio.loudness import TARGET_LUFS, integrated_lufs

    text = (
        "The quay was full of people who had come to see the last boat of the year leave for the island. " * 3
    )
    clips = [voice.say(s) for s in scripting.adapt(Article("", (Paragraph(text),), "en")).sentences]
    import numpy

    sound = numpy.concatenate([clip.samples for clip in clips]) * (measure_gain(voice) / 32768)
    assert abs(integrated_lufs(sound.astype(numpy.float32), clips[0].sample_rate) - TARGET_LUFS) <= 1
