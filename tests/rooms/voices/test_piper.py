"""Piper-format voices: the same bytes every time, exact times, and nothing bad gets through."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from oyez import plugins
from oyez.errors import BadVoice, SynthesisError, VoiceNotFound
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.voices import find
from oyez.voices.piper import Piper, PiperVoice, check_voice
from oyez.voices.piper_files import describe

SAY = Callable[[str], Sentence]
LONG = "The harbour office closed in the middle of the night, and it is not clear when it will open again."
with_entry_point = pytest.mark.skipif(
    "piper" not in plugins.names(plugins.VOICES), reason="installed without the entry point of piper"
)


@contextmanager
def opened(path: Path) -> Iterator[PiperVoice]:
    voice = Piper().load(describe(path, f"piper:{path}"))
    try:
        yield voice
    finally:
        voice.close()


def hold_the_laws(clip: Clip, sentence: Sentence) -> None:
    assert len(clip.times) == len(sentence.words)
    assert all(0 <= start <= end <= len(clip.samples) for start, end in clip.times)
    assert all(after[0] >= before[1] for before, after in pairwise(clip.times))
    for word, (start, end) in zip(sentence.words, clip.times, strict=True):
        assert (end > start) == bool(word.say), word


@pytest.mark.parametrize("name", ["kristin", "amy"])
def test_a_real_voice_speaks(name: str, real_voice: Callable[[str], Path], say: SAY) -> None:
    sentence = say(LONG)
    with opened(real_voice(name)) as voice:
        clip = voice.say(sentence)
        hold_the_laws(clip, sentence)
        assert clip.measured and not clip.notes and clip.sample_rate == 22_050
        assert len(clip.samples) % 256 == 0, "whole hops: the durations are the sound"
        assert 3 < clip.seconds < 10
        assert all(start % 256 == end % 256 == 0 for start, end in clip.times)
        assert 3_000 < np.abs(clip.samples).max() < 32_767, "loud, and nothing clips"
        loud = [np.abs(clip.samples[start:end]).max() for start, end in clip.times]
        assert min(loud) > 300, "each word lies where there is sound"
        assert voice.say(sentence).samples.tobytes() == clip.samples.tobytes()


def test_a_sentence_sounds_the_same_whatever_was_said_before(
    make_voice: Callable[..., Path], say: SAY
) -> None:
    """onnxruntime's own noise goes on where the last run stopped."""
    path = make_voice()
    with opened(path) as voice, opened(path) as other:
        first = voice.say(say("One, two."))
        voice.say(say(LONG))
        for clip in (voice.say(say("One, two.")), other.say(say("One, two."))):
            assert clip == first and clip.samples.tobytes() == first.samples.tobytes()
        assert np.abs(first.samples).max() > 1_000, "noise_scale is kept"


@pytest.mark.parametrize(
    ("options", "measured"),
    [({}, True), ({"durations": "durations"}, True), ({"ceilings": 2}, False)],
)
def test_durations_come_from_the_output_or_the_only_ceil(
    options: dict[str, object], measured: bool, make_voice: Callable[..., Path], say: SAY
) -> None:
    sentence = say(LONG)
    with opened(make_voice(**options)) as voice:
        clip = voice.say(sentence)
    assert clip.measured is measured
    hold_the_laws(clip, sentence)


def test_silent_words_and_merged_words_have_their_times(make_voice: Callable[..., Path]) -> None:
    says = ["", "of", "the", "", "on", "the first of May", "\u2014", "end", ""]
    words = tuple(Word(index, index + 1, said) for index, said in enumerate(says))
    with opened(make_voice()) as voice:
        clip = voice.say(Sentence(None, words, 0.0, "en-us", "title"))
    lengths = [end - start for start, end in clip.times]
    assert [length > 0 for length in lengths] == [any(map(str.isalnum, said)) for said in says]
    assert all(after[0] >= before[1] for before, after in pairwise(clip.times))


def test_a_sentence_without_words_has_no_sound(make_voice: Callable[..., Path]) -> None:
    with opened(make_voice()) as voice:
        for words in ((), (Word(0, 1, "", mark="."),)):
            clip = voice.say(Sentence(0, words, 0.3, "en-us", "paragraph"))
            assert not len(clip.samples) and clip.times == ((0, 0),) * len(words)


def test_a_killed_worker_is_replaced_and_the_sentence_is_the_same(
    make_voice: Callable[..., Path], say: SAY
) -> None:
    with opened(make_voice()) as voice:
        before = voice.say(say(LONG))
        for worker in (*voice._speaker._workers._workers[:1], voice._ipa._worker):
            assert worker._process is not None
            os.kill(worker._process.pid, signal.SIGKILL)
            after = voice.say(say(LONG))
            assert after == before and after.samples.tobytes() == before.samples.tobytes()


def test_words_that_end_the_engine_are_silent_and_named(make_voice: Callable[..., Path], say: SAY) -> None:
    sentence = say(f"Hello {chr(39).join('s' * 72)} and {'happi' + 'ness' * 70} good {'x' * 3_000} friends.")
    with opened(make_voice()) as voice:
        clip = voice.say(sentence)
    hold_the_laws(clip, sentence)
    assert any("xxx" in note and "too long" in note for note in clip.notes)


def test_a_very_long_sentence_is_spoken_phrase_by_phrase(make_voice: Callable[..., Path], say: SAY) -> None:
    sentence = say(", ".join(["the sea is high again today with a light wind"] * 60) + ".")
    with opened(make_voice()) as voice:
        clip = voice.say(sentence)
    hold_the_laws(clip, sentence)
    assert clip.measured and not clip.notes


def test_symbols_a_voice_does_not_know_are_named_once(make_voice: Callable[..., Path], say: SAY) -> None:
    table = {symbol: [index] for index, symbol in enumerate("^_$ həl")}
    with opened(make_voice(changes={"phoneme_id_map": table})) as voice:
        clip = voice.say(say("hello hello hello"))
    assert clip.notes.count("the voice has no sound for 'ˈ'") == 1


def test_words_espeak_passes_over_are_named(make_voice: Callable[..., Path], say: SAY) -> None:
    """It says a letter three times at most, however often it stands there."""
    with opened(make_voice()) as voice:
        clip = voice.say(say("x x x x x x."))
    assert clip.notes == ("nothing is heard of 'x'",)


def test_phonemes_of_the_lexicon_are_spoken(make_voice: Callable[..., Path]) -> None:
    def words(phonemes: str | None) -> Sentence:
        return Sentence(0, (Word(0, 3, "the"), Word(4, 8, "lead", phonemes=phonemes)), 0.0, "en-us", "x")

    with opened(make_voice()) as voice:
        assert voice.say(words("lˈɛd")).times != voice.say(words("lˈiːdɚʃɪp")).times


@pytest.mark.parametrize("name", ["kristin", "amy"])
@pytest.mark.parametrize(
    ("say", "one", "other"),
    [("wind", "wˈɪnd", "wˈaɪnd"), ("lead", "lˈɛd", "lˈiːd"), ("Xi Jinping's", "ʃˈiː dʒˈɪnpɪŋz", "ʃˈaɪ d")],
)
def test_a_real_voice_says_phonemes(
    say: str, one: str, other: str, name: str, real_voice: Callable[[str], Path]
) -> None:
    def spoken(voice: PiperVoice, ipa: str | None) -> Clip:
        words = (
            Word(0, 2, "of"),
            Word(3, 6, "the"),
            Word(7, 9, say, mark=",", phonemes=ipa),
            Word(9, 12, "yes"),
        )
        sentence = Sentence(0, words, 0.0, "en-us", "paragraph")
        clip = voice.say(sentence)
        hold_the_laws(clip, sentence)
        assert clip.measured and not clip.notes
        return clip

    with opened(real_voice(name)) as voice:
        first, second = spoken(voice, one), spoken(voice, other)
        assert first.samples.tobytes() != second.samples.tobytes()
        own = spoken(voice, None).samples.tobytes()
        assert say == "Xi Jinping's" or own in (first.samples.tobytes(), second.samples.tobytes())


def test_phonemes_that_a_voice_cannot_use_are_noted(make_voice: Callable[..., Path]) -> None:
    def clip(voice: PiperVoice, phonemes: str) -> Clip:
        return voice.say(Sentence(0, (Word(0, 4, "lead", phonemes=phonemes),), 0.0, "en-us", "paragraph"))

    with opened(make_voice()) as voice:
        assert clip(voice, "今天").notes == ("the voice cannot say /今天/, so it says 'lead' its own way",)
    with opened(make_voice(changes={"phoneme_type": "text", "espeak": None})) as voice:
        assert clip(voice, "lˈɛd").notes == ("the voice cannot say /lˈɛd/, so it says 'lead' its own way",)


def test_letters_may_be_the_phonemes(make_voice: Callable[..., Path], say: SAY) -> None:
    with opened(make_voice(changes={"phoneme_type": "text", "espeak": None})) as voice:
        clip = voice.say(say("hello there."))
    assert clip.measured and not clip.notes


@pytest.mark.parametrize("name", ["mini", "piper:mini", "piper:de_DE-mini-low", "de_DE-mini-low"])
@with_entry_point
def test_names_and_the_default_voice(name: str, make_voice: Callable[..., Path]) -> None:
    make_voice("de_DE-mini-low", {"language": {"code": "de_DE"}, "espeak": {"voice": "de"}})
    assert find.find_voice(name).name == "piper:de_DE-mini-low"
    assert [find.default_voice(tag).natural for tag in ("de", "de-AT", "fr")] == [True, True, False]


@with_entry_point
def test_the_region_decides_between_natural_voices(make_voice: Callable[..., Path]) -> None:
    make_voice("en_GB-a-low", {"language": {"code": "en_GB"}})
    make_voice("en_US-b-low")
    chosen = {tag: find.default_voice(tag).language for tag in ("en-GB", "en-US", "en-AU")}
    assert chosen == {"en-GB": "en-gb", "en-US": "en-us", "en-AU": "en-gb"}


@with_entry_point
def test_a_path_is_a_voice_name(make_voice: Callable[..., Path], tmp_path: Path, say: SAY) -> None:
    made = make_voice()
    elsewhere = tmp_path / "my voice.onnx"
    shutil.move(made, elsewhere)
    shutil.move(f"{made}.json", f"{elsewhere}.json")
    info = find.find_voice(str(elsewhere))
    assert find.find_voice(info.name) == info, "the name in a narration finds the file again"
    assert find.load_voice(info).say(say("Hello.")).seconds > 0
    find.load_voice(info).close()
    with pytest.raises(VoiceNotFound):
        find.find_voice(str(elsewhere), files=False)


@pytest.mark.parametrize(
    "name",
    [
        "nobody.onnx",
        "piper:../../etc/passwd",
        "../voices/en_US-tiny-low",
        "piper:",
        "\0",
        "a" * 5_000,
        "a" * 5_000 + ".onnx",
    ],
)
@with_entry_point
def test_names_that_mean_no_file(name: str, make_voice: Callable[..., Path]) -> None:
    make_voice()
    with pytest.raises(VoiceNotFound):
        find.find_voice(name)


@with_entry_point
def test_a_broken_voice_hides_no_other_and_says_why(make_voice: Callable[..., Path]) -> None:
    make_voice("en_US-good-low")
    make_voice("en_US-bad-low", {"audio": {"sample_rate": "loud"}})
    alone = make_voice("en_US-alone-low")
    alone.with_name(f"{alone.name}.json").unlink()
    assert {info.name for info in find.installed_voices() if info.natural} == {"piper:en_US-good-low"}
    with pytest.raises(BadVoice, match=r"audio\.sample_rate: 'loud' is no whole number"):
        find.find_voice("piper:en_US-bad-low")
    with pytest.raises(BadVoice, match=r"no description 'en_US-alone-low.onnx.json'"):
        find.find_voice(str(alone))


def test_models_that_are_no_voices_are_refused(
    make_voice: Callable[..., Path], graph: Callable[..., bytes]
) -> None:
    path = make_voice()
    check_voice(path)
    whole = path.read_bytes()
    foreign = graph().replace(b"input_lengths", b"input_strength")
    dice = graph(chance="Bernoulli")
    for content in (b"", b"not a model", whole[: len(whole) // 2], bytes(1_000), foreign, dice):
        path.write_bytes(content)
        with pytest.raises(BadVoice) as raised:
            check_voice(path)
        assert raised.value.hint
    path.unlink()
    with pytest.raises(BadVoice):
        check_voice(path)


def test_an_unknown_espeak_voice_is_a_bad_voice(make_voice: Callable[..., Path]) -> None:
    with pytest.raises(BadVoice, match="no voice 'xx-nowhere'"):
        check_voice(make_voice(changes={"espeak": {"voice": "xx-nowhere"}}))


def test_durations_that_do_not_sum_to_the_sound_are_not_trusted(
    make_voice: Callable[..., Path], say: SAY
) -> None:
    with opened(make_voice(changes={"hop_length": 300})) as voice:
        assert not voice.say(say("Hello.")).measured


def test_a_sentence_of_which_nothing_can_be_spoken_is_an_error(
    make_voice: Callable[..., Path], say: SAY
) -> None:
    with opened(make_voice()) as voice, pytest.raises(SynthesisError, match="too long"):
        voice.say(say("y" * 2_500))


def test_listing_opens_no_model() -> None:
    import subprocess
    import sys

    code = "import sys; from oyez.voices.piper import Piper; list(Piper().voices()); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"numpy", "onnx", "onnxruntime"} & set(loaded.split())
