"""oyez play: hear an article now, with a player found on this system."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from oyez.cli.options import (
    AllowPrivate,
    AsJson,
    Quotations,
    Source,
    Speak,
    SpeedOption,
    Url,
    VoiceOption,
    script_from,
)

__all__ = ["run"]

# Programs that play a sound file and end, with the options that keep them quiet.
_PLAYERS: tuple[tuple[str, ...], ...] = (
    ("mpv", "--no-video", "--really-quiet"),
    ("ffplay", "-nodisp", "-autoexit", "-loglevel", "error"),
    ("afplay",),
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
)


def run(
    source: Source,
    voice: VoiceOption = None,
    speed: SpeedOption = "1x",
    speak: Speak = None,
    quotations: Quotations = "pause",
    url: Url = None,
    allow_private: AllowPrivate = False,
    json: AsJson = False,
) -> None:
    """Read an article aloud now; opens the listening page where no player is found."""
    from oyez import api
    from oyez.cli.progress import sentence_progress
    from oyez.cli.serve import serve_article

    script = script_from(source, speak, quotations, url, allow_private)
    player = next((options for options in _PLAYERS if shutil.which(options[0])), None)
    if player is None:
        serve_article(script.article, host="127.0.0.1", port=0, open_browser=True, as_json=json)
        return
    info = api.voice_for(voice, script.language)
    with sentence_progress(f"speaking with {info.label}") as tell:
        made = api.render(script, "wav", info, speed, on_sentence=tell)
    with tempfile.TemporaryDirectory(prefix="oyez-") as folder:
        file = Path(folder, "article.wav")
        file.write_bytes(made.content)
        subprocess.run([*player, str(file)], check=False)
