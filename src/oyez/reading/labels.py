"""Lines that are furniture by their own words ("Advertisement"); the words are in labels.toml.

A label is a whole line, never a word inside a sentence.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Label", "is_part_of_player", "label_of"]

_LONGEST = 200  # characters; a longer line is text, whatever it starts with


@dataclass(frozen=True, slots=True)
class Label:
    """Why a line is furniture; `value` is what it claims (minutes, a publisher), if anything.

    `evidence` is empty where the line's own words say so.
    """

    why: str
    value: str = ""
    evidence: str = ""


def label_of(text: str) -> Label | None:
    """The furniture that a whole line is by its words alone, or None.

    >>> label_of("Reading Time:3 minutes"), label_of("Advertisement drives sales.") is None
    (Label(why='reading time', value='3', evidence=''), True)
    """
    if len(text) > _LONGEST:
        return None
    for why, pattern in _patterns()[0]:
        match = pattern.fullmatch(text)
        if match:
            return Label(why, next((group for group in match.groups() if group), ""))
    return None


def is_part_of_player(text: str) -> bool:
    """True for labels that are a player's only beside another player label.

    >>> is_part_of_player("1.25x"), is_part_of_player("Fast"), is_part_of_player("Fast food")
    (True, True, False)
    """
    return len(text) <= _LONGEST and _patterns()[1].fullmatch(text) is not None


@cache
def _patterns() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], re.Pattern[str]]:
    data = tomllib.loads(files("oyez.reading").joinpath("labels.toml").read_text("utf-8"))
    beside = _whole_line(data.pop("beside")["player"])
    return tuple((why, _whole_line(lines)) for why, lines in data.items()), beside


def _whole_line(alternatives: list[str]) -> re.Pattern[str]:
    return re.compile(r"\W*(?:" + "|".join(alternatives) + r")\W*", re.IGNORECASE | re.DOTALL)
