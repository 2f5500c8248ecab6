"""Options that several verbs share, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import click

if TYPE_CHECKING:
    from oyez.model.article import Article
    from oyez.model.page import Page
    from oyez.model.script import Script
    from oyez.settings import Settings

__all__ = [
    "allow_private_option",
    "article_from",
    "given_source",
    "json_option",
    "page_options",
    "part_option",
    "quotations_option",
    "quote_voice_option",
    "say_option",
    "script_from",
    "script_options",
    "settings_with",
    "url_option",
    "voice_option",
    "voice_options",
]

Run = TypeVar("Run", bound=Callable[..., None])


def page_options(run: Run) -> Run:
    """SOURCE (a web address, a file, or - for standard input), --part, --url, --allow-private, --json."""
    return _with(
        run,
        click.argument("source"),
        part_option,
        url_option,
        allow_private_option,
        json_option,
    )


def script_options(run: Run) -> Run:
    """A page, and what of it is spoken: --speak and --quotations."""
    return _with(
        page_options(run),
        click.option(
            "--speak",
            metavar="KINDS",
            help="What to speak beside the text, comma-separated: captions, credits, quotes (pull quotes), "
            "bylines, tables, code, footnotes. Tables by default; a list of names is then all that is "
            "spoken. captions=short,tables=skip sets how much of each (skip, short, full) and leaves the "
            "others as they are.",
        ),
        quotations_option,
    )


def voice_options(run: Run) -> Run:
    """A script, and how it is spoken: --voice, --quote-voice, --speed and --keep-pauses."""
    return _with(
        script_options(run),
        voice_option,
        quote_voice_option,
        click.option(
            "--speed",
            "-s",
            default="1x",
            show_default=True,
            help="1.25x, 250wpm (words a minute as said, measured on this article), 5.5sps (syllables a "
            "second), fit:5m (heard in five minutes), or slow, average, fast (150, 250, 400 words a "
            "minute); from 0.5x to 4x. For scale: people read aloud at 183 words a minute and in silence at "
            "238; above about 275 less is understood, and lectures at 1.5x cost 2 points in a test of them, "
            "at 2.5x 17.",
        ),
        click.option(
            "--keep-pauses",
            is_flag=True,
            help="Leave pauses as long as they are; they shrink with the speed.",
        ),
    )


def _with(run: Run, *options: Callable[[Run], Run]) -> Run:
    for option in reversed(options):
        run = option(run)
    return run


url_option = click.option("--url", help="The web address that the file or text came from.")
part_option = click.option(
    "--part",
    type=click.IntRange(min=1),
    help="Which chapter of a book, or item of a feed, counted from the newest. Without it a feed gives the "
    "newest, and a book all of it. See them all with: oyez read --parts SOURCE.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")
voice_option = click.option("--voice", "-v", help="A voice by name, alias or file; see: oyez voices list.")
quote_voice_option = click.option(
    "--quote-voice",
    help="Another voice for quotations whose speaker the text states; off by default.",
)
say_option = click.option(
    "--say",
    multiple=True,
    metavar="WRITTEN=SAID",
    help="Say a word or name your way, such as --say Leung=Lee-ung, or in IPA, --say Xi=/ʃiː/; may be given "
    "several times. For every article: oyez lexicon add.",
)
quotations_option = click.option(
    "--quotations",
    default="pause",
    show_default=True,
    help="How quotations are heard: pause, words ('quote ... end quote') or none.",
)
allow_private_option = click.option(
    "--allow-private", is_flag=True, help="Also fetch from this machine and its own network."
)


def settings_with(quote_voice: str | None) -> Settings:
    """The settings with the voice of --quote-voice, which must be there; "" is none."""
    from oyez import api
    from oyez.settings import load_settings

    if quote_voice:
        quote_voice = api.voice_for(quote_voice, "und").name
    return load_settings(quote_voice=quote_voice)


def article_from(
    source: str, url: str | None = None, allow_private: bool = False, part: int | None = None
) -> Article:
    """The article behind a SOURCE argument; an article or script that oyez wrote as JSON is resumed."""
    from oyez import api
    from oyez.model.article import Article
    from oyez.settings import load_settings

    settings = load_settings(allow_private=allow_private or None)
    resumed = _resumed(source, settings)
    if resumed is not None:
        return resumed if isinstance(resumed, Article) else resumed.article
    given = given_source(source, url, settings)
    return api.read(given, url=url, settings=settings, part=part, keep=True, apart=True)


def script_from(
    source: str,
    speak: str | None,
    quotations: str,
    url: str | None = None,
    allow_private: bool = False,
    say: Sequence[str] = (),
    part: int | None = None,
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
    chosen, sayings = _speak(speak), _sayings(say)
    article = resumed or _article_once(source, url, allow_private, part)
    return api.adapt(article, speak=chosen, quotations=way, sayings=sayings)


def _article_once(source: str, url: str | None, allow_private: bool, part: int | None) -> Article:
    """The article; nothing else will be read, so that who reads can go and give back its memory."""
    from oyez.reading_apart import shared_readers

    try:
        return article_from(source, url, allow_private, part)
    finally:
        shared_readers().close()


def _speak(given: str | None) -> list[str] | dict[str, str] | None:
    """--speak as names, or as levels where one is given: "captions=short,quotes"."""
    if given is None:
        return None
    names = [name.strip() for name in given.split(",") if name.strip()]
    if "=" not in given:
        return names
    pairs = (name.partition("=") for name in names)
    return {kind.strip(): level.strip() if sign else "full" for kind, sign, level in pairs}


def _sayings(given: Sequence[str]) -> dict[str, str]:
    """Every --say as written form -> saying; the last one counts where a form is given twice."""
    from oyez.errors import InvalidOption

    pairs = [entry.partition("=") for entry in given]
    for written, sign, _ in pairs:
        if not sign:
            raise InvalidOption(f"--say is {written!r}", "give WRITTEN=SAID, such as --say Leung=Lee-ung")
    return {written.strip(): said.strip() for written, _, said in pairs}


def given_source(source: str, url: str | None, settings: Settings) -> str | Page:
    """A SOURCE argument as api.read takes it: "-" is what standard input holds."""
    if source != "-":
        return source
    from oyez.model.page import Page
    from oyez.storing.files import read_standard_input

    return Page(read_standard_input(settings.file_bytes), url)


def _resumed(source: str, settings: Settings) -> Article | Script | None:
    """An article or script from a file that ends in .json, or None."""
    path = Path(source)
    if source == "-" or "\n" in source or path.suffix != ".json" or not path.is_file():
        return None
    from oyez.model.article import Article
    from oyez.model.json import from_json
    from oyez.model.script import Script
    from oyez.storing.files import read_source

    text = read_source(path, settings.file_bytes)
    if b'"type": "Script"' in text[:200]:
        return from_json(Script, text)
    return from_json(Article, text)
