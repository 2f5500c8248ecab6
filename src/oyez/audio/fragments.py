"""Sound as fragmented MP4, piece by piece, for players that begin before the end is made.

int16 PCM -> AAC-LC packets -> head (ftyp, moov), then fragments (moof, mdat), each playable as it comes

Boxes are written here (ISO/IEC 14496-12 and -14, 3GPP's byte stream format for Media Source Extensions):
a muxer of FFmpeg's ends a fragment one packet late and cannot be told to end one now. The encoder's
priming, one packet of silence, is cut by the edit list: media time 0 is the first sample that was added.
"""

from __future__ import annotations

import struct
from fractions import Fraction

import av
from av.audio.codeccontext import AudioCodecContext
from av.audio.frame import AudioFrame
from av.codec.context import Flags

from oyez.errors import EncoderMissing

__all__ = ["MEDIA_TYPE", "FragmentEncoder"]

MEDIA_TYPE = 'audio/mp4; codecs="mp4a.40.2"'
BIT_RATE = 64_000  # as in m4a files
FIRST = 0.25  # seconds in the first fragment at least: it is what the listener waits for
LATER = 0.5  # seconds in later ones at least; a fragment's own boxes are 116 bytes, 3 % of half a second
_TRACK = 1
_SYNC = 0x02000000  # sample flags: depends on no other
_Packet = tuple[int, bytes]  # frames, content
_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)  # the unit matrix


class FragmentEncoder:
    """One mono stream. Raises EncoderMissing where the installed FFmpeg has no AAC.

    head   the bytes before the first fragment
    """

    def __init__(self, sample_rate: int) -> None:
        if "aac" not in av.codecs_available:
            raise EncoderMissing(
                "the installed FFmpeg has no encoder 'aac'", "install the av package as a wheel"
            )
        self._rate = sample_rate
        self._codec = _aac(sample_rate)
        self._packets: list[_Packet] = []
        self._fed = 0  # frames
        self._sent = 0  # frames in fragments so far, priming included
        self._fragments = 0
        self.head = _head(sample_rate, self._codec)

    def add_pcm(self, pcm: bytes, *, hold: bool = True) -> bytes:
        """Append 16-bit little-endian samples; the fragments that are ready, which may be none yet.

        `hold` False gives out all that can be given, however short.
        """
        if pcm:
            frame = AudioFrame("s16", "mono", len(pcm) // 2, align=1)
            frame.planes[0].update(pcm)
            frame.sample_rate = self._rate
            frame.time_base = Fraction(1, self._rate)
            frame.pts = self._fed
            self._fed += len(pcm) // 2
            self._encode(frame)
        waiting = sum(duration for duration, _ in self._packets) / self._rate
        enough = LATER if self._fragments else FIRST
        return b"" if hold and waiting < enough else self._fragment()

    def finish(self) -> bytes:
        """The rest. Nothing can be added after it."""
        if self._fed:
            self._encode(None)
        return self._fragment()

    def _encode(self, frame: AudioFrame | None) -> None:
        # The last packet of a stream is as short as its sound; one of no length is the encoder's own.
        self._packets += [
            (packet.duration, bytes(packet)) for packet in self._codec.encode(frame) if packet.duration
        ]

    def _fragment(self) -> bytes:
        """What waits, as one fragment."""
        packets, self._packets = self._packets, []
        if not packets:
            return b""
        self._fragments += 1
        start, self._sent = self._sent, self._sent + sum(duration for duration, _ in packets)
        return _fragment(self._fragments, start, packets)


def _aac(sample_rate: int) -> AudioCodecContext:
    codec = av.CodecContext.create("aac", "w")
    assert isinstance(codec, AudioCodecContext)
    codec.sample_rate = sample_rate
    codec.layout = "mono"
    codec.format = "fltp"
    codec.bit_rate = BIT_RATE
    codec.time_base = Fraction(1, sample_rate)
    codec.options = {"aac_coder": "fast"}
    codec.flags |= Flags.global_header  # the decoder's configuration stands in the head
    codec.open()
    return codec


def _head(rate: int, codec: AudioCodecContext) -> bytes:
    priming = codec.frame_size  # FFmpeg's encoder puts one packet before the sound
    media = _box(
        "mdia",
        _full("mdhd", struct.pack(">IIIIHH", 0, 0, rate, 0, 0x55C4, 0)),  # language "und"
        _full("hdlr", struct.pack(">I4s12x", 0, b"soun"), b"Sound\0"),
        _box(
            "minf",
            _full("smhd", bytes(4)),
            _box("dinf", _full("dref", struct.pack(">I", 1), _full("url ", flags=1))),
            _sample_table(rate, codec.extradata or b""),
        ),
    )
    track_head = struct.pack(">IIIII8xHHHH", 0, 0, _TRACK, 0, 0, 0, 0, 0x100, 0) + _MATRIX + bytes(8)
    movie_head = struct.pack(">IIIIIH10x", 0, 0, rate, 0, 0x10000, 0x100) + _MATRIX + bytes(24)
    movie = _box(
        "moov",
        _full("mvhd", movie_head, struct.pack(">I", _TRACK + 1)),
        _box(
            "trak",
            _full("tkhd", track_head, flags=3),
            _box("edts", _full("elst", struct.pack(">IIiHH", 1, 0, priming, 1, 0))),
            media,
        ),
        _box("mvex", _full("trex", struct.pack(">IIIII", _TRACK, 1, codec.frame_size, 0, _SYNC))),
    )
    return _box("ftyp", b"iso6", struct.pack(">I", 0), b"iso6mp41dash") + movie


def _sample_table(rate: int, configuration: bytes) -> bytes:
    # MPEG-4 descriptors: 5 the decoder's configuration, in 4 the decoder, in 3 the stream; 6 is fixed.
    decoder = struct.pack(">BB3xII", 0x40, 0x15, BIT_RATE, BIT_RATE) + _descriptor(5, configuration)
    stream = struct.pack(">HB", _TRACK, 0) + _descriptor(4, decoder) + _descriptor(6, b"\x02")
    entry = _box(
        "mp4a",
        struct.pack(">6xH8xHHHHI", 1, 1, 16, 0, 0, rate << 16),
        _full("esds", _descriptor(3, stream)),
    )
    empty = [_full(name, bytes(4)) for name in ("stts", "stsc")]
    return _box(
        "stbl",
        _full("stsd", struct.pack(">I", 1), entry),
        *empty,
        _full("stsz", bytes(8)),
        _full("stco", bytes(4)),
    )


def _fragment(number: int, start: int, packets: list[_Packet]) -> bytes:
    rows = b"".join(struct.pack(">II", duration, len(content)) for duration, content in packets)

    def movie_fragment(offset: int) -> bytes:
        run = struct.pack(">Ii", len(packets), offset) + rows
        return _box(
            "moof",
            _full("mfhd", struct.pack(">I", number)),
            _box(
                "traf",
                _full("tfhd", struct.pack(">I", _TRACK), flags=0x020000),  # offsets count from the moof
                _full("tfdt", struct.pack(">Q", start), version=1),
                _full("trun", run, flags=0x000301),  # it has an offset, durations and sizes
            ),
        )

    sound = _box("mdat", *(content for _, content in packets))
    offset = len(movie_fragment(0)) + 8  # past the head of the mdat
    return movie_fragment(offset) + sound


def _box(name: str, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I4s", 8 + len(body), name.encode("ascii")) + body


def _full(name: str, *content: bytes, version: int = 0, flags: int = 0) -> bytes:
    return _box(name, struct.pack(">I", version << 24 | flags), *content)


def _descriptor(tag: int, content: bytes) -> bytes:
    return struct.pack(">BB", tag, len(content)) + content
