"""What holds for everything inside an element: the kind of its lines, the box of furniture around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from oyez.reading.line import LineKind, Zone
from oyez.reading.mass import Mass
from oyez.reading.zones import naming_of, role_of, zone_of

__all__ = ["Context", "Contexts"]

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_NEUTRAL = frozenset({"div", "section", "ul", "ol"})  # without names they say nothing of what they hold
_PICTURE = ("figcaption", "img")  # a button around them opens the picture, it is none itself


@dataclass(slots=True)
class Context:
    """What the elements that are open say of a line: see Line; `item` is the list item around it."""

    element: Any
    kind: LineKind = "text"
    role: str | None = None
    level: int = 0
    number: int | None = None
    item: Any = None
    zone: Zone | None = None
    in_figure: bool = False


class Contexts:
    """Makes the context inside an element from the one around it."""

    def __init__(self, mass: Mass) -> None:
        self._mass = mass
        self._numbers: dict[Any, int] = {}  # of the items of every ordered list that was met

    def inside(self, element: Any, outer: Context) -> Context:
        """What holds inside `element`, which stands where `outer` holds."""
        tag = element.tag
        if tag in _NEUTRAL and not element.keys():
            return Context(
                element, outer.kind, outer.role, outer.level, outer.number,
                outer.item, outer.zone, outer.in_figure,
            )  # fmt: skip
        naming = naming_of(element)
        role = role_of(naming)
        if not role or not (role == "footnote" or self._mass.is_one_part(element)):
            role = outer.role
        context = Context(element, outer.kind, role, outer.level, outer.number, outer.item, outer.zone)
        zone = zone_of(element, naming)
        in_picture = tag == "button" and any(element.find(f".//{part}") is not None for part in _PICTURE)
        if zone and not in_picture and not self._mass.holds_the_article(element, zone[0]):
            context.zone = Zone(*zone)
        if tag in _HEADINGS and outer.kind != "caption":
            context.kind, context.level = "heading", _HEADINGS[tag]
        elif tag == "li" and not self._mass.is_layout(element):
            context.kind, context.number, context.item = "item", self._number_of(element), element
            context.level = outer.level + 1 if outer.kind == "item" else 1
        elif tag == "blockquote":
            context.kind = "quote"
        elif tag == "figcaption" or context.role == "caption":
            context.kind = "caption"
        elif context.role == "credit":
            # "credits" under a headline name the writers, inside a figure the photographer.
            context.kind = "credit" if outer.in_figure else context.kind
            context.role = "credit" if outer.in_figure else "byline"
        context.in_figure = outer.in_figure or tag == "figure" or context.kind == "caption"
        return context

    def _number_of(self, item: Any) -> int | None:
        """The number a browser prints before an item of an ordered list."""
        ordered = item.getparent()
        if ordered is None or ordered.tag != "ol":
            return None
        if item not in self._numbers:  # for all of a list at once: one by one is quadratic
            step = -1 if ordered.get("reversed") is not None else 1
            items = ordered.findall("li")
            number = _whole(ordered.get("start"), len(items) if step < 0 else 1)
            for one in items:
                self._numbers[one] = number = _whole(one.get("value"), number)
                number += step
        return self._numbers[item]


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,8}", text.strip()) else otherwise
