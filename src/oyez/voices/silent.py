"""A voice that makes no sound and keeps exact times: for tests, and for following a text with the eyes."""

from __future__ import annotations

from collections.abc import Iterator

from oyez.model.narration import Clip
from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo

__all__ = ["SilentEngine", "SilentVoice"]

_RATE = 16000  # frames a second
_SECONDS_PER_CHARACTER = 0.06  # about 170 words a minute of English
_INFO = VoiceInfo("silent", "silent", "und", "Silence, with times", "Apache-2.0", "silent 1")


class SilentEngine:
    """Engine "silent"."""

    def voices(self) -> Iterator[VoiceInfo]:
        """The one silent voice, in any language."""
        yield _INFO

    def load(self, info: VoiceInfo) -> SilentVoice:
        """The voice."""
        return SilentVoice(info)


class SilentVoice:
    """Every character of what is said takes the same time."""

    def __init__(self, info: VoiceInfo = _INFO) -> None:
        self._info = info

    @property
    def info(self) -> VoiceInfo:
        """Name, language, licence, version."""
        return self._info

    def say(self, sentence: Sentence) -> Clip:
        """Silence of the sentence's length; a space follows each word."""
        import numpy

        spans: list[tuple[int, int]] = []
        frame = 0
        for word in sentence.words:
            start = frame
            if word.say:
                frame += round((len(word.say) + 1) * _SECONDS_PER_CHARACTER * _RATE)
            spans.append((start, frame))
        return Clip(numpy.zeros(frame, dtype=numpy.int16), _RATE, tuple(spans), measured=True)

    def close(self) -> None:
        """Nothing to end."""
