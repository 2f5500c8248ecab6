"""The worker's side: answer framed messages on standard input until it ends.

One answer a request, or several: each of them but the last, which is empty, is marked {"more": true}.
A message that comes meanwhile, or the end of standard input, stops them after the one that is being made.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import Any

from oyez.workers.wire import Frame, read_frame, write_frame

__all__ = ["Answer", "Answers", "keep_freed_memory", "serve", "step_aside"]

_NICE = 10  # native work waits for whatever the person at the machine is doing
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096  # bytes

_MAPPED_ABOVE, _RETURNED_ABOVE = (-3, 1 << 22), (-1, 1 << 27)  # M_MMAP_THRESHOLD, M_TRIM_THRESHOLD: bytes

Answers = Generator[Frame, None, None]
Answer = Callable[[dict[str, Any], bytes], Frame | Answers]


def step_aside() -> None:
    """Lower the priority, and leave Ctrl-C to the parent: it ends us by closing the pipe."""
    with contextlib.suppress(OSError, AttributeError):  # Windows has no nice
        os.nice(_NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def keep_freed_memory() -> None:
    """Have the C library use freed memory again instead of giving it back to the system each time.

    A model's tensors of a few megabytes are made anew for each piece of sound; fetching their pages from
    the system every time cost a tenth of all its work. Only glibc is asked: mallopt(3).
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None)
        for name, size in (_MAPPED_ABOVE, _RETURNED_ABOVE):
            library.mallopt(name, size)


def serve(handlers: Mapping[str, Answer]) -> None:
    """Answer {"do": name, ...} with the handler of that name until standard input ends."""
    # A library may print to standard output; only frames may go to the pipe.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
    # Windows cannot look into a pipe without waiting: a thread waits, and the work looks into the queue.
    threading.Thread(target=_read, args=(requests,), daemon=True).start()
    while (frame := requests.get()) is not None:
        head, body = frame
        if head["do"] == "stop":  # the answers it was to stop had ended by themselves
            continue
        made = handlers[head["do"]](head, body)
        if isinstance(made, tuple):
            write_frame(answers, *made)
            continue
        with contextlib.closing(made):  # what it began ends before anything else is begun
            for answer, content in made:
                write_frame(answers, {**answer, "more": True}, content)
                if not requests.empty():
                    break
        write_frame(answers, {"more": False, "resident": _resident()})


def _read(requests: queue.SimpleQueue[Frame | None]) -> None:
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        requests.put(frame)
    requests.put(None)


def _resident() -> int:
    """Bytes of memory this process holds; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * _PAGE
    except OSError:
        return 0
