"""One worker process: started when first asked, replaced when it dies or hangs."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

from oyez.workers.wire import read_frame, write_frame

__all__ = ["RequestFailed", "WorkerDied", "WorkerProcess"]


class RequestFailed(Exception):
    """The worker could not do what it was asked; it may be able to do it for a part."""


class WorkerDied(RequestFailed):
    """The worker ended or was ended in the middle of a request; the next request starts another."""


class WorkerProcess:
    """Requests to `python -m MODULE ARGUMENTS`, one at a time, from any thread."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._program = (module, *arguments)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(self, request: dict[str, Any], seconds: float, body: bytes = b"") -> tuple[dict[str, Any], bytes]:
        """The worker's answer and its bytes; WorkerDied if it crashes or takes more than `seconds`."""
        with self._lock:
            process = self._process or self._start()
            assert process.stdin is not None and process.stdout is not None
            watchdog = threading.Timer(seconds, process.kill)
            watchdog.start()
            try:
                write_frame(process.stdin, request, body)
                answer = read_frame(process.stdout)
            except (BrokenPipeError, ConnectionResetError):
                answer = None
            except BaseException:
                self._end()  # an answer that nobody took must not be the next one's
                raise
            finally:
                watchdog.cancel()
            if answer is None:
                self._end()
                raise WorkerDied(f"the worker {' '.join(self._program)} ended")
            return answer

    def close(self) -> None:
        """End the process; a later request starts another."""
        with self._lock:
            self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-m", *self._program],
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
