"""One published file of a voice, from a server into a folder, verified.

.part of before -> hashed -> the rest, by Range -> size, MD5, SHA-256 -> its name

Opens no network itself: the opener is handed in. A part stays for the next attempt whatever happens,
unless its digest is wrong.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from oyez.errors import BadDownload, SourceError, StoreError, StoreFull
from oyez.voices.catalogue import PublishedFile

__all__ = ["Answer", "OpenUrl", "Pins", "check_space", "download", "writing_to"]

_BLOCK = 1 << 20  # bytes hashed at a time
_REQUESTS = 5  # for one file in one go, where each breaks off but brings something
_SPARE = 50_000_000  # bytes left free on the disk
_RANGE = re.compile(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15})")
_AGAIN = "run it again: it goes on where it stopped"
_MIRROR = "try again later, or name another server in OYEZ_VOICE_MIRROR"

OnBytes = Callable[[int], None]  # bytes of the file that are here


class Answer(Protocol):
    """What a server says: a status that is no redirect, headers by lower-case name, the body in pieces."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def pieces(self) -> Iterator[bytes]: ...


# address, further request headers -> the answer, open; SourceError where none comes or it breaks off
OpenUrl = Callable[[str, Mapping[str, str]], AbstractContextManager[Answer]]


class Pins:
    """SHA-256 digests of files that were once verified, by the MD5 they were published with.

    The list states MD5 alone, which a forger can match; from the first download on, both must hold.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / ".pins.json"

    def of(self, file: PublishedFile) -> str | None:
        """The SHA-256 pinned for a file, or None before its first download."""
        pinned = self._all().get(file.md5)
        return pinned if isinstance(pinned, str) else None

    def pin(self, file: PublishedFile, sha256: str) -> None:
        """Keep it from now on."""
        if self.of(file) == sha256:
            return
        part = self._file.with_name(f"{self._file.name}.part")
        with writing_to(self._file.parent):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._all() | {file.md5: sha256}), "utf-8")
            part.replace(self._file)

    def _all(self) -> dict[str, object]:
        try:
            kept = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def download(
    file: PublishedFile,
    host: str,
    folder: Path,
    open_url: OpenUrl,
    *,
    sha256: str | None = None,
    on_bytes: OnBytes = lambda _: None,
) -> str:
    """Put `file` into `folder` under its own name; its SHA-256. What is there is verified, not fetched.

    `host` is what its path is added to. Raises BadDownload where it does not come or is not what was
    published (or not of the digest `sha256`), StoreFull and StoreError where it cannot be written.
    """
    target = folder / file.name
    part = folder / f"{file.name}.part"
    with writing_to(folder):
        if target.is_file():
            target.replace(part)
        received = _Received(file, part, on_bytes)
    for _ in range(_REQUESTS):
        had = received.bytes
        if had == file.bytes:
            break
        try:
            _receive(received, f"{host.rstrip('/')}/{quote(file.path)}", open_url)
        except SourceError as error:
            if received.bytes <= had:  # it broke off and brought nothing
                hint = _AGAIN if received.bytes else _MIRROR
                raise BadDownload(f"{file.name} did not come: {error.message}", hint) from error
    if received.bytes < file.bytes:
        raise BadDownload(
            f"of {file.name} {received.bytes:,} bytes of {file.bytes:,} came before the line broke off",
            _AGAIN,
        )
    _verify(received, sha256)
    with writing_to(folder):
        part.replace(target)
    return received.sha256.hexdigest()


class _Received:
    """What has come of a file, on the disk and in its digests."""

    def __init__(self, file: PublishedFile, part: Path, on_bytes: OnBytes) -> None:
        self.file = file
        self.part = part
        self._on_bytes = on_bytes
        self._reset()
        if part.is_file() and part.stat().st_size <= file.bytes:
            with part.open("rb") as had:
                while block := had.read(_BLOCK):
                    self._count(block)

    def begin_again(self) -> None:
        """Forget what came."""
        self.part.unlink(missing_ok=True)
        self._reset()

    def take(self, pieces: Iterator[bytes]) -> None:
        """Add pieces; BadDownload where more comes than was published."""
        with self.part.open("ab" if self.bytes else "wb") as out:
            for piece in pieces:
                if self.bytes + len(piece) > self.file.bytes:
                    break
                out.write(piece)
                self._count(piece)
            else:
                out.flush()
                os.fsync(out.fileno())
                return
        self.begin_again()
        raise BadDownload(f"more came than the published {self.file.name} has", _MIRROR)

    def _reset(self) -> None:
        self.bytes = 0
        self.md5 = hashlib.md5(usedforsecurity=False)
        self.sha256 = hashlib.sha256()

    def _count(self, piece: bytes) -> None:
        self.bytes += len(piece)
        self.md5.update(piece)
        self.sha256.update(piece)
        self._on_bytes(self.bytes)


def _receive(received: _Received, url: str, open_url: OpenUrl) -> None:
    """One request for what is missing; a server that knows no ranges gives all of it again."""
    file, had = received.file, received.bytes
    with open_url(url, {"Range": f"bytes={had}-"} if had else {}) as answer:
        if not (had and _continues(answer, had, file.bytes)):
            if answer.status != 200 and not (had and answer.status in (206, 416)):
                raise _refusal(answer.status, file)
            with writing_to(received.part.parent):
                received.begin_again()
            if answer.status != 200:
                return  # another range than the one asked for: the next request asks for everything
        _expect(answer, file.bytes - received.bytes, file)
        with writing_to(received.part.parent):
            received.take(answer.pieces)


def _continues(answer: Answer, had: int, size: int) -> bool:
    match = _RANGE.fullmatch(answer.headers.get("content-range", "").strip())
    return answer.status == 206 and match is not None and (int(match[1]), int(match[2])) == (had, size)


def _expect(answer: Answer, left: int, file: PublishedFile) -> None:
    announced = answer.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) != left:
        raise BadDownload(
            f"the server has another {file.name}: {int(announced):,} bytes where {left:,} were published",
            _MIRROR,
        )


def _refusal(status: int, file: PublishedFile) -> BadDownload:
    if status in (404, 410):
        return BadDownload(f"the server has no {file.path} ({status})", _MIRROR)
    if status in (401, 403):
        return BadDownload(f"the server does not give {file.path} to anybody ({status})", _MIRROR)
    return BadDownload(f"the server failed on {file.path} ({status})", _MIRROR)


def _verify(received: _Received, sha256: str | None) -> None:
    """Both digests, or the part goes: nothing of it can be used."""
    wrong = received.md5.hexdigest() != received.file.md5
    changed = sha256 is not None and received.sha256.hexdigest() != sha256
    if not wrong and not changed:
        return
    with writing_to(received.part.parent):
        received.begin_again()
    name = received.file.name
    if wrong:
        raise BadDownload(f"{name} came damaged: its digest is not the published one", "run it again")
    raise BadDownload(
        f"{name} is not what was downloaded before under the same MD5 digest: it may be forged",
        "do not use this server",
    )


def check_space(folder: Path, wanted: int) -> None:
    """StoreFull, before anything is fetched, where `wanted` bytes would fill the disk."""
    with suppress(OSError):  # a file system that does not tell is tried
        free = shutil.disk_usage(folder).free
        if free < wanted + _SPARE:
            raise StoreFull(
                f"{wanted / 1e6:.0f} MB are needed in {str(folder)!r} and {free / 1e6:.0f} MB are free",
                "free some space, or name another folder in OYEZ_VOICES",
            )


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """The disk's errors as ours: StoreFull, or StoreError where the folder cannot be used."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreFull("the disk is full", "free some space, then run it again") from error
        raise StoreError(
            f"the voices folder {str(folder)!r} cannot be written: {error.strerror}",
            "name another in OYEZ_VOICES",
        ) from error
