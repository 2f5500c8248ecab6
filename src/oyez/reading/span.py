"""Where on the page the article stands: its core lines, the box around them, its headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from oyez.reading.fold import fold
from oyez.reading.line import Line
from oyez.reading.votes import Votes

__all__ = ["Prose", "Span", "find_prose", "find_span", "is_plain_case", "size"]

_CORE_SIZE = 40  # sized characters: half a line of print
_CONTAINER_SHARE = 0.85  # of the core lies in the article's box; the rest are strays of the vote
_MISSED_SHARE = 1.5  # of what the vote kept; beyond it our own finder is believed
_FADING = 0.75  # of a line's weight reaches one box further out
_WHOLE_ARTICLE = 1000  # sized characters; a main heading behind so much text begins another article
_PLAIN_SHARE = 0.97  # of the page's prose in one box: a page without a question
_PLAIN_SIZE = 1500  # sized characters; less may be the teaser of a text that is not there
_WIDE = 3  # a Chinese character says as much as three letters


@dataclass(frozen=True, slots=True)
class Span:
    """Line indices: the title (-1 if none is printed), the first and last core line, the end behind
    which another article begins; and the box.
    """

    title: int
    first: int
    last: int
    end: int
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


@dataclass(frozen=True, slots=True)
class Prose:
    """Indices of the lines that read like running text, and of those in the densest box, with that box."""

    lines: list[int]
    densest: list[int]
    box: Any


def find_prose(lines: Sequence[Line], furniture: Sequence[object | None]) -> Prose:
    """Where the page's running text stands, by our own finder."""
    plain = _plain(lines, furniture)
    densest, box = _densest(lines, plain)
    return Prose(plain, densest, box)


def is_plain_case(lines: Sequence[Line], prose: Prose) -> bool:
    """True where nearly all prose of the page stands in one box under one main heading."""
    total = sum(size(lines[index].text) for index in prose.lines)
    mains = sum(line.kind == "heading" and line.level == 1 and not line.zone for line in lines)
    held = sum(size(lines[index].text) for index in prose.densest)
    return mains == 1 and held >= _PLAIN_SIZE and held >= _PLAIN_SHARE * total


def _plain(lines: Sequence[Line], furniture: Sequence[object | None]) -> list[int]:
    """Lines that read like running text and stand in no box of furniture."""
    return [
        index
        for index, line in enumerate(lines)
        if not (line.zone or furniture[index] or line.kind in ("heading", "caption", "credit", "block"))
        and line.link_share < 0.5
        and size(line.text) >= _CORE_SIZE
    ]


def find_span(lines: Sequence[Line], prose: Prose, votes: Votes, headline: str | None) -> Span | None:
    """The article's place, or None where nothing on the page reads like one."""
    core, container = prose.densest, prose.box
    voted = [index for index in prose.lines if votes.share(lines[index].text) >= 0.7]
    if _trusted(lines, voted, prose.densest):
        core, container = voted, _container(lines, voted)
    if not core:
        return None
    title = _title(lines, headline, core[0])
    end = _next_article(lines, title, frozenset(core))
    kept = [index for index in core if title < index < end] or core
    span = Span(title, kept[0], kept[-1], end, container, frozenset(kept))
    inside = [index for index in kept if span.inside(lines[index])]
    return Span(title, inside[0], inside[-1], end, container, frozenset(inside)) if inside else span


def _trusted(lines: Sequence[Line], voted: Sequence[int], densest: Sequence[int]) -> bool:
    """The vote holds unless it misses most of the densest box of prose (a teaser before a hidden text)."""
    kept = sum(size(lines[index].text) for index in voted)
    missed = sum(size(lines[index].text) for index in set(densest).difference(voted))
    return bool(voted) and missed <= _MISSED_SHARE * kept


def _densest(lines: Sequence[Line], plain: Sequence[int]) -> tuple[list[int], Any]:
    """The box with the most prose, near prose counting more than far, and the lines of it."""
    scores: dict[Any, float] = {}
    for index in plain:
        score = float(size(lines[index].text))
        for element in lines[index].element.iterancestors():
            scores[element] = scores.get(element, 0) + score
            score *= _FADING
    if not scores:
        return [], None
    box = max(scores, key=lambda element: scores[element])
    return [index for index in plain if box in set(lines[index].element.iterancestors())], box


def _container(lines: Sequence[Line], core: Sequence[int]) -> Any:
    """The deepest box that still holds nearly all of the core."""
    weights: dict[Any, int] = {}
    for index in core:
        for element in lines[index].element.iterancestors():
            weights[element] = weights.get(element, 0) + size(lines[index].text)
    total = sum(size(lines[index].text) for index in core)
    holding = [element for element, weight in weights.items() if weight >= _CONTAINER_SHARE * total]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))


def _next_article(lines: Sequence[Line], title: int, core: frozenset[int]) -> int:
    """Where a page that scrolls on begins its next article: at another main heading behind enough text."""
    text = 0
    for index in range(title + 1, len(lines)):
        line = lines[index]
        if line.kind == "heading" and line.level == 1 and title >= 0 and text >= _WHOLE_ARTICLE:
            return index
        text += size(line.text) if index in core else 0
    return len(lines)


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
