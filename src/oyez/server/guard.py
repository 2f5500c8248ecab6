"""What every request passes: is it meant for this server, and is its body of a bearable size.

Request -> Host among ours (else a foreign page reached us by DNS rebinding) -> length -> app -> headers
"""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from oyez.errors import Refused, TooLarge
from oyez.server.problems import problem

__all__ = ["LOCAL_HOSTS", "Guard"]

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """ASGI middleware; `hosts` may be named in the Host header, at any port."""

    def __init__(self, app: ASGIApp, hosts: Collection[str], max_bytes: int) -> None:
        self._app = app
        self._hosts = LOCAL_HOSTS | {host.lower() for host in hosts}
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on and add the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        headers = Headers(scope=scope)
        app = self._refusal(headers) or self._app
        await app(scope, receive, send_guarded)

    def _refusal(self, headers: Headers) -> ASGIApp | None:
        host = _without_port(headers.get("host", ""))
        if host not in self._hosts:
            hint = "open it as http://localhost, or start it with that host allowed"
            return problem(
                Refused.http_status, Refused.code, f"this server is not {host or 'nameless'}", hint
            )
        length = headers.get("content-length", "0")
        if "transfer-encoding" in headers or not length.isdecimal():
            return problem(
                411, "length-required", "the length of the body is not stated", "send Content-Length"
            )
        if int(length) > self._max_bytes:
            hint = f"send at most {self._max_bytes} bytes"
            return problem(TooLarge.http_status, TooLarge.code, "the body is too large", hint)
        return None


def _without_port(host: str) -> str:
    """The name in a Host header.

    >>> _without_port("[::1]:8000"), _without_port("LocalHost:80"), _without_port("a.example")
    ('[::1]', 'localhost', 'a.example')
    """
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdecimal() else host.lower()
