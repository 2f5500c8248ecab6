"""A narration's known pauses set apart from its speech, so that one speed for all then gives each its own.

clip, pause, Pace -> each known pause Pace.apart times as long -> run at Pace.speech

Words keep every bit but for their first 20 ms, over which a pause may be faded.
Whoever writes files, captions or pages so needs to know one speed only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from oyez.audio.stretch import Stretcher
from oyez.model.narration import Clip, Narration
from oyez.model.pace import Pace
from oyez.model.speed import FASTEST, SLOWEST
from oyez.timing.schedule import Schedule
from oyez.timing.tempo import pauses_within

__all__ = ["paced", "with_pauses"]


def with_pauses(clip: Clip, pause: float, pace: Pace) -> tuple[Clip, float]:
    """A clip and the pause after it, in seconds, that are heard at `pace` where they run at `pace.speech`."""
    return _lengthened(clip, pauses_within(clip), pace.apart), pause * pace.apart


def paced(narration: Narration, pace: Pace) -> Narration:
    """A narration that is heard at `pace` where it runs at `pace.speech`; itself where pauses run alike."""
    if pace.apart == 1:
        return narration
    sentences = narration.script.sentences
    pairs = [
        with_pauses(clip, sentence.pause, pace)
        for clip, sentence in zip(narration.clips, sentences, strict=True)
    ]
    spoken = tuple(
        replace(sentence, pause=pause) for sentence, (_, pause) in zip(sentences, pairs, strict=True)
    )
    script = replace(narration.script, sentences=spoken)
    return replace(narration, script=script, clips=tuple(clip for clip, _ in pairs))


def _lengthened(clip: Clip, spans: Sequence[tuple[int, int]], times: float) -> Clip:
    """The clip with the spans, its known pauses, that many times as long."""
    if not spans or math.isclose(times, 1):
        return clip
    rate = min(max(1 / times, SLOWEST), FASTEST)
    schedule = Schedule.within(spans, rate, 1)
    stretcher = Stretcher(clip.sample_rate, schedule)
    sound = stretcher.feed(clip.samples.astype(np.float32) * np.float32(1 / 32768))
    sound = np.concatenate((sound, stretcher.finish()))
    time_map = stretcher.time_map
    longer = replace(
        clip,
        samples=np.clip(np.rint(sound * np.float32(32768)), -32768, 32767).astype(np.int16),
        times=tuple((round(time_map.at(start)), round(time_map.at(end))) for start, end in clip.times),
    )
    due = [(round(schedule.due(start)), round(schedule.due(end))) for start, end in spans]
    return _lengthened(longer, due, times * rate)  # one turn makes a pause twice as long at most
