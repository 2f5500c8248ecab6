"""Article -> Script: what is said, sentence by sentence and word by word, each tied to the page.

    article -> blocks in reading order -> sentences -> tokens -> what is said -> phrase marks -> Script

`adapt` makes the script, `receipt.receipt` explains it; `spoken`, `split` and `phonemes` are its inner steps
on bare text; a `Lexicon` tells how names are said. Pure: the same article and options always give the same
script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oyez.scripting.adapting import adapt
    from oyez.scripting.lexicon import Entry, Lexicon, entry
    from oyez.scripting.options import DEFAULT_SPEAK, SPEAKABLE
    from oyez.scripting.pls import read_pls, write_pls
    from oyez.scripting.sentences import split
    from oyez.scripting.speaking import phonemes, spoken

__all__ = [
    "DEFAULT_SPEAK",
    "SPEAKABLE",
    "Entry",
    "Lexicon",
    "adapt",
    "entry",
    "phonemes",
    "read_pls",
    "split",
    "spoken",
    "write_pls",
]

# Loaded on first use (PEP 562): the rules' patterns take longer to compile than `import oyez` may.
_HOMES = {
    "DEFAULT_SPEAK": "options",
    "SPEAKABLE": "options",
    "Entry": "lexicon",
    "Lexicon": "lexicon",
    "adapt": "adapting",
    "entry": "lexicon",
    "phonemes": "speaking",
    "read_pls": "pls",
    "split": "sentences",
    "spoken": "speaking",
    "write_pls": "pls",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
