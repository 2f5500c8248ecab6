"""What a listener chose of an article, and what is shown only because of it: decisions, no words.

levels, quotations, sayings, lexicon + the article's language -> a Choice for each language in it
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from oyez.model.article import (
    Block,
    Code,
    Dateline,
    Embed,
    Figure,
    Person,
    PullQuote,
    Quote,
    Table,
)
from oyez.model.script import Sentence, Silent
from oyez.scripting.detecting import part_language
from oyez.scripting.languages import has_rules, size
from oyez.scripting.lexicon import Lexicon
from oyez.scripting.options import OPTION_OF, Level, Quotations
from oyez.scripting.sayings import Sayings

__all__ = ["Choice", "Choices", "folded", "silences", "why_silent"]

_PLURALS = {"dateline": "datelines", "figure": "captions", "pull-quote": "pull quotes"}
_WITHOUT_SPEAKER = "pull quotes are read without their speaker"
_FOLD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the listener asked for, and what the article says of itself, for parts in one language."""

    levels: Mapping[str, Level]
    quotations: Quotations
    sayings: Sayings | None
    language: str
    people: tuple[Person, ...]

    def level(self, block: Block) -> Level:
        """How much of a block is spoken."""
        option = OPTION_OF.get(block.kind)
        return self.levels[option] if option else "full"


@dataclass(slots=True)
class Choices:
    """The listener's choice in each language of an article, made as they are met."""

    article: Choice
    sayings: Mapping[str, str]
    lexicon: Lexicon
    _others: dict[str, Choice] = field(default_factory=dict)
    _places: dict[str, list[int]] = field(default_factory=dict)

    def of(self, text: str, block: int | None = None) -> Choice:
        """For a text of the article, by the language it is in; `block` for the notes."""
        language = part_language(text, self.article.language)
        if language == self.article.language:
            return self.article
        if block is not None:
            self._places.setdefault(language, []).append(block)
        if language not in self._others:
            own = Sayings.of(self.sayings, language, self.lexicon)
            self._others[language] = replace(self.article, language=language, sayings=own)
        return self._others[language]

    def notes(self, blocks: Sequence[Block]) -> tuple[str, ...]:
        """What a listener should know of languages: which there are, and which have no rules."""
        page = self.article.language
        notes = [
            f"{'blocks' if len(places) > 1 else 'block'} {', '.join(map(str, places))}: "
            f"read as {language}, the article is {page}"
            for language, places in self._places.items()
        ]
        notes += [
            f"no speaking rules for {language} yet: numbers and abbreviations are left to the voice"
            for language in (page, *self._others)
            if not has_rules(language)
        ]
        if not size("row", 2, page) and any(
            isinstance(block, Table | Code) and self.article.level(block) == "short" for block in blocks
        ):
            notes.append(f"no short forms for {page} yet: tables name their columns, code is shown")
        return tuple(notes)


def folded(text: str) -> str:
    """A text by its letters and figures alone, to know it again."""
    return _FOLD.sub(" ", text.casefold()).strip()


def why_silent(block: Block, choice: Choice, heard: Collection[str]) -> str | None:
    """Why a block's text is not spoken, or None; `heard` are captions already read, folded."""
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
    if isinstance(block, Figure) and folded(block.caption) in heard:
        return "repeated caption"
    return None


def silences(
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
