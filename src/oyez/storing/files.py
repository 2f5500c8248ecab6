"""Files read with a limit and written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path

from oyez.errors import InvalidSource, NotFound, NotWritable, Refused, StoreFull, TooLarge
from oyez.platform import sync_folder

__all__ = ["check_writable", "read_source", "read_standard_input", "write_whole"]

_FULL = (errno.ENOSPC, errno.EDQUOT)


def read_source(path: Path, limit: int) -> bytes:
    """The bytes of an article's file; `limit` in bytes.

    Raises NotFound, InvalidSource for a folder, Refused without permission, TooLarge.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise NotFound(f"there is no file {str(path)!r}", "check the path, or give a URL") from error
    except IsADirectoryError as error:
        raise InvalidSource(f"{str(path)!r} is a folder", "give one page: an .html or .txt file") from error
    except PermissionError as error:
        raise Refused(f"{str(path)!r} may not be read", "check the file's permissions") from error
    except (OSError, ValueError) as error:
        raise InvalidSource(f"{str(path)!r} cannot be read: {error}", "check the path") from error
    return _limited(data, limit, str(path))


def read_standard_input(limit: int) -> bytes:
    """Everything on standard input, up to `limit` bytes; TooLarge beyond."""
    return _limited(sys.stdin.buffer.read(limit + 1), limit, "standard input")


def _limited(data: bytes, limit: int, name: str) -> bytes:
    if len(data) > limit:
        raise TooLarge(f"{name} is larger than {limit / 1e6:g} MB", "give the article's own page")
    return data


def check_writable(path: Path) -> None:
    """NotWritable, before any work is done, where `path` cannot be written."""
    folder = path.parent
    if path.is_dir():
        raise NotWritable(f"{str(path)!r} is a folder", "name a file, such as article.mp3")
    if not folder.is_dir():
        raise NotWritable(f"there is no folder {str(folder)!r}", "make it first, or write elsewhere")
    if not os.access(folder, os.W_OK):
        raise NotWritable(f"{str(folder)!r} may not be written to", "write to a folder of yours")


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the target, sync, rename: the file is the old one or the new one, never a part.

    Raises NotWritable, or StoreFull where the disk is full.
    """
    check_writable(path)
    path = path.resolve()  # through a link to the file it names
    part = None
    try:
        if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
            path.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        if part:
            part.unlink(missing_ok=True)
        if error.errno in _FULL:
            raise StoreFull(f"the disk is full: {str(path)!r} was not written", "free some space") from error
        raise NotWritable(f"{str(path)!r} cannot be written: {error.strerror}", "write elsewhere") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
