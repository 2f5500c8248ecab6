"""Names of what is kept, made of everything it depends on: the same sentence is never made twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path

from oyez.model.page import Page
from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo

__all__ = ["article_key", "clip_key", "file_key", "narration_key", "takes_key"]

_FORMAT = 1  # raise it when clips of older versions must not be used again


def clip_key(sentence: Sentence, voice: VoiceInfo) -> str:
    """Of what is said, word by word, and the voice with its version."""
    said = [[word.say, word.mark, word.phonemes] for word in sentence.words]
    return _digest(["clip", _FORMAT, voice.name, voice.version, said])


def article_key(page: Page, way: str = "") -> str:
    """Of the page's bytes and address, of the way it is read, and of the program that reads it."""
    content = page.content if isinstance(page.content, bytes) else page.content.encode("utf-8", "replace")
    types = [page.header("content-type"), page.header("content-language")]
    return _digest(["article", _program(), hashlib.sha256(content).hexdigest(), page.url, types, way])


def file_key(script: str, voices: Sequence[VoiceInfo], suffix: str, speed: str) -> str:
    """Of the script as JSON (the article in it holds every fact that files carry), voices, format, speed."""
    cast = [[voice.name, voice.version] for voice in voices]
    return _digest(["file", _program(), script, cast, suffix, speed])


def narration_key(order: object, voice: VoiceInfo) -> str:
    """Of what was ordered, as plain lists; 32 hexadecimal digits, for addresses."""
    return _digest(["narration", _program(), order, voice.name, voice.version])[:32]


def takes_key(narration: str, clips: Sequence[str]) -> str:
    """Of a narration's key and its clips' keys: takes belong to the very voices that made them."""
    return _digest(["takes", narration, *clips])[:32]


@cache
def _program() -> list[object]:
    """The installed Oyez, to the file: what another version made is made again."""
    files = sorted(Path(__file__).parents[1].rglob("*.py"))
    stats = [[file.name, file.stat().st_size, file.stat().st_mtime_ns] for file in files]
    return [version("oyez"), stats]


def _digest(parts: list[object]) -> str:
    text = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
