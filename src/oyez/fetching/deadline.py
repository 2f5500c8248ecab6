"""One point in time by which everything must be done: look-up, connection, every read, unpacking."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from oyez.errors import TimedOut

__all__ = ["Deadline"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """`ends` on a clock that never goes back; `seconds` is the whole time that was given."""

    ends: float
    seconds: float
    clock: Callable[[], float] = time.monotonic

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float] = time.monotonic) -> Deadline:
        """The deadline that lies `seconds` ahead."""
        return cls(clock() + seconds, seconds, clock)

    def remaining(self) -> float:
        """Seconds left, always more than 0; TimedOut when there are none."""
        left = self.ends - self.clock()
        if left <= 0:
            raise self.missed()
        return left

    def missed(self) -> TimedOut:
        """The error that says so."""
        return TimedOut(
            f"the page did not come within {self.seconds:g} seconds",
            "try again later, or save the page in your browser and give the file",
        )
