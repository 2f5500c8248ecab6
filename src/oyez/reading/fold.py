"""Text folded for comparison: the same words in another dress compare equal, in any language."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["Bag", "fold", "shingles"]

_WORD = re.compile(r"\w+")
_SHINGLE = 3  # words; shorter ones meet by chance, longer ones break at every edited comma


def fold(text: str) -> str:
    """Lower-case words of `text` joined by single spaces; marks, quotes and spacing are gone.

    >>> fold("“Rain,  at LAST!”")
    'rain at last'
    """
    return " ".join(_tokens(text))


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
        wanted = shingles(text)
        return len(wanted & self._seen) / len(wanted) if wanted else 0.0


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        if word.isascii() or not _unspaced(word):
            tokens.append(word)
        else:
            tokens.extend(word)
    return tokens


def _unspaced(word: str) -> bool:
    return any("\u0e00" <= char <= "\u0eff" or "\u3040" <= char <= "\u9fff" for char in word)
