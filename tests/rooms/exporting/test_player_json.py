"""The player's data: places on the page as browsers count, times that agree with captions and sound."""

from __future__ import annotations

import json

import pytest

from oyez.exporting.cues import cues
from oyez.exporting.heard import heard
from oyez.exporting.player_json import Json, player
from oyez.model.narration import Narration


def utf16(text: str, start: int, end: int) -> str:
    """What a browser's substring(start, end) gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def test_what_it_says_of_the_whole(narration: Narration) -> None:
    data = player(narration, "/sound.mp3", "audio/mpeg")
    sentences = data.pop("sentences")
    assert len(sentences) == 5
    assert data == {
        "format": 1,
        "type": "Player",
        "title": "Rain 😀 falls at last",
        "language": "en-GB",
        "url": "https://news.example/rain",
        "publisher": "The Harbour Post",
        "voice": {"name": "silent:test", "label": "Test voice", "language": "en-GB", "natural": False},
        "speed": 1,
        "seconds": round(narration.seconds, 4),
        "said_words": narration.script.said_words,
        "shown_words": narration.script.shown_words,
        "words_per_minute": round(narration.words_per_minute, 1),
        "minutes_to_read": 1,
        "seconds_to_read": pytest.approx(60 * 43 / 238, abs=1),
        "claimed_reading_time": "3 minutes",
        "audio": {"src": "/sound.mp3", "type": "audio/mpeg"},
        "measured": True,
        "silent": [{"block": 3, "part": "text", "why": "repeats the body"}],
        "notes": [
            "a note of the reader",
            "a note of the script",
            "one word was spelled out",
            "a note of the voice",
        ],
    }


def test_offsets_are_utf_16(narration: Narration) -> None:
    data = player(narration)
    title = data["sentences"][0]
    assert [utf16(data["title"], start, end) for start, end, *_ in title["words"]] == data["title"].split()
    assert title["words"][2][0] == 8  # the emoji takes two units
    announcement = data["sentences"][4]["words"][0]
    assert announcement[:2] == [0, 0]


def test_no_sound_file_no_audio(narration: Narration) -> None:
    assert player(narration)["audio"] is None


@pytest.mark.parametrize("speed", [0.5, 1.0, 1.25, 2.0, 4.0])
def test_player_captions_and_timeline_agree(narration: Narration, speed: float) -> None:
    data = json.loads(Json().export(narration, speed))
    times = heard(narration, speed)
    assert data["speed"] == speed
    assert data["seconds"] == pytest.approx(narration.seconds / speed, abs=0.02)
    found = [(start, end) for sentence in data["sentences"] for *_, start, end in sentence["words"]]
    expected = [span for row in times.words for span in row]
    for (start, end), (first, last) in zip(found, expected, strict=True):
        assert start == pytest.approx(first / times.sample_rate, abs=1e-4)
        assert end == pytest.approx(last / times.sample_rate, abs=1e-4)
    shown = [
        start for sentence in data["sentences"] for first, last, start, _ in sentence["words"] if first < last
    ]
    captions = [word.start / 1000 for cue in cues(narration, speed) for line in cue.lines for word in line]
    assert captions == pytest.approx(shown, abs=0.00061)


def test_at_natural_speed_the_file_is_the_players_data(narration: Narration) -> None:
    assert json.loads(Json().export(narration, 1)) == player(narration)
