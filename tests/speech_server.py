"""A speech server on loopback, as polite or as rude as it is told."""

from __future__ import annotations

import io
import json
import threading
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import numpy

from tests.loopback import QuietHandler, serving

SECONDS_PER_CHARACTER = 0.02
_SILENCE = 0.1  # seconds on both sides of the sound


def spoken(text: str, rate: int = 24_000, channels: int = 1) -> bytes:
    """A WAV file of a tone as long as the text, between silences."""
    frames = round(len(text) * SECONDS_PER_CHARACTER * rate)
    tone = (8000 * numpy.sin(2 * numpy.pi * 220 / rate * numpy.arange(1, frames + 1))).astype("<i2")
    silence = numpy.zeros(round(_SILENCE * rate), dtype="<i2")
    samples = numpy.concatenate([silence, tone, silence])
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(channels)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(numpy.repeat(samples, channels).tobytes())
    return file.getvalue()


@dataclass
class Answering:
    """How the next answers look: `body` of the text, None for a WAV file.

    cut      so many bytes less are sent than were stated
    times    answers of `status` before it is 200 again
    gate     the answer waits for it
    """

    body: Callable[[str], bytes] | None = None
    media_type: str = "audio/wav"
    status: int = 200
    times: int = 1_000
    cut: int = 0
    location: str | None = None
    gate: threading.Event | None = None
    rate: int = 24_000
    channels: int = 1


@dataclass
class SpeechHost:
    """The address; what was asked for, and by whom."""

    address: str = ""
    answering: Answering = field(default_factory=Answering)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def speech_host() -> Iterator[SpeechHost]:
    """A server that runs while the test does."""
    host = SpeechHost()

    class Handler(QuietHandler):
        def do_POST(self) -> None:  # noqa: N802
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            host.asked.append(request)
            host.headers.append(dict(self.headers))
            host.paths.append(self.path)
            _answer(self, host.answering, request)

    with serving(Handler) as host.address:
        try:
            yield host
        finally:
            if host.answering.gate:
                host.answering.gate.set()


def _answer(handler: BaseHTTPRequestHandler, how: Answering, request: dict[str, Any]) -> None:
    if how.gate:
        how.gate.wait()
    status = how.status if how.times > 0 else 200
    how.times -= 1
    text = request["input"]
    failing = status != 200
    made = how.body(text) if how.body and (failing or how.status == 200) else None
    body = made if made is not None else b"" if failing else spoken(text, how.rate, how.channels)
    handler.send_response(status)
    handler.send_header("Content-Type", how.media_type)
    handler.send_header("Content-Length", str(len(body)))
    if how.location and failing:
        handler.send_header("Location", how.location)
    handler.end_headers()
    handler.wfile.write(body[: len(body) - how.cut] if how.cut else body)
    if how.cut and how.times > 0:
        handler.close_connection = True
