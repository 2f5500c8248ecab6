"""The list of voices as their publisher keeps it (voices.json), and the short form that Oyez keeps of it.

bytes -> entries -> [name, speakers, [bytes, MD5] of model, description and card] -> lines of catalogue.json

A list from the network is somebody else's word: what does not fit is left out and counted, never guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from oyez.errors import BadDownload
from oyez.voices.piper_files import is_plain_name

__all__ = ["NAME", "Row", "catalogue_text", "read_list", "rows_of"]

NAME = "voices.json"  # below the address where the voices lie

_FORMAT = 1
_LARGEST = 1_000_000_000  # bytes of one file; the largest published voice has 137 million
_MOST = 10_000  # voices; there are some hundred
_MD5 = re.compile(r"[0-9a-f]{32}")
_KEY = re.compile(r"[a-z]{2,3}_[A-Z0-9]{2,4}-[\w+.]+-[a-z_]+")

Row = list[Any]  # [name, speakers, [bytes, MD5] of the model, of its description, of its card]


def read_list(content: bytes) -> tuple[list[Row], int]:
    """The voices of a published list, sorted, and how many of its entries were left out.

    Raises BadDownload where it is no such list, or none of its entries can be used.
    """
    hint = "try again later; the catalogue that came with Oyez stays in use"
    try:
        listed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadDownload("the list of voices cannot be read", hint) from error
    if not isinstance(listed, dict):
        raise BadDownload("the list of voices is none", hint)
    rows = [row for entry in list(listed.values())[:_MOST] if (row := _row(entry))]
    if not rows:
        raise BadDownload("the list holds no voice that Oyez could use", hint)
    unique = {row[0]: row for row in rows}
    return sorted(unique.values()), len(listed) - len(unique)


def catalogue_text(rows: Iterable[Row]) -> str:
    """catalogue.json: one voice a line, so that a change of the list can be read."""
    written = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return f'{{"format":{_FORMAT},"voices":[\n{written}\n]}}\n'


def rows_of(content: bytes) -> list[Row]:
    """The rows of a catalogue.json; ValueError where it is of another form."""
    kept = json.loads(content)
    if not isinstance(kept, dict) or kept.get("format") != _FORMAT or not isinstance(kept["voices"], list):
        raise ValueError("a catalogue of another form")
    rows: list[Row] = kept["voices"]
    if not rows or not all(_is_row(row) for row in rows):
        raise ValueError("a catalogue without voices")
    return rows


def _row(entry: Any) -> Row | None:
    """A voice whose name, files and figures are what they should be, or None."""
    try:
        name, code, quality = entry["key"], entry["language"]["code"], entry["quality"]
        speaker, files, speakers = entry["name"], entry["files"], entry["num_speakers"]
        if name != f"{code}-{speaker}-{quality}":
            return None
        folder = f"{code.partition('_')[0]}/{code}/{speaker}/{quality}"
        paths = (f"{folder}/{name}.onnx", f"{folder}/{name}.onnx.json", f"{folder}/MODEL_CARD")
        figures = [[files[path]["size_bytes"], files[path]["md5_digest"]] for path in paths]
    except (KeyError, TypeError, AttributeError):
        return None
    row = [name, speakers, *figures]
    return row if _is_row(row) else None


def _is_row(row: Any) -> bool:
    if not (isinstance(row, list) and len(row) == 5 and isinstance(row[0], str) and _is_count(row[1])):
        return False
    named = _KEY.fullmatch(row[0]) is not None and is_plain_name(row[0])
    return named and all(
        isinstance(file, list)
        and len(file) == 2
        and _is_count(file[0])
        and file[0] <= _LARGEST
        and isinstance(file[1], str)
        and _MD5.fullmatch(file[1]) is not None
        for file in row[2:]
    )


def _is_count(number: Any) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and number >= 1
