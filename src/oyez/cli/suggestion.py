"""How to get a natural voice, said in one line to who hears a synthetic one."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from oyez.errors import StoreError

if TYPE_CHECKING:
    from oyez.model.voice import VoiceInfo
    from oyez.settings import Settings

__all__ = ["suggest", "suggestion"]


def suggestion(info: VoiceInfo, language: str) -> str | None:
    """The command that gets a natural voice for the language; None where there is none, or one is here."""
    if info.engine != "espeak":
        return None
    from oyez import api
    from oyez.voices.catalogue import catalogue, primary_language

    spoken = primary_language(language)
    here = [one for one in api.installed_voices() if one.natural]
    voice = catalogue().recommended(language)
    if voice is None or any(primary_language(one.language) == spoken for one in here):
        return None
    return f"oyez voices get {voice.stem} ({voice.bytes / 1e6:.0f} MB)"


def suggest(info: VoiceInfo, language: str, settings: Settings) -> None:
    """Say it on standard error, once a language: who wants no natural voice is not told again."""
    if (command := suggestion(info, language)) and _is_first(language, settings):
        print(f"this voice is synthetic; for a natural one: {command}", file=sys.stderr)


def _is_first(language: str, settings: Settings) -> bool:
    """Whether nothing was said for this language yet; without a store that cannot be known, and it is."""
    from oyez.narrating import shared_store
    from oyez.voices.catalogue import primary_language

    key = f"told of natural voices for {primary_language(language)}"
    with suppress(StoreError):  # a full disk: it is said once more
        if store := shared_store(settings):
            if store.fact(key):
                return False
            store.keep_fact(key, "yes")
    return True
