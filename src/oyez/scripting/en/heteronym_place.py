"""Where a word stands: the texts and kinds of its neighbours, and how it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from oyez.model.script import Word
from oyez.scripting.en.heteronym_neighbours import kind_of

__all__ = ["NEAR", "Place", "place_of"]

NEAR = 12
"""Words on each side in which a cue counts; a 1,000-word sentence then costs no more per word than others."""

_SENTENCE_ENDS = (".", "?", "!", ":")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands. Texts are lower-case and "" beyond a sentence's end; kinds are "." there.

    before, after    the texts of the three words on either side, the nearest first
    kinds_before, kinds_after   their kinds; adverbs next to the word are skipped on its left
    beside           the kind of the word right before it, adverbs included
    case             "cap" inside a sentence; "start" for a capital that any word has there, in a headline
                     or first in a sentence; "low"
    """

    before: tuple[str, str, str]
    after: tuple[str, str, str]
    kinds_before: tuple[str, str, str]
    kinds_after: tuple[str, str, str]
    beside: str
    case: str
    words: Sequence[Word]
    index: int

    def near(self) -> frozenset[str]:
        """The texts around, up to `NEAR` words on each side."""
        low = max(0, self.index - NEAR)
        return frozenset(word.say.lower() for word in self.words[low : self.index + NEAR + 1])


def place_of(words: Sequence[Word], index: int) -> Place:
    """The place of words[index]."""
    left = _left(words, index)
    right = _right(words, index)
    beside = kind_of(left[0]) if left and left[0] else "."
    skipped = left[1:] if beside == "R" else left
    if beside == "R" and skipped and kind_of(skipped[0]) == "R":
        skipped = skipped[1:]
    say = words[index].say
    case = "low"
    if len(say) > 1 and say.isupper():
        case = "start"  # set in capitals: its case says nothing
    elif say[:1].isupper():
        first = not any(word.say for word in words[:index][-3:]) or words[index - 1].mark in _SENTENCE_ENDS
        case = "start" if first or _in_title(words, index) else "cap"
    before = tuple((*(text.lower() for text in left), "", "", "")[:3])
    after = tuple((*(text.lower() for text in right), "", "", "")[:3])
    kinds_before = tuple((*(kind_of(text) if text else "." for text in skipped), ".", ".", ".")[:3])
    kinds_after = tuple((*(kind_of(text) if text else "." for text in right), ".", ".", ".")[:3])
    return Place(before, after, kinds_before, kinds_after, beside, case, words, index)  # type: ignore[arg-type]


def _in_title(words: Sequence[Word], index: int) -> bool:
    """Whether the long words around have capitals too, as in a headline: "Why Reading Still Matters"."""
    low = max(0, index - NEAR)
    long = [word.say for word in words[low : index + NEAR + 1] if len(word.say) > 4 and word.rule == "plain"]
    return len(long) > 2 and all(text[0].isupper() for text in long)


def _left(words: Sequence[Word], index: int) -> list[str]:
    """Up to five texts before the word in its phrase, the nearest first; "" where a mark parts them."""
    texts: list[str] = []
    for at in range(index - 1, max(-1, index - 7), -1):
        word = words[at]
        if word.mark and word.mark != "…":
            texts.append("" if word.mark != "," or not _in_list(words, at, index) else word.say)
            break
        if word.say:
            said = word.say.rsplit(" ", 1)[-1]
            starts = at == 0 or words[at - 1].mark in _SENTENCE_ENDS
            texts.append(said.lower() if starts else said)
    return texts


def _in_list(words: Sequence[Word], at: int, index: int) -> bool:
    """Whether the comma stands between adjectives: "a small, separate room"."""
    return at == index - 1 and kind_of(words[at].say) == "J"


def _right(words: Sequence[Word], index: int) -> list[str]:
    """Up to three texts behind the word in its phrase."""
    texts: list[str] = []
    if words[index].mark:
        return texts
    for at in range(index + 1, min(len(words), index + 5)):
        word = words[at]
        if word.say:
            texts.append(word.say.split(" ", 1)[0])
        if word.mark:
            break
    return texts
