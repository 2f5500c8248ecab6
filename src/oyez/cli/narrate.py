"""oyez narrate: an article to a sound file, captions, or a page that speaks."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from oyez.cli.options import say_option, script_from, voice_options

__all__ = ["run"]


@click.command("narrate")
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path),
    help="The file; its suffix is the format: .mp3 .m4a .opus .flac .wav .vtt .srt .json .html",
)  # fmt: skip
@voice_options
@say_option
def run(
    source: str,
    output: Path,
    voice: str | None,
    speed: str,
    speak: str | None,
    quotations: str,
    url: str | None,
    allow_private: bool,
    as_json: bool,
    say: tuple[str, ...],
) -> None:
    """Read an article aloud into a sound file, captions or a page."""
    from oyez import api
    from oyez.cli.figures import clock
    from oyez.cli.progress import sentence_progress
    from oyez.cli.suggestion import suggest
    from oyez.storing.files import check_writable, write_whole

    check_writable(output)
    script = script_from(source, speak, quotations, url, allow_private, say)
    info = api.voice_for(voice, script.language)
    with sentence_progress(f"speaking with {info.label}") as tell:
        made = api.render(script, output.suffix, info, speed, on_sentence=tell)
    write_whole(output, made.content)
    figures = made.figures
    if as_json:
        facts = {"file": str(output), "bytes": len(made.content), "voice": info.name, **asdict(figures)}
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    print(
        f"{output}: {clock(figures.seconds)} at {figures.multiplier:.2f}x, "
        f"{figures.words_per_minute:.0f} words a minute as said, measured ({info.label})"
    )
    suggest(info, script.language)
    for note in figures.notes:
        print(f"note: {note}", file=sys.stderr)
