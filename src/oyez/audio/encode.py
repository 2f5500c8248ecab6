"""Sound files from samples, piece by piece, so that encoding can run while the voice still speaks.

int16 samples -> (resampled, for Opus) -> encoder -> container in memory -> bytes

Every format is gapless: what its encoder adds in front is declared in the file (LAME header, edit
list, pre-skip), and players take it off. Files are the same byte for byte for the same sound.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from hashlib import md5
from typing import TYPE_CHECKING

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream

from oyez.audio.tags import Tags, id3, iso_639_2, metadata
from oyez.errors import EncoderMissing, UnknownFormat

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["FORMATS", "Encoder", "from_flac", "require_encoder", "to_flac"]

_MD5 = slice(26, 42)  # of the samples, in STREAMINFO, which always comes first (RFC 9639, 8.2)
PIECE = 1 << 16  # frames handed to FFmpeg at once: 3 s, 128 KB


@dataclass(frozen=True, slots=True)
class _Format:
    """How FFmpeg writes a format. `rates` is empty where every rate is possible."""

    container: str
    codec: str
    bit_rate: int | None = None
    codec_options: dict[str, str] = field(default_factory=dict)
    container_options: dict[str, str] = field(default_factory=dict)
    rates: tuple[int, ...] = ()


# Options chosen for speed where it costs no quality that speech shows: mp3 180x instead of 85x real time,
# aac 260x instead of 45x, opus 147x instead of 87x on one core.
_FORMATS = {
    "wav": _Format("wav", "pcm_s16le"),
    "mp3": _Format("mp3", "libmp3lame", 64_000, {"compression_level": "7"}, {"id3v2_version": "0"}),
    "m4a": _Format("ipod", "aac", 64_000, {"aac_coder": "fast"}, {"movflags": "+faststart"}),
    "opus": _Format(
        "opus",
        "libopus",
        32_000,
        {"application": "voip", "compression_level": "3"},
        rates=(16_000, 24_000, 48_000),
    ),
    "flac": _Format("flac", "flac", container_options={"metadata_header_padding": "0"}),
}
FORMATS = tuple(_FORMATS)


def require_encoder(file_format: str) -> None:
    """Raise UnknownFormat for a format not in FORMATS, EncoderMissing where FFmpeg cannot write it."""
    if file_format not in _FORMATS:
        raise UnknownFormat(
            f"{file_format!r} is not a sound format Oyez writes", f"choose from {', '.join(FORMATS)}"
        )
    codec = _FORMATS[file_format].codec
    if codec not in av.codecs_available:
        raise EncoderMissing(
            f"the installed FFmpeg has no encoder {codec!r}",
            "install the av package as a wheel, which carries it, or choose wav or flac",
        )


class Encoder:
    """Writes one mono file. `file_format` is one of FORMATS.

    Raises UnknownFormat, or EncoderMissing where the installed FFmpeg lacks the encoder.
    """

    def __init__(self, file_format: str, sample_rate: int, tags: Tags | None = None) -> None:
        require_encoder(file_format)
        form = _FORMATS[file_format]
        tags = tags or Tags()
        self._sample_rate = sample_rate
        self._frames = 0
        self._shortest = sample_rate // 50 if form.bit_rate else 0  # lossy files of no packet are no files
        self._file = io.BytesIO()
        self._head = id3(tags) if file_format == "mp3" else b""
        # No method of ours is given away: a cycle would keep every file until the collector runs.
        self._container = av.open(
            self._file,
            "w",
            format=form.container,
            # bitexact: no version, date or random serial number in the file.
            options={"fflags": "+bitexact", **form.container_options},
            io_open=partial(_reread, self._file),
        )
        rate = next((rate for rate in form.rates if rate >= sample_rate), sample_rate)
        self._stream = _add_stream(self._container, form, rate)
        if file_format == "m4a":
            self._stream.metadata["language"] = iso_639_2(tags.language)
        if file_format != "mp3":
            self._container.metadata.update(metadata(tags, file_format))
        self._container.start_encoding()  # writes the header even if no sound follows

    def add(self, samples: NDArray[np.int16]) -> None:
        """Append int16 samples of shape (n,)."""
        self.add_pcm(samples.astype("<i2").tobytes())

    def add_pcm(self, pcm: bytes) -> None:
        """Append 16-bit little-endian samples; needs no numpy, which a worker is lighter without."""
        view = memoryview(pcm)
        for start in range(0, len(view), 2 * PIECE):
            piece = view[start : start + 2 * PIECE]
            frame = AudioFrame("s16", "mono", len(piece) // 2, align=1)
            frame.planes[0].update(bytes(piece))
            frame.sample_rate = self._sample_rate
            frame.time_base = Fraction(1, self._sample_rate)
            frame.pts = self._frames
            self._frames += len(piece) // 2
            self._container.mux(self._stream.encode(frame))

    def finish(self) -> bytes:
        """Close the file and return it. Nothing can be added after it."""
        if self._frames < self._shortest:
            self.add_pcm(bytes(2 * (self._shortest - self._frames)))
        self._container.mux(self._stream.encode(None))
        self._container.close()
        return self._head + self._file.getvalue()


def _reread(file: io.BytesIO, url: str, flags: int, options: dict[str, str]) -> io.BytesIO:
    """FFmpeg reads an m4a back at its end, to move the index before the sound (faststart)."""
    return io.BytesIO(file.getvalue())


def _add_stream(container: av.container.OutputContainer, form: _Format, rate: int) -> AudioStream:
    stream = container.add_stream(form.codec, rate=rate, options=dict(form.codec_options), layout="mono")
    assert isinstance(stream, AudioStream)
    if form.bit_rate:
        stream.bit_rate = form.bit_rate
    return stream


def to_flac(samples: NDArray[np.int16], sample_rate: int) -> bytes:
    """Lossless FLAC of int16 samples, shape (n,)."""
    encoder = Encoder("flac", sample_rate)
    encoder.add(samples)
    return encoder.finish()


def from_flac(blob: bytes) -> tuple[NDArray[np.int16], int]:
    """The int16 samples, shape (n,), and the sample rate of what `to_flac` wrote; ValueError if damaged.

    FFmpeg plays over damage, so the samples are held against the MD5 in the file's first block.
    """
    import numpy as np

    try:
        with av.open(io.BytesIO(blob), "r", format="flac") as container:
            stream = container.streams.audio[0]
            frames = [frame.to_ndarray() for frame in container.decode(stream)]
            rate = stream.rate
    except (av.FFmpegError, IndexError) as error:
        raise ValueError(f"not a readable FLAC file: {error}") from error
    samples = np.concatenate(frames, axis=1)[0] if frames else np.zeros(0, dtype=np.int16)
    if samples.dtype != np.int16 or blob[_MD5] != _sum(samples):
        raise ValueError("damaged FLAC file: its sound is not the sound that was written")
    return samples, rate


def _sum(samples: NDArray[np.int16]) -> bytes:
    return md5(samples.astype("<i2").tobytes(), usedforsecurity=False).digest()
