"""Fragmented MP4: whole at any split, playable as it grows, in time to the sample."""

from __future__ import annotations

import io
import struct

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from oyez.audio.fragments import FIRST, LATER, FragmentEncoder

RATES = (16000, 22050, 24000, 44100)


def tone(frames: int, rate: int) -> NDArray[np.int16]:
    """A sweep, which looks like itself at one place only."""
    time = np.arange(frames) / rate
    return (9000 * np.sin(2 * np.pi * (200 * time + 300 * time**2))).astype(np.int16)


def encoded(samples: NDArray[np.int16], rate: int, piece: int) -> bytes:
    """The whole stream, fed in pieces."""
    encoder = FragmentEncoder(rate)
    parts = [encoder.head]
    parts += [
        encoder.add_pcm(samples[at : at + piece].tobytes()) for at in range(0, len(samples), max(1, piece))
    ]
    return b"".join([*parts, encoder.finish()])


def decoded(blob: bytes) -> tuple[NDArray[np.float32], int]:
    """float32 samples from media time 0, and what the file says its length is, in frames."""
    with av.open(io.BytesIO(blob), "r") as container:
        stream = container.streams.audio[0]
        frames = list(container.decode(stream))
        rate = stream.rate
        assert frames[0].pts == 0, "the edit list cuts the priming"
    return np.concatenate([frame.to_ndarray()[0] for frame in frames]), rate


def boxes(blob: bytes) -> list[tuple[str, bytes]]:
    """Name and content of the outermost boxes."""
    found, at = [], 0
    while at < len(blob):
        size, name = struct.unpack_from(">I4s", blob, at)
        found.append((name.decode(), blob[at + 8 : at + size]))
        at += size
    assert at == len(blob)
    return found


def durations(moof: bytes) -> list[int]:
    """Of the packets of one fragment, in frames."""
    at = moof.index(b"trun") + 4
    (count,) = struct.unpack_from(">I", moof, at + 4)
    return [struct.unpack_from(">I", moof, at + 12 + 8 * number)[0] for number in range(count)]


@pytest.mark.parametrize("rate", RATES)
def test_time_t_is_sample_t(rate: int) -> None:
    samples = tone(2 * rate, rate)
    heard, found = decoded(encoded(samples, rate, 5000))
    assert found == rate
    heard = heard[: len(samples)]
    wave = samples.astype(np.float32) / 32768
    for start in (0, rate // 2, rate):  # the lag that fits best is none
        window = wave[start + 100 : start + 100 + rate // 2]
        lags = [float(np.dot(window, heard[start + lag : start + lag + len(window)])) for lag in range(200)]
        assert int(np.argmax(lags)) == 100
    assert np.sqrt(np.mean((heard - wave) ** 2)) < 0.1 * np.sqrt(np.mean(wave**2))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 30_000), st.integers(1, 9000))
def test_the_fragments_hold_every_sample_once(frames: int, piece: int) -> None:
    blob = encoded(tone(frames, 22050), 22050, max(piece, frames // 50))
    names = [name for name, _ in boxes(blob)]
    assert names[:2] == ["ftyp", "moov"]
    assert names[2:] == ["moof", "mdat"] * ((len(names) - 2) // 2)
    at = 0
    for number, moof in enumerate((content for name, content in boxes(blob) if name == "moof"), start=1):
        (sequence,) = struct.unpack_from(">I", moof, moof.index(b"mfhd") + 8)
        (decode_time,) = struct.unpack_from(">Q", moof, moof.index(b"tfdt") + 8)
        assert (sequence, decode_time) == (number, at)
        at += sum(durations(moof))
    assert at == 1024 + frames, "the priming and the sound"


def test_the_split_of_the_input_changes_no_sound() -> None:
    samples = tone(40_000, 22050)
    whole, pieces = (decoded(encoded(samples, 22050, piece))[0] for piece in (40_000, 777))
    assert np.array_equal(whole, pieces)


def test_the_first_fragment_comes_early_and_later_ones_are_longer() -> None:
    encoder = FragmentEncoder(22050)
    samples = tone(22050 * 4, 22050)
    pieces = [encoder.add_pcm(samples[at : at + 512].tobytes()) for at in range(0, len(samples), 512)]
    fragments = [sum(durations(dict(boxes(blob))["moof"])) / 22050 for blob in pieces if blob]
    assert FIRST <= fragments[0] < FIRST + 0.1
    assert all(LATER <= seconds < LATER + 0.1 for seconds in fragments[1:])


def test_what_waits_can_be_had_at_once() -> None:
    encoder = FragmentEncoder(22050)
    assert encoder.add_pcm(tone(4096, 22050).tobytes()) == b""
    assert dict(boxes(encoder.add_pcm(b"", hold=False))).keys() == {"moof", "mdat"}
    assert encoder.add_pcm(b"", hold=False) == b""


def test_each_beginning_can_be_played() -> None:
    blob = encoded(tone(60_000, 22050), 22050, 6000)
    ends = [blob.index(b"moof") - 4]
    while (at := blob.find(b"moof", ends[-1] + 5)) > 0:
        ends.append(at - 4)
    lengths = [len(decoded(blob[:end])[0]) for end in ends[1:]]
    assert lengths == sorted(lengths)
    assert lengths[0] > 0


def test_a_stream_without_sound_is_a_head() -> None:
    encoder = FragmentEncoder(22050)
    assert [name for name, _ in boxes(encoder.head)] == ["ftyp", "moov"]
    assert encoder.finish() == b""
