"""Where quotations begin and end; apostrophes are none.

By place, not by sign: “ opens in English and closes in German, and straight quotes do both. A mark in
front of a word opens, one behind it closes. A single quoted word ("scare quotes") is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from oyez.scripting.tokens import Token

__all__ = ["quotation_ends"]

_DOUBLE = frozenset('"“”„‟«»「」『』＂')
_OPENING_ALONE = frozenset("«“„「『")
_SINGLE = frozenset("'‘’‚‹›")
_STOPS = frozenset(",.?!…;:—")


def quotation_ends(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    """Indices of the tokens that a quotation begins before, and of those that one ends behind."""
    opening, closing = _double(tokens)
    singles = _single(tokens)
    return opening | {start for start, _ in singles}, closing | {end for _, end in singles}


def _double(tokens: Sequence[Token]) -> tuple[set[int], set[int]]:
    opening: set[int] = set()
    closing: set[int] = set()
    pending = False
    for index, token in enumerate(tokens):
        if not token.core and not _DOUBLE.isdisjoint(token.before):
            # A mark standing alone, as French sets its guillemets.
            opens = not _OPENING_ALONE.isdisjoint(token.before) or ('"' in token.before and not pending)
            (opening if opens else closing).add(index + 1 if opens else index)
            pending = opens
            continue
        begins = not _DOUBLE.isdisjoint(token.before)
        ends = not _DOUBLE.isdisjoint(token.after)
        if begins and ends:
            pending = False
        elif begins:
            opening.add(index)
            pending = True
        elif ends:
            closing.add(index)
            pending = False
    return opening, closing


def _single(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Pairs of single quotes around at least two words.

    A closing one is told from the apostrophe of "farmers’" by the punctuation beside it, or by ending
    the sentence; else it must not follow an s.
    """
    pairs: list[tuple[int, int]] = []
    start: int | None = None
    for index, token in enumerate(tokens):
        if start is None and not _SINGLE.isdisjoint(token.before) and "’" not in token.before:
            start = index
        if start is None or _SINGLE.isdisjoint(token.after):
            continue
        sure = not _STOPS.isdisjoint(token.after) or index == len(tokens) - 1 or not token.core.endswith("s")
        if sure:
            if index > start:
                pairs.append((start, index))
            start = None
    return pairs
