"""oyez voices: what can read on this machine."""

from __future__ import annotations

import json as json_module
from dataclasses import asdict
from typing import Annotated

import typer

from oyez.cli.options import AsJson

__all__ = ["app"]

app = typer.Typer(help="The voices on this machine.", no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def _top() -> None:
    """The voices on this machine."""


@app.command("list")
def listed(
    language: Annotated[str | None, typer.Argument(help="Only this language, such as en or de.")] = None,
    json: AsJson = False,
) -> None:
    """List the installed voices, natural ones first."""
    from oyez import api

    found = [info for info in api.voices() if not language or info.language.startswith(language.lower())]
    if json:
        print(json_module.dumps([asdict(info) for info in found], ensure_ascii=False, indent=2))
        return
    for info in found:
        kind = "natural" if info.natural else "synthetic"
        print(f"{info.name:28} {info.label:34} {kind:10} {info.licence}")


@app.command("import")
def imported(
    file: Annotated[str, typer.Argument(help="A Piper voice: NAME.onnx with NAME.onnx.json beside it.")],
) -> None:
    """Copy a natural voice into the voices folder; it is then used by itself for its language."""
    from pathlib import Path

    from oyez.settings import load_settings
    from oyez.voices.find import find_voice, installed_voices
    from oyez.voices.importing import import_voice

    name = import_voice(Path(file), load_settings().voices)
    installed_voices.cache_clear()
    info = find_voice(name)
    print(f"{info.name} ({info.label}) can now be used for {info.language}")
