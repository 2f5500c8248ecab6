"""A sentence is heard, and its times are known, before all of it is made."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from tests.rooms.live.conftest import finished, until
from tests.rooms.server.conftest import decoded

from oyez.errors import SynthesisError
from oyez.exporting.encoding import StreamEncoders
from oyez.live.studio import Studio
from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip, pause_frames
from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo
from oyez.narrating import Narrator
from oyez.server.streams import Streams
from oyez.settings import Settings
from oyez.voices.parts import Part, Phrase, Sound, clip_of

_RATE = 16_000
_FRAMES = 2 * _RATE
_INFO = VoiceInfo("slow", "slow", "en", "Slow", "CC0", "slow 1")
_PATIENCE = 30.0  # seconds; only ever waited out where something is broken


class SlowVoice:
    """A tone of two seconds in four pieces; from the third on it waits at the gate."""

    def __init__(self) -> None:
        self.info = _INFO
        self.gate = threading.Event()
        self.said: list[str] = []
        self.broken = False

    def say(self, sentence: Sentence) -> Clip:
        return clip_of(self.stream(sentence))

    def stream(self, sentence: Sentence) -> Iterator[Part]:
        self.said.append(sentence.said)
        ends = np.linspace(0, _FRAMES, len(sentence.words) + 1).astype(int).tolist()
        yield Phrase(tuple(pairwise(ends)), _FRAMES, _RATE)
        tone = (3_000 * np.sin(np.arange(_FRAMES) ** 1.5 / 4_000)).astype(np.int16)
        for place, piece in enumerate(np.split(tone, 4)):
            assert place < 2 or self.gate.wait(_PATIENCE)
            if place == 2 and self.broken:
                raise SynthesisError("the voice fell silent", "choose another voice", sentence.said)
            yield Sound(piece)

    def close(self) -> None:
        self.gate.set()


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowVoice]:
    voice = SlowVoice()
    monkeypatch.setattr("oyez.voices.find.load_voice", lambda _info: voice)
    monkeypatch.setattr("oyez.api.voice_for", lambda *_args, **_more: _INFO)
    yield voice
    voice.close()


class _Level(Narrator):
    gain = 1.0  # measuring it would wait at the gate


@pytest.fixture
def studio(voice: SlowVoice, settings: Settings) -> Iterator[Studio]:
    article = Article("", (Paragraph("Seven boats sail today. They come home at noon."),), "en")
    alone = replace(settings, stand_ins=False)
    studio = Studio(alone, lambda _key: article, _Level)
    yield studio
    voice.close()
    studio.close()


def test_times_and_pieces_come_before_the_sentence_is_made(studio: Studio, voice: SlowVoice) -> None:
    narration = studio.open("any")
    until(lambda: len(narration.heard(0, 0)) == 2 and len(narration.known_since(0)) == 2)
    assert narration.take(0) is None and not narration.complete
    told = dict(narration.known_since(0))
    voice.gate.set()
    finished(narration)
    assert told == {index: narration.take(index) for index in (0, 1)}, "what was told is what was made"
    assert not narration.heard(0, 0), "nothing is held twice"
    wanted = [one.said for one in narration.script.sentences]
    assert sorted(said for said in voice.said if said in wanted) == sorted(wanted), "each once"


def test_a_stream_sounds_before_its_sentence_is_made_and_nothing_is_lost_or_doubled(
    studio: Studio, voice: SlowVoice
) -> None:
    narration = studio.open("any")
    encoders = StreamEncoders()

    async def listen() -> bytes:
        stream = Streams(studio, encoders).open(narration, 0)
        head, first = await anext(stream), await anext(stream)
        assert len(first) > 500 and narration.take(0) is None, "sound, and more than a head"
        voice.gate.set()
        return head + first + b"".join([part async for part in stream])

    try:
        heard = decoded(asyncio.run(asyncio.wait_for(listen(), _PATIENCE)))
    finally:
        encoders.close()
    sentences = finished(narration).script.sentences
    whole = np.concatenate(
        [
            np.pad(voice.say(one).samples, (0, pause_frames(one.pause, _RATE))).astype(np.float32) / 32768
            for one in sentences
        ]
    )
    sound = np.asarray(heard).reshape(-1)
    assert abs(len(sound) - len(whole)) < 3_000, "but for what the encoder adds"
    lag = int(np.argmax(np.correlate(sound[:_RATE], whole[:4_000], "valid")))
    shared = min(len(whole), len(sound) - lag)
    assert np.corrcoef(sound[lag : lag + shared], whole[:shared])[0, 1] > 0.98


def test_a_voice_that_breaks_off_is_told_and_the_next_order_makes_the_sentence(
    studio: Studio, voice: SlowVoice
) -> None:
    voice.broken = True
    voice.gate.set()
    narration = studio.open("any")
    until(lambda: narration.failure is not None)
    until(lambda: not narration.heard(0, 0) and not narration.heard(1, 0))
    voice.broken = False
    made = finished(studio.open("any"))
    assert len(made.known_since(0)) == 2
    assert [len(studio.clip(made, index).samples) for index in (0, 1)] == [_FRAMES, _FRAMES]
