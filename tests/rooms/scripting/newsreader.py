"""Scores what is said against what a newsreader says: our own sentences, and the folding that compares them.

A case is `written TAB said TAB class`; in `said`, {a|b} are readings of equal worth and {a|} may be left out.
Case, punctuation, hyphens, accents of full width and the "and" behind a hundred are folded away.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["CASES", "Case", "cases", "folded", "share_right"]

CASES = Path(__file__).parent
"""The folder of the sentences: news_first.tsv, news_second.tsv, news_third.tsv."""

_CHOICE = re.compile(r"\{([^{}]*)\}")
_AND = re.compile(r"\b(hundred|thousand|million|billion|trillion) and (?=[a-z])")
_INNER = re.compile(r"(?<=\w)'(?=\w)")
_SIGNS = re.compile(r"[^\w\x00]|_")


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: how it is written, every accepted way to say it (folded), and its class."""

    written: str
    said: frozenset[str]
    kind: str


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# ") or line.count("\t") != 2:
            continue
        written, said, kind = line.split("\t")
        yield Case(written, frozenset(map(folded, _expanded(said))), kind)


def _expanded(said: str) -> Iterator[str]:
    parts = _CHOICE.split(said)
    options = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    return ("".join(chosen) for chosen in itertools.product(*options))


def folded(said: str) -> str:
    """What two ways to say the same have in common.

    >>> folded("Two hundred and five per cent, U.S.!") == folded("two hundred five percent U S")
    True
    """
    text = unicodedata.normalize("NFKC", said).replace("’", "'").replace("‘", "'").lower()
    text = _INNER.sub("\x00", text.replace("per cent", "percent"))
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1 ", text)
    text = " ".join(_SIGNS.sub(" ", text).replace("\x00", "'").split())
    return _AND.sub(r"\1 ", text)


def share_right(path: Path, say: Callable[[str], str]) -> tuple[float, list[str]]:
    """How many of a file's cases are said right, 0 to 1, and the others with what was said."""
    all_cases = list(cases(path))
    wrong = [
        f"{case.kind}: {case.written} -> {said}"
        for case in all_cases
        if folded(said := say(case.written)) not in case.said
    ]
    return 1 - len(wrong) / len(all_cases), wrong
