"""The pipe from clips to files: exact at natural speed, loud enough at any, made as it goes."""

from __future__ import annotations

import io
from dataclasses import replace

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from oyez.audio.loudness import TARGET_LUFS, gain_to_target, integrated_lufs
from oyez.errors import ExportError, InvalidSpeed
from oyez.exporting.contract import Exporter
from oyez.exporting.heard import time_map
from oyez.exporting.sound import Flac, M4a, Mp3, Opus, SoundFile, Wav
from oyez.model.narration import Narration, pause_frames

SOUNDS: tuple[Exporter, ...] = (Wav(), Mp3(), M4a(), Opus(), Flac())


def natural(narration: Narration) -> NDArray[np.int16]:
    rate = narration.sample_rate
    return np.concatenate(
        [
            np.pad(clip.samples, (0, pause_frames(sentence.pause, rate)))
            for clip, sentence in zip(narration.clips, narration.script.sentences, strict=True)
        ]
    )


def heard(blob: bytes) -> NDArray[np.int16]:
    """The levels of a wav file."""
    with av.open(io.BytesIO(blob), "r") as container:
        frames = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return np.concatenate(frames).astype(np.int16)


def test_natural_speed_without_gain_is_the_clips_bit_for_bit(narration: Narration) -> None:
    assert np.array_equal(heard(Wav().export(narration, 1)), natural(narration))


@pytest.mark.parametrize("speed", [0.8, 1.0, 1.25, 2.0])
def test_the_loudness_is_the_target(narration: Narration, speed: float) -> None:
    gain = gain_to_target(natural(narration), narration.sample_rate)
    blob = Wav().export(replace(narration, gain=gain), speed)
    assert integrated_lufs(heard(blob), narration.sample_rate) == pytest.approx(TARGET_LUFS, abs=1)


def test_a_gain_too_high_is_limited_not_clipped(narration: Narration) -> None:
    levels = heard(Wav().export(replace(narration, gain=12.0), 1))
    assert np.abs(levels.astype(int)).max() <= 32768 * 10 ** (-0.9 / 20)


@pytest.mark.parametrize("speed", [0.5, 1.0, 1.37, 3.0])
@pytest.mark.parametrize("exporter", SOUNDS, ids=lambda exporter: exporter.suffix)
def test_every_format_lasts_as_long_as_the_map_says(
    narration: Narration, exporter: Exporter, speed: float
) -> None:
    blob = exporter.export(narration, speed)
    with av.open(io.BytesIO(blob), "r") as container:
        seconds = sum(frame.samples / frame.sample_rate for frame in container.decode(audio=0))
    assert seconds == pytest.approx(time_map(narration, speed).frames / narration.sample_rate, abs=0.06)
    assert seconds == pytest.approx(narration.seconds / speed, abs=0.06)


@pytest.mark.parametrize("speed", [0.6, 2.0])
def test_a_file_made_while_the_voice_speaks_is_the_same(narration: Narration, speed: float) -> None:
    script = narration.script
    file = SoundFile(
        script.article,
        narration.voice,
        narration.sample_rate,
        gain=narration.gain,
        speed=speed,
        file_format="mp3",
    )
    for clip, sentence in zip(narration.clips, script.sentences, strict=True):
        file.add(clip, sentence.pause)
    assert file.finish() == Mp3().export(narration, speed)
    assert file.time_map == time_map(narration, speed)


def test_the_map_does_not_depend_on_the_gain(narration: Narration) -> None:
    assert time_map(replace(narration, gain=3.0), 1.7) == time_map(narration, 1.7)


def test_tags_come_from_the_article(narration: Narration) -> None:
    with av.open(io.BytesIO(Flac().export(narration, 1)), "r") as container:
        tags = {name.lower(): text for name, text in container.metadata.items()}
    assert tags.pop("comment").startswith("Read by a synthetic voice: Test voice, made with Oyez ")
    assert {name: tags[name] for name in ("title", "artist", "album", "date", "url", "language")} == {
        "title": "Rain 😀 falls at last",
        "artist": "Ada Example, Ben Muster",
        "album": "The Harbour Post",
        "date": "2024-05-06",
        "url": "https://news.example/rain",
        "language": "en-GB",
    }


def test_nothing_to_hear_is_an_error(narration: Narration) -> None:
    empty = replace(narration, script=replace(narration.script, sentences=()), clips=())
    with pytest.raises(ExportError, match="no sentences"):
        Mp3().export(empty, 1)


def test_a_bad_speed_is_refused(narration: Narration) -> None:
    with pytest.raises(InvalidSpeed):
        Mp3().export(narration, 7)
