"""The sound as it is made: every sample once and in order, whatever sentence it begins with."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from oyez.errors import ExportError
from oyez.exporting.encoding import EncodedStream, StreamEncoders
from oyez.exporting.sound import Wav
from oyez.exporting.streaming import SoundStream
from oyez.model.narration import Narration, pause_frames


class _Tape(EncodedStream):
    """Keeps the samples as they are."""

    def __init__(self) -> None:
        self.head = b"head"
        self.samples: list[NDArray[np.int16]] = []
        self.closed = False

    def add(self, samples: NDArray[np.int16], *, hold: bool = True) -> bytes:
        self.samples.append(samples)
        return samples.tobytes()

    def finish(self) -> bytes:
        return b""

    def close(self) -> None:
        self.closed = True


class _Tapes(StreamEncoders):
    """Encoders that are no processes."""

    def open(self, sample_rate: int) -> _Tape:
        self.tape = _Tape()
        return self.tape


@pytest.fixture(scope="module")
def encoders() -> Iterator[StreamEncoders]:
    """The process of all streams."""
    encoders = StreamEncoders()
    yield encoders
    encoders.close()


def stream_of(narration: Narration, start: int, encoders: StreamEncoders) -> bytes:
    """All of a stream, the head first."""
    stream = SoundStream(encoders, narration.sample_rate, narration.gain)
    parts = [stream.head]
    for clip, sentence in list(zip(narration.clips, narration.script.sentences, strict=True))[start:]:
        parts += stream.add(clip, sentence.pause)
    return b"".join([*parts, stream.finish()])


def laid_out(narration: Narration, start: int) -> NDArray[np.int16]:
    """Clips and pauses from a sentence on."""
    pairs = list(zip(narration.clips, narration.script.sentences, strict=True))[start:]
    rate = narration.sample_rate
    return np.concatenate(
        [np.pad(clip.samples, (0, pause_frames(sentence.pause, rate))) for clip, sentence in pairs]
    )


@pytest.mark.parametrize("start", range(5))
def test_every_sample_once_and_in_order(narration: Narration, start: int) -> None:
    tapes = _Tapes()
    stream_of(narration, start, tapes)
    assert np.array_equal(np.concatenate(tapes.tape.samples), laid_out(narration, start))


def test_it_is_levelled_as_files_are(narration: Narration) -> None:
    loud = replace(narration, gain=12.0)
    tapes = _Tapes()
    stream_of(loud, 0, tapes)
    with av.open(io.BytesIO(Wav().export(loud, 1)), "r") as container:
        file = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
    assert np.array_equal(np.concatenate(tapes.tape.samples), file)


def test_streams_side_by_side_in_one_process(narration: Narration, encoders: StreamEncoders) -> None:
    alone = stream_of(narration, 0, encoders)
    streams = [SoundStream(encoders, narration.sample_rate, narration.gain) for _ in range(8)]
    parts = [stream.head for stream in streams]
    for clip, sentence in zip(narration.clips, narration.script.sentences, strict=True):
        for number, stream in enumerate(streams):
            parts[number] += b"".join(stream.add(clip, sentence.pause))
    assert {part + stream.finish() for part, stream in zip(parts, streams, strict=True)} == {alone}


def test_a_stream_whose_encoder_ended_says_so(narration: Narration) -> None:
    encoders = StreamEncoders()
    stream = SoundStream(encoders, narration.sample_rate, 1.0)
    encoders.close()
    with pytest.raises(ExportError, match="the encoder ended"):
        list(stream.add(narration.clips[0], 0.0))
    stream.close()
    assert stream_of(narration, 0, encoders), "the next one has a new process"
    encoders.close()


def test_one_that_is_left_frees_its_encoder(narration: Narration) -> None:
    tapes = _Tapes()
    stream = SoundStream(tapes, narration.sample_rate, 1.0)
    next(iter(stream.add(narration.clips[0], 0.0)))
    stream.close()
    assert tapes.tape.closed
