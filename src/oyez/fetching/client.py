"""A URL to a Page, with limits on time, size and redirects, and to public addresses only.

url -> check_url -> Target -> resolve -> addresses -> exchange -> response
          ^                                              | redirect: check_redirect
          +----------------------------------------------+ page: unpack -> bytes -> Page

Each hop is looked up once and connected to at an address of that one answer, so a name that changes
its answer between check and use (DNS rebinding) gains nothing. No cookies, no proxies of the environment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from oyez.errors import BadContent, TooLarge
from oyez.fetching.deadline import Deadline
from oyez.fetching.guard import Resolver, Target, check_redirect, check_url, resolve
from oyez.fetching.sockets import Connect, connect_tcp, in_time, system_resolver
from oyez.fetching.status import REDIRECTS, refusal
from oyez.fetching.unpack import ACCEPTED, codings, unpack
from oyez.model.page import Page

__all__ = ["FetchLimits", "fetch"]

_Headers = tuple[tuple[str, str], ...]
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5"
_HINT = "open the page in your browser, save it and give the file"


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How far a fetch may go.

    total_seconds  for everything: look-ups, redirects, connections, headers, body
    max_bytes      of the body, before and after decompression
    allow_private  also connect to addresses and ports that are not of the public web
    """

    total_seconds: float = 20.0
    max_bytes: int = 20_000_000
    max_redirects: int = 10
    allow_private: bool = False
    user_agent: str = "Mozilla/5.0 (compatible; Oyez)"


@dataclass(frozen=True, slots=True)
class _Hop:
    """What one exchange gave: where it leads, or else the body of the page."""

    headers: _Headers
    location: str | None
    body: bytes


def fetch(
    url: str,
    *,
    limits: FetchLimits = FetchLimits(),
    resolver: Resolver = system_resolver,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    connect: Connect = connect_tcp,
) -> Page:
    """Get the page at `url`; the Page carries the address it was found at in the end.

    InvalidSource for a malformed address; Refused for one that is not public or a server that turns us
    away; NotFound, TooLarge, TimedOut as named; BadContent for a broken body, answer or redirect.
    `resolver` and `connect` are the network: names to addresses, and addresses to sockets.
    """
    deadline = Deadline.after(limits.total_seconds)
    ask = in_time(resolver, deadline)
    target = check_url(url, allow_private=limits.allow_private)
    seen: set[str] = set()
    while True:
        if target.url in seen:
            raise BadContent(f"{target.host} redirects in a circle", _HINT)
        if len(seen) > limits.max_redirects:
            raise BadContent(f"{target.host} redirects more than {limits.max_redirects} times", _HINT)
        seen.add(target.url)
        addresses = resolve(target, ask, allow_private=limits.allow_private)
        hop = _visit(target, addresses, deadline, limits, connect)
        if hop.location is None:
            return Page(hop.body, target.url, clock(), hop.headers)
        target = check_redirect(target, hop.location, allow_private=limits.allow_private)


def _visit(
    target: Target, addresses: tuple[str, ...], deadline: Deadline, limits: FetchLimits, connect: Connect
) -> _Hop:
    from oyez.fetching.connection import exchange  # httpcore2 takes some 90 ms to import

    asked = {"User-Agent": limits.user_agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED}
    with exchange(target, addresses, deadline, asked, connect) as response:
        headers = tuple((_text(name), _text(value)) for name, value in response.headers)
        if response.status in REDIRECTS:
            location = _header(headers, "location")
            if not location:
                raise BadContent(f"{target.host} redirects to nowhere ({response.status})", _HINT)
            return _Hop(headers, location, b"")
        error = refusal(response.status, target.host)
        if error is not None:
            raise error
        body = _read_body(response.iter_stream(), headers, deadline, limits.max_bytes)
    return _Hop(tuple(pair for pair in headers if pair[0].lower() != "set-cookie"), None, body)


def _read_body(chunks: Iterable[bytes], headers: _Headers, deadline: Deadline, max_bytes: int) -> bytes:
    """The decompressed body; the deadline also holds between pieces, where unpacking takes the time."""
    announced = _header(headers, "content-length") or ""
    if announced.isdecimal() and int(announced) > max_bytes:
        raise TooLarge(f"the page is larger than {max_bytes:,} bytes", "give the article's own page")
    body = bytearray()
    names = codings(",".join(value for name, value in headers if name.lower() == "content-encoding"))
    for piece in unpack(_on_time(chunks, deadline), names, max_bytes):
        deadline.remaining()
        body += piece
    return bytes(body)


def _on_time(chunks: Iterable[bytes], deadline: Deadline) -> Iterator[bytes]:
    for chunk in chunks:
        deadline.remaining()
        yield chunk


def _header(headers: _Headers, name: str) -> str | None:
    return next((value for key, value in headers if key.lower() == name), None)


def _text(raw: bytes) -> str:
    """A header as text: UTF-8, which addresses in Location often are, or else Latin-1, the old rule."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
