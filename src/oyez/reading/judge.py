"""Each line of a page judged: the title, a block to show, or left out with the reason.

labels ("Advertisement") -> zones (<aside class=related>) -> place (before, inside, after the text)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oyez.model.article import (
    Byline,
    Dateline,
    Figure,
    Footnote,
    Heading,
    ListItem,
    Paragraph,
    PullQuote,
    Quote,
)
from oyez.reading.credits import split_caption
from oyez.reading.groups import figure_from, is_attribution
from oyez.reading.head import CLOSED, Stated, is_dateline, is_deck, judge_head, judge_title, left, outside
from oyez.reading.labels import Label
from oyez.reading.line import Judged, Line
from oyez.reading.metadata import Metadata
from oyez.reading.person_names import is_byline
from oyez.reading.span import Prose, Span, find_span, size
from oyez.reading.votes import Votes

__all__ = ["judge"]

_HARD_ZONES = frozenset({"advertisement", "comments", "bio", "newsletter", "paywall", "legal", "navigation"})
_HOOKS = frozenset({"advertisement", "paywall", "navigation", "player"})
_CREDITING = re.compile(r"[:：©/／|]|\b(?:by|via)\b", re.IGNORECASE)
_LONGEST_CREDIT = 160  # characters of a line that only says who made a picture
_CORE_HEADING = 40  # sized characters; lists of theses are set as headings without text
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of the whole page when one of its lines is judged."""

    span: Span
    votes: Votes
    stated: Stated


def judge(
    lines: Sequence[Line],
    labels: Sequence[Label | None],
    prose: Prose,
    votes: Votes,
    meta: Metadata,
) -> list[Judged] | None:
    """Every line with its fate, in order; None where the page holds no article."""
    span = find_span(lines, prose, votes, meta.headline)
    if span is None:
        return None
    page = _Evidence(span, votes, Stated.of(meta))
    judged: list[Judged] = []
    for index, line in enumerate(lines):
        if index == span.title:
            judged += judge_title(line, page.stated.headline)
        elif line.role == "pullquote" and line.kind != "quote" and _follows_pull_quote(line, judged):
            judged.append(Judged(line, why="attribution"))
        else:
            judged.append(_furniture(index, line, labels[index], page) or _article_line(index, line, page))
    return _without_bare_headings(_without_teasers(judged), span.last)


def _without_teasers(judged: Sequence[Judged]) -> list[Judged]:
    """A heading that is wholly a link and is followed by no text of the article names another article.

    Unless most headings are links: a list of products.
    """
    linked = [one.line.link_share >= 0.9 for one in judged if isinstance(one.block, Heading)]
    if 2 * sum(linked) > len(linked):
        return list(judged)
    kept: list[Judged] = []
    follows: Judged | None = None
    for one in reversed(judged):
        teaser = isinstance(one.block, Heading) and one.line.link_share >= 0.9 and not _is_text(follows)
        kept.append(left(one.line, "a heading that only links elsewhere") if teaser else one)
        if not isinstance(one.block, Figure):
            follows = one
    return kept[::-1]


def _is_text(one: Judged | None) -> bool:
    return (
        one is not None
        and one.block is not None
        and not isinstance(one.block, Heading)
        and one.line.link_share < 0.6
    )


def _without_bare_headings(judged: Sequence[Judged], last: int) -> list[Judged]:
    """Behind the text, a heading belongs to the article where a block follows it, or as a thesis."""
    kept: list[Judged] = []
    follows = False
    for one in reversed(judged):
        behind = len(kept) < len(judged) - last - 1
        bare = isinstance(one.block, Heading) and not follows and behind and not _is_sentence(one.line)
        kept.append(outside(one.line) if bare else one)
        follows = one.block is not None and not isinstance(one.block, Heading)
    return kept[::-1]


def _is_sentence(line: Line) -> bool:
    return size(line.text) >= _CORE_HEADING and line.text.endswith(_STOPS)


def _furniture(index: int, line: Line, label: Label | None, page: _Evidence) -> Judged | None:
    if label:
        return Judged(line, why=label.why, evidence=label.evidence or f"the line says so: {line.text[:60]!r}")
    if (
        line.zone
        and not _is_named_prose(line)
        and not _outvoted(line, page.votes)
        and not is_deck(index, line, page.span, page.stated)
    ):
        return Judged(line, why=line.zone.why, evidence=line.zone.evidence)
    if page.stated.repeats_headline(line):
        return Judged(line, why="repeated headline", evidence="the same words as the headline")
    if index >= page.span.end:
        return left(line, "another article, behind this one")
    if index < page.span.title and index not in page.span.core:
        return left(line, "before the headline")
    return None


def _article_line(index: int, line: Line, page: _Evidence) -> Judged:
    if index < page.span.first:
        return judge_head(index, line, page.span, page.votes, page.stated)
    if index > page.span.last:
        return _judge_tail(line, page.span, page.votes)
    return _judge_body(index, line, page.span, page.votes)


def _is_named_prose(line: Line) -> bool:
    """True for a long sentence in a <p> that only itself bears a name of furniture: a hook for scripts."""
    assert line.zone is not None
    return (
        line.element.tag == "p"
        and line.zone.evidence.startswith("<p ")
        and line.zone.why in _HOOKS
        and size(line.text) >= 100
        and line.link_share < 0.2
        and bool(CLOSED.search(line.text))
    )


def _outvoted(line: Line, votes: Votes) -> bool:
    """True where a box is named like furniture but its line is long prose that was voted in."""
    assert line.zone is not None
    return (
        line.zone.why not in _HARD_ZONES
        and size(line.text) >= 140
        and line.link_share < 0.2
        and votes.share(line.text) >= 0.9
    )


def _judge_body(index: int, line: Line, span: Span, votes: Votes) -> Judged:
    """Lines between the first and the last line of text."""
    inside = span.inside(line) or index in span.core
    if line.block and inside:
        return _judge_block(line)
    if line.kind in ("caption", "credit"):
        return Judged(line, figure_from([line], None)) if inside else outside(line)
    if not inside or not line.text:
        return outside(line)
    if line.kind == "heading":
        return Judged(line, Heading(line.text, max(2, line.level), line.marks))
    if size(line.text) < 120 and (line.role == "byline" or is_byline(line.text)):
        return Judged(line, Byline(line.text))
    if size(line.text) < 60 and (line.role == "dateline" or is_dateline(line.text)):
        return Judged(line, Dateline(line.text))
    if line.kind == "text" and _is_credit(line.text):
        return Judged(line, figure_from([line], None))
    voted = votes.share(line.text) >= 0.7 or (votes.unneeded and line.link_share < 0.3)
    # A sentence that is mostly a link keeps its stop out of it; a teaser is a link and nothing else.
    linked_sentence = line.link_share < 1 and size(line.text) >= 30 and line.text.endswith(_STOPS)
    if line.link_share >= 0.6 and not (voted or linked_sentence):
        return outside(line)
    if line.kind == "text" and line.link_share >= 0.95 and not CLOSED.search(line.text):
        return left(line, "a line that only links elsewhere")
    if voted or line.kind in ("item", "quote") or size(line.text) >= 60 or CLOSED.search(line.text):
        return _judge_text(line)
    return outside(line)


def _is_credit(text: str) -> bool:
    """True for a short line that only says who made a picture; most are refused by their signs alone."""
    return len(text) < _LONGEST_CREDIT and bool(_CREDITING.search(text)) and not split_caption(text)[0]


def _judge_block(line: Line) -> Judged:
    if isinstance(line.block, Quote) and line.role == "pullquote":
        return Judged(line, PullQuote(line.block.text, line.block.attribution))
    return Judged(line, line.block)


def _judge_text(line: Line) -> Judged:
    if line.role == "footnote":
        return Judged(line, Footnote(line.text))
    if line.kind == "item":
        return Judged(line, ListItem(line.text, line.number, max(1, line.level), line.marks))
    if line.role == "pullquote":
        return Judged(line, PullQuote(line.text))
    if line.kind == "quote":
        return Judged(line, Quote(line.text, None, line.marks))
    return Judged(line, Paragraph(line.text, line.marks))


def _judge_tail(line: Line, span: Span, votes: Votes) -> Judged:
    """Lines after the last line of text: what still belongs to it stands in the same box."""
    inside = span.inside(line)
    if inside and line.block:
        return _judge_block(line)
    if inside and line.role == "footnote":
        return Judged(line, Footnote(line.text))
    if inside and line.kind in ("caption", "credit"):
        return Judged(line, figure_from([line], None))
    if inside and size(line.text) < 60 and is_byline(line.text):
        return Judged(line, Byline(line.text))
    if inside and line.kind == "heading":
        return Judged(line, Heading(line.text, max(2, line.level), line.marks))
    closed = CLOSED.search(line.text) and line.link_share < 0.5
    if (
        inside
        and line.text
        and (votes.share(line.text) >= 0.7 or (line.kind in ("item", "quote") and closed))
    ):
        return _judge_text(line)
    return outside(line)


def _follows_pull_quote(line: Line, before: Sequence[Judged]) -> bool:
    last = before[-1].block if before else None
    return isinstance(last, PullQuote) and last.attribution is None and is_attribution(line)
