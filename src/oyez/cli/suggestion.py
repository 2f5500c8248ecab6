"""How to get a natural voice, said in one line to who hears a synthetic one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from oyez.model.voice import VoiceInfo

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


def suggest(info: VoiceInfo, language: str) -> None:
    """Say it on standard error, where a person reads that."""
    if sys.stderr.isatty() and (command := suggestion(info, language)):
        print(f"this voice is synthetic; for a natural one: {command}", file=sys.stderr)
