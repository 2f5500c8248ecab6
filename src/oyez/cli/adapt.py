"""oyez adapt: what will be said."""

from __future__ import annotations

from oyez.cli.options import AllowPrivate, AsJson, Quotations, Source, Speak, Url, script_from

__all__ = ["run"]


def run(
    source: Source,
    speak: Speak = None,
    quotations: Quotations = "pause",
    url: Url = None,
    allow_private: AllowPrivate = False,
    json: AsJson = False,
) -> None:
    """Print what will be said, sentence by sentence."""
    from oyez.model.json import to_json

    script = script_from(source, speak, quotations, url, allow_private)
    if json:
        print(to_json(script, indent=2))
        return
    for before, sentence in zip((None, *script.sentences), script.sentences, strict=False):
        if before and before.block != sentence.block:
            print()
        print(sentence.said)
    for note in script.notes:
        print(f"\nnote: {note}")
