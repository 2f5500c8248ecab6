"""Who says what: words in quotation marks, with the speaker that the text states."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Passage", "Quotation"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters start:end of a block's text (code points; UTF-16 units in JSON are the caller's job)."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of quotations by one speaker.

    speaker    as the text names them, in the fullest form that stood before ("Ada Mwangi" for "Mwangi")
    passages   the quoted words without their marks, in page order; never empty
    evidence   where the text says so ("said Mwangi", for the first passage); None: the block's attribution
    inferred   True where a pronoun stands there and the speaker was named in the sentence before
    """

    speaker: str
    passages: tuple[Passage, ...]
    evidence: Passage | None
    inferred: bool = False
