"""A sound file encoded in a process of its own; the caller hands sound over and goes on."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from oyez.errors import ExportError
from oyez.workers.process import WorkerDied, WorkerProcess

if TYPE_CHECKING:
    from numpy import int16
    from numpy.typing import NDArray

    from oyez.audio.tags import Tags

__all__ = ["EncodingProcess"]

_WAITING = 4  # pieces of sound that may wait for the encoder; more would only fill memory
_SECONDS = 300.0  # for one piece, or to finish a file of many hours


class EncodingProcess:
    """The shape of oyez.audio.encode.Encoder. Raises UnknownFormat, EncoderMissing, ExportError."""

    def __init__(self, file_format: str, sample_rate: int, tags: Tags) -> None:
        from oyez.audio.encode import require_encoder

        require_encoder(file_format)
        self._worker = WorkerProcess("oyez.exporting.encoder_worker")
        # One thread keeps the order and waits for the answers, without the interpreter's lock.
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="oyez-encoder")
        self._waiting: deque[Future[bytes]] = deque()
        begin = {"do": "begin", "format": file_format, "sample_rate": sample_rate, "tags": asdict(tags)}
        self._send(begin)

    def add(self, samples: NDArray[int16]) -> None:
        """Append int16 samples of shape (n,)."""
        self._send({"do": "add"}, samples.astype("<i2").tobytes())

    def finish(self) -> bytes:
        """Close the file and return it. Nothing can be added after it."""
        self._send({"do": "finish"})
        try:
            with self._pool:
                content = b""
                while self._waiting:
                    content = self._waiting.popleft().result()
                return content
        finally:
            self._worker.close()

    def _send(self, head: dict[str, Any], body: bytes = b"") -> None:
        self._waiting.append(self._pool.submit(self._ask, head, body))
        if len(self._waiting) > _WAITING:
            self._waiting.popleft().result()

    def _ask(self, head: dict[str, Any], body: bytes) -> bytes:
        try:
            return self._worker.ask(head, _SECONDS, body)[1]
        except WorkerDied as error:
            raise ExportError(
                "the encoder ended in the middle of the file", "see what fails: oyez check"
            ) from error
