"""Speeds as listeners ask for them."""

from __future__ import annotations

import pytest

from oyez.errors import InvalidSpeed
from oyez.model.speed import parse_speed


@pytest.mark.parametrize(
    ("asked", "multiplier"),
    [
        ("1.25x", 1.25),
        ("2", 2.0),
        (0.5, 0.5),
        ("400wpm", 2.0),
        ("250 WPM", 1.25),
        ("fit:5m", 1.0),
        ("fit 150s", 2.0),
    ],
)
def test_all_forms_come_to_a_multiplier(asked: str | float, multiplier: float) -> None:
    assert parse_speed(asked).multiplier(natural_wpm=200, natural_seconds=300) == pytest.approx(multiplier)


@pytest.mark.parametrize(
    "asked", ["0x", "-1x", "5x", "0.4", "fast", "", "fit", "fit:", "fit:0s", "0wpm", "1.2.3"]
)
def test_nonsense_is_refused_with_the_range(asked: str) -> None:
    with pytest.raises(InvalidSpeed, match=r"0\.5x to 4x"):
        parse_speed(asked)


@pytest.mark.parametrize("asked", ["1000wpm", "50wpm", "fit:1s", "fit:20m"])
def test_what_this_narration_cannot_do_says_what_it_can(asked: str) -> None:
    with pytest.raises(InvalidSpeed, match="100 to 800 words a minute"):
        parse_speed(asked).multiplier(natural_wpm=200, natural_seconds=300)
