"""Where a voice's prepared halves lie: beside it, by its digest, made once for every process.

FOLDER/NAME.onnx -> FOLDER/.prepared/DIGEST-FORM-RUNTIME/ first · stages · plan.json, and weights
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

__all__ = [
    "FIRST",
    "PLAN",
    "STAGE",
    "can_be_written",
    "forget_prepared",
    "is_whole",
    "move_prepared",
    "prepared_place",
    "read_plan",
]

FIRST, STAGE, PLAN = "first.model", "stage{}.model", "plan.json"

_FOLDER = ".prepared"
_FORM = 2  # raise it when voices are prepared in another way
_DIGITS = 32  # of the digest


def prepared_place(model: Path, digest: str) -> Path:
    """The folder for the halves of the voice file `model` with that SHA-256, there or not.

    An optimised graph is for the onnxruntime that made it, so its version is in the name.
    """
    return model.parent / _FOLDER / f"{digest[:_DIGITS]}-{_FORM}-{version('onnxruntime')}"


def read_plan(place: Path) -> dict[str, Any] | None:
    """What was written with the halves; None where they are not there whole."""
    try:
        plan: dict[str, Any] = json.loads((place / PLAN).read_bytes())
        sizes = plan["sizes"].items()
        return plan if all((place / name).stat().st_size == size for name, size in sizes) else None
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None


def is_whole(place: Path) -> bool:
    """Whether the halves can be used as they lie there."""
    return read_plan(place) is not None


def can_be_written(folder: Path) -> bool:
    """Whether something may be put into a folder. What is marked read-only stays as it is, for root too."""
    try:
        return bool(folder.stat().st_mode & 0o222) and os.access(folder, os.W_OK)
    except OSError:
        return False


def move_prepared(model: Path, folder: Path) -> None:
    """Take what was prepared beside a voice along to the folder the voice goes to; no error stops it."""
    for made in (model.parent / _FOLDER).glob("*"):
        with contextlib.suppress(OSError):  # it is there already, or is made again with the first sentence
            (folder / _FOLDER).mkdir(exist_ok=True)
            made.rename(folder / _FOLDER / made.name)


def forget_prepared(model: Path, digest: str) -> None:
    """Remove the halves of a voice, those for other versions of the runtime as well."""
    for made in (model.parent / _FOLDER).glob(f"{digest[:_DIGITS]}-*"):
        shutil.rmtree(made, ignore_errors=True)
