"""A line: one run of visible text of the page, the unit that is judged.

Every visible character of a page lies in exactly one line, so that each ends up shown or left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from oyez.model.article import Block, Mark

__all__ = ["Judged", "Line", "LineKind", "Zone", "where_of"]

LineKind = Literal["text", "heading", "item", "quote", "caption", "credit", "block"]


@dataclass(frozen=True, slots=True)
class Zone:
    """A box of the page that is furniture as a whole: why, and what of its markup says so."""

    why: str
    evidence: str


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Visible text with what the page's structure says of it.

    kind        what the markup calls it; "block" carries a ready `block` (a table, code, a figure)
    role        what its element's names call it ("byline", "standfirst" ...), or None
    element     the lxml element it stands in; None in plain text
    where       evidence in words: "<p class=intro>", "line 12"
    link_share  share of its characters inside links, 0 to 1
    """

    text: str
    kind: LineKind = "text"
    role: str | None = None
    marks: tuple[Mark, ...] = ()
    level: int = 0
    number: int | None = None
    block: Block | None = None
    element: Any = None
    where: str = ""
    zone: Zone | None = None
    link_share: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A line and what becomes of it: the title, a block to show, or the reason why it is left out."""

    line: Line
    block: Block | None = None
    why: str | None = None
    evidence: str = ""
    is_title: bool = False


def where_of(element: Any) -> str:
    """An element as evidence: its tag and the first of its names."""
    names = (element.get("class") or element.get("id") or "").split(maxsplit=1)
    return f"<{element.tag} {names[0][:40]}>" if names else f"<{element.tag}>"
