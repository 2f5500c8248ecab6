"""oyez lexicon: the listener's own pronunciations, kept for every article."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oyez.cli.options import json_option

if TYPE_CHECKING:
    from oyez.scripting.lexicon import Entry

__all__ = ["app"]

language_option = click.option(
    "--language", "-l", default="", help="Only in texts of this language, such as en; in all without it."
)


class _InOrder(click.Group):
    """Verbs in the order in which an entry is made, looked at and shared."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group("lexicon", cls=_InOrder)
def app() -> None:
    """Your own pronunciations, for every article and voice."""


@app.command("add")
@click.argument("written")
@click.argument("ipa", required=False)
@click.option("--say", help="Other words to be read instead of IPA, such as Lee-ung.")
@language_option
@json_option
def _added(written: str, ipa: str | None, say: str | None, language: str, as_json: bool) -> None:
    """Say WRITTEN your way from now on: as IPA, or as other words with --say.

    oyez lexicon add Xi ʃiː, oyez lexicon add Leung --say Lee-ung. A WRITTEN form in small letters holds for
    every case. Several words take as many words of IPA.
    """
    from oyez.errors import InvalidOption
    from oyez.own_lexicon import keep_lexicon, own_lexicon
    from oyez.scripting.lexicon import entry
    from oyez.settings import load_settings

    if (ipa is None) == (say is None):
        raise InvalidOption(
            f"how is {written!r} said?", f"give IPA, oyez lexicon add {written} ʃiː, or words with --say"
        )
    settings = load_settings()
    made = entry(written, f"/{ipa.strip().strip('/')}/" if ipa is not None else say or "", language)
    keep_lexicon(own_lexicon(settings).added([made]), settings)
    print(json.dumps(_facts(made), ensure_ascii=False) if as_json else _line(made))


@app.command("list")
@click.option("--built-in", is_flag=True, help="The entries that come with Oyez, with their sources.")
@json_option
def _listed(built_in: bool, as_json: bool) -> None:
    """Your entries."""
    from oyez.own_lexicon import own_lexicon
    from oyez.scripting.lexicon_built_in import built_in_lexicon
    from oyez.settings import load_settings

    entries = built_in_lexicon("en") if built_in else own_lexicon(load_settings())
    if as_json:
        print(json.dumps([_facts(one) for one in entries], ensure_ascii=False, indent=2))
        return
    for one in entries:
        print(_line(one))
    if not entries:
        print("no entries of yours yet; the first: oyez lexicon add Xi ʃiː")


@app.command("try")
@click.argument("words", metavar="WORD")
@click.option("--language", "-l", default="en", show_default=True, help="Of the text it stands in.")
@json_option
def _tried(words: str, language: str, as_json: bool) -> None:
    """How a WORD will be said, and which lexicon says so."""
    from oyez.own_lexicon import heard, own_lexicon
    from oyez.settings import load_settings

    found = heard(words, language, own_lexicon(load_settings()))
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        said = f"/{one.ipa}/" if one.ipa else one.say
        print(f"{one.written:24} {said:32} {one.source}")


@app.command("remove")
@click.argument("written")
@language_option
@json_option
def _removed(written: str, language: str, as_json: bool) -> None:
    """Remove an entry of yours."""
    from oyez.own_lexicon import keep_lexicon, own_lexicon, removed
    from oyez.settings import load_settings

    settings = load_settings()
    keep_lexicon(removed(own_lexicon(settings), written, language), settings)
    print(json.dumps({"removed": written}, ensure_ascii=False) if as_json else f"{written} is removed")


@app.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def _imported(file: Path, as_json: bool) -> None:
    """Take over the entries of a PLS file, all or none (W3C Pronunciation Lexicon)."""
    from oyez.own_lexicon import keep_lexicon, lexicon_from, own_lexicon
    from oyez.settings import load_settings

    settings = load_settings()
    found, own = lexicon_from(file), own_lexicon(settings)
    together = own.added(found)
    keep_lexicon(together, settings)
    new = len(together) - len(own)
    if as_json:
        print(json.dumps({"entries": len(found), "new": new, "replaced": len(found) - new}))
        return
    print(f"{len(found)} entries taken over, {new} of them new; the lexicon has {len(together)}")


@app.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--built-in", is_flag=True, help="The entries that come with Oyez, instead of yours.")
@json_option
def _exported(file: Path, built_in: bool, as_json: bool) -> None:
    """Write your entries as a PLS file (W3C Pronunciation Lexicon)."""
    from oyez.own_lexicon import own_lexicon
    from oyez.scripting.lexicon_built_in import built_in_lexicon
    from oyez.scripting.pls import write_pls
    from oyez.settings import load_settings
    from oyez.storing.files import write_whole

    lexicon = built_in_lexicon("en") if built_in else own_lexicon(load_settings())
    write_whole(file, write_pls(lexicon))
    facts = {"file": str(file), "entries": len(lexicon)}
    print(json.dumps(facts, ensure_ascii=False) if as_json else f"{file}: {len(lexicon)} entries")


def _facts(one: Entry) -> dict[str, str]:
    """What is stated of an entry."""
    return {name: value for name, value in asdict(one).items() if value}


def _line(one: Entry) -> str:
    said = f"/{one.ipa}/" if one.ipa else one.alias
    rest: Iterable[str] = (one.language, one.source)
    return f"{one.written:24} {said:32} {' '.join(part for part in rest if part)}".rstrip()
