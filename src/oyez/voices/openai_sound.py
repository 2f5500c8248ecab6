"""Sound as a speech server sends it: a WAV file or bare PCM, of any rate, width and number of channels.

bytes, media type -> RIFF chunks -> numbers -> one channel -> int16, rate

Nothing here trusts a size: what a header states beyond the bytes that came is a sound that was cut off.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["BadSound", "Sound", "read_sound"]

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
# Who writes a WAV before he knows its length states one of these: the sound then goes on to the end.
_LENGTH_UNKNOWN = 0x7FFF0000  # and above, or 0
_RATES = range(4_000, 384_001)  # frames a second
_MOST_CHANNELS = 8
_BARE_RATE = 24_000  # frames a second of bare PCM where nothing states another: 16-bit, mono
_BARE = re.compile(r"audio/(?:pcm|l16|x-pcm|raw)\b", re.IGNORECASE)
_STATED_RATE = re.compile(r"\brate\s*=\s*\"?(\d{1,6})", re.IGNORECASE)


class BadSound(ValueError):
    """No sound can be made of the bytes; its text says why."""


@dataclass(frozen=True, slots=True)
class Sound:
    """int16 of shape (frames,), mono, and the rate in frames a second."""

    samples: NDArray[np.int16]
    rate: int


def read_sound(content: bytes, media_type: str = "") -> Sound:
    """The sound of an answer; BadSound where it is of another kind, cut off or garbled."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return _wave(content)
    if _BARE.match(media_type.strip()):
        stated = _STATED_RATE.search(media_type)
        rate = int(stated[1]) if stated else _BARE_RATE
        # audio/L16 is big-endian by RFC 2586; the servers that send it here mean what audio/pcm means.
        return Sound(_numbers(content, _PCM, 16, 1), _checked_rate(rate))
    kind = media_type.partition(";")[0].strip()[:60] or "something without a media type"
    raise BadSound(f"{kind} came where WAV was asked for")


def _wave(content: bytes) -> Sound:
    described: tuple[int, int, int, int] | None = None  # code, channels, rate, bits
    at = 12
    while at + 8 <= len(content):
        name, size = content[at : at + 4], struct.unpack_from("<I", content, at + 4)[0]
        at += 8
        if name == b"data":
            if described is None:
                break
            code, channels, rate, bits = described
            known = 0 < size < _LENGTH_UNKNOWN
            if known and at + size > len(content):
                raise BadSound(f"of {size:,} bytes of sound {len(content) - at:,} came")
            sound = content[at : at + size] if known else content[at:]
            return Sound(_numbers(sound, code, bits, channels), rate)
        if name == b"fmt ":
            described = _described(content[at : at + size])
        at += size + size % 2
    raise BadSound("the WAV file holds no sound")


def _described(chunk: bytes) -> tuple[int, int, int, int]:
    if len(chunk) < 16:
        raise BadSound("the WAV file does not say what is in it")
    code, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", chunk)
    if code == _EXTENSIBLE and len(chunk) >= 26:
        (code,) = struct.unpack_from("<H", chunk, 24)
    if not 1 <= channels <= _MOST_CHANNELS:
        raise BadSound(f"the WAV file has {channels} channels")
    return code, channels, _checked_rate(rate), bits


def _checked_rate(rate: int) -> int:
    if rate not in _RATES:
        raise BadSound(f"a rate of {rate:,} frames a second is none")
    return rate


def _numbers(sound: bytes, code: int, bits: int, channels: int) -> NDArray[np.int16]:
    """Interleaved numbers of one kind as mono int16."""
    import numpy as np

    width = bits // 8
    if (code, bits) not in ((_PCM, 8), (_PCM, 16), (_PCM, 24), (_PCM, 32), (_FLOAT, 32), (_FLOAT, 64)):
        raise BadSound(f"WAV of kind {code} with {bits} bits is not read")
    whole = sound[: len(sound) - len(sound) % (width * channels)]
    wave: NDArray[np.float64]
    if code == _FLOAT:
        wave = np.nan_to_num(np.frombuffer(whole, f"<f{width}").astype(np.float64)).clip(-1, 1) * 32767
    elif bits == 8:
        wave = (np.frombuffer(whole, np.uint8).astype(np.float64) - 128) * 256
    elif bits == 24:
        triples = np.frombuffer(whole, np.uint8).reshape(-1, 3)
        wave = np.pad(triples, ((0, 0), (1, 0))).reshape(-1).view("<i4").astype(np.float64) / 65536
    elif bits == 16 and channels == 1:
        return np.frombuffer(whole, "<i2").astype(np.int16)
    else:
        wave = np.frombuffer(whole, f"<i{width}").astype(np.float64) / 2 ** (bits - 16)
    if channels > 1:
        wave = wave.reshape(-1, channels).mean(axis=1)
    mono: NDArray[np.int16] = np.rint(wave.clip(-32768, 32767)).astype(np.int16)
    return mono
