"""What differs between operating systems, in one place."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["cap_cpu", "cap_memory", "hold_file", "sync_folder"]


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut; nothing to do where folders cannot be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def hold_file(path: Path) -> Iterator[bool]:
    """Whether this alone now holds the file `path`, made if need be; the end of a process lets go of it.

    OSError where the file cannot be made.
    """
    with path.open("ab") as file:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            held = True
        except OSError:
            held = False
        yield held


def cap_memory(size: int) -> None:
    """From now on this process gets at most `size` bytes of its own.

    Linux refuses more; macOS and Windows keep no such limit, so there a thread looks, and ends the process.
    """
    if sys.platform == "linux":
        import resource

        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (size, hard))
    elif sys.platform != "win32":
        threading.Thread(target=_end_when_grown, args=(size,), name="oyez-memory", daemon=True).start()


def _end_when_grown(size: int) -> None:
    import resource
    from time import sleep

    unit = 1 if sys.platform == "darwin" else 1024  # bytes a unit of ru_maxrss
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit <= size:
        sleep(0.05)
    os._exit(1)


def cap_cpu(seconds: float) -> None:
    """This process ends when it has worked for so many seconds more; the limit is kept in whole seconds.

    Windows keeps none: there only the clock of whoever waits counts.
    """
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
