"""Offsets at the JSON border: code points inside, UTF-16 units outside, because browsers count so."""

from __future__ import annotations

from itertools import accumulate

__all__ = ["Utf16"]

_LAST_SINGLE = "\uffff"  # code points above it take two UTF-16 units


class Utf16:
    """Translate offsets of one text both ways.

    >>> offsets = Utf16("a😀b")
    >>> [offsets.out(i) for i in range(4)], offsets.back(3)
    ([0, 1, 3, 4], 2)
    """

    def __init__(self, text: str) -> None:
        self._out: list[int] | None = None
        if text and max(text) > _LAST_SINGLE:
            widths = (2 if char > _LAST_SINGLE else 1 for char in text)
            self._out = list(accumulate(widths, initial=0))
            self._back = {unit: point for point, unit in enumerate(self._out)}

    def out(self, point: int) -> int:
        """A code point offset as UTF-16 units."""
        return point if self._out is None else self._out[point]

    def back(self, unit: int) -> int:
        """A UTF-16 offset as code points; KeyError inside a surrogate pair."""
        return unit if self._out is None else self._back[unit]
