"""Text -> words that are said: the way of every text, whatever part of the article it is.

text -> sentences -> tokens -> readings, a listener's own first -> phrase marks -> pronunciations -> breaths
"""

from __future__ import annotations

from collections.abc import Sequence

from oyez.model.language import primary
from oyez.model.script import Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.languages import read, tokeniser
from oyez.scripting.line import Said
from oyez.scripting.options import Quotations
from oyez.scripting.phrasing import phrase
from oyez.scripting.pronouncing import pronounced, pronunciations
from oyez.scripting.references import with_references, without
from oyez.scripting.sayings import RULE, Sayings
from oyez.scripting.sentences import spans
from oyez.scripting.tokens import Token

__all__ = ["phonemes", "say", "sentences_of", "span_words", "spoken"]

_WITHOUT_SPACES = frozenset({"zh", "cmn", "yue", "ja", "th"})
_MARKS = " .,;:!?…\"'“”‘’()[]—–-"


def spoken(text: str, language: str = "en") -> str:
    """What is said for a text: words joined by spaces (parts of a compound as it is written), letters apart.

    >>> spoken("The US pledged $4.5bn in 2017.")
    'The U S pledged four point five billion dollars in twenty seventeen'
    """
    sentences = sentences_of(text, language, quotations="none")
    said, end = "", 0
    for word in (word for sentence in sentences for word in sentence.words if word.say):
        joined = word.start == end and word.rule == "plain" and text[end - 1 : end] == "-"
        said += f"{'-' if joined else ' '}{word.say}" if said else word.say
        end = word.end
    return said


def phonemes(sentence: str, word: str, language: str = "en") -> str:
    """IPA of a word as it will be spoken there; "" where the voice's own reading of it stands.

    >>> phonemes("Zelenskyy flew home.", "Zelenskyy"), phonemes("Nobody flew home.", "home")
    ('zəlˈɛnski', '')
    """
    wanted = word.casefold()
    said = [one for breath in sentences_of(sentence, language) for one in breath.words if one.phonemes]
    for one in said:
        if wanted in (one.say.casefold(), sentence[one.start : one.end].strip(_MARKS).casefold()):
            return one.phonemes or ""
    return next((one.phonemes or "" for one in said if wanted in one.say.casefold().split()), "")


def say(text: str, language: str, sayings: Sayings | None = None) -> str:
    """The same for a label: one line without sentences of its own."""
    words = span_words(text, 0, len(text), language, sayings=sayings)
    return " ".join(word.say for word in words if word.say)


def sentences_of(
    text: str,
    language: str,
    *,
    quotations: Quotations = "pause",
    captions: bool = False,
    references: Sequence[tuple[int, int]] = (),
    sayings: Sayings | None = None,
) -> list[Breath]:
    """The words of each sentence; together they cover every visible character of `text`.

    A sentence in which nothing sounds (a row of stars, an emoji) joins the one before it. `references`
    are ranges of footnote marks: shown, never said, and no part of the word they are set against.
    """
    plain = without(text, references) if references else text
    found = (
        span_words(plain, start, end, language, quotations=quotations, captions=captions, sayings=sayings)
        for start, end in spans(plain, language)
    )
    sentences = [breath for words in sounding(found) for breath in breaths(words)]
    return with_references(sentences, references) if references else sentences


def span_words(
    text: str,
    start: int,
    end: int,
    language: str,
    *,
    quotations: Quotations = "none",
    captions: bool = False,
    mark: str = ".",
    sayings: Sayings | None = None,
) -> list[Word]:
    """The words of text[start:end] as one sentence that ends with `mark` where it has no mark of its own."""
    tokens = tokeniser(language)(text, start, end)
    if sayings is None:
        tokens, _ = _words(text, tokens, language)
        words = phrase(tokens, read(tokens, language, captions), language, quotations, mark)
        return pronounced(words, text, pronunciations(language))
    tokens, found = sayings.applied(text, tokens, lambda part: _read_alone(part, language))
    tokens, places = _words(text, tokens, language, [index for index, _ in found])
    said = read(tokens, language, captions)
    for index, (_, own) in zip(places, found, strict=True):
        said[index] = Said(own, RULE)
    return pronounced(phrase(tokens, said, language, quotations, mark), text, sayings.known)


def _words(
    text: str, tokens: list[Token], language: str, alone: Sequence[int] = ()
) -> tuple[list[Token], Sequence[int]]:
    """Tokens that are words, in scripts that write none apart, and the new places of those in `alone`."""
    if not tokens or primary(language) not in _WITHOUT_SPACES:
        return tokens, alone
    from oyez.scripting.segmenting import segmented

    return segmented(text, tokens, language, alone)


def _read_alone(part: str, language: str) -> str:
    """What a part of a token says without its neighbours."""
    return read([Token(0, len(part), "", part, "")], language)[0].say
