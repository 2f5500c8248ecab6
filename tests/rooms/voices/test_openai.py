"""A speech server that behaves badly: a clear error with a remedy, and the key told to nobody."""

from __future__ import annotations

import io
import json
import logging
import struct
import threading
import wave
from collections.abc import Callable, Iterator
from typing import Any

import numpy
import pytest
from tests.speech_server import SECONDS_PER_CHARACTER, Answering, SpeechHost, speech_host, spoken

from oyez import api
from oyez.errors import InvalidOption, Refused, SynthesisError, TooLarge, VoiceNotFound
from oyez.fetching.posting import post
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.settings import load_settings
from oyez.speech_servers import OpenAi
from oyez.voices.find import default_voice, find_voice, installed_voices, load_voice
from oyez.voices.openai import OpenAiVoice, SpeechAnswer, SpeechServer
from oyez.voices.openai_sound import BadSound, read_sound
from oyez.voices.streaming import stream

KEY = "sk-a-secret-that-nobody-may-see"
Say = Callable[[str], Sentence]


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechHost]:
    with speech_host() as running:
        monkeypatch.setenv("OYEZ_OPENAI_URL", running.address)
        monkeypatch.setenv("OYEZ_OPENAI_KEY", KEY)
        yield running


def speak(sentence: Sentence) -> Clip:
    return load_voice(find_voice("openai:nova")).say(sentence)


def refused(sentence: Sentence) -> SynthesisError:
    with pytest.raises(SynthesisError) as caught:
        speak(sentence)
    error: BaseException | None = caught.value
    assert caught.value.hint and caught.value.sentence
    while error:
        assert KEY not in str(error) and KEY not in repr(error)
        error = error.__cause__ or error.__context__
    return caught.value


def test_nothing_is_listed_or_asked_where_no_server_is_named() -> None:
    assert not list(OpenAi().voices())
    assert not any(info.engine == "openai" for info in installed_voices())
    assert OpenAi().find("en_US-amy-medium") is None
    with pytest.raises(VoiceNotFound, match="OYEZ_OPENAI_URL"):
        find_voice("openai:nova")


def test_voices_are_listed_by_the_settings(host: SpeechHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OYEZ_OPENAI_VOICES", "nova, af_heart,nova,not/a/name,")
    listed = [info.name for info in installed_voices() if info.engine == "openai"]
    assert listed == ["openai:af_heart", "openai:nova"]
    assert find_voice("openai:af_bella+af_sky").name == "openai:af_bella+af_sky"
    with pytest.raises(VoiceNotFound):
        find_voice("openai:not/a/name")
    assert not find_voice("openai:nova", files=False).name.endswith("/")
    with pytest.raises(VoiceNotFound):
        find_voice("openai:unlisted", files=False)
    assert default_voice("en").engine != "openai", "text leaves the machine only where that was chosen"
    assert not host.asked, "listing asks nobody"


def test_another_server_or_model_is_another_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(url: str, model: str = "tts-1") -> str:
        monkeypatch.setenv("OYEZ_OPENAI_URL", url)
        monkeypatch.setenv("OYEZ_OPENAI_MODEL", model)
        return find_voice("openai:nova").version

    one = version("http://127.0.0.1:1/v1")
    assert one == version("http://127.0.0.1:1") == version("http://127.0.0.1:1/v1/audio/speech")
    assert len({one, version("http://127.0.0.1:2"), version("http://127.0.0.1:1", "tts-2")}) == 3


def test_it_speaks_and_says_that_its_times_are_estimated(host: SpeechHost, say: Say) -> None:
    sentence = say("The boat, which was late, leaves now.")
    clip = speak(sentence)
    assert host.asked == [
        {"model": "tts-1", "voice": "nova", "input": sentence.said, "response_format": "wav"}
    ]
    assert host.paths == ["/v1/audio/speech"]
    assert host.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert clip.sample_rate == 24_000 and not clip.measured
    assert any("estimated" in note for note in clip.notes)
    assert clip.seconds == pytest.approx(len(sentence.said) * SECONDS_PER_CHARACTER + 0.2, abs=0.001)
    assert clip.times[0][0] == pytest.approx(2400, abs=30), "the silence in front is nobody's"
    assert clip.times[-1][1] == pytest.approx(len(clip.samples) - 2400, abs=60)
    gaps = [after[0] - before[1] for before, after in zip(clip.times, clip.times[1:], strict=False)]
    assert gaps[1] > 2 * gaps[0], "a voice pauses at a comma"


def test_the_narration_is_marked(host: SpeechHost) -> None:
    script = api.adapt(api.read("The boat leaves.\n\nIt was late again, said Ada Mwangi."))
    narration = api.narrate(script, "openai:nova")
    assert not any(clip.measured for clip in narration.clips)
    assert sum("estimated" in note for note in narration.notes) == 1


def test_without_a_key_none_is_sent(host: SpeechHost, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OYEZ_OPENAI_KEY", "")
    voice = OpenAi().load(find_voice("openai:nova"))
    voice.say(say("a boat"))
    assert "Authorization" not in host.headers[0]


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "ключ"])
def test_a_key_that_is_none(host: SpeechHost, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OYEZ_OPENAI_KEY", key)
    with pytest.raises(InvalidOption) as caught:
        OpenAi().load(find_voice("openai:nova"))
    assert key not in str(caught.value)


def test_the_key_is_printed_nowhere(
    host: SpeechHost, say: Say, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    speak(say("a boat"))
    host.answering = Answering(
        status=401, body=lambda _: b'{"error": {"message": "no key %s"}}' % KEY.encode()
    )
    assert "OYEZ_OPENAI_KEY" in refused(say("a boat")).hint
    printed = capfd.readouterr()
    assert KEY not in caplog.text + printed.out + printed.err + repr(load_settings())


@pytest.mark.parametrize(
    ("rate", "channels"), [(8_000, 1), (22_050, 1), (24_000, 2), (44_100, 2), (48_000, 1)]
)
def test_any_rate_becomes_one(host: SpeechHost, say: Say, rate: int, channels: int) -> None:
    sentence = say("The boat leaves at nine.")
    host.answering = Answering(rate=rate, channels=channels)
    clip = speak(sentence)
    assert clip.sample_rate == 24_000
    assert clip.seconds == pytest.approx(len(sentence.said) * SECONDS_PER_CHARACTER + 0.2, abs=0.002)
    assert numpy.abs(clip.samples).max() == pytest.approx(8000, rel=0.05)


def test_a_long_sentence_is_asked_for_in_parts(host: SpeechHost, say: Say) -> None:
    sentence = say("and on it goes, " * 200)
    clip = speak(sentence)
    assert len(host.asked) > 2
    assert all(len(request["input"]) <= 1_500 for request in host.asked)
    assert len(clip.times) == len(sentence.words)
    starts = [start for start, _ in clip.times]
    assert starts == sorted(starts)


def test_a_word_without_end_is_silent(host: SpeechHost) -> None:
    words = (Word(0, 1, "a"), Word(2, 5_002, "b" * 5_000), Word(5_003, 5_004, "c", mark="."))
    clip = speak(Sentence(0, words, 0.0, "en", "paragraph"))
    assert any("could not be spoken" in note for note in clip.notes)
    assert [request["input"] for request in host.asked] == ["a", "c."]


def test_what_says_nothing_asks_nobody(host: SpeechHost) -> None:
    clip = speak(Sentence(0, (Word(0, 1, ""), Word(2, 3, " ")), 0.0, "en", "paragraph"))
    assert clip.times == ((0, 0), (0, 0)) and not host.asked and not clip.notes


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "KEY"), (403, "KEY"), (404, "URL"), (405, "URL"), (418, "later"), (429, "later"), (500, "later")],
)
def test_a_server_that_refuses(host: SpeechHost, say: Say, status: int, says: str) -> None:
    host.answering = Answering(status=status, body=lambda _: b'{"error": {"message": "so\\u001b[31m it is"}}')
    error = refused(say("a boat"))
    assert str(status) in error.message and says in error.hint
    assert "\x1b" not in error.message
    assert ("so [31m it is" in error.message) == (status not in (401, 403))


def test_a_redirect_is_not_followed(host: SpeechHost, say: Say) -> None:
    for status in (301, 307, 308):
        host.answering = Answering(status=status, location=f"{host.address}/elsewhere")
        host.asked.clear()
        assert "OYEZ_OPENAI_URL" in refused(say("a boat")).hint
        assert len(host.asked) == 1


def test_what_fails_once_is_asked_again(host: SpeechHost, say: Say) -> None:
    host.answering = Answering(status=503, times=1)
    assert speak(say("a boat")).samples.any()
    assert len(host.asked) == 2


def test_an_answer_that_is_cut_off(host: SpeechHost, say: Say) -> None:
    host.answering = Answering(cut=1_000)
    refused(say("a boat"))
    assert len(host.asked) == 2


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"", "audio/wav"),
        (b"<html>welcome</html>", "text/html"),
        (b"ID3" + b"\0" * 500, "audio/mpeg"),
        (b"RIFF\0\0\0\0WAVE", "audio/wav"),
        (spoken("a boat")[:60], "audio/wav"),  # whole for HTTP, cut off for RIFF
        (spoken("a boat")[:44], "audio/wav"),
        (spoken(""), "audio/wav"),
        (b"\0\0" * 10, "audio/pcm"),
    ],
)
def test_garbage(host: SpeechHost, say: Say, body: bytes, media_type: str) -> None:
    host.answering = Answering(body=lambda _: body, media_type=media_type)
    sentence = say("a boat that takes its time to leave the quay and nobody knows why " * 5)
    assert "OYEZ_OPENAI_URL" in refused(sentence).hint


def test_a_text_that_is_refused_is_silent_and_named(host: SpeechHost, say: Say) -> None:
    def refuse(text: str) -> bytes:
        return json.dumps({"detail": f"not {text}"}).encode()

    speak(say("a boat"))
    host.answering = Answering(status=422, body=refuse, times=1)
    clip = speak(say("a bad word"))
    assert not clip.samples.any()
    assert any("422" in note and "not a bad word" in note for note in clip.notes)


def test_a_server_that_takes_no_text_at_all(host: SpeechHost, say: Say) -> None:
    host.answering = Answering(status=400)
    voice = OpenAi().load(find_voice("openai:nobody"))
    with pytest.raises(SynthesisError, match="openai:nobody"):
        voice.say(say("a boat"))
    assert [request["input"] for request in host.asked] == ["a boat", "a"]


def voice_that(does: Callable[[bytes, float], SpeechAnswer], **options: Any) -> OpenAiVoice:
    info = VoiceInfo("openai:x", "openai", "mul", "X", "", "1", natural=True)
    return OpenAiVoice(info, SpeechServer("the server", "tts-1", does, **options))


def test_a_slow_server(host: SpeechHost, say: Say) -> None:
    host.answering = Answering(gate=threading.Event())

    def ask(content: bytes, seconds: float) -> SpeechAnswer:
        assert seconds > 30
        return post(f"{host.address}/v1/audio/speech", content, {}, seconds=0.2, most_bytes=1_000_000)

    with pytest.raises(SynthesisError, match="within") as caught:
        voice_that(ask).say(say("a boat"))
    assert "another voice" in caught.value.hint
    assert len(host.asked) == 1, "who was slow once is not asked again"


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "ftp://example.org", "nonsense", "http://[::1"])
def test_an_address_that_is_none(address: str, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OYEZ_OPENAI_URL", address)
    assert "OYEZ_OPENAI_URL" in refused(say("a boat")).hint


def test_an_answer_without_end(host: SpeechHost) -> None:
    host.answering = Answering(body=lambda _: b"x" * 2_000)
    with pytest.raises(TooLarge):
        post(host.address, b'{"input": ""}', {}, seconds=10, most_bytes=1_999)
    assert post(host.address, b'{"input": ""}', {}, seconds=10, most_bytes=2_000).body == b"x" * 2_000


def test_a_key_does_not_cross_the_public_network_in_the_clear() -> None:
    def ask(url: str) -> None:
        post(
            url, b"", {"Authorization": f"Bearer {KEY}"}, seconds=1, most_bytes=1,
            resolver=lambda _: ["93.184.216.34"], connect=_nobody,
        )  # fmt: skip

    with pytest.raises(Refused, match="https") as caught:
        ask("http://speech.example/v1")
    assert KEY not in str(caught.value)
    with pytest.raises(Exception, match="does not answer"):
        ask("https://speech.example/v1")


def _nobody(address: str, port: int, timeout: float) -> Any:
    raise OSError("nobody")


def wav(kind: int, bits: int, samples: bytes, channels: int = 1, size: int | None = None) -> bytes:
    width = channels * bits // 8
    described = struct.pack("<HHIIHH", kind, channels, 16_000, 16_000 * width, width, bits)
    return (
        b"RIFF\xff\xff\xff\xffWAVE" + b"LIST\x03\0\0\0abc\0" + b"fmt \x10\0\0\0" + described
        + b"data" + struct.pack("<I", len(samples) if size is None else size) + samples
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "samples"),
    [
        (wav(1, 16, struct.pack("<3h", 1, -2, 3)), [1, -2, 3]),
        (wav(1, 16, struct.pack("<3h", 1, -2, 3), size=0xFFFFFFFF), [1, -2, 3]),
        (wav(1, 16, struct.pack("<3h", 1, -2, 3), size=0), [1, -2, 3]),
        (wav(1, 16, struct.pack("<4h", 10, 20, 30, 50), channels=2), [15, 40]),
        (wav(1, 16, struct.pack("<2h", 1, 2) + b"\7"), [1, 2]),
        (wav(1, 8, bytes([128, 0, 255])), [0, -32768, 32512]),
        (wav(1, 24, b"\0\1\0" + b"\0\0\x80"), [1, -32768]),
        (wav(1, 32, struct.pack("<2i", 65536 * 5, -65536)), [5, -1]),
        (wav(3, 32, struct.pack("<3f", 0.5, -2.0, float("nan"))), [16384, -32767, 0]),
        (wav(3, 64, struct.pack("<1d", 1.0)), [32767]),
    ],
)
def test_kinds_of_wav(content: bytes, samples: list[int]) -> None:
    sound = read_sound(content, "audio/x-wav")
    assert sound.rate == 16_000 and sound.samples.dtype == numpy.int16
    assert sound.samples.tolist() == samples


def test_bare_pcm_states_its_rate_or_has_the_usual_one() -> None:
    assert read_sound(b"\1\0\2\0", "audio/L16; rate=16000; channels=1").rate == 16_000
    assert read_sound(b"\1\0\2\0\3", "audio/pcm").samples.tolist() == [1, 2]
    assert read_sound(b"\1\0", "audio/pcm").rate == 24_000


@pytest.mark.parametrize(
    "content",
    [
        wav(1, 16, b"\0\0", size=1_000), wav(2, 4, b"\0\0"), wav(1, 16, b"", channels=0), wav(1, 12, b""),
        b"RIFF\0\0\0\0WAVEdata\2\0\0\0\0\0", b"RIFF\0\0\0\0WAVEfmt \4\0\0\0abcd", b"RIFF\0\0\0\0WAVEfmt",
    ],
)  # fmt: skip
def test_a_wav_that_is_none(content: bytes) -> None:
    with pytest.raises(BadSound):
        read_sound(content, "audio/wav")


def test_no_cut_of_a_good_file_does_harm() -> None:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 16_000, 0, "NONE", ""))
        out.writeframes(b"\1\0" * 8)
    for length in range(len(file.getvalue())):
        with pytest.raises(BadSound):
            read_sound(file.getvalue()[:length], "audio/wav")


def test_a_long_sentence_is_heard_before_its_end_is_asked_for(host: SpeechHost, say: Say) -> None:
    parts = stream(load_voice(find_voice("openai:nova")), say("and on it goes, " * 200))
    next(parts)
    assert len(host.asked) == 1
    assert len(list(parts)) > 4 and len(host.asked) > 2
