"""How much is spoken of the parts that are no running text: skipped, shortened or in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal, cast, get_args

from oyez.errors import InvalidOption

__all__ = [
    "DEFAULT_LEVELS",
    "DEFAULT_SPEAK",
    "LEVELS",
    "OPTION_OF",
    "QUOTATIONS",
    "SPEAKABLE",
    "Level",
    "Quotations",
    "check_quotations",
    "check_speak",
]

SPEAKABLE = ("captions", "credits", "quotes", "bylines", "tables", "code", "footnotes")
"""Parts a listener may switch on or off; "quotes" are pull quotes, a block quotation is always spoken."""

DEFAULT_SPEAK = frozenset({"tables"})

Level = Literal["skip", "short", "full"]
LEVELS: tuple[Level, ...] = get_args(Level)
DEFAULT_LEVELS: Mapping[str, Level] = {
    kind: "full" if kind in DEFAULT_SPEAK else "skip" for kind in SPEAKABLE
}

# The option that has a kind of block spoken; kinds not named here are always spoken.
OPTION_OF = {
    "byline": "bylines",
    "dateline": "bylines",
    "figure": "captions",
    "pull-quote": "quotes",
    "table": "tables",
    "code": "code",
    "footnote": "footnotes",
}

Quotations = Literal["pause", "words", "none"]
QUOTATIONS = ("pause", "words", "none")


def check_speak(speak: Collection[str] | Mapping[str, str] | None) -> dict[str, Level]:
    """The level of every kind in SPEAKABLE.

    A mapping sets the kinds it names, the others keep their default; names alone are spoken in full
    and nothing else is; None is the default. InvalidOption where a kind or a level is not known.

    >>> [kind for kind, level in check_speak(["captions", "credits"]).items() if level == "full"]
    ['captions', 'credits']
    >>> levels = check_speak({"captions": "short"})
    >>> levels["captions"], levels["tables"], levels["code"]
    ('short', 'full', 'skip')
    """
    if speak is None:
        return dict(DEFAULT_LEVELS)
    if not isinstance(speak, Mapping):
        names = frozenset([speak] if isinstance(speak, str) else speak)
        _check_kinds(names)
        return {kind: "full" if kind in names else "skip" for kind in SPEAKABLE}
    _check_kinds(frozenset(speak))
    for kind, level in speak.items():
        if level not in LEVELS:
            raise InvalidOption(
                f"cannot speak {kind} {level!r}", f"choose the level among {', '.join(LEVELS)}"
            )
    return {**DEFAULT_LEVELS, **cast("Mapping[str, Level]", speak)}


def _check_kinds(names: Collection[str]) -> None:
    if unknown := frozenset(names).difference(SPEAKABLE):
        raise InvalidOption(
            f"cannot speak {', '.join(sorted(map(repr, unknown)))}", f"choose among {', '.join(SPEAKABLE)}"
        )


def check_quotations(quotations: str) -> None:
    """InvalidOption where `quotations` is not one of QUOTATIONS."""
    if quotations not in QUOTATIONS:
        raise InvalidOption(
            f"quotations={quotations!r} is not known", f"choose among {', '.join(QUOTATIONS)}"
        )
