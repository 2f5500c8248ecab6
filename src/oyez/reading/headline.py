"""Which words are the headline: what the page states, what it prints large, what is only the site's name.

JSON-LD headline, og:title, twitter:title, <title> -> site's name cut off -> the one printed large
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from itertools import islice
from typing import Any

from oyez.reading.fold import fold

__all__ = ["likeliest_headline", "one_line", "settled_headline", "site_from_title", "stated_headlines"]

_BREAKS = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+|\s*\|\s*")
_LONGEST = 250  # characters; a longer "headline" is a summary that stands in its place
_HEADINGS = 40  # looked at; the headline is among the first
_FEWEST_WORDS = 3  # that two wordings of one headline share
_SHARED = 0.6  # of the words of the shorter one
_KICKER_SHARE = 0.6  # of a heading is the headline, the rest a kicker before it


def stated_headlines(tree: Any, headline: Any, metas: Mapping[str, str], site: str | None) -> tuple[str, ...]:
    """What the page states: the `headline` of its JSON-LD, OpenGraph, the window; the site's name cut off."""
    own = [_without_site(one_line(headline), site, bars=False)] if isinstance(headline, str) else []
    others = [metas.get("og:title") or metas.get("twitter:title") or "", _window_title(tree)]
    return tuple(one for one in own + [_without_site(one_line(other), site) for other in others] if one)


def likeliest_headline(tree: Any, stated: Sequence[str]) -> str | None:
    """The first statement that a heading prints, a main heading that says one in other words, the first."""
    headings = [
        (heading, one_line("".join(heading.itertext())[: 2 * _LONGEST]))
        for heading in islice(tree.iter("h1", "h2"), _HEADINGS)
    ]
    wanted = [fold(one) for one in stated]
    printed = [fold(text) for _, text in headings]
    for same in (_is_same, _has_kicker):
        for one, words in zip(stated, wanted, strict=True):
            if any(same(words, text) for text in printed):
                return one
    for (heading, text), folded in zip(headings, printed, strict=True):
        alike = heading.tag == "h1" and any(_is_alike(one, folded) for one in wanted)
        if alike and len(text) <= _LONGEST and _is_plain(heading):
            return text
    return next((one for one in stated if len(one) <= _LONGEST), next(iter(stated), None))


def _is_same(stated: str, printed: str) -> bool:
    return stated == printed


def _has_kicker(stated: str, printed: str) -> bool:
    return printed.endswith(f" {stated}") and len(stated) >= _KICKER_SHARE * len(printed)


def _is_alike(stated: str, printed: str) -> bool:
    """Two wordings of one headline share most of their words.

    >>> _is_alike("5 ways to mend a net", "mend a net five ways to do it"), _is_alike("the quay", "the quay")
    (True, False)
    """
    first, second = set(stated.split()), set(printed.split())
    shared = len(first & second)
    return shared >= _FEWEST_WORDS and shared >= _SHARED * min(len(first), len(second))


def _is_plain(heading: Any) -> bool:
    """True for a heading in one piece; of several, the first may be a kicker."""
    pieces = [part for part in heading.iterchildren() if "".join(part.itertext()).strip()]
    return len(pieces) <= 1 and not (pieces and (heading.text or "").strip())


def settled_headline(stated: Sequence[str], printed: str, of_news: str | None, site: str | None) -> str:
    """The headline: what is printed, unless that is none, or a passing state of what is stated.

    Where a news article states one for itself (`of_news`) that the window or OpenGraph repeats, and nothing
    repeats what is printed, that is the newest entry of a live page, a part of it, a later wording.
    """
    if not stated or not printed:
        return printed or next(iter(stated), "")
    folded = [fold(one) for one in stated]
    shown = fold(printed)
    if len(printed) > _LONGEST or shown == fold(site or ""):
        return next((one for one in stated if fold(one) != shown and len(one) <= _LONGEST), printed)
    if of_news and folded.count(fold(of_news)) > 1 and shown not in folded:
        return of_news
    return printed


def _window_title(tree: Any) -> str:
    title = tree.find(".//title")
    return one_line(title.text or "") if title is not None else ""


def one_line(text: str) -> str:
    """Text of an attribute or of data as it is meant: entities resolved, spaces single.

    >>> one_line(" Boats &amp;amp;\\n quays ")
    'Boats &amp; quays'
    """
    return " ".join(unescape(text).split())


def _without_site(title: str, site: str | None, *, bars: bool = True) -> str:
    """A title without the site's name at its end or start ("Headline | Saltmarsh Courier").

    With `bars`, the longest part between upright bars is the headline where no part is the site's name.
    """
    parts = _BREAKS.split(title)
    if len(parts) > 1 and site:
        kept = [part for part in parts if part.casefold() != site.casefold()]
        if len(kept) < len(parts) and kept:
            start = title.index(kept[0])
            return title[start : title.rindex(kept[-1]) + len(kept[-1])]
    if bars and len(parts) > 1 and "|" in title:
        return max(parts, key=len)
    return title


def site_from_title(tree: Any, headline: str, printed: Iterable[str]) -> str | None:
    """The part of the window's title that the page prints by itself, as its masthead."""
    parts = _BREAKS.split(_window_title(tree))
    lines = {line.casefold() for line in printed}
    return next((part for part in parts if part != headline and part.casefold() in lines), None)
