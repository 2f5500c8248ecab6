"""oyez explain: the fidelity receipt."""

from __future__ import annotations

import json as json_module
from dataclasses import asdict

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
    """List every text of the page as spoken, shown only or left out, and the rule that decided."""
    from oyez import api

    entries = api.explain(script_from(source, speak, quotations, url, allow_private))
    if json:
        print(json_module.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=2))
        return
    for entry in entries:
        print(f"{entry.fate:9} {entry.why}")
        for line in entry.text.split("\n"):
            print(f"          | {line}")
        for change in entry.changes:
            print(f"          {change.written!r} is said {change.said!r}: {change.rule}")
