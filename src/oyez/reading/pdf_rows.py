"""A PDF file to rows: what is printed on one line of a page, where, and how large.

file -> pypdf: pieces of text with their matrices -> Row, Row, ... in the order in which they are drawn

The order is the author's: programs write a column before the next. Nothing says where a word, a line or a
paragraph ends; pypdf tells words and lines by distances, oyez.reading.pdf_paragraphs the rest.
"""

from __future__ import annotations

import io
import re
import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from oyez.errors import ReadError

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["MOST_PAGES", "PdfText", "Row", "letters", "pdf_text"]

MOST_PAGES = 2000  # a page costs 50 to 100 ms; the fullest of books end before
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FIXED = re.compile(r"courier|mono|consol|cmtt|typewriter|menlo", re.IGNORECASE)
# Ligatures, and the forms of Arabic letters by their place in a word: fonts hold them, texts do not.
_FORMS = re.compile("[\ufb00-\ufdfb\ufe70-\ufefc]+")
_UNSEEN = dict.fromkeys((*range(9), *range(0xB, 0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF))
_DAMAGE = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, ZeroDivisionError, OverflowError,
    AssertionError, NotImplementedError, RecursionError, struct.error, zlib.error,
)  # fmt: skip
_LEADING = 1.2  # times its size: how far below each other lines of one piece are taken to stand


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line.

    page    from 0
    x, y    where its baseline begins, in points from the lower left corner of the page
    size    of most of its characters, in points
    bold    whether all of it is set in a bold face; `fixed` in one of equal widths
    """

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF file holds for a listener; `title` and `author` as the file's own description says."""

    rows: tuple[Row, ...]
    pages: int
    title: str = ""
    author: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()


def pdf_text(data: bytes, most_pages: int = MOST_PAGES) -> PdfText:
    """The rows of the first `most_pages` pages; a page that cannot be read is named in the notes.

    Raises ReadError for a file that is locked by a password or damaged as a whole.
    """
    from pypdf.errors import PyPdfError

    reader = _opened(data)
    try:
        count = len(reader.pages)
        about = reader.metadata
        title, author = str((about and about.title) or ""), str((about and about.author) or "")
        language = reader.root_object.get("/Lang")
    except (PyPdfError, *_DAMAGE) as error:
        raise _damaged(error) from error
    rows: list[Row] = []
    notes: list[str] = []
    for number in range(min(count, most_pages)):
        try:
            rows += _page_rows(reader.pages[number], number)
        except (PyPdfError, *_DAMAGE):
            notes.append(f"page {number + 1} of the PDF is damaged and could not be read")
    if count > most_pages:
        notes.append(f"only the first {most_pages} of the {count} pages were read")
    return PdfText(
        tuple(rows), count, title, author, language if isinstance(language, str) else "", tuple(notes)
    )


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    locked = ReadError(
        "this PDF is locked with a password",
        "open it with the password, print it to a new PDF, and give that",
    )
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
    except DependencyError as error:  # AES needs a library of its own
        raise locked from error
    except (PyPdfError, *_DAMAGE) as error:
        raise _damaged(error) from error
    return reader


def _damaged(error: Exception) -> ReadError:
    return ReadError(
        f"this PDF is damaged: {str(error)[:100] or type(error).__name__}",
        "open it in a PDF viewer, print it to a new PDF, and give that",
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text drawn in one go."""

    text: str
    x: float
    y: float
    size: float
    font: str


def _page_rows(page: Any, number: int) -> Iterator[Row]:
    pieces: list[_Piece] = []

    def take(text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        text = letters(text)
        if not text:
            return
        # Text space to page: the text matrix, then the page's (ISO 32000-1, 9.4.4).
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3] + tm[2] * cm[1]) or abs(tm[0] * cm[0]) or 1.0
        name = str(font.get("/BaseFont", "")) if font else ""
        pieces.append(_Piece(text, x, y, round(abs(size * scale), 1), name))

    page.extract_text(visitor_text=take)
    row: list[_Piece] = []
    for piece in pieces:
        below = 0
        for part in piece.text.splitlines(keepends=True):
            text = part.rstrip("\n")
            if text.strip():
                lowered = piece.y - below * _LEADING * piece.size
                row.append(_Piece(text, piece.x, lowered, piece.size, piece.font))
            elif row and text:
                row.append(_Piece(" ", row[-1].x, row[-1].y, 0.0, ""))
            if part.endswith("\n"):
                below += 1
                yield from _row(row, number)
                row = []
    yield from _row(row, number)


def letters(drawn: str) -> str:
    """What a font draws as it is written: ligatures and forms undone, what is not seen left away.

    >>> letters("e\ufb03cient")
    'efficient'
    """
    return _FORMS.sub(lambda forms: unicodedata.normalize("NFKC", forms[0]), drawn).translate(_UNSEEN)


def _row(pieces: Sequence[_Piece], page: int) -> Iterator[Row]:
    text = " ".join("".join(piece.text for piece in pieces).split())
    inked = [piece for piece in pieces if piece.text.strip()]
    if not text or not inked:
        return
    sizes: Counter[float] = Counter()
    for piece in inked:
        sizes[piece.size] += len(piece.text.strip())
    yield Row(
        text,
        page,
        inked[0].x,
        inked[0].y,
        sizes.most_common(1)[0][0],
        bold=all(_BOLD.search(piece.font) for piece in inked),
        fixed=all(_FIXED.search(piece.font) for piece in inked),
    )
