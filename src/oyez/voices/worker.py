"""A speech worker: a program that answers framed messages on its standard input until it ends.

    python -m oyez.voices.worker espeak
    python -m oyez.voices.worker piper

This is the border to espeak-ng, which is under the GPL: it is loaded here, in a program of its own,
and reached through pipes alone; the Piper worker holds none of it. A killed parent closes the pipe,
and the worker ends.
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
    if engine not in _ENGINES:
        raise SystemExit(f"no native engine named {engine!r}")
    serve(_ENGINES[engine]())


def _espeak() -> Mapping[str, Answer]:
    from oyez.voices.espeak_native import EspeakNative

    native = EspeakNative()
    return {
        "say": native.say,
        "count": native.count_phonemes,
        "phonemes": native.phonemes,
        "alone": native.words_alone,
    }


def _piper() -> Mapping[str, Answer]:
    # One thread: numpy's own pool would only add memory. Read before numpy is loaded.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    from oyez.voices.piper_native import PiperNative

    native = PiperNative()
    return {"load": native.load, "say": native.say}


_ENGINES: dict[str, Callable[[], Mapping[str, Answer]]] = {"espeak": _espeak, "piper": _piper}


if __name__ == "__main__":
    main(sys.argv[1])
