"""NAME.onnx.json, the description beside a Piper-format voice, checked key by key.

Voice files come from anywhere: nothing of the description is used before it has the right type and
lies in a range that a voice can have. Piper's own reader checks almost nothing.
Source: piper's config.py and the voices published as rhasspy/piper-voices.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oyez.errors import BadVoice

__all__ = ["BOS", "EOS", "PAD", "PiperConfig", "parse_config", "read_description"]

_LARGEST = 4_000_000  # bytes; real ones have 4,000 to 30,000
_RATES = (8_000, 48_000)  # frames a second
_HOPS = (16, 4_096)  # samples a frame of the decoder
_DEFAULT_HOP = 256
_DEFAULT_NOISE, _DEFAULT_LENGTH = 0.667, 1.0  # Piper's own
_MOST_IDS = 1_000_000  # rows of an embedding table; real ones have 130 to 256
_PHONEMES = ("espeak", "text")  # kinds of phoneme we can make
_ESPEAK_VOICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]{0,39}")  # it names a file of espeak-ng: no paths
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_HINT = "get the voice again, with its .onnx.json, or choose another: oyez voices list"

BOS, PAD, EOS = "^", "_", "$"


@dataclass(frozen=True, slots=True)
class PiperConfig:
    """What a voice needs beside its weights.

    language       BCP 47, lower case
    phonemes       "espeak": IPA of espeak-ng's voice `espeak_voice`; "text": the letters themselves
    ids            one or more ids for each symbol
    clusters       symbols of several characters ("aɪ") that are one, longest first
    hop            samples a frame
    """

    sample_rate: int
    language: str
    phonemes: str
    espeak_voice: str
    ids: Mapping[str, tuple[int, ...]]
    clusters: tuple[str, ...] = ()
    speakers: int = 1
    speaker: int = 0
    noise_scale: float = _DEFAULT_NOISE
    length_scale: float = _DEFAULT_LENGTH
    hop: int = _DEFAULT_HOP
    licence: str = ""


def read_description(model: Path) -> bytes:
    """What stands in NAME.onnx.json beside NAME.onnx; BadVoice where there is none."""
    path = model.with_name(f"{model.name}.json")
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except OSError as error:
        raise BadVoice(
            f"the voice {model.name!r} has no description {path.name!r}: {error.strerror}",
            f"put {path.name} beside it; both files belong to the voice",
        ) from error


def parse_config(content: bytes, name: str) -> PiperConfig:
    """The description in `content`; BadVoice names the file `name` and the key that is wrong."""
    if len(content) > _LARGEST:
        raise BadVoice(f"{name}: larger than {_LARGEST:,} bytes, no description of a voice is", _HINT)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadVoice(f"{name}: this is not JSON: {error}", _HINT) from error
    root = _Table(data, name, "")
    kind = root.text("phoneme_type", "espeak")
    if kind not in _PHONEMES:
        raise root.wrong("phoneme_type", f"{kind!r} needs a program Oyez does not have")
    espeak_voice = root.table("espeak").text("voice", None if kind == "espeak" else "")
    if kind == "espeak" and not _ESPEAK_VOICE.fullmatch(espeak_voice):
        raise root.wrong("espeak.voice", f"{espeak_voice[:60]!r} is no name of an espeak-ng voice")
    speakers = root.whole("num_speakers", (1, 100_000), 1)
    inference = root.table("inference")
    return PiperConfig(
        sample_rate=root.table("audio").whole("sample_rate", _RATES),
        language=_language(root, espeak_voice),
        phonemes=kind,
        espeak_voice=espeak_voice,
        ids=_ids(root),
        clusters=_clusters(root),
        speakers=speakers,
        speaker=root.whole("default_speaker_id", (0, speakers - 1), 0),
        noise_scale=inference.number("noise_scale", (0.0, 2.0), _DEFAULT_NOISE),
        length_scale=inference.number("length_scale", (0.1, 10.0), _DEFAULT_LENGTH),
        hop=root.whole("hop_length", _HOPS, _DEFAULT_HOP),
        licence=root.text("license", "") or root.text("licence", ""),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """One object of the JSON, asked for values of a type and range."""

    data: Any
    file: str
    key: str

    def __post_init__(self) -> None:
        if not isinstance(self.data, dict):
            where = self.key.rstrip(".") or "the whole file"
            raise BadVoice(f"{self.file}: {where} is no JSON object", _HINT)

    def wrong(self, key: str, why: str) -> BadVoice:
        """The error for one key."""
        return BadVoice(f"{self.file}: {self.key}{key}: {why}", _HINT)

    def table(self, key: str) -> _Table:
        """An object within; an empty one where it is missing."""
        return _Table(self.data.get(key, {}), self.file, f"{self.key}{key}.")

    def text(self, key: str, default: str | None = None) -> str:
        """A string; `default` None makes it required."""
        value = self.data.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "missing" if value is None else f"{value!r:.60} is no string")
        return value

    def whole(self, key: str, within: tuple[int, int], default: int | None = None) -> int:
        """A whole number within a range, both ends included."""
        value = self.data.get(key, default)
        if type(value) is not int:
            raise self.wrong(key, "missing" if value is None else f"{value!r:.60} is no whole number")
        if not within[0] <= value <= within[1]:
            raise self.wrong(key, f"{value} is outside {within[0]} to {within[1]}")
        return value

    def number(self, key: str, within: tuple[float, float], default: float) -> float:
        """A number within a range, both ends included."""
        value = self.data.get(key, default)
        if type(value) not in (int, float) or not math.isfinite(value):
            raise self.wrong(key, f"{value!r:.60} is no number")
        if not within[0] <= value <= within[1]:
            raise self.wrong(key, f"{value} is outside {within[0]:g} to {within[1]:g}")
        return float(value)


def _language(root: _Table, espeak_voice: str) -> str:
    code = root.table("language").text("code", "") or espeak_voice
    return code.replace("_", "-").lower() if _LANGUAGE.fullmatch(code) else "und"


def _ids(root: _Table) -> dict[str, tuple[int, ...]]:
    table = root.table("phoneme_id_map")
    most = root.whole("num_symbols", (1, _MOST_IDS), _MOST_IDS)
    ids: dict[str, tuple[int, ...]] = {}
    for symbol, values in table.data.items():
        listed = values if isinstance(values, list) else [values]
        if not listed or any(type(value) is not int or not 0 <= value < most for value in listed):
            raise table.wrong(repr(symbol)[:60], f"{values!r:.60} is no list of ids below {most}")
        ids[symbol] = tuple(listed)
    for symbol in (BOS, PAD, EOS):
        if symbol not in ids:
            raise root.wrong("phoneme_id_map", f"{symbol!r} is missing, which every voice needs")
    return ids


def _clusters(root: _Table) -> tuple[str, ...]:
    listed = root.data.get("vowel_clusters") or []
    if not isinstance(listed, list) or not all(
        isinstance(cluster, list | str) and all(isinstance(part, str) for part in cluster)
        for cluster in listed
    ):
        raise root.wrong("vowel_clusters", "this is no list of clusters")
    return tuple(sorted(("".join(cluster) for cluster in listed if cluster), key=len, reverse=True))
