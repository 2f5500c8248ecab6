"""What a player needs to know: every sentence and word with its place on the page and its time.

Offsets are UTF-16 units of the block's text, because browsers count so; times are seconds.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from oyez.exporting.heard import heard
from oyez.model.json import FORMAT
from oyez.model.narration import Narration
from oyez.model.offsets import Utf16
from oyez.model.readingtime import seconds_to_read
from oyez.model.script import Sentence
from oyez.timing.timeline import Span, Timeline

__all__ = ["Json", "player"]


def player(
    narration: Narration, audio_url: str | None = None, audio_type: str | None = None
) -> dict[str, Any]:
    """The player's data at natural speed: players apply the speed themselves.

    `audio_url` and `audio_type` (a media type) name the sound file at natural speed, if there is one.
    """
    audio = {"src": audio_url, "type": audio_type} if audio_url else None
    return _data(narration, heard(narration, 1), 1, audio)


class Json:
    """The player's data as a file, with all times as heard at the speed asked for."""

    suffix: ClassVar[str] = ".json"
    media_type: ClassVar[str] = "application/json"

    def export(self, narration: Narration, speed: float) -> bytes:
        """UTF-8 JSON; `seconds` and `words_per_minute` are those at `speed`, which is stated."""
        data = _data(narration, heard(narration, speed), speed, None)
        return json.dumps(data, ensure_ascii=False).encode()


def _data(
    narration: Narration, times: Timeline, speed: float, audio: dict[str, Any] | None
) -> dict[str, Any]:
    script, voice = narration.script, narration.voice
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
        "seconds": _seconds(times.frames, times),
        "said_words": script.said_words,
        "shown_words": script.shown_words,
        "words_per_minute": round(60 * script.said_words / times.seconds, 1) if times.frames else 0.0,
        "minutes_to_read": article.minutes_to_read,
        "seconds_to_read": round(seconds_to_read(article.read_text, article.language), 1),
        "claimed_reading_time": article.claim("reading time"),
        "audio": audio,
        "measured": all(clip.measured for clip in narration.clips),
        "sentences": _sentences(narration, times),
        "silent": [{"block": item.block, "part": item.part, "why": item.why} for item in script.silent],
        "notes": _notes(narration),
    }


def _sentences(narration: Narration, times: Timeline) -> list[dict[str, Any]]:
    article = narration.script.article
    offsets: dict[int | None, Utf16] = {}
    rows = []
    for sentence, span, spans in zip(narration.script.sentences, times.sentences, times.words, strict=True):
        if sentence.block not in offsets:
            offsets[sentence.block] = Utf16(article.block_text(sentence.block))
        rows.append(
            {
                "block": sentence.block,
                "role": sentence.role,
                "start": _seconds(span[0], times),
                "end": _seconds(span[1], times),
                "said": sentence.said,
                "words": _words(sentence, spans, offsets[sentence.block], times),
            }
        )
    return rows


def _words(
    sentence: Sentence, spans: tuple[Span, ...], offsets: Utf16, times: Timeline
) -> list[list[int | float]]:
    return [
        [offsets.out(word.start), offsets.out(word.end), _seconds(start, times), _seconds(end, times)]
        for word, (start, end) in zip(sentence.words, spans, strict=True)
    ]


def _notes(narration: Narration) -> list[str]:
    """What was done differently than asked, by any stage, each thing once."""
    script = narration.script
    notes = [*script.article.notes, *script.notes, *narration.notes]
    notes += (note for clip in narration.clips for note in clip.notes)
    return list(dict.fromkeys(notes))


def _seconds(frame: int, times: Timeline) -> float:
    """To 0.1 ms: finer than a frame of the screen by a hundred times, and short in the file."""
    return round(frame / times.sample_rate, 4)
