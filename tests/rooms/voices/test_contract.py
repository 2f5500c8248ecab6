"""The laws of a voice, held by every engine of ours, and held against voices that break them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy
import pytest
from tests.speech_server import speech_host

from oyez.model.narration import Clip
from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo
from oyez.voices.contract import Voice
from oyez.voices.contract_test import VoiceContract, main
from oyez.voices.find import find_voice, load_voice
from oyez.voices.silent import SilentVoice


def ready(name: str) -> Iterator[Voice]:
    voice = load_voice(find_voice(name))
    yield voice
    voice.close()


class TestEspeak(VoiceContract):
    @pytest.fixture(scope="class")
    @classmethod
    def voice(cls) -> Iterator[Voice]:
        yield from ready("espeak:en-us")


class TestGerman(VoiceContract):
    prose = "Das Boot fährt um 9:05 Uhr ab; im Jahr 2017 kostete es 3,50 Euro – „zu viel“, sagte der Kapitän."
    language = "de"

    @pytest.fixture(scope="class")
    @classmethod
    def voice(cls) -> Iterator[Voice]:
        yield from ready("espeak:de")


class TestSilent(VoiceContract):
    silent = True

    @pytest.fixture(scope="class")
    @classmethod
    def voice(cls) -> Iterator[Voice]:
        yield from ready("silent")


class TestPiper(VoiceContract):
    @pytest.fixture(scope="class")
    @classmethod
    def voice(cls) -> Iterator[Voice]:
        file = Path(__file__).parents[4] / "shared/voices/en_US-kristin_sano-nano.onnx"
        if not file.exists():
            pytest.skip("the shared voices are not here")
        yield from ready(str(file))


class TestOpenAi(VoiceContract):
    @pytest.fixture(scope="class")
    @classmethod
    def voice(cls) -> Iterator[Voice]:
        with speech_host() as host, pytest.MonkeyPatch.context() as patched:
            patched.setenv("OYEZ_OPENAI_URL", host.address)
            yield from ready("openai:nova")


class _Broken(SilentVoice):
    """A silent voice whose every clip is changed."""

    def __init__(self, change: Callable[[Clip], Clip], info: VoiceInfo) -> None:
        super().__init__(info)
        self._change = change

    def say(self, sentence: Sentence) -> Clip:
        return self._change(super().say(sentence))


ONE_SPAN = "every_word_has_one_span_inside_the_sound"
MONO = "a_clip_is_mono_sound_of_one_rate"
SPANS_TAKE_TIME = "spoken_words_take_time_and_silent_ones_none"
WHOLE = "a_long_sentence_is_whole"
_INFO = VoiceInfo("silent", "silent", "und", "Silence", "CC0-1.0", "1")


@pytest.mark.parametrize(
    ("change", "law"),
    [
        (lambda clip: replace(clip, times=clip.times[:-1]), ONE_SPAN),
        (lambda clip: replace(clip, times=clip.times[::-1]), ONE_SPAN),
        (lambda clip: replace(clip, samples=clip.samples[:-9]), ONE_SPAN),
        (lambda clip: replace(clip, samples=clip.samples.astype(numpy.float32)), MONO),
        (lambda clip: replace(clip, samples=clip.samples.reshape(-1, 1)), MONO),
        (lambda clip: replace(clip, sample_rate=len(clip.samples)), MONO),
        (lambda clip: replace(clip, times=((0, 0),) * len(clip.times)), SPANS_TAKE_TIME),
        (lambda clip: replace(clip, samples=clip.samples[:16_000], times=((0, 1),) * 300), WHOLE),
    ],
)  # fmt: skip
def test_a_broken_law_is_noticed(change: Callable[[Clip], Clip], law: str) -> None:
    with pytest.raises(AssertionError) as caught:
        getattr(VoiceContract(), f"test_{law}")(_Broken(change, _INFO))
    assert str(caught.value)


def test_a_voice_that_never_says_the_same_is_noticed() -> None:
    count = iter(range(100_000))
    voice = _Broken(lambda clip: replace(clip, notes=(str(next(count)),)), _INFO)
    for law in ("the_same_sentence_sounds_the_same", "a_closed_voice_speaks_again", "threads_do_not_meet"):
        with pytest.raises(AssertionError):
            getattr(VoiceContract(), f"test_{law}")(voice)


def test_a_voice_without_facts_is_noticed() -> None:
    for info in (replace(_INFO, name="loud"), replace(_INFO, licence="")):
        with pytest.raises(AssertionError):
            VoiceContract().test_it_says_what_it_is(SilentVoice(info))


def test_it_runs_without_pytest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["silent"]) == 1, "silence is heard by nobody"
    out = capsys.readouterr().out
    assert "FAIL it is heard" in out and out.count("ok   ") == 12
    assert main([]) == 2
