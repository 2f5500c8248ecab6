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


def over_http(voice: str) -> float:
    """Milliseconds, the median: POST of the narration, GET of its stream, first media data there."""
    took = []
    with served() as stage:
        for _ in range(_RUNS + 1):
            url, _ = stage.new_article(_WORDS)
            took.append(_first_sound(url, voice))
    return 1000 * statistics.median(took[1:])


def _first_sound(page: str, voice: str) -> float:
    door = urljoin(page, f"/api/articles/{page.rstrip('/').rpartition('/')[2]}/narrations")
    asked = urllib.request.Request(
        door, json.dumps({"voice": voice}).encode(), {"Content-Type": "application/json"}
    )
    began = time.perf_counter()
    with urllib.request.urlopen(asked) as answer:
        live = json.load(answer)["live"]
    with urllib.request.urlopen(urljoin(page, live["stream"])) as sound:
        _await_media(sound)
    return time.perf_counter() - began


def _await_media(stream: IO[bytes]) -> None:
    """Read fragmented MP4 up to the first box of media data, and that whole."""
    while (head := stream.read(8))[4:] != b"mdat":
        stream.read(int.from_bytes(head[:4], "big") - 8)
    stream.read(int.from_bytes(head[:4], "big") - 8)
