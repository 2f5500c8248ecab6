"""What an exporter is. Built-ins and add-ons enter by the same door.

An add-on names its class under the entry point group "oyez.exporters", by suffix without the dot:

    [project.entry-points."oyez.exporters"]
    mp3 = "oyez.exporting.sound:Mp3"

The class is called without arguments.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from oyez.model.narration import Narration

__all__ = ["Exporter"]


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
