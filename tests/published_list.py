"""A list of voices as their publisher keeps it, with voices of any name."""

from __future__ import annotations

from typing import Any

__all__ = ["published_list"]


def published_list(*names: str) -> dict[str, Any]:
    """Entries by name; a name that is none has an entry without figures."""
    return {name: _entry(name) if name.count("-") == 2 else {"key": name} for name in names}


def _entry(name: str) -> dict[str, Any]:
    code, speaker, quality = name.split("-")
    folder = f"{code.partition('_')[0]}/{code}/{speaker}/{quality}"
    paths = (f"{folder}/{name}.onnx", f"{folder}/{name}.onnx.json", f"{folder}/MODEL_CARD")
    return {
        "key": name,
        "name": speaker,
        "language": {"code": code},
        "quality": quality,
        "num_speakers": 1,
        "files": {path: {"size_bytes": 1_000, "md5_digest": "0" * 32} for path in paths},
        "aliases": [],
    }
