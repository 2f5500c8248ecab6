"""A source opened: its page had, read within limits or in this process, further pages of the article had too.

source -> page_from -> read (apart: reading_apart) -> Article
                        | its next page, if any: fetched -> read -> joined -> its next page, ...
                        +-> kept, where that is asked
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from oyez.errors import OyezError
from oyez.model.article import Article
from oyez.model.page import Page
from oyez.model.part import Part
from oyez.settings import Settings
from oyez.sources import fetched, page_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from oyez.reading.page_addresses import Place

__all__ = ["open_article", "open_parts"]

_BETWEEN = 0.5  # seconds from page to page: no faster than somebody who leafs through them


def open_article(
    source: str | Path | Page,
    settings: Settings,
    url: str | None = None,
    *,
    part: int | None = None,
    keep: bool = False,
    apart: bool = False,
) -> Article:
    """The article of a source; `apart` reads in a process of its own, as PDF files and books always are."""
    if apart and isinstance(source, str) and source.lstrip().lower().startswith("http"):
        from oyez.reading_apart import shared_readers

        shared_readers().warm()  # while the page is on its way
    page = page_from(source, settings, url)
    read = partial(_read, settings=settings, part=part, keep=keep, apart=apart)
    article = read(page)
    if isinstance(source, str) and page.fetched_at and part is None and settings.article_pages > 1:
        return _with_further_pages(page, article, settings, read)
    return article


def open_parts(source: str | Path | Page, settings: Settings, url: str | None = None) -> tuple[Part, ...]:
    """The items of a feed or the chapters of a book; () where a source is one article."""
    from oyez.reading_apart import is_printed, shared_readers

    page = page_from(source, settings, url)
    if is_printed(page):
        return shared_readers().parts(page)
    from oyez.reading import parts

    return parts(page)


def _read(page: Page, *, settings: Settings, part: int | None, keep: bool, apart: bool) -> Article:
    from oyez.reading_apart import is_printed, is_whole, shared_readers

    if apart or is_printed(page):

        def read(page: Page) -> Article:
            return shared_readers().read(page, part)

    else:

        def read(page: Page) -> Article:
            from oyez import reading

            return reading.read(page, part)

    if not keep:
        return read(page)
    from oyez.narrating import read_once

    return read_once(page, settings, read, way=f"part {part}" if part else "", worth_keeping=is_whole)


def _with_further_pages(
    page: Page, article: Article, settings: Settings, read: Callable[[Page], Article]
) -> Article:
    """The article with the pages that follow; what was not had is said in its notes."""
    from oyez.reading.joining import is_continuation, joined
    from oyez.reading.page_addresses import next_address

    assert page.url is not None
    whole, number, seen = article, 1, {page.url}
    place = _place(page)
    while place and (address := next_address(page, place)) and address not in seen:
        if number >= settings.article_pages:
            return whole.with_note(f"the article goes on at {address}: at most {number} pages are fetched")
        time.sleep(_BETWEEN)
        seen.add(address)
        try:
            page = fetched(address, settings)
            further = read(page)
        except OyezError as error:
            return whole.with_note(
                f"the article goes on at {address}, which could not be read: {error.message}"
            )
        if not is_continuation(whole, further):
            break
        number += 1
        place = _next_place(place, page.url)
        seen.add(page.url or address)
        whole = joined(whole, further, number, address)
    return whole


def _place(page: Page) -> Place | None:
    """Which page of a series the first one is: by a word for pages in its address, else the first."""
    from oyez.reading.page_addresses import places

    found = [place for place in places(page.url or "") if place.named]
    return found[-1] if found else None


def _next_place(place: Place, url: str | None) -> Place | None:
    """The place of the page that was fetched, which may have sent us elsewhere."""
    from oyez.reading.page_addresses import places

    return next(
        (one for one in places(url or "") if one.stem == place.stem and one.number >= place.number), None
    )
