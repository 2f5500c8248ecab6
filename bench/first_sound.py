"""How soon a text is heard over HTTP: from asking for its narration to the first sound that arrives."""

from __future__ import annotations

import json
import statistics
import time
import urllib.request
from typing import IO
from urllib.parse import urljoin

from bench.listening.stage import served

__all__ = ["over_http"]

_RUNS = 9
_WORDS = 120  # of each article; every one is new to the server


def over_http(voice: str) -> tuple[float, float]:
    """Milliseconds, medians: to plan the narration of a new article (POST), then to its first sound (GET)."""
    took = []
    with served() as stage:
        for _ in range(_RUNS + 1):
            url, _ = stage.new_article(_WORDS)
            took.append(_first_sound(url, voice))
    planned, streamed = zip(*took[1:], strict=True)
    return 1000 * statistics.median(planned), 1000 * statistics.median(streamed)


def _first_sound(page: str, voice: str) -> tuple[float, float]:
    door = urljoin(page, f"/api/articles/{page.rstrip('/').rpartition('/')[2]}/narrations")
    asked = urllib.request.Request(
        door, json.dumps({"voice": voice}).encode(), {"Content-Type": "application/json"}
    )
    began = time.perf_counter()
    with urllib.request.urlopen(asked) as answer:
        narration = json.load(answer)
    planned = time.perf_counter()
    with urllib.request.urlopen(urljoin(page, narration["live"]["stream"])) as sound:
        _await_media(sound)
        heard = time.perf_counter()
    _await_end(urljoin(page, f"/api/narrations/{narration['id']}"))
    return planned - began, heard - planned


def _await_end(narration: str) -> None:
    """Until it is complete, and its file made: the next one finds a server at rest."""
    complete = False
    while not complete:
        time.sleep(0.1)
        with urllib.request.urlopen(narration) as answer:
            complete = json.load(answer)["complete"]
    time.sleep(0.3)


def _await_media(stream: IO[bytes]) -> None:
    """Read fragmented MP4 up to the first box of media data, and that whole."""
    while (head := stream.read(8))[4:] != b"mdat":
        stream.read(int.from_bytes(head[:4], "big") - 8)
    stream.read(int.from_bytes(head[:4], "big") - 8)
