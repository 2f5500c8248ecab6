"""How long a text takes to read in silence."""

from __future__ import annotations

import math
import re

from oyez.model.language import primary

__all__ = ["count_units", "minutes_to_read", "reading_rate", "seconds_to_read"]

WORDS_PER_MINUTE = 238  # silent reading of English non-fiction, Brysbaert 2019 (meta-analysis)
CHARACTERS_PER_MINUTE = 500  # for scripts written without spaces; the figure Medium uses
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue"})

_LETTER = re.compile(r"\w")


def _unspaced(language: str) -> bool:
    return primary(language) in UNSPACED


def reading_rate(language: str) -> int:
    """Units a minute: words, or characters in languages written without spaces."""
    return CHARACTERS_PER_MINUTE if _unspaced(language) else WORDS_PER_MINUTE


def count_units(text: str, language: str) -> int:
    """Words of `text`; characters (letters and digits) in languages written without spaces.

    >>> count_units("Rain - at last!", "en"), count_units("下雨了。", "zh")
    (3, 3)
    """
    if _unspaced(language):
        return len(_LETTER.findall(text))
    return sum(1 for word in text.split() if _LETTER.search(word))


def seconds_to_read(text: str, language: str) -> float:
    """Silent reading time in seconds."""
    return 60 * count_units(text, language) / reading_rate(language)


def minutes_to_read(text: str, language: str) -> int:
    """Silent reading time in whole minutes, rounded up.

    >>> minutes_to_read("word " * 239, "en")
    2
    """
    return math.ceil(count_units(text, language) / reading_rate(language))
