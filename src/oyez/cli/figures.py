"""Figures and lists as people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

__all__ = ["clock", "counted", "some"]


def clock(seconds: float) -> str:
    """Minutes and seconds, hours where there are any.

    >>> clock(73.4), clock(3725)
    ('1:13', '1:02:05')
    """
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def counted(kinds: Iterable[str]) -> str:
    """How many of each kind, the most frequent first.

    >>> counted(["advertisement", "player", "advertisement"])
    '2 advertisement, 1 player'
    """
    return ", ".join(f"{count} {kind}" for kind, count in Counter(kinds).most_common())


def some(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> some(1, "photo"), some(2, "photo"), some(0, "caption")
    ('1 photo', '2 photos', '0 captions')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
