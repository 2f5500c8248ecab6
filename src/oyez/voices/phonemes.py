"""A sentence's phonemes, dealt out to its Words: by text position, never by counting.

    the text      in the end           three Words
    groups        0 "ɪnðɪ"  7 "ˈɛnd"   by position, but "the" is merged into "in"
    clauses       "ɪnðɪ ˈɛnd"          what neural voices were trained on, without positions
    alone         "ɪn" "ðə"            say where a merged group falls apart
    -> Pronounced "ɪn" + "ðɪ", "ˈɛnd"

Cuts known in one spelling are carried over to the other by aligning the two.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

__all__ = ["Pronounced", "carry", "pronounce"]

Place = tuple[int, int]

_TOKEN = re.compile(r"\S+")
_STRESS = "ˈˌ"
_LANGUAGE_SWITCH = re.compile(r"\([^)]*\)")  # espeak-ng: "(en)ˈɪŋɡlɪʃ(de)"
_TRAILING = frozenset({"Mn", "Lm", "Sk"})  # length, aspiration and the like belong to the sound before


@dataclass(frozen=True, slots=True)
class Pronounced:
    """IPA of one Word; `joined` where it runs on into the next without a space."""

    ipa: str
    joined: bool = False


def pronounce(
    text: str,
    places: Sequence[Place | None],
    clauses: Sequence[str],
    groups: Sequence[tuple[int, str]],
    alone: Callable[[Sequence[str]], Sequence[str]],
) -> list[Pronounced]:
    """What each word sounds like within its sentence.

    places    characters start:end of each word in the text, None for silent words
    clauses   IPA of the whole text, clause by clause, groups of words parted by spaces
    groups    character of the text where each group begins, and the group's IPA; stress may differ
    alone     IPA of texts that stand alone, asked only for words merged with others
    """
    # A Word may say several words, and its first may be merged into the Word before ("on" "the fourth").
    tokens = [
        (index, place[0] + match.start(), match.group())
        for index, place in enumerate(places)
        if place
        for match in _TOKEN.finditer(text[slice(*place)])
    ]
    if not tokens:
        return [Pronounced("") for _ in places]
    ipa = " ".join(filter(None, (_LANGUAGE_SWITCH.sub("", clause).strip() for clause in clauses)))
    sounds, at = _sounds(ipa)
    cuts = _cuts(groups, [begin for _, begin, _ in tokens], sounds)
    _cut_merged(cuts, [said for _, _, said in tokens], sounds, alone)
    begins: dict[int, int] = {}
    for token, (index, _, _) in enumerate(tokens):
        begins.setdefault(index, _whole_sound(ipa, at, cuts[token]) if begins else 0)
    ends = [*list(begins.values())[1:], len(ipa)]
    slices = {index: ipa[begin:end] for (index, begin), end in zip(begins.items(), ends, strict=True)}
    return _pronounced(slices, len(places))


def carry(cuts: Sequence[int], source: str, target: str) -> list[int]:
    """Where cuts of `source` fall in `target`, which says nearly the same.

    >>> carry([2], "ɪnðə", "ɪnðɪ"), carry([4], "hæzbɪn", "hæzbiːn")
    ([2], [4])
    """
    blocks = SequenceMatcher(None, source, target, autojunk=False).get_matching_blocks()
    carried: list[int] = []
    for cut in cuts:
        before, after = (0, 0), (len(source), len(target))
        for block in blocks:
            if block.a <= cut:
                inside = min(cut - block.a, block.size)
                before = (block.a + inside, block.b + inside)
            else:
                after = (block.a, block.b)
                break
        (source_begin, target_begin), (source_end, target_end) = before, after
        if cut == source_begin:
            carried.append(target_begin)
        else:  # between two stretches that agree: in proportion
            share = (cut - source_begin) / (source_end - source_begin)
            carried.append(target_begin + round(share * (target_end - target_begin)))
    return carried


def _cuts(groups: Sequence[tuple[int, str]], starts: Sequence[int], sounds: str) -> dict[int, int]:
    """For tokens that begin a group, where they begin among all sounds."""
    begins: dict[int, int] = {0: 0}
    heard = ""
    latest = 0
    for position, ipa in groups:
        # Engines may report a group out of order; a word never begins before the one in front of it.
        latest = max(latest, bisect_right(starts, position) - 1)
        begins.setdefault(latest, len(heard))
        heard += _sounds(_LANGUAGE_SWITCH.sub("", ipa))[0]
    return dict(zip(begins, carry(list(begins.values()), heard, sounds), strict=True))


def _cut_merged(
    cuts: dict[int, int], tokens: Sequence[str], sounds: str, alone: Callable[[Sequence[str]], Sequence[str]]
) -> None:
    """Cut the groups that hold several tokens, where those tokens standing alone say so."""
    heads = sorted(cuts)
    for head, until in zip(heads, [*heads[1:], len(tokens)], strict=True):
        run = range(head, until)
        if len(run) < 2:
            continue
        begin, end = cuts[head], cuts.get(until, len(sounds))
        apart, places = "", []
        for ipa in alone(tokens[head:until]):
            places.append(len(apart))
            apart += _sounds(_LANGUAGE_SWITCH.sub("", ipa))[0]
        for token, cut in zip(run, carry(places, apart, sounds[begin:end]), strict=True):
            cuts[token] = begin + cut


def _sounds(ipa: str) -> tuple[str, list[int]]:
    """The characters of `ipa` that stand for sound, and where they stand."""
    at = [place for place, char in enumerate(ipa) if char not in _STRESS and not char.isspace()]
    return "".join(ipa[place] for place in at), at


def _whole_sound(ipa: str, at: Sequence[int], cut: int) -> int:
    """Where to cut `ipa` before its sound number `cut`: stress goes along, a sound is not torn apart."""
    if cut >= len(at):
        return len(ipa)
    place = at[cut]
    while (
        0 < place < len(ipa) and ipa[place] not in _STRESS and unicodedata.category(ipa[place]) in _TRAILING
    ):
        place += 1
    while place > 0 and ipa[place - 1] in _STRESS:
        place -= 1
    return place


def _pronounced(slices: dict[int, str], count: int) -> list[Pronounced]:
    words = [Pronounced("")] * count
    rest: tuple[int, str] | None = None
    for index, ipa in slices.items():
        if not ipa.strip():
            continue
        if rest is not None:
            before, said = rest
            words[before] = Pronounced(said.strip(), joined=not said[-1].isspace() and not ipa[0].isspace())
        rest = (index, ipa)
    if rest is not None:
        words[rest[0]] = Pronounced(rest[1].strip())
    return words
