"""The whole chain on a 1,000-word HTML page with espeak-ng to mp3, beside what one would type otherwise:
trafilatura for the text, espeak-ng for the sound, ffmpeg for the mp3 (each where it is installed).
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from bench.figure import Figure
from bench.pages import html_page
from bench.process import Run, run

__all__ = ["measure"]

_WORDS = 1000
_BARE = "pass"
_IMPORT = "import oyez"
_PEER = """
import subprocess, sys
from pathlib import Path
import trafilatura
page, out = sys.argv[1:3]
text = trafilatura.extract(Path(page).read_text("utf-8"))
subprocess.run(["espeak-ng", "-w", out + ".wav", "--stdin"], input=text.encode(), check=True)
if len(sys.argv) > 3:
    subprocess.run(["ffmpeg", "-y", "-loglevel", "error", "-i", out + ".wav", "-b:a", "64k", out], check=True)
"""


def measure(*, long: bool) -> dict[str, Figure]:
    """Medians over the runs, ours and the peer's in turn."""
    runs = 15 if long else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page = folder / "page.html"
        page.write_text(html_page(_WORDS), "utf-8")
        first: list[Run] = []
        again: list[Run] = []
        peer: list[Run] = []
        for index in range(runs):
            environment = {"OYEZ_STORE": str(folder / f"store{index}")}
            command = [_oyez(), "narrate", str(page), "-o", str(folder / "ours.mp3")]
            first.append(run(command, environment))
            again.append(run(command, environment))
            if shutil.which("espeak-ng"):
                ffmpeg = ["ffmpeg"] if shutil.which("ffmpeg") else []
                peer.append(run([sys.executable, "-c", _PEER, str(page), str(folder / "peer.mp3"), *ffmpeg]))
        starts = [(_wall(_BARE), _wall(_IMPORT)) for _ in range(4 * runs)]
        help_text = [run([_oyez(), "--help"]).seconds for _ in range(2 * runs)]
    ours, peer_seconds = _median(first), _median(peer)
    memory = statistics.median(one.megabytes for one in first)
    peer_memory = statistics.median(one.megabytes for one in peer) if peer else None
    import_ms = 1000 * statistics.median(after - bare for bare, after in starts)
    figures = {
        "chain seconds": Figure(ours or 0.0, 4.0, peer_seconds, "s"),
        "chain peak MB": Figure(memory, 300, peer_memory, "MB"),
        "chain again seconds": Figure(_median(again) or 0.0, 0.8, peer_seconds, "s"),
        "import oyez ms": Figure(import_ms, 30, None, "ms"),
        "oyez --help seconds": Figure(statistics.median(help_text), 0.25, None, "s"),
    }
    if peer_seconds:
        figures["chain seconds over the peer's"] = Figure((ours or 0.0) / peer_seconds, None, 1.0, "x")
    return figures


def _oyez() -> str:
    return str(Path(sys.executable).with_name("oyez"))


def _wall(program: str) -> float:
    return run([sys.executable, "-c", program]).seconds


def _median(runs: list[Run]) -> float | None:
    return statistics.median(one.seconds for one in runs) if runs else None
