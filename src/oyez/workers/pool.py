"""Several workers of one kind, as many as there are cores: each request goes to one that is free."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from oyez.workers.process import WorkerProcess
from oyez.workers.wire import Frame

__all__ = ["WorkerPool", "cores"]

_MOST = 4  # each worker of a voice holds 60 to 150 MB; four make an hour of sound in a minute


def cores() -> int:
    """How many workers keep this machine busy, four at most."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST)


class WorkerPool:
    """As a WorkerProcess, from several threads at a time; further workers start when all others are busy."""

    def __init__(self, size: int, module: str, *arguments: str) -> None:
        self._workers = [WorkerProcess(module, *arguments) for _ in range(size)]
        self._idle = list(self._workers)
        self._free = threading.Semaphore(size)
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start one, without waiting for it, where none runs."""
        self._workers[0].start()

    def ask(self, request: dict[str, Any], seconds: float, body: bytes = b"") -> Frame:
        """As WorkerProcess.ask."""
        with self._lent() as worker:
            return worker.ask(request, seconds, body)

    def stream(self, request: dict[str, Any], seconds: float, body: bytes = b"") -> Iterator[Frame]:
        """As WorkerProcess.stream."""
        with self._lent() as worker:
            yield from worker.stream(request, seconds, body)

    def close(self) -> None:
        """End them all; later requests start others."""
        for worker in self._workers:
            worker.close()

    @contextmanager
    def _lent(self) -> Iterator[WorkerProcess]:
        with self._free:
            with self._lock:
                # One that runs has its model loaded; a cold one costs a second of the listener's time.
                worker = next((one for one in self._idle if one.is_running), self._idle[0])
                self._idle.remove(worker)
            try:
                yield worker
            finally:
                with self._lock:
                    self._idle.append(worker)
