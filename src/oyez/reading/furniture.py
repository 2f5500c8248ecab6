"""Which lines are furniture by their own words, players' buttons judged by their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from oyez.reading.labels import Label, is_part_of_player, label_of
from oyez.reading.line import Line

__all__ = ["furniture"]

_PART = Label("player", evidence="beside other labels of a player")
_HEADS = frozenset(
    {"related", "newsletter", "comments"}
)  # labels that name the box which they stand first in
_MOST_UNDER = 30  # lines of such a box
_LONGEST_UNDER = 600  # characters of unlinked text in it; more is a part of the article


def furniture(lines: Sequence[Line]) -> list[Label | None]:
    """For each line the label it is, or None. "Fast" counts only in an unbroken row with a player label."""
    labels: list[Label | None] = [
        None if line.block or _is_menu_item(line) else label_of(line.text) for line in lines
    ]
    for order in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        in_player = False
        for index in order:
            label = labels[index]
            if (
                label is None
                and in_player
                and not lines[index].block
                and is_part_of_player(lines[index].text)
            ):
                labels[index] = label = _PART
            in_player = label is not None and label.why == "player"
    for index, label in enumerate(list(labels)):
        # "Read more" that is itself a link ends a teaser; one that is none begins a box of them.
        if label is None or lines[index].link_share >= 0.5:
            continue
        below = range(0)
        if _heads_a_box(label, lines[index]):
            below = _box_below(lines, index)
        elif label.why == "navigation":  # a table of contents, a menu
            below = _links_below(lines, index)
        for under in below:
            labels[under] = labels[under] or _under(label, lines[index])
    return labels


def _under(label: Label, head: Line) -> Label:
    return Label(label.why, evidence=f"in the box under {head.text[:60]!r}")


def _heads_a_box(label: Label, line: Line) -> bool:
    """True for a label that names what stands below it: "About the author" does as a heading alone."""
    return label.why in _HEADS or (label.why == "bio" and line.kind == "heading")


def _is_menu_item(line: Line) -> bool:
    """True for a link in a box of furniture: half of a page's lines, left out whatever they say."""
    return line.zone is not None and line.link_share >= 0.9


def _box_below(lines: Sequence[Line], head: int) -> range:
    """The lines of the widest small box that begins with line `head`, else the links right below it."""
    if lines[head].element is None:
        return range(0)
    before = {lines[head - 1].element, *lines[head - 1].element.iterancestors()} if head else set()
    end, box = head + 1, lines[head].element
    while box is not None and box not in before:
        inside = _end_of(lines, head, box)
        if inside is None:
            break
        end, box = max(end, inside), box.getparent()
    return range(head + 1, end) if end > head + 1 else _links_below(lines, head)


def _links_below(lines: Sequence[Line], head: int) -> range:
    """The unbroken row of links right below a line."""
    end = head + 1
    while end < len(lines) and end - head < _MOST_UNDER and lines[end].text and lines[end].link_share >= 0.9:
        end += 1
    return range(head + 1, end)


def _end_of(lines: Sequence[Line], head: int, box: object) -> int | None:
    """Where the lines inside `box` end; None where they are too many or say too much."""
    written = 0
    for index in range(head + 1, len(lines)):
        line = lines[index]
        if line.element is not box and not any(outer is box for outer in line.element.iterancestors()):
            return index
        written += len(line.text) if line.link_share < 0.6 else 0
        if index - head > _MOST_UNDER or written > _LONGEST_UNDER:
            return None
    return len(lines)
