"""Sentences heard before they are made: the parts of a clip, in order, and nothing twice whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from tests.rooms.voices.decoding_voice import HOP, decoding_model

from oyez.model.narration import Clip
from oyez.model.script import Sentence
from oyez.voices.contract import StreamingVoice
from oyez.voices.parts import Part, Phrase, Sound, clip_of
from oyez.voices.piper import Piper, PiperVoice
from oyez.voices.piper_files import describe
from oyez.voices.silent import SilentVoice
from oyez.voices.streaming import in_one_piece, stream

SAY = Callable[[str], Sentence]
TEXT = "The harbour office closed in the middle of the night, and it is not clear when it will open again."


@pytest.fixture
def path(make_voice: Callable[..., Path]) -> Path:
    path = make_voice(changes={"hop_length": HOP})
    path.write_bytes(decoding_model())
    return path


@pytest.fixture
def voice(path: Path) -> Iterator[PiperVoice]:
    voice = opened(path)
    yield voice
    voice.close()


def opened(path: Path) -> PiperVoice:
    return Piper().load(describe(path, f"piper:{path}"))


def worker_of(voice: PiperVoice) -> int:
    """The one process that speaks."""
    (process,) = (one._process for one in voice._speaker._workers._workers if one._process)
    return process.pid


def same(one: Clip, other: Clip) -> bool:
    return one == other and one.samples.tobytes() == other.samples.tobytes()


def hold_the_laws(parts: list[Part]) -> None:
    owed = 0
    for part in parts:
        if isinstance(part, Phrase):
            assert not owed, "the sound of the phrase before is complete"
            owed = part.frames
        else:
            assert part.samples.dtype == np.int16 and 0 < len(part.samples) <= owed
            owed -= len(part.samples)
    assert not owed and isinstance(parts[0], Phrase)


def test_the_parts_are_the_clip(voice: PiperVoice, say: SAY) -> None:
    assert isinstance(voice, StreamingVoice)
    for text in (TEXT, "", "No.", ", ".join([TEXT] * 9)):
        sentence = say(text)
        parts = list(stream(voice, sentence))
        hold_the_laws(parts)
        clip = voice.say(sentence)
        assert same(clip_of(parts), clip)
        assert clip.measured and not clip.notes and len(clip.times) == len(sentence.words)
        if text == TEXT:
            assert isinstance(parts[0], Phrase) and parts[0].times == clip.times, "known before any sound"
            assert [isinstance(part, Sound) for part in parts[1:]].count(True) == len(parts) - 1 > 3


def test_a_voice_without_a_stream_has_one_piece(say: SAY) -> None:
    voice, sentence = SilentVoice(), say("One two.")
    assert not isinstance(voice, StreamingVoice)
    parts = list(stream(voice, sentence))
    hold_the_laws(parts)
    assert len(parts) == 2
    assert same(clip_of(parts), voice.say(sentence))
    assert [type(part) for part in in_one_piece(voice, say(""))] == [Phrase]


def test_a_worker_killed_midway_changes_nothing(voice: PiperVoice, say: SAY) -> None:
    sentence = say(", ".join([TEXT] * 2))
    expected = voice.say(sentence)
    for pieces in (0, 1, 4):
        parts = []
        first = worker_of(voice)
        for part in stream(voice, sentence):
            parts.append(part)
            if sum(isinstance(one, Sound) for one in parts) == pieces and worker_of(voice) == first:
                os.kill(first, signal.SIGKILL)
        assert same(clip_of(parts), expected)
    assert same(voice.say(sentence), expected)


def test_sound_that_breaks_off_is_silent_from_there_on(
    voice: PiperVoice, say: SAY, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = say(TEXT)
    expected = voice.say(sentence)
    speaking = voice._speaker._workers.stream

    def breaking(*args: object, **more: object) -> Iterator[tuple[dict[str, object], bytes]]:
        for place, (head, pcm) in enumerate(speaking(*args, **more)):  # type: ignore[arg-type]
            yield ({"error": "no memory"}, b"") if place == 3 else (head, pcm)

    monkeypatch.setattr(voice._speaker._workers, "stream", breaking)
    parts = list(stream(voice, sentence))
    hold_the_laws(parts)
    clip = clip_of(parts)
    assert clip.times == expected.times and len(clip.samples) == len(expected.samples)
    heard = 36 * HOP  # two pieces
    assert np.array_equal(clip.samples[:heard], expected.samples[:heard])
    assert not clip.samples[heard:].any()
    assert "could not be spoken to its end" in clip.notes[0] and "no memory" in clip.notes[0]


def test_whoever_has_heard_enough_leaves_a_worker_that_goes_on(voice: PiperVoice, say: SAY) -> None:
    expected = voice.say(say("One, two."))
    first = worker_of(voice)
    for taken in (1, 2, 3):
        parts = stream(voice, say(", ".join([TEXT] * 2)))
        for _ in range(taken):
            next(parts)
        parts.close()  # type: ignore[attr-defined]
        assert same(voice.say(say("One, two.")), expected)
    assert worker_of(voice) == first


def test_in_parallel_as_one_by_one(path: Path, say: SAY) -> None:
    texts = [f"Number {number}, {TEXT}" for number in range(6)]
    one, other = opened(path), opened(path)
    try:
        expected = [one.say(say(text)) for text in texts]
        with ThreadPoolExecutor(8) as pool:
            for voice in (one, other):
                made = list(pool.map(lambda text, voice=voice: voice.say(say(text)), texts))
                assert all(map(same, made, expected))
    finally:
        one.close()
        other.close()


def test_what_is_prepared_is_made_once_and_made_again_where_it_is_broken(path: Path, say: SAY) -> None:
    made = path.parent / ".prepared"
    expected = []
    for damage in (None, "nothing", "cut", "foreign", "gone"):
        files = sorted(made.rglob("*.model")) if damage else []
        before = [file.stat().st_mtime_ns for file in files]
        if damage == "cut":
            files[0].write_bytes(files[0].read_bytes()[:100])
        if damage == "foreign":
            files[0].write_bytes(bytes(files[0].stat().st_size))
        if damage == "gone":
            shutil.rmtree(made)
        voice = opened(path)
        expected.append(voice.say(say(TEXT)))
        voice.close()
        if damage == "nothing":
            assert [file.stat().st_mtime_ns for file in files] == before
    assert all(same(clip, expected[0]) for clip in expected)
    assert len(list(made.iterdir())) == 1


def test_what_is_prepared_may_be_cleared_away_at_any_time(voice: PiperVoice, path: Path, say: SAY) -> None:
    expected = voice.say(say(TEXT))
    shutil.rmtree(path.parent / ".prepared")
    os.kill(worker_of(voice), signal.SIGKILL)
    assert same(voice.say(say(TEXT)), expected)


def test_a_folder_that_takes_nothing(path: Path, say: SAY) -> None:
    first = opened(path)
    expected = first.say(say(TEXT))
    first.close()
    shutil.rmtree(path.parent / ".prepared")
    path.parent.chmod(0o555)
    try:
        voice = opened(path)
        assert same(voice.say(say(TEXT)), expected)
        voice.close()
        assert same(voice.say(say(TEXT)), expected), "a closed voice prepares anew"
        voice.close()
    finally:
        path.parent.chmod(0o755)
    assert not (path.parent / ".prepared").exists()
