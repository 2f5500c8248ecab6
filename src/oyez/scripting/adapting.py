"""Article -> Script.

    title, then each block -> spoken or silent? -> its sentences -> pauses between them -> Script

Deciding (`_silent`, the level of each kind) stands apart from doing (`_sentences`): what is read, and how
much of it, is a listener's choice.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from oyez.model.article import (
    Article,
    Block,
    Byline,
    Code,
    Dateline,
    Embed,
    Figure,
    Footnote,
    ListItem,
    Person,
    PullQuote,
    Quote,
    Table,
)
from oyez.model.script import Script, Sentence, Silent, Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.languages import announcement, count, has_rules, size, tokeniser
from oyez.scripting.options import OPTION_OF, Level, Quotations, check_quotations, check_speak
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

_PLURALS = {"dateline": "datelines", "figure": "captions", "pull-quote": "pull quotes"}
_ROLES = {"figure": "caption"}
_WITHOUT_SPEAKER = "pull quotes are read without their speaker"
_NO_SAYINGS: Mapping[str, str] = MappingProxyType({})
_FOLD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Choice:
    """What the listener asked for, and what the article says of itself."""

    levels: Mapping[str, Level]
    quotations: Quotations
    sayings: Sayings | None
    language: str
    people: tuple[Person, ...]

    def level(self, block: Block) -> Level:
        """How much of a block is spoken."""
        option = OPTION_OF.get(block.kind)
        return self.levels[option] if option else "full"


def adapt(
    article: Article,
    *,
    speak: Collection[str] | Mapping[str, str] | None = None,
    quotations: Quotations = "pause",
    sayings: Mapping[str, str] = _NO_SAYINGS,
) -> Script:
    """What is said of an article, in order, and what is shown only.

    speak       the parts beyond title and running text, out of SPEAKABLE: {kind: "skip" | "short" | "full"},
                where a kind not named keeps its default, or the names of those spoken in full
    quotations  how a quotation is heard: "pause" on both sides, "words" ("quote", "end quote"), or "none"
    sayings     a listener's own: written form -> how it is said, at most 500

    Raises InvalidOption for what is not among those.
    """
    check_quotations(quotations)
    language = article.language or "und"
    own = Sayings.of(sayings, tokeniser(language), has_rules(language)) if sayings else None
    choice = _Choice(check_speak(speak), quotations, own, language, article.people)
    sentences = _aloud(_read(article.title, choice), None, "headline", choice)
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
        short = choice.level(block) == "short"
        silent.extend(_silences(block, index, why, said=said, behind=behind, short=short))
        sentences += said + behind
    return Script(article, tuple(sentences), tuple(silent), language, _notes(article.blocks, choice))


def _notes(blocks: Sequence[Block], choice: _Choice) -> tuple[str, ...]:
    language = choice.language
    notes = []
    if not has_rules(language):
        notes.append(f"no speaking rules for {language} yet: numbers and abbreviations are left to the voice")
    if not size("row", 2, language) and any(
        isinstance(block, Table | Code) and choice.level(block) == "short" for block in blocks
    ):
        notes.append(f"no short forms for {language} yet: tables name their columns, code is shown")
    return tuple(notes)


def _read(text: str, choice: _Choice) -> list[Breath]:
    """A text's words, sentence by sentence."""
    return sentences_of(text, choice.language, quotations=choice.quotations, sayings=choice.sayings)


def _folded(text: str) -> str:
    return _FOLD.sub(" ", text.casefold()).strip()


def _silent(block: Block, choice: _Choice, heard: Collection[str]) -> str | None:
    """Why a block's text is not spoken, or None."""
    if isinstance(block, Embed):
        return "embedded content is shown"
    if isinstance(block, PullQuote) and block.repeats is not None:
        return "repeats a sentence already read"
    level = choice.level(block)
    if level == "short" and isinstance(block, Dateline):
        return "a short byline has no dateline"
    if level == "skip":
        if isinstance(block, Code):
            return "code is shown, not read"
        return f"{_PLURALS.get(block.kind, block.kind + 's')} are shown, not read"
    if isinstance(block, Figure) and _folded(block.caption) in heard:
        return "repeated caption"
    return None


def _silences(
    block: Block,
    index: int,
    why: str | None,
    *,
    said: Sequence[Sentence],
    behind: Sequence[Sentence],
    short: bool,
) -> Iterator[Silent]:
    """The parts of a block that are shown only; a part without visible characters is none."""
    reason = why or "nothing in it is said"
    if not said and block.text.strip():
        yield Silent(index, reason)
    if behind:
        return
    if isinstance(block, (Quote, PullQuote)) and block.attribution and block.attribution.strip():
        yield Silent(index, _WITHOUT_SPEAKER if said and short else reason, "attribution")
    if isinstance(block, Figure) and block.credit and block.credit.text.strip():
        yield Silent(index, "credits are shown, not read", "credit")


def _sentences(block: Block, index: int, choice: _Choice) -> list[Sentence]:
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


def _in_full(block: Block, choice: _Choice) -> list[Breath]:
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


def _lines(text: str, choice: _Choice) -> list[Breath]:
    """Program text line by line."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(span_words(text, at, at + len(line), choice.language, sayings=choice.sayings))
        at += len(line) + 1
    return [breath for words in sounding(lines) for breath in breaths(words)]


def _announced(said: list[Breath], block: Block, role: str, choice: _Choice) -> list[Breath]:
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


def _aloud(said: Sequence[Breath], index: int | None, role: str, choice: _Choice) -> list[Sentence]:
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


def _behind(block: Block, index: int, choice: _Choice, spoken: bool) -> list[Sentence]:
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


def _added(text: str, at: int, index: int, role: str, choice: _Choice) -> list[Sentence]:
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
