"""Oyez turns any article page into a clean article and reads it aloud.

    import oyez

    article = oyez.read("https://…")
    narration = oyez.narrate(oyez.adapt(article))
    oyez.save(narration, "article.mp3", speed="250wpm")

Names load on first use (PEP 562): importing oyez costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oyez.api import (
        Figures,
        Rendered,
        adapt,
        explain,
        formats,
        installed_voices,
        measure,
        narrate,
        parts,
        quotations,
        read,
        render,
        save,
        stream,
        voice_for,
    )
    from oyez.errors import OyezError
    from oyez.model.article import Article
    from oyez.model.json import from_json, to_json
    from oyez.model.narration import Clip, Narration
    from oyez.model.page import Page
    from oyez.model.part import Part
    from oyez.model.quotation import Quotation
    from oyez.model.script import Script, Sentence, Word
    from oyez.model.voice import VoiceInfo

_HOMES = {
    "oyez.api": (
        "Figures Rendered adapt explain formats installed_voices measure narrate parts quotations read "
        "render save stream voice_for"
    ),
    "oyez.errors": "OyezError",
    "oyez.model.article": "Article",
    "oyez.model.json": "from_json to_json",
    "oyez.model.narration": "Clip Narration",
    "oyez.model.page": "Page",
    "oyez.model.part": "Part",
    "oyez.model.quotation": "Quotation",
    "oyez.model.script": "Script Sentence Word",
    "oyez.model.voice": "VoiceInfo",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Article",
    "Clip",
    "Figures",
    "Narration",
    "OyezError",
    "Page",
    "Part",
    "Quotation",
    "Rendered",
    "Script",
    "Sentence",
    "VoiceInfo",
    "Word",
    "adapt",
    "explain",
    "formats",
    "from_json",
    "installed_voices",
    "measure",
    "narrate",
    "parts",
    "quotations",
    "read",
    "render",
    "save",
    "stream",
    "to_json",
    "voice_for",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'oyez' has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
