"""Compressed bodies: whole, in pieces, cut short, damaged, and made to explode."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.errors import BadContent, TooLarge
from oyez.fetching.unpack import MAX_MEMBERS, PIECE, codings, unpack

LIMIT = 1_000_000


def _bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


PACKERS = {
    ("gzip",): gzip.compress,
    ("deflate",): zlib.compress,
    ("deflate", ""): _bare_deflate,
    ("br",): brotli.compress,
    ("gzip", "br"): lambda data: brotli.compress(gzip.compress(data)),
    ("gzip", "gzip"): lambda data: gzip.compress(gzip.compress(data)),
    (): bytes,
}


def _undo(body: bytes, names: tuple[str, ...], step: int = 1000, limit: int = LIMIT) -> bytes:
    chunks = (body[at : at + step] for at in range(0, len(body), step))
    return b"".join(unpack(chunks, tuple(filter(None, names)), limit))


@pytest.mark.parametrize("names", PACKERS)
@given(data=st.binary(max_size=3000), step=st.integers(1, 4000))
def test_any_cut_into_chunks_gives_the_body_back(names: tuple[str, ...], data: bytes, step: int) -> None:
    assert _undo(PACKERS[names](data), names, step) == data


@pytest.mark.parametrize("names", [names for names in PACKERS if names])
def test_a_body_cut_short_is_never_taken_for_whole(names: tuple[str, ...]) -> None:
    packed = PACKERS[names](bytes(range(256)) * 20)
    for end in range(1, len(packed)):
        with pytest.raises(BadContent):
            _undo(packed[:end], names)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_an_empty_body_needs_no_unpacking(name: str) -> None:
    assert _undo(b"", (name,)) == b""


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
@given(data=st.binary(min_size=1, max_size=300))
def test_damage_raises_nothing_but_our_errors(name: str, data: bytes) -> None:
    with suppress(BadContent, TooLarge):
        _undo(data, (name,))


@pytest.mark.parametrize("names", [names for names in PACKERS if names])
def test_a_bomb_stops_at_the_limit_in_small_pieces(names: tuple[str, ...]) -> None:
    bomb = PACKERS[names](bytes(20_000_000))
    sizes: list[int] = []
    with pytest.raises(TooLarge):
        sizes.extend(len(piece) for piece in unpack([bomb], tuple(filter(None, names)), LIMIT))
    assert sum(sizes) <= LIMIT
    assert max(sizes) <= 2 * PIECE


def test_an_endless_body_is_not_read_to_its_end() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"x" * 1000

    with pytest.raises(TooLarge):
        list(unpack(endless(), (), LIMIT))


def test_gzip_members_are_joined_and_padding_dropped() -> None:
    two = gzip.compress(b"one ") + gzip.compress(b"two")
    for step in (1, 7, 1000):
        assert _undo(two, ("gzip",), step) == b"one two"
        assert _undo(two + bytes(50), ("gzip",), step) == b"one two"
    with pytest.raises(BadContent):
        _undo(two[:-3], ("gzip",))


def test_too_many_empty_members_are_refused() -> None:
    with pytest.raises(BadContent):
        _undo(gzip.compress(b"") * (MAX_MEMBERS + 1), ("gzip",), PIECE)


def test_codings() -> None:
    assert codings(" X-GZip , identity,br") == ("gzip", "br")
    with pytest.raises(BadContent):
        codings("gzip, gzip, gzip")
    with pytest.raises(BadContent):
        _undo(b"x", ("zstd",))
