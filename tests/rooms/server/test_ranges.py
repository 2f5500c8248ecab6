"""Ranges of bytes, as RFC 9110 has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.server.ranges import entity_tag, part_of

CONTENT = bytes(range(100))
TAG = entity_tag(CONTENT)


@pytest.mark.parametrize(
    ("asked", "status", "content"),
    [
        ("bytes=0-9", 206, CONTENT[:10]),
        ("bytes=90-", 206, CONTENT[90:]),
        ("bytes=-5", 206, CONTENT[-5:]),
        ("bytes=-500", 206, CONTENT),
        ("Bytes = 3-3", 206, CONTENT[3:4]),
        ("bytes=95-9999", 206, CONTENT[95:]),
        ("bytes=100-", 416, b""),
        ("bytes=-0", 416, b""),
        ("bytes=9-3", 416, b""),
        ("bytes=a-b", 200, CONTENT),
        ("bytes=-", 416, b""),
        (f"bytes={'9' * 5000}-", 416, b""),
        ("bytes=٣-", 200, CONTENT),
        ("bytes=0-1,5-6", 200, CONTENT),
        ("lines=0-9", 200, CONTENT),
        ("", 200, CONTENT),
    ],
)
def test_ranges(asked: str, status: int, content: bytes) -> None:
    part = part_of(CONTENT, {"range": asked})
    assert (part.status, part.content) == (status, content)
    assert part.headers["ETag"] == TAG
    if status == 416:
        assert part.headers["Content-Range"] == "bytes */100"


@given(st.integers(0, 99), st.integers(0, 200))
def test_parts_say_where_they_stand(first: int, last: int) -> None:
    part = part_of(CONTENT, {"range": f"bytes={first}-{last}"})
    if last < first:
        assert part.status == 416
        return
    assert part.content == CONTENT[first : last + 1]
    assert part.headers["Content-Range"] == f"bytes {first}-{first + len(part.content) - 1}/100"


@pytest.mark.parametrize("listed", [TAG, f'"x", W/{TAG}', "*"])
def test_unchanged(listed: str) -> None:
    assert part_of(CONTENT, {"if-none-match": listed, "range": "bytes=0-1"}).status == 304


def test_a_range_of_another_version_is_answered_whole() -> None:
    assert part_of(CONTENT, {"range": "bytes=0-1", "if-range": '"old"'}).status == 200
    assert part_of(CONTENT, {"range": "bytes=0-1", "if-range": TAG}).status == 206


def test_an_empty_file_has_no_range() -> None:
    assert part_of(b"", {"range": "bytes=0-"}).status == 416
