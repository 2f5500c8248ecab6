"""Plain text to lines and their fate: a saved page such as a reader's copy and paste gives.

text -> lines (hard-wrapped paragraphs joined) -> labels, captions by their credit, pull quotes -> Judged
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oyez.model.article import Byline, Dateline, Heading, ListItem, Paragraph, PullQuote
from oyez.reading.credits import ends_with_credit, split_caption
from oyez.reading.fold import fold, shingles
from oyez.reading.furniture import furniture
from oyez.reading.groups import QUOTED, figure_from
from oyez.reading.line import Judged, Line
from oyez.reading.span import size

__all__ = ["judge_text", "text_lines"]

_CLOSED = re.compile(r"[.!?…。！？؟][”»\"'’)）」』]*\s*$")
_BYLINE = re.compile(r"(?:by|von|par|por)\s+[A-Z]\S*(?:\s\S+){0,8}", re.IGNORECASE)
_DATELINE = re.compile(r"(?:published|updated|posted)\b.{0,80}", re.IGNORECASE)
_ITEM = re.compile(r"^(?:[-*•–]\s+|(\d{1,3})[.)]\s+)(?=\S)")
_LONGEST_HEADING = 100  # sized characters
_LONGEST_SPEAKER = 80
_MOST_LINES = 20  # that are remembered for three words in a row; more are refrains
_WRAPPED_AT = (50, 100)  # columns at which typed text is wrapped


def text_lines(text: str) -> tuple[Line, ...]:
    """One Line a paragraph; lines broken by hand at a fixed column are joined again."""
    numbered = [(number, " ".join(line.split())) for number, line in enumerate(text.split("\n"), 1)]
    if not _is_wrapped([line for _, line in numbered]):
        return tuple(Line(line, where=f"line {number}") for number, line in numbered if line)
    lines: list[Line] = []
    open_paragraph: list[str] = []
    first = 1
    for number, line in [*numbered, (len(numbered) + 1, "")]:
        if line and not (open_paragraph and _ITEM.match(line)):
            first = first if open_paragraph else number
            open_paragraph.append(line)
            continue
        if open_paragraph:
            lines.append(Line(" ".join(open_paragraph), where=f"line {first}"))
        open_paragraph, first = ([line], number) if line else ([], number)
    return tuple(lines)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """True when most lines followed by another line are broken near one column."""
    broken = [line for line, after in pairwise(lines) if line and after]
    longest = max(map(len, lines), default=0)
    if len(broken) < 3 or not _WRAPPED_AT[0] <= longest <= _WRAPPED_AT[1]:
        return False
    return sum(len(line) > 0.75 * longest for line in broken) > 0.6 * len(broken)


def judge_text(lines: Sequence[Line]) -> list[Judged]:
    """Every line with its fate; the first line that is no furniture is the title where it looks like one."""
    labels = furniture(lines)
    judged: list[Judged] = []
    titled = started = False
    said = _Said(lines)
    following_each = _following(lines, labels)
    for index, line in enumerate(lines):
        label = labels[index]
        following = following_each[index]
        if label:
            judged.append(Judged(line, why=label.why, evidence=f"{line.where} says {line.text[:60]!r}"))
        elif not titled and not started and _is_title(line, following):
            titled = True
            judged.append(Judged(line, is_title=True))
        elif _is_speaker(line, judged):
            judged.append(Judged(line, why="attribution"))
        else:
            started = True
            judged.append(_judge_line(line, following, said))
    return judged


def _following(lines: Sequence[Line], labels: Sequence[object]) -> list[Line | None]:
    """For each line the next one that is no furniture."""
    following: list[Line | None] = []
    after: Line | None = None
    for line, label in zip(reversed(lines), reversed(labels), strict=True):
        following.append(after)
        after = after if label else line
    return following[::-1]


class _Said:
    """How often the words of a text's lines are said; made when first asked, for most texts never."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._holding: dict[tuple[str, ...], list[int]] | None = None
        self._folded: list[str] = []

    def elsewhere(self, line: Line) -> bool:
        """Whether another line says all the words of this one, wholly in quotation marks, in a row."""
        if self._holding is None:
            self._holding = {}
            for index, other in enumerate(self._lines):
                self._folded.append(fold(other.text))
                for shingle in shingles(other.text):
                    held = self._holding.setdefault(shingle, [])
                    if len(held) < _MOST_LINES:
                        held.append(index)
        words = fold(line.text)
        rarest = min((self._holding.get(one, []) for one in shingles(line.text)), key=len, default=[])
        return any(self._lines[index] is not line and words in self._folded[index] for index in rarest)


def _is_title(line: Line, following: Line | None) -> bool:
    short = size(line.text) <= 2 * _LONGEST_HEADING
    return short and following is not None and not _CLOSED.search(line.text) and not _ITEM.match(line.text)


def _is_speaker(line: Line, judged: Sequence[Judged]) -> bool:
    last = judged[-1].block if judged else None
    if not isinstance(last, PullQuote) or last.attribution is not None:
        return False
    return size(line.text) <= _LONGEST_SPEAKER and not _CLOSED.search(line.text)


def _judge_line(line: Line, following: Line | None, said: _Said) -> Judged:
    text = line.text
    if ends_with_credit(text):
        return Judged(line, figure_from([Line(text, kind="caption")], None))
    if _is_pull_quote(line, following, said):
        return Judged(line, PullQuote(text))
    item = _ITEM.match(text)
    if item:
        return Judged(line, ListItem(text[item.end() :], int(item[1]) if item[1] else None))
    if size(text) <= _LONGEST_HEADING and not _CLOSED.search(text):
        if _BYLINE.fullmatch(text):
            return Judged(line, Byline(text))
        if _DATELINE.fullmatch(text):
            return Judged(line, Dateline(text))
        if following is not None and not text.endswith((",", ";", ":")):
            return Judged(line, Heading(text))
    return Judged(line, Paragraph(text))


def _is_pull_quote(line: Line, following: Line | None, said: _Said) -> bool:
    """A line wholly in quotation marks that another line repeats, or whose speaker stands on the next."""
    if not QUOTED.match(line.text):
        return False
    if said.elsewhere(line):
        return True
    speaker = following is not None and size(following.text) <= _LONGEST_SPEAKER
    return bool(
        speaker and following and not _CLOSED.search(following.text) and not split_caption(following.text)[1]
    )
