"""The last way to read a page: its text and nothing else, in little time and memory.

html -> what is never shown cut out, tags to line ends -> lines -> from the first long one to the last
pdf  -> its first pages

It stands in where reading a page properly took too much: the text is never lost in silence.
"""

from __future__ import annotations

import re
from html import unescape

from oyez.errors import NotAnArticle, UnsupportedFormat
from oyez.model.article import Article, Left, Paragraph
from oyez.model.page import Page

__all__ = ["read_plainly"]

_PDF_PAGES = 20
_LONG = 80  # characters; menus have few lines that are longer
_MOST_LEFT = 2000  # characters of what stands before or behind the text
# What has no end runs to the end of the page: looking for it again and again is quadratic.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript|svg|head)\b.*?(?:</\1\b[^<>]{0,200}>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TITLE = re.compile(r"<(?:title|h1)\b[^<>]{0,2000}>([^<]{1,500})<", re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strong|sub|sup|u|var"
    r"|wbr)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s{2,}|[^\S ]")  # words of a giant line are never set apart
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?")


def read_plainly(page: Page) -> Article:
    """The text of a page, a paragraph a line. Raises NotAnArticle without any, and as reading does."""
    from oyez.reading.decode import decode
    from oyez.reading.kinds import kind_of
    from oyez.reading.language import language_of
    from oyez.reading.prescan import refuse_too_large

    kind = kind_of(page)
    if kind == "pdf" and isinstance(page.content, bytes):
        from oyez.reading.pdf import read_pdf

        return read_pdf(page.content, page.url, _PDF_PAGES)
    if kind in ("epub", "feed"):
        raise UnsupportedFormat("only pages have a text that can be read alone", "give one article of it")
    text = decode(page)
    title = ""
    if kind == "html":
        refuse_too_large(text)
        found = _TITLE.search(text)
        title = " ".join(unescape(found[1]).split()) if found else ""
        text = unescape(_TAG.sub("\n", _INLINE.sub("", _UNSEEN.sub("\n", text))))
    lines = [line for line in (_SPACE.sub(" ", line).strip() for line in text.split("\n")) if line]
    long = [index for index, line in enumerate(lines) if len(line) >= _LONG]
    first, last = (long[0], long[-1]) if long else (0, len(lines) - 1)
    body = lines[first : last + 1]
    if not any(char.isalnum() for line in body for char in line):
        raise NotAnArticle("the page holds no text", "give the address of one article, or its text")
    left = [(_before(lines[:first]), -1), (_before(lines[last + 1 :]), len(body) - 1)]
    return Article(
        title,
        tuple(map(Paragraph, body)),
        language_of("\n".join(body[:50])),
        url=page.url,
        left_out=tuple(Left(said, "not part of the article", after) for said, after in left if said),
    )


def _before(lines: list[str]) -> str:
    said = "\n".join(lines)
    return said if len(said) <= _MOST_LEFT else f"{said[:_MOST_LEFT]} …"
