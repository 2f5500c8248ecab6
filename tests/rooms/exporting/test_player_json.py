"""The player's data: places on the page as browsers count, times that agree with captions and sound."""

from __future__ import annotations

import json
from typing import Any

import pytest

from oyez.exporting.cues import cues
from oyez.exporting.heard import heard
from oyez.exporting.player_json import Json, Take, player, player_of
from oyez.model.narration import Narration
from oyez.timing.tempo import tempo


def utf16(text: str, start: int, end: int) -> str:
    """What a browser's substring(start, end) gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


ABOUT = {
    "format": 1,
    "type": "Player",
    "title": "Rain 😀 falls at last",
    "language": "en-GB",
    "url": "https://news.example/rain",
    "publisher": "The Harbour Post",
    "voice": {"name": "silent:test", "label": "Test voice", "language": "en-GB", "natural": False},
    "speed": 1,
    "minutes_to_read": 1,
    "seconds_to_read": pytest.approx(60 * 43 / 238, abs=1),
    "claimed_reading_time": "3 minutes",
    "audio": None,
    "measured": True,
    "silent": [{"block": 3, "part": "text", "why": "repeats the body"}],
    "notes": [
        "a note of the reader",
        "a note of the script",
        "one word was spelled out",
        "a note of the voice",
    ],
}


def figures(narration: Narration) -> dict[str, Any]:
    """What is counted and measured of the whole."""
    return {
        "seconds": pytest.approx(narration.seconds, abs=1e-4),
        "said_words": narration.script.said_words,
        "shown_words": narration.script.shown_words,
        "syllables": tempo(narration).syllables,
        "pause_seconds": pytest.approx(tempo(narration).pauses, abs=1e-4),
        "words_per_minute": round(narration.words_per_minute, 1),
    }


def takes_of(narration: Narration) -> list[Take | None]:
    """All of them."""
    return [Take.of(clip) for clip in narration.clips]


def test_what_it_says_of_the_whole(narration: Narration) -> None:
    data = player_of(narration, "abc")
    assert len(data.pop("sentences")) == 5
    assert data == {**ABOUT, **figures(narration), "id": "abc", "complete": True, "live": None}


def test_what_the_file_says_of_the_whole(narration: Narration) -> None:
    data = json.loads(Json().export(narration, 1))
    assert len(data.pop("sentences")) == 5
    assert data == {**ABOUT, **figures(narration)}


def test_offsets_are_utf_16(narration: Narration) -> None:
    for data in (player_of(narration, "abc"), json.loads(Json().export(narration, 1))):
        title = data["sentences"][0]
        assert [utf16(data["title"], start, end) for start, end, *_ in title["words"]] == data[
            "title"
        ].split()
        assert title["words"][2][0] == 8  # the emoji takes two units
        announcement = data["sentences"][4]["words"][0]
        assert announcement[:2] == [0, 0]


def test_lengths_and_pauses_add_up_to_the_files_times(narration: Narration) -> None:
    at = 0.0
    rows = player_of(narration, "abc")["sentences"]
    for row, absolute in zip(rows, json.loads(Json().export(narration, 1))["sentences"], strict=True):
        assert at == pytest.approx(absolute["start"], abs=2e-4)
        assert at + row["seconds"] == pytest.approx(absolute["end"], abs=2e-4)
        for (*_, start, end), (*_, from_, to) in zip(row["words"], absolute["words"], strict=True):
            assert (at + start, at + end) == pytest.approx((from_, to), abs=2e-4)
        at += row["seconds"] + row["pause"]


def test_what_is_not_made_is_estimated_and_says_so(narration: Narration) -> None:
    takes = takes_of(narration)
    takes[2] = takes[4] = None
    live = {"events": "/events", "stream": "/stream", "type": "audio/mp4", "lead": 0}
    data = player(
        narration.script, narration.voice, takes, identity="abc", pace=0.1, live=live, notes=["no store"]
    )
    assert (data["complete"], data["measured"], data["audio"], data["live"]) == (False, False, None, live)
    assert "no store" in data["notes"]
    rows = data["sentences"]
    assert [row["made"] for row in rows] == [True, True, False, True, False]
    assert rows[2]["seconds"] == pytest.approx(0.1 * len(rows[2]["said"]), abs=1e-3)
    assert all(times == [0, 0] for *_, start, end in rows[2]["words"] for times in [[start, end]])
    assert data["seconds"] == pytest.approx(sum(row["seconds"] + row["pause"] for row in rows), abs=1e-3)


def test_nothing_made_yet(narration: Narration) -> None:
    data = player(narration.script, narration.voice, [None] * 5, identity="abc")
    assert [row["pause"] for row in data["sentences"]] == [one.pause for one in narration.script.sentences]
    assert data["seconds"] > 0


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
