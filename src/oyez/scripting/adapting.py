"""Article -> Script.

    title, then each block -> spoken or silent? -> its sentences -> pauses between them -> Script

Deciding (`choosing`: the level of each kind, the language of each part) stands apart from doing
(`_sentences`): what is read, and how much of it, is a listener's choice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from oyez.model.article import (
    Article,
    Block,
    Byline,
    Code,
    Figure,
    Footnote,
    ListItem,
    PullQuote,
    Quote,
    Table,
)
from oyez.model.script import Script, Sentence, Silent, Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.choosing import Choice, Choices, folded, silences, why_silent
from oyez.scripting.detecting import language_of
from oyez.scripting.languages import announcement, count
from oyez.scripting.lexicon import Lexicon
from oyez.scripting.options import Quotations, check_quotations, check_speak
from oyez.scripting.pauses import AFTER, BEFORE_HEADING, PHRASE, SENTENCE
from oyez.scripting.references import references_in
from oyez.scripting.sayings import Sayings
from oyez.scripting.shortening import (
    SHORTENED,
    SIZE,
    agency,
    code_size,
    first_sentence,
    names_only,
    table_size,
)
from oyez.scripting.speaking import say, sentences_of, span_words
from oyez.scripting.tables import table_sentences

__all__ = ["adapt"]

_ROLES = {"figure": "caption"}
_NO_SAYINGS: Mapping[str, str] = MappingProxyType({})
_NO_LEXICON = Lexicon()
_NO_LANGUAGE = frozenset({"", "und", "mul", "zxx", "mis"})


def adapt(
    article: Article,
    *,
    speak: Collection[str] | Mapping[str, str] | None = None,
    quotations: Quotations = "pause",
    sayings: Mapping[str, str] = _NO_SAYINGS,
    lexicon: Lexicon = _NO_LEXICON,
) -> Script:
    """What is said of an article, in order, and what is shown only.

    speak       the parts beyond title and running text, out of SPEAKABLE: {kind: "skip" | "short" | "full"},
                where a kind not named keeps its default, or the names of those spoken in full
    quotations  how a quotation is heard: "pause" on both sides, "words" ("quote", "end quote"), or "none"
    sayings     a listener's own: written form -> how it is said, words or /IPA/, at most 500
    lexicon     a listener's lexicon, which comes behind the sayings and before the built-in one

    Raises InvalidOption for what is not among those.
    """
    check_quotations(quotations)
    language = article.language if article.language not in _NO_LANGUAGE else language_of(article.read_text)
    own = Sayings.of(sayings, language, lexicon)
    choice = Choice(check_speak(speak), quotations, own, language, article.people)
    choices = Choices(choice, sayings, lexicon)
    title = choices.of(article.title)
    sentences = _aloud(_read(article.title, title), None, "headline", title)
    silent: list[Silent] = []
    heard: set[str] = set()
    for index, block in enumerate(article.blocks):
        why = why_silent(block, choice, heard)
        own_choice = choice if why or isinstance(block, Code) else choices.of(block.text, index)
        said = [] if why else _sentences(block, index, own_choice)
        behind = _behind(block, index, choice, bool(said))
        if said and block.kind == "heading" and sentences:
            sentences[-1] = replace(sentences[-1], pause=max(sentences[-1].pause, BEFORE_HEADING))
        if said and isinstance(block, Figure):
            heard.add(folded(block.caption))
        short = choice.level(block) == "short"
        silent.extend(silences(block, index, why, said=said, behind=behind, short=short))
        sentences += said + behind
    return Script(article, tuple(sentences), tuple(silent), language, choices.notes(article.blocks))


def _read(text: str, choice: Choice) -> list[Breath]:
    """A text's words, sentence by sentence."""
    return sentences_of(text, choice.language, quotations=choice.quotations, sayings=choice.sayings)


def _sentences(block: Block, index: int, choice: Choice) -> list[Sentence]:
    """A block's text aloud, announced where it interrupts the running text."""
    role = _ROLES.get(block.kind, block.kind)
    short = choice.level(block) == "short"
    if short and isinstance(block, Table):
        return _aloud(table_size(block, choice.language, choice.sayings), index, role, choice)
    if short and isinstance(block, Code):
        return _aloud(code_size(block.text, choice.language), index, role, choice)
    said = _in_full(block, choice)
    if short and isinstance(block, Byline):
        said = names_only(said, block.text, choice.people, choice.language)
    elif short and isinstance(block, Figure | Footnote):
        said = first_sentence(said)
    return _aloud(_announced(said, block, role, choice), index, role, choice)


def _in_full(block: Block, choice: Choice) -> list[Breath]:
    """All words of a block."""
    if isinstance(block, Table):
        return table_sentences(block, choice.language, choice.sayings)
    if isinstance(block, Code):
        return _lines(block.text, choice)
    return sentences_of(
        block.text,
        choice.language,
        quotations=choice.quotations,
        captions=isinstance(block, Figure),
        references=references_in(block.text, getattr(block, "marks", ())),
        sayings=choice.sayings,
    )


def _lines(text: str, choice: Choice) -> list[Breath]:
    """Program text line by line."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(span_words(text, at, at + len(line), choice.language, sayings=choice.sayings))
        at += len(line) + 1
    return [breath for words in sounding(lines) for breath in breaths(words)]


def _announced(said: list[Breath], block: Block, role: str, choice: Choice) -> list[Breath]:
    """The same with the words that say what is coming in front."""
    language = choice.language
    if not said or not said[0].words:
        return said
    mark, rule = ":", "announcement"
    if isinstance(block, ListItem):
        if block.number is None:
            return said
        words, mark, rule = count(block.number, language), ".", "list number"
    else:
        words = announcement(role, language)
    if isinstance(block, Footnote) and words and (label := say(block.label, language, choice.sayings)):
        words = f"{words} {label}"
    if not words:
        return said
    first = said[0].words
    added = Word(first[0].start, first[0].start, words, rule, mark)
    return [Breath([added, *first], said[0].closed), *said[1:]]


def _aloud(said: Sequence[Breath], index: int | None, role: str, choice: Choice) -> list[Sentence]:
    """Sentences with their pauses; none where nothing in them sounds."""
    if not any(
        word.say and (word.end > word.start or word.rule == SIZE) for breath in said for word in breath.words
    ):
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


def _behind(block: Block, index: int, choice: Choice, spoken: bool) -> list[Sentence]:
    """What is said behind a block's text though it stands elsewhere: its attribution or its credit."""
    if isinstance(block, (Quote, PullQuote)) and block.attribution and spoken:
        if choice.level(block) == "short":
            return []
        return _added(block.attribution, len(block.text), index, "attribution", choice)
    if isinstance(block, Figure) and block.credit and choice.levels["credits"] != "skip":
        whole = choice.levels["credits"] == "full"
        text = block.credit.text if whole else agency(block.credit)
        said = _added(text, len(block.text), index, "credit", choice)
        return said if text == block.credit.text else _marked_short(said)
    return []


def _added(text: str, at: int, index: int, role: str, choice: Choice) -> list[Sentence]:
    """Sentences of words that have no place in the block's own text."""
    sentences = _aloud(_read(text, choice), index, role, choice)
    return [
        replace(sentence, words=tuple(replace(word, start=at, end=at) for word in sentence.words if word.say))
        for sentence in sentences
    ]


def _marked_short(said: list[Sentence]) -> list[Sentence]:
    """The same with a silent word for what is left unsaid, which has no place in the block either."""
    if not said:
        return said
    at = said[-1].words[-1].end
    return [*said[:-1], replace(said[-1], words=(*said[-1].words, Word(at, at, "", SHORTENED)))]
