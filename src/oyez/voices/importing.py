"""A voice file from anywhere, copied into the voices folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from oyez.errors import BadVoice, StoreFull, VoiceNotFound

__all__ = ["import_voice"]


def import_voice(file: Path, folder: Path) -> str:
    """Copy NAME.onnx and NAME.onnx.json into `folder`; the voice's full name.

    Raises VoiceNotFound where a file is missing, BadVoice where it is no voice; what was there stays.
    """
    description = file.with_name(f"{file.name}.json")
    if file.suffix != ".onnx":
        raise BadVoice(f"{str(file)!r} is no voice file", "give NAME.onnx, with NAME.onnx.json beside it")
    for one in (file, description):
        if not one.is_file():
            raise VoiceNotFound(
                f"there is no file {str(one)!r}", "a Piper voice is two files: .onnx and .onnx.json"
            )
    from oyez.voices.piper import check_voice

    check_voice(file)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for one in (file, description):
            part = folder / f"{one.name}.part"
            shutil.copyfile(one, part)
            part.replace(folder / one.name)
    except OSError as error:
        raise StoreFull(
            f"the voice could not be copied to {str(folder)!r}: {error.strerror}", "free some space"
        ) from error
    return f"piper:{file.stem}"
