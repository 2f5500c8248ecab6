"""espeak-ng: exact onsets, and no text that can bring it down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from oyez import scripting
from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.voices.espeak import Espeak, EspeakVoice
from oyez.voices.espeak_phonemes import phoneme_table
from oyez.voices.espeak_text import espeak_text
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


def spoken(text: str) -> tuple[list[tuple[str, int, int, str]], bytes]:
    """What the engine itself tells and sounds like."""
    worker = WorkerProcess("oyez.voices.worker", "espeak")
    asked = {"do": "say", "voice": "en-us", "text": text, "count": []}
    _counts, *answers = worker.stream(asked, 10)
    worker.close()
    return [event for head, _ in answers for event in head["events"]], b"".join(pcm for _, pcm in answers)


def test_onsets_are_the_engines_own_events(voice: EspeakVoice) -> None:
    sentence = plain("Boats", "leave", "tonight")
    clip = voice.say(sentence)
    told, sound = spoken("Boats leave tonight")
    events = [sample for kind, _, sample, _ in told if kind == "word"]
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


# Word by word: letters, the same by phonemes, phrase mark. What is said is the same, bit for bit.
BOTH_WAYS = [
    [("Hello", "həlˈoʊ", ""), ("there", "", ",")],
    [("of", "", ""), ("the", "", ""), ("wind", "wˈɪnd", ","), ("she", "", ""), ("said", "sˈɛd", ".")],
    [("Is", "", ""), ("it", "", ""), ("the", "", ""), ("harbour", "hˈɑːɹbɚ", "?")],
    [("the", "", ""), ("apple", "ˈæpəl", ""), ("tree", "tɹˈiː", ""), ("grew", "ɡɹˈuː", "!")],
    [("Paris", "pˈæɹɪs", ":"), ("Paris's", "pˈæɹɪsᵻz", ""), ("boat", "", "…"), ("yes", "jˈɛs", "")],
    [("naïve", "", ","), ("été", "", ""), ("😀", "", ""), ("boats", "bˈoʊts", ";"), ("今", "", "")],
    [("must", "", ""), ("go", "ɡˈoʊ", ".")],
    [("world leader", "wˈɜːld lˈiːdɚ", "")],
    [("In", "", ""), ("New York", "nˈuː jˈɔːɹk", ""), ("the", "", ""), ("north", "nˈɔːɹθ", ",")],
]  # fmt: skip


@pytest.mark.parametrize("words", BOTH_WAYS, ids=lambda words: " ".join(say for say, _, _ in words))
def test_phonemes_sound_as_letters_do(words: list[tuple[str, str, str]], voice: EspeakVoice) -> None:
    def spoken(with_phonemes: bool) -> Clip:
        said = [Word(0, 1, say, "plain", mark, ipa * with_phonemes or None) for say, ipa, mark in words]
        return voice.say(Sentence(0, tuple(said), 0.0, "en", "paragraph"))

    letters, phonemes = spoken(False), spoken(True)
    assert phonemes.samples.tobytes() == letters.samples.tobytes()
    assert phonemes.times == letters.times
    assert not phonemes.notes and phonemes.measured


def test_phonemes_change_what_is_said_and_nothing_around_it(voice: EspeakVoice) -> None:
    def times(ipa: str | None) -> list[tuple[int, int]]:
        said = (Word(0, 1, "the"), Word(0, 1, "lead", phonemes=ipa), Word(0, 1, "pipe", mark="."))
        return list(voice.say(Sentence(0, said, 0.0, "en", "paragraph")).times)

    metal, dog = times("lˈɛd"), times("lˈiːd")
    assert metal == times(None) or dog == times(None)
    assert metal != dog
    assert metal[0] == dog[0]
    lengths = [end - start for start, end in (metal[2], dog[2])]
    assert abs(lengths[0] - lengths[1]) < 22050 // 100, "a period of the voice at most"


def test_onsets_are_the_events_of_phoneme_words_too(voice: EspeakVoice) -> None:
    words = (
        Word(0, 1, "é"),
        Word(0, 1, "Xi", phonemes="ʃˈiː"),
        Word(0, 1, "Xi Jinping's", mark=",", phonemes="ʃˈiː dʒɪnpˈɪŋz"),
        Word(0, 1, ""),
        Word(0, 1, "too", phonemes="tˈuː", mark="."),
    )
    clip = voice.say(Sentence(0, words, 0.0, "en", "paragraph"))
    given = espeak_text(words, lambda: phoneme_table("en-us", lambda _: []))
    assert given.text == "é [[S|'i:]] [[S|'i:]] [[dZ|I|n|p|'I|N|z]], [[t|'u:]]."
    told, sound = spoken(given.text)
    events = [(position, sample) for kind, position, sample, _ in told if kind == "word"]
    assert [position for position, _ in events] == [0, 4, 14, 24, 45]
    onsets = [sample for _, sample in events]
    assert [clip.times[index][0] for index in (0, 1, 2, 4)] == [onsets[0], onsets[1], onsets[2], onsets[4]]
    assert clip.times[3][0] == clip.times[3][1] == clip.times[2][1]
    assert clip.samples.tobytes() == sound


def test_phonemes_that_cannot_be_said_are_noted(voice: EspeakVoice) -> None:
    for impossible in ("今天", "]] [[_:::", "tˈa" * 200):
        said = Sentence(0, (Word(0, 1, "boats", phonemes=impossible),), 0.0, "en", "paragraph")
        clip = voice.say(said)
        assert clip.samples.tobytes() == voice.say(plain("boats")).samples.tobytes()
        assert len(clip.notes) == 1 and "'boats' its own way" in clip.notes[0]


def test_a_sentence_of_phonemes_alone_is_spoken_whole(voice: EspeakVoice) -> None:
    words = tuple(Word(0, 1, "Manannan", phonemes="mˈænənən") for _ in range(120))
    clip = voice.say(Sentence(0, words, 0.0, "en", "paragraph"))
    assert not clip.notes
    starts = [start for start, _ in clip.times]
    assert starts == sorted(set(starts))
    assert all(end - start > clip.sample_rate // 5 for start, end in clip.times)


def test_english_phonemes_in_a_german_voice() -> None:
    voice = Espeak().load(find_voice("espeak:de"))
    words = (Word(0, 1, "Der"), Word(0, 1, "Speaker", phonemes="spˈiːkɚ"), Word(0, 1, "kam", mark="."))
    clip = voice.say(Sentence(0, words, 0.0, "de", "paragraph"))
    voice.close()
    assert not clip.notes and len({start for start, _ in clip.times}) == 3


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
