"""oyez play: hear an article now, with a player found on this system."""

from __future__ import annotations

import click

from oyez.cli.ahead import load_speech_meanwhile
from oyez.cli.options import script_from, settings_with, voice_options

__all__ = ["run"]


@click.command("play")
@voice_options
def run(
    source: str,
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
) -> None:
    """Read an article aloud now, or open the listening page."""
    from oyez import api
    from oyez.cli.players import find_player, play_sound
    from oyez.cli.progress import sentence_progress
    from oyez.cli.serve import serve_article
    from oyez.model.speed import parse_speed

    asked = parse_speed(speed)
    settings = settings_with(quote_voice)
    load_speech_meanwhile()
    script = script_from(source, speak, quotations, url, allow_private, part=part)
    player = find_player()
    if player is None:
        serve_article(
            script.article, host="127.0.0.1", port=0, open_browser=True, as_json=as_json, settings=settings
        )
        return
    info = api.voice_for(voice, script.language, settings)
    with sentence_progress(f"speaking with {info.label}") as tell:
        made = api.render(
            script, "wav", info, asked, keep_pauses=keep_pauses, settings=settings, on_sentence=tell
        )
    play_sound(player, made.content)
