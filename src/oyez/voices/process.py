"""One worker process: started when first asked, replaced when it dies or hangs."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

from oyez.voices.wire import read_frame, write_frame

__all__ = ["RequestFailed", "WorkerDied", "WorkerProcess"]


class RequestFailed(Exception):
    """The worker could not do what it was asked; it may be able to do it for a part."""


class WorkerDied(RequestFailed):
    """The worker ended or was ended in the middle of a request; the next request starts another."""


class WorkerProcess:
    """Requests to `python -m oyez.voices.worker ENGINE`, one at a time, from any thread."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, request: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """The worker's answer. Raises WorkerDied if it crashes or takes longer than `seconds`."""
        with self._lock:
            process = self._process or self._start()
            assert process.stdin is not None and process.stdout is not None
            watchdog = threading.Timer(seconds, process.kill)
            watchdog.start()
            try:
                write_frame(process.stdin, request)
                answer = read_frame(process.stdout)
            except (BrokenPipeError, ConnectionResetError):
                answer = None
            finally:
                watchdog.cancel()
            if answer is None:
                self._end()
                raise WorkerDied(f"the {self._engine} worker ended")
            return answer

    def close(self) -> None:
        """End the process; a later request starts another."""
        with self._lock:
            self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        # -P and -S -E would be tighter still, but the worker must find the installed package.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "oyez.voices.worker", self._engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # what was waiting for a dead worker is of no use to anyone
        process.wait()
