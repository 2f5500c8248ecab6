"""Which of the parts that are shown are also spoken."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from oyez.errors import InvalidOption

__all__ = ["DEFAULT_SPEAK", "QUOTATIONS", "SPEAKABLE", "Quotations", "check_quotations", "check_speak"]

SPEAKABLE = ("captions", "credits", "quotes", "bylines", "tables", "code", "footnotes")
"""Parts a listener may switch on or off; "quotes" are pull quotes, a block quotation is always spoken."""

DEFAULT_SPEAK = frozenset({"tables"})

Quotations = Literal["pause", "words", "none"]
QUOTATIONS = ("pause", "words", "none")


def check_speak(speak: Collection[str]) -> frozenset[str]:
    """`speak` as a set; InvalidOption where it names something else than SPEAKABLE.

    >>> sorted(check_speak(["captions", "credits"]))
    ['captions', 'credits']
    """
    names = frozenset([speak] if isinstance(speak, str) else speak)
    if unknown := names.difference(SPEAKABLE):
        raise InvalidOption(
            f"cannot speak {', '.join(sorted(map(repr, unknown)))}", f"choose among {', '.join(SPEAKABLE)}"
        )
    return names


def check_quotations(quotations: str) -> None:
    """InvalidOption where `quotations` is not one of QUOTATIONS."""
    if quotations not in QUOTATIONS:
        raise InvalidOption(
            f"quotations={quotations!r} is not known", f"choose among {', '.join(QUOTATIONS)}"
        )
