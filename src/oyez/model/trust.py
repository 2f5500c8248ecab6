"""Who published a page, and on what grounds to trust it: facts with their evidence, never a score."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Fact", "Trust"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the page says or shows, and where on the page it was found.

    `what` is a term of our own list ("publisher", "principles", "corrections", "reading time" ...);
    `where` names the evidence ("JSON-LD publisher.name", "line 'Why you can trust ...'").
    """

    what: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Trust:
    """Three lists: what the page states of itself, what was found, what was looked for and not found."""

    stated: tuple[Fact, ...] = ()
    found: tuple[Fact, ...] = ()
    not_found: tuple[str, ...] = ()
