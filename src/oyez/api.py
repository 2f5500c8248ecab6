"""The verbs, READ THIS FIRST. Each stage takes a value and gives the next; nothing is edited.

source -> read -> Article -> adapt -> Script -> narrate -> Narration -> save -> file
                                         |                                 ^
                                         +-> stream -> Clip, Clip, ...     |
                                         +-> render (all of it, cached) ---+
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from oyez.errors import UnknownFormat
from oyez.model.article import Article
from oyez.model.narration import Clip, Narration
from oyez.model.pace import multiplied
from oyez.model.page import Page
from oyez.model.part import Part
from oyez.model.quotation import Quotation
from oyez.model.script import Script
from oyez.model.speed import NATURAL, Speed, parse_speed
from oyez.model.voice import VoiceInfo
from oyez.settings import Settings, load_settings
from oyez.timing.figures import Figures, at_speed, measure

if TYPE_CHECKING:
    from oyez.narrating import Narrator
    from oyez.scripting.lexicon import Lexicon
    from oyez.scripting.receipt import Entry

__all__ = [
    "Figures",
    "Rendered",
    "adapt",
    "at_speed",
    "explain",
    "formats",
    "installed_voices",
    "measure",
    "narrate",
    "parts",
    "quotations",
    "read",
    "render",
    "save",
    "stream",
    "voice_for",
]

OnSentence = Callable[[int, int], None]  # sentences spoken so far, sentences in all


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file with the figures measured when it was made."""

    content: bytes
    media_type: str
    figures: Figures
    from_store: bool


def read(
    source: str | Path | Page,
    *,
    url: str | None = None,
    settings: Settings | None = None,
    part: int | None = None,
    keep: bool = False,
    apart: bool = False,
) -> Article:
    """The article at a URL, in a file (a web page, text, Markdown, PDF, EPUB, feed), in a text, or of a Page.

    A str is a URL, else text that holds a newline or starts with "<", else an existing path. An article
    that goes on at further addresses is fetched whole. `part` chooses one of `parts`; without it a feed
    gives its newest item and a book all of it.
    With `keep` the store remembers what was read, and the same page is not read twice. With `apart` it is
    read in a process of its own, with limits on memory and time; PDF files and books always are.
    Raises SourceError where the page cannot be had, ReadError where it holds no article, InvalidOption for
    a part that there is not.
    """
    from oyez.opening import open_article

    return open_article(source, settings or load_settings(), url, part=part, keep=keep, apart=apart)


def parts(
    source: str | Path | Page, *, url: str | None = None, settings: Settings | None = None
) -> tuple[Part, ...]:
    """The items of a feed, the newest first, or the chapters of a book; () where a source is one article."""
    from oyez.opening import open_parts

    return open_parts(source, settings or load_settings(), url)


def adapt(
    article: Article,
    *,
    speak: Collection[str] | Mapping[str, str] | None = None,
    quotations: Literal["pause", "words", "none"] = "pause",
    sayings: Mapping[str, str] | None = None,
    lexicon: Lexicon | None = None,
    settings: Settings | None = None,
) -> Script:
    """What is said of an article, word by word.

    `speak` tells how much is spoken beside the running text, of captions, credits, quotes (pull quotes),
    bylines, tables, code and footnotes: {"captions": "short", "tables": "skip"}, where a kind not named
    keeps its default, or the names of those spoken in full; tables by default. `sayings` are a listener's
    own for this article: {"Leung": "Lee-ung", "Xi": "/ʃiː/"}, at most 500. Without a `lexicon` the listener's
    own file counts (`oyez lexicon`); an empty Lexicon leaves the built-in one alone. Raises InvalidOption for
    what is not among those.
    """
    from oyez import scripting

    note = ""
    if lexicon is None:
        from oyez.own_lexicon import kept_lexicon

        lexicon, note = kept_lexicon(settings or load_settings())
    script = scripting.adapt(
        article, speak=speak, quotations=quotations, sayings=sayings or {}, lexicon=lexicon
    )
    return replace(script, notes=(*script.notes, note)) if note else script


def quotations(article: Article) -> tuple[Quotation, ...]:
    """Who says what: the quotations whose speaker the text states, in page order. Never raises."""
    from oyez.scripting.attribution import quotations as attributed

    return attributed(article)


def explain(script: Script) -> tuple[Entry, ...]:
    """The fidelity receipt: every text of the page as spoken, shown only, or left out, with the reason."""
    from oyez.scripting.receipt import receipt

    return receipt(script)


def installed_voices() -> tuple[VoiceInfo, ...]:
    """Every voice installed on this machine, natural ones first."""
    from oyez.voices import find

    return find.installed_voices()


def voice_for(
    name: str | None, language: str, settings: Settings | None = None, *, files: bool = True
) -> VoiceInfo:
    """The voice of that name; without one the best installed for the language. Raises VoiceNotFound.

    A name may be the path of a voice file, unless `files` is False: a stranger's string opens no file.
    """
    from oyez.voices.find import chosen_voice, default_voice, find_voice

    if name:
        return find_voice(name, files=files)
    chosen = chosen_voice((settings or load_settings()).voice, language)
    return find_voice(chosen) if chosen else default_voice(language)


def stream(
    script: Script, voice: str | VoiceInfo | None = None, *, settings: Settings | None = None
) -> Iterator[Clip]:
    """One clip a sentence, in order, each as soon as it is spoken; kept clips are not spoken again.

    Raises VoiceError where the voice fails on a whole sentence.
    """
    return _narrator(script, voice, settings or load_settings()).clips(script)


def narrate(
    script: Script,
    voice: str | VoiceInfo | None = None,
    *,
    settings: Settings | None = None,
    on_sentence: OnSentence | None = None,
) -> Narration:
    """The whole script spoken at its natural speed; `on_sentence` is told how far it is.

    The voice speaks what is in the article's language; a part in another has the best voice of that one,
    and a quotation the `quote_voice` of the settings, if any.
    """
    return _narrator(script, voice, settings or load_settings()).narrate(script, on_sentence)


def render(
    script: Script,
    suffix: str,
    voice: str | VoiceInfo | None = None,
    speed: str | float | Speed = NATURAL,
    *,
    keep_pauses: bool = False,
    settings: Settings | None = None,
    on_sentence: OnSentence | None = None,
) -> Rendered:
    """A script as a finished file of one format ("mp3", ".vtt"); made once, then taken from the store.

    Pauses shrink with the speed down to their floors; with `keep_pauses` they last as long as at natural
    speed. What was done to meet the speed stands in the figures' notes.
    Raises UnknownFormat, InvalidSpeed, VoiceError, ExportError.
    """
    from oyez.exporting.contract import GrowingExporter

    settings = settings or load_settings()
    exporter = _exporter(suffix)
    asked = parse_speed(speed)
    narrator = _narrator(script, voice, settings)
    key = narrator.file_key(script, exporter.suffix, f"{asked}{', pauses kept' if keep_pauses else ''}")
    kept = narrator.kept_file(key)
    if kept is not None:
        figures = Figures.of(kept.facts)
        return Rendered(kept.content, exporter.media_type, figures, from_store=True)
    if asked.kind == "times" and isinstance(exporter, GrowingExporter):
        pace = multiplied(asked.amount, keep_pauses=keep_pauses)
        narration, content = narrator.narrate_into(exporter, script, pace, on_sentence)
        figures = measure(narration, asked, keep_pauses=keep_pauses)
    else:  # a rate or a time is known only when all is spoken
        from oyez.audio.pausing import paced

        narration = narrator.narrate(script, on_sentence)
        figures = measure(narration, asked, keep_pauses=keep_pauses)
        content = exporter.export(paced(narration, figures.pace), figures.multiplier)
    narrator.keep_file(key, content, asdict(figures))
    return Rendered(content, exporter.media_type, figures, from_store=False)


def save(
    narration: Narration,
    path: str | Path,
    speed: str | float | Speed = NATURAL,
    *,
    keep_pauses: bool = False,
) -> Figures:
    """Write a narration in the format of the path's suffix, whole or not at all.

    Raises UnknownFormat, InvalidSpeed, NotWritable, StoreFull.
    """
    from oyez.audio.pausing import paced
    from oyez.storing.files import write_whole

    path = Path(path)
    figures = measure(narration, parse_speed(speed), keep_pauses=keep_pauses)
    content = _exporter(path.suffix).export(paced(narration, figures.pace), figures.multiplier)
    write_whole(path, content)
    return figures


def formats() -> tuple[str, ...]:
    """Suffixes that can be written, without their dots."""
    from oyez import plugins

    return plugins.names(plugins.EXPORTERS)


def _exporter(suffix: str) -> Any:
    from oyez import plugins

    name = suffix.lower().removeprefix(".")
    if name not in formats():
        known = ", ".join(f".{one}" for one in formats())
        raise UnknownFormat(
            f"there is no format {suffix or 'without a suffix'!r}", f"end the name in one of {known}"
        )
    return plugins.load(plugins.EXPORTERS, name)


def _narrator(script: Script, voice: str | VoiceInfo | None, settings: Settings) -> Narrator:
    from oyez.casting import quotations_for
    from oyez.narrating import Narrator

    info = voice if isinstance(voice, VoiceInfo) else voice_for(voice, script.language, settings)
    return Narrator(info, settings, script.language, quotations_for(script, settings))
