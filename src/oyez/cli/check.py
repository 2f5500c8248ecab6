"""oyez check: does everything that Oyez needs work on this machine?"""

from __future__ import annotations

import json
from collections.abc import Callable

import click

from oyez.cli.options import json_option
from oyez.errors import OyezError

__all__ = ["run"]


@click.command("check")
@json_option
@click.pass_context
def run(context: click.Context, as_json: bool) -> None:
    """Test the installation: reading, voices, disk, encoders."""
    results = [_tried(name, test) for name, test in _TESTS]
    if as_json:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    else:
        for result in results:
            print(f"{'ok  ' if result['ok'] else 'FAIL'} {result['name']}: {result['detail']}")
    if not all(result["ok"] for result in results):
        context.exit(1)


def _tried(name: str, test: Callable[[], str]) -> dict[str, object]:
    try:
        return {"name": name, "ok": True, "detail": test()}
    except (OyezError, OSError, ImportError) as error:
        return {"name": name, "ok": False, "detail": str(error)}


def _reading() -> str:
    from oyez import api
    from oyez.sample import sample_page

    article = api.read(sample_page())
    return f"{len(article.blocks)} blocks, {len(article.left_out)} things left out of the sample"


def _speaking() -> str:
    from oyez.model.script import Sentence, Word
    from oyez.voices.find import default_voice, load_voice

    voice = load_voice(default_voice("en"))
    clip = voice.say(Sentence(None, (Word(0, 4, "oyez", mark="."),), 0.0, "en", "check"))
    return f"{voice.info.name} spoke {clip.seconds:.1f} seconds"


def _voices() -> str:
    from oyez import api

    found = api.installed_voices()
    natural = sum(info.natural for info in found)
    return f"{len(found)} voices, {natural} of them natural"


def _store() -> str:
    from oyez.settings import load_settings
    from oyez.storing.store import Store

    settings = load_settings()
    Store(settings.store, settings.store_bytes).close()
    return str(settings.store)


def _encoders() -> str:
    import numpy

    from oyez import api
    from oyez.audio.encode import Encoder
    from oyez.audio.tags import Tags

    made = []
    for name in ("wav", "mp3", "m4a", "opus", "flac"):
        encoder = Encoder(name, 22050, Tags())
        encoder.add(numpy.zeros(2205, dtype=numpy.int16))
        made.append(f"{name} {len(encoder.finish())} bytes")
    return ", ".join(made) + f"; formats: {' '.join(api.formats())}"


def _page() -> str:
    from importlib.resources import files

    folder = files("oyez").joinpath("web")
    return ", ".join(sorted(item.name for item in folder.iterdir() if not item.name.startswith("_")))


_TESTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("reading", _reading),
    ("voices", _voices),
    ("speaking", _speaking),
    ("store", _store),
    ("encoders", _encoders),
    ("listening page", _page),
)
