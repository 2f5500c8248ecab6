"""Which voices there are, which one a name means, and which one a language gets by itself."""

from __future__ import annotations

import difflib
from functools import cache

from oyez import plugins
from oyez.errors import VoiceNotFound
from oyez.model.voice import VoiceInfo
from oyez.voices.contract import FileEngine, Voice

__all__ = ["default_voice", "find_voice", "installed_voices", "load_voice"]


@cache
def installed_voices() -> tuple[VoiceInfo, ...]:
    """Every voice of every engine on this machine, natural ones first."""
    found = [
        info for name in plugins.names(plugins.VOICES) for info in plugins.load(plugins.VOICES, name).voices()
    ]
    return tuple(sorted(found, key=lambda info: (not info.natural, info.name)))


def find_voice(name: str, *, files: bool = True) -> VoiceInfo:
    """The voice of that name or alias, or in the file at that path; VoiceNotFound names the nearest ones.

    `files` False keeps to the voices that are listed: a stranger's string opens no file. BadVoice
    where the name means a voice file that is broken.
    """
    voices = installed_voices()
    for info in voices:
        if info.name == name:
            return info
    for info in voices:
        if name in info.aliases or name.removeprefix(f"{info.engine}:") in info.aliases:
            return info
    if files and (info_of_file := _in_file(name)):
        return info_of_file
    known = [info.name for info in voices] + [alias for info in voices for alias in info.aliases]
    near = difflib.get_close_matches(name, dict.fromkeys(known), n=3)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    raise VoiceNotFound(f"there is no voice {name!r}", f"{meant}all voices: oyez voices list")


def _in_file(name: str) -> VoiceInfo | None:
    for one in plugins.names(plugins.VOICES):
        engine = plugins.load(plugins.VOICES, one)
        if isinstance(engine, FileEngine) and (info := engine.find(name)):
            return info
    return None


def default_voice(language: str) -> VoiceInfo:
    """The best installed voice for a BCP 47 language; VoiceNotFound where none speaks it.

    A natural voice of the same language wins, of the same region if there is one ("en-GB" before
    "en-US"); then the closest tag ("zh-Hans-CN", then "zh-Hans", then "zh").
    """
    tag = language.lower()
    natural = [
        info for info in installed_voices() if info.natural and _primary(info.language) == _primary(tag)
    ]
    if natural:
        return min(natural, key=lambda info: (info.language != tag, info.language != _primary(tag)))
    while tag:
        speaking = [info for info in installed_voices() if _speaks(info, tag) and info.engine != "silent"]
        if speaking:
            return min(speaking, key=lambda info: not _is_exact(info, tag))
        tag = tag.rpartition("-")[0]
    raise VoiceNotFound(
        f"no installed voice speaks {language!r}", "choose one with --voice; all voices: oyez voices list"
    )


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def _speaks(info: VoiceInfo, tag: str) -> bool:
    return info.language == tag or f"{info.engine}:{tag}" in info.aliases


def _is_exact(info: VoiceInfo, tag: str) -> bool:
    # "en" is an alias of American English: an alias is the engine's own choice for a bare tag.
    return f"{info.engine}:{tag}" in (info.name, *info.aliases)


@cache
def load_voice(info: VoiceInfo) -> Voice:
    """The voice, ready; one instance a process."""
    voice: Voice = plugins.load(plugins.VOICES, info.engine).load(info)
    return voice
