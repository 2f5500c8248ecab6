"""The sound of a narration as it is made, for a player that does not wait for the end.

clip and pause -> the voice's gain -> limiter -> int16 -> encoder (a process) -> fragmented MP4

The same chain as that of sound files at natural speed. The limiter looks ahead and shifts nothing: frame n
of the clips and pauses, laid end to end, is frame n of the stream.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from oyez.exporting.encoding import StreamEncoders
from oyez.exporting.sound import levels
from oyez.model.narration import Clip, pause_frames

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

__all__ = ["SoundStream"]

_PIECE = 0.5  # seconds worked on at once: a listener who leaves stops the work within that


class SoundStream:
    """One listener's stream: `head`, then `add` each sentence, then `finish`; `close` in any case.

    Raises EncoderMissing, ExportError.
    """

    def __init__(self, encoders: StreamEncoders, sample_rate: int, gain: float) -> None:
        from oyez.audio.limiter import Limiter

        self._rate = sample_rate
        self._gain = gain
        self._limiter = Limiter(sample_rate)
        self._encoder = encoders.open(sample_rate)
        self._ended = False

    @property
    def head(self) -> bytes:
        """What a player must have before any sound."""
        return self._encoder.head

    def add(self, clip: Clip, pause: float) -> Iterator[bytes]:
        """A clip and the pause after it in seconds; made as it is taken, and never b""."""
        for piece in self._pieces(clip, pause_frames(pause, self._rate)):
            if content := self._encoder.add(levels(self._limiter.feed(piece))):
                yield content

    def pause(self) -> bytes:
        """All that can be heard so far, where the next sentence is long in coming."""
        import numpy as np

        return self._encoder.add(np.zeros(0, dtype=np.int16), hold=False)

    def finish(self) -> bytes:
        """The end of the sound."""
        rest = self._encoder.add(levels(self._limiter.finish()))
        self._ended = True
        return rest + self._encoder.finish()

    def close(self) -> None:
        """Free the encoder; needed where the stream was left before its end, harmless elsewhere."""
        if not self._ended:
            self._ended = True
            self._encoder.close()

    def _pieces(self, clip: Clip, silence: int) -> Iterator[NDArray[float32]]:
        import numpy as np

        size = round(_PIECE * self._rate)
        for start in range(0, len(clip.samples), size):
            piece = clip.samples[start : start + size].astype(np.float32) * np.float32(1 / 32768)
            yield piece * np.float32(self._gain)
        yield np.zeros(silence, dtype=np.float32)
