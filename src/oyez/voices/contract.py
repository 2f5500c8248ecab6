"""The contract of a voice engine, on one screen. Built-ins and add-ons enter by the same door:
an entry point in the group "oyez.voices" that names a class of this shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from oyez.model.narration import Clip
from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo
from oyez.voices.parts import Part

__all__ = ["Engine", "FileEngine", "StreamingVoice", "Voice"]


class Voice(Protocol):
    """A voice that is ready to speak. Safe to call from several threads."""

    @property
    def info(self) -> VoiceInfo:
        """Name, language, licence, version."""

    def say(self, sentence: Sentence) -> Clip:
        """Speak one sentence at natural speed, one time span per Word, the same bytes every time.

        What cannot be spoken is silent and named in the clip's notes; SynthesisError only where the
        engine does not run at all.
        """

    def close(self) -> None:
        """End the processes behind it; a later say() starts them again."""


@runtime_checkable
class StreamingVoice(Voice, Protocol):
    """A voice that is heard before it has made the whole sentence; others need not write this."""

    def stream(self, sentence: Sentence) -> Iterator[Part]:
        """The parts of what say() gives, in order: words and their times, then their sound in pieces.

        say() is their sum, byte for byte: parts.clip_of(self.stream(sentence)). A caller who has heard
        enough closes the iterator. Call streaming.stream(voice, sentence), which does for every voice.
        """


class Engine(Protocol):
    """A family of voices under one name ("espeak")."""

    def voices(self) -> Iterable[VoiceInfo]:
        """Every voice that can be loaded on this machine now; starts no process."""

    def load(self, info: VoiceInfo) -> Voice:
        """Make one of them ready."""


@runtime_checkable
class FileEngine(Protocol):
    """An engine whose voices are files, which a name may mean without their being listed."""

    def find(self, name: str) -> VoiceInfo | None:
        """The voice file that `name` means: a path, or one of the voices folder; None where it means none.

        Raises BadVoice where the file is there and cannot be used, VoiceNotFound for a path to nothing.
        """
