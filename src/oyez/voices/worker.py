"""A speech worker: one native engine, in a program of its own.

    python -m oyez.voices.worker espeak
    python -m oyez.voices.worker piper
    python -m oyez.voices.worker prepare
    python -m oyez.voices.worker kokoro

This is the border to espeak-ng, which is under the GPL: it is loaded here and reached through pipes
alone; the Piper worker holds none of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

from oyez.workers.serving import Answer, Answers, keep_freed_memory, serve, step_aside
from oyez.workers.wire import Frame

Request = Callable[[dict[str, Any]], Frame | Answers]


def _without_body(request: Request) -> Answer:
    return lambda head, _body: request(head)


def _espeak() -> Mapping[str, Request]:
    from oyez.voices.espeak_native import EspeakNative

    native = EspeakNative()
    return {
        "say": native.say,
        "phonemes": native.phonemes,
        "alone": native.words_alone,
    }


def _prepare_for_models() -> None:
    # One thread: numpy's own pool would only add memory. Read before numpy is loaded.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    keep_freed_memory()


def _piper() -> Mapping[str, Request]:
    _prepare_for_models()
    from oyez.voices.piper_native import PiperNative

    native = PiperNative()
    return {"load": native.load, "say": native.say}


def _prepare() -> Mapping[str, Request]:
    _prepare_for_models()
    from oyez.voices.piper_prepare import prepare

    return {"prepare": prepare}


def _kokoro() -> Mapping[str, Request]:
    _prepare_for_models()
    from oyez.voices.kokoro_native import KokoroNative

    native = KokoroNative()
    return {"load": native.load, "say": native.say}


_ENGINES: dict[str, Callable[[], Mapping[str, Request]]] = {
    "espeak": _espeak,
    "piper": _piper,
    "prepare": _prepare,
    "kokoro": _kokoro,
}


if __name__ == "__main__":
    step_aside()
    engine = _ENGINES[sys.argv[1]]()
    serve({name: _without_body(request) for name, request in engine.items()})
