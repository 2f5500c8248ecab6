"""Any voice as a stream of parts: its own where it has one, else its clip in one piece."""

from __future__ import annotations

from collections.abc import Iterator

from oyez.model.script import Sentence
from oyez.voices.contract import StreamingVoice, Voice
from oyez.voices.parts import Part, Phrase, Sound

__all__ = ["in_one_piece", "stream"]


def stream(voice: Voice, sentence: Sentence) -> Iterator[Part]:
    """The parts of a sentence as the voice makes them; raises what say() raises.

    Take them to the end, or close the iterator: until then a worker of the voice is yours alone.
    """
    if isinstance(voice, StreamingVoice):
        yield from voice.stream(sentence)
    else:
        yield from in_one_piece(voice, sentence)


def in_one_piece(voice: Voice, sentence: Sentence) -> Iterator[Part]:
    """What say() gives, as parts: for voices whose sound comes at once."""
    clip = voice.say(sentence)
    yield Phrase(clip.times, len(clip.samples), clip.sample_rate, clip.measured, clip.notes)
    if len(clip.samples):
        yield Sound(clip.samples)
