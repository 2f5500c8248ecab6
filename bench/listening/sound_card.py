"""A sound card that keeps time: the null sink of PulseAudio, where it is installed.

Without a card Firefox plays into the mock of its own tests, which runs 3 to 5 % slower than the wall clock,
as no card does. PulseAudio's sink would hold two seconds if it were not told not to rewind. A card that
takes what Firefox gives it by itself, 100 ms ahead, lets another speed be heard 180 ms late: one that takes
20 ms shows what the page adds.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["sound_card"]

_START = 10.0  # seconds
_AHEAD = 20  # ms that the card takes ahead


@contextmanager
def sound_card() -> Iterator[dict[str, str]]:
    """The environment of what plays into it; empty where there is no PulseAudio or it does not start."""
    program = shutil.which("pulseaudio")
    if program is None:
        yield {}
        return
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder, "native")
        modules = (
            f"module-native-protocol-unix auth-anonymous=1 socket={socket}",
            "module-null-sink norewinds=1",
        )
        process = subprocess.Popen(
            [program, "--daemonize=no", "--exit-idle-time=-1", "-n", *(f"--load={one}" for one in modules)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "XDG_RUNTIME_DIR": folder, "HOME": folder},
        )  # fmt: skip
        try:
            playing = {"PULSE_SERVER": f"unix:{socket}", "PULSE_LATENCY_MSEC": str(_AHEAD)}
            yield playing if _listens(process, socket) else {}
        finally:
            process.terminate()
            process.wait()


def _listens(process: subprocess.Popen[bytes], socket: Path) -> bool:
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline and process.poll() is None:
        if socket.exists():
            return True
        time.sleep(0.05)
    return False
