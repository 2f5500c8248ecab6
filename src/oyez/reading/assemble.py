"""Judged lines to an article: speakers bound, repeats found, what is left out put in its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from oyez.model.article import (
    Article,
    Block,
    Figure,
    Footnote,
    Left,
    Paragraph,
    PullQuote,
    Quote,
    Table,
)
from oyez.model.trust import Fact
from oyez.reading.credits import split_caption
from oyez.reading.fold import Bag, fold, shingles
from oyez.reading.groups import QUOTED, joined_credit, strip_dash
from oyez.reading.line import Judged, Line

__all__ = ["assemble", "retitled", "stated_facts"]

_SAME = 0.8  # of a pull quote's three-word runs stand in one block: the same words, edited a little
_SAME_CAPTION = 0.9
_SAME_LENGTH = 0.5  # of the caption's; a shorter line only begins with the same words
_NEAR = 4  # lines: further from its picture a caption's words are the article's own
_MOST_BLOCKS = 20  # that are remembered for one run of words; more are refrains
_SAME_PARAGRAPH = 12  # words; shorter refrains may repeat by intent
_CLAIMS = frozenset({"reading time", "trust label"})


def assemble(judged: Sequence[Judged], language: str) -> Article:
    """An article of title, blocks and left_out; the caller adds what the page says of itself."""
    title = next((one.line.text for one in judged if one.is_title), "")
    kept = _without_repeats(_with_speakers(judged))
    blocks: list[Block] = []
    left: list[Left] = []
    for one in kept:
        if one.block is not None:
            blocks.append(one.block)
        elif one.why and (text := _whole_text(one.line)):
            left.append(Left(text, one.why, len(blocks) - 1, one.evidence))
    shown = _repeating_quotes(blocks)
    return Article(title=title, blocks=tuple(shown), language=language, left_out=tuple(left))


def retitled(article: Article, title: str) -> Article:
    """The article under another headline; the one that was printed is left out, named."""
    printed = Left(article.title, "repeated headline", -1, "the page states another wording for itself")
    left = (printed, *article.left_out) if article.title else article.left_out
    return replace(article, title=title, left_out=left)


def _whole_text(line: Line) -> str:
    """Everything printed in a line: a figure's credit and a quotation's speaker too."""
    block = line.block
    parts = [line.text or (block.text if block else "")]
    if isinstance(block, Figure) and block.credit:
        parts.append(block.credit.text)
    if isinstance(block, (Quote, PullQuote)) and block.attribution:
        parts.append(block.attribution)
    return "\n".join(part for part in parts if part)


def stated_facts(left: Iterable[Left]) -> tuple[Fact, ...]:
    """What furniture lines claim: the page's reading time, its trust label."""
    from oyez.reading.labels import label_of

    facts = []
    for item in left:
        label = label_of(item.text) if item.why in _CLAIMS else None
        if label:
            value = (
                f"{label.value} minutes"
                if label.value.isascii() and label.why == "reading time"
                else label.value
            )
            facts.append(Fact(label.why, value, f"line {item.text!r}"))
    return tuple(dict.fromkeys(facts))


def _with_speakers(judged: Sequence[Judged]) -> list[Judged]:
    """Bind each line judged "attribution" to the quotation before it."""
    bound: list[Judged] = []
    for one in judged:
        last = bound[-1].block if bound else None
        if one.why == "attribution" and isinstance(last, (PullQuote, Quote)):
            bound[-1] = replace(bound[-1], block=replace(last, attribution=strip_dash(one.line.text)))
        elif (
            isinstance(one.block, Paragraph) and isinstance(last, Paragraph) and _is_speaker(one.block, last)
        ):
            bound[-1] = replace(bound[-1], block=Quote(last.text, strip_dash(one.block.text), last.marks))
        elif _is_source_note(one.block, last):
            bound.append(replace(one, block=Footnote(one.line.text)))
        elif _continues_figure(one.block, last):
            bound[-1] = replace(bound[-1], block=_joined(last, one.block))
        else:
            bound.append(one)
    return bound


def _is_speaker(block: Paragraph, last: Paragraph) -> bool:
    """A short line led by a dash, under a paragraph that is wholly a quotation."""
    led_by_dash = strip_dash(block.text) != block.text.strip()
    return led_by_dash and len(block.text) <= 80 and QUOTED.match(last.text) is not None


def _is_source_note(block: Block | None, last: Block | None) -> bool:
    """ "Source: ..." right under a table."""
    if not isinstance(last, Table):
        return False
    bare = (
        isinstance(block, Figure) and not block.caption and block.image is None and block.credit is not None
    )
    return bare or (isinstance(block, Paragraph) and not split_caption(block.text)[0])


def _continues_figure(block: Block | None, last: Block | None) -> bool:
    """A caption or credit in a line of its own, right behind its picture."""
    if not (isinstance(block, Figure) and isinstance(last, Figure)) or block.image:
        return False
    return (not last.caption and last.image is not None) or (not block.caption and last.credit is None)


def _joined(first: Block | None, second: Block | None) -> Figure:
    assert isinstance(first, Figure) and isinstance(second, Figure)
    return Figure(first.caption or second.caption, joined_credit(first.credit, second.credit), first.image)


def _without_repeats(judged: Iterable[Judged]) -> list[Judged]:
    """Captions and paragraphs that were already shown are left out, named."""
    kept: list[Judged] = []
    captions: list[tuple[str, Bag]] = []
    paragraphs: set[str] = set()
    for one in judged:
        block = one.block
        why = None
        if isinstance(block, Figure) and block.caption:
            if _already(block.caption, captions) and block.image is None:
                why = "repeated caption"
            else:
                captions.append((fold(block.caption), Bag(_with_credit(block))))
        elif isinstance(block, Paragraph):
            folded = fold(block.text)
            beside = any(
                isinstance(near.block, Figure) or near.why == "repeated caption" for near in kept[-_NEAR:]
            )
            if beside and _already(block.text, captions):
                why = "repeated caption"
            elif folded in paragraphs and folded.count(" ") >= _SAME_PARAGRAPH:
                why = "repeated text"
            paragraphs.add(folded)
        elif one.why == "not part of the article" and _already(one.line.text, captions):
            why = "repeated caption"
        kept.append(
            Judged(one.line, why=why, evidence=f"{one.line.where}: the same words above") if why else one
        )
    return kept


def _with_credit(figure: Figure) -> str:
    return f"{figure.caption} {figure.credit.text}" if figure.credit else figure.caption


def _already(text: str, captions: Sequence[tuple[str, Bag]]) -> bool:
    if not captions:
        return False
    folded, wanted = fold(text), shingles(text)
    return any(
        folded == seen or (len(folded) >= _SAME_LENGTH * len(seen) and bag.holds(wanted) >= _SAME_CAPTION)
        for seen, bag in captions
    )


def _repeating_quotes(blocks: Sequence[Block]) -> list[Block]:
    """Pull quotes with the block they repeat; a block quotation that repeats the body is one too."""
    if not any(map(_is_quotation, blocks)):
        return list(blocks)
    saying: dict[tuple[str, ...], list[int]] = {}
    for index, block in enumerate(blocks):
        if not isinstance(block, (PullQuote, Figure)):
            for shingle in shingles(block.text):
                saying.setdefault(shingle, []).append(index)
    shown: list[Block] = []
    for index, block in enumerate(blocks):
        speaker = block.attribution if isinstance(block, (PullQuote, Quote)) else None
        if _is_quotation(block):
            share, repeated = _most_said(block.text, index, saying)
            if share >= _SAME:
                shown.append(PullQuote(block.text, speaker, repeated))
                continue
        shown.append(block)
    return shown


def _is_quotation(block: Block) -> bool:
    """A quotation by its markup, or a paragraph wholly in quotation marks."""
    return isinstance(block, (PullQuote, Quote)) or (
        isinstance(block, Paragraph) and QUOTED.match(block.text) is not None
    )


def _most_said(text: str, index: int, saying: Mapping[tuple[str, ...], Sequence[int]]) -> tuple[float, int]:
    """The share of a text that one other block says, and which; `saying` maps shingles to blocks."""
    wanted = shingles(text)
    heard = Counter(other for shingle in wanted for other in saying.get(shingle, ())[:_MOST_BLOCKS])
    heard.pop(index, None)
    other, count = max(heard.items(), key=lambda item: item[1], default=(-1, 0))
    return (count / len(wanted) if wanted else 0.0), other
