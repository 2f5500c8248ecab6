"""The sound of a narration as it is made, to whoever listens: pulled, never pushed.

wait for a sentence, or a piece of it -> SoundStream, half a second at a time -> the client, when it reads

Waiting is done in the event loop, work in a few threads of its own: a hundred open streams leave the
other doors as quick as none. A client that leaves, or that reads nothing for a while, frees everything.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import replace
from typing import TypeVar, TypeVarTuple, Unpack

from anyio import CapacityLimiter, to_thread

from oyez.exporting.encoding import StreamEncoders
from oyez.exporting.streaming import SoundStream
from oyez.live.narration import LiveNarration
from oyez.live.studio import Studio
from oyez.model.narration import Clip
from oyez.server.watching import Bell

__all__ = ["Streams"]

_THREADS = 4  # that level and encode; a half second of sound takes one of them 3 ms
_PATIENCE = 60.0  # seconds between looks, should a bell not have been heard

_Result = TypeVar("_Result")
_Arguments = TypeVarTuple("_Arguments")


class Streams:
    """Opens streams; they share threads and one process of encoders."""

    def __init__(self, studio: Studio, encoders: StreamEncoders) -> None:
        self._studio = studio
        self._encoders = encoders
        self._limiter: CapacityLimiter | None = None

    async def open(self, narration: LiveNarration, start: int) -> AsyncGenerator[bytes]:
        """Sentence `start`, its pause, and so on to the end; fragmented MP4, first the head.

        Raises what making raises, after all that was made before.
        """
        bell = Bell()
        sound: SoundStream | None = None
        opened: list[SoundStream] = []  # as soon as it is open, though the listener may have left meanwhile
        with narration.watching(bell.ring), self._studio.listening(narration, start):
            try:
                for index in range(start, len(narration)):
                    heard: list[Clip] = []  # pieces of a sentence that is being made
                    while narration.take(index) is None:
                        for piece in narration.heard(index, len(heard)):
                            heard.append(piece)
                            if sound is None:
                                sound = await self._run(self._begin, narration, piece.sample_rate, opened)
                                yield sound.head
                            pieces = sound.add(piece, 0.0)
                            while content := await self._run(_taken, pieces):
                                yield content
                        if sound and (rest := await self._run(sound.pause)):
                            yield rest
                        if narration.take(index) is None:
                            narration.require_health()
                        await bell.wait(_PATIENCE)
                    clip = await self._run(self._studio.clip, narration, index)
                    begun = sum(len(piece.samples) for piece in heard)
                    clip = replace(clip, samples=clip.samples[begun:])
                    if sound is None:
                        sound = await self._run(self._begin, narration, clip.sample_rate, opened)
                        yield sound.head
                    pieces = sound.add(clip, narration.script.sentences[index].pause)
                    while content := await self._run(_taken, pieces):
                        yield content
                if sound and (rest := await self._run(sound.finish)):
                    yield rest
            finally:
                for one in opened:
                    # The loop may be ending this task, so nothing can be awaited: a thread of its own.
                    asyncio.get_running_loop().run_in_executor(None, one.close)

    def _begin(self, narration: LiveNarration, sample_rate: int, opened: list[SoundStream]) -> SoundStream:
        sound = SoundStream(self._encoders, sample_rate, narration.narrator.gain)
        opened.append(sound)
        return sound

    async def _run(self, work: Callable[[Unpack[_Arguments]], _Result], *arguments: *_Arguments) -> _Result:
        """In a thread. A listener who leaves waits for its end: nothing is freed while it is used."""
        if self._limiter is None:  # it belongs to an event loop
            self._limiter = CapacityLimiter(_THREADS)
        running = asyncio.ensure_future(to_thread.run_sync(work, *arguments, limiter=self._limiter))
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            await asyncio.wait({running})
            raise


def _taken(pieces: Iterator[bytes]) -> bytes:
    """The next piece; b"" at the end. StopIteration cannot leave a coroutine."""
    return next(pieces, b"")
