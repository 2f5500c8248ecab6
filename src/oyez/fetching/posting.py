"""Something sent to a server that the listener named, and the whole of its answer.

No redirect is followed and no cookie kept: what is sent may hold a key, which is for that one server alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from oyez.errors import Refused, TooLarge
from oyez.fetching.deadline import Deadline
from oyez.fetching.guard import Resolver, check_url, public_address, resolve
from oyez.fetching.sockets import Connect, connect_tcp, in_time, system_resolver

__all__ = ["Posted", "post"]


@dataclass(frozen=True, slots=True)
class Posted:
    """An answer: any status, headers by lower-case name, the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def post(
    url: str,
    content: bytes,
    headers: Mapping[str, str],
    *,
    seconds: float,
    most_bytes: int,
    resolver: Resolver = system_resolver,
    connect: Connect = connect_tcp,
) -> Posted:
    """POST `content` to `url`, which may lie in the listener's own network.

    `seconds` is for everything, `most_bytes` for the body of the answer. Raises what fetch() raises but for
    the status, which is the caller's to judge; Refused where an Authorization header would cross the public
    network in the clear.
    """
    from oyez.fetching.connection import exchange  # httpcore2 takes some 90 ms to import

    deadline = Deadline.after(seconds)
    target = check_url(url, allow_private=True)
    addresses = resolve(target, in_time(resolver, deadline), allow_private=True)
    if target.scheme == "http" and "Authorization" in headers and any(map(public_address, addresses)):
        raise Refused(
            f"a key for {target.host} would be sent where others can read it", "name its https address"
        )
    sent = {
        "User-Agent": "Oyez",
        "Accept": "*/*",
        "Accept-Encoding": "identity",
        "Content-Length": str(len(content)),
        **headers,
    }
    with exchange(target, addresses, deadline, sent, connect, content=content) as response:
        found = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
        announced = found.get("content-length", "")
        body = bytearray()
        if not announced.isdecimal() or int(announced) <= most_bytes:
            for piece in response.iter_stream():
                deadline.remaining()
                body += piece
                if len(body) > most_bytes:
                    break
            else:
                return Posted(response.status, found, bytes(body))
    raise TooLarge(f"{target.host} answers with more than {most_bytes:,} bytes", "ask it for less")
