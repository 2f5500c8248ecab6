"""When a page was published and modified.

stated: JSON-LD, meta elements \\
printed: <time> and dates in the lines about the headline, told apart by "updated" -> published, modified
the address: /2026/02/10/
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from oyez.model.article import Dateline, Paragraph
from oyez.reading.dates import Dates, address_date, parse_date, printed_dates
from oyez.reading.head import is_dateline
from oyez.reading.line import Judged

__all__ = ["settled_dates"]

_PUBLISHED_NOTE = re.compile(
    r"\W*(?:this \w+ was )?(?:first |originally )?(?:published|posted|datum|date|veröffentlicht|erschienen"
    r"|publié|publicad[oa]|fecha|pubblicato|data|gepubliceerd|publicerad|publiceret|publisert|julkaistu"
    r"|opublikowano|yayın|дата|опубликовано|发布|發布|公開|게시|입력|نشر)\b",
    re.IGNORECASE,
)
_BEFORE, _NEAR, _BEHIND = 4, 8, 20  # lines before and behind the headline that may say when
_NOTES = 40  # lines behind the text that may be a note of when it was published
_NEARBY = (None, "not part of the article", "bio", "share", "reading time")  # why such a line was left out
_LONGEST_LINE = 200  # characters; a longer one tells a story, and of another day


def settled_dates(
    stated: Dates, judged: Sequence[Judged], tree: Any, language: str, url: str | None
) -> Dates:
    """What is stated holds; what is not is looked for on the page, then in its address.

    Nothing was modified before it was published.
    """
    published, modified = stated.published, stated.modified
    if published is None:
        shown = _shown_dates(judged, language)
        published = shown.published or _marked(tree) or _by_htmldate(judged) or address_date(url)
        modified = modified or shown.modified
    if published and modified and modified.isoformat()[:10] < published.isoformat()[:10]:
        modified = None
    return Dates(published, modified)


def _shown_dates(judged: Sequence[Judged], language: str) -> Dates:
    """Of the lines about the headline, datelines first; else of a note behind the text."""
    title = next((index for index, one in enumerate(judged) if one.is_title), -1)
    texts = [index for index, one in enumerate(judged) if index > title and isinstance(one.block, Paragraph)]
    first, last = (texts[0], texts[-1]) if texts else (0, 0)
    head = judged[max(0, title - _BEFORE) : min(max(first, title + _NEAR), title + _BEHIND)]
    near = sorted(filter(_may_say_when, head), key=lambda one: not isinstance(one.block, Dateline))
    found = printed_dates((one.line.text for one in near), language)
    if not found.published:
        notes = (one.line.text for one in judged[last + 1 : last + _NOTES] if one.why == _NEARBY[1])
        found = Dates(printed_dates(filter(_PUBLISHED_NOTE.match, notes), language).published, found.modified)
    exact = next(filter(None, (_times(one.line.element) for one in near)), None)
    if exact and (not found.published or exact.isoformat()[:10] == found.published.isoformat()[:10]):
        return Dates(exact, found.modified)
    return found


def _may_say_when(one: Judged) -> bool:
    if len(one.line.text) > _LONGEST_LINE or one.why not in _NEARBY:
        return False
    kind = one.block.kind if one.block else ""
    return kind in ("", "byline", "dateline") or (kind == "figure" and is_dateline(one.line.text))


def _times(element: Any) -> datetime | date | None:
    if element is None:
        return None
    return next((day for one in element.iter("time") if (day := parse_date(one.get("datetime")))), None)


def _marked(tree: Any) -> datetime | date | None:
    """An element with itemprop="datePublished", else the first <time> outside of menus and footers."""
    named = (
        parse_date(one.get("content") or one.get("datetime") or one.text)
        for one in tree.xpath("//*[@itemprop='datePublished']")
    )
    times = (
        parse_date(one.get("datetime"))
        for one in tree.iter("time")
        if next(one.iterancestors("nav", "aside", "footer"), None) is None
    )
    return next(filter(None, named), None) or next(filter(None, times), None)


def _by_htmldate(judged: Sequence[Judged]) -> date | None:
    """Of a dateline in a calendar or language that is not in our tables."""
    lines = [one.line.text for one in judged if isinstance(one.block, Dateline)]
    if not lines:
        return None
    from htmldate import find_date
    from lxml import html

    for line in lines:
        paragraph = html.fragment_fromstring(line.replace("<", " "), create_parent="p")
        found = parse_date(find_date(paragraph, original_date=True))
        if found:
            return found
    return None
