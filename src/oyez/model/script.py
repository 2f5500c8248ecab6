"""The script: what is said, word by word, each word tied to its characters on the page.

The law: within a sentence and a block, word ranges rise, never overlap, and leave out no visible
character. `start == end` marks a word that Oyez adds, an announcement.
"""

from __future__ import annotations

from dataclasses import dataclass

from oyez.errors import NothingToSay
from oyez.model.article import Article

__all__ = ["Script", "Sentence", "Silent", "Word", "require_speech"]


@dataclass(frozen=True, slots=True)
class Word:
    """The unit of highlighting: characters start:end of the block's text, and what is said for them.

    say        spoken words, without punctuation; "" is silent (a dash standing alone)
    rule       the rule that chose `say`; "plain" says the text as written
    mark       the phrase mark after the word ("," ";" ":" "." "?" "!" "…"), which shapes the voice's melody
    phonemes   IPA that overrides the voice's own pronunciation of `say`
    """

    start: int
    end: int
    say: str
    rule: str = "plain"
    mark: str = ""
    phonemes: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a voice says in one breath. `block` None is the title; `pause` in seconds follows it."""

    block: int | None
    words: tuple[Word, ...]
    pause: float
    language: str
    role: str

    @property
    def said(self) -> str:
        """What is said, with its phrase marks: the text a voice is given."""
        return " ".join(word.say + word.mark for word in self.words if word.say)

    @property
    def said_words(self) -> int:
        """How many words are spoken ("HK$98.4bn" is one word to the eye and six to the ear)."""
        return sum(len(word.say.split()) for word in self.words)

    @property
    def shown_words(self) -> int:
        """How many words of the page this covers."""
        return sum(1 for word in self.words if word.say and word.end > word.start)


@dataclass(frozen=True, slots=True)
class Silent:
    """Shown, not spoken: a block, or its credit or attribution ("text", "credit", "attribution")."""

    block: int
    why: str
    part: str = "text"


@dataclass(frozen=True, slots=True)
class Script:
    """An article made ready to be spoken."""

    article: Article
    sentences: tuple[Sentence, ...]
    silent: tuple[Silent, ...]
    language: str
    notes: tuple[str, ...] = ()

    @property
    def said_words(self) -> int:
        """Words as spoken: the count behind every words-per-minute figure."""
        return sum(sentence.said_words for sentence in self.sentences)

    @property
    def shown_words(self) -> int:
        """Words as written on the page and spoken."""
        return sum(sentence.shown_words for sentence in self.sentences)


def require_speech(script: Script) -> None:
    """NothingToSay where nothing of an article is spoken."""
    if not script.said_words:
        raise NothingToSay(
            "nothing of this article is spoken: it holds only what is shown",
            "choose what to speak beside the text (in a terminal: --speak captions,quotes,bylines,code)",
        )
