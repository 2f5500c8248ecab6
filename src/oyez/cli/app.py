"""The verbs, gathered. Each module imports what it needs when it runs, so that help is quick."""

from __future__ import annotations

import typer

from oyez.cli import adapt, check, explain, listen, narrate, play, read, serve, voices

__all__ = ["app"]

app = typer.Typer(
    help="Turn any article page into a clean article and hear it read aloud.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _top(version: bool = typer.Option(False, "--version", help="Print the version and end.")) -> None:
    if version:
        from importlib.metadata import version as installed

        print(f"oyez {installed('oyez')}")
        raise typer.Exit


for verb in (listen, read, adapt, narrate, play, explain, serve, check):
    app.command(name=verb.__name__.rpartition(".")[2])(verb.run)
app.add_typer(voices.app, name="voices")
