"""oyez explain: the fidelity receipt."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from oyez.cli.options import say_option, script_from, script_options

__all__ = ["run"]


@click.command("explain")
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
    """Every text of the page: spoken, shown only or left out, and why."""
    from oyez import api

    script = script_from(source, speak, quotations, url, allow_private, say, part)
    entries = api.explain(script)
    if as_json:
        print(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2))
        return
    for entry in entries:
        print(f"{entry.fate:9} {entry.why}")
        for line in entry.text.split("\n"):
            print(f"          | {line}")
        for change in entry.changes:
            print(f"          {change.written!r} is said {change.said!r}: {change.rule}")
    for note in dict.fromkeys((*script.article.notes, *script.notes)):
        print(f"note      {note}")
