"""Footnote marks in running text: a small 1 that a page sets against a word and links to its note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from oyez.model.article import Mark
from oyez.model.script import Word
from oyez.scripting.breath import Breath

__all__ = ["references_in", "with_references", "without"]

_REFERENCE = re.compile(r"[\[(]?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4}|[*†‡§])[\])]?")


def references_in(text: str, marks: Iterable[Mark]) -> list[tuple[int, int]]:
    """Ranges of links into the same page whose text is nothing but a footnote's label."""
    return sorted(
        (mark.start, mark.end)
        for mark in marks
        if mark.kind == "link"
        and (mark.href or "").startswith("#")
        and _REFERENCE.fullmatch(text[mark.start : mark.end])
    )


def without(text: str, references: Sequence[tuple[int, int]]) -> str:
    """The text with spaces in their place: every other character stays where it is."""
    pieces, at = [], 0
    for start, end in references:
        if start < at:
            continue
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def with_references(sentences: Sequence[Breath], references: Sequence[tuple[int, int]]) -> list[Breath]:
    """The sentences with a silent word for each reference, in its place."""
    silent = [Word(start, end, "", "footnote reference") for start, end in dict.fromkeys(references)]
    out = [Breath([], closed) for _, closed in sentences] or [Breath([])]
    at = 0
    for index, sentence in enumerate(sentences):
        for word in sentence.words:
            while at < len(silent) and silent[at].start < word.start:
                # Set behind a full stop it belongs to the sentence before, where the reader sees it.
                home = index - 1 if index and not out[index].words else index
                out[home].words.append(silent[at])
                at += 1
            out[index].words.append(word)
    out[-1].words.extend(silent[at:])
    return out
