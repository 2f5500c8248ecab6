"""Text folded for comparison: the same words in another dress compare equal, in any language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["Bag", "fold", "shingles"]

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u9fff]")  # Thai, Lao, kana, Han: words run together
_LINE = 500  # characters; longer texts are not kept
_SHINGLE = 3  # words; shorter ones meet by chance, longer ones break at every edited comma


def fold(text: str) -> str:
    """Lower-case words of `text` joined by single spaces; marks, quotes and spacing are gone.

    >>> fold("“Rain,  at LAST!”")
    'rain at last'
    """
    return _folded_line(text) if len(text) <= _LINE else " ".join(_tokens(text))


@lru_cache(maxsize=4096)  # several judges ask for each line of a page; 4 MB at most
def _folded_line(line: str) -> str:
    return " ".join(_tokens(line))


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Runs of three words (of three characters in scripts without spaces)."""
    tokens = _tokens(text)
    if len(tokens) < _SHINGLE:
        return frozenset({tuple(tokens)} if tokens else ())
    return frozenset(zip(tokens, tokens[1:], tokens[2:], strict=False))


class Bag:
    """The shingles of a body of text, to ask how much of a line it already says."""

    def __init__(self, text: str) -> None:
        self._seen = shingles(text)

    def share(self, text: str) -> float:
        """Share of the shingles of `text` that stand here, 0 to 1."""
        return self.holds(shingles(text))

    def holds(self, wanted: frozenset[tuple[str, ...]]) -> float:
        """The same for shingles that are known already."""
        return len(wanted & self._seen) / len(wanted) if wanted else 0.0


def _tokens(text: str) -> list[str]:
    if text.isascii():
        return _WORD.findall(text.lower())
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    if not _UNSPACED.search(text):
        return words
    tokens: list[str] = []
    for word in words:
        if word.isascii() or not _UNSPACED.search(word):
            tokens.append(word)
        else:
            tokens.extend(word)
    return tokens
