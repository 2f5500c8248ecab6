"""What printed pages carry for turning leaves: running heads, page numbers, lines of a table of contents.

Rows at the edge of a page are furniture where other pages have the same words there, digits aside, or where
they carry the number of their page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from oyez.reading.fold import fold
from oyez.reading.pdf_paragraphs import HEADING, body_size
from oyez.reading.pdf_rows import Row

__all__ = ["furniture_of"]

_EDGE = 2  # heights at the top of a page, and as many at its foot
_APART = 1.5  # times the size of its letters
_LONGEST = 120  # characters of a running head
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:[^\W\d]{1,8}\.?\s)?(?:\d{1,4}(?:\s?(?:/|[^\W\d]{1,5})\s?\d{1,4})?|[ivxlc]{1,7})\W*"
)
_OUTER_NUMBER = re.compile(r"^\W*(\d{1,4})\b|\b(\d{1,4})\W*$")
_LEADER = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$|…{2,}\s*\d{1,4}$")
_NUMBERED = 3  # pages whose numbers agree; fewer may be chance


def furniture_of(rows: Sequence[Row], pages: int) -> dict[int, tuple[str, str]]:
    """The index of each row that is no text: why, and on what evidence."""
    edges = {index: list(_edge(indices, rows)) for index, indices in _by_page(rows).items()}
    large = HEADING * body_size(rows)
    told = Counter(
        words for indices in edges.values() for words in {_words(rows[index].text) for index in indices}
    )
    shift = _page_shift(edges, rows)
    found: dict[int, tuple[str, str]] = {}
    for page, indices in edges.items():
        for index in indices:
            text = rows[index].text
            if (
                len(text) > _LONGEST or rows[index].size >= large
            ):  # a headline, printed once more on each page
                continue
            if pages > 1 and (_NUMBER.fullmatch(text) or shift is None) and _is_number(text, page, shift):
                found[index] = ("page number", f"at the edge of page {page + 1}")
            elif shift is not None and page + shift in _outer_numbers(text):
                found[index] = ("running head", f"at the edge of page {page + 1}, with its number")
            elif told[_words(text)] >= (2 if pages < 6 else 3) and _words(text):
                found[index] = ("running head", f"at the edge of {told[_words(text)]} pages")
    contents = "navigation", "a line of a table of contents"
    for index, row in enumerate(rows):
        if index not in found and _LEADER.search(row.text):
            found[index] = contents
            if index and index - 1 not in found and rows[index - 1].size >= large:  # its heading
                found[index - 1] = contents
    return found


def _by_page(rows: Sequence[Row]) -> dict[int, list[int]]:
    pages: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        pages.setdefault(row.page, []).append(index)
    return pages


def _edge(indices: Sequence[int], rows: Sequence[Row]) -> Iterator[int]:
    """The rows at the top and the foot of a page that a gap sets apart from the rest."""
    heights = sorted({round(rows[index].y) for index in indices}, reverse=True)
    outer = {*_band(heights, rows[indices[0]].size), *_band(heights[::-1], rows[indices[-1]].size)}
    yield from (index for index in indices if round(rows[index].y) in outer)


def _band(heights: Sequence[int], size: float) -> Sequence[int]:
    """The first one or two heights, where the next is further away than rows of one text are."""
    for count in range(1, min(_EDGE, len(heights) - 1) + 1):
        if abs(heights[count] - heights[count - 1]) > _APART * size:
            return heights[:count]
    return ()


def _words(text: str) -> str:
    """What a running head says on every page: its words without digits.

    >>> _words("12 Night boats") == _words("Night boats 14")
    True
    """
    return " ".join(fold(_DIGITS.sub(" ", text)).split())


def _outer_numbers(text: str) -> set[int]:
    return {int(one or other) for one, other in _OUTER_NUMBER.findall(text)}


def _page_shift(edges: dict[int, list[int]], rows: Sequence[Row]) -> int | None:
    """How much the printed numbers are ahead of the pages counted from 0; None where none are printed."""
    ahead: Counter[int] = Counter()
    for page, indices in edges.items():
        numbers = (_outer_numbers(rows[index].text) for index in indices if len(rows[index].text) <= _LONGEST)
        ahead.update({number - page for each in numbers for number in each})
    shift, pages = ahead.most_common(1)[0] if ahead else (0, 0)
    return shift if pages >= _NUMBERED and pages > len(edges) / 3 else None


def _is_number(text: str, page: int, shift: int | None) -> bool:
    """Whether a row is nothing but a page's number, of this page where the numbers are known."""
    if not _NUMBER.fullmatch(text):
        return False
    digits = _DIGITS.findall(text)
    if not digits:
        return len(text) <= 8  # roman numerals of a preface
    return page + shift in map(int, digits) if shift is not None else True
