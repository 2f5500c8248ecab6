"""The map kept while sound is stretched: natural frame -> frame of the stretched sound.

Dividing times by the speed is not enough: stretching skips and repeats whole pitch periods, so sound
moves in steps. The knots record where each step really went.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from oyez.timing.timeline import Timeline

__all__ = ["TimeMap"]

Knot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TimeMap:
    """A piecewise-linear map between knots; neither side ever falls.

    inputs, outputs   the knots in frames, both starting at 0, of equal length

    >>> TimeMap((0, 100, 200), (0, 50, 150)).at(150)
    100.0
    """

    inputs: tuple[int, ...]
    outputs: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.inputs) != len(self.outputs) or not self.inputs or self.inputs[0] or self.outputs[0]:
            raise ValueError("a time map needs as many inputs as outputs, both from 0")
        for side in (self.inputs, self.outputs):
            if any(after < before for before, after in pairwise(side)):
                raise ValueError("the knots of a time map must not fall")

    @classmethod
    def through(cls, knots: Iterable[Knot]) -> TimeMap:
        """The map through (input, output) knots, of which the first is (0, 0)."""
        inputs, outputs = zip(*knots, strict=True)
        return cls(inputs, outputs)

    @classmethod
    def joined(cls, parts: Iterable[TimeMap]) -> TimeMap:
        """One map for sounds that follow each other: how clips' maps become the narration's."""
        inputs, outputs = [0], [0]
        for part in parts:
            into, out = inputs[-1], outputs[-1]
            inputs.extend(into + frame for frame in part.inputs[1:])
            outputs.extend(out + frame for frame in part.outputs[1:])
        return cls(tuple(inputs), tuple(outputs))

    @property
    def frames(self) -> int:
        """Length of the stretched sound."""
        return self.outputs[-1]

    def at(self, frame: float) -> float:
        """Where a natural frame is heard; frames outside the sound are held at its ends."""
        if frame >= self.inputs[-1]:
            return float(self.outputs[-1])
        if frame <= 0:
            return 0.0
        knot = bisect_right(self.inputs, frame)
        before, after = self.inputs[knot - 1], self.inputs[knot]
        low, high = self.outputs[knot - 1], self.outputs[knot]
        return low + (high - low) * (frame - before) / (after - before)

    def timeline(self, natural: Timeline) -> Timeline:
        """All times of a natural timeline as they are heard, in whole frames."""

        def heard(span: tuple[int, int]) -> tuple[int, int]:
            return round(self.at(span[0])), round(self.at(span[1]))

        return Timeline(
            natural.sample_rate,
            self.frames,
            tuple(heard(span) for span in natural.sentences),
            tuple(tuple(heard(span) for span in spans) for spans in natural.words),
        )
