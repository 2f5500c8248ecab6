"""What a page says of itself for machines: JSON-LD, OpenGraph, meta elements, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from oyez.model.article import Person

__all__ = ["Metadata", "metadata", "parse_date", "person_names", "site_from_title", "written_date"]

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|Posting)$")
_DATE_METAS = ("article:published_time", "datepublished", "date", "dc.date.issued", "dc.date", "pubdate")
_CONTROL = re.compile(r"[\x00-\x1f]")
_BREAKS = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+|\s*\|\s*")
_BY = re.compile(r"^(?:by|von|par|por|di|da|door|av|af|autor(?:in)?|text|oleh)(?:\s*:\s*|\s+)", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]")
_AND = re.compile(r"\s*[,;]\s*|\s+(?:and|und|et|y|och|og|en|&)\s+")
_ALSO = re.compile(r"\s*;\s*|\s+(?:and|und|et|och|og|&)\s+")
_NO_NAME = re.compile(r"@|https?:|www\.|\.(?:com|org|net|de|fr|it|es|tr)\b", re.IGNORECASE)
_LD_LIMIT = 2_000_000  # characters of JSON-LD looked at; pages carry a few thousand


@dataclass(frozen=True, slots=True)
class Metadata:
    """`headline` is None where the page gives none; `ld` is the article's JSON-LD.

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


def metadata(tree: Any, url: str | None) -> Metadata:
    """Read a tree's head and JSON-LD; broken pieces are passed over, each stands for itself."""
    metas = _metas(tree)
    ld = next((item for item in _ld_items(tree) if _ARTICLE_TYPES.search(_type_of(item))), {})
    publisher = _name(ld.get("publisher"))
    site = publisher or metas.get("og:site_name") or metas.get("application-name")
    published = ld.get("datePublished") or next((metas[name] for name in _DATE_METAS if name in metas), None)
    return Metadata(
        headline=_headline(tree, ld, metas, site),
        language=_language(tree, ld, metas),
        site=site,
        people=_people(ld, metas, site),
        published=parse_date(published) or _time_element(tree),
        modified=parse_date(ld.get("dateModified") or metas.get("article:modified_time")),
        base_url=_base(tree, url, metas),
        ld=ld,
        metas=metas,
        newsroom=tuple(Person(name) for name in _names(ld.get("author"))),
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
    return value.strip() or None if isinstance(value, str) else None


def _names(authors: Any) -> list[str]:
    return [
        name for author in (authors if isinstance(authors, list) else [authors]) if (name := _name(author))
    ]


def _people(ld: dict[str, Any], metas: dict[str, str], site: str | None) -> tuple[Person, ...]:
    authors = ld.get("author") or ld.get("creator") or []
    people = []
    for author in authors if isinstance(authors, list) else [authors]:
        names = person_names(_name(author) or "", site)
        url = author.get("url") if isinstance(author, dict) else None
        people += [Person(name, url if isinstance(url, str) and len(names) == 1 else None) for name in names]
    if not people:
        named = metas.get("author") or metas.get("article:author") or ""
        people = [Person(name) for name in person_names(named, site)]
    return tuple({person.name.casefold(): person for person in reversed(people)}.values())[::-1]


def person_names(text: str, site: str | None) -> list[str]:
    """The people that an author's field or a byline names; addresses, titles and the site itself are none.

    >>> person_names("By Ada Quay, Ben Weir and Cleo Marsh (cm)", "Saltmarsh Courier")
    ['Ada Quay', 'Ben Weir', 'Cleo Marsh']
    >>> person_names("Saltmarsh Courier", "Saltmarsh Courier"), person_names("a.quay@example.org", None)
    ([], [])
    """
    text = _BY.sub("", _ASIDE.sub("", " ".join(text.split())))
    names = [name.strip(" .,;|·•*") for name in _AND.split(text)]
    if "," in text and " " not in names[0]:  # "Quay, Ada"
        names = [name.strip(" .,;|·•*") for name in _ALSO.split(text)]
    own = (site or "").casefold()
    return [
        name for name in names if 1 < len(name) <= 60 and name.casefold() != own and not _NO_NAME.search(name)
    ]


def _headline(tree: Any, ld: dict[str, Any], metas: dict[str, str], site: str | None) -> str | None:
    for given in (ld.get("headline"), metas.get("og:title"), metas.get("twitter:title")):
        if isinstance(given, str) and given.strip():
            return _without_site(given.strip(), site)
    title = tree.find(".//title")
    text = " ".join((title.text or "").split()) if title is not None else ""
    return _without_site(text, site) or None


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end or start ("Headline | Saltmarsh Courier")."""
    parts = _BREAKS.split(title)
    if len(parts) > 1 and site:
        kept = [part for part in parts if part.casefold() != site.casefold()]
        if len(kept) < len(parts) and kept:
            start = title.index(kept[0])
            return title[start : title.rindex(kept[-1]) + len(kept[-1])]
    if len(parts) > 1 and "|" in title:
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
    title = tree.find(".//title")
    parts = _BREAKS.split(" ".join((title.text or "").split())) if title is not None else []
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
