"""What a source is: a URL, a text, a file, or a page that somebody already has.

http(s) URL -> fetched; text with a newline or a leading "<" -> itself; else an existing path.
"""

from __future__ import annotations

import re
from pathlib import Path

from oyez.errors import InvalidSource
from oyez.model.page import Page
from oyez.settings import Settings

__all__ = ["fetched", "page_from"]

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_LONGEST_PATH = 4096  # characters


def page_from(source: str | Path | Page, settings: Settings, url: str | None = None) -> Page:
    """The page behind a source; `url` says where text or a file came from.

    Raises InvalidSource for a string that is none of these, and the errors of fetching and files.
    """
    if isinstance(source, Page):
        return source
    if isinstance(source, Path):
        return _file(source, settings, url)
    text = source.strip()
    if "\n" in text or text.startswith("<"):
        return Page(source, url)
    if _URL.match(text):
        return fetched(text, settings)
    path = Path(text)
    if text and len(text) <= _LONGEST_PATH and "\0" not in text and path.exists():
        return _file(path, settings, url)
    raise InvalidSource(
        f"{text[:80]!r} is neither a web address, nor an existing file, nor a text of several lines",
        "give https://…, a path, or - to read standard input",
    )


def _file(path: Path, settings: Settings, url: str | None) -> Page:
    from oyez.storing.files import read_source

    markdown = path.suffix.lower() in (".md", ".markdown")
    headers = (("Content-Type", "text/markdown"),) if markdown else ()
    return Page(read_source(path, settings.file_bytes), url, headers=headers)


def fetched(url: str, settings: Settings) -> Page:
    """The page at an address, within the limits of the settings. Raises SourceError."""
    from oyez.fetching.client import FetchLimits, fetch

    limits = FetchLimits(
        total_seconds=settings.fetch_seconds,
        max_bytes=settings.page_bytes,
        allow_private=settings.allow_private,
    )
    return fetch(url, limits=limits)
