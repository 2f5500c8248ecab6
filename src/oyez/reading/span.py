"""Where on the page the article stands: its core lines, the box around them, its headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oyez.reading.fold import fold
from oyez.reading.line import Line
from oyez.reading.votes import Votes

__all__ = ["Span", "find_span", "size"]

_CORE_SIZE = 40  # sized characters: half a line of print
_CONTAINER_SHARE = 0.85  # of the core lies in the article's box; the rest are strays of the vote
_WIDE = 3  # a Chinese character says as much as three letters


@dataclass(frozen=True, slots=True)
class Span:
    """Line indices: the title (-1 if none is printed), the first and last core line; and the box."""

    title: int
    first: int
    last: int
    container: Any
    core: frozenset[int]

    def inside(self, line: Line) -> bool:
        """True when a line stands in the article's box."""
        element = line.element
        while element is not None:
            if element is self.container:
                return True
            element = element.getparent()
        return False


def size(text: str) -> int:
    """Length in characters, wide scripts weighted.

    >>> size("quay"), size("码头")
    (4, 6)
    """
    return len(text) if text.isascii() else sum(_WIDE if char > "\u2e80" else 1 for char in text)


def find_span(
    lines: Sequence[Line], furniture: Sequence[object | None], votes: Votes, headline: str | None
) -> Span | None:
    """The article's place, or None where nothing on the page reads like one."""
    plain = [
        index
        for index, line in enumerate(lines)
        if not (line.zone or furniture[index] or line.kind in ("heading", "caption", "credit", "block"))
        and line.link_share < 0.5
        and size(line.text) >= _CORE_SIZE
    ]
    core = [index for index in plain if votes.share(lines[index].text) >= 0.7] or plain
    if not core:
        return None
    container = _container(lines, core)
    title = _title(lines, headline, core[0])
    kept = [index for index in core if index > title] or core
    span = Span(title, kept[0], kept[-1], container, frozenset(kept))
    inside = [index for index in kept if span.inside(lines[index])]
    return Span(title, inside[0], inside[-1], container, frozenset(inside)) if inside else span


def _container(lines: Sequence[Line], core: Sequence[int]) -> Any:
    weights: dict[Any, int] = {}
    total = 0
    deepest = None
    for index in core:
        weight = size(lines[index].text)
        total += weight
        element = lines[index].element.getparent()
        while element is not None:
            weights[element] = weights.get(element, 0) + weight
            element = element.getparent()
    element = max(weights, key=lambda one: weights[one])
    # From the root down: the box that still holds nearly all of the core.
    best, depth = element, -1
    for candidate, weight in weights.items():
        if weight >= _CONTAINER_SHARE * total:
            level = sum(1 for _ in candidate.iterancestors())
            if level > depth:
                best, depth, deepest = candidate, level, candidate
    return deepest if deepest is not None else best


def _title(lines: Sequence[Line], headline: str | None, first_core: int) -> int:
    """The line that prints the headline: the same words, else the only main heading."""
    wanted = fold(headline or "")
    mains = [index for index, line in enumerate(lines) if line.kind == "heading" and line.level == 1]
    candidates = mains + [
        index for index, line in enumerate(lines) if index <= first_core and index not in mains
    ]
    for index in candidates:
        text = fold(lines[index].text)
        if wanted and text and not lines[index].block and _same_headline(text, wanted):
            return index
    unzoned = [index for index in mains if not lines[index].zone]
    return unzoned[0] if unzoned else -1


def _same_headline(text: str, wanted: str) -> bool:
    """Equal, or one with a kicker before or a suffix after the other."""
    if text == wanted:
        return True
    shorter, longer = sorted((text, wanted), key=len)
    return len(shorter) >= 0.6 * len(longer) and len(shorter) > 12 and shorter in longer
