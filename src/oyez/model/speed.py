"""A speed as a listener asks for it: a multiplier, a rate in words or syllables, or a time to fit into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from oyez.errors import InvalidSpeed

__all__ = ["FASTEST", "MARKS", "NATURAL", "SLOWEST", "Speed", "parse_speed"]

SLOWEST, FASTEST = 0.5, 4.0  # multipliers; beyond them speech falls apart
MARKS = {"slow": 150.0, "average": 250.0, "fast": 400.0}  # words a minute as said, pauses included

_FORMS = re.compile(
    r"(?P<times>\d+(?:\.\d+)?)\s*[x×]?"
    r"|(?P<wpm>\d+(?:\.\d+)?)\s*wpm"
    r"|(?P<sps>\d+(?:\.\d+)?)\s*sps"
    r"|(?P<mark>slow|average|fast)"
    r"|fit[:\s]\s*(?:(?P<minutes>\d+(?:\.\d+)?)\s*m(?:in)?)?\s*(?:(?P<seconds>\d+(?:\.\d+)?)\s*s)?",
    re.IGNORECASE,
)
_HINT = (
    f"give a multiplier from {SLOWEST}x to {FASTEST:g}x, a rate such as 250wpm or 5.5sps (syllables a "
    "second), a time such as fit:5m, or slow, average or fast"
)


@dataclass(frozen=True, slots=True)
class Speed:
    """What was asked for: `amount` times, words a minute, syllables a second, or seconds, by `kind`."""

    kind: Literal["times", "wpm", "sps", "fit"]
    amount: float

    def __str__(self) -> str:
        return {"times": "{:g}x", "wpm": "{:g}wpm", "sps": "{:g}sps", "fit": "fit:{:g}s"}[self.kind].format(
            self.amount
        )


NATURAL = Speed("times", 1.0)


def parse_speed(asked: str | float | Speed) -> Speed:
    """Read "1.25x", "250wpm", "5.5sps", "fit:5m", "fit 90s", "average" or a plain number (a multiplier).

    >>> parse_speed("250 WPM"), parse_speed(1.25), parse_speed("fit:1m30s").amount
    (Speed(kind='wpm', amount=250.0), Speed(kind='times', amount=1.25), 90.0)
    """
    if isinstance(asked, Speed):
        return asked
    text = f"{asked:g}" if isinstance(asked, (int, float)) else asked.strip()
    match = _FORMS.fullmatch(text)
    if not match:
        raise InvalidSpeed(f"{text!r} is not a speed", _HINT)
    if match["times"]:
        speed = Speed("times", float(match["times"]))
        if not SLOWEST <= speed.amount <= FASTEST:
            meant = f"did you mean {text}wpm? " if speed.amount >= 60 and text[-1].isdigit() else ""
            raise InvalidSpeed(f"{text} is out of range", meant + _HINT)
        return speed
    if match["mark"]:
        return Speed("wpm", MARKS[match["mark"].lower()])
    if match["wpm"]:
        speed = Speed("wpm", float(match["wpm"]))
    elif match["sps"]:
        speed = Speed("sps", float(match["sps"]))
    else:
        speed = Speed("fit", 60 * float(match["minutes"] or 0) + float(match["seconds"] or 0))
    if speed.amount <= 0:
        raise InvalidSpeed(f"{text} is out of range", _HINT)
    return speed
