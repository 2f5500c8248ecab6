"""The lexicons that come with Oyez: names and terms of the news, as a newsreader says them.

en/news.tsv -> one Entry a line, each with its source: "own" is a transcription made for Oyez
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

from oyez.model.language import primary
from oyez.scripting.lexicon import Entry, Lexicon

__all__ = ["built_in_lexicon"]

_FILES = {"en": "en/news.tsv"}  # below this package, by primary language
_NONE = Lexicon()


def built_in_lexicon(language: str) -> Lexicon:
    """The built-in entries for texts of a language; none for most languages."""
    return _read(primary(language)) if primary(language) in _FILES else _NONE


@cache
def _read(language: str) -> Lexicon:
    text = (get_data("oyez.scripting", _FILES[language]) or b"").decode(
        "utf-8"
    )  # lighter than importlib.resources
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return Lexicon(
        tuple(Entry(written, ipa, language=language, source=source) for written, ipa, source in rows)
    )
