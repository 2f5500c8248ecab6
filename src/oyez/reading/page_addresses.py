"""Where an article goes on: the address of its next page, told from other addresses by their form alone.

links of a page -> those that are its own address with the next number in it -> the one that says so best

rel=next is no proof: blogs link to the next article with it. A link counts where it is the address of this
very page but for the page's number: /story -> /story/2, ?page=2, story-2.html, /story/seite-2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from oyez.model.page import Page

__all__ = ["Place", "next_address", "places"]

_WORDS = (
    "page|pg|seite|pagina|página|pag|paged|pagenum|pageno|pagenumber|currentpage|sida|side|strona|sayfa"
    "|halaman"
)
_PARAMETERS = frozenset((*_WORDS.split("|"), "p"))
# The number stands at the end of the path, before an extension: with a word for pages, or bare.
_NAMED = re.compile(
    rf"(?P<stem>.*?)[/_,.-](?:{_WORDS})[/_,.-]?(?P<number>\d{{1,2}})(?P<end>\.\w{{2,5}})?/?", re.I
)
_BARE = re.compile(r"(?P<stem>.*[^/\d])[/_,-]p?(?P<number>\d{1,2})(?P<end>\.\w{2,5})?/?", re.I)
_COMMENTS = re.compile(r"comment|cpage", re.I)
_LINK = re.compile(r"<(?P<tag>a|link)\s(?P<attributes>[^<>]{1,2000})>", re.I)
_INNER = re.compile(r"<[^<>]*>")
_LONGEST_INSIDE = 300  # characters of a link's content
_ATTRIBUTE = re.compile(r"(href|rel)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
_LARGEST = 5_000_000  # bytes or characters looked at


@dataclass(frozen=True, slots=True)
class Place:
    """An address as one page of a series: `stem` without the page's number; `named` by a word for pages."""

    stem: str
    number: int
    named: bool


def places(url: str) -> Iterator[Place]:
    """What pages an address may be: by itself the first of a series, and what a number in it says.

    >>> [(place.stem, place.number) for place in places("https://a.example/story/2")]
    [('https://a.example/story/2', 1), ('https://a.example/story', 2)]
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    if parts.scheme not in ("http", "https") or _COMMENTS.search(f"{parts.path}?{parts.query}"):
        return
    site = f"{parts.scheme}://{parts.netloc.lower()}"
    query = parse_qsl(parts.query, keep_blank_values=True)
    yield Place(_stem(site, parts.path, query), 1, named=True)
    for name, value in query:
        if name.lower() in _PARAMETERS and value.isascii() and value.isdecimal() and len(value) <= 2:
            rest = [pair for pair in query if pair != (name, value)]
            yield Place(_stem(site, parts.path, rest), int(value), named=True)
    for form, named in ((_NAMED, True), (_BARE, False)):
        match = form.fullmatch(parts.path)
        if match:
            path = match["stem"] + (match["end"] or "")
            yield Place(_stem(site, path, query), int(match["number"]), named)


def _stem(site: str, path: str, query: list[tuple[str, str]]) -> str:
    return f"{site}{path.rstrip('/')}{f'?{urlencode(query)}' if query else ''}"


def next_address(page: Page, here: Place) -> str | None:
    """The address of the page after `here`, which is one of the `places` of this page's own; None for none.

    A bare number counts where the link says rel=next or shows that very number: "-2" also tells two articles
    of one title apart. From a first page that is not numbered, "?page=1" is the second: some count from 0.
    """
    if page.url is None:
        return None
    wanted = here.number + 1
    best: tuple[int, str] | None = None
    for address, is_next, text in _links(page, page.url):
        for place in places(address):
            if place.stem != here.stem or address == page.url:
                continue
            counted_from_0 = is_next and here.number == 1 and place.number == 1 and "?" in address
            if place.number != wanted and not counted_from_0:
                continue
            says = (2 if is_next else 0) + (1 if text.strip(" .›»→>") == str(wanted) else 0)
            if (says or place.named) and (best is None or says > best[0]):
                best = says, address
    return best[1] if best else None


def _links(page: Page, url: str) -> Iterator[tuple[str, bool, str]]:
    """Address, whether it says rel=next, and text of each link; tags are all that is looked at."""
    content = page.content[:_LARGEST]
    html = content if isinstance(content, str) else content.decode("utf-8", "replace")
    for link in _LINK.finditer(html):
        inside = html[link.end() : link.end() + _LONGEST_INSIDE].partition("</a")[0]
        given = {
            name.lower(): one or two or bare
            for name, one, two, bare in _ATTRIBUTE.findall(link["attributes"])
        }
        if "href" not in given:
            continue
        try:
            address = urljoin(url, unescape(given["href"]).strip()).partition("#")[0]
        except ValueError:
            continue
        yield address, "next" in given.get("rel", "").lower().split(), _INNER.sub("", inside).strip()
