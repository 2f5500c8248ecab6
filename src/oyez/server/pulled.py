"""An answer that is made while the client reads it, and no faster.

content -> send, which waits for the client -> the next piece

Nothing is sent before the first piece is there: what fails until then is a problem of its own. Later
failures and stalled clients cut the connection: an answer that comes to its end is whole.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from oyez.errors import OyezError

__all__ = ["Pulled"]

_STALLED = 120.0  # seconds in which a client takes nothing; it can ask again


class Pulled(Response):
    """Closes `content` once the client has left, has taken nothing for `patience` seconds, or has it all."""

    def __init__(
        self, content: AsyncGenerator[bytes], media_type: str, *, patience: float = _STALLED
    ) -> None:
        # X-Accel-Buffering: proxies of nginx's kind would hold pieces back.
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(headers=headers, media_type=media_type)
        del self.headers["content-length"]
        self._content = content
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send while the client is there and reads."""
        sending = asyncio.ensure_future(self._send(send))
        leaving = asyncio.ensure_future(_left(receive))
        try:
            await asyncio.wait({sending, leaving}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            leaving.cancel()
            sending.cancel()
            await asyncio.wait({sending})
        if not sending.cancelled() and (error := sending.exception()):
            raise error

    async def _send(self, send: Send) -> None:
        async with aclosing(self._content) as content:
            first = await anext(content, b"")
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            try:
                await self._part(send, first)
                async for piece in content:
                    await self._part(send, piece)
            except (OyezError, TimeoutError):
                return  # the server cuts a connection whose answer was not ended
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _part(self, send: Send, piece: bytes) -> None:
        async with asyncio.timeout(self._patience):
            await send({"type": "http.response.body", "body": piece, "more_body": True})


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        continue
