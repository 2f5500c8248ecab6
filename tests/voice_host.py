"""A server of voices on loopback that behaves as badly as it is told, and a tiny voice to serve."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote

from oyez.voices.catalogue import CatalogueVoice, published
from tests.loopback import QuietHandler, serving

CARD = b"# Model card for tiny\n\n* Language: en_US\n\n## Dataset\n\n* License: CC0\n"


@dataclass
class Manners:
    """How the host behaves.

    cut          break off after so many bytes of a body, this often
    ranges       "kept", "ignored", "wrong" (a 206 of another place) or "refused" (416)
    status       of every answer, unless 200
    gate         the body waits for it after its first half
    """

    cut: int | None = None
    cuts: int = 1_000
    ranges: str = "kept"
    status: int = 200
    states_length: bool = True
    gate: threading.Event | None = None
    redirect: str | None = None


@dataclass
class VoiceHost:
    """Files by path, and what was asked for: (path, Range)."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    manners: Manners = field(default_factory=Manners)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def offer(
        self, model: bytes, description: bytes, card: bytes = CARD, stem: str = "en_US-tiny-low"
    ) -> CatalogueVoice:
        """Serve a voice; as the catalogue would list it."""
        files = [[len(file), hashlib.md5(file).hexdigest()] for file in (model, description, card)]
        voice = published(stem, 1, *files)
        named = (voice.model, voice.description, voice.card)
        contents = (model, description, card)
        self.files |= {file.path: content for file, content in zip(named, contents, strict=True)}
        return voice

    @property
    def models_asked(self) -> list[str | None]:
        """The Range of each request for a model."""
        return [asked for path, asked in self.asked if path.endswith(".onnx")]


@contextmanager
def voice_host() -> Iterator[VoiceHost]:
    """A host that runs while the test does."""
    host = VoiceHost()

    class Handler(QuietHandler):
        def do_GET(self) -> None:  # noqa: N802
            path, asked = unquote(self.path).lstrip("/"), self.headers.get("Range")
            host.asked.append((path, asked))
            _answer(self, host, path, asked)

    with serving(Handler) as host.address:
        try:
            yield host
        finally:
            if host.manners.gate:
                host.manners.gate.set()


def _answer(handler: BaseHTTPRequestHandler, host: VoiceHost, path: str, asked: str | None) -> None:
    manners, content = host.manners, host.files.get(path)
    large = path.endswith(".onnx")
    status, start = manners.status if large else 200, 0
    if content is None:
        status, content = 404, b""
    elif manners.redirect and not path.startswith("moved/"):
        host.files[f"moved/{path}"] = content
        handler.send_response(302)
        handler.send_header("Location", f"{manners.redirect}/moved/{path}")
        handler.send_header("Content-Length", "0")
        handler.end_headers()
        return
    if asked and status == 200 and manners.ranges != "ignored":
        start = int(asked.removeprefix("bytes=").removesuffix("-"))
        status = 416 if manners.ranges == "refused" else 206
        start = max(0, start - 1) if manners.ranges == "wrong" else start
    body = b"" if status >= 400 else content[start:]
    handler.send_response(status)
    if status == 206:
        handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
    if manners.states_length:
        handler.send_header("Content-Length", str(len(body)))
    else:
        handler.send_header("Connection", "close")
        handler.close_connection = True
    handler.end_headers()
    if large and manners.cut is not None and manners.cuts > 0 and len(body) > manners.cut:
        manners.cuts -= 1
        body, handler.close_connection = body[: manners.cut], True
    half = len(body) // 2
    handler.wfile.write(body[:half])
    handler.wfile.flush()
    if large and manners.gate:
        manners.gate.wait()
    handler.wfile.write(body[half:])
