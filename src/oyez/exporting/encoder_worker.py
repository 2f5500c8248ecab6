"""An encoder in a program of its own, so that encoding, speaking and levelling share the cores.

    python -m oyez.exporting.encoder_worker

As a thread it would wait for the interpreter at each of 12,000 packets in five minutes of mp3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oyez.workers.serving import serve, step_aside

if TYPE_CHECKING:
    from oyez.audio.encode import Encoder


class _Encoding:
    """One file after another."""

    def __init__(self) -> None:
        self._encoder: Encoder | None = None

    def begin(self, head: dict[str, Any], _body: bytes) -> tuple[dict[str, Any], bytes]:
        from oyez.audio.encode import Encoder
        from oyez.audio.tags import Tags

        self._encoder = Encoder(head["format"], head["sample_rate"], Tags(**head["tags"]))
        return {}, b""

    def add(self, _head: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        assert self._encoder is not None
        self._encoder.add_pcm(body)
        return {}, b""

    def finish(self, _head: dict[str, Any], _body: bytes) -> tuple[dict[str, Any], bytes]:
        assert self._encoder is not None
        return {}, self._encoder.finish()


if __name__ == "__main__":
    step_aside()
    encoding = _Encoding()
    serve({"begin": encoding.begin, "add": encoding.add, "finish": encoding.finish})
