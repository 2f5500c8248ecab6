"""Addresses, handles and hashtags."""

from __future__ import annotations

import re

from oyez.scripting.en.acronyms import LETTERS, letters
from oyez.scripting.en.models import read_model
from oyez.scripting.en.numbers import identifier
from oyez.scripting.line import Line, Reading, Said
from oyez.scripting.links import address_words

__all__ = ["read_address", "read_handle"]

_DOMAINS = "|".join(
    (
        "com org net gov edu int mil io co uk us eu de fr cn hk jp ru in au ca nz ie it es nl se no dk ch be "
        "at pl br mx za sg kr tw info biz tv me ai app dev news blog ly fm gg xyz online shop site tech club "
        "ng ke gh tz ug zm rw lk bd np pk th vn ph kz ge gr ro bg hu cz sk rs ua lt lv ee fi cl pe eg "
        "today world scot wales london nyc travel "
    ).split()
)
_URL = re.compile(
    r"(?:(?:https?|ftp)://)?(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,12}(?::[0-9]+)?(?:[/?#].*)?", re.DOTALL
)
_SCHEME = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_HOST = re.compile(
    rf"(?:www\.)?(?:[A-Za-z0-9-]{{1,63}}\.)+(?:{_DOMAINS}|(?:com?|org?|net?|gov?|edu|ac)\.[a-z]{{2}})(?::[0-9]+)?(?=[/?#]|$)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,12}")
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_]+|[.@/_?=&#%+:-]")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_a-zA-Z]+")
_SAID = {
    ".": "dot",
    "@": "at",
    "/": "slash",
    "_": "underscore",
    "-": "dash",
    "?": "question mark",
    "=": "equals",
    "&": "and",
    "#": "hash",
    "+": "plus",
    "%": "percent",
    ":": "colon",
}
_SPELLED = frozenset("www html htm php pdf bbc uk us eu hk nhs tv http https nz scmp".split()) | {
    name.lower() for name in LETTERS if not set(name) & set("AEIOU")
}


def read_address(line: Line, index: int) -> Reading | None:
    """https://www.bbc.co.uk/news · Amazon.com · tips@nytimes.com."""
    core = line.core(index)
    if "@" in core and _MAIL.fullmatch(core):
        return [Said(_pieces(core.removeprefix("mailto:")), "address")]
    if scheme := _SCHEME.match(core):
        return [Said(_pieces(core[scheme.end() :].rstrip("/")), "address")]
    if "." in core and _URL.fullmatch(core) and _HOST.match(core):
        return [Said(_pieces(core.rstrip("/")), "address")]
    return None


def _pieces(text: str) -> str:
    """Words and signs of an address."""
    return address_words(_PIECE.findall(text), _SAID, _SPELLED, identifier, letters)


def read_handle(line: Line, index: int) -> Reading | None:
    """@realDonaldTrump · #MeToo · #COP28 · #1."""
    core = line.core(index)
    if core[0] not in "@#＠＃" or len(core) < 2:
        return None
    name = core[1:]
    if core[0] in "#＃" and name.isdecimal():
        return [Said(f"number {identifier(name)}", "number")]
    mark = "at" if core[0] in "@＠" else "hashtag"
    said = []
    for word in name.replace("_", " ").split():
        model = (
            read_model(Line((), [word]), 0)
            if word.isascii() and word.isalnum() and word.isupper() and not word.isalpha()
            else None
        )
        said.append(model[0].say if model else _camel(word))
    return [Said(" ".join([mark, *said]), "handle" if mark == "at" else "hashtag")]


def _camel(word: str) -> str:
    """The words of a name written in one, told apart by their capitals."""
    return " ".join(
        identifier(piece)
        if piece.isascii() and piece.isdecimal()
        else letters(piece)
        if piece in LETTERS
        else piece
        for piece in _CAMEL.findall(word)
    )
