"""Long addresses: said by their site alone, because nobody can write down a query that they hear.

A short address ("bbc.co.uk/news") is meant to be heard: the language's own rules find it, and give what
`address_words` says it with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

__all__ = ["RULE", "address_words", "link_words", "site_of"]

RULE = "link"

_ADDRESS = re.compile(
    r"(?:(?P<scheme>https?|ftp)://)?(?:[^\s/@]{1,80}@)?(?P<host>(?:[\w-]{1,63}\.)+[a-z]{2,18})(?::\d{1,5})?"
    r"(?P<path>/[^\s?#]*)?(?P<query>[?#]\S*)?",
    re.IGNORECASE,
)
_SEGMENTS = 2  # of a path that a listener can keep: "/news/world"
_LONGEST_QUERY = 6  # characters: "?id=7"
_LONGEST_SEGMENT = 16  # characters; a longer one is a title or a number
_FIGURES = re.compile(r"\d{5}")  # a year or a short code can be heard
_WORDS = {"en": "link to", "de": "Link zu", "fr": "lien vers", "es": "enlace a", "it": "link a"}


def site_of(core: str) -> str | None:
    """The site of an address that is too long to be heard; None for any other text.

    >>> site_of("https://www.example.com/news/2024/05/rain?utm_source=x")
    'example.com'
    >>> site_of("example.com/news"), site_of("and/or")
    (None, None)
    """
    if "." not in core or "/" not in core:
        return None
    match = _ADDRESS.fullmatch(core)
    if match is None or not (match["path"] or match["query"]):
        return None
    segments = [segment for segment in (match["path"] or "").split("/") if segment]
    easy = (
        len(match["query"] or "") <= _LONGEST_QUERY
        and len(segments) <= _SEGMENTS
        and all(len(one) <= _LONGEST_SEGMENT and not _FIGURES.search(one) for one in segments)
    )
    return None if easy else match["host"].lower().removeprefix("www.")


def link_words(language: str) -> str:
    """What stands before the site: "link to"; "" in a language that has no words for it yet."""
    return _WORDS.get(language, "")


def address_words(
    pieces: Iterable[str],
    signs: Mapping[str, str],
    spelled: Collection[str],
    number: Callable[[str], str],
    letters: Callable[[str], str],
) -> str:
    """Words, figures and signs of an address as a language says them; two or three capitals are spelled."""
    said: list[str] = []
    for piece in pieces:
        if piece in signs:
            said.append(signs[piece])
        elif piece.isascii() and piece.isdecimal():
            said.append(number(piece))
        elif piece.lower() in spelled or (piece.isupper() and 1 < len(piece) < 4):
            said.append(letters(piece))
        else:
            said.append(piece)
    return " ".join(said)
