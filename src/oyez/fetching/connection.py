"""One HTTP exchange with one checked address, every step of it held to the deadline.

httpcore2, the engine of httpx2, is used directly: it is the part that lets us supply the network, and
what httpx2 adds (cookies, proxies, redirects, decoding) is what a guarded fetch must do itself or not
at all. The name stays in the Host header, in TLS server name indication and in the certificate check,
while the connection goes to the address the guard has seen.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore2

from oyez.errors import BadContent, NotFound, Refused
from oyez.fetching.deadline import Deadline
from oyez.fetching.guard import Target
from oyez.fetching.sockets import Connect

__all__ = ["exchange"]

_SAVE_HINT = "try again later, or save the page in your browser and give the file"


@contextmanager
def exchange(
    target: Target,
    addresses: tuple[str, ...],
    deadline: Deadline,
    headers: dict[str, str],
    connect: Connect,
    *,
    content: bytes | None = None,
) -> Iterator[httpcore2.Response]:
    """GET `target` from the first of `addresses` that answers; the body is read by the caller, inside.

    With `content` it is a POST that carries it.

    NotFound where nothing answers, Refused where the certificate is wrong, BadContent where the other
    side breaks the protocol or the connection, TimedOut past the deadline.
    """
    url = httpcore2.URL(
        scheme=target.scheme.encode("ascii"),
        host=target.host.encode("ascii"),
        port=target.port,
        target=target.path.encode("ascii"),
    )
    network = _PinnedNetwork(addresses, deadline, connect)
    connection = httpcore2.HTTPConnection(origin=url.origin, network_backend=network)
    try:
        asked = [("Host", target.authority), *headers.items()]
        method = "GET" if content is None else "POST"
        with connection.stream(method, url, headers=asked, content=content) as response:
            yield response
    except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        raise BadContent(f"{target.host} broke off or garbled its answer: {error}", _SAVE_HINT) from error
    finally:
        connection.close()


class _PinnedNetwork(httpcore2.NetworkBackend):
    """A network in which every name leads to the same checked addresses."""

    def __init__(self, addresses: tuple[str, ...], deadline: Deadline, connect: Connect) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._connect = connect

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: OSError | None = None
        for tried, address in enumerate(self._addresses):
            # A share of the time each, so that a dead IPv6 route leaves some for the IPv4 address.
            share = self._deadline.remaining() / (len(self._addresses) - tried)
            try:
                return _DeadlineStream(self._connect(address, port, share), self._deadline)
            except OSError as error:
                failure = error
        self._deadline.remaining()
        hint = "check the address and the network connection, or try again later"
        raise NotFound(f"{host} does not answer on port {port}", hint) from failure


class _DeadlineStream(httpcore2.NetworkStream):
    """A connection whose every operation gets the time that is left, not a timeout of its own."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection = connection
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        try:
            self._connection.settimeout(self._deadline.remaining())
            return self._connection.recv(max_bytes)
        except TimeoutError as error:
            raise self._deadline.missed() from error
        except OSError as error:
            raise httpcore2.ReadError(str(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        rest = memoryview(buffer)
        try:
            while rest:
                self._connection.settimeout(self._deadline.remaining())
                rest = rest[self._connection.send(rest) :]
        except TimeoutError as error:
            raise self._deadline.missed() from error
        except OSError as error:
            raise httpcore2.WriteError(str(error)) from error

    def close(self) -> None:
        self._connection.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        try:
            self._connection.settimeout(self._deadline.remaining())
            wrapped = ssl_context.wrap_socket(self._connection, server_hostname=server_hostname)
        except OSError as error:  # ssl.SSLError and TimeoutError are such
            self.close()
            if isinstance(error, TimeoutError):
                raise self._deadline.missed() from error
            if isinstance(error, ssl.SSLCertVerificationError):
                hint = "check the address and this machine's date; a browser may say more"
                why = error.verify_message
                raise Refused(f"{server_hostname} cannot prove who it is: {why}", hint) from error
            raise BadContent(f"no secure connection to {server_hostname}: {error}", _SAVE_HINT) from error
        return _DeadlineStream(wrapped, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return None  # asked for only to learn of HTTP/2, which is not offered
