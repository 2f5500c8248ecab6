"""A sentence in the making, which may be left for one that somebody waits for."""

from __future__ import annotations

from dataclasses import dataclass

from oyez.live.narration import LiveNarration
from oyez.voices.parts import Part

__all__ = ["Job", "Overtaken"]


class Overtaken(Exception):
    """Somebody waits for another sentence."""


@dataclass(eq=False, slots=True)
class Job:
    """One that `is_left` ends with its next part, and is made again later."""

    narration: LiveNarration
    index: int
    is_left: bool = False

    def hear(self, part: Part) -> None:
        """A part of it; raises Overtaken."""
        if self.is_left:
            raise Overtaken
        self.narration.hear(self.index, part)
