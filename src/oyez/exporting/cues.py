"""Captions before they are written down: each sentence cut into cues that fit a screen.

sentence -> shown words with their times -> cues of at most two lines, cut at phrase marks -> lines
The text is what the page shows, not what is said; words that Oyez adds have no caption.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from unicodedata import east_asian_width

from oyez.exporting.heard import heard
from oyez.model.narration import Narration
from oyez.model.script import Sentence
from oyez.timing.timeline import Span

__all__ = ["Cue", "CueWord", "clock", "cues"]

LINE = 42  # columns; the length that broadcasters and streaming services share
COLUMNS = 2 * LINE

# Costs of a cut, in arbitrary units; only their order matters.
_CUE = 10.0  # each cue: few are better than many
_MID_PHRASE = 6.0  # a cut without a phrase mark before it
_INSIDE = 1000.0  # a cut where the page has no space
_UNEVEN = 8.0  # a cue that is nearly empty


@dataclass(frozen=True, slots=True)
class CueWord:
    """A word as the page shows it, from which millisecond it is heard, and how it follows the last one."""

    text: str
    start: int
    spaced: bool  # a space stands before it
    cut: float  # what it costs to begin a line or cue with it

    @property
    def width(self) -> int:
        """Columns; East Asian wide characters take two."""
        return sum(2 if east_asian_width(char) in "WF" else 1 for char in self.text)


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines of words shown from `start` to `end`, in milliseconds."""

    start: int
    end: int
    lines: tuple[tuple[CueWord, ...], ...]


def cues(narration: Narration, speed: float) -> list[Cue]:
    """All cues in order; no cue is empty, none begins before the one before it ends."""
    times = heard(narration, speed)
    rate = times.sample_rate
    result: list[Cue] = []
    script = narration.script
    for sentence, span, spans in zip(script.sentences, times.sentences, times.words, strict=True):
        words = _shown(script.article.block_text(sentence.block), sentence, spans, rate)
        for cue in _split(words, _milliseconds(span[0], rate), _milliseconds(span[1], rate)):
            start = max(cue.start, result[-1].end) if result else cue.start
            result.append(replace(cue, start=start, end=max(cue.end, start + 1)))
    return result


def clock(milliseconds: int, point: str) -> str:
    """hours:minutes:seconds and thousandths after `point`.

    >>> clock(3_723_004, ".")
    '01:02:03.004'
    """
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{thousandths:03}"


def _milliseconds(frame: int, rate: int) -> int:
    return round(frame * 1000 / rate)


def _shown(text: str, sentence: Sentence, spans: tuple[Span, ...], rate: int) -> list[CueWord]:
    """The words that stand on the page, in order."""
    shown: list[CueWord] = []
    end, mark = None, ""
    for word, (start, _) in zip(sentence.words, spans, strict=True):
        if word.start == word.end or word.rule == "shortened":  # added, or left out by a short form
            continue
        slice_ = " ".join(text[word.start : word.end].split())
        spaced = end is not None and not text[end : word.start].strip() and word.start > end
        wide = bool(shown) and east_asian_width(shown[-1].text[-1:] or " ") in "WF"
        cut = 0.0 if mark else _MID_PHRASE if spaced or wide else _INSIDE
        shown.append(CueWord(slice_, _milliseconds(start, rate), spaced, cut))
        end, mark = word.end, word.mark
    return shown


def _split(words: list[CueWord], start: int, end: int) -> Iterator[Cue]:
    """The cheapest cut of a sentence into cues that fit; each lasts until the next begins."""
    if not words:
        return
    row = _Row(words)
    # best[j]: the cost of the first j words, and where the last of their cues begins.
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(words) + 1):
        options = []
        for begin in range(stop - 1, -1, -1):
            if not row.fits(begin, stop):
                break
            cut = words[stop].cut if stop < len(words) else 0.0
            empty = 1 - min(1, row.width(begin, stop) / COLUMNS)
            options.append((best[begin][0] + _CUE + cut + _UNEVEN * empty**2, begin))
        best.append(min(options))
    bounds = [len(words)]
    while bounds[-1]:
        bounds.append(best[bounds[-1]][1])
    bounds.reverse()
    for begin, stop in pairwise(bounds):
        starts = words[begin].start if begin else start
        ends = words[stop].start if stop < len(words) else end
        yield Cue(starts, ends, row.lines(begin, stop))


class _Row:
    """Words in a row, measured once."""

    def __init__(self, words: list[CueWord]) -> None:
        self._words = words
        self._ends = list(accumulate((word.width + word.spaced for word in words), initial=0))

    def width(self, begin: int, stop: int) -> int:
        """Columns of words begin:stop on one line."""
        return self._ends[stop] - self._ends[begin] - self._words[begin].spaced

    def fits(self, begin: int, stop: int) -> bool:
        """Whether words begin:stop fit two lines; a single word always does, it cannot be cut."""
        if stop - begin == 1 or self.width(begin, stop) <= LINE:
            return True
        return self.width(begin, stop) <= COLUMNS + 1 and any(self._breaks(begin, stop))

    def lines(self, begin: int, stop: int) -> tuple[tuple[CueWord, ...], ...]:
        """One line, or two of about the same length."""
        words = tuple(self._words[begin:stop])
        if len(words) == 1 or self.width(begin, stop) <= LINE:
            return (words,)

        def cost(at: int) -> float:
            return abs(self.width(begin, at) - self.width(at, stop)) + self._words[at].cut

        at = min(self._breaks(begin, stop), key=cost) - begin
        return words[:at], words[at:]

    def _breaks(self, begin: int, stop: int) -> Iterator[int]:
        for at in range(begin + 1, stop):
            if self.width(begin, at) <= LINE and self.width(at, stop) <= LINE:
                yield at
