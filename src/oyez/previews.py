"""One spoken sentence in a voice's own language, to hear what the voice is like."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from oyez import api
from oyez.api import Rendered
from oyez.model.article import Article
from oyez.model.script import Script
from oyez.model.voice import VoiceInfo
from oyez.settings import Settings

__all__ = ["preview", "preview_script", "preview_sentence"]

_FALLBACK = "en"  # for languages we have no sentence of, such as "und"


def preview(info: VoiceInfo, suffix: str, settings: Settings) -> Rendered:
    """The voice's sentence as a file of one format; made once, then taken from the store.

    Raises VoiceError and ExportError, as rendering any script does.
    """
    return api.render(preview_script(info.language), suffix, info, settings=settings)


def preview_script(language: str) -> Script:
    """The sentence of a BCP 47 language as a script."""
    text, tag = preview_sentence(language)
    return api.adapt(Article(text, (), tag))


def preview_sentence(language: str) -> tuple[str, str]:
    """The sentence and the language it is in: the closest tag, English where there is none.

    >>> preview_sentence("de-AT"), preview_sentence("und")[1], preview_sentence("zh-Hant")[1]
    (('Guten Morgen: Die Fähre legt heute pünktlich ab, und das Meer ist ruhig.', 'de'), 'en', 'cmn')
    """
    sentences, same = _table()
    tag = language.lower().replace("_", "-")
    while tag:
        known = same.get(tag, tag)
        if known in sentences:
            return sentences[known], known
        tag = tag.rpartition("-")[0]
    return sentences[_FALLBACK], _FALLBACK


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, str]]:
    table = tomllib.loads(files("oyez").joinpath("data", "previews.toml").read_text("utf-8"))
    return table["sentences"], table["same"]
