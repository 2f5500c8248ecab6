"""The fidelity receipt behind `oyez explain`: every text of an article, and what became of it.

title, blocks with their attributions and credits, what was left out -> one Entry each, in page order
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from oyez.model.article import Article, Block, Figure, Footnote, Left, PullQuote, Quote
from oyez.model.script import Script, Sentence, Word
from oyez.scripting.options import OPTION_OF
from oyez.scripting.sayings import RULE as SAYING
from oyez.scripting.shortening import MEANING, SHORTENED, agency
from oyez.scripting.speaking import sentences_of
from oyez.scripting.tables import MORE_ROWS

__all__ = ["Change", "Entry", "Fate", "receipt"]

Fate = Literal["spoken", "short", "shown", "left out"]

_UNCHANGED = frozenset({"plain", "punctuation", SHORTENED, MORE_ROWS})
_EDGES = re.compile(r"^[\"'“‘„«‹(\[]+|[\"'”’»›)\],.;:!?…]+$")


@dataclass(frozen=True, slots=True)
class Change:
    """A word that is said otherwise than it is written; `written` is "" for what Oyez adds."""

    written: str
    said: str
    rule: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of the page and its fate.

    kind     "title", a block's kind ("paragraph" ...), or "left out"
    part     "text", "attribution", "credit" or "label" of its block
    block    the block's index; None for the title; for what was left out, the block it followed (-1: none)
    why      the role it is spoken in and what its short form says, or the reason why it is not
    changes  for what is spoken: the words said otherwise, each once
    """

    text: str
    kind: str
    part: str
    block: int | None
    fate: Fate
    why: str
    changes: tuple[Change, ...] = ()


def receipt(script: Script) -> tuple[Entry, ...]:
    """Every visible character of title, blocks, credits and left-out texts, in exactly one entry."""
    return tuple(_entries(script))


class _Printed(NamedTuple):
    """One text of the page."""

    text: str
    kind: str
    part: str
    block: int | None


def _entries(script: Script) -> Iterator[Entry]:
    sentences: dict[tuple[int | None, str], list[Sentence]] = {}
    for sentence in script.sentences:
        part = sentence.role if sentence.role in ("attribution", "credit") else "text"
        sentences.setdefault((sentence.block, part), []).append(sentence)
    reasons: dict[tuple[int | None, str], str] = {(one.block, one.part): one.why for one in script.silent}

    for printed in _page(script.article):
        if isinstance(printed, Left):
            yield Entry(printed.text, "left out", "text", printed.after, "left out", printed.why)
            continue
        # A footnote's label is said, or not, with its text.
        place = (printed.block, "text" if printed.part == "label" else printed.part)
        yield _entry(script, printed, sentences.get(place, []), reasons.get(place, "nothing in it is said"))


def _page(article: Article) -> Iterator[_Printed | Left]:
    """Every text in page order; what was left out stands behind the block it followed."""
    left: dict[int, list[Left]] = {}
    for one in article.left_out:
        left.setdefault(min(max(one.after, -1), len(article.blocks) - 1), []).append(one)
    if article.title:
        yield _Printed(article.title, "title", "text", None)
    yield from left.get(-1, [])
    for index, block in enumerate(article.blocks):
        for part, text in _parts(block):
            yield _Printed(text, block.kind, part, index)
        yield from left.get(index, [])


def _parts(block: Block) -> Iterator[tuple[str, str]]:
    """The printed texts of a block, by part."""
    if isinstance(block, Footnote) and block.label:
        yield "label", block.label
    if block.text:
        yield "text", block.text
    if isinstance(block, (Quote, PullQuote)) and block.attribution:
        yield "attribution", block.attribution
    if isinstance(block, Figure) and block.credit and block.credit.text:
        yield "credit", block.credit.text


def _entry(script: Script, printed: _Printed, said: Sequence[Sentence], why: str) -> Entry:
    """The entry of one text: spoken where a sentence says it, else shown and why."""
    text, kind, part, block = printed
    if not said:
        return Entry(text, kind, part, block, "shown", why)
    spoken = [word for sentence in said for word in sentence.words]
    why = said[0].role
    fate: Fate = "spoken"
    if any(word.rule == SHORTENED for word in spoken):
        fate = "short"
        why += f", {MEANING['credits' if part == 'credit' else OPTION_OF[kind]]}"
    if any(word.rule == MORE_ROWS for word in spoken):
        fate = "short"
        why += ", its first rows"
    if part == "label":
        return Entry(text, kind, part, block, "spoken", said[0].role)  # said in the announcement of its note
    if part != "text":
        owner = script.article.blocks[block] if block is not None else None
        if fate == "short" and isinstance(owner, Figure) and owner.credit:
            return Entry(
                text, kind, part, block, fate, why, _added_changes(agency(owner.credit), script, spoken)
            )
        return Entry(text, kind, part, block, fate, why, _added_changes(text, script, spoken))
    return Entry(text, kind, part, block, fate, why, _changes(text, spoken))


def _added_changes(text: str, script: Script, spoken: Sequence[Word]) -> tuple[Change, ...]:
    """The changes in words that have no place in their block: they are found again in their own text."""
    aloud = [word for word in spoken if word.say]
    words = [word for breath in sentences_of(text, script.language) for word in breath.words]
    sounding = [word for word in words if word.say]
    if len(sounding) == len(aloud):
        said = iter(aloud)
        words = [
            replace(word, say=own.say, rule=own.rule) if word.say and (own := next(said)) else word
            for word in words
        ]
    else:
        words += [word for word in aloud if word.rule == SAYING]
    return _changes(text, words)


def _changes(text: str, words: Sequence[Word]) -> tuple[Change, ...]:
    """The words said otherwise, each once, in their order."""
    changes: dict[Change, None] = {}
    for word in words:
        if word.rule in _UNCHANGED:
            continue
        written = text[word.start : word.end]
        if not word.say or _EDGES.sub("", written) != word.say:
            changes[Change(_EDGES.sub("", written) or written, word.say, word.rule)] = None
    return tuple(changes)
