"""The Python stretcher makes what stretch_vectors.json says; tests/web/test_fast_speech.py asks the page."""

from __future__ import annotations

import json

import pytest
from tests.rooms.audio.stretch_vectors import FILE, made, periods, sound

VECTORS = json.loads(FILE.read_text("utf-8"))
RATE = VECTORS["sample_rate"]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(case["name"]))
def test_every_implementation_makes_the_same_joins(case: dict) -> None:  # type: ignore[type-arg]
    samples = sound(case["sound"], RATE)
    assert periods(samples, RATE) == case["periods"]
    for expected in case["stretched"]:
        found = made(samples, RATE, expected["speed"])
        assert found["frames"] == expected["frames"]
        assert found["joins"] == expected["joins"]
        # Samples are rounded differently in the last bit; a sum may then fall to the other side of a half.
        assert found["sums"] == pytest.approx(expected["sums"], abs=1)
