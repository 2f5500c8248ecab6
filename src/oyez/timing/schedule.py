"""How fast each part of a sound is to run: rates that may differ by pause, by word and by block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from oyez.errors import InvalidSpeed
from oyez.model.speed import FASTEST, SLOWEST

__all__ = ["Schedule"]

_NEVER = 1 << 62  # frames: the last rate has no end


@dataclass(frozen=True, slots=True)
class Schedule:
    """`rates[n]` holds from frame `starts[n]` on; the first starts at 0, the last never ends.

    rates    0.5 to 4, InvalidSpeed otherwise
    starts   natural frames, rising

    >>> half = Schedule((1.0, 2.0), (0, 100))
    >>> half.due(50), half.due(200), half.rate_at(99)
    (50.0, 150.0, 1.0)
    """

    rates: tuple[float, ...]
    starts: tuple[int, ...] = (0,)
    _dues: tuple[float, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for rate in self.rates:
            if not SLOWEST <= rate <= FASTEST:
                raise InvalidSpeed(f"{rate:g}x is out of range", f"give {SLOWEST}x to {FASTEST:g}x")
        rising = all(before < after for before, after in pairwise(self.starts))
        if len(self.rates) != len(self.starts) or not self.starts or self.starts[0] or not rising:
            raise ValueError("a schedule needs a start for each rate, from 0 on and rising")
        lengths = (
            (end - start) / rate
            for rate, (start, end) in zip(self.rates, pairwise(self.starts), strict=False)
        )
        object.__setattr__(self, "_dues", tuple(accumulate(lengths, initial=0.0)))

    @classmethod
    def within(cls, spans: Iterable[tuple[int, int]], rate: float, elsewhere: float) -> Schedule:
        """`rate` in the (start, end) spans, which rise and do not overlap; another one everywhere else.

        >>> Schedule.within([(0, 10), (40, 50)], 2, 1).starts
        (0, 10, 40, 50)
        """
        rates, starts = [float(elsewhere)], [0]
        for start, end in spans:
            if start == starts[-1]:
                del rates[-1], starts[-1]
            rates += [float(rate), float(elsewhere)]
            starts += [start, end]
        return cls(tuple(rates), tuple(starts))

    @property
    def constant(self) -> float | None:
        """The one rate of all; None where they differ."""
        return self.rates[0] if len(set(self.rates)) == 1 else None

    def rate_at(self, frame: int) -> float:
        """The rate that holds at a natural frame."""
        return self.rates[bisect_right(self.starts, frame) - 1]

    def end_at(self, frame: int) -> int:
        """The natural frame at which the rate that holds at `frame` ends."""
        following = bisect_right(self.starts, frame)
        return self.starts[following] if following < len(self.starts) else _NEVER

    def due(self, frame: int) -> float:
        """Where a natural frame is to be heard, in frames."""
        last = bisect_right(self.starts, frame) - 1
        return self._dues[last] + (frame - self.starts[last]) / self.rates[last]
