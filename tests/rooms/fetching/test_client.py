"""Fetching from servers that a test starts on loopback, most of them bad ones."""

from __future__ import annotations

import gzip
import shutil
import socket
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from oyez.errors import BadContent, InvalidSource, NotFound, Refused, SourceError, TimedOut, TooLarge
from oyez.fetching.client import FetchLimits, fetch
from oyez.fetching.status import refusal
from oyez.model.page import Page

NOW = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
HERE = FetchLimits(total_seconds=30.0, max_bytes=200_000, allow_private=True)
PUBLIC = "93.184.215.14"
HTML = b"<!doctype html><p>Rain at last.</p>"


def answer(body: bytes = HTML, status: str = "200 OK", length: int | None = None, **headers: str) -> bytes:
    """A whole response; `length` states another Content-Length than the true one."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def redirect(location: str) -> bytes:
    return answer(b"", "302 Found", Location=location)


Answers = dict[str, bytes | Callable[[], Iterator[bytes]]]


class Server(socketserver.ThreadingTCPServer):
    """Sends for each path the bytes it was given; keeps the requests; `stop` ends slow answers."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, answers: Answers, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.tls = tls
        self.requests: list[str] = []
        self.names: list[str | None] = []
        self.stop = threading.Event()
        if tls is not None:
            tls.sni_callback = lambda connection, name, context: self.names.append(name)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # clients that hang up are what these tests are about


class _Handler(socketserver.BaseRequestHandler):
    server: Server

    def handle(self) -> None:
        connection: socket.socket = self.request
        if self.server.tls is not None:
            connection = self.server.tls.wrap_socket(connection, server_side=True)
        request = b""
        while b"\r\n\r\n" not in request:
            received = connection.recv(65_536)
            if not received:
                return
            request += received
        self.server.requests.append(request.decode("latin-1"))
        planned = self.server.answers.get(request.split()[1].decode("latin-1"))
        if planned is None:
            planned = answer(b"", "404 Not Found")
        for piece in [planned] if isinstance(planned, bytes) else planned():
            if self.server.stop.is_set():
                break
            connection.sendall(piece)
        connection.close()


@contextmanager
def serving(answers: Answers, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    with Server(answers, tls) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stop.set()
            server.shutdown()


def get(answers: Answers, path: str = "/", limits: FetchLimits = HERE) -> Page:
    with serving(answers) as server:
        return fetch(server.url(path), limits=limits, clock=lambda: NOW)


def test_a_page_comes_with_its_address_time_and_headers() -> None:
    sent = answer(Content_Type="text/html; charset=windows-1251", Set_Cookie="a=b", X_Note="é")
    with serving({"/a%20b?c": sent}) as server:
        page = fetch(server.url("/a b?c#d"), limits=HERE, clock=lambda: NOW)
        assert page.content == HTML
        assert page.url == server.url("/a%20b?c")
        assert page.fetched_at == NOW
        assert page.header("content-type") == "text/html; charset=windows-1251"
        assert page.header("x-note") == "é"
        assert page.header("set-cookie") is None
        (request,) = server.requests
        assert f"Host: 127.0.0.1:{server.port}\r\n" in request
        assert f"User-Agent: {HERE.user_agent}\r\n" in request
        assert "Accept-Encoding: gzip, br\r\n" in request


def test_a_page_is_dated_by_the_present_unless_told_otherwise() -> None:
    with serving({"/": answer()}) as server:
        before = datetime.now(UTC)
        page = fetch(server.url(), limits=HERE)
        assert page.fetched_at is not None
        assert before <= page.fetched_at <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(HTML)),
        ("br", brotli.compress(HTML)),
        ("gzip, br", brotli.compress(gzip.compress(HTML))),
        ("identity", HTML),
    ],
)
def test_compressed_pages(coding: str, body: bytes) -> None:
    assert get({"/": answer(body, Content_Encoding=coding)}).content == HTML


def test_chunked_pages() -> None:
    body = b"".join(b"1;note=x\r\n%c\r\n" % byte for byte in HTML) + b"0\r\n\r\n"
    assert get({"/": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body}).content == HTML


def test_early_hints_before_the_page() -> None:
    assert get({"/": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + answer()}).content == HTML


@pytest.mark.parametrize(
    "bad",
    [
        answer(b"abc", length=1000),
        answer(gzip.compress(HTML * 100)[:-9], Content_Encoding="gzip"),
        answer(b"not gzip", Content_Encoding="gzip"),
        answer(brotli.compress(HTML)[:-4], Content_Encoding="br"),
        answer(HTML, Content_Encoding="rot13"),
        answer(HTML, Content_Encoding=", ".join(["gzip"] * 200)),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 6000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 300_000,
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"",
    ],
)
def test_broken_answers(bad: bytes) -> None:
    with pytest.raises(BadContent) as caught:
        get({"/": bad})
    assert caught.value.hint


def _header_flood() -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n"
    for number in range(1_000_000):
        yield b"X-%d: %s\r\n" % (number, b"a" * 1000)


def _endless() -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    while True:
        yield b"10000\r\n" + b"a" * 65_536 + b"\r\n"


def test_a_flood_of_headers() -> None:
    with pytest.raises(BadContent):
        get({"/": _header_flood})


@pytest.mark.parametrize(
    "large",
    [
        _endless,
        answer(b"", length=10**12),
        answer(b"a" * 200_001),
        answer(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"),
        answer(brotli.compress(bytes(50_000_000), quality=5), Content_Encoding="br"),
        answer(gzip.compress(gzip.compress(bytes(50_000_000))), Content_Encoding="gzip, gzip"),
    ],
)
def test_pages_over_the_limit(large: bytes | Callable[[], Iterator[bytes]]) -> None:
    with pytest.raises(TooLarge):
        get({"/": large})
    assert len(get({"/": answer(b"a" * 200_000)}).content) == 200_000


@pytest.mark.parametrize("status", ["204 No Content", "206 Partial Content"])
def test_other_successes_are_pages(status: str) -> None:
    assert isinstance(get({"/": answer(b"", status)}).content, bytes)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        *((status, Refused) for status in (400, 401, 402, 403, 405, 406, 418, 429, 451)),
        *((status, NotFound) for status in (404, 410)),
        *((status, TimedOut) for status in (408, 504)),
        *((status, BadContent) for status in (300, 304, 500, 502, 503, 520, 599)),
    ],
)
def test_statuses(status: int, error: type[SourceError]) -> None:
    refused = refusal(status, "example.com")
    assert type(refused) is error
    assert "example.com" in refused.message
    assert str(status) in refused.message
    assert refused.hint


def test_a_missing_and_a_forbidden_page() -> None:
    with pytest.raises(NotFound):
        get({})
    with pytest.raises(Refused):
        get({"/": answer(b"no", "403 Forbidden")})


# Redirects


def test_redirects_are_followed_to_the_page() -> None:
    answers: Answers = {
        "/": redirect("a/b"),
        "/a/b": redirect("../c?d=1"),
        "/c?d=1": redirect("?d=2"),
        "/c?d=2": answer(),
    }
    page = get(answers)
    assert page.content == HTML
    assert page.url is not None
    assert page.url.endswith("/c?d=2")


def test_redirects_in_a_circle_end() -> None:
    with pytest.raises(BadContent, match="circle"):
        get({"/": redirect("/a"), "/a": redirect("/")})


def test_redirects_without_end_are_counted() -> None:
    answers: Answers = {f"/{number}": redirect(f"/{number + 1}") for number in range(50)}
    assert get({**answers, "/10": answer()}, "/0").content == HTML
    with serving(answers) as server:
        with pytest.raises(BadContent, match="more than 10 times"):
            fetch(server.url("/0"), limits=HERE)
        assert len(server.requests) == 11


def test_bad_redirects() -> None:
    with pytest.raises(BadContent):
        get({"/": answer(b"", "302 Found")})
    with pytest.raises(Refused):
        get({"/": redirect("file:///etc/passwd")})
    with pytest.raises(InvalidSource):
        get({"/": redirect("http://user:word@127.0.0.1/")})


# The guard, over the wire: a pretended Internet in which one public address is the test's server


@contextmanager
def pretended(answers: Answers, tls: ssl.SSLContext | None = None) -> Iterator[tuple[Server, Wire]]:
    with serving(answers, tls) as server:
        yield server, Wire(server)


class Wire:
    """A network door that notes where connections were asked to go and leads PUBLIC to the server."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.asked: list[tuple[str, int]] = []

    def __call__(self, address: str, port: int, timeout: float) -> socket.socket:
        self.asked.append((address, port))
        if address != PUBLIC:
            raise ConnectionRefusedError(address)
        return socket.create_connection(("127.0.0.1", self.server.port), timeout)


OUTSIDE = replace(HERE, allow_private=False)


def test_a_private_address_is_never_connected_to() -> None:
    with pretended({"/": answer(b"SECRET")}) as (server, wire):
        for url in (server.url(), "http://localhost/", "http://[::1]/", f"http://0x7f000001:{server.port}/"):
            with pytest.raises((Refused, InvalidSource)):
                fetch(url, limits=OUTSIDE, connect=wire)
        assert not wire.asked
        assert not server.requests


def test_a_redirect_inside_is_refused() -> None:
    for inside in ("http://127.0.0.1/secret", "//[::ffff:7f00:1]/", "http://inside.example/"):
        with pretended({"/": redirect(inside), "/secret": answer(b"SECRET")}) as (_, wire):
            names = {"example.com": [PUBLIC], "inside.example": ["10.0.0.5"]}
            with pytest.raises(Refused):
                fetch("http://example.com/", limits=OUTSIDE, resolver=names.__getitem__, connect=wire)
            assert wire.asked == [(PUBLIC, 80)]


def test_a_name_is_looked_up_once_for_each_connection() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with pretended({"/": answer()}) as (server, wire):
        page = fetch("http://example.com/", limits=OUTSIDE, resolver=lambda host: next(answers), connect=wire)
        assert page.content == HTML
        assert page.url == "http://example.com/"
        assert wire.asked == [(PUBLIC, 80)]
        assert "Host: example.com\r\n" in server.requests[0]
        assert next(answers) == ["127.0.0.1"]


def test_a_rebound_name_is_refused_at_the_next_hop() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    with pretended({"/": redirect("/next")}) as (_, wire):
        with pytest.raises(Refused):
            fetch("http://example.com/", limits=OUTSIDE, resolver=lambda host: next(answers), connect=wire)
        assert wire.asked == [(PUBLIC, 80)]


def test_the_next_address_is_tried_when_one_does_not_answer() -> None:
    with pretended({"/": answer()}) as (_, wire):
        addresses = ["2606:4700:4700::1111", PUBLIC]
        fetch("http://example.com/", limits=OUTSIDE, resolver=lambda host: addresses, connect=wire)
        assert [address for address, _ in wire.asked] == addresses


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert get({"/": answer()}).content == HTML


def test_nothing_there() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound but not listening: connections are refused
        with pytest.raises(NotFound):
            fetch(f"http://127.0.0.1:{unused.getsockname()[1]}/", limits=HERE)
    with pytest.raises(NotFound):
        fetch("http://nowhere.example/", limits=HERE, resolver=lambda host: ())


# Time


def _slowly(server_stop: threading.Event, first: bytes, then: bytes) -> Callable[[], Iterator[bytes]]:
    def pieces() -> Iterator[bytes]:
        yield first
        while not server_stop.wait(0.02):
            yield then

    return pieces


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\n", b"X-a: b\r\n"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"", b""),
    ],
)
def test_a_server_that_drips_runs_out_of_time(first: bytes, then: bytes) -> None:
    stop = threading.Event()
    try:
        with pytest.raises(TimedOut) as caught:
            get({"/": _slowly(stop, first, then)}, limits=replace(HERE, total_seconds=0.3))
        assert "0.3 seconds" in caught.value.message
    finally:
        stop.set()


def test_a_look_up_that_never_ends_runs_out_of_time() -> None:
    stop = threading.Event()

    def stuck(host: str) -> list[str]:
        stop.wait()
        return [PUBLIC]

    try:
        with pytest.raises(TimedOut):
            fetch("http://example.com/", limits=replace(OUTSIDE, total_seconds=0.1), resolver=stuck)
    finally:
        stop.set()


def test_a_handshake_that_never_ends_runs_out_of_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(TimedOut):
        url = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        fetch(url, limits=replace(HERE, total_seconds=0.2))


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for example.com that nobody vouches for, with its key, made for this run."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("no openssl program to make a certificate with")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    key = path.with_name("key.pem")
    command = [
        *(program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
        *("-days", "2", "-subj", "/CN=example.com", "-addext", "subjectAltName=DNS:example.com"),
        *("-keyout", str(key), "-out", str(path)),
    ]
    subprocess.run(command, check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + key.read_bytes())
    return path


def _tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_the_name_is_verified_though_the_address_is_connected_to(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with pretended({"/": answer()}, _tls(certificate)) as (server, wire):
        page = fetch("https://example.com/", limits=OUTSIDE, resolver=lambda host: [PUBLIC], connect=wire)
        assert page.content == HTML
        assert wire.asked == [(PUBLIC, 443)]
        assert server.names == ["example.com"]
        with pytest.raises(Refused, match=r"other\.example cannot prove"):
            fetch("https://other.example/", limits=OUTSIDE, resolver=lambda host: [PUBLIC], connect=wire)


def test_an_unknown_certificate_is_refused(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with pretended({"/": answer()}, _tls(certificate)) as (server, wire):
        with pytest.raises(Refused, match="cannot prove"):
            fetch("https://example.com/", limits=OUTSIDE, resolver=lambda host: [PUBLIC], connect=wire)
        assert not server.requests


def test_plain_text_where_tls_is_due() -> None:
    with serving({"/": answer()}) as server, pytest.raises(SourceError):
        fetch(server.url().replace("http:", "https:"), limits=replace(HERE, total_seconds=0.5))
