"""Article -> Script.

    title, then each block -> spoken or silent? -> its sentences -> pauses between them -> Script

Deciding (`_spoken`, `_silent`) stands apart from doing (`_sentences`): what is read is a listener's
choice, how it is read is not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from oyez.model.article import (
    Article,
    Block,
    Code,
    Embed,
    Figure,
    Footnote,
    ListItem,
    PullQuote,
    Quote,
    Table,
)
from oyez.model.script import Script, Sentence, Silent, Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.languages import announcement, count, has_rules
from oyez.scripting.options import DEFAULT_SPEAK, Quotations, check_quotations, check_speak
from oyez.scripting.pauses import AFTER, BEFORE_HEADING, PHRASE, SENTENCE
from oyez.scripting.references import references_in
from oyez.scripting.speaking import say, sentences_of, span_words
from oyez.scripting.tables import table_sentences

__all__ = ["adapt"]

# The option that has a kind of block spoken; kinds not named here are always spoken.
_OPTION = {
    "byline": "bylines",
    "dateline": "bylines",
    "figure": "captions",
    "pull-quote": "quotes",
    "table": "tables",
    "code": "code",
    "footnote": "footnotes",
}
_PLURALS = {"dateline": "datelines", "figure": "captions", "pull-quote": "pull quotes"}
_ROLES = {"figure": "caption"}
_FOLD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Choice:
    """What the listener asked for, and the language."""

    speak: frozenset[str]
    quotations: Quotations
    language: str


def adapt(
    article: Article,
    *,
    speak: Collection[str] = DEFAULT_SPEAK,
    quotations: Quotations = "pause",
) -> Script:
    """What is said of an article, in order, and what is shown only.

    speak       the parts beyond title and running text that are spoken, out of SPEAKABLE
    quotations  how a quotation is heard: "pause" on both sides, "words" ("quote", "end quote"), or "none"

    Raises InvalidOption for names that are not among those.
    """
    check_quotations(quotations)
    language = article.language or "und"
    choice = _Choice(check_speak(speak), quotations, language)
    sentences = _aloud(sentences_of(article.title, language, quotations=quotations), None, "headline", choice)
    silent: list[Silent] = []
    heard: set[str] = set()
    for index, block in enumerate(article.blocks):
        why = _silent(block, choice, heard)
        said = [] if why else _sentences(block, index, choice)
        behind = _behind(block, index, choice, bool(said))
        if said and block.kind == "heading" and sentences:
            sentences[-1] = replace(sentences[-1], pause=max(sentences[-1].pause, BEFORE_HEADING))
        if said and isinstance(block, Figure):
            heard.add(_folded(block.caption))
        silent.extend(_silences(block, index, why, said, behind))
        sentences += said + behind
    return Script(article, tuple(sentences), tuple(silent), language, _notes(language))


def _notes(language: str) -> tuple[str, ...]:
    if has_rules(language):
        return ()
    return (f"no speaking rules for {language} yet: numbers and abbreviations are left to the voice",)


def _folded(text: str) -> str:
    return _FOLD.sub(" ", text.casefold()).strip()


def _silent(block: Block, choice: _Choice, heard: Collection[str]) -> str | None:
    """Why a block's text is not spoken, or None."""
    if isinstance(block, Embed):
        return "embedded content is shown"
    if isinstance(block, PullQuote) and block.repeats is not None:
        return "repeats a sentence already read"
    option = _OPTION.get(block.kind)
    if option and option not in choice.speak:
        if isinstance(block, Code):
            return "code is shown, not read"
        return f"{_PLURALS.get(block.kind, block.kind + 's')} are shown, not read"
    if isinstance(block, Figure) and _folded(block.caption) in heard:
        return "repeated caption"
    return None


def _silences(
    block: Block, index: int, why: str | None, said: Sequence[Sentence], behind: Sequence[Sentence]
) -> Iterator[Silent]:
    """The parts of a block that are shown only; a part without visible characters is none."""
    reason = why or "nothing in it is said"
    if not said and block.text.strip():
        yield Silent(index, reason)
    if behind:
        return
    if isinstance(block, (Quote, PullQuote)) and block.attribution and block.attribution.strip():
        yield Silent(index, reason, "attribution")
    if isinstance(block, Figure) and block.credit and block.credit.text.strip():
        yield Silent(index, "credits are shown, not read", "credit")


def _sentences(block: Block, index: int, choice: _Choice) -> list[Sentence]:
    """A block's text aloud, announced where it interrupts the running text."""
    language = choice.language
    if isinstance(block, Table):
        said = table_sentences(block, language)
    elif isinstance(block, Code):
        said = _lines(block.text, language)
    else:
        said = sentences_of(
            block.text,
            language,
            quotations=choice.quotations,
            captions=isinstance(block, Figure),
            references=references_in(block.text, getattr(block, "marks", ())),
        )
    role = _ROLES.get(block.kind, block.kind)
    return _aloud(_announced(said, block, role, language), index, role, choice)


def _lines(text: str, language: str) -> list[Breath]:
    """Program text line by line."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(span_words(text, at, at + len(line), language))
        at += len(line) + 1
    return [breath for words in sounding(lines) for breath in breaths(words)]


def _announced(said: list[Breath], block: Block, role: str, language: str) -> list[Breath]:
    """The same with the words that say what is coming in front."""
    if not said or not said[0].words:
        return said
    mark, rule = ":", "announcement"
    if isinstance(block, ListItem):
        if block.number is None:
            return said
        words, mark, rule = count(block.number, language), ".", "list number"
    else:
        words = announcement(role, language)
    if isinstance(block, Footnote) and words and (label := say(block.label, language)):
        words = f"{words} {label}"
    if not words:
        return said
    first = said[0].words
    added = Word(first[0].start, first[0].start, words, rule, mark)
    return [Breath([added, *first], said[0].closed), *said[1:]]


def _aloud(said: Sequence[Breath], index: int | None, role: str, choice: _Choice) -> list[Sentence]:
    """Sentences with their pauses; none where nothing in them sounds."""
    if not any(word.say and word.end > word.start for breath in said for word in breath.words):
        return []
    return [
        Sentence(
            index,
            tuple(words),
            AFTER[role] if position == len(said) - 1 or role == "table" else SENTENCE if closed else PHRASE,
            choice.language,
            role,
        )
        for position, (words, closed) in enumerate(said)
    ]


def _behind(block: Block, index: int, choice: _Choice, spoken: bool) -> list[Sentence]:
    """What is said behind a block's text though it stands elsewhere: its attribution or its credit."""
    if isinstance(block, (Quote, PullQuote)) and block.attribution and spoken:
        return _added(block.attribution, len(block.text), index, "attribution", choice)
    if isinstance(block, Figure) and block.credit and "credits" in choice.speak:
        return _added(block.credit.text, len(block.text), index, "credit", choice)
    return []


def _added(text: str, at: int, index: int, role: str, choice: _Choice) -> list[Sentence]:
    """Sentences of words that have no place in the block's own text."""
    sentences = _aloud(sentences_of(text, choice.language, quotations=choice.quotations), index, role, choice)
    return [
        replace(sentence, words=tuple(replace(word, start=at, end=at) for word in sentence.words if word.say))
        for sentence in sentences
    ]
