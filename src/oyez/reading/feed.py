"""A feed to an article: the newest of its items, or another by its number.

text -> feed_items -> the page an item makes -> read like any other -> the item's own title, authors and date
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from oyez.errors import InvalidOption, NotAnArticle
from oyez.model.article import Article, Left, Paragraph, Person
from oyez.model.page import Page
from oyez.model.part import Part
from oyez.reading.feed_items import Feed, Item, feed_of
from oyez.reading.fold import fold

__all__ = ["feed_parts", "read_feed"]

_SAYING = 40  # characters: "The post ... appeared first on ..."


def feed_parts(text: str, url: str | None = None) -> tuple[Part, ...]:
    """The items of a feed, the newest first."""
    feed = feed_of(text, url)
    return tuple(Part(n, one.title, one.url, one.published) for n, one in enumerate(feed.items, 1))


def read_feed(text: str, url: str | None, part: int | None, read: Callable[[Page], Article]) -> Article:
    """Item number `part` of a feed as an article, the newest where none is named; `read` reads its page.

    Raises NotAnArticle for a feed without items, InvalidOption for an item that it has not.
    """
    feed = feed_of(text, url)
    if not feed.items:
        raise NotAnArticle(
            "this feed holds no items", "try it again later, or give the address of one article"
        )
    number = part or 1
    if not 1 <= number <= len(feed.items):
        raise InvalidOption(
            f"there is no item {number} in this feed", f"give one from 1 to {len(feed.items)}"
        )
    item = feed.items[number - 1]
    article = _without_colophon(_article(item, feed, read), item.title, feed.title)
    notes = []
    if not item.whole and item.url:
        notes.append(f"the feed may give the beginning only; the page itself is {item.url}")
    if len(feed.items) > 1:
        which = "the newest" if number == 1 else f"number {number}"
        notes.append(f"this is {which} of the feed's {len(feed.items)} items; its part brings any other")
    return replace(
        article,
        title=item.title or article.title,
        url=item.url or url,
        publisher=feed.title or article.publisher,
        people=tuple(map(Person, item.people)) or article.people,
        published=item.published or article.published,
        modified=item.modified or article.modified,
        notes=(*article.notes, *notes),
    )


def _article(item: Item, feed: Feed, read: Callable[[Page], Article]) -> Article:
    page = Page(_page(item, feed), item.url, headers=(("Content-Type", "text/html"),))
    try:
        return read(page)
    except NotAnArticle:  # a sentence or two: all of it is the item
        return _written(page, item)


def _without_colophon(article: Article, item: str, feed: str) -> Article:
    """The article without a last line that only names item and feed, as blog programs add it to each item."""
    last = article.blocks[-1] if article.blocks else None
    if (
        not (isinstance(last, Paragraph) and item and feed)
        or len(last.text) > len(item) + len(feed) + _SAYING
    ):
        return article
    words = fold(last.text)
    if fold(item) not in words or fold(feed) not in words:
        return article
    index = len(article.blocks) - 1
    left = Left(last.text, "not part of the article", index - 1, "it only names the item and the feed")
    return replace(article, blocks=article.blocks[:-1], left_out=(*article.left_out, left))


def _written(page: Page, item: Item) -> Article:
    from oyez.reading.assemble import assemble
    from oyez.reading.dom import parse
    from oyez.reading.language import language_of
    from oyez.reading.segment import segment
    from oyez.reading.written import judge_written

    tree = parse(str(page.content))
    lines = segment(tree.find(".//article"), item.url)
    article = assemble(judge_written(lines[1:] if item.title else lines), "")
    if not article.blocks:
        raise NotAnArticle(
            "this item of the feed holds no text",
            f"give its page: {item.url}" if item.url else "try another item",
        )
    return replace(article, language=tree.get("lang") or language_of(article.read_text))


def _page(item: Item, feed: Feed) -> str:
    """The page that an item makes, as its publisher's own would be."""
    language = f' lang="{escape(feed.language)}"' if feed.language else ""
    heading = f"<h1>{escape(item.title)}</h1>" if item.title else ""
    return (
        f"<!doctype html><html{language}><head><title>{escape(item.title)}</title></head>"
        f"<body><article>{heading}{item.html}</article></body></html>"
    )
