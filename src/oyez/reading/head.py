"""The head of an article: its headline, and what stands between it and the text.

headline (a kicker cut off) -> standfirst | byline | dateline | figure | left out
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from oyez.model.article import Byline, Dateline, Figure, Heading, Paragraph, Standfirst
from oyez.reading.fold import Bag, fold
from oyez.reading.groups import figure_from
from oyez.reading.line import Judged, Line
from oyez.reading.metadata import Metadata
from oyez.reading.span import Span, size
from oyez.reading.votes import Votes
from oyez.reading.zones import names_of

__all__ = ["CLOSED", "Stated", "is_dateline", "is_deck", "judge_head", "judge_title", "left", "outside"]

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
_TIMED = re.compile(r"\d{1,2}[:.h]\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b(?:19|20)\d{2}\b.{0,30}$|\bago\b")
_KICKERS = frozenset(
    "kicker overline eyebrow dachzeile spitzmarke topline rubric rubrik overtitle antetitulo antetítulo "
    "occhiello surtitre cintillo pretitle supertitle vignette".split()
)
_DECK_LINES = 8  # below the headline
_NEAR = 3  # lines below the headline
_FEWEST_WORDS = 6  # of a standfirst that ends without a stop
_WITH_KICKER = 1.7  # times the headline's length
_SUMMARY = 0.8  # of a line's words stand in the page's summary of itself
_NO_DECKS = frozenset({"<form>", "<nav>", "<button>", "<dialog>", "role=navigation", "role=dialog"})
CLOSED = re.compile(r"[.!?:;…。！？：；؟”»\"')）」』]\s*$")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the page says of itself, ready to be compared with its lines."""

    headline: str
    headlines: frozenset[str]  # folded
    longest: int  # characters; a line of more cannot repeat a headline, and need not be folded
    summary: Bag
    people: tuple[str, ...]

    @staticmethod
    def of(meta: Metadata) -> Stated:
        """The statements of a page's metadata."""
        headlines = frozenset(filter(None, map(fold, meta.headlines)))
        people = tuple(person.name for person in meta.people)
        longest = int(2 * _WITH_KICKER * max(map(len, headlines), default=0))
        return Stated(meta.headline or "", headlines, longest, Bag("\n".join(meta.summaries)), people)

    def is_summary(self, line: Line) -> bool:
        """True for a sentence that the page gives as its own summary."""
        return size(line.text) >= 40 and line.link_share < 0.5 and self.summary.share(line.text) >= _SUMMARY

    def repeats_headline(self, line: Line) -> bool:
        """True for a line that says a stated headline, a heading also with a kicker before it."""
        if len(line.text) > self.longest or size(line.text) <= 12:
            return False
        folded = fold(line.text)
        with_kicker = line.kind == "heading" and any(
            folded.endswith(f" {one}") and len(folded) <= _WITH_KICKER * len(one) for one in self.headlines
        )
        return folded in self.headlines or with_kicker


def judge_title(line: Line, headline: str) -> list[Judged]:
    """The headline's line; a kicker printed in the same heading is left out, named."""
    wanted, text = fold(headline), line.text
    folded = fold(text)
    if wanted and folded == wanted:
        longer = len(headline) > len(text)  # the parts of the printed one are set apart by style alone
        return [Judged(replace(line, text=headline) if longer else line, is_title=True)]
    kicker = _kicker(line)
    if wanted and folded.endswith(wanted):
        kicker = next((text[:start] for start in range(len(text)) if fold(text[start:]) == wanted), kicker)
    if not kicker.strip():
        return [Judged(line, is_title=True)]
    rest = text[len(kicker) :].lstrip(" |:/–—-").rstrip()
    over = left(replace(line, text=kicker.strip()), "a kicker over the headline")
    return [over, Judged(replace(line, text=rest), is_title=True)]


def _kicker(line: Line) -> str:
    """The first words of a heading that stand in an element of their own, named as a kicker; else ""."""
    for part in line.element.iterdescendants("span", "div", "p", "small", "em", "strong"):
        words = " ".join("".join(part.itertext()).split())
        if words:
            named = names_of(part) & _KICKERS and fold(line.text).startswith(f"{fold(words)} ")
            return line.text[: len(words)] if named and line.text.startswith(words) else ""
    return ""


def is_deck(index: int, line: Line, span: Span, stated: Stated) -> bool:
    """True for a sentence or picture under the headline, in a box named <header>, "teaser" or the like."""
    assert line.zone is not None
    named = line.zone.why in ("related", "navigation") and line.zone.evidence not in _NO_DECKS
    if not named or not -1 < span.title < index < span.first:
        return False
    of_article = line.zone.evidence.endswith(("<header>", " teaser>"))  # "teaser image": the article's own
    if of_article and isinstance(line.block, Figure) and line.block.text:
        return True
    return stated.is_summary(line) or (
        index < span.title + _DECK_LINES
        and (line.element.tag in ("p", "h2") or line.role == "standfirst")
        and size(line.text) >= 60
        and line.link_share < 0.2
        and bool(CLOSED.search(line.text))
    )


def judge_head(index: int, line: Line, span: Span, votes: Votes, stated: Stated) -> Judged:
    """Lines between the headline and the first line of text."""
    if line.block:
        return (
            Judged(line, line.block) if isinstance(line.block, Figure) or span.inside(line) else outside(line)
        )
    if line.kind in ("caption", "credit"):
        return Judged(line, figure_from([line], None))
    if line.role == "byline" or (size(line.text) < 120 and _BYLINE.fullmatch(line.text)):
        return Judged(line, Byline(line.text))
    if line.role == "dateline" or (size(line.text) < 80 and is_dateline(line.text)):
        return Judged(line, Dateline(line.text))
    if stated.is_summary(line):
        return Judged(line, Standfirst(line.text, line.marks))
    prose = size(line.text) >= 30 and line.link_share < 0.3
    if line.kind == "heading":
        if line.role != "standfirst" and not (prose and size(line.text) >= 60):
            return (
                Judged(line, Heading(line.text, line.level, line.marks))
                if span.inside(line)
                else outside(line)
            )
        return Judged(line, Standfirst(line.text, line.marks))
    if line.role == "standfirst" and prose:
        return Judged(line, Standfirst(line.text, line.marks))
    if prose and (CLOSED.search(line.text) or votes.share(line.text) >= 0.7):
        if span.inside(line) and line.element.tag == "p":
            return Judged(line, Paragraph(line.text, line.marks))
        return Judged(line, Standfirst(line.text, line.marks))
    if _is_open_deck(line) and -1 < span.title < index <= span.title + _NEAR:
        return Judged(line, Standfirst(line.text, line.marks))
    return outside(line)


def _is_open_deck(line: Line) -> bool:
    """True for a sentence without its stop, as many standfirsts are; menus and bylines have fewer words."""
    return (
        line.kind == "text"
        and line.zone is None
        and size(line.text) >= 40
        and line.link_share < 0.1
        and len(line.text.split()) >= _FEWEST_WORDS
        and not _TIMED.search(line.text)
    )


def is_dateline(text: str) -> bool:
    """True for a line that says when.

    >>> is_dateline("Stand: 4. Mai 2026, 20:03 Uhr"), is_dateline("A day at the quay")
    (True, False)
    """
    return _DATELINE.fullmatch(text) is not None


def left(line: Line, evidence: str) -> Judged:
    """A line that is no part of the article, and why."""
    return Judged(line, why="not part of the article", evidence=evidence)


def outside(line: Line) -> Judged:
    """A line beside the article's text."""
    return left(line, f"outside the text, in {line.where}" if line.where else "outside the text")
