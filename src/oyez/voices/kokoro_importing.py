"""Kokoro's files from anywhere, into the folder `kokoro`: as they are published, or as Oyez keeps them.

paths -> which are the model, its symbols, its styles -> copies (importing.py) -> one voice speaks -> moved in
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePath

from oyez.errors import BadVoice
from oyez.model.script import Sentence, Word
from oyez.voices.download import writing_to
from oyez.voices.kokoro_files import PREFIX, list_styles

__all__ = ["check_kokoro", "is_kokoro_name", "kokoro_wanted", "move_kokoro_in", "remove_style"]

_STYLE = re.compile(r"[a-z][fm]_\w{1,40}")
_SYMBOLS = ("tokenizer.json", "config.json")  # the first that is there
_MODEL = "model.onnx"  # the one meant where several exports lie side by side


def kokoro_wanted(paths: Mapping[PurePath, int]) -> dict[PurePath, str]:
    """Which of some files to copy, and to where below the voices folder; nothing where they are not Kokoro's.

    A folder with the symbols, the model beside them or in `onnx`, and styles in `voices`.
    """
    for name in _SYMBOLS:
        for symbols in sorted(path for path in paths if path.name == name):
            root = symbols.parent
            styles = [
                path for path in paths
                if path.parent == root / "voices" and path.suffix == ".bin" and _STYLE.fullmatch(path.stem)
            ]  # fmt: skip
            models = [
                path for path in paths if path.suffix == ".onnx" and path.parent in (root, root / "onnx")
            ]
            chosen = models if len(models) == 1 else [path for path in models if path.name == _MODEL]
            if styles and len(chosen) == 1:
                wanted = {chosen[0]: f"kokoro/{_MODEL}", symbols: f"kokoro/{name}"}
                return wanted | {style: f"kokoro/voices/{style.name}" for style in sorted(styles)}
    return {}


def check_kokoro(folder: Path) -> None:
    """Let one voice of what was copied say a word; BadVoice says why it cannot."""
    from oyez.voices.kokoro import KokoroVoice
    from oyez.voices.kokoro_files import kokoro_files

    info = next(list_styles(folder), None)
    if info is None:
        raise BadVoice("none of its voices is of a language that Oyez can pronounce for it", "get others")
    voice = KokoroVoice(info, kokoro_files(info, folder))
    try:
        voice.say(Sentence(None, (Word(0, 1, "a", mark="."),), 0.0, info.language, "check"))
    finally:
        voice.close()


def move_kokoro_in(place: Path, folder: Path) -> tuple[str, ...]:
    """Move what was checked from a folder on the same disk; the voices' full names. Other styles stay."""
    given, kept = place / "kokoro", folder / "kokoro"
    with writing_to(folder):
        (kept / "voices").mkdir(parents=True, exist_ok=True)
        for other in _SYMBOLS:  # of a model that was here before
            (kept / other).unlink(missing_ok=True)
        for model in kept.glob("*.onnx"):
            model.unlink()
        styles = sorted((given / "voices").iterdir())
        for file in (*styles, *(path for path in given.iterdir() if path.is_file())):
            file.replace(kept / file.relative_to(given))
        os.utime(kept)  # who lists voices looks at this folder's time
    names = {f"{PREFIX}{style.stem}" for style in styles}
    return tuple(info.name for info in list_styles(folder) if info.name in names)


def is_kokoro_name(name: str, folder: Path) -> bool:
    """Whether a style of that name lies in the folder."""
    stem = name.removeprefix(PREFIX)
    return _STYLE.fullmatch(stem) is not None and (folder / "kokoro/voices" / f"{stem}.bin").is_file()


def remove_style(name: str, folder: Path) -> str:
    """Remove a voice, and with the last one the model; the voice's full name."""
    stem, kept = name.removeprefix(PREFIX), folder / "kokoro"
    with writing_to(folder):
        (kept / "voices" / f"{stem}.bin").unlink(missing_ok=True)
        if any((kept / "voices").glob("*.bin")):
            os.utime(kept)
        else:
            shutil.rmtree(kept)
    return PREFIX + stem
