"""oyez narrate: an article to a sound file, captions, or a page that speaks."""

from __future__ import annotations

import json as json_module
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

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


def run(
    source: Source,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help=".mp3 .m4a .opus .flac .wav .vtt .srt .json .html"),
    ],
    voice: VoiceOption = None,
    speed: SpeedOption = "1x",
    speak: Speak = None,
    quotations: Quotations = "pause",
    url: Url = None,
    allow_private: AllowPrivate = False,
    json: AsJson = False,
) -> None:
    """Read an article aloud into a file; the format follows the file's name."""
    from oyez import api
    from oyez.cli.figures import clock
    from oyez.cli.progress import sentence_progress
    from oyez.storing.files import check_writable, write_whole

    check_writable(output)
    script = script_from(source, speak, quotations, url, allow_private)
    info = api.voice_for(voice, script.language)
    with sentence_progress(f"speaking with {info.label}") as tell:
        made = api.render(script, output.suffix, info, speed, on_sentence=tell)
    write_whole(output, made.content)
    figures = made.figures
    if json:
        facts = {"file": str(output), "bytes": len(made.content), "voice": info.name, **asdict(figures)}
        print(json_module.dumps(facts, ensure_ascii=False, indent=2))
        return
    print(
        f"{output}: {clock(figures.seconds)} at {figures.multiplier:.2f}x, "
        f"{figures.words_per_minute:.0f} words a minute as said, measured ({info.label})"
    )
    for note in figures.notes:
        print(f"note: {note}", file=sys.stderr)
