"""The language of a text that does not say it."""

from __future__ import annotations

from typing import TypeGuard

__all__ = ["is_language", "language_of"]

_SAMPLE = 3000  # characters; more changes no answer
_FALLBACK = "en"


# The commonest words of English that are words of few other languages.
_ENGLISH = frozenset({"the", "of", "and", "to", "that", "is", "was", "with", "for", "it"})
_ENGLISH_SHARE = 0.12  # of all words; English prose has 0.2, other languages below 0.03


# Codes that say nothing, and those of countries that are often written for their languages.
_NO_LANGUAGE = frozenset({"und", "zxx", "mul", "mis", "jp", "cn", "gr", "cz", "dk", "ua"})


def is_language(tag: str | None) -> TypeGuard[str]:
    """True for a tag that names a language; a declaration that does not is no better than none.

    >>> is_language("en-GB"), is_language("jp"), is_language(None)
    (True, False, False)
    """
    return tag is not None and tag.split("-", maxsplit=1)[0].lower() not in _NO_LANGUAGE


def language_of(text: str) -> str:
    """A BCP 47 language code by the text's own letters; "en" where there are too few to tell.

    >>> language_of("Die Fähre fährt auch in diesem Winter jede Nacht zur Insel hinüber.")
    'de'
    """
    sample = text[:_SAMPLE]
    if sum(char.isalpha() for char in sample) < 20:
        return _FALLBACK
    if _plainly_english(sample):
        return "en"
    from py3langid.langid import classify

    return str(classify(sample)[0])


def _plainly_english(text: str) -> bool:
    """True where the commonest words settle it: loading the classifier takes a quarter of a second."""
    words = text.lower().split()
    return len(words) >= 20 and sum(word in _ENGLISH for word in words) > _ENGLISH_SHARE * len(words)
