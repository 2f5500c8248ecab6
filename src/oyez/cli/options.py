"""Options that several verbs share, and how their values are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from oyez.model.article import Article
    from oyez.model.page import Page
    from oyez.model.script import Script
    from oyez.settings import Settings

__all__ = [
    "AllowPrivate",
    "AsJson",
    "Quotations",
    "Source",
    "Speak",
    "SpeedOption",
    "Url",
    "VoiceOption",
    "article_from",
    "script_from",
]

Source = Annotated[str, typer.Argument(help="A web address, a file (.html, .txt, oyez's .json), or -.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Url = Annotated[str | None, typer.Option("--url", help="Where the file or text came from.")]
VoiceOption = Annotated[
    str | None, typer.Option("--voice", "-v", help="A voice by name, alias or file; see: oyez voices list.")
]
SpeedOption = Annotated[
    str, typer.Option("--speed", "-s", help="1.25x, 250wpm (exact for this article) or fit:5m; 0.5x to 4x.")
]
Speak = Annotated[
    str | None,
    typer.Option(
        help="What to speak beside the text: captions, credits, quotes (pull quotes), bylines, tables, code, "
        "footnotes, in a comma-separated list; tables by default."
    ),
]
Quotations = Annotated[
    str,
    typer.Option(
        help="How quotations are heard: pause (a short one), words ('quote ... end quote') or none."
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from this machine and its own network.")
]


def article_from(source: str, url: str | None = None, allow_private: bool = False) -> Article:
    """The article behind a SOURCE argument; an article or script that oyez wrote as JSON is resumed."""
    from oyez import api
    from oyez.model.article import Article
    from oyez.settings import load_settings

    settings = load_settings(allow_private=allow_private or None)
    resumed = _resumed(source, settings)
    if resumed is not None:
        return resumed if isinstance(resumed, Article) else resumed.article
    return api.read(_given(source, url, settings), url=url, settings=settings)


def script_from(
    source: str, speak: str | None, quotations: str, url: str | None = None, allow_private: bool = False
) -> Script:
    """The script of a SOURCE argument with the options of speaking; a script as JSON is taken as it is."""
    from oyez import api
    from oyez.errors import InvalidOption
    from oyez.model.script import Script
    from oyez.settings import load_settings

    resumed = _resumed(source, load_settings())
    if isinstance(resumed, Script):
        return resumed
    ways: tuple[Literal["pause", "words", "none"], ...] = ("pause", "words", "none")
    way = next((one for one in ways if one == quotations), None)
    if way is None:
        raise InvalidOption(f"--quotations is {quotations!r}", "give pause, words or none")
    chosen = None if speak is None else [name.strip() for name in speak.split(",") if name.strip()]
    article = resumed or article_from(source, url, allow_private)
    return api.adapt(article, speak=chosen, quotations=way)


def _given(source: str, url: str | None, settings: Settings) -> str | Page:
    if source != "-":
        return source
    from oyez.model.page import Page
    from oyez.storing.files import read_standard_input

    return Page(read_standard_input(settings.page_bytes), url)


def _resumed(source: str, settings: Settings) -> Article | Script | None:
    """An article or script from a file that ends in .json, or None."""
    path = Path(source)
    if source == "-" or "\n" in source or path.suffix != ".json" or not path.is_file():
        return None
    from oyez.model.article import Article
    from oyez.model.json import from_json
    from oyez.model.script import Script
    from oyez.storing.files import read_source

    text = read_source(path, settings.page_bytes)
    if b'"type": "Script"' in text[:200]:
        return from_json(Script, text)
    return from_json(Article, text)
