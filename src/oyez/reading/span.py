"""Where on the page the article stands: its core lines, the box around them, its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from oyez.reading.fold import fold
from oyez.reading.line import Line
from oyez.reading.votes import Votes

__all__ = ["Prose", "Span", "find_prose", "find_span", "is_plain_case", "size"]

_CORE_SIZE = 40  # sized characters: half a line of print
_CONTAINER_SHARE = 0.85  # of the core lies in the article's box; the rest are strays of the vote
_HELD_SHARE = 0.7  # of what the vote kept lies in the densest box: the rest are neighbours of the article
_MISSED_SHARE = 1.5  # of what the vote kept; beyond it our own finder is believed
_KIN_SHARE = 0.5  # of the core is set in one make of element: what looks so elsewhere is of the article too
_FADING = 0.75  # of a line's weight reaches one box further out
_FADING_LESS = 0.85  # where sections of one article are to meet in its box
_OWN_SHARE = 0.6  # of the wider box's prose: the narrower is the article, what stands beside it is not
_WHOLE_ARTICLE = 1000  # sized characters; a main heading behind so much text begins another article
_PLAIN_SHARE = 0.6  # of the page's prose in one box: a page without a question
_PLAIN_SIZE = 1500  # sized characters; less may be the teaser of a text that is not there
_SHORT = 1200  # sized characters; beside so little text a comment or a teaser weighs as much
_NARROW = re.compile(r"[\x00-\u2e80]+")
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
    boxes: frozenset[Any]
    core: frozenset[int]

    def inside(self, line: Line) -> bool:
        """True when a line stands in one of the article's boxes."""
        element = line.element
        while element is not None:
            if element in self.boxes:
                return True
            element = element.getparent()
        return False


def size(text: str) -> int:
    """Length in characters, wide scripts weighted.

    >>> size("quay"), size("码头")
    (4, 6)
    """
    return len(text) if text.isascii() else len(text) + (_WIDE - 1) * len(_NARROW.sub("", text))


@dataclass(frozen=True, slots=True)
class Prose:
    """Indices of the lines that read like running text, and of those in the densest box, with that box.

    `total` and `held` are the sized characters of both.
    """

    lines: list[int]
    densest: list[int]
    box: Any
    total: int
    held: int


def find_prose(lines: Sequence[Line], furniture: Sequence[object | None]) -> Prose:
    """Where the page's running text stands, by our own finder."""
    plain = _plain(lines, furniture)
    densest, box = _article_box(lines, plain)
    first = _first_article(lines, plain, densest)
    if first:
        densest, box = _article_box(lines, first)
    return Prose(plain, densest, box, _mass(lines, plain), _mass(lines, densest))


def _article_box(lines: Sequence[Line], plain: Sequence[int]) -> tuple[list[int], Any]:
    """The densest box by both measures: the narrower where it is an article, the wider where a section."""
    narrow, wide = _densest(lines, plain, _FADING), _densest(lines, plain, _FADING_LESS)
    if narrow[1] is wide[1] or not set(narrow[0]) <= set(wide[0]):
        return wide
    own = _mass(lines, narrow[0])
    beside = sorted(set(wide[0]).difference(narrow[0]))
    next_main = next((main for main in _main_headings(lines) if main > narrow[0][0]), len(lines))
    behind = _mass(lines, (index for index in beside if index > next_main))
    alone = own >= _OWN_SHARE * _mass(lines, wide[0]) or 2 * behind > _mass(lines, beside)
    return narrow if own >= _PLAIN_SIZE and alone else wide


def _first_article(lines: Sequence[Line], plain: Sequence[int], densest: Sequence[int]) -> list[int]:
    """The prose under the first of several main headings, where it is an article and the densest another."""
    mains = _main_headings(lines)
    if len(mains) < 2 or not densest or densest[0] < mains[1]:
        return []
    first = [index for index in plain if mains[0] < index < mains[1]]
    return first if _mass(lines, first) >= _WHOLE_ARTICLE else []


def is_plain_case(lines: Sequence[Line], prose: Prose) -> bool:
    """True where most prose of the page stands in one box, under its main heading."""
    mains = _main_headings(lines)
    before = bool(prose.densest) and prose.densest[-1] < next(iter(mains), -1)
    return prose.held >= max(_SHORT, _PLAIN_SHARE * prose.total) and not before


def _main_headings(lines: Sequence[Line]) -> list[int]:
    return [i for i, line in enumerate(lines) if line.kind == "heading" and line.level == 1 and not line.zone]


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
        densest = frozenset(prose.densest)
        held = [index for index in voted if index in densest]
        strayed = _mass(lines, held) >= _HELD_SHARE * _mass(lines, voted)
        if (
            strayed
            and prose.held >= _PLAIN_SIZE
            and prose.densest[-1] > next(iter(_main_headings(lines)), -1)
        ):
            core, container = held, prose.box
    if not core:
        return None
    title = _title(lines, headline, core[0], core[len(core) // 3])
    end = _next_article(lines, title, prose.lines, frozenset(core))
    kept = [index for index in core if title < index < end] or core
    alike = [index for index in _kin(lines, prose.lines, kept) if title < index < end]
    boxes = frozenset({container, *(lines[index].element.getparent() for index in alike)})
    span = Span(title, kept[0], kept[-1], end, boxes, frozenset(kept))
    inside = sorted({index for index in kept if span.inside(lines[index])}.union(alike))
    return Span(title, inside[0], inside[-1], end, boxes, frozenset(inside)) if inside else span


def _kin(lines: Sequence[Line], prose: Sequence[int], core: Sequence[int]) -> list[int]:
    """Prose that looks like the core, in whatever box: pages set one article in several boxes of one make."""
    weights: dict[tuple[str, ...], int] = {}
    for index in core:
        make = _make(lines[index].element)
        weights[make] = weights.get(make, 0) + size(lines[index].text)
    total = sum(weights.values())
    own = {make for make, weight in weights.items() if weight >= _KIN_SHARE * total and any(make[1::2])}
    known = set(core)
    return [index for index in prose if index not in known and _make(lines[index].element) in own]


def _make(element: Any) -> tuple[str, ...]:
    """Tag and class of an element and of its parent."""
    parent = element.getparent()
    above = ("", "") if parent is None else (parent.tag, parent.get("class") or "")
    return (element.tag, element.get("class") or "", *above)


def _mass(lines: Sequence[Line], indices: Iterable[int]) -> int:
    """Sized characters of the lines at `indices`."""
    return sum(size(lines[index].text) for index in indices)


def _trusted(lines: Sequence[Line], voted: Sequence[int], densest: Sequence[int]) -> bool:
    """The vote holds unless it misses most of the densest box of prose (a teaser before a hidden text)."""
    kept = sum(size(lines[index].text) for index in voted)
    missed = sum(size(lines[index].text) for index in set(densest).difference(voted))
    return bool(voted) and missed <= _MISSED_SHARE * kept


def _densest(lines: Sequence[Line], plain: Sequence[int], fading: float) -> tuple[list[int], Any]:
    """The lines of the box with the most prose, near prose counting more than far, and that box."""
    scores: dict[Any, float] = {}
    for index in plain:
        score = float(size(lines[index].text))
        for element in lines[index].element.iterancestors():
            scores[element] = scores.get(element, 0) + score
            score *= fading
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


def _next_article(lines: Sequence[Line], title: int, prose: Sequence[int], core: frozenset[int]) -> int:
    """Where a page that scrolls on begins its next article.

    Behind enough text, at a main heading whose own box holds as much text again: some pages set the
    subheads of one article as main headings.
    """
    text = 0
    for index in range(title + 1, len(lines)):
        line = lines[index]
        if (
            line.kind == "heading"
            and line.level == 1
            and title >= 0
            and text >= _WHOLE_ARTICLE
            and _begins_its_own_box(lines, title, index, prose)
        ):
            return index
        text += size(line.text) if index in core else 0
    return len(lines)


def _begins_its_own_box(lines: Sequence[Line], title: int, heading: int, prose: Sequence[int]) -> bool:
    """True where the widest box of a heading without the title has all its text behind the heading."""
    titled = set(lines[title].element.iterancestors())
    box = lines[heading].element
    while (outer := box.getparent()) is not None and outer not in titled:
        box = outer
    article = next((element for element in lines[heading].element.iterancestors("article")), None)
    if article is not None and article in titled:
        return False
    held = [index for index in prose if box in set(lines[index].element.iterancestors())]
    behind = sum(size(lines[index].text) for index in held if index > heading)
    return behind >= _WHOLE_ARTICLE and not any(title < index < heading for index in held)


def _title(lines: Sequence[Line], headline: str | None, first_core: int, latest: int) -> int:
    """The line that prints the headline: the same words, else the first main heading up to `latest`."""
    wanted = fold(headline or "")
    mains = [index for index, line in enumerate(lines) if line.kind == "heading" and line.level == 1]
    candidates = mains + [
        index for index, line in enumerate(lines) if index <= first_core and index not in mains
    ]
    for index in candidates:
        text = fold(lines[index].text)
        if wanted and text and not lines[index].block and _same_headline(text, wanted):
            return index
    unzoned = [index for index in mains if not lines[index].zone and index <= latest]
    return unzoned[0] if unzoned else -1


def _same_headline(text: str, wanted: str) -> bool:
    """Equal, or one with a kicker before or a suffix after the other."""
    if text == wanted:
        return True
    shorter, longer = sorted((text, wanted), key=len)
    return len(shorter) >= 0.6 * len(longer) and len(shorter) > 12 and shorter in longer
