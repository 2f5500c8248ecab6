"""An EPUB book to an article: the whole of it, a heading a chapter, or one chapter alone.

data -> epub_archive: chapters as pages -> parse -> segment -> every line shown -> Article

A listener who opens a book wants to hear it through, as an audiobook; whoever wants one chapter names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from oyez.errors import InvalidOption, NotAnArticle
from oyez.model.article import Article, Heading, Person
from oyez.model.part import Part
from oyez.model.trust import Fact
from oyez.reading.epub_archive import Book, Chapter, open_book
from oyez.reading.fold import fold
from oyez.reading.line import Judged, Line

__all__ = ["epub_parts", "read_epub"]

_TYPE = "{http://www.idpf.org/2007/ops}type"
_NOTES = re.compile(r"\b(?:foot|end|rear)notes?\b")
_APART = {
    "toc": "navigation",
    "landmarks": "navigation",
    "page-list": "navigation",
    "copyright-page": "legal",
}
_DEEPEST = 6  # of headings


def epub_parts(data: bytes) -> tuple[Part, ...]:
    """The chapters of a book that hold any text."""
    book = open_book(data)
    return tuple(Part(number, title) for number, (title, _) in enumerate(_written(book), 1))


def read_epub(data: bytes, url: str | None = None, part: int | None = None) -> Article:
    """The book, or its chapter number `part`, from 1.

    Raises NotAnArticle for a book without text, InvalidOption for a chapter that it has not, and the
    errors of epub_archive.open_book.
    """
    from oyez.reading.assemble import assemble
    from oyez.reading.dates import parse_date
    from oyez.reading.language import is_language, language_of

    book = open_book(data)
    chapters = list(_written(book))
    if not chapters:
        raise NotAnArticle(
            "this book holds no text", "pictures of pages need their text recognised (OCR) first"
        )
    if part is not None and not 1 <= part <= len(chapters):
        raise InvalidOption(f"there is no chapter {part}", f"give one from 1 to {len(chapters)}")
    chosen = chapters if part is None else [chapters[part - 1]]
    title = book.title if part is None else chosen[0][0]
    judged = [one for name, lines in chosen for one in _judged(name, lines, whole=part is None)]
    if judged and fold(judged[0].line.text) == fold(title):
        judged[0] = Judged(judged[0].line, is_title=True)
    article = assemble(judged, "")
    language = book.language if is_language(book.language or None) else language_of(article.read_text)
    notes = list(book.notes)
    if part is None and len(chapters) > 1:
        notes.append(f"this is a book of {len(chapters)} chapters; any one of them can be had by its part")
    return replace(
        article,
        title=article.title or title,
        language=language,
        url=url,
        publisher=book.publisher or None,
        people=tuple(map(Person, book.authors)),
        published=parse_date(book.published),
        claims=(Fact("book", book.title, "the book's own description"),) if book.title else (),
        notes=tuple(notes),
    )


def _written(book: Book) -> Iterator[tuple[str, list[Line]]]:
    """Title and lines of each chapter that has any words."""
    for number, chapter in enumerate(book.chapters, 1):
        lines = _lines(chapter)
        words = [line for line in lines if line.text and not (line.zone and line.zone.why == "navigation")]
        if not words:
            continue
        heading = next((line.text for line in words if line.kind == "heading"), "")
        yield chapter.title or heading or f"{number}", lines


def _lines(chapter: Chapter) -> list[Line]:
    from oyez.reading.dom import parse
    from oyez.reading.segment import segment

    lines: list[Line] = []
    for page in chapter.pages:
        try:
            tree = parse(page)
        except NotAnArticle:  # an empty page between two others
            continue
        types = _Types(tree)
        lines += [types.told(line) for line in segment(tree)]
    return lines


class _Types:
    """What a page's epub:type attributes say; an HTML parser knows them by their name as it is written."""

    def __init__(self, tree: Any) -> None:
        self._typed = any(element.get("epub:type") or element.get(_TYPE) for element in tree.iter())

    def told(self, line: Line) -> Line:
        """A line of a book: no name of an element makes it furniture, only what the book calls it."""
        from oyez.reading.line import Zone

        line = replace(line, zone=None)
        if not self._typed or line.element is None:
            return line
        for element in (line.element, *line.element.iterancestors()):
            said = (element.get("epub:type") or element.get(_TYPE) or "").lower()
            if _NOTES.search(said):
                return replace(line, role="footnote")
            why = next((_APART[word] for word in said.split() if word in _APART), None)
            if why:
                return replace(line, zone=Zone(why, f"epub:type={said[:40]}"))
        return line


def _judged(title: str, lines: Sequence[Line], *, whole: bool) -> Iterator[Judged]:
    """A chapter's lines under its title, headings one level deeper within a whole book."""
    from oyez.reading.written import judge_written

    judged = list(judge_written(lines))
    shown = [one for one in judged if one.block]
    headed = bool(shown) and isinstance(shown[0].block, Heading)
    if not headed and not title.isdecimal():
        yield Judged(Line(title, where="the table of contents"), Heading(title, 2))
    for one in judged:
        if one.line.zone:
            yield Judged(one.line, why=one.line.zone.why, evidence=one.line.zone.evidence)
        elif whole and isinstance(one.block, Heading) and one is not shown[0]:
            yield replace(one, block=replace(one.block, level=min(one.line.level + 1, _DEEPEST)))
        else:
            yield one
