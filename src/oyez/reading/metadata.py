"""What a page says of itself for machines: JSON-LD, OpenGraph, meta elements, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from typing import Any

from oyez.model.article import Person
from oyez.reading.authors import stated_people
from oyez.reading.fold import fold

__all__ = ["Metadata", "agreed_headline", "metadata", "parse_date", "site_from_title", "written_date"]

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Posting)$")
_NEWS = re.compile(r"News|Report")
_DATE_METAS = ("article:published_time", "datepublished", "date", "dc.date.issued", "dc.date", "pubdate")
_SUMMARY_METAS = ("og:description", "description", "twitter:description", "dc.description")
_CONTROL = re.compile(r"[\x00-\x1f]")
_BREAKS = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+|\s*\|\s*")
_LD_LIMIT = 2_000_000  # characters of JSON-LD looked at; pages carry a few thousand


@dataclass(frozen=True, slots=True)
class Metadata:
    """`headline` is None where the page gives none; `ld` is the article's JSON-LD.

    `headlines` are all that the page states, `summaries` its descriptions of itself.
    `newsroom` are the stated authors where no person is among them: the site itself, an agency.
    """

    headline: str | None
    language: str | None
    site: str | None
    people: tuple[Person, ...]
    published: datetime | date | None
    modified: datetime | date | None
    base_url: str | None
    ld: dict[str, Any] = field(default_factory=dict)
    metas: dict[str, str] = field(default_factory=dict)
    newsroom: tuple[Person, ...] = ()
    headlines: tuple[str, ...] = ()
    summaries: tuple[str, ...] = ()


def metadata(tree: Any, url: str | None) -> Metadata:
    """Read a tree's head and JSON-LD; broken pieces are passed over, each stands for itself."""
    metas = _metas(tree)
    items = list(_ld_items(tree))
    ld = next((item for item in items if _ARTICLE_TYPES.search(_type_of(item))), {})
    publisher = _name(ld.get("publisher"))
    site = publisher or metas.get("og:site_name") or metas.get("application-name")
    nodes = {str(item["@id"]): item for item in items if "@id" in item and "name" in item}
    headlines = _headlines(tree, ld, metas, site)
    people, newsroom = stated_people(ld, nodes, metas, site)
    published = ld.get("datePublished") or next((metas[name] for name in _DATE_METAS if name in metas), None)
    return Metadata(
        headline=headlines[0] if headlines else None,
        language=_language(tree, ld, metas),
        site=site,
        people=people,
        published=parse_date(published) or _time_element(tree),
        modified=parse_date(ld.get("dateModified") or metas.get("article:modified_time")),
        base_url=_base(tree, url, metas),
        ld=ld,
        metas=metas,
        newsroom=newsroom,
        headlines=headlines,
        summaries=_summaries(ld, metas),
    )


def parse_date(text: Any) -> datetime | date | None:
    """An ISO 8601 date or time, else None.

    >>> parse_date("2026-02-10T21:40:00Z"), parse_date("2026-02-10"), parse_date("soon")
    (datetime.datetime(2026, 2, 10, 21, 40, tzinfo=datetime.timezone.utc), datetime.date(2026, 2, 10), None)
    """
    if not isinstance(text, str):
        return None
    text = text.strip()
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(text)
        except ValueError:
            continue
    return None


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _ld_items(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        text = (script.text or "")[:_LD_LIMIT]
        try:
            data = json.loads(_CONTROL.sub(" ", text))
        except (ValueError, RecursionError):
            continue
        yield from _objects(data)


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data[:100]:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph", []))
        yield from _objects(data.get("mainEntity", []))


def _type_of(item: dict[str, Any]) -> str:
    kind = item.get("@type", "")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return unescape(value).strip() or None if isinstance(value, str) else None


def _headlines(tree: Any, ld: dict[str, Any], metas: dict[str, str], site: str | None) -> tuple[str, ...]:
    """What the article's own statement, OpenGraph and the window say, the site's name cut off."""
    stated = ld.get("headline")
    own = [_without_site(_line(stated), site, bars=False)] if isinstance(stated, str) else []
    others = [metas.get("og:title") or metas.get("twitter:title") or "", _window_title(tree)]
    return tuple(one for one in own + [_without_site(_line(other), site) for other in others] if one)


def _summaries(ld: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    given = [ld.get("description"), *(metas.get(name) for name in _SUMMARY_METAS)]
    return tuple(dict.fromkeys(_line(text) for text in given if isinstance(text, str) and text.strip()))


def agreed_headline(meta: Metadata, printed: str) -> str | None:
    """The headline that a news article states for itself and the window or OpenGraph repeats, else None.

    What is printed, where nothing repeats it, is then a passing state of it: the newest entry of a live
    page, a part of it, a later wording.
    """
    if not (isinstance(meta.ld.get("headline"), str) and _NEWS.search(_type_of(meta.ld))):
        return None
    stated, *others = meta.headlines
    folded = [fold(other) for other in others]
    return stated if fold(stated) in folded and fold(printed) not in folded else None


def _window_title(tree: Any) -> str:
    title = tree.find(".//title")
    return _line(title.text or "") if title is not None else ""


def _line(text: str) -> str:
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


def _language(tree: Any, ld: dict[str, Any], metas: dict[str, str]) -> str | None:
    declared = (
        tree.get("lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        or ld.get("inLanguage")
        or metas.get("og:locale")
        or metas.get("content-language")
    )
    if not isinstance(declared, str):
        return None
    tag = declared.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag) else None


def _time_element(tree: Any) -> datetime | date | None:
    return next((found for time in tree.iter("time") if (found := parse_date(time.get("datetime")))), None)


def site_from_title(tree: Any, headline: str, printed: Iterable[str]) -> str | None:
    """The part of the window's title that the page prints by itself, as its masthead."""
    parts = _BREAKS.split(_window_title(tree))
    lines = {line.casefold() for line in printed}
    return next((part for part in parts if part != headline and part.casefold() in lines), None)


def written_date(lines: Sequence[str]) -> date | None:
    """The first date in lines such as "Posted 16 March 2023", by htmldate."""
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


def _base(tree: Any, url: str | None, metas: dict[str, str]) -> str | None:
    base = tree.find(".//base")
    if base is not None and (base.get("href") or "").startswith(("http://", "https://")):
        return str(base.get("href"))
    return url or metas.get("og:url")
