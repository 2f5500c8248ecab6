"""What a voice's model card says of its licence.

Cards are prose with a line such as "* License: CC0". What the line says is repeated, never interpreted into
a licence it does not name; what is not plainly free to use is flagged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ModelCard", "card_file", "read_card", "stated_licence"]

_LARGEST = 100_000  # bytes; published ones have 200 to 400
_LINE = re.compile(r"^[ \t>*#_-]*licen[cs]e[s]?[*_ \t]*:[*_ \t]*(.*\S)", re.IGNORECASE | re.MULTILINE)
_NOT_FOR_MONEY = re.compile(
    r"non-?\s?commercial|(?:\b|-)nc(?:\b|-)|research|academic|personal use|educational|evaluation",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\bcc-?\s?0|\bcc[ -]by\b|creative ?commons.{0,20}(?:/by/|/by-sa/|zero|attribution)|public ?domain|"
    r"\bmit\b|\bapache|\bbsd\b|\bisc\b|\bmpl\b|\bl?gpl|\bunlicense\b|\bodc-by\b|\bodbl\b",
    re.IGNORECASE,
)
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)  # a card is printed on terminals


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A card's text, its licence line if any, and a warning unless that line is plainly free."""

    text: str
    licence: str | None = None
    warning: str | None = None


def read_card(content: bytes) -> ModelCard:
    """A card as published.

    >>> read_card(b"* License: CC0").warning
    >>> read_card(b"* License: See URL").warning
    'its licence is unclear (See URL): look it up before you publish what it speaks'
    """
    text = content[:_LARGEST].decode("utf-8", "replace").replace("\r\n", "\n").lstrip("\ufeff")
    text = _CONTROL.sub("", text)
    found = [line.strip(" *_") for line in _LINE.findall(text)]
    licence = "; ".join(dict.fromkeys(line for line in found if line)) or None
    return ModelCard(text, licence and licence[:300], _warning(found))


def card_file(model: Path) -> Path:
    """Where the card of NAME.onnx is kept: NAME.MODEL_CARD beside it."""
    return model.with_name(f"{model.stem}.MODEL_CARD")


def stated_licence(model: Path) -> str:
    """The licence line of the card kept beside a voice file, "" where there is none."""
    try:
        with card_file(model).open("rb") as file:
            return read_card(file.read(_LARGEST)).licence or ""
    except OSError:
        return ""


def _warning(licences: list[str]) -> str | None:
    if not licences:
        return "its card names no licence: look it up before you publish what it speaks"
    for licence in licences:
        if _NOT_FOR_MONEY.search(licence):
            return f"its licence may not allow commercial use ({licence[:100]})"
    for licence in licences:
        if not _FREE.search(licence):
            return f"its licence is unclear ({licence[:100]}): look it up before you publish what it speaks"
    return None
