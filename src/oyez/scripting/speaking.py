"""Text -> words that are said: the way of every text, whatever part of the article it is.

text -> sentences -> tokens -> readings, a listener's own first -> phrase marks -> breaths
"""

from __future__ import annotations

from collections.abc import Sequence

from oyez.model.script import Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.en.line import Said
from oyez.scripting.languages import read, tokeniser
from oyez.scripting.options import Quotations
from oyez.scripting.phrasing import phrase
from oyez.scripting.references import with_references, without
from oyez.scripting.sayings import RULE, Sayings
from oyez.scripting.sentences import spans
from oyez.scripting.tokens import Token

__all__ = ["say", "sentences_of", "span_words", "spoken"]


def spoken(text: str, language: str = "en") -> str:
    """What is said for a text: words joined by spaces, letters that are spelled apart.

    >>> spoken("The US pledged $4.5bn in 2017.")
    'The U S pledged four point five billion dollars in twenty seventeen'
    """
    sentences = sentences_of(text, language, quotations="none")
    return " ".join(word.say for sentence in sentences for word in sentence.words if word.say)


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
        return phrase(tokens, read(tokens, language, captions), language, quotations, mark)
    tokens, found = sayings.applied(text, tokens, lambda part: _read_alone(part, language))
    said = read(tokens, language, captions)
    for index, own in found:
        said[index] = Said(own, RULE)
    return phrase(tokens, said, language, quotations, mark)


def _read_alone(part: str, language: str) -> str:
    """What a part of a token says without its neighbours."""
    return read([Token(0, len(part), "", part, "")], language)[0].say
