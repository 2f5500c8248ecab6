"""Which voices there are, which one a name means, and which one a language gets by itself."""

from __future__ import annotations

import difflib
import os
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path

from oyez import plugins
from oyez.errors import VoiceNotFound, VoiceNotInstalled
from oyez.model.voice import VoiceInfo
from oyez.settings import Settings, load_settings
from oyez.voices.catalogue import catalogue, primary_language, quality_rank
from oyez.voices.contract import FileEngine, Voice

__all__ = ["chosen_voice", "default_voice", "find_voice", "installed_voices", "load_voice"]


def installed_voices() -> tuple[VoiceInfo, ...]:
    """Every voice of every engine on this machine, natural ones first.

    Engines are asked again whenever the voices folder or the settings have changed: a voice that this or
    another process installs or removes is seen at once.
    """
    settings = load_settings()
    return _listed(settings, _looks(settings.voices))


@lru_cache(maxsize=1)
def _listed(_settings: Settings, _looks_of_folder: object) -> tuple[VoiceInfo, ...]:
    found = [
        info for name in plugins.names(plugins.VOICES) for info in plugins.load(plugins.VOICES, name).voices()
    ]
    return tuple(sorted(found, key=lambda info: (not info.natural, info.name)))


def _looks(folder: Path) -> tuple[object, ...]:
    """The folder and what can be told of its files without opening them: 0.1 ms for a dozen voices."""
    try:
        with os.scandir(folder) as entries:
            files = [
                (entry.name, entry.stat().st_size, entry.stat().st_mtime_ns)
                for entry in entries
                if not entry.name.startswith(".")
            ]
    except OSError:  # none yet, or a file that went as we looked: as it looks next time
        return (str(folder),)
    return (str(folder), *sorted(files))


def find_voice(name: str, *, files: bool = True) -> VoiceInfo:
    """The voice of that name or alias, or in the file at that path; VoiceNotFound names the nearest ones.

    `files` False keeps to the voices that are listed: a stranger's string opens no file. BadVoice
    where the name means a voice file that is broken, VoiceNotInstalled where it is one of the catalogue.
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
    _tell_if_published(name)
    near = difflib.get_close_matches(name, dict.fromkeys(known), n=3)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    raise VoiceNotFound(f"there is no voice {name!r}", f"{meant}all voices: oyez voices list")


def _tell_if_published(name: str) -> None:
    with suppress(VoiceNotFound):
        voice = catalogue().find(name)
        raise VoiceNotInstalled(f"the voice {name!r} is not installed", f"run: oyez voices get {voice.stem}")


def chosen_voice(setting: str, language: str) -> str:
    """The voice that the setting `voice` names for a BCP 47 language, "" for none: NAME, or LANGUAGE=NAME
    for each of several, where a name without a language is for all others.

    >>> [chosen_voice("en-GB=alan, en=amy, espeak:fr", tag) for tag in ("en-GB", "en-US", "de")]
    ['alan', 'amy', 'espeak:fr']
    """
    named = {}
    for entry in setting.split(","):
        tag, sign, name = entry.rpartition("=")
        named[tag.strip().lower().replace("_", "-") if sign else ""] = name.strip()
    tag = language.lower().replace("_", "-")
    return named.get(tag) or named.get(primary_language(tag)) or named.get("", "")


def _in_file(name: str) -> VoiceInfo | None:
    for one in plugins.names(plugins.VOICES):
        engine = plugins.load(plugins.VOICES, one)
        if isinstance(engine, FileEngine) and (info := engine.find(name)):
            return info
    return None


def default_voice(language: str) -> VoiceInfo:
    """The best installed voice for a BCP 47 language; VoiceNotFound where none speaks it.

    A natural voice of the same language wins, of the same region if there is one ("en-GB" before
    "en-US"), then by quality; else the closest tag ("zh-Hans-CN", then "zh-Hans", then "zh").
    """
    tag = language.lower()
    primary = primary_language(tag)
    natural = [
        info for info in installed_voices() if info.natural and primary_language(info.language) == primary
    ]
    if natural:
        return min(
            natural,
            key=lambda info: (info.language != tag, info.language != primary, quality_rank(info.name)),
        )
    while tag:
        speaking = [info for info in installed_voices() if _speaks(info, tag) and info.engine != "silent"]
        if speaking:
            return min(speaking, key=lambda info: not _is_exact(info, tag))
        tag = tag.rpartition("-")[0]
    raise VoiceNotFound(
        f"no installed voice speaks {language!r}", "choose one with --voice; all voices: oyez voices list"
    )


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
