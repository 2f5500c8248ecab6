"""The tempo of a narration, measured on its clips: what sounds, what is pause, what could be left out.

A known pause is one that Oyez lays after a sentence, or one that the voice itself reports between two words.
A dip in the sound is none: "p", "t" and "k" begin with silence.
"""

from __future__ import annotations

from oyez.model.narration import Clip, Narration, pause_frames
from oyez.model.pace import Tempo
from oyez.model.script import Script, require_speech
from oyez.model.syllables import syllables_of

__all__ = ["optional_parts", "pauses_among", "pauses_within", "syllables_in", "tempo"]

LEAST = 0.1  # s; voices report shorter gaps between any two words, and they are full of sound
EDGE = 0.02  # s before a word that are left to it: joins made in a pause reach at most that far

# What each role of a sentence is called where a listener chooses what is read beside the text.
_KINDS = {
    "caption": "captions",
    "credit": "credits",
    "pull-quote": "quotes",
    "byline": "bylines",
    "dateline": "bylines",
    "table": "tables",
    "code": "code",
    "footnote": "footnotes",
}


def pauses_within(clip: Clip) -> tuple[tuple[int, int], ...]:
    """The known pauses of a clip, before, between and after its words, in frames; none of estimated times.

    Each ends shortly before the word that follows it.
    """
    return pauses_among(clip.times, len(clip.samples), clip.sample_rate) if clip.measured else ()


def pauses_among(
    times: tuple[tuple[int, int], ...], frames: int, sample_rate: int
) -> tuple[tuple[int, int], ...]:
    """The same of a clip whose samples are not at hand, by its measured times and its length in frames."""
    least, edge = LEAST * sample_rate, round(EDGE * sample_rate)
    found: list[tuple[int, int]] = []
    heard = 0
    for start, end in (*times, (frames, frames)):
        if start - heard >= least:
            found.append((heard, start - edge if start < frames else frames))
        heard = max(heard, end)
    return tuple(found) if found != [(0, frames)] else ()


def tempo(narration: Narration) -> Tempo:
    """What the figures of a narration's speed are made of, at natural speed. NothingToSay of an empty one."""
    require_speech(narration.script)
    rate = narration.sample_rate
    pauses = sum(pause_frames(sentence.pause, rate) for sentence in narration.script.sentences)
    pauses += sum(end - start for clip in narration.clips for start, end in pauses_within(clip))
    script = narration.script
    return Tempo(
        said_words=script.said_words,
        shown_words=script.shown_words,
        syllables=syllables_in(script),
        speech=(narration.frames - pauses) / rate,
        pauses=pauses / rate,
    )


def syllables_in(script: Script) -> int:
    """Syllables of all that is said."""
    return sum(
        syllables_of(word, sentence.language) for sentence in script.sentences for word in sentence.words
    )


def optional_parts(narration: Narration) -> dict[str, float]:
    """Seconds at natural speed of what need not be read, by kind: {"captions": 41.2}; the longest first."""
    seconds: dict[str, float] = {}
    for clip, sentence in zip(narration.clips, narration.script.sentences, strict=True):
        if kind := _KINDS.get(sentence.role):
            seconds[kind] = seconds.get(kind, 0.0) + clip.seconds + sentence.pause
    return dict(sorted(seconds.items(), key=lambda one: -one[1]))
