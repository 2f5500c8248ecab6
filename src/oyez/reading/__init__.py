"""Page -> Article, pure.

page -> decode -> html: parse -> segment -> judge (labels, zones, votes, place) \\
                  text: lines  -> judge (labels, credits, quotes)               -> assemble -> Article
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from oyez.errors import NotAnArticle
from oyez.model.article import Article, Dateline
from oyez.model.page import Page
from oyez.model.trust import Fact

__all__ = ["read"]

_LONGEST_WORD = 2000  # characters; a longer one alone is data
_FEWEST_WORDS = 12  # of running text in an HTML page; less is an index, a login or an error page


def read(page: Page) -> Article:
    """The article of a page.

    Raises NotAnArticle where there is none, UnsupportedFormat for content that is no page.
    """
    from oyez.reading.decode import decode, kind_of

    kind = kind_of(page)
    text = decode(page)
    if kind == "text" and (written := _markdown(page, text)):
        with suppress(NotAnArticle):  # a list, a note: read as it is written
            return _read_html(written, page.url)
    return _read_html(text, page.url) if kind == "html" else _read_text(text, page.url)


def _markdown(page: Page, text: str) -> str | None:
    """The page that a text written in Markdown makes; None for any other text."""
    from oyez.reading.markdown import is_markdown, page_of_markdown

    told = (page.header("content-type") or "").lower().startswith("text/markdown")
    return page_of_markdown(text) if told or is_markdown(text) else None


def _read_html(text: str, url: str | None) -> Article:
    from oyez.model.readingtime import count_units
    from oyez.reading.assemble import assemble, retitled, stated_facts
    from oyez.reading.authors import printed_people, settled_people
    from oyez.reading.dom import parse
    from oyez.reading.fold import fold
    from oyez.reading.furniture import furniture
    from oyez.reading.judge import judge
    from oyez.reading.language import is_language, language_of
    from oyez.reading.metadata import agreed_headline, metadata, site_from_title, written_date
    from oyez.reading.prescan import is_vast
    from oyez.reading.script_data import hidden_text, set_into
    from oyez.reading.segment import segment
    from oyez.reading.span import find_prose, is_plain_case
    from oyez.reading.trust import trust_facts
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
    agreed = agreed_headline(meta, article.title)
    if agreed and fold(agreed) != fold(article.title):
        article = retitled(article, agreed)
    body = [block for block in article.blocks if block.kind not in ("figure", "byline", "dateline", "embed")]
    if count_units("\n".join(block.text for block in body), language) < _FEWEST_WORDS:
        raise _no_article()
    stated = stated_facts(article.left_out)
    site = meta.site or site_from_title(tree, article.title, (line.text for line in lines))
    datelines = [block.text for block in article.blocks if isinstance(block, Dateline)]
    people = settled_people(meta.people, printed_people(judged, site), meta.newsroom)
    meta = replace(meta, site=site, people=people, published=meta.published or written_date(datelines))
    return replace(
        article,
        url=meta.metas.get("og:url") or url,
        publisher=meta.site or _publisher(stated),
        people=meta.people,
        published=meta.published,
        modified=meta.modified,
        trust=trust_facts(meta, lines, _trust_labels(stated)),
        claims=stated + ((Fact("text found in", "the page's data", hidden.where),) if hidden else ()),
    )


def _read_text(text: str, url: str | None) -> Article:
    from oyez.reading.assemble import assemble, stated_facts
    from oyez.reading.language import language_of
    from oyez.reading.metadata import Metadata
    from oyez.reading.plaintext import judge_text, text_lines
    from oyez.reading.trust import trust_facts

    article = assemble(judge_text(text_lines(text)), "")
    words = article.read_text.split()
    if not any(char.isalnum() for char in article.read_text) or (
        len(words) < _FEWEST_WORDS and len(max(words, key=len)) > _LONGEST_WORD
    ):
        raise NotAnArticle("the text holds no words", "give a text or page with an article in it")
    language = language_of(article.read_text)
    stated = stated_facts(article.left_out)
    meta = Metadata(article.title, language, None, (), None, None, url)
    return replace(
        article,
        language=language,
        url=url,
        publisher=_publisher(stated),
        claims=stated,
        trust=trust_facts(meta, (), _trust_labels(stated)),
    )


def _trust_labels(stated: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in stated if fact.what == "trust label")


def _publisher(stated: tuple[Fact, ...]) -> str | None:
    return next((fact.value for fact in _trust_labels(stated)), None)


def _no_article() -> NotAnArticle:
    return NotAnArticle(
        "no article was found on this page",
        "give the address of one article, or paste its text: oyez read - < text.txt",
    )
