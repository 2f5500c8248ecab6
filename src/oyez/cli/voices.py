"""oyez voices: what can read on this machine."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from oyez.cli.options import json_option

__all__ = ["app"]


@click.group("voices")
def app() -> None:
    """The voices on this machine."""


@app.command("list")
@click.argument("language", required=False)
@json_option
def _listed(language: str | None, as_json: bool) -> None:
    """Installed voices, natural ones first; only those of a LANGUAGE such as en."""
    from oyez import api

    found = [
        info for info in api.installed_voices() if not language or info.language.startswith(language.lower())
    ]
    if as_json:
        print(json.dumps([asdict(info) for info in found], ensure_ascii=False, indent=2))
        return
    for info in found:
        kind = "natural" if info.natural else "synthetic"
        print(f"{info.name:28} {info.label:34} {kind:10} {info.licence}")


@app.command("import")
@click.argument("file")
def _imported(file: str) -> None:
    """Copy a Piper voice (NAME.onnx beside NAME.onnx.json) into the voices folder."""
    from pathlib import Path

    from oyez.settings import load_settings
    from oyez.voices.find import find_voice, installed_voices
    from oyez.voices.importing import import_voice

    name = import_voice(Path(file), load_settings().voices)
    installed_voices.cache_clear()
    info = find_voice(name)
    print(f"{info.name} ({info.label}) can now be used for {info.language}")
