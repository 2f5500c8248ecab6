"""oyez voices: what can read on this machine, and what else could."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from oyez.cli.options import json_option

if TYPE_CHECKING:
    from oyez.voices.card import ModelCard
    from oyez.voices.catalogue import CatalogueVoice

__all__ = ["app"]


class _InOrder(click.Group):
    """Verbs in the order in which a voice is found, tried and removed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group("voices", cls=_InOrder)
def app() -> None:
    """The voices on this machine, and those that can be downloaded."""


@app.command("list")
@click.argument("language", required=False)
@click.option("--available", is_flag=True, help="List the natural voices that can be downloaded.")
@click.option("--refresh", is_flag=True, help="The same, after fetching the newest list of them.")
@json_option
def _listed(language: str | None, available: bool, refresh: bool, as_json: bool) -> None:
    """Installed voices, natural ones first; only those of a LANGUAGE such as en."""
    from oyez import api
    from oyez.voices.catalogue import catalogue

    wanted = (language or "").lower().replace("_", "-")
    if refresh:
        _refresh()
    if available or refresh:
        names = {info.name for info in api.installed_voices()}
        voices = [voice for voice in catalogue().voices if voice.language.startswith(wanted)]
        _print_available([voice for voice in voices if voice.name not in names], as_json)
        return
    found = [info for info in api.installed_voices() if info.language.startswith(wanted)]
    if as_json:
        print(json.dumps([asdict(info) for info in found], ensure_ascii=False, indent=2))
        return
    for info in found:
        kind = "natural" if info.natural else "synthetic"
        flag = "  (!) look it up" if info.natural and _warning(info.name) else ""
        print(f"{info.name:28} {info.label:34} {kind:10} {info.licence}{flag}")


@app.command("get")
@click.argument("name")
@json_option
def _got(name: str, as_json: bool) -> None:
    """Download a natural voice: by NAME, by speaker (amy), or the recommended one of a language (en-GB)."""
    from oyez import installing
    from oyez.cli.progress import byte_progress
    from oyez.settings import load_settings

    voice = _meant(name)
    cards: list[ModelCard] = []

    def show(card: ModelCard) -> None:
        cards.append(card)
        if not as_json:
            print("\n".join(_card_lines(voice, card)), flush=True)

    with byte_progress(f"getting {voice.stem}") as tell:
        info = installing.install(voice, load_settings(), on_card=show, on_bytes=tell)
    if as_json:
        (card,) = cards
        facts: dict[str, Any] = {**asdict(info), "bytes": voice.bytes, "card": asdict(card)}
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    print(f"{info.name} ({info.label}) now reads {info.language}; hear it: oyez voices try {voice.stem}")


@app.command("try")
@click.argument("name")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="Write a sound file instead of playing."
)
@json_option
def _tried(name: str, output: Path | None, as_json: bool) -> None:
    """Hear a voice say one sentence in its language."""
    from oyez import api
    from oyez.cli.players import find_player, play_sound
    from oyez.errors import InvalidOption
    from oyez.previews import preview, preview_sentence
    from oyez.settings import load_settings
    from oyez.storing.files import check_writable, write_whole

    settings = load_settings()
    info = api.voice_for(name, "en", settings)
    player = find_player()
    if output:
        check_writable(output)
    elif player is None:
        raise InvalidOption("there is no program here that plays sound", "write a file: -o voice.wav")
    made = preview(info, output.suffix if output else "wav", settings)
    sentence, _ = preview_sentence(info.language)
    if as_json:
        facts = {"voice": info.name, "sentence": sentence, "file": str(output) if output else None}
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        print(f"{info.name}: {sentence}", flush=True)
    if output:
        write_whole(output, made.content)
    elif player:
        play_sound(player, made.content)


@app.command("remove")
@click.argument("name")
@json_option
def _removed(name: str, as_json: bool) -> None:
    """Remove a voice that was downloaded or imported."""
    from oyez.settings import load_settings
    from oyez.voices.importing import remove_voice

    gone = remove_voice(name, load_settings().voices)
    print(json.dumps({"removed": gone}) if as_json else f"{gone} is removed")


@app.command("import")
@click.argument("source", type=click.Path(path_type=Path))
@json_option
def _imported(source: Path, as_json: bool) -> None:
    """Copy voices into the voices folder, from a file, a folder or a zip.

    Piper voices are NAME.onnx with NAME.onnx.json. Kokoro is a model, tokenizer.json and voices/*.bin.
    """
    from oyez.settings import load_settings
    from oyez.voices.find import find_voice
    from oyez.voices.importing import import_voices

    found = [find_voice(name) for name in import_voices(source, load_settings().voices)]
    if as_json:
        print(json.dumps([asdict(info) for info in found], ensure_ascii=False, indent=2))
        return
    for info in found:
        print(f"{info.name} ({info.label}) can now be used for {info.language}; licence: {info.licence}")
        if warning := _warning(info.name):
            print(f"warning    {warning}")


def _meant(name: str) -> CatalogueVoice:
    from oyez.errors import VoiceNotFound
    from oyez.voices.catalogue import catalogue

    try:
        return catalogue().find(name)
    except VoiceNotFound:
        if voice := catalogue().recommended(name):
            return voice
        raise


def _refresh() -> None:
    from oyez import installing
    from oyez.settings import load_settings

    found, left_out = installing.refresh(load_settings())
    left = f"; {left_out} more are of a form that is not known here" if left_out else ""
    print(f"the newest list has {len(found.voices)} voices{left}", file=sys.stderr)


def _warning(name: str) -> str | None:
    """What is not plainly free about an installed voice, of its card; without a card nothing is known."""
    from oyez import installing
    from oyez.settings import load_settings

    card = installing.kept_card(name, load_settings())
    return card.warning if card else None


def _print_available(voices: list[CatalogueVoice], as_json: bool) -> None:
    from oyez.voices.catalogue import catalogue

    is_recommended = catalogue().is_recommended
    if as_json:
        from oyez.installing import PUBLISHED
        from oyez.previews import preview_sentence

        facts = [
            {
                "name": voice.name,
                "language": voice.language,
                "region": voice.region,
                "label": voice.label,
                "quality": voice.quality,
                "speakers": voice.speakers,
                "bytes": voice.bytes,
                "md5": voice.model.md5,
                "licence": voice.licence,
                "source": f"{PUBLISHED}/{voice.folder}",
                "sample": preview_sentence(voice.language)[0],
                "recommended": is_recommended(voice),
            }
            for voice in voices
        ]
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    for voice in voices:
        speakers = f"{voice.speakers} speakers" if voice.speakers > 1 else ""
        mark = "*" if is_recommended(voice) else " "
        print(f"{mark} {voice.stem:36} {voice.bytes / 1e6:4.0f} MB  {speakers}".rstrip())
    if voices and sys.stdout.isatty():
        print("* recommended; licences are stated in the model cards; get one: oyez voices get NAME")
        print("Kokoro-82M is not downloaded but imported: oyez voices import FOLDER, see docs/voices.md")


def _card_lines(voice: CatalogueVoice, card: ModelCard) -> Iterator[str]:
    for line in card.text.strip().splitlines():
        yield f"  {line}".rstrip()
    yield f"licence    {card.licence or 'not stated'}"
    if card.warning:
        yield f"warning    {card.warning}"
    yield f"size       {voice.bytes / 1e6:.0f} MB"
