"""The words of a sentence while espeak-ng speaks it: told, with their sound, once their times are certain.

answer: events, sound -> words that no later event can change, up to the onset of the next -> Piece
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from oyez.model.script import Word
from oyez.timing.onsets import Event, settled, spans_from_events, spans_of_words
from oyez.voices.espeak_text import EspeakText
from oyez.voices.joining import Piece

__all__ = ["Settling"]

_TOKEN = re.compile(r"\S+")


class Settling:
    """Words that are being spoken: their sound and events so far, and how many of them have been told.

    Token by token: the first word said for "4th" ("the fourth") may be merged into the one before.
    """

    def __init__(self, words: Sequence[Word], given: EspeakText, counts: Mapping[str, int]) -> None:
        self._words, self._phonemes = words, counts
        tokens = [_tokens(given.text, place) if place else [] for place in given.places]
        self._tokens = [token for each in tokens for token in each]
        self._said = [given.text[start:end] for start, end in self._tokens]
        self._each = [len(each) for each in tokens]  # tokens of each word
        self._upto = list(accumulate(self._each))  # tokens of all words up to it
        self._events: list[Event] = []
        self._sound = bytearray()  # that was not told
        self._words_told, self._frames_told = 0, 0

    def uncounted(self) -> list[str]:
        """The tokens whose phonemes nobody has counted."""
        return [said for said in dict.fromkeys(self._said) if said not in self._phonemes]

    def add(self, events: Iterable[Sequence[Any]], sound: bytes) -> Piece | None:
        """What more is known; the words that it settles, where it does."""
        self._events += (Event(*event) for event in events)
        self._sound += sound
        count, until = settled(self._events, self._tokens)
        whole = bisect_right(self._upto, count)  # words of which all tokens are settled
        if not count or whole <= self._words_told:
            return None
        spans = self._spans([event for event in self._events if event.sample < until], count, until)
        begun = self._upto[whole - 1]
        return self._told(spans, whole, spans[begun][0] if begun < count else until)

    def rest(self) -> Piece:
        """The words that remain once all is known."""
        frames = self._frames_told + len(self._sound) // 2
        spans = self._spans(self._events, len(self._tokens), frames)
        return self._told(spans, len(self._words), frames)

    def _spans(self, events: Sequence[Event], count: int, frames: int) -> list[tuple[int, int]]:
        def phonemes(group: Sequence[int]) -> list[int]:
            return [self._phonemes[self._said[index]] for index in group]

        return list(spans_from_events(events, self._tokens[:count], frames, phonemes))

    def _told(self, tokens: Sequence[tuple[int, int]], upto: int, frames: int) -> Piece:
        """The words up to that one, with the sound up to that frame."""
        begin, since = self._words_told, self._frames_told
        words = spans_of_words(tokens[: self._upto[upto - 1]], self._each[:upto])[begin:]
        spans = tuple((max(0, start - since), max(0, end - since)) for start, end in words)
        text = " ".join(word.say for word in self._words[begin:upto] if word.say)
        length = 2 * (frames - since)
        sound, self._sound = bytes(self._sound[:length]), self._sound[length:]
        self._words_told, self._frames_told = upto, frames
        return Piece(text, sound, spans)


def _tokens(text: str, place: tuple[int, int]) -> list[tuple[int, int]]:
    return [match.span() for match in _TOKEN.finditer(text, *place)]
