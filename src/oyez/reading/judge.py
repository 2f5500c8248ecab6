"""Each line of a page judged: the title, a block to show, or left out with the reason.

labels ("Advertisement") -> zones (<aside class=related>) -> place (before, inside, after the text)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    Standfirst,
)
from oyez.reading.fold import fold
from oyez.reading.groups import figure_from, is_attribution
from oyez.reading.labels import Label
from oyez.reading.line import Judged, Line
from oyez.reading.span import Prose, Span, find_span, size
from oyez.reading.votes import Votes

__all__ = ["judge"]

_HARD_ZONES = frozenset({"advertisement", "comments", "bio", "newsletter", "paywall", "legal", "navigation"})
_BYLINE = re.compile(
    r"\W*(?:(?:by|von|par|por|di|door|av|af|بقلم)\s+\S.{1,100}"
    r"|(?:作者|文|記者|记者|责任编辑|責任編輯)[\s:：/／|]+\S.{0,60})",
    re.IGNORECASE | re.DOTALL,
)
_WHEN = (
    r"(?:first |last )?(?:published|updated|posted|modified|veröffentlicht|aktualisiert|stand|publié"
    r"|mis à jour|publicado|actualizado|发布|更新|公開|نشر).{0,80}\d.{0,40}"
)
_DATE = (
    r"(?:[^\W\d]+[,.]? ){0,2}\d{1,4}\s?[./:年月-]\s?\d{1,2}.{0,40}"
    r"|(?:\w+,? )?\d{1,2}\.? \w{3,10} \d{4}.{0,24}"
    r"|(?:\w+,? )?\w{3,10} \d{1,2}, \d{4}.{0,24}"
)
_DATELINE = re.compile(rf"\W*(?:{_WHEN})|(?:{_DATE})", re.IGNORECASE)
_DECK_LINES = 8  # below the headline
_CLOSED = re.compile(r"[.!?:;…。！？：；؟”»\"')）」』]\s*$")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of the whole page when one of its lines is judged."""

    span: Span
    votes: Votes
    headline: str | None


def judge(
    lines: Sequence[Line],
    labels: Sequence[Label | None],
    prose: Prose,
    votes: Votes,
    headline: str | None,
) -> list[Judged] | None:
    """Every line with its fate, in order; None where the page holds no article."""
    span = find_span(lines, prose, votes, headline)
    if span is None:
        return None
    page = _Evidence(span, votes, headline)
    judged: list[Judged] = []
    for index, line in enumerate(lines):
        if index == span.title:
            judged += _title(line, headline)
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
        kept.append(_left(one.line, "a heading that only links elsewhere") if teaser else one)
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
    """Behind the text, a heading belongs to the article only where a block follows it."""
    kept: list[Judged] = []
    follows = False
    for one in reversed(judged):
        bare = isinstance(one.block, Heading) and not follows and len(kept) < len(judged) - last - 1
        kept.append(_outside(one.line) if bare else one)
        follows = one.block is not None and not isinstance(one.block, Heading)
    return kept[::-1]


def _furniture(index: int, line: Line, label: Label | None, page: _Evidence) -> Judged | None:
    if label:
        return Judged(line, why=label.why, evidence=label.evidence or f"the line says so: {line.text[:60]!r}")
    if line.zone and not _outvoted(line, page.votes) and not _is_deck(index, line, page.span):
        return Judged(line, why=line.zone.why, evidence=line.zone.evidence)
    if page.headline and size(line.text) > 12 and fold(line.text) == fold(page.headline):
        return Judged(line, why="repeated headline", evidence="the same words as the headline")
    if index >= page.span.end:
        return _left(line, "another article, behind this one")
    if index < page.span.title and index not in page.span.core:
        return _left(line, "before the headline")
    return None


def _article_line(index: int, line: Line, page: _Evidence) -> Judged:
    if index < page.span.first:
        return _judge_head(line, page.span, page.votes)
    if index > page.span.last:
        return _judge_tail(line, page.span, page.votes)
    return _judge_body(index, line, page.span, page.votes)


def _title(line: Line, headline: str | None) -> list[Judged]:
    """The headline's line; a kicker printed in the same heading is left out, named."""
    wanted, text = fold(headline or ""), line.text
    folded = fold(text)
    if wanted and folded != wanted and folded.endswith(wanted):
        for start in range(len(text)):
            if fold(text[start:]) == wanted:
                kicker, rest = (
                    replace(line, text=text[:start].strip()),
                    replace(line, text=text[start:].lstrip(" |:/–—-").rstrip()),
                )
                return [_left(kicker, "a kicker over the headline"), Judged(rest, is_title=True)]
    return [Judged(line, is_title=True)]


def _outvoted(line: Line, votes: Votes) -> bool:
    """True where a box is named like furniture but its line is long prose that was voted in."""
    assert line.zone is not None
    return (
        line.zone.why not in _HARD_ZONES
        and size(line.text) >= 140
        and line.link_share < 0.2
        and votes.share(line.text) >= 0.9
    )


def _is_deck(index: int, line: Line, span: Span) -> bool:
    """True for a whole sentence close under the headline, in a box named <header>, "teaser" or the like."""
    assert line.zone is not None
    return (
        span.title >= 0
        and span.title < index < min(span.first, span.title + _DECK_LINES)
        and line.zone.why in ("related", "navigation")
        and (line.element.tag in ("p", "h2") or line.role == "standfirst")
        and size(line.text) >= 60
        and line.link_share < 0.2
        and bool(_CLOSED.search(line.text))
    )


def _judge_head(line: Line, span: Span, votes: Votes) -> Judged:
    """Lines between the headline and the first line of text."""
    if line.block:
        return (
            Judged(line, line.block)
            if isinstance(line.block, Figure) or span.inside(line)
            else _outside(line)
        )
    if line.kind in ("caption", "credit"):
        return Judged(line, figure_from([line], None))
    if line.role == "byline" or (size(line.text) < 120 and _BYLINE.fullmatch(line.text)):
        return Judged(line, Byline(line.text))
    if line.role == "dateline" or (size(line.text) < 80 and _DATELINE.fullmatch(line.text)):
        return Judged(line, Dateline(line.text))
    prose = size(line.text) >= 30 and line.link_share < 0.3
    if line.kind == "heading":
        if line.role != "standfirst" and not (prose and size(line.text) >= 60):
            return (
                Judged(line, Heading(line.text, line.level, line.marks))
                if span.inside(line)
                else _outside(line)
            )
        return Judged(line, Standfirst(line.text, line.marks))
    if line.role == "standfirst" and prose:
        return Judged(line, Standfirst(line.text, line.marks))
    if prose and (_CLOSED.search(line.text) or votes.share(line.text) >= 0.7):
        if span.inside(line) and line.element.tag == "p":
            return _judge_text(line)
        return Judged(line, Standfirst(line.text, line.marks))
    return _outside(line)


def _judge_body(index: int, line: Line, span: Span, votes: Votes) -> Judged:
    """Lines between the first and the last line of text."""
    inside = span.inside(line) or index in span.core
    if line.block and inside:
        return _judge_block(line)
    if line.kind in ("caption", "credit"):
        return Judged(line, figure_from([line], None)) if inside else _outside(line)
    if not inside or not line.text:
        return _outside(line)
    if line.kind == "heading":
        return Judged(line, Heading(line.text, max(2, line.level), line.marks))
    if size(line.text) < 120 and (line.role == "byline" or _BYLINE.fullmatch(line.text)):
        return Judged(line, Byline(line.text))
    if size(line.text) < 60 and (line.role == "dateline" or _DATELINE.fullmatch(line.text)):
        return Judged(line, Dateline(line.text))
    voted = votes.share(line.text) >= 0.7 or (votes.unneeded and line.link_share < 0.3)
    if line.link_share >= 0.6 and not voted:
        return _outside(line)
    if voted or line.kind in ("item", "quote") or size(line.text) >= 60 or _CLOSED.search(line.text):
        return _judge_text(line)
    return _outside(line)


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
    if inside and size(line.text) < 60 and _BYLINE.fullmatch(line.text):
        return Judged(line, Byline(line.text))
    if inside and line.kind == "heading":
        return Judged(line, Heading(line.text, max(2, line.level), line.marks))
    closed = _CLOSED.search(line.text) and line.link_share < 0.5
    if (
        inside
        and line.text
        and (votes.share(line.text) >= 0.7 or (line.kind in ("item", "quote") and closed))
    ):
        return _judge_text(line)
    return _outside(line)


def _follows_pull_quote(line: Line, before: Sequence[Judged]) -> bool:
    last = before[-1].block if before else None
    return isinstance(last, PullQuote) and last.attribution is None and is_attribution(line)


def _left(line: Line, evidence: str) -> Judged:
    return Judged(line, why="not part of the article", evidence=evidence)


def _outside(line: Line) -> Judged:
    return _left(line, f"outside the text, in {line.where}" if line.where else "outside the text")
