"""Addresses, handles and hashtags."""

from __future__ import annotations

import re

from oyez.scripting.de.acronyms import letters
from oyez.scripting.de.models import read_model
from oyez.scripting.de.numbers import number
from oyez.scripting.line import Line, Reading, Said
from oyez.scripting.links import address_words

__all__ = ["read_address", "read_handle"]

_DOMAINS = (
    "com|org|net|gov|edu|int|info|biz|eu|de|at|ch|li|lu|fr|uk|us|io|tv|me|ai|app|dev|news|blog|online|shop|berlin"
    "|hamburg|koeln|bayern|nrw|wien|swiss|it|nl|be|pl|dk|se|es|ru|ua|cn|jp|co|example"
)
_HOST = re.compile(
    rf"(?:www\.)?(?:[A-Za-z0-9äöüß-]{{1,63}}\.)+(?:{_DOMAINS})(?::[0-9]+)?(?=[/?#]|$)", re.IGNORECASE
)
_SCHEME = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?[\w.+%-]{1,64}@(?:[A-Za-z0-9äöüß-]{1,63}\.)+[A-Za-z]{2,12}")
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zäöüß]+|[0-9]+|[^\W\d_]+|[.@/_?=&#%+:-]")
_CAMEL = re.compile(r"[A-ZÄÖÜ]+(?![a-zäöüß])|[A-ZÄÖÜ]?[a-zäöüß]+|[0-9]+|[^\W\d_a-zA-Z]+")
_SAID = {
    ".": "Punkt", "@": "ät", "/": "Schrägstrich", "_": "Unterstrich", "-": "Bindestrich",
    "?": "Fragezeichen", "=": "gleich", "&": "und", "#": "Raute", "+": "plus", "%": "Prozent",
    ":": "Doppelpunkt",
}  # fmt: skip
_SPELLED = frozenset(
    "www html htm php pdf de at ch eu uk us li lu tv http https fr nl dk cz wdr ndr zdf ard mdr rbb".split()
)


def read_address(line: Line, index: int) -> Reading | None:
    """https://www.insel.de/fahrplan · hafen.org · post@insel.de."""
    core = line.core(index)
    if "@" in core and _MAIL.fullmatch(core):
        return [Said(_pieces(core.removeprefix("mailto:")), "address")]
    if scheme := _SCHEME.match(core):
        return [Said(_pieces(core[scheme.end() :].rstrip("/")), "address")]
    if "." in core and _HOST.match(core):
        return [Said(_pieces(core.rstrip("/")), "address")]
    return None


def _pieces(text: str) -> str:
    """Words and signs of an address; a country's two letters are spelled behind a point."""
    return address_words(_PIECE.findall(text), _SAID, _SPELLED, number, letters)


def read_handle(line: Line, index: int) -> Reading | None:
    """@hafenamt · #MeToo · #COP28 · #1."""
    core = line.core(index)
    if core[0] not in "@#＠＃" or len(core) < 2:
        return None
    name = core[1:]
    if core[0] in "#＃" and name.isascii() and name.isdigit():
        return [Said(f"Nummer {number(name)}", "number")]
    mark = "ät" if core[0] in "@＠" else "Hashtag"
    said = [mark]
    for word in re.split(r"[\W_]+", name):
        figures = word.isascii() and any(char.isdigit() for char in word)
        model = read_model(Line((), [word]), 0) if figures else None
        said += [model[0].say] if model else _camel(word)
    return [Said(" ".join(said), "handle" if mark == "ät" else "hashtag")]


def _camel(word: str) -> list[str]:
    """The words of a name written in one, told apart by their capitals."""
    return [
        number(piece)
        if piece.isascii() and piece.isdigit()
        else letters(piece)
        if piece.isupper() and len(piece) < 5
        else piece
        for piece in _CAMEL.findall(word)
    ]
