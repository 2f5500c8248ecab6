"""What a player needs to know: every sentence and word with its place on the page and its time.

Script, voice, takes so far -> player()   times from each sentence's own start: for pages, also as it is made
Narration                   -> Json       times from the start of the sound, at a speed: a file

Offsets are UTF-16 units of the block's text, because browsers count so; times are seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from oyez.exporting.heard import heard
from oyez.model.json import FORMAT
from oyez.model.narration import Clip, Narration, pause_frames
from oyez.model.offsets import Utf16
from oyez.model.readingtime import seconds_to_read
from oyez.model.script import Script, Sentence
from oyez.model.voice import VoiceInfo
from oyez.timing.tempo import pauses_among, syllables_in
from oyez.timing.timeline import Span, Timeline

__all__ = ["SECONDS_PER_CHARACTER", "Json", "Take", "player", "player_of"]

SECONDS_PER_CHARACTER = 0.053  # of what is said, without pauses: espeak-ng on 1,000 words of news

_Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Take:
    """What is known of a sentence's sound once it is made: its clip without the samples.

    frames   length of the sound; `times` as in Clip
    """

    frames: int
    sample_rate: int
    times: tuple[tuple[int, int], ...]
    measured: bool
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, clip: Clip) -> Take:
        """A clip's."""
        return cls(len(clip.samples), clip.sample_rate, clip.times, clip.measured, clip.notes)

    @property
    def seconds(self) -> float:
        """Length of the sound, to the microsecond: a thousand of them add up to a millisecond at most."""
        return round(self.frames / self.sample_rate, 6)

    @property
    def pauses(self) -> float:
        """Seconds of the pauses that the voice reports within it; 0 of estimated times."""
        found = pauses_among(self.times, self.frames, self.sample_rate) if self.measured else ()
        return sum(end - start for start, end in found) / self.sample_rate

    @property
    def word_times(self) -> list[list[float]]:
        """[from, to] of each word in seconds from the sentence's start, to 0.1 ms."""
        return [[round(frame / self.sample_rate, 4) for frame in span] for span in self.times]


def player(
    script: Script,
    voice: VoiceInfo,
    takes: Sequence[Take | None],
    *,
    identity: str,
    pace: float = SECONDS_PER_CHARACTER,
    audio: Mapping[str, str] | None = None,
    live: Mapping[str, Any] | None = None,
    notes: Iterable[str] = (),
) -> dict[str, Any]:
    """The player's data at natural speed, as far as it is made: players apply the speed themselves.

    takes   one a sentence, None where it is not made; such a sentence's length is its said characters
            times `pace` (seconds a character), its words' times are 0
    audio   {"src", "type"} of the finished sound; `live` {"events", "stream", "type", "lead"} of the sound
            in the making
    """
    complete = all(take is not None for take in takes)
    rows = _rows(script, takes, pace)
    seconds = sum(row["seconds"] + row["pause"] for row in rows)
    pauses = sum(row["pause"] for row in rows) + sum(take.pauses for take in takes if take)
    told = (note for take in takes if take for note in take.notes)
    said = [*script.article.notes, *script.notes, *notes, *told]
    return {
        **_about(script, voice, 1, seconds=seconds, pauses=pauses, notes=said),
        "id": identity,
        "complete": complete,
        "audio": audio,
        "live": live,
        "measured": complete and all(take.measured for take in takes if take),
        "sentences": rows,
    }


def player_of(narration: Narration, identity: str) -> dict[str, Any]:
    """The data of a whole narration, for a page that carries its sound."""
    takes = [Take.of(clip) for clip in narration.clips]
    return player(narration.script, narration.voice, takes, identity=identity, notes=narration.notes)


class Json:
    """The player's data as a file, with all times as heard at the speed asked for."""

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"

    def export(self, narration: Narration, speed: float) -> bytes:
        """UTF-8 JSON; `seconds` and `words_per_minute` are those at `speed`, which is stated."""
        times = heard(narration, speed)
        script = narration.script
        notes = [*script.article.notes, *script.notes, *narration.notes]
        notes += (note for clip in narration.clips for note in clip.notes)
        data = {
            **_about(
                script,
                narration.voice,
                speed,
                seconds=times.seconds,
                pauses=_pauses(narration, speed),
                notes=notes,
            ),
            "audio": None,
            "measured": all(clip.measured for clip in narration.clips),
            "sentences": _sentences(narration, times),
        }
        return json.dumps(data, ensure_ascii=False).encode()


def _pauses(narration: Narration, speed: float) -> float:
    """Seconds of known pauses as heard."""
    rate = narration.sample_rate
    laid = sum(pause_frames(sentence.pause, rate) for sentence in narration.script.sentences) / rate
    return (laid + sum(Take.of(clip).pauses for clip in narration.clips)) / speed


def _about(
    script: Script, voice: VoiceInfo, speed: float, *, seconds: float, pauses: float, notes: Iterable[str]
) -> dict[str, Any]:
    """The head that both shapes share.

    pauses   seconds of `seconds` that are known pauses; syllables over the rest are a second's
    notes    what was done differently than asked, each thing once
    """
    article = script.article
    return {
        "format": FORMAT,
        "type": "Player",
        "title": article.title,
        "language": script.language,
        "url": article.url,
        "publisher": article.publisher,
        "voice": {
            "name": voice.name,
            "label": voice.label,
            "language": voice.language,
            "natural": voice.natural,
        },
        "speed": speed,
        "seconds": round(seconds, 4),
        "pause_seconds": round(pauses, 4),
        "said_words": script.said_words,
        "shown_words": script.shown_words,
        "syllables": syllables_in(script),
        "words_per_minute": round(60 * script.said_words / seconds, 1) if seconds else 0.0,
        "minutes_to_read": article.minutes_to_read,
        "seconds_to_read": round(seconds_to_read(article.read_text, article.language), 1),
        "claimed_reading_time": article.claim("reading time"),
        "silent": [{"block": item.block, "part": item.part, "why": item.why} for item in script.silent],
        "notes": list(dict.fromkeys(notes)),
    }


class _Places:
    """UTF-16 offsets of words in their blocks."""

    def __init__(self, script: Script) -> None:
        self._article = script.article
        self._tables: dict[int | None, Utf16] = {}

    def of(self, sentence: Sentence) -> list[tuple[int, int]]:
        """(start, end) of each word."""
        block = sentence.block
        if block not in self._tables:
            self._tables[block] = Utf16(self._article.block_text(block))
        table = self._tables[block]
        return [(table.out(word.start), table.out(word.end)) for word in sentence.words]


def _rows(script: Script, takes: Sequence[Take | None], pace: float) -> list[_Row]:
    """One row a sentence, with times from its own start."""
    places = _Places(script)
    rate = next((take.sample_rate for take in takes if take), None)
    rows = []
    for sentence, take in zip(script.sentences, takes, strict=True):
        times = take.word_times if take else [[0.0, 0.0]] * len(sentence.words)
        pause = pause_frames(sentence.pause, rate) / rate if rate else sentence.pause
        rows.append(
            {
                "block": sentence.block,
                "role": sentence.role,
                "said": sentence.said,
                "pause": round(pause, 6),
                "seconds": take.seconds if take else round(pace * len(sentence.said), 3),
                "made": take is not None,
                "words": [
                    [*place, start, end]
                    for place, (start, end) in zip(places.of(sentence), times, strict=True)
                ],
            }
        )
    return rows


def _sentences(narration: Narration, times: Timeline) -> list[_Row]:
    """One row a sentence, with times from the start of the sound."""
    places = _Places(narration.script)
    return [
        {
            "block": sentence.block,
            "role": sentence.role,
            "start": _seconds(span[0], times),
            "end": _seconds(span[1], times),
            "said": sentence.said,
            "words": _words(places.of(sentence), spans, times),
        }
        for sentence, span, spans in zip(
            narration.script.sentences, times.sentences, times.words, strict=True
        )
    ]


def _words(
    places: list[tuple[int, int]], spans: tuple[Span, ...], times: Timeline
) -> list[list[int | float]]:
    return [
        [*place, _seconds(start, times), _seconds(end, times)]
        for place, (start, end) in zip(places, spans, strict=True)
    ]


def _seconds(frame: int, times: Timeline) -> float:
    """To 0.1 ms: finer than a frame of the screen by a hundred times, and short in the file."""
    return round(frame / times.sample_rate, 4)
