"""Kokoro as files, in the folder `kokoro` of the voices folder: one model, many styles.

kokoro/NAME.onnx          the model: input_ids, style, speed -> waveform, and durations where it tells them
kokoro/tokenizer.json     its symbols, or config.json: {"vocab": {"a": 43, ...}}
kokoro/voices/af_heart.bin    a voice: float32, one row of 256 for each number of symbols

Listing opens no model: it looks at names, sizes and times of change.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oyez.errors import BadVoice
from oyez.model.voice import VoiceInfo
from oyez.voices.espeak_text import ESPEAK_VERSION
from oyez.voices.piper_config import BOS, EOS, PAD, PiperConfig

__all__ = ["HOP", "PREFIX", "RATE", "KokoroFiles", "kokoro_files", "list_styles"]

PREFIX = "kokoro:"
RATE = 24_000  # frames a second
HOP = 600  # samples a frame of its durations = 25 ms

_RUNNER = 2  # raise it when this runner makes another clip of the same voice and text: its times, too
_STYLE_WIDTH = 256  # numbers that make a voice
_LARGEST_TEXT = 4_000_000  # bytes of the file of symbols; the published one has 4,000
_LARGEST_STYLE = 4_000_000  # bytes; published ones have 522,240
_MOST_IDS = 10_000
_ENDS = 0  # the id in front of and behind every text
_NAME = re.compile(r"([a-z])[fm]_\w{1,40}")
# First letter of a voice: its language, and what espeak-ng itself calls its voice for that. Japanese and
# Chinese need another front end than espeak-ng, so their voices are not listed.
_LANGUAGES = {
    "a": ("en-us", "en-US"), "b": ("en-gb", "en"), "e": ("es", "es"), "f": ("fr-fr", "fr"),
    "h": ("hi", "hi"), "i": ("it", "it"), "p": ("pt-br", "pt-BR"),
}  # fmt: skip
_HINT = "get the files again, and import them: oyez voices import FOLDER"


@dataclass(frozen=True, slots=True)
class KokoroFiles:
    """What one voice needs. `config` has the symbols as a voice without pads between them."""

    model: Path
    style: Path
    config: PiperConfig


def list_styles(folder: Path) -> Iterator[VoiceInfo]:
    """Every voice whose language we can pronounce; none where the model or its symbols are missing."""
    place = folder / "kokoro"
    with suppress(BadVoice, OSError):
        shared = [_model(place), _symbols_file(place)]
        for style in sorted((place / "voices").glob("*.bin")):
            if (match := _NAME.fullmatch(style.stem)) and match[1] in _LANGUAGES:
                yield _info(style, shared)


def kokoro_files(info: VoiceInfo, folder: Path) -> KokoroFiles:
    """The files of a listed voice, its symbols read; BadVoice where one is missing or wrong."""
    place = folder / "kokoro"
    stem = info.name.removeprefix(PREFIX)
    match = _NAME.fullmatch(stem)
    style = place / "voices" / f"{stem}.bin"
    if match is None or match[1] not in _LANGUAGES or not style.is_file():
        raise BadVoice(f"the file of the voice {info.name!r} is gone", _HINT)
    size = style.stat().st_size
    if not 0 < size <= _LARGEST_STYLE or size % (4 * _STYLE_WIDTH):
        raise BadVoice(f"{style.name} has {size:,} bytes: no rows of {_STYLE_WIDTH} numbers", _HINT)
    language, espeak_voice = _LANGUAGES[match[1]]
    return KokoroFiles(_model(place), style, _config(_symbols_file(place), language, espeak_voice))


def _info(style: Path, shared: list[Path]) -> VoiceInfo:
    looks = []
    for file in (*shared, style):
        facts = file.stat()
        looks.append([file.name, facts.st_size, facts.st_mtime_ns])
    digest = hashlib.sha256(json.dumps(looks).encode()).hexdigest()
    speaker = style.stem.partition("_")[2]
    return VoiceInfo(
        name=PREFIX + style.stem,
        engine="kokoro",
        language=_LANGUAGES[style.stem[0]][0],
        label=f"{speaker.replace('_', ' ').capitalize()}, Kokoro",
        licence="Apache-2.0",
        version=f"runner {_RUNNER}, espeak-ng {ESPEAK_VERSION}, {digest[:16]}",
        natural=True,
        aliases=(style.stem,),
    )


def _model(place: Path) -> Path:
    models = sorted(place.glob("*.onnx"))
    if len(models) != 1:
        raise BadVoice(f"{str(place)!r} holds {len(models)} models where one is needed", _HINT)
    return models[0]


def _symbols_file(place: Path) -> Path:
    for name in ("tokenizer.json", "config.json"):
        if (place / name).is_file():
            return place / name
    raise BadVoice(f"{str(place)!r} holds neither tokenizer.json nor config.json", _HINT)


def _config(file: Path, language: str, espeak_voice: str) -> PiperConfig:
    ids: dict[str, tuple[int, ...]] = {
        unicodedata.normalize("NFD", symbol): (number,) for symbol, number in _symbols(file).items()
    }
    clusters = tuple(sorted((symbol for symbol in ids if len(symbol) > 1), key=len, reverse=True))
    # The text stands between two ends; nothing stands between its symbols.
    ids |= {BOS: (_ENDS,), PAD: (), EOS: (_ENDS,)}
    return PiperConfig(RATE, language, "espeak", espeak_voice, ids, clusters, hop=HOP)


def _symbols(file: Path) -> Mapping[str, int]:
    wrong = BadVoice(f"{file.name} does not say which symbols the model reads", _HINT)
    try:
        if file.stat().st_size > _LARGEST_TEXT:
            raise wrong
        data: Any = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise wrong from error
    inner = data.get("model", data) if isinstance(data, dict) else None
    found = inner.get("vocab") if isinstance(inner, dict) else None
    if not isinstance(found, dict) or not found:
        raise wrong
    for symbol, number in found.items():
        whole = isinstance(number, int) and not isinstance(number, bool)
        if not symbol or not whole or not 0 <= number < _MOST_IDS:
            raise wrong
    return found
