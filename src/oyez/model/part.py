"""One of several articles that a file holds: an item of a feed, a chapter of a book."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

__all__ = ["Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """`number` counts from 1: of a feed's items from the newest on, of a book's chapters in their order."""

    number: int
    title: str
    url: str | None = None
    published: datetime | date | None = None
