"""What a page says of itself for machines: JSON-LD, OpenGraph, meta elements, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from typing import Any

from oyez.model.article import Person
from oyez.reading.authors import stated_people
from oyez.reading.dates import stated_dates
from oyez.reading.headline import likeliest_headline, one_line, stated_headlines

__all__ = ["Metadata", "metadata"]

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Posting)$")
_PAGE_TYPES = re.compile(r"(?:WebPage|ItemPage|CreativeWork)$")
_SECTION_METAS = (
    "article:section",
    "section",
    "og:article:section",
    "parsely-section",
    "cxenseparse:section",
)
_SUMMARY_METAS = ("og:description", "description", "twitter:description", "dc.description")
_NEWS = re.compile(r"News|Report")
_CONTROL = re.compile(r"[\x00-\x1f]")
_LD_LIMIT = 2_000_000  # characters of JSON-LD looked at; pages carry a few thousand


@dataclass(frozen=True, slots=True)
class Metadata:
    """`headline` is None where the page gives none; `ld` is the article's JSON-LD.

    `headlines` are all that the page states, `summaries` its descriptions of itself.
    `publisher` is its JSON-LD, `sections` are names with where they stand, the narrowest first.
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
    news_headline: str | None = None
    publisher: dict[str, Any] = field(default_factory=dict)
    sections: tuple[tuple[str, str], ...] = ()
    image: str | None = None
    canonical: str | None = None
    summaries: tuple[str, ...] = ()


def metadata(tree: Any, url: str | None) -> Metadata:
    """Read a tree's head and JSON-LD; broken pieces are passed over, each stands for itself."""
    metas = _metas(tree)
    items = list(_ld_items(tree))
    ld = next((item for item in items if _ARTICLE_TYPES.search(_type_of(item))), {})
    nodes = {str(item["@id"]): item for item in items if "@id" in item and "name" in item}
    publisher = _publisher(ld, nodes, items)
    site = _name(publisher) or metas.get("og:site_name") or metas.get("application-name")
    headlines = stated_headlines(tree, ld.get("headline"), metas, site)
    people, newsroom = stated_people(ld, nodes, metas, site)
    about = [item for item in items if _PAGE_TYPES.search(_type_of(item))]
    dates = stated_dates(ld, about, metas)
    return Metadata(
        headline=likeliest_headline(tree, headlines),
        language=_language(tree, ld, metas),
        site=site,
        people=people,
        published=dates.published,
        modified=dates.modified,
        base_url=_base(tree, url, metas),
        ld=ld,
        metas=metas,
        newsroom=newsroom,
        headlines=headlines,
        news_headline=_news_headline(ld),
        publisher=publisher,
        sections=_sections(ld, metas),
        image=_image(ld, metas, nodes),
        canonical=_canonical(tree, metas),
        summaries=_summaries(ld, metas),
    )


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


def _publisher(
    ld: dict[str, Any], nodes: dict[str, dict[str, Any]], items: list[dict[str, Any]]
) -> dict[str, Any]:
    """The article's publisher; where it names none, the one newsroom that the page's data tells of."""
    given = ld.get("publisher")
    given = next(iter(given), None) if isinstance(given, list) else given
    if isinstance(given, str):
        given = nodes.get(given, {"name": given})
    if isinstance(given, dict) and given:
        return {**nodes.get(str(given.get("@id")), {}), **given}
    newsrooms = [item for item in items if _type_of(item) == "NewsMediaOrganization"]
    return newsrooms[0] if len(newsrooms) == 1 else {}


def _sections(ld: dict[str, Any], metas: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The rubric of a paper in which the article stands."""
    given = ld.get("articleSection")
    named = [(one, "JSON-LD articleSection") for one in (given if isinstance(given, list) else [given])]
    named += [(metas[name], f"meta {name}") for name in _SECTION_METAS if name in metas]
    return tuple((one_line(text), where) for text, where in named if isinstance(text, str) and text.strip())


def _image(ld: dict[str, Any], metas: dict[str, str], nodes: dict[str, dict[str, Any]]) -> str | None:
    """The address of the article's picture."""
    given = ld.get("image")
    given = next(iter(given), None) if isinstance(given, list) else given
    if isinstance(given, dict):
        given = given.get("url") or given.get("contentUrl") or nodes.get(str(given.get("@id")), {}).get("url")
    given = metas.get("og:image") or metas.get("og:image:url") or given or metas.get("twitter:image")
    return given.strip() if isinstance(given, str) and given.strip() else None


def _canonical(tree: Any, metas: dict[str, str]) -> str | None:
    """The page's own address, as it gives it; none that leads to the front page."""
    links = (one.get("href") for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical")
    for given in (next(links, None), metas.get("og:url")):
        address = (given or "").strip()
        if address.startswith(("http://", "https://")) and "".join(address.split("/", 3)[3:]):
            return address
    return None


def _news_headline(ld: dict[str, Any]) -> str | None:
    """What a news article states as its own headline; other kinds of pages state slogans there too."""
    stated = ld.get("headline")
    return one_line(stated) if isinstance(stated, str) and _NEWS.search(_type_of(ld)) else None


def _summaries(ld: dict[str, Any], metas: dict[str, str]) -> tuple[str, ...]:
    given = [ld.get("description"), *(metas.get(name) for name in _SUMMARY_METAS)]
    return tuple(dict.fromkeys(one_line(text) for text in given if isinstance(text, str) and text.strip()))


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


def _base(tree: Any, url: str | None, metas: dict[str, str]) -> str | None:
    base = tree.find(".//base")
    if base is not None and (base.get("href") or "").startswith(("http://", "https://")):
        return str(base.get("href"))
    return url or metas.get("og:url")
