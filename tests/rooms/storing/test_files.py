"""Files are read with a limit and written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from oyez.errors import InvalidSource, NotFound, NotWritable, TooLarge
from oyez.storing.files import read_source, write_whole


def test_what_is_written_is_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.mp3", b"one")
    write_whole(tmp_path / "a.mp3", b"two")
    assert (tmp_path / "a.mp3").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp3"]


def test_where_it_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match="make it first"):
        write_whole(tmp_path / "none" / "a.mp3", b"one")
    with pytest.raises(NotWritable, match="name a file"):
        write_whole(tmp_path, b"one")
    assert not list(tmp_path.iterdir())


def test_sources_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"x" * 100)
    assert read_source(tmp_path / "page.html", 100) == b"x" * 100
    with pytest.raises(TooLarge):
        read_source(tmp_path / "page.html", 99)
    with pytest.raises(NotFound, match="check the path"):
        read_source(tmp_path / "none.html", 99)
    with pytest.raises(InvalidSource, match="is a folder"):
        read_source(tmp_path, 99)
