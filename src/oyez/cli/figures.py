"""Figures and lists as people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oyez.timing.figures import Figures

__all__ = ["clock", "counted", "pace_line", "saved_line", "some"]


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


def pace_line(figures: Figures) -> str:
    """The other figures of a speed, each by its name."""
    return (
        f"{figures.shown_words_per_minute:.0f} words a minute as shown; "
        f"{figures.articulation_rate:.0f} as said without pauses, "
        f"{figures.syllables_per_second:.1f} syllables a second; "
        f"{100 * figures.pause_share:.0f}% of the time is pauses"
    )


def saved_line(figures: Figures) -> str:
    """The time saved: against the voice's natural speed, and against reading in silence."""
    natural, reading = figures.natural_seconds, figures.seconds_to_read
    saved = round(figures.saved)
    against = f"{clock(abs(saved))} {'less' if saved > 0 else 'more'} than" if saved else "as long as"
    parts = [f"{against} at natural speed ({clock(natural)})"]
    if reading:
        beyond = round(figures.seconds - reading)
        how = f"{clock(abs(beyond))} {'more' if beyond > 0 else 'less'} than" if beyond else "as long as"
        parts.append(f"{how} the whole article read in silence ({clock(reading)})")
    return "; ".join(parts)
