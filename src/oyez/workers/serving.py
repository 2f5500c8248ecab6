"""The worker's side: answer framed messages on standard input until it ends."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any

from oyez.workers.wire import read_frame, write_frame

__all__ = ["Answer", "serve", "step_aside"]

_NICE = 10  # native work waits for whatever the person at the machine is doing

Answer = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]


def step_aside() -> None:
    """Lower the priority, and leave Ctrl-C to the parent: it ends us by closing the pipe."""
    with contextlib.suppress(OSError, AttributeError):  # Windows has no nice
        os.nice(_NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def serve(handlers: Mapping[str, Answer]) -> None:
    """Answer {"do": name, ...} with the handler of that name until standard input ends."""
    # A library may print to standard output; only frames may go to the pipe.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (frame := read_frame(sys.stdin.buffer)) is not None:
        head, body = frame
        answer, content = handlers[head["do"]](head, body)
        write_frame(answers, answer, content)
