"""Visible tokens: the pieces of a text that become one Word each.

A token is what stands between two spaces, cut further at dashes between words ("mid—sentence"), and
taken apart into the punctuation before it, its core, and the punctuation after it.

    >>> [tuple(token)[2:] for token in tokenise("He (Mr. Li) left—fast.", 0, 22)]
    [('', 'He', ''), ('(', 'Mr', '.'), ('', 'Li', ')'), ('', 'left', '—'), ('', 'fast', '.')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

__all__ = ["INVISIBLE", "Token", "tokenise", "tokenise_unspaced"]

PIECE = 80  # characters; a longer token is cut into pieces, no voice can say it in one breath

# Controls, zero-width and bidirectional characters, lone surrogates, private use, variation selectors.
INVISIBLE = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U0010ffff"
)
_QUOTES = "\"'“”„‟‘’‚‛«»‹›「」『』＂＇`´"
_BRACKETS = r"()\[\]{}（）［］｛｝〈〉《》【】〔〕⟨⟩"
_POINTS = r",;:.!?…‥¡¿。．，、；：！？｡､،؛؟۔।॥።፧፣፤፥·•‣⁃◦▪●■▶►‐‑–—―⸺⸻~〜～\-|*_^\\<>†‡՝՞՜։׃༎།၊။៖។៕"
_EDGE = f"[{_QUOTES}{_BRACKETS}{_POINTS}{INVISIBLE}]"

_CHUNK = re.compile(r"\S+")
_BEFORE = re.compile(f"{_EDGE}*")
# At the front a sign or a point belongs to the number after it: -5, .5, '90s, ~30, <5.
_SIGN = re.compile(r"(?:[-−–<>~]|[-−–]?\.|['’‘](?=\d\ds?\b))(?=[$£€¥₩₹]?\.?\d)|[<>~]=?(?=[$£€]?\d)")
_DASH = re.compile(
    r"""(?<=[\w”"’'»)\]%!?,;:])(?:[—―⸺⸻]++|-{2,}+|…++|\.{3,}+)(?=["“‘«„'(\[]{0,3}[\w$£€¥#@])"""
)
_ADDRESS = re.compile(r"://|^www\.|^--", re.IGNORECASE)  # its dashes and dots are its own


class Token(NamedTuple):
    """Characters start:end of a text: punctuation, core, punctuation. The core may be empty."""

    start: int
    end: int
    before: str
    core: str
    after: str


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Tokens of text[start:end]; they rise, never overlap and leave out no visible character."""
    tokens = []
    for match in _CHUNK.finditer(text, start, end):
        chunk = match[0]
        if chunk.isalpha() and len(chunk) <= PIECE:
            tokens.append(Token(match.start(), match.end(), "", chunk, ""))
        elif chunk[-1] in ",.;:!?" and (core := chunk[:-1]).isalpha() and len(core) < PIECE:
            tokens.append(Token(match.start(), match.end(), "", core, chunk[-1]))
        else:
            tokens.extend(_cut(chunk, match.start()))
    return tokens


def _cut(chunk: str, at: int) -> Iterator[Token]:
    """Tokens of one run of visible characters."""
    ends = [len(chunk)]
    if not _ADDRESS.search(chunk):
        ends = [*(match.end() for match in _DASH.finditer(chunk)), len(chunk)]
    begin = 0
    for end in ends:
        for piece in range(begin, end, PIECE):
            yield _token(chunk[piece : min(piece + PIECE, end)], at + piece)
        begin = end


def _token(piece: str, at: int) -> Token:
    """One piece with its edges taken off."""
    end = at + len(piece)
    front = _front(piece)
    if front == len(piece):
        return Token(at, end, piece, "", "")
    back = _back(piece)
    return Token(at, end, piece[:front], piece[front:back], piece[back:])


def _front(piece: str) -> int:
    """Where the core begins: after the punctuation, but not after a number's own sign."""
    found = _BEFORE.match(piece)
    edge = found.end() if found else 0
    for position in range(max(edge - 2, 0), edge):
        if _SIGN.match(piece, position):
            return position
    if 0 < edge < len(piece) and piece[edge - 1] == "-" and piece[edge] in "$£€¥₩₹":
        return edge - 1
    return edge


def _back(piece: str) -> int:
    """Where the core ends. Walks from the end: a pattern anchored there would be quadratic."""
    back = len(piece)
    while back and _BEFORE.fullmatch(piece, back - 1, back):
        back -= 1
    return back


# Scripts without spaces whose signs are spoken one by one; signs that lengthen or mark the one before.
_SIGNS = "\u3041-\u30fa\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ATTACHED = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮー々ゝゞヽヾ゛゜\u0300-\u036f\u3099\u309a"
_OPENING = "「『（〈《【〔“‘«([{"


@cache
def _unspaced() -> re.Pattern[str]:
    """Compiled where it is needed: it takes 8 ms, and most articles are spaced."""
    return re.compile(
        rf"(?P<before>[{re.escape(_OPENING)}]{{0,8}})"
        rf"(?P<core>[{_SIGNS}][{_ATTACHED}]*"
        rf"|(?:(?!{_EDGE})[^\s{_SIGNS}])"
        rf"(?:(?!{_EDGE})[^\s{_SIGNS}]|[-.,:/'’](?=[A-Za-z0-9])){{0,{PIECE - 1}}})"
        rf"(?P<after>(?:(?![{re.escape(_OPENING)}]){_EDGE})*)"
        r"|(?P<alone>\S)"
    )


def tokenise_unspaced(text: str, start: int, end: int) -> list[Token]:
    """Tokens where words are not spaced: one for each Han or kana sign, one for each run of others.

    >>> [text.core + text.after for text in tokenise_unspaced("《G20》峰会。", 0, 8)]
    ['G20》', '峰', '会。']
    """
    tokens = []
    for match in _unspaced().finditer(text, start, end):
        before, core, after = match["before"] or "", match["core"] or "", match["after"] or ""
        tokens.append(Token(match.start(), match.end(), match["alone"] or before, core, after))
    return tokens
