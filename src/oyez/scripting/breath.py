"""Cuts a sentence that nobody could say in one breath, at a phrase mark or else between words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from oyez.model.script import Word
from oyez.scripting.phrasing import CLOSING

__all__ = ["MOST_CHARACTERS", "MOST_WORDS", "Breath", "breaths", "sounding"]

MOST_CHARACTERS = 400  # of what is said, about 25 s: longer clips start late and fail dearly
MOST_WORDS = 80  # as said
EASY_WORDS = 40  # a sentence of more words or characters is cut wherever an inner sentence ends
EASY_CHARACTERS = 200

_STRENGTH = {"": 0, ",": 1, ";": 2, ":": 2, ".": 3, "?": 3, "!": 3, "…": 3}


class Breath(NamedTuple):
    """Words said in one go; `closed` is False where the sentence goes on in the next."""

    words: list[Word]
    closed: bool = True


def breaths(words: Sequence[Word]) -> list[Breath]:
    """The words in one or more pieces, none longer than the limits; linear in their number.

    A piece that stops at less than a full stop ends with ":", the mark that keeps the melody open.
    """
    if len(words) <= EASY_WORDS and sum(len(word.say) for word in words) < EASY_CHARACTERS:
        return [Breath(list(words))]
    pieces = sounding([piece for inner in _inner_sentences(words) for piece in _limited(inner)])
    return [_ended(piece) for piece in pieces]


def _inner_sentences(words: Sequence[Word]) -> list[list[Word]]:
    """Cut behind every inner full stop."""
    pieces: list[list[Word]] = [[]]
    for word in words:
        pieces[-1].append(word)
        if _STRENGTH[word.mark] == 3:
            pieces.append([])
    return [piece for piece in pieces if piece]


def _limited(words: Sequence[Word]) -> list[list[Word]]:
    """Cut to the limits, at the strongest mark in the second half of what fits."""
    pieces: list[list[Word]] = []
    start = count = characters = 0
    at = 0
    while at < len(words):
        word = words[at]
        count += len(word.say.split())
        characters += len(word.say) + len(word.mark) + 1
        if at > start and (count > MOST_WORDS or characters > MOST_CHARACTERS):
            cut = _best_cut(words, start, at)
            pieces.append(list(words[start:cut]))
            at = start = cut
            count = characters = 0
            continue
        at += 1
    pieces.append(list(words[start:]))
    return pieces


def _best_cut(words: Sequence[Word], start: int, end: int) -> int:
    """The index behind the strongest, then latest mark in the second half of start..end; else `end`."""
    best, strength = end, 0
    for index in range(end - 1, start + (end - start) // 2 - 1, -1):
        if _STRENGTH[words[index].mark] > strength:
            best, strength = index + 1, _STRENGTH[words[index].mark]
    return best


def sounding(pieces: Iterable[Sequence[Word]]) -> list[list[Word]]:
    """The pieces, those in which nothing sounds joined to their neighbour; at most one without sound."""
    out: list[list[Word]] = []
    silent: list[Word] = []
    for piece in pieces:
        if any(word.say for word in piece):
            out.append([*silent, *piece])
            silent = []
        elif out:
            out[-1].extend(piece)
        else:
            silent.extend(piece)
    return out or ([silent] if silent else [])


def _ended(piece: list[Word]) -> Breath:
    """The piece with a closing mark behind the last word that sounds."""
    last = max((index for index, word in enumerate(piece) if word.say), default=-1)
    if last < 0 or piece[last].mark in CLOSING:
        return Breath(piece)
    return Breath([*piece[:last], replace(piece[last], mark=":"), *piece[last + 1 :]], closed=False)
