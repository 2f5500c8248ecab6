"""oyez listen: from a page to a voice in one command: read it, speak it, open the listening page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from oyez.cli.ahead import load_speech_meanwhile
from oyez.cli.options import (
    allow_private_option,
    json_option,
    part_option,
    quotations_option,
    quote_voice_option,
    script_from,
    settings_with,
    voice_option,
)
from oyez.cli.serve import KEYS, serve_article

if TYPE_CHECKING:
    from oyez.model.article import Article
    from oyez.model.script import Script
    from oyez.model.voice import VoiceInfo
    from oyez.timing.figures import Figures

__all__ = ["run"]


@click.command("listen")
@click.argument("source", required=False)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The sound file to write.")
@voice_option
@quote_voice_option
@click.option("--speed", "-s", default="1.25x", show_default=True, help="The speed whose figures are shown.")
@click.option("--speak", metavar="KINDS", help="What to speak beside the text; see: oyez narrate --help.")
@quotations_option
@click.option(
    "--open/--no-open", "open_page", default=True, show_default=True,
    help="Open the listening page; --no-open writes it to a file and ends.",
)  # fmt: skip
@part_option
@allow_private_option
@json_option
def run(
    source: str | None,
    output: Path | None,
    voice: str | None,
    quote_voice: str | None,
    speed: str,
    speak: str | None,
    quotations: str,
    open_page: bool,
    part: int | None,
    allow_private: bool,
    as_json: bool,
) -> None:
    """All in one: read a page, speak it, open the listening page.

    Without a SOURCE it takes the bundled sample.
    """
    from oyez import api
    from oyez.cli.progress import sentence_progress
    from oyez.model.speed import parse_speed
    from oyez.storing.files import check_writable, write_whole

    parse_speed(speed)  # refused before anything is spoken
    settings = settings_with(quote_voice)
    script = _script(source, speak, quotations, allow_private, part)
    file = output or _file_for(script.article)
    check_writable(file)
    info = api.voice_for(voice, script.language, settings)
    with sentence_progress(f"speaking with {info.label}") as tell:
        made = api.render(script, file.suffix, info, settings=settings, on_sentence=tell)
    figures = api.at_speed(made.figures, speed)
    write_whole(file, made.content)
    if as_json:
        facts = {"file": str(file), "title": script.article.title, "voice": info.name, **asdict(figures)}
        print(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_summary(source, script, info, figures, file)), flush=True)
    if open_page:
        serve_article(script.article, host="127.0.0.1", port=0, open_browser=True, settings=settings)
    elif not as_json:
        page = _page_beside(file, source)
        write_whole(page, api.render(script, "html", info, speed, settings=settings).content)
        print(
            f"page       {page.resolve().as_uri()}   (plays offline; or: oyez serve {source or ''})".rstrip()
        )
        print(f"keys       {KEYS}")


def _page_beside(file: Path, source: str | None) -> Path:
    """A name for the page that never is the page we were given, nor another file of the listener's."""
    page = file.with_suffix(".html")
    ours = page.is_file() and page.read_bytes()[:4096].find(b'name="generator" content="Oyez') >= 0
    if page.exists() and not ours:
        return file.with_suffix(".listen.html")
    return page


def _file_for(article: Article) -> Path:
    """Where the sound goes when no file is named: beside the store, under the article's title."""
    from oyez.errors import NotWritable
    from oyez.settings import load_settings

    folder = load_settings().store / "listen"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritable(
            f"{str(folder)!r} cannot be made: {error.strerror}", "name a file with -o"
        ) from error
    slug = "-".join("".join(c if c.isalnum() else " " for c in article.title.lower()).split())
    return folder / f"{slug[:60].rstrip('-') or 'article'}.mp3"


def _script(
    source: str | None, speak: str | None, quotations: str, allow_private: bool, part: int | None
) -> Script:
    load_speech_meanwhile()
    if source is not None:
        return script_from(source, speak, quotations, None, allow_private, part=part)
    from oyez import api
    from oyez.sample import sample_page

    return api.adapt(api.read(sample_page()))


def _summary(
    source: str | None, script: Script, info: VoiceInfo, figures: Figures, file: Path
) -> Iterator[str]:
    from oyez.cli.figures import clock, counted, pace_line, saved_line, some
    from oyez.cli.suggestion import suggestion

    article = script.article
    yield article.title
    blocks = len({sentence.block for sentence in script.sentences})
    words = f"{some(figures.shown_words, 'word')} ({figures.said_words} as said)"
    yield f"spoken     {some(blocks, 'block')}, {words}"
    yield f"shown      {_shown(article)}"
    left = counted(left.why for left in article.left_out) or "nothing"
    yield f"left out   {left}   (oyez explain {source or 'SOURCE'} for more)"
    found = ", ".join(f"{fact.what} {fact.value}" for fact in article.trust.found) or "nothing"
    yield f"trust      found: {found}"
    yield f"           looked for and not found: {', '.join(article.trust.not_found) or 'nothing'}"
    command = suggestion(info, script.language)
    natural = f"; for a natural one: {command}" if command else ""
    yield f"voice      {info.label} ({info.name}, {'natural' if info.natural else 'synthetic'}){natural}"
    rate = f"{figures.words_per_minute:.0f} words a minute as said, measured"
    yield f"speed      {figures.multiplier:.3g}x = {rate}"
    yield f"           {pace_line(figures)}"
    claim = article.claim("reading time")
    said = f" (the page says {claim})" if claim else ""
    yield (
        f"time       {clock(figures.seconds)} to hear: {saved_line(figures)}; "
        f"{article.minutes_to_read} min to read{said}"
    )
    yield f"sound      {file}"
    for note in dict.fromkeys((*article.notes, *figures.notes)):
        yield f"note       {note}"


def _shown(article: Article) -> str:
    from oyez.cli.figures import some
    from oyez.model.article import Figure, PullQuote

    figures = [block for block in article.blocks if isinstance(block, Figure)]
    parts = [
        some(len(figures), "photo"),
        some(sum(1 for figure in figures if figure.caption), "caption"),
    ]
    for block in article.blocks:
        if isinstance(block, PullQuote):
            where = (
                ""
                if block.repeats is None
                else f", which repeats “{article.block_text(block.repeats).lstrip('“')[:40]}…”"
            )
            parts.append(f"pull quote “{block.text.strip('“”')[:50]}”{where}")
    return "; ".join(parts)
