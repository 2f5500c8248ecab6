"""An encoder in a program of its own, so that encoding, speaking and levelling share the cores.

    python -m oyez.exporting.encoder_worker

As a thread it would wait for the interpreter at each of 12,000 packets in five minutes of mp3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from oyez.workers.serving import serve, step_aside

if TYPE_CHECKING:
    from oyez.audio.encode import Encoder
    from oyez.audio.fragments import FragmentEncoder

_Answer = tuple[dict[str, Any], bytes]


class _Encoding:
    """One file after another."""

    def __init__(self) -> None:
        self._encoder: Encoder | None = None

    def begin(self, head: dict[str, Any], _body: bytes) -> _Answer:
        from oyez.audio.encode import Encoder
        from oyez.audio.tags import Tags

        self._encoder = Encoder(head["format"], head["sample_rate"], Tags(**head["tags"]))
        return {}, b""

    def add(self, _head: dict[str, Any], body: bytes) -> _Answer:
        assert self._encoder is not None
        self._encoder.add_pcm(body)
        return {}, b""

    def finish(self, _head: dict[str, Any], _body: bytes) -> _Answer:
        assert self._encoder is not None
        return {}, self._encoder.finish()


class _Streaming:
    """Any number of streams side by side, by their numbers."""

    def __init__(self) -> None:
        self._streams: dict[int, FragmentEncoder] = {}

    def warm(self, _head: dict[str, Any], _body: bytes) -> _Answer:
        from oyez.audio.fragments import FragmentEncoder

        FragmentEncoder(22050)  # whatever a codec loads when it is first used
        return {}, b""

    def open(self, head: dict[str, Any], _body: bytes) -> _Answer:
        from oyez.audio.fragments import FragmentEncoder

        stream = self._streams[head["stream"]] = FragmentEncoder(head["sample_rate"])
        return {}, stream.head

    def feed(self, head: dict[str, Any], body: bytes) -> _Answer:
        stream = self._streams.get(head["stream"])
        # A process that took over from one that died knows none of its streams.
        return ({"gone": True}, b"") if stream is None else ({}, stream.add_pcm(body, hold=head["hold"]))

    def end(self, head: dict[str, Any], _body: bytes) -> _Answer:
        stream = self._streams.pop(head["stream"], None)
        return ({"gone": True}, b"") if stream is None else ({}, stream.finish())

    def drop(self, head: dict[str, Any], _body: bytes) -> _Answer:
        self._streams.pop(head["stream"], None)
        return {}, b""


if __name__ == "__main__":
    step_aside()
    encoding, streaming = _Encoding(), _Streaming()
    serve(
        {
            "begin": encoding.begin,
            "add": encoding.add,
            "finish": encoding.finish,
            "warm": streaming.warm,
            "open": streaming.open,
            "feed": streaming.feed,
            "end": streaming.end,
            "drop": streaming.drop,
        }
    )
