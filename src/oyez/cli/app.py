"""The verbs, gathered. Each module imports what it needs when it runs, so that help is quick."""

from __future__ import annotations

import click

from oyez.cli import adapt, check, explain, lexicon, listen, narrate, play, read, serve, voices

__all__ = ["app"]


class _InOrder(click.Group):
    """A group that lists its verbs in the order of a day's work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"oyez {version('oyez')}")
        context.exit()


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
def app() -> None:
    """Turn any article page into a clean article and hear it read aloud."""


for verb in (listen, read, adapt, narrate, play, explain, serve, check):
    app.add_command(verb.run)
app.add_command(voices.app)
app.add_command(lexicon.app)
