"""One worker process: started when first asked, replaced when it dies, hangs or has grown."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Generator
from typing import Any

from oyez.workers.wire import Frame, read_frame, write_frame

__all__ = ["RequestFailed", "WorkerDied", "WorkerProcess"]

_MOST_GROWTH = 150_000_000  # bytes more than after its first stream; a healthy voice's worker stays within 40


class RequestFailed(Exception):
    """The worker could not do what it was asked; it may be able to do it for a part."""


class WorkerDied(RequestFailed):
    """The worker ended or was ended in the middle of a request; the next request starts another."""


class WorkerProcess:
    """Requests to `python -m MODULE ARGUMENTS`, one at a time, from any thread."""

    def __init__(self, module: str, *arguments: str, most_growth: int = _MOST_GROWTH) -> None:
        self._program = (module, *arguments)
        self._most_growth = most_growth
        self._process: subprocess.Popen[bytes] | None = None
        self._at_first = 0  # bytes resident after the first stream of answers
        self._lock = threading.Lock()

    @property
    def is_running(self) -> bool:
        """Whether a request finds a process that was started before."""
        return self._process is not None

    def start(self) -> None:
        """Start the process, without waiting for it, where none runs."""
        with self._lock:
            if self._process is None:
                self._start()

    def ask(self, request: dict[str, Any], seconds: float, body: bytes = b"") -> Frame:
        """The worker's answer and its bytes; WorkerDied if it crashes or takes more than `seconds`."""
        with self._lock:
            try:
                self._send(request, body)
                return self._receive(seconds)
            except BaseException:
                self._end()  # an answer that nobody took must not be the next one's
                raise

    def stream(
        self, request: dict[str, Any], seconds: float, body: bytes = b""
    ) -> Generator[Frame, None, None]:
        """Its answers to one request, as they come; WorkerDied as above, `seconds` being for each of them.

        The worker is the caller's alone until the last is taken or the iterator is closed: then the worker
        stops after the answer it is at, and is free once that has come.
        """
        with self._lock:
            try:
                self._send(request, body)
                while (answer := self._receive(seconds))[0]["more"]:
                    try:
                        yield answer
                    except GeneratorExit:
                        self._stop(seconds)
                        raise
                self._let_go_if_grown(answer[0]["resident"])
            except GeneratorExit:
                raise
            except BaseException:
                self._end()
                raise

    def close(self) -> None:
        """End the process; a later request starts another."""
        process = self._process
        if process:
            process.kill()  # whoever waits for an answer is told at once
        with self._lock:
            self._end()

    def _send(self, request: dict[str, Any], body: bytes = b"") -> None:
        process = self._process or self._start()
        assert process.stdin is not None
        try:
            write_frame(process.stdin, request, body)
        except (BrokenPipeError, ConnectionResetError):
            raise self._died() from None

    def _receive(self, seconds: float) -> Frame:
        process = self._process
        assert process is not None and process.stdout is not None
        watchdog = threading.Timer(seconds, process.kill)
        watchdog.start()
        try:
            answer = read_frame(process.stdout)
        finally:
            watchdog.cancel()
        if answer is None:
            raise self._died()
        return answer

    def _stop(self, seconds: float) -> None:
        """Take what is on its way, so that the next request gets its own answers."""
        try:
            self._send({"do": "stop"})
            while self._receive(seconds)[0]["more"]:
                pass
        except WorkerDied:
            self._end()

    def _let_go_if_grown(self, resident: int) -> None:
        self._at_first = self._at_first or resident
        if resident > self._at_first + self._most_growth:
            self._end()

    def _died(self) -> WorkerDied:
        return WorkerDied(f"the worker {' '.join(self._program)} ended")

    def _start(self) -> subprocess.Popen[bytes]:
        self._at_first = 0
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
