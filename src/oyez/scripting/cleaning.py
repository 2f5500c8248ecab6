"""The last gate before a voice: no text of a page may smuggle engine syntax or unspeakable characters.

espeak-ng takes `[[...]]` for phonemes and `<...>` for markup.
"""

from __future__ import annotations

import re

from oyez.scripting.tokens import INVISIBLE

__all__ = ["EMOJI", "as_written", "sayable", "visible"]

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_ENGINE = re.compile(r"[\[\]<>{}|\\\s]+")
_ASIDE = re.compile(r"[^\w\s'\u0300-\u036f\u200d-]|_")
_DANGLING = re.compile(r"(?<!\w)['-]+(?!\w)|(?<!\w)-+|-+(?!\w)")
_SOUNDING = re.compile(r"[^\W_]")
_SPOKEN_SYMBOL = re.compile(r"[%‰€$£¥₩₹₽+=&@#°×÷±§№]")

EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u23e9-\u23fa\u3030\u303d\u20e3"
    "\ufe0e\ufe0f\u200d\U000e0020-\U000e007f]+"
)


def visible(text: str) -> str:
    """`text` without the characters that nobody sees."""
    return text if text.isascii() and text.isprintable() else _INVISIBLE.sub("", text)


def as_written(core: str) -> str:
    """A token's core for a voice that has no rules of ours: figures and symbols stay, engine syntax goes."""
    said = " ".join(_ENGINE.sub(" ", visible(EMOJI.sub("", core))).split()).replace("’", "'")
    return said if _SOUNDING.search(said) or _SPOKEN_SYMBOL.search(said) else ""


def sayable(said: str) -> str:
    """Only letters, marks on them, spaces, apostrophes and inner hyphens; "" where nothing would sound."""
    if said.isalpha():
        return said
    parts = said.split(" ")
    if said.isascii() and all(part.isalpha() for part in parts):
        return said
    said = _ASIDE.sub(" ", visible(EMOJI.sub("", said)).replace("’", "'").replace("‑", "-"))
    said = " ".join(_DANGLING.sub(" ", said).split())
    return said if _SOUNDING.search(said) else ""
