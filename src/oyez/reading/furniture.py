"""Which lines are furniture by their own words, players' buttons judged by their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from oyez.reading.labels import Label, is_part_of_player, label_of
from oyez.reading.line import Line

__all__ = ["furniture"]

_PART = Label("player", "beside other labels of a player")


def furniture(lines: Sequence[Line]) -> list[Label | None]:
    """For each line the label it is, or None. "Fast" counts only in an unbroken row with a player label."""
    labels: list[Label | None] = [None if line.block else label_of(line.text) for line in lines]
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
    return labels
