"""Words of languages that set no spaces between them: Chinese, Japanese, Thai.

tokens (one a sign) -> where phrases part, by BudouX -> signs joined to words; Thai runs cut into words

BudouX (Apache-2.0, pure Python, models of 35 to 65 kB) parts Chinese and Thai into words and Japanese into
phrases (a word with its particles), which is how they are said and lit. Without it each sign is a word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from oyez.model.language import primary
from oyez.scripting.tokens import Token

__all__ = ["segmented"]

_LONGEST = 12  # characters; a longer word is none
_SIGN = re.compile(r"[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MARK = re.compile(r"[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e45-\u0e4e]")  # never begins a word
_LEADING = re.compile(r"[\u0e40-\u0e44]$")  # a Thai vowel written before its consonant never ends one
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_FIGURE = re.compile(r"[\d.,:%％０-９]+")
_BEFORE_FIGURE = frozenset("第約约近達达逾超每")
# Signs of the traditional script that the simplified one writes otherwise.
_TRADITIONAL = re.compile(r"[們這國來會說對時為個學實經過開關問題與點電種應發從當長機體變頭門見車書東馬]")


def segmented(
    text: str, tokens: Sequence[Token], language: str, alone: Collection[int] = ()
) -> tuple[list[Token], list[int]]:
    """Tokens that are words, and the new places of those in `alone`, which stay as they are.

    The tokens cover the same characters as before.
    """
    if not tokens:
        return [], []
    own = primary(language)
    ends = _ends(text, tokens[0].start, tokens[-1].end, own, language)
    if ends is None:
        return list(tokens), list(alone)
    out: list[Token] = []
    places: list[int] = []
    joins = False
    for index, token in enumerate(tokens):
        kept = index in alone
        if own == "th" and not kept:
            out += _cut(token, ends)
        elif joins and not kept and _fits(out[-1], token):
            out[-1] = _joined(out[-1], token)
        else:
            out.append(token)
        if kept:
            places.append(len(out) - 1)
        joins = not kept and token.end not in ends
    return out, places


def _fits(word: Token, sign: Token) -> bool:
    """True where a sign may go on a word: nothing is written between, and a figure begins its own."""
    if word.after or sign.before or not word.core or not sign.core or word.end != sign.start:
        return False
    if len(word.core) + len(sign.core) > _LONGEST:
        return False
    return not _FIGURE.match(sign.core) or word.core in _BEFORE_FIGURE or not _SIGN.match(word.core[-1])


def _joined(word: Token, sign: Token) -> Token:
    return Token(word.start, sign.end, word.before, word.core + sign.core, sign.after)


def _cut(token: Token, ends: Collection[int]) -> list[Token]:
    """A run of Thai cut into its words; its punctuation stays with the first and the last."""
    begin = token.start + len(token.before)
    stop = begin + len(token.core)
    cuts = [end for end in range(begin + 1, stop) if end in ends and _parts(token.core, end - begin)]
    if not cuts or token.end - token.start != len(token.before) + len(token.core) + len(token.after):
        return [token]
    edges = [begin, *cuts, stop]
    words = []
    for first, last in pairwise(edges):
        starts, finishes = first == begin, last == stop
        words.append(
            Token(
                token.start if starts else first,
                token.end if finishes else last,
                token.before if starts else "",
                token.core[first - begin : last - begin],
                token.after if finishes else "",
            )
        )
    return words


def _parts(core: str, at: int) -> bool:
    """True where a word may end before core[at]: between two Thai letters that stand by themselves."""
    before, behind = core[at - 1], core[at]
    thai = _THAI.match(before) and _THAI.match(behind)
    return bool(thai) and not _MARK.match(behind) and not _LEADING.match(before)


def _ends(text: str, start: int, end: int, own: str, language: str) -> set[int] | None:
    """Offsets at which a word ends; None without BudouX."""
    name = {"ja": "ja", "th": "th"}.get(own) or _chinese(text[start:end], language)
    model = _model(name)
    if model is None:
        return None
    ends, at = set(), start
    for phrase in model.parse(text[start:end]):
        at += len(phrase)
        ends.add(at)
    return ends


def _chinese(text: str, language: str) -> str:
    tags = language.lower().replace("_", "-").split("-")
    traditional = "yue" in tags or any(tag in tags for tag in ("hant", "tw", "hk", "mo"))
    return "zh-hant" if traditional or _TRADITIONAL.search(text) else "zh-hans"


@cache
def _model(name: str) -> Any:
    """A model of BudouX, loaded the first time a text of its language is read: 20 ms with its library."""
    try:
        from budoux import parser
    except ImportError:
        return None
    load = {
        "ja": parser.load_default_japanese_parser,
        "zh-hans": parser.load_default_simplified_chinese_parser,
        "zh-hant": parser.load_default_traditional_chinese_parser,
        "th": parser.load_default_thai_parser,
    }
    return load[name]()
