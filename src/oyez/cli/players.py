"""A program of this system that plays a sound file and ends."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

__all__ = ["find_player", "play_sound"]

# Programs that play a sound file and end, with the options that keep them quiet.
_PLAYERS: tuple[tuple[str, ...], ...] = (
    ("mpv", "--no-video", "--really-quiet"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("afplay",),
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
)


def find_player() -> tuple[str, ...] | None:
    """The first player there is, with its options; None where there is none."""
    return next((options for options in _PLAYERS if shutil.which(options[0])), None)


def play_sound(player: tuple[str, ...], content: bytes) -> None:
    """Play a WAV file to its end."""
    with tempfile.TemporaryDirectory(prefix="oyez-") as folder:
        file = Path(folder, "sound.wav")
        file.write_bytes(content)
        subprocess.run([*player, str(file)], check=False)
