"""Several pages of one article as one article: what each page prints again is left out, named."""

from __future__ import annotations

from dataclasses import replace

from oyez.model.article import (
    Article,
    Block,
    Byline,
    Dateline,
    Figure,
    Left,
    Paragraph,
    PullQuote,
    Standfirst,
)
from oyez.reading.fold import fold, shingles

__all__ = ["is_continuation", "joined"]

_REFRAIN = 6  # words; shorter lines may repeat by intent
_ALIKE = 0.5  # of the words of the shorter title
_HEAD = (Standfirst, Byline, Dateline)


def is_continuation(first: Article, page: Article) -> bool:
    """Whether a page goes on with an article: under the same title, with text that is not there yet."""
    seen = {_words(block) for block in first.blocks}
    fresh = any(_words(block) not in seen for block in page.blocks if isinstance(block, Paragraph))
    return fresh and _same_title(first.title, page.title)


def _same_title(one: str, other: str) -> bool:
    words, others = shingles(one), shingles(other)
    shorter = min(len(words), len(others))
    return (
        not shorter
        or len(words & others) >= _ALIKE * shorter
        or fold(one) in fold(other)
        or fold(other) in fold(one)
    )


def joined(first: Article, page: Article, number: int, address: str) -> Article:
    """The article with page `number` behind it; a note says where that begins."""
    seen = {_words(block) for block in first.blocks}
    blocks: list[Block] = list(first.blocks)
    left: list[Left] = list(first.left_out)
    start = len(blocks)
    moved: dict[int, int] = {}  # index on its page -> index in the article
    for index, block in enumerate(page.blocks):
        words = _words(block)
        repeated = words in seen and (words.count(" ") >= _REFRAIN or isinstance(block, (*_HEAD, Figure)))
        if repeated:
            if words:
                left.append(
                    Left(block.text, _why(block), len(blocks) - 1, f"page {number}: the same words before")
                )
        else:
            # A standfirst of its own is text here: nothing stands over it.
            blocks.append(Paragraph(block.text, block.marks) if isinstance(block, Standfirst) else block)
        moved[index] = len(blocks) - 1
    blocks[start:] = [_moved(block, moved) for block in blocks[start:]]
    left += [replace(one, after=moved.get(one.after, start - 1)) for one in page.left_out]
    note = f"page {number} begins at block {start}: {address}"
    return replace(
        first,
        blocks=tuple(blocks),
        left_out=tuple(sorted(left, key=lambda one: one.after)),
        notes=(*first.notes, note, *(one for one in page.notes if one not in first.notes)),
    )


def _moved(block: Block, moved: dict[int, int]) -> Block:
    if isinstance(block, PullQuote) and block.repeats is not None:
        return replace(block, repeats=moved.get(block.repeats))
    return block


def _words(block: Block) -> str:
    if isinstance(block, Figure) and not block.caption:
        return block.image.url if block.image else ""
    return fold(block.text)


def _why(block: Block) -> str:
    return "repeated caption" if isinstance(block, Figure) else "repeated text"
