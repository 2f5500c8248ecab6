"""Text -> words that are said: the way of every text, whatever part of the article it is.

text -> sentences -> tokens -> readings -> phrase marks -> breaths
"""

from __future__ import annotations

from collections.abc import Sequence

from oyez.model.script import Word
from oyez.scripting.breath import Breath, breaths, sounding
from oyez.scripting.languages import read, tokeniser
from oyez.scripting.options import Quotations
from oyez.scripting.phrasing import phrase
from oyez.scripting.references import with_references, without
from oyez.scripting.sentences import spans

__all__ = ["say", "sentences_of", "span_words", "spoken"]


def spoken(text: str, language: str = "en") -> str:
    """What is said for a text: words joined by spaces, letters that are spelled apart.

    >>> spoken("The US pledged $4.5bn in 2017.")
    'The U S pledged four point five billion dollars in twenty seventeen'
    """
    sentences = sentences_of(text, language, quotations="none")
    return " ".join(word.say for sentence in sentences for word in sentence.words if word.say)


def say(text: str, language: str) -> str:
    """The same for a label: one line without sentences of its own."""
    return " ".join(word.say for word in span_words(text, 0, len(text), language) if word.say)


def sentences_of(
    text: str,
    language: str,
    *,
    quotations: Quotations = "pause",
    captions: bool = False,
    references: Sequence[tuple[int, int]] = (),
) -> list[Breath]:
    """The words of each sentence; together they cover every visible character of `text`.

    A sentence in which nothing sounds (a row of stars, an emoji) joins the one before it. `references`
    are ranges of footnote marks: shown, never said, and no part of the word they are set against.
    """
    plain = without(text, references) if references else text
    found = (
        span_words(plain, start, end, language, quotations=quotations, captions=captions)
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
) -> list[Word]:
    """The words of text[start:end] as one sentence that ends with `mark` where it has no mark of its own."""
    tokens = tokeniser(language)(text, start, end)
    return phrase(tokens, read(tokens, language, captions), language, quotations, mark)
