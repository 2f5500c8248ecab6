"""A PDF file to an article: rows without the pages' furniture, headings by size, paragraphs made whole.

data -> pdf_rows -> pdf_furniture (left out, named) -> pdf_paragraphs -> blocks -> Article
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oyez.errors import NotAnArticle, ReadError
from oyez.model.article import (
    Article,
    Block,
    Byline,
    Code,
    Dateline,
    Footnote,
    Heading,
    ListItem,
    Paragraph,
    Person,
)
from oyez.reading.fold import fold
from oyez.reading.line import Judged, Line
from oyez.reading.pdf_furniture import furniture_of
from oyez.reading.pdf_paragraphs import Passage, body_size, passages
from oyez.reading.pdf_rows import MOST_PAGES, PdfText, Row, pdf_text

__all__ = ["read_pdf"]

_OCR = "recognise its text first (OCR), for example: ocrmypdf in.pdf out.pdf; then give out.pdf"
_FEWEST_LETTERS = 20  # in a whole file; stamps and page numbers of a scan have less for each page
_LETTERS_A_PAGE = 15
_LEGIBLE = 0.6  # of all characters are letters, digits, marks of writing or space
_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|tab(?:le|elle|\.)|abb(?:ildung|\.)|figura|tabla|图|圖|図|表)\s?\d", re.I
)
_FILE_NAME = re.compile(r"\.(?:docx?|odt|tex|dvi|indd|qxd|pdf|rtf|pages|pptx?)$|^microsoft |^untitled", re.I)
_STOPS = (".", "!", "?", "。", "؟")
_BESIDE = 8  # characters beside a title in a running head: a page number
_LEVELS = 5  # of headings: 2 to 6


def read_pdf(data: bytes, url: str | None = None, most_pages: int = MOST_PAGES) -> Article:
    """The text of a PDF file as an article.

    Raises NotAnArticle for one that holds pictures of pages, ReadError where it is locked or damaged or
    its letters cannot be told.
    """
    from oyez.reading.assemble import assemble
    from oyez.reading.language import is_language, language_of

    text = pdf_text(data, most_pages)
    _require_letters(text, most_pages)
    furniture = furniture_of(text.rows, text.pages)
    rows = [row for index, row in enumerate(text.rows) if index not in furniture]
    left = [(row, *furniture[index]) for index, row in enumerate(text.rows) if index in furniture]
    found = passages(rows)
    title = _title(text, found)
    article = assemble(_judged(found, title, left, body_size(rows)), "")
    language = text.language if is_language(text.language or None) else language_of(article.read_text)
    return replace(
        article,
        title=article.title or title,
        language=language,
        url=url,
        people=_people(text),
        notes=(*article.notes, *text.notes),
    )


def _require_letters(text: PdfText, most_pages: int) -> None:
    printed = "".join(row.text for row in text.rows)
    letters = sum(char.isalnum() for char in printed)
    pages = min(text.pages, most_pages)
    if letters < max(_FEWEST_LETTERS, _LETTERS_A_PAGE * min(pages, 20)):
        raise NotAnArticle("this PDF holds pictures of pages and no text, as scanners make it", _OCR)
    # Without a table of its letters a font gives numbers for them: private codes, signs, marks of none.
    legible = letters + sum(char in " .,;:!?-–—'’\"“”()%/[]" or ord(char) > 0x2FF for char in printed)
    private = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in printed)
    if private > 0.2 * len(printed) or legible - private < _LEGIBLE * len(printed):
        raise ReadError("the letters of this PDF cannot be told: its fonts do not say which they are", _OCR)


def _title(text: PdfText, found: Sequence[Passage]) -> str:
    """What the file calls itself, where its first pages print that too; else their largest heading."""
    head = [one for one in found if one.page <= 1 and one.kind == "heading"]
    largest = max(head, key=lambda one: one.size, default=None)
    stated = " ".join(text.title.split())
    if stated and not _FILE_NAME.search(stated) and _prints(text.rows, found, stated):
        return stated
    if largest is not None:
        return largest.text
    likely = " " in stated and not _FILE_NAME.search(stated)
    return stated if likely else ""


def _prints(rows: Sequence[Row], found: Sequence[Passage], title: str) -> bool:
    """Whether the first pages print a title: as a heading, or in a row that holds little else."""
    words = fold(title)
    if any(fold(one.text) == words for one in found if one.page <= 1):
        return True
    short = [row.text for row in rows if row.page <= 1 and len(row.text) <= len(title) + _BESIDE]
    return any(f" {words} " in f" {fold(line)} " for line in short)


def _people(text: PdfText) -> tuple[Person, ...]:
    """Authors that the file names and its first page prints; programs fill in whoever owns them."""
    head = fold(" ".join(row.text for row in text.rows if row.page <= 1))
    names = [" ".join(name.split()) for name in re.split(r"[;,]|\band\b", text.author)]
    return tuple(Person(name) for name in names if " " in name and f" {fold(name)} " in f" {head} ")


def _judged(
    found: Sequence[Passage], title: str, left: Sequence[tuple[Row, str, str]], size: float
) -> list[Judged]:
    """Every passage with its fate; what the pages repeat stands behind the last passage of its page."""
    levels = _levels(found, title)
    judged: list[Judged] = []
    titled = False
    waiting = list(left)
    for one in found:
        while waiting and waiting[0][0].page < one.page:
            row, why, evidence = waiting.pop(0)
            judged.append(Judged(Line(row.text, where=f"page {row.page + 1}"), why=why, evidence=evidence))
        line = Line(one.text, where=f"page {one.page + 1}")
        if not titled and title and one.page <= 1 and fold(one.text) == fold(title):
            titled = True
            judged.append(Judged(line, is_title=True))
        else:
            judged.append(_placed(line, one, levels, titled or not title))
    for row, why, evidence in waiting:
        judged.append(Judged(Line(row.text, where=f"page {row.page + 1}"), why=why, evidence=evidence))
    return judged


def _placed(line: Line, one: Passage, levels: dict[float, int], titled: bool) -> Judged:
    from oyez.reading.groups import figure_from
    from oyez.reading.head import is_dateline
    from oyez.reading.person_names import is_byline

    block: Block
    if one.kind == "code":
        block = Code(one.text)
    elif one.kind == "footnote":
        block = Footnote(one.text, one.number)
    elif one.kind == "item":
        block = ListItem(one.text, int(one.number) if one.number else None)
    elif one.page <= 1 and one.kind == "text" and not one.text.endswith(_STOPS) and is_byline(one.text):
        block = Byline(one.text)
    elif one.page <= 1 and one.kind == "text" and not one.text.endswith(_STOPS) and is_dateline(one.text):
        block = Dateline(one.text)
    elif one.kind == "heading":
        block = Heading(one.text, levels.get(round(one.size), 6))
    elif _CAPTION.match(one.text):
        block = figure_from([replace(line, kind="caption")], None)
    else:
        block = Paragraph(one.text)
    return Judged(line, block)


def _levels(found: Sequence[Passage], title: str) -> dict[float, int]:
    """Sizes of headings, rounded, to levels from 2 on; the title has one of its own."""
    sizes = {round(one.size) for one in found if one.kind == "heading" and fold(one.text) != fold(title)}
    return {size: 2 + min(place, _LEVELS - 1) for place, size in enumerate(sorted(sizes, reverse=True))}
