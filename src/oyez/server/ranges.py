"""Parts of a file over HTTP (RFC 9110, section 14): players seek by asking for a range of bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Part", "entity_tag", "part_of"]

_RANGE = re.compile(r"\s*(\d*)\s*-\s*(\d*)\s*", re.ASCII)
_DIGITS = 18  # more cannot be a place in any file


@dataclass(frozen=True, slots=True)
class Part:
    """What to answer: 200 whole, 206 a part, 304 unchanged, 416 no such part."""

    status: int
    content: bytes
    headers: dict[str, str] = field(default_factory=dict)


def entity_tag(content: bytes) -> str:
    """A strong entity tag."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def part_of(content: bytes, request: Mapping[str, str], tag: str | None = None) -> Part:
    """The answer to a request for a file, by its lower-case headers; `tag` where its entity tag is known.

    Of several ranges the whole file is the answer, which the standard allows; an unknown unit is ignored.
    """
    tag, size = tag or entity_tag(content), len(content)
    headers = {"ETag": tag, "Accept-Ranges": "bytes"}
    if _names(request.get("if-none-match", ""), tag):
        return Part(304, b"", headers)
    asked = request.get("range", "")
    unit, equals, ranges = asked.partition("=")
    stale = request.get("if-range", tag) != tag
    if not asked or unit.strip().lower() != "bytes" or stale or "," in ranges:
        return Part(200, content, headers)
    if not equals or not _RANGE.fullmatch(ranges.strip()):
        return Part(200, content, headers)  # what is no range is ignored (RFC 9110, 14.2)
    span = _span(ranges.strip(), size)
    if span is None:
        return Part(416, b"", {**headers, "Content-Range": f"bytes */{size}"})
    start, stop = span
    return Part(206, content[start:stop], {**headers, "Content-Range": f"bytes {start}-{stop - 1}/{size}"})


def _names(listed: str, tag: str) -> bool:
    tags = (item.strip().removeprefix("W/") for item in listed.split(","))
    return listed.strip() == "*" or tag in tags


def _span(text: str, size: int) -> tuple[int, int] | None:
    """One range as start and stop; None where it is malformed or holds no byte of the file.

    >>> _span("0-3", 10), _span("-3", 10), _span("7-", 10), _span("10-", 10), _span("5-2", 10)
    ((0, 4), (7, 10), (7, 10), None, None)
    """
    match = _RANGE.fullmatch(text)
    if not match:
        return None
    first, last = (group[:_DIGITS] for group in match.groups())  # beyond any file is the end of ours
    if not first:
        start, stop = max(0, size - int(last or 0)), size
    else:
        start, stop = int(first), min(int(last) + 1, size) if last else size
    return (start, stop) if start < stop else None
