"""A speech worker: a program that answers framed messages on its standard input until it ends.

    python -m oyez.voices.worker espeak

This is the border to espeak-ng, which is under the GPL: it is loaded here, in a program of its own,
and reached through pipes alone. A killed parent closes the pipe, and the worker ends.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from oyez.voices.wire import read_frame, write_frame

__all__ = ["serve"]

_NICE = 10  # speech waits for whatever the person at the machine is doing

Answer = Callable[[dict[str, Any]], tuple[dict[str, Any], bytes]]


def serve(handlers: Mapping[str, Answer]) -> None:
    """Answer {"do": name, ...} with the handler of that name until standard input ends."""
    # The library may print to standard output; only frames may go to the pipe.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        frame = read_frame(sys.stdin.buffer)
        if frame is None:
            return
        head, _ = frame
        answer, body = handlers[head["do"]](head)
        write_frame(answers, answer, body)


def main(engine: str) -> None:
    """Serve one native engine."""
    with contextlib.suppress(OSError, AttributeError):  # Windows has no nice
        os.nice(_NICE)
    if engine != "espeak":
        raise SystemExit(f"no native engine named {engine!r}")
    from oyez.voices.espeak_native import EspeakNative

    native = EspeakNative()
    serve({"say": native.say, "count": native.count_phonemes})


if __name__ == "__main__":
    main(sys.argv[1])
