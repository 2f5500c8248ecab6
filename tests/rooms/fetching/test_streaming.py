"""A large file over the guarded network: as long as it keeps coming, through the same walls as a page."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from oyez.errors import BadContent, NotFound, Refused, SourceError, TimedOut
from oyez.fetching.streaming import open_stream

WHOLE = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: x\r\n\r\n0123456789"


@contextmanager
def speaker(answer: bytes, *, hold: bool = False) -> Iterator[str]:
    """A server that says the same to everybody, and with `hold` keeps the line open after it."""
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def serve() -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            with line:
                line.recv(65_536)
                line.sendall(answer)
                if hold:
                    over.wait()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


def read(url: str, *, seconds: float = 20.0, stall: float = 10.0, allow_private: bool = True) -> bytes:
    with open_stream(url, {}, seconds=seconds, stall=stall, allow_private=allow_private) as answer:
        return b"".join(answer.pieces)


def test_a_body_in_pieces() -> None:
    with (
        speaker(WHOLE) as url,
        open_stream(f"{url}/a", {"Range": "bytes=0-"}, seconds=20.0, allow_private=True) as answer,
    ):
        assert (answer.status, answer.headers["etag"]) == (200, "x")
        assert b"".join(answer.pieces) == b"0123456789"


def test_any_status_is_the_callers_to_judge() -> None:
    head = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    with speaker(head) as url, open_stream(url, {}, seconds=20.0, allow_private=True) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("come", [0, 40, len(WHOLE) - 3])
def test_a_line_that_falls_silent(come: int) -> None:
    with speaker(WHOLE[:come], hold=True) as url, pytest.raises(TimedOut, match="nothing came"):
        read(url, stall=0.3)


def test_the_whole_time_has_an_end_too() -> None:
    with speaker(WHOLE[:-3], hold=True) as url, pytest.raises(TimedOut, match="did not come within"):
        read(url, seconds=0.3)


@pytest.mark.parametrize("answer", [WHOLE[:-3], WHOLE[:40], b"", b"SSH-2.0-x\r\n"])
def test_a_line_that_breaks(answer: bytes) -> None:
    with speaker(answer) as url, pytest.raises(BadContent):
        read(url)


def test_a_circle() -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"
    with speaker(head) as url, pytest.raises(BadContent, match="redirects"):
        read(url)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000/", "http://[::1]/", "http://10.0.0.1/", "http://nas/"]
)
def test_private_addresses_are_refused(address: str) -> None:
    with pytest.raises(Refused):
        read(address, allow_private=False)


def test_nobody_there() -> None:
    with pytest.raises(NotFound):
        read("http://127.0.0.1:9/")


@pytest.mark.parametrize("location", ["ftp://example.org/", "file:///etc/passwd", "http://a b/", "http://["])
def test_a_redirect_to_nowhere(location: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()
    with speaker(head) as url, pytest.raises(SourceError):
        read(url)
