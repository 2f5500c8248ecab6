"""Framed messages between Oyez and a worker: a head in JSON and a body of bytes, over two pipes.

frame = length of head (4 bytes) · length of body (4 bytes) · head (UTF-8 JSON) · body
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

__all__ = ["Frame", "read_frame", "write_frame"]

Frame = tuple[dict[str, Any], bytes]  # head, body

_LENGTHS = struct.Struct("<II")  # bytes of head, bytes of body


def write_frame(stream: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    """Send one message and flush it."""
    text = json.dumps(head).encode("ascii")
    stream.write(_LENGTHS.pack(len(text), len(body)) + text + body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next message, or None where the other side ended."""
    lengths = _read(stream, _LENGTHS.size)
    if lengths is None:
        return None
    head_length, body_length = _LENGTHS.unpack(lengths)
    head, body = _read(stream, head_length), _read(stream, body_length)
    if head is None or body is None:
        return None
    return json.loads(head), body


def _read(stream: IO[bytes], count: int) -> bytes | None:
    data = stream.read(count)
    return data if len(data) == count else None
