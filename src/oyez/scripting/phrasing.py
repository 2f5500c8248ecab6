"""Phrase marks: the punctuation of a text, folded to the few marks that shape a voice's melody.

tokens + what they say -> mark behind each word -> quotations made audible -> end of sentence
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oyez.model.script import Word
from oyez.scripting.languages import announcement
from oyez.scripting.line import Said
from oyez.scripting.options import Quotations
from oyez.scripting.quotations import quotation_ends
from oyez.scripting.tokens import Token

__all__ = ["CLOSING", "phrase"]

CLOSING = frozenset(".?!…:")
"""Marks that end a sentence."""

_FOLDED = (
    ("…", re.compile(r"…|‥|\.\s?\.")),
    ("?", re.compile(r"[?？؟፧՞]")),
    ("!", re.compile(r"[!！՜]")),
    (".", re.compile(r"[.。．｡۔।॥።፨׃།၊။។៖։]")),
    (":", re.compile(r"[:：፡]")),
    (";", re.compile(r"[;；؛፤]")),
    (",", re.compile(r"[,，、､،፣—―–⸺⸻|)）}]|--")),
)
_SINGLE = {
    "": "",
    ",": ",",
    ".": ".",
    ")": ",",
    "”": "",
    '"': "",
    "’": "",
    "'": "",
    ":": ":",
    ";": ";",
    "?": "?",
    "!": "!",
}
_INTERRUPTING = re.compile(r"[(（{—―⸺⸻|]|--")
_STANDING_DASH = re.compile(r"[-–—―⸺⸻|/•·]+|--+")
# A full stop behind what these rules said is the abbreviation's own.
_SHORTENED = frozenset(
    {"abbreviation", "letters", "acronym", "date", "time", "unit", "currency", "photo position", "ordinal"}
)


@dataclass(slots=True)
class _Draft:
    """A Word in the making."""

    start: int
    end: int
    say: str
    rule: str
    mark: str = ""

    def word(self) -> Word:
        return Word(self.start, self.end, self.say, self.rule, self.mark if self.say else "")


def phrase(
    tokens: Sequence[Token], said: Sequence[Said], language: str, quotations: Quotations, end: str = "."
) -> list[Word]:
    """The words of one sentence with their marks; `end` closes it where the text has no mark of its own."""
    drafts = [
        _Draft(token.start, token.end, one.say, one.rule) for token, one in zip(tokens, said, strict=True)
    ]
    _mark(tokens, drafts)
    if quotations != "none":
        drafts = _quote(tokens, drafts, language, quotations)
    _close(drafts, end)
    return [draft.word() for draft in drafts]


def _fold(text: str) -> str:
    """The strongest mark in a run of punctuation.

    >>> _fold("?!"), _fold(").”"), _fold("”")
    ('?', '.', '')
    """
    single = _SINGLE.get(text)
    if single is not None:
        return single
    return next((mark for mark, pattern in _FOLDED if pattern.search(text)), "")


def _mark(tokens: Sequence[Token], drafts: Sequence[_Draft]) -> None:
    """Set each word's mark from the punctuation around it; marks of silent tokens go to the word before."""
    spoken: _Draft | None = None
    last = len(tokens) - 1
    for index, (token, draft) in enumerate(zip(tokens, drafts, strict=True)):
        if spoken and token.before and not spoken.mark and _INTERRUPTING.search(token.before):
            spoken.mark = ","
        if not token.core:
            mark = "," if _STANDING_DASH.fullmatch(token.before) else _fold(token.before)
        else:
            mark = _fold(token.after) if token.after else ""
        if (
            mark == ","
            and ")" in token.after
            and (token.core + token.after).count("(") >= token.after.count(")")
        ):
            mark = ""  # take_reading(): its own bracket
        if mark == "." and index < last:
            mark = _inner_stop(token, draft, tokens[index + 1])
        if draft.say:
            spoken = draft
            draft.mark = mark
        elif spoken and mark and (not spoken.mark or spoken.mark == ","):
            spoken.mark = mark


def _inner_stop(token: Token, draft: _Draft, following: Token) -> str:
    """What a full stop within a sentence is: the end of an inner one, a pause, or an abbreviation's own."""
    if token.after.startswith((".,", ".;", ".:")) or (token.after == ".)" and draft.rule in _SHORTENED):
        return ","  # an abbreviation's own: "Mo., 5. Juni", "der Trainer (M.) Ada Weber"
    if len(token.after) > 1 and not token.after.endswith("."):
        return "," if following.core[:1].islower() else "."
    if draft.rule in _SHORTENED or len(token.core) < 2 or not following.core[:1].isupper():
        return ""
    return "."


def _quote(
    tokens: Sequence[Token], drafts: list[_Draft], language: str, quotations: Quotations
) -> list[_Draft]:
    """Make quotations audible, by a short pause on both sides or by words."""
    opening, closing = quotation_ends(tokens)
    if not opening and not closing:
        return drafts
    words = announcement("quotation", language), announcement("end of quotation", language)
    aloud = quotations == "words" and all(words)
    out: list[_Draft] = []
    spoken: _Draft | None = None
    for index, draft in enumerate(drafts):
        if index in opening:
            if spoken and not spoken.mark:
                spoken.mark = ","
            if aloud:
                out.append(_Draft(draft.start, draft.start, words[0], "quotation", ","))
        out.append(draft)
        spoken = draft if draft.say else spoken
        if index in closing and spoken:
            spoken.mark = spoken.mark or ","
            if aloud:
                spoken = _Draft(draft.end, draft.end, words[1], "quotation", spoken.mark)
                out.append(spoken)
    return out


def _close(drafts: Sequence[_Draft], end: str) -> None:
    """The last word that sounds ends the sentence."""
    for draft in reversed(drafts):
        if draft.say:
            if draft.mark not in CLOSING or not draft.mark:
                draft.mark = end
            return
