"""One measured figure beside its goal and its peer's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["Figure"]


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` against `goal` (at most, unless `at_least`); `peer` is the peer's value in the same run."""

    value: float
    goal: float | None = None
    peer: float | None = None
    unit: str = ""
    at_least: bool = False

    @property
    def ok(self) -> bool | None:
        """True where the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def plain(self) -> dict[str, Any]:
        """For JSON, rounded to what the measurement is worth."""
        return {
            "value": round(self.value, 3),
            "goal": self.goal,
            "peer": None if self.peer is None else round(self.peer, 3),
            "ok": self.ok,
        }

    def __str__(self) -> str:
        goal = "" if self.goal is None else f"  goal {'>=' if self.at_least else '<='} {self.goal:g}"
        peer = "" if self.peer is None else f"  peer {self.peer:.3g}"
        mark = {True: "  ok", False: "  MISSED", None: ""}[self.ok]
        return f"{self.value:.3g} {self.unit}{goal}{peer}{mark}"
