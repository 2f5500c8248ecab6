"""A large file over the guarded network, piece by piece: the same walls as a page, another patience.

A page must come whole within seconds; a file of 60 MB may take as long as it keeps coming.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from oyez.errors import BadContent, TimedOut
from oyez.fetching.deadline import Deadline
from oyez.fetching.guard import Resolver, check_redirect, check_url, resolve
from oyez.fetching.sockets import Connect, connect_tcp, in_time, system_resolver
from oyez.fetching.status import REDIRECTS

__all__ = ["Streamed", "open_stream"]

_MOST_REDIRECTS = 10
_HINT = "try again later"


@dataclass(frozen=True, slots=True)
class _Patience(Deadline):
    """A deadline for everything, and one for each step: nothing for `stall` seconds is an end too."""

    stall: float = 30.0

    def remaining(self) -> float:
        """Seconds that the next step may take; TimedOut when the whole time is over."""
        return min(Deadline.remaining(self), self.stall)

    def missed(self) -> TimedOut:
        """The error that says so."""
        if self.ends > self.clock():
            return TimedOut(f"nothing came for {self.stall:g} seconds", _HINT)
        return TimedOut(f"the file did not come within {self.seconds:.0f} seconds", _HINT)


@dataclass(frozen=True, slots=True)
class Streamed:
    """An answer that is still coming: any status but a redirect, headers by lower-case name, the body."""

    status: int
    headers: Mapping[str, str]
    pieces: Iterator[bytes]


@contextmanager
def open_stream(
    url: str,
    headers: Mapping[str, str],
    *,
    seconds: float,
    stall: float = 30.0,
    allow_private: bool = False,
    resolver: Resolver = system_resolver,
    connect: Connect = connect_tcp,
) -> Iterator[Streamed]:
    """GET `url` through its redirects, each checked like the first; the body is read inside.

    `seconds` is for everything, `stall` for each step: a connection, a piece of the body.
    Raises what fetch() raises but for the status, which is the caller's to judge; a body that breaks off
    is BadContent.
    """
    from oyez.fetching.connection import exchange  # httpcore2 takes some 90 ms to import

    asked = {"User-Agent": "Oyez", "Accept": "*/*", "Accept-Encoding": "identity", **headers}
    patience = _Patience(time.monotonic() + seconds, seconds, stall=stall)
    target = check_url(url, allow_private=allow_private)
    ask = in_time(resolver, patience)
    for _ in range(_MOST_REDIRECTS + 1):
        addresses = resolve(target, ask, allow_private=allow_private)
        with ExitStack() as stack:
            response = stack.enter_context(exchange(target, addresses, patience, asked, connect))
            found = {
                name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers
            }
            if response.status not in REDIRECTS:
                yield Streamed(response.status, found, response.iter_stream())
                return
        target = check_redirect(target, found.get("location", ""), allow_private=allow_private)
    raise BadContent(f"{target.host} redirects more than {_MOST_REDIRECTS} times", _HINT)
