"""When everything is heard at a speed: the one source of times for captions, players and sound files.

narration -> Timeline (natural) -> through the TimeMap of the stretched sound -> Timeline (heard)
"""

from __future__ import annotations

from oyez.errors import ExportError
from oyez.model.narration import Narration, pause_frames
from oyez.timing.timeline import Timeline, timeline
from oyez.timing.timemap import TimeMap

__all__ = ["heard", "require_sound", "time_map"]


def require_sound(narration: Narration) -> None:
    """Raise ExportError where there is nothing to hear."""
    if not narration.clips:
        raise ExportError("the narration has no sentences, so there is no sound", "give an article with text")


def time_map(narration: Narration, speed: float) -> TimeMap:
    """The map of the sound file at that speed. Stretching is exact, so running it again gives the same."""
    from oyez.audio.pace import Pacer

    rate = narration.sample_rate
    pacer = Pacer(rate, speed)
    for clip, sentence in zip(narration.clips, narration.script.sentences, strict=True):
        pacer.add(clip.samples, pause_frames(sentence.pause, rate))
    return pacer.time_map


def heard(narration: Narration, speed: float) -> Timeline:
    """The times at which sentences and words are heard at `speed`."""
    require_sound(narration)
    natural = timeline(narration)
    return natural if speed == 1 else time_map(narration, speed).timeline(natural)
