"""One file from an opener of the test's own: what the disk does to it."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from oyez.errors import OyezError, StoreError, StoreFull
from oyez.voices.catalogue import PublishedFile
from oyez.voices.download import Answer, download

CONTENT = bytes(range(256)) * 10
FILE = PublishedFile("a.onnx", "en/a ã.onnx", len(CONTENT), hashlib.md5(CONTENT).hexdigest())


@dataclass
class Whole:
    """All of it at once, after which the disk fails if it is to."""

    failure: OSError | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def pieces(self) -> Iterator[bytes]:
        yield CONTENT[:1000]
        if self.failure:
            raise self.failure
        yield CONTENT[1000:]

    def open(self, url: str, headers: Mapping[str, str]) -> AbstractContextManager[Answer]:
        self.asked.append(url)
        return nullcontext(self)


def test_a_file_is_fetched_once(tmp_path: Path) -> None:
    host, told = Whole(), list[int]()
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    assert download(FILE, "http://h/x/", tmp_path, host.open, on_bytes=told.append) == sha256
    assert host.asked == ["http://h/x/en/a%20%C3%A3.onnx"]
    assert told == [1000, len(CONTENT)]
    assert download(FILE, "http://h/x/", tmp_path, host.open, sha256=sha256) == sha256
    assert len(host.asked) == 1, "what is there is verified, not fetched"
    assert [path.name for path in tmp_path.iterdir()] == ["a.onnx"]


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, StoreFull), (errno.EDQUOT, StoreFull), (errno.EIO, StoreError)]
)
def test_a_disk_that_fails_keeps_the_part(tmp_path: Path, number: int, error: type[OyezError]) -> None:
    with pytest.raises(error) as caught:
        download(FILE, "http://h", tmp_path, Whole(OSError(number, "no")).open)
    assert caught.value.hint
    assert (tmp_path / "a.onnx.part").read_bytes() == CONTENT[:1000]
    assert not (tmp_path / "a.onnx").exists()


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "voices").touch()
    with pytest.raises(StoreError, match="OYEZ_VOICES"):
        download(FILE, "http://h", tmp_path / "voices", Whole().open)
