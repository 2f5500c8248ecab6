"""Clips and pauses laid end to end."""

from __future__ import annotations

import numpy as np

from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip, Narration
from oyez.model.script import Script, Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.timing.timeline import timeline

RATE = 1000
VOICE = VoiceInfo("silent:test", "silent", "en", "Silent", "Apache-2.0", "1")


def narration(*sentences: tuple[int, float, tuple[tuple[int, int], ...]]) -> Narration:
    """Sentences as (frames, pause, word times)."""
    clips = tuple(
        Clip(np.zeros(frames, dtype=np.int16), RATE, times, measured=True) for frames, _, times in sentences
    )
    said = tuple(
        Sentence(
            0, tuple(Word(place, place + 1, "x") for place, _ in enumerate(times)), pause, "en", "paragraph"
        )
        for _, pause, times in sentences
    )
    return Narration(Script(Article("T", (Paragraph("x x"),), "en"), said, (), "en"), clips, VOICE)


def test_each_clip_follows_the_pause_of_the_one_before() -> None:
    spoken = narration((100, 0.25, ((0, 40), (40, 90))), (50, 0.1, ((10, 50),)))
    times = timeline(spoken)
    assert times.sentences == ((0, 100), (350, 400))
    assert times.words == (((0, 40), (40, 90)), ((360, 400),))
    assert times.frames == spoken.frames == 500
    assert times.seconds == spoken.seconds == 0.5


def test_pauses_are_rounded_one_by_one_as_the_narration_counts_them() -> None:
    spoken = narration(*((7, 0.0004, ((0, 7),)) for _ in range(10)))
    assert timeline(spoken).frames == spoken.frames == 70
