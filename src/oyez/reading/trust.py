"""Who stands behind a page: what it states, what was found, what was looked for and not found.

JSON-LD, meta elements, links, lines, notices -> facts, each with its place; never a score
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from oyez.model.article import Article
from oyez.model.trust import Fact, Trust
from oyez.reading.atoms import web_address
from oyez.reading.dates import DATE_NAMES, address_date, parse_date
from oyez.reading.genre import KIND_OF_ARTICLE, genre_fact
from oyez.reading.line import Line
from oyez.reading.metadata import Metadata
from oyez.reading.notices import (
    AI_NOTICE,
    AUDIO,
    SPONSORED,
    audio_fact,
    free_fact,
    kept_back,
    machine_facts,
    paid_fact,
    printed_notices,
)
from oyez.reading.trust_words import marks, policies, policy_of

__all__ = ["trust_facts"]

_LONGEST_LINK = 60  # characters; longer links are headlines that happen to hold the word
_MENU, _SHORT = 3, 25  # lines of at most so many characters, one under the other, are a menu
_PLAIN_KINDS = frozenset(
    {"Organization", "Person", "Thing", "Corporation"}
)  # that say nothing of a publisher
_OWNERS = ("parentOrganization", "owner", "ownedBy", "founder")
_SITE_METAS = ("og:site_name", "application-name")
_WANTED = ("publisher", "author", "published", KIND_OF_ARTICLE, "founded", "owner")


def trust_facts(
    meta: Metadata,
    lines: Sequence[Line],
    stated: tuple[Fact, ...],
    article: Article | None = None,
    tree: Any = None,
) -> Trust:
    """The three lists for a page; `stated` are its own labels ("Why you can trust ...").

    Without an `article` and its `tree` nothing is said of the text itself.
    """
    links = list(_links(lines))
    found = [*_publisher(meta, stated), *_about(meta, article)]
    if article:
        found += _of_text(meta, article, tree)
    found += _policies(meta, links)
    found += _marks(links, tree)
    have = {fact.what for fact in found}
    wanted = (*_WANTED, *policies(), *(mark.what for mark in marks()), SPONSORED, AI_NOTICE, AUDIO)
    return Trust(stated, tuple(dict.fromkeys(found)), tuple(what for what in wanted if what not in have))


def _links(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Short links of the page: their words and addresses."""
    for line in lines:
        for mark in line.marks:
            if mark.href and mark.end - mark.start <= _LONGEST_LINK:
                yield line.text[mark.start : mark.end], mark.href


def _publisher(meta: Metadata, stated: tuple[Fact, ...]) -> Iterator[Fact]:
    publisher = meta.publisher
    if meta.site:
        source = next(
            (f"meta {name}" for name in _SITE_METAS if meta.metas.get(name) == meta.site),
            "the window's title",
        )
        yield Fact("publisher", meta.site, "JSON-LD publisher" if publisher.get("name") else source)
    else:
        yield from (
            Fact("publisher", fact.value, fact.where) for fact in stated if fact.what == "trust label"
        )
    kinds = publisher.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str) and kind not in _PLAIN_KINDS:
            yield Fact("kind of publisher", kind, "JSON-LD publisher @type")
    if founded := str(publisher.get("foundingDate") or "").partition("T")[0].strip():
        yield Fact("founded", founded, "JSON-LD publisher.foundingDate")
    for term in _OWNERS:
        for name in _names(publisher.get(term)):
            yield Fact("founder" if term == "founder" else "owner", name, f"JSON-LD publisher.{term}")
    logo = web_address(_address(publisher.get("logo")), meta.base_url)
    if logo:
        yield Fact("logo", logo, "JSON-LD publisher.logo")


def _about(meta: Metadata, article: Article | None) -> Iterator[Fact]:
    for person in meta.people:
        yield Fact("author", person.name, _where_named(person.name, meta, article))
    if meta.published:
        yield Fact(
            "published", meta.published.isoformat(), _where_dated(meta.published, "datePublished", meta)
        )
    if meta.modified:
        yield Fact("modified", meta.modified.isoformat(), _where_dated(meta.modified, "dateModified", meta))
    if meta.sections:
        yield Fact("section", *meta.sections[0])


def _of_text(meta: Metadata, article: Article, tree: Any) -> Iterator[Fact]:
    genre = genre_fact(meta, article.title, _kickers(article), article.url)
    free = free_fact(meta)
    given = (
        genre,
        paid_fact(genre),
        free,
        kept_back(article, meta, free),
        audio_fact(meta, tree, article.left_out),
    )
    yield from filter(None, given)
    yield from machine_facts(meta, tree)
    yield from printed_notices(article)


def _kickers(article: Article) -> list[str]:
    """What is printed over the headline, unless it is the last of a row of short lines: a menu."""
    over = [item.text for item in article.left_out if item.evidence == "before the headline"][-_MENU:]
    is_menu = len(over) == _MENU and max(map(len, over)) <= _SHORT
    kickers = [item.text for item in article.left_out if item.evidence == "a kicker over the headline"]
    return kickers + ([] if is_menu else over[-1:])


def _where_named(name: str, meta: Metadata, article: Article | None) -> str:
    if any(name in one for one in _names(meta.ld.get("author"))):
        return "JSON-LD author"
    key = next((key for key, content in meta.metas.items() if name in content and "title" not in key), None)
    if key:
        return f"meta {key}"
    lines = (block.text for block in article.blocks if block.kind == "byline") if article else ()
    return next((f"line {line!r}" for line in lines if name in line), "line near the headline")


def _where_dated(day: Any, term: str, meta: Metadata) -> str:
    if parse_date(meta.ld.get(term)) == day:
        return f"JSON-LD {term}"
    names = (name for name in DATE_NAMES if name in meta.metas and parse_date(meta.metas[name]) == day)
    name = next(names, None)
    if name:
        return f"meta {name}"
    return "the address" if address_date(meta.base_url) == day else "<time> or line near the headline"


def _policies(meta: Metadata, links: Sequence[tuple[str, str]]) -> Iterator[Fact]:
    """One address for each policy: as data states it, else the first link with such words."""
    linked: dict[str, tuple[str, str]] = {}
    for text, href in links:
        what = policy_of(text)
        if what and not href.startswith("javascript:"):
            linked.setdefault(what, (text, href))
    for what, terms in policies().items():
        given = (
            (term, web_address(_address(holder.get(term)), meta.base_url))
            for term in terms
            for holder in (meta.publisher, meta.ld)
        )
        term, address = next(((term, address) for term, address in given if address), ("", None))
        if address:
            yield Fact(what, address, f"JSON-LD {term}")
        elif what in linked:
            text, href = linked[what]
            yield Fact(what, href, f"link {text!r}")


def _marks(links: Sequence[tuple[str, str]], tree: Any) -> Iterator[Fact]:
    """Marks of newsrooms checked from outside, by where a link leads or what stands for a picture."""
    addresses = "\n".join(href for _, href in links)
    pictures = [one.get("alt") or "" for one in tree.iter("img")] if tree is not None else []
    named = "\n".join(pictures).lower()
    for mark in marks():
        if any(part in addresses for part in mark.addresses):
            href = next(href for _, href in links if any(part in href for part in mark.addresses))
            yield Fact(mark.what, href, "link")
        elif any(name in named for name in mark.names):
            alt = next(text for text in pictures if any(name in text.lower() for name in mark.names))
            yield Fact(mark.what, "yes", f"picture {alt!r}")


def _names(value: Any) -> list[str]:
    given = value if isinstance(value, list) else [value]
    names = (one.get("name") if isinstance(one, dict) else one for one in given)
    return [name for name in names if isinstance(name, str) and name.strip()]


def _address(value: Any) -> str | None:
    """An address as data gives it: a text, or an object that has one."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
    return value if isinstance(value, str) else None
