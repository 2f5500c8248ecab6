"""What is kept in memory while it fits; what was used longest ago goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

__all__ = ["Bounded"]

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Bounded(Generic[_Key, _Value]):
    """Values by key, together no heavier than `limit`. Safe to use from many threads.

    `weigh` is a value's share of the limit: its bytes, or 1 where they are counted. The newest value stays
    however heavy it is.
    """

    def __init__(self, limit: int, weigh: Callable[[_Value], int] = lambda _: 1) -> None:
        self._limit = limit
        self._weigh = weigh
        self._weight = 0
        self._lock = threading.Lock()
        self._values: OrderedDict[_Key, _Value] = OrderedDict()
        self._turns: dict[_Key, threading.Lock] = {}

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: _Key) -> _Value | None:
        """The value under `key`, used now; None where it is not kept."""
        with self._lock:
            value = self._values.get(key)
            if value is not None:
                self._values.move_to_end(key)
            return value

    def keep(self, key: _Key, value: _Value) -> None:
        """Keep a value, and let go of others until all fit."""
        with self._lock:
            self._drop(key)
            self._values[key] = value
            self._weight += self._weigh(value)
            while len(self._values) > 1 and self._weight > self._limit:
                self._drop(next(iter(self._values)))

    def once(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """The value under `key`, made now where it is not kept; whoever asks meanwhile waits for it.

        Those who want other keys do not wait. Raises what `make` raises; the next in turn tries again.
        """
        kept = self.get(key)
        if kept is not None:
            return kept
        with self._lock:
            turn = self._turns.setdefault(key, threading.Lock())
        with turn:
            made = self.get(key)
            if made is None:
                try:
                    made = make()
                    self.keep(key, made)
                finally:
                    with self._lock:
                        self._turns.pop(key, None)
            return made

    def _drop(self, key: _Key) -> None:
        value = self._values.pop(key, None)
        if value is not None:
            self._weight -= self._weigh(value)
