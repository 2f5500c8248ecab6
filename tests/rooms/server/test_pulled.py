"""Answers that are made while they are read: whole, cut, or left, and always freed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import pytest
from starlette.types import Message, Scope

from oyez.errors import ExportError, VoiceError
from oyez.server.pulled import Pulled

SCOPE: Scope = {"type": "http"}


class Content:
    """Counts what was made, and says when it was closed."""

    def __init__(self, pieces: int, failure: Exception | None = None) -> None:
        self.made = 0
        self.closed = False
        self._pieces = pieces
        self._failure = failure

    async def run(self) -> AsyncGenerator[bytes]:
        """Pieces, then the failure, if there is one."""
        try:
            for _ in range(self._pieces):
                self.made += 1
                yield b"piece"
            if self._failure:
                raise self._failure
        finally:
            self.closed = True


class Wire:
    """An ASGI server: it takes `reads` messages and then no more, and tells of a leaving when asked to."""

    def __init__(self, reads: int = 1000) -> None:
        self.sent: list[Message] = []
        self.gone = asyncio.Event()
        self._reads = reads

    async def send(self, message: Message) -> None:
        """Waits for ever where the client reads no more."""
        if len(self.sent) >= self._reads:
            await asyncio.Event().wait()
        self.sent.append(message)

    async def receive(self) -> Message:
        """The end of the connection."""
        await self.gone.wait()
        return {"type": "http.disconnect"}

    @property
    def whole(self) -> bool:
        """The answer came to its end."""
        return bool(self.sent) and self.sent[-1].get("more_body") is False


def run(content: Content, wire_reads: int = 1000, *, leaves: bool = False, patience: float = 60.0) -> Wire:
    """Answer with the content."""

    async def answering() -> Wire:
        wire = Wire(wire_reads)
        answer = asyncio.ensure_future(
            Pulled(content.run(), "audio/mp4", patience=patience)(SCOPE, wire.receive, wire.send)
        )
        if leaves:
            while len(wire.sent) < wire_reads:
                await asyncio.sleep(0)
            wire.gone.set()
        await answer
        return wire

    return asyncio.run(answering())


def test_a_whole_answer() -> None:
    content = Content(3)
    wire = run(content)
    assert wire.whole
    assert b"".join(message.get("body", b"") for message in wire.sent) == 3 * b"piece"
    headers = dict(wire.sent[0]["headers"])
    assert headers[b"cache-control"] == b"no-store"
    assert b"content-length" not in headers
    assert content.closed


def test_an_empty_answer() -> None:
    assert run(Content(0)).whole


def test_what_fails_before_anything_is_sent_is_raised() -> None:
    content = Content(0, VoiceError("no voice"))
    with pytest.raises(VoiceError):
        run(content)
    assert content.closed


def test_what_fails_later_cuts_the_answer() -> None:
    wire = run(Content(2, ExportError("the encoder ended")))
    assert len(wire.sent) == 3
    assert not wire.whole


@pytest.mark.parametrize("leaves", [True, False])
def test_one_who_reads_no_more_is_not_made_for(leaves: bool) -> None:
    content = Content(1000)
    wire = run(content, wire_reads=4, leaves=leaves, patience=60.0 if leaves else 0.01)
    assert content.closed
    assert content.made == 4, "one more than was read: the one that waited to be sent"
    assert not wire.whole
