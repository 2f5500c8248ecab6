"""What an exporter is. Built-ins and add-ons enter by the same door.

An add-on names its class under the entry point group "oyez.exporters", by suffix without the dot:

    [project.entry-points."oyez.exporters"]
    mp3 = "oyez.exporting.sound:Mp3"

The class is called without arguments.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from oyez.model.article import Article
from oyez.model.narration import Clip, Narration
from oyez.model.voice import VoiceInfo

__all__ = ["Exporter", "GrowingExporter", "GrowingFile"]


@runtime_checkable
class Exporter(Protocol):
    """Writes a narration in one format."""

    @property
    def suffix(self) -> str:
        """Of the file's name, with the dot: ".mp3"."""
        ...

    @property
    def media_type(self) -> str:
        """For HTTP: "audio/mpeg"."""
        ...

    def export(self, narration: Narration, speed: float) -> bytes:
        """The whole file, at `speed` times the natural pace (0.5 to 4); ExportError where it cannot be."""
        ...


class GrowingFile(Protocol):
    """A file in the making, which grows while the voice still speaks."""

    def add(self, clip: Clip, pause: float) -> None:
        """Append a clip and the pause after it, in seconds at natural speed."""
        ...

    def finish(self) -> bytes:
        """The whole file."""
        ...


@runtime_checkable
class GrowingExporter(Exporter, Protocol):
    """An exporter that need not wait for the whole narration."""

    def begin(
        self, article: Article, voice: VoiceInfo, sample_rate: int, *, gain: float, speed: float
    ) -> GrowingFile:
        """An empty file; adding every clip and finishing it gives what export() gives."""
        ...
