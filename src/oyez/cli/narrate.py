"""oyez narrate: an article to a sound file, captions, or a page that speaks."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from oyez.cli.ahead import load_speech_meanwhile
from oyez.cli.options import say_option, script_from, settings_with, voice_options

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
    quote_voice: str | None,
    speed: str,
    keep_pauses: bool,
    speak: str | None,
    quotations: str,
    url: str | None,
    allow_private: bool,
    part: int | None,
    as_json: bool,
    say: tuple[str, ...],
) -> None:
    """Read an article aloud into a sound file, captions or a page."""
    from oyez import api
    from oyez.cli.figures import clock, pace_line, saved_line
    from oyez.cli.progress import sentence_progress
    from oyez.cli.suggestion import suggest
    from oyez.model.speed import parse_speed
    from oyez.storing.files import check_writable, write_whole

    asked = parse_speed(speed)  # refused before the page is fetched
    check_writable(output)
    settings = settings_with(quote_voice)
    load_speech_meanwhile()
    script = script_from(source, speak, quotations, url, allow_private, say, part)
    info = api.voice_for(voice, script.language, settings)
    with sentence_progress(f"speaking with {info.label}") as tell:
        made = api.render(
            script,
            output.suffix,
            info,
            asked,
            keep_pauses=keep_pauses,
            settings=settings,
            on_sentence=tell,
        )
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
    print(pace_line(figures))
    print(saved_line(figures))
    suggest(info, script.language, settings)
    for note in dict.fromkeys((*script.article.notes, *figures.notes)):
        print(f"note: {note}", file=sys.stderr)
