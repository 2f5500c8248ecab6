"""A feed to its items: RSS 0.9 to 2.0, RDF, Atom; what is broken is mended, no entity is followed.

text -> lxml -> Item, ... the newest first

lxml instead of feedparser, which hangs on 600 kB of elements within each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from html import escape, unescape
from html.entities import html5
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from oyez.errors import NotAnArticle, TooLarge

__all__ = ["Feed", "Item", "feed_of"]

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOST_CHARACTERS = 20_000_000
_MOST_ITEMS = 10_000
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
_MAILBOX = re.compile(r"\S+@\S+\s*\((.+)\)")
_TAG = re.compile(r"<[a-zA-Z/!]")
_HTML = frozenset({"html", "text/html", "xhtml", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Item:
    """One item; `html` is its fullest text, `whole` whether the feed gives that as the content."""

    title: str
    url: str | None
    published: datetime | date | None
    modified: datetime | date | None
    people: tuple[str, ...]
    html: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed by its own description."""

    title: str
    language: str
    items: tuple[Item, ...]


def feed_of(text: str, url: str | None) -> Feed:
    """The feed in a text. Raises TooLarge, and NotAnArticle where nothing of it can be read."""
    from lxml import etree

    if len(text) > _MOST_CHARACTERS:
        raise TooLarge(
            f"the feed has {len(text):,} characters; the most is {_MOST_CHARACTERS:,}",
            "give the address of one article",
        )
    # Names of HTML mean nothing to XML, and writers of feeds use them all the same.
    text = _NAMED.sub(_character, _DECLARATION.sub("", text, count=1))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise NotAnArticle("this feed is damaged: nothing of it can be read", "try it again later")
    channel = next(iter(_named(root, "channel")), root)
    base = root.get(_XML_BASE) or url or _link(channel, "")
    found = islice(root.iter("{*}item", "{*}entry"), _MOST_ITEMS)
    items = [_item(one, base) for one in found]
    if all(item.published for item in items):
        items.sort(key=lambda item: _instant(item.published), reverse=True)
    language = root.get(_XML_LANG) or _child(channel, "language") or _child(channel, f"{_DC}language")
    return Feed(_plain(_child(channel, "title")), language.strip(), tuple(items))


def _character(name: re.Match[str]) -> str:
    return escape(html5.get(f"{name[1]};", name[0]))


def _item(element: Any, base: str) -> Item:
    published = _child(element, "pubDate", "published", f"{_DC}date", "issued", "date")
    modified = _child(element, "updated", "modified")
    html, whole = _content(element)
    when = _moment(published)
    return Item(
        title=_plain(_child(element, "title")),
        url=_link(element, base) or None,
        published=when or _moment(modified),
        modified=_moment(modified) if when else None,
        people=_people(element),
        html=html,
        whole=whole,
    )


def _content(element: Any) -> tuple[str, bool]:
    """The fullest text of an item as HTML, and whether the feed gives it as the content."""
    encoded = element.find(_CONTENT)
    if encoded is not None and (encoded.text or "").strip():
        return encoded.text, True
    content = next(iter(_named(element, "content")), None)
    if content is not None and content.tag.startswith(_ATOM) and (html := _html(content)).strip():
        return html, True
    given = [_html(one) for name in ("description", "summary") for one in _named(element, name)]
    return max(given, key=len, default=""), False


def _html(element: Any) -> str:
    """An element's content as HTML: written out, escaped, or plain text."""
    from lxml import etree

    kind = (element.get("type") or "").lower()
    if len(element):
        inner = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
        return escape(element.text or "") + inner
    text = element.text or ""
    if kind not in _HTML and (kind or not _TAG.search(text)) and "&" not in text:
        return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n\n") if line.strip())
    return text


def _people(element: Any) -> tuple[str, ...]:
    """Names of the authors: Atom gives elements, RSS an address with the name in brackets."""
    names: list[str] = []
    for author in (*_named(element, "author"), *element.iterchildren(f"{_DC}creator")):
        name = _child(author, "name") or " ".join("".join(author.itertext()).split())
        mailbox = _MAILBOX.fullmatch(name)
        name = mailbox[1] if mailbox else name
        if name and "@" not in name:
            names.append(_plain(name))
    return tuple(dict.fromkeys(names))


def _link(element: Any, base: str) -> str:
    """The address of an item's page, absolute."""
    for link in _named(element, "link"):
        given = link.get("href") if link.get("href") else (link.text or "").strip()
        if given and link.get("rel", "alternate") == "alternate":
            return _joined(base, given)
    guid = next(iter(_named(element, "guid")), None)
    text = (guid.text or "").strip() if guid is not None and guid.get("isPermaLink") != "false" else ""
    return text if text.startswith(("http://", "https://")) else ""


def _joined(base: str, address: str) -> str:
    try:
        whole = urljoin(base, address)
    except ValueError:
        return ""
    return whole if whole.startswith(("http://", "https://")) else ""


def _named(element: Any, name: str) -> Sequence[Any]:
    """Children of that name; in a namespace of its own only the one of Atom, or that of RSS 1.0."""
    return [
        child
        for child in element.iterchildren("{*}" + name)
        if child.tag == name
        or child.tag.startswith((_ATOM, "{http://purl.org/rss/1.0/}", "{http://my.netscape"))
    ]


def _child(element: Any, *names: str) -> str:
    """The text of the first child of one of these names that has any."""
    for name in names:
        found = element.iterchildren(name) if name.startswith("{") else _named(element, name)
        for child in found:
            text = "".join(child.itertext()).strip()
            if text:
                return text
    return ""


def _plain(text: str) -> str:
    """A title without the markup that some feeds escape into it."""
    return " ".join(unescape(re.sub(r"</?[a-zA-Z][^<>]{0,500}>", "", text)).split())


def _moment(text: str) -> datetime | date | None:
    """A date of RFC 822, as RSS has it, or of ISO 8601, as Atom has it."""
    from oyez.reading.dates import parse_date

    found = parse_date(text)
    if found or not text:
        return found
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _instant(when: datetime | date | None) -> float:
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day, tzinfo=UTC) if when else datetime.min
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
