"""oyez adapt: what will be said."""

from __future__ import annotations

import click

from oyez.cli.options import say_option, script_from, script_options

__all__ = ["run"]


@click.command("adapt")
@script_options
@say_option
def run(
    source: str,
    speak: str | None,
    quotations: str,
    url: str | None,
    allow_private: bool,
    part: int | None,
    as_json: bool,
    say: tuple[str, ...],
) -> None:
    """What will be said, sentence by sentence."""
    from oyez.model.json import to_json

    script = script_from(source, speak, quotations, url, allow_private, say, part)
    if as_json:
        print(to_json(script, indent=2))
        return
    for before, sentence in zip((None, *script.sentences), script.sentences, strict=False):
        if before and before.block != sentence.block:
            print()
        print(sentence.said)
    for note in script.notes:
        print(f"\nnote: {note}")
