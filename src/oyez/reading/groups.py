"""Lines that belong together: a figure with its caption and credit, a quotation with its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from oyez.model.article import Credit, Figure, Image, Quote
from oyez.reading.credits import credit_of, ends_with_credit, split_caption
from oyez.reading.line import Line
from oyez.reading.span import size

__all__ = [
    "QUOTED",
    "figure_from",
    "group_figure",
    "group_picture",
    "group_quote",
    "is_attribution",
    "joined_credit",
    "strip_dash",
]

_DASH = re.compile(r"^\s*(?:[-–—―]{1,3}|——)\s*")
_CLOSED = re.compile(r"[.!?。！？”»」\"'’]\s*$")
QUOTED = re.compile(
    r"^\s*[“„«\"「『]([^“”„«»\"「」『』]+)[”“»\"」』]\s*$"
)  # a line wholly in quotation marks
_LONGEST_SPEAKER = 120  # characters
_SENTENCE = 60  # sized characters; shorter headings are headings, whatever they end with
_STOPS = (".", "。", ")", "．")
_LONGEST_CAPTION = 500  # characters, with a credit to prove that it is one
_LONGEST_BARE_CAPTION = 200  # without; longer text beside a picture is a paragraph


def group_figure(lines: Sequence[Line], figure: Line) -> list[Line]:
    """The lines of a <figure>: its captions and credits become one Figure, other text stays beside it."""
    bare = [line for line in lines if isinstance(line.block, Figure) and not _worded(line.block)]
    images = [line.block.image for line in bare if isinstance(line.block, Figure) and line.block.image]
    words = [line for line in lines if line.kind in ("caption", "credit") or _is_credit(line)]
    rest = [line for line in lines if line not in words and line not in bare[:1]]
    if not images and not words:
        return list(lines)
    if images or not rest:
        block = figure_from(words, images[0] if images else None)
        return [replace(figure, text=block.caption, kind="block", block=block), *rest]
    return [*rest, *(replace(line, kind="caption") for line in words)]  # a captioned table or quotation


def _is_credit(line: Line) -> bool:
    return (
        line.kind == "text" and not line.block and line.link_share < 0.5 and not split_caption(line.text)[0]
    )


def _worded(figure: Figure) -> bool:
    return bool(figure.caption or figure.credit)


def group_picture(lines: Sequence[Line]) -> list[Line]:
    """A box that holds one picture and a short text and nothing else: the text is its caption."""
    if not 2 <= len(lines) <= 3 or not isinstance(lines[0].block, Figure) or lines[0].block.caption:
        return list(lines)
    words = lines[1:]
    short = all(_may_be_caption(line) for line in words)
    size = sum(len(line.text) for line in words)
    if not short or size > (_LONGEST_CAPTION if ends_with_credit(words[-1].text) else _LONGEST_BARE_CAPTION):
        return list(lines)
    captions = [replace(line, kind="caption") if line.kind != "credit" else line for line in words]
    block = figure_from(captions, lines[0].block.image)
    return [replace(lines[0], text=block.caption, block=block)]


def _may_be_caption(line: Line) -> bool:
    """Text of a box with one picture; a whole sentence set as a heading is one too."""
    if line.block or line.link_share >= 0.5:
        return False
    sentence = line.kind == "heading" and size(line.text) >= _SENTENCE and line.text.rstrip().endswith(_STOPS)
    return sentence or line.kind in ("text", "caption", "credit")


def figure_from(words: Sequence[Line], image: Image | None) -> Figure:
    """One Figure of caption and credit lines; a credit printed in its own line is kept as printed."""
    captions: list[str] = []
    credit: Credit | None = None
    for line in words:
        caption, inside = ("", credit_of(line.text)) if line.kind == "credit" else split_caption(line.text)
        if caption:
            captions.append(caption)
        if inside:
            credit = joined_credit(credit, inside)
    return Figure(" ".join(captions), credit, image)


def joined_credit(first: Credit | None, second: Credit | None) -> Credit | None:
    """Two credits of one picture as one, both as printed."""
    if first is None or second is None:
        return first or second
    text = f"{first.text} {second.text}"
    return Credit(text, first.source or second.source, first.agency or second.agency)


def group_quote(lines: Sequence[Line]) -> list[Line]:
    """The lines of a <blockquote>: a last line that names the speaker is bound to the quotation."""
    quoted = [line for line in lines if line.kind in ("quote", "item", "caption")]
    if len(quoted) < 2 or not is_attribution(quoted[-1]):
        return list(lines)
    speaker, last = quoted[-1], quoted[-2]
    block = Quote(last.text, strip_dash(speaker.text), last.marks)
    bound = replace(last, block=block)
    return [bound if line is last else line for line in lines if line is not speaker]


def is_attribution(line: Line) -> bool:
    """True for a line that says who spoke: marked as such, led by a dash, or short and unclosed."""
    tag = line.element.tag if line.element is not None else ""
    if len(line.text) > _LONGEST_SPEAKER:
        return False
    return (
        tag in ("cite", "footer", "figcaption")
        or bool(_DASH.match(line.text))
        or not _CLOSED.search(line.text)
    )


def strip_dash(text: str) -> str:
    """A speaker's line without the dash before it.

    >>> strip_dash("— The harbour master")
    'The harbour master'
    """
    return _DASH.sub("", text).strip()
