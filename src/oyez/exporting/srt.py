"""SubRip captions: numbered cues, the format that every video player reads."""

from __future__ import annotations

from typing import ClassVar

from oyez.exporting.cues import Cue, CueWord, clock, cues
from oyez.model.narration import Narration

__all__ = ["Srt"]


class Srt:
    """The cues of the WebVTT file without word times, which SubRip does not have."""

    suffix: ClassVar[str] = ".srt"
    media_type: ClassVar[str] = "application/x-subrip"

    def export(self, narration: Narration, speed: float) -> bytes:
        """UTF-8 text."""
        numbered = enumerate(cues(narration, speed), start=1)
        return "\n".join(_block(number, cue) for number, cue in numbered).encode()


def _block(number: int, cue: Cue) -> str:
    lines = (_line(line) for line in cue.lines)
    return "\n".join((f"{number}", f"{clock(cue.start, ',')} --> {clock(cue.end, ',')}", *lines, ""))


def _line(words: tuple[CueWord, ...]) -> str:
    text = "".join((" " if word.spaced and place else "") + word.text for place, word in enumerate(words))
    return text.replace("-->", "->")  # the format has no escape for its own arrow
