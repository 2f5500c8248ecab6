"""Plain text to lines and their fate: a saved page such as a reader's copy and paste gives.

text -> lines (hard-wrapped paragraphs joined) -> labels, captions by their credit, pull quotes -> Judged
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from oyez.model.article import Byline, Dateline, Heading, ListItem, Paragraph, PullQuote
from oyez.reading.credits import ends_with_credit, split_caption
from oyez.reading.fold import fold
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
    for index, line in enumerate(lines):
        label = labels[index]
        following = next((lines[i] for i in range(index + 1, len(lines)) if not labels[i]), None)
        if label:
            judged.append(Judged(line, why=label.why, evidence=f"{line.where} says {line.text[:60]!r}"))
        elif not titled and not started and _is_title(line, following):
            titled = True
            judged.append(Judged(line, is_title=True))
        elif _is_speaker(line, judged):
            judged.append(Judged(line, why="attribution"))
        else:
            started = True
            judged.append(_judge_line(line, following, lines))
    return judged


def _is_title(line: Line, following: Line | None) -> bool:
    short = size(line.text) <= 2 * _LONGEST_HEADING
    return short and following is not None and not _CLOSED.search(line.text) and not _ITEM.match(line.text)


def _is_speaker(line: Line, judged: Sequence[Judged]) -> bool:
    last = judged[-1].block if judged else None
    if not isinstance(last, PullQuote) or last.attribution is not None:
        return False
    return size(line.text) <= _LONGEST_SPEAKER and not _CLOSED.search(line.text)


def _judge_line(line: Line, following: Line | None, lines: Sequence[Line]) -> Judged:
    text = line.text
    if ends_with_credit(text):
        return Judged(line, figure_from([Line(text, kind="caption")], None))
    if _is_pull_quote(line, following, lines):
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


def _is_pull_quote(line: Line, following: Line | None, lines: Sequence[Line]) -> bool:
    """A line wholly in quotation marks that another line repeats, or whose speaker stands on the next."""
    quoted = QUOTED.match(line.text)
    if not quoted:
        return False
    words = fold(quoted[1])
    if any(words in fold(other.text) for other in lines if other is not line):
        return True
    speaker = following is not None and size(following.text) <= _LONGEST_SPEAKER
    return bool(
        speaker and following and not _CLOSED.search(following.text) and not split_caption(following.text)[1]
    )
