"""Encoding in a process of its own.

EncodingProcess   one sound file: the caller hands sound over and goes on
StreamEncoders    streams of fragmented MP4, all in one process that stays: none waits for its start
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from itertools import count
from typing import TYPE_CHECKING, Any

from oyez.errors import ExportError
from oyez.workers.process import WorkerDied, WorkerProcess

if TYPE_CHECKING:
    from numpy import int16
    from numpy.typing import NDArray

    from oyez.audio.tags import Tags

__all__ = ["EncodedStream", "EncodingProcess", "StreamEncoders"]

_WAITING = 4  # pieces of sound that may wait for the encoder; more would only fill memory
_SECONDS = 300.0  # for one piece, or to finish a file of many hours
_STREAM_SECONDS = 20.0  # for half a second of sound, which takes 2 ms


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


class StreamEncoders:
    """The encoders of all streams, in one process, safe to use from many threads."""

    def __init__(self) -> None:
        self._worker = WorkerProcess("oyez.exporting.encoder_worker")
        self._numbers = count(1)

    def warm(self) -> None:
        """Start the process, so that no listener waits for it."""
        self._ask({"do": "warm"})

    def open(self, sample_rate: int) -> EncodedStream:
        """A new stream. Raises EncoderMissing, ExportError."""
        from oyez.audio.encode import require_encoder

        require_encoder("m4a")
        number = next(self._numbers)
        head = self._ask({"do": "open", "stream": number, "sample_rate": sample_rate})
        return EncodedStream(self._ask, number, head)

    def close(self) -> None:
        """End the process, and every stream with it."""
        self._worker.close()

    def _ask(self, request: dict[str, Any], body: bytes = b"") -> bytes:
        try:
            answer, content = self._worker.ask(request, _STREAM_SECONDS, body)
        except WorkerDied as error:
            raise ExportError("the encoder ended in the middle of the stream", "open it again") from error
        if answer.get("gone"):
            raise ExportError("the encoder ended in the middle of the stream", "open it again")
        return content


class EncodedStream:
    """One stream; the shape of oyez.audio.fragments.FragmentEncoder. Every method raises ExportError.

    head   the bytes before the first fragment
    """

    def __init__(self, ask: Callable[..., bytes], number: int, head: bytes) -> None:
        self._ask = ask
        self._number = number
        self.head = head

    def add(self, samples: NDArray[int16], *, hold: bool = True) -> bytes:
        """Append int16 samples of shape (n,); the fragments ready. `hold` False gives out all there is."""
        request = {"do": "feed", "stream": self._number, "hold": hold}
        return self._ask(request, samples.astype("<i2").tobytes())

    def finish(self) -> bytes:
        """The rest. Nothing can be added after it."""
        return self._ask({"do": "end", "stream": self._number})

    def close(self) -> None:
        """Forget a stream that nobody takes any more."""
        with suppress(ExportError):  # the process ended, and the stream with it
            self._ask({"do": "drop", "stream": self._number})
