"""oyez adapt: what will be said."""

from __future__ import annotations

import click

from oyez.cli.options import (
    allow_private_option,
    json_option,
    quotations_option,
    script_from,
    source_argument,
    speak_option,
    url_option,
)

__all__ = ["run"]


@click.command("adapt")
@source_argument
@speak_option
@quotations_option
@url_option
@allow_private_option
@json_option
def run(
    source: str, speak: str | None, quotations: str, url: str | None, allow_private: bool, as_json: bool
) -> None:
    """What will be said, sentence by sentence."""
    from oyez.model.json import to_json

    script = script_from(source, speak, quotations, url, allow_private)
    if as_json:
        print(to_json(script, indent=2))
        return
    for before, sentence in zip((None, *script.sentences), script.sentences, strict=False):
        if before and before.block != sentence.block:
            print()
        print(sentence.said)
    for note in script.notes:
        print(f"\nnote: {note}")
