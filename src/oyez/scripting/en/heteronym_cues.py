"""Cues: single words and kinds of words near a heteronym that speak for one of its readings.

    <word:2     the word right before it       >word:2   the word right behind it
    <<word:2    the word before that           >>word:2  the word behind that
    ~word:2     anywhere near in its sentence
    <@D:2 >@N:2 the kind of the word before or behind (`heteronym_neighbours`)
    @cap:2      how it is written: "cap" a capital inside the sentence, "start" a capital at its start, "low"

A weight above 0 speaks for the second reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from oyez.scripting.en.heteronym_place import Place

__all__ = ["NO_CUES", "Cues", "parse_cues"]


@dataclass(frozen=True, slots=True)
class Cues:
    """Weights by where the word stands that gives the cue."""

    beside: Mapping[str, float]
    near: Mapping[str, float]

    def score(self, place: Place) -> float:
        """The sum of the cues that hold."""
        score = 0.0
        if self.beside:
            for key in _keys(place):
                score += self.beside.get(key, 0.0)
        if self.near:
            for word in place.near():
                score += self.near.get(word, 0.0)
        return score


NO_CUES = Cues({}, {})


def _keys(place: Place) -> tuple[str, ...]:
    return (
        f"<{place.before[0]}",
        f"<<{place.before[1]}",
        f">{place.after[0]}",
        f">>{place.after[1]}",
        f"<@{place.kinds_before[0]}",
        f">@{place.kinds_after[0]}",
        f"@{place.case}",
    )


def parse_cues(parts: Sequence[str]) -> Cues:
    """Cues from their written form.

    >>> parse_cues(["<the:-1", "~boat:2"])
    Cues(beside={'<the': -1.0}, near={'boat': 2.0})
    """
    beside: dict[str, float] = {}
    near: dict[str, float] = {}
    for part in parts:
        name, weight = part.rsplit(":", 1)
        if name.startswith("~"):
            near[name[1:]] = float(weight)
        else:
            beside[name] = float(weight)
    return Cues(beside, near) if parts else NO_CUES
