"""Names of what is kept, made of everything it depends on: the same sentence is never made twice."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version

from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo

__all__ = ["clip_key", "file_key"]

_FORMAT = 1  # raise it when clips or files of older versions must not be used again


def clip_key(sentence: Sentence, voice: VoiceInfo) -> str:
    """Of what is said, word by word, and the voice with its version."""
    said = [[word.say, word.mark, word.phonemes] for word in sentence.words]
    return _digest(["clip", _FORMAT, voice.name, voice.version, said])


def file_key(script: str, voice: VoiceInfo, suffix: str, speed: str) -> str:
    """Of the script as JSON (the article in it holds every fact that files carry), voice, format, speed."""
    return _digest(["file", _FORMAT, version("oyez"), script, voice.name, voice.version, suffix, speed])


def _digest(parts: list[object]) -> str:
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
