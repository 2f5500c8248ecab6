"""Page -> Article, pure.

page -> decode -> html: parse -> segment -> judge (labels, zones, votes, place) \\
                  text: lines  -> judge (labels, credits, quotes)                \\
                  feed: its newest item, read as html                            -> assemble -> Article
        epub: chapters -> parse -> segment                                      /
        pdf: rows -> paragraphs                                                /
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from oyez.errors import InvalidOption, NotAnArticle
from oyez.model.article import Article, Image
from oyez.model.page import Page
from oyez.model.part import Part
from oyez.model.trust import Fact, Trust

if TYPE_CHECKING:
    from oyez.reading.line import Judged, Line
    from oyez.reading.metadata import Metadata

__all__ = ["parts", "read"]

_LONGEST_WORD = 2000  # characters; a longer one alone is data
_FEWEST_WORDS = 12  # of running text in an HTML page; less is an index, a login or an error page


def read(page: Page, part: int | None = None) -> Article:
    """The article of a page; of a file that holds several (see `parts`), number `part`.

    Without a number that is the newest item of a feed, and the whole of a book.
    Raises NotAnArticle where there is none, UnsupportedFormat for content that is no page, ReadError for a
    file that is locked or damaged, InvalidOption for a part that there is not.
    """
    from oyez.reading.decode import decode
    from oyez.reading.kinds import kind_of

    kind = kind_of(page)
    if isinstance(page.content, bytes) and kind == "epub":
        from oyez.reading.epub import read_epub

        return read_epub(page.content, page.url, part)
    if kind == "feed":
        from oyez.reading.feed import read_feed

        return read_feed(decode(page), page.url, part, read)
    if part not in (None, 1):
        raise InvalidOption(f"there is no part {part}: this is one article", "leave the part away")
    if isinstance(page.content, bytes) and kind == "pdf":
        from oyez.reading.pdf import read_pdf

        return read_pdf(page.content, page.url)
    text = decode(page)
    if kind == "text" and (written := _markdown(page, text)):
        with suppress(NotAnArticle):  # a list, a note: read as it is written
            return _read_html(written, page.url)
    return _read_html(text, page.url) if kind == "html" else _read_text(text, page.url)


def parts(page: Page) -> tuple[Part, ...]:
    """What a page holds beside each other: the items of a feed, the chapters of a book; () for an article."""
    from oyez.reading.decode import decode
    from oyez.reading.kinds import kind_of

    kind = kind_of(page)
    if isinstance(page.content, bytes) and kind == "epub":
        from oyez.reading.epub import epub_parts

        return epub_parts(page.content)
    if kind == "feed":
        from oyez.reading.feed import feed_parts

        return feed_parts(decode(page), page.url)
    return ()


def _markdown(page: Page, text: str) -> str | None:
    """The page that a text written in Markdown makes; None for any other text."""
    from oyez.reading.markdown import is_markdown, page_of_markdown

    told = (page.header("content-type") or "").lower().startswith("text/markdown")
    return page_of_markdown(text) if told or is_markdown(text) else None


def _read_html(text: str, url: str | None) -> Article:
    from oyez.model.readingtime import count_units
    from oyez.reading.assemble import assemble, retitled
    from oyez.reading.dom import parse
    from oyez.reading.fold import fold
    from oyez.reading.furniture import furniture
    from oyez.reading.headline import settled_headline
    from oyez.reading.judge import judge
    from oyez.reading.language import is_language, language_of
    from oyez.reading.metadata import metadata
    from oyez.reading.prescan import is_vast
    from oyez.reading.script_data import hidden_text, set_into
    from oyez.reading.segment import segment
    from oyez.reading.span import find_prose, is_plain_case
    from oyez.reading.votes import Votes, trafilatura_votes

    tree = parse(text)
    meta = metadata(tree, url)
    lines = segment(tree, meta.base_url)
    labels = furniture(lines)
    prose = find_prose(lines, labels)
    hidden = hidden_text(tree, "\n".join(lines[index].text for index in prose.lines))
    if hidden:
        set_into(tree, hidden, prose.box)
        lines = segment(tree, meta.base_url)
        labels = furniture(lines)
        prose = find_prose(lines, labels)
    # Importing trafilatura costs more than all else here; most of its votes are unanimous.
    unneeded = is_vast(text) or is_plain_case(lines, prose)
    votes = Votes(unneeded=True) if unneeded else trafilatura_votes(tree)
    judged = judge(lines, labels, prose, votes, meta)
    if judged is None:
        raise _no_article()
    article = assemble(judged, meta.language or "")
    language = meta.language if is_language(meta.language) else language_of(article.read_text)
    article = replace(article, language=language, title=article.title or meta.headline or "")
    headline = settled_headline(meta.headlines, article.title, meta.news_headline, meta.site)
    if fold(headline) != fold(article.title):
        article = retitled(article, headline)
    body = [block for block in article.blocks if block.kind not in ("figure", "byline", "dateline", "embed")]
    if count_units("\n".join(block.text for block in body), language) < _FEWEST_WORDS:
        raise _no_article()
    told = _with_metadata(article, meta, judged, lines, tree)
    where = (Fact("text found in", "the page's data", hidden.where),) if hidden else ()
    return replace(told, url=meta.canonical or url, claims=told.claims + where)


def _with_metadata(
    article: Article, meta: Metadata, judged: Sequence[Judged], lines: Sequence[Line], tree: Any
) -> Article:
    """The article with what its page says of it and of those who made it."""
    from oyez.reading.assemble import stated_facts
    from oyez.reading.atoms import web_address
    from oyez.reading.authors import printed_people, settled_people
    from oyez.reading.dates import Dates
    from oyez.reading.dating import settled_dates
    from oyez.reading.headline import site_from_title
    from oyez.reading.trust import trust_facts

    stated = stated_facts(article.left_out)
    site = meta.site or site_from_title(tree, article.title, (line.text for line in lines))
    own = Dates(meta.published, meta.modified)
    dates = settled_dates(own, judged, tree, article.language, meta.base_url)
    people = settled_people(meta.people, printed_people(judged, site), meta.newsroom)
    meta = replace(meta, site=site, people=people, published=dates.published, modified=dates.modified)
    picture = web_address(meta.image, meta.base_url)
    article = replace(
        article,
        url=meta.canonical or meta.base_url,
        publisher=site or _publisher(stated),
        people=people,
        published=dates.published,
        modified=dates.modified,
        section=meta.sections[0][0] if meta.sections else None,
        image=Image(picture) if picture else None,
        claims=stated,
    )
    return _with_trust(article, trust_facts(meta, lines, _trust_labels(stated), article, tree))


def _with_trust(article: Article, trust: Trust) -> Article:
    from oyez.reading.genre import KIND_OF_ARTICLE

    genre = next((fact.value for fact in trust.found if fact.what == KIND_OF_ARTICLE), None)
    return replace(article, genre=genre, trust=trust)


def _read_text(text: str, url: str | None) -> Article:
    from oyez.reading.assemble import assemble, stated_facts
    from oyez.reading.authors import printed_people, settled_people
    from oyez.reading.dates import printed_dates
    from oyez.reading.language import language_of
    from oyez.reading.metadata import Metadata
    from oyez.reading.plaintext import judge_text, text_lines
    from oyez.reading.trust import trust_facts

    judged = judge_text(text_lines(text))
    article = assemble(judged, "")
    words = article.read_text.split()
    if not any(char.isalnum() for char in article.read_text) or (
        len(words) < _FEWEST_WORDS and len(max(words, key=len)) > _LONGEST_WORD
    ):
        raise NotAnArticle("the text holds no words", "give a text or page with an article in it")
    language = language_of(article.read_text)
    stated = stated_facts(article.left_out)
    dates = printed_dates((block.text for block in article.blocks if block.kind == "dateline"), language)
    article = replace(
        article,
        language=language,
        url=url,
        publisher=_publisher(stated),
        people=settled_people((), printed_people(judged, None), ()),
        published=dates.published,
        modified=dates.modified,
        claims=stated,
    )
    meta = Metadata(article.title, language, None, article.people, dates.published, dates.modified, url)
    return _with_trust(article, trust_facts(meta, (), _trust_labels(stated), article))


def _trust_labels(stated: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in stated if fact.what == "trust label")


def _publisher(stated: tuple[Fact, ...]) -> str | None:
    return next((fact.value for fact in _trust_labels(stated)), None)


def _no_article() -> NotAnArticle:
    return NotAnArticle(
        "no article was found on this page",
        "give the address of one article, or paste its text: oyez read - < text.txt",
    )
