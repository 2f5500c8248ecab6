"""WebVTT captions with a time for every word (W3C, "WebVTT: The Web Video Text Tracks Format")."""

from __future__ import annotations

from typing import ClassVar

from oyez.exporting.cues import Cue, clock, cues
from oyez.model.narration import Narration

__all__ = ["Vtt"]


class Vtt:
    """One cue a sentence, or several where it is long; `<00:00:01.234>` stands before each later word."""

    suffix: ClassVar[str] = ".vtt"
    media_type: ClassVar[str] = "text/vtt"

    def export(self, narration: Narration, speed: float) -> bytes:
        """UTF-8 text."""
        blocks = ["WEBVTT", *(_block(cue) for cue in cues(narration, speed))]
        return ("\n\n".join(blocks) + "\n").encode()


def _block(cue: Cue) -> str:
    lines = []
    latest = cue.start
    for line in cue.lines:
        parts = []
        for place, word in enumerate(line):
            space = " " if word.spaced and place else ""
            time = ""
            # The format wants times inside a cue to rise, and to lie inside it.
            if latest < word.start < cue.end:
                time, latest = f"<{clock(word.start, '.')}>", word.start
            parts.append(space + time + _escape(word.text))
        lines.append("".join(parts))
    return "\n".join((f"{clock(cue.start, '.')} --> {clock(cue.end, '.')}", *lines))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
