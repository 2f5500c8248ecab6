"""Content-Encoding undone piece by piece, so that a small body cannot become a large one at once.

raw chunks -> last coding undone -> ... -> first coding undone -> pieces of the page
               each stage lazy, a piece at most PIECE bytes, each held to the same limit in total

A kilobyte of brotli holds a gigabyte of spaces; one call of an unlimited decoder makes it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from oyez.errors import BadContent, TooLarge

__all__ = ["ACCEPTED", "codings", "unpack", "within"]

ACCEPTED = "gzip, br"  # what is asked for; deflate is understood, but senders disagree on what it means
PIECE = 65_536  # bytes one decoder call may return
MAX_CODINGS = 2  # gzip within gzip happens by mistake, more only on purpose
MAX_MEMBERS = 1_000  # gzip streams in a row; 20 MB of 64 kB members are 305, empty ones are an attack
_GZIP_MAGIC = b"\x1f\x8b"
_HINT = "save the page in your browser and give the file"


def codings(header: str) -> tuple[str, ...]:
    """The codings of a Content-Encoding header, in the order they were applied; BadContent if too many.

    >>> codings("GZip, identity, br"), codings("")
    (('gzip', 'br'), ())
    """
    names = tuple(name.strip().lower().removeprefix("x-") for name in header.split(","))
    real = tuple(name for name in names if name not in {"", "identity"})
    if len(real) > MAX_CODINGS:
        raise BadContent(f"the page is compressed {len(real)} times over", _HINT)
    return real


def unpack(chunks: Iterable[bytes], names: tuple[str, ...], max_bytes: int) -> Iterator[bytes]:
    """Undo `names`, the last first. BadContent where a body is damaged, cut short or of an unknown coding;
    TooLarge where any stage yields more than `max_bytes`."""
    pieces = within(chunks, max_bytes)
    for name in reversed(names):
        if name == "gzip":
            undone = _ungzip(pieces)
        elif name == "deflate":
            undone = _inflate(pieces)
        elif name == "br":
            undone = _unbrotli(pieces)
        else:
            raise BadContent(f"the page is compressed by {name!r}, which was not asked for", _HINT)
        pieces = within(undone, max_bytes)
    return pieces


def within(pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """The same pieces; TooLarge as soon as they are more than `max_bytes` together."""
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > max_bytes:
            raise TooLarge(f"the page is larger than {max_bytes:,} bytes", "give the article's own page")
        yield piece


def _ungzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """One or more gzip members in a row; what follows them and is none is padding."""
    decoder = zlib.decompressobj(zlib.MAX_WBITS + 16)
    begun, members, rest = False, 1, b""
    for chunk in chunks:
        rest += chunk
        while rest:
            begun = True
            if decoder.eof:
                if len(rest) < len(_GZIP_MAGIC):
                    break  # the next chunk tells
                if not rest.startswith(_GZIP_MAGIC):
                    return
                members += 1
                if members > MAX_MEMBERS:
                    raise BadContent("the page is compressed in too many parts", _HINT)
                decoder = zlib.decompressobj(zlib.MAX_WBITS + 16)
            yield from _drain(decoder, rest)
            rest = decoder.unused_data
    if begun and not decoder.eof:
        raise _cut_short("gzip")


def _inflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Deflate in a zlib wrapper, as the standard says, or bare, as some servers send it."""
    head = b""
    decoder: zlib._Decompress | None = None
    for chunk in chunks:
        head += chunk
        if decoder is None:
            if len(head) < 2:
                continue
            wrapped = head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
            decoder = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        yield from _drain(decoder, head)
        head = b""
        if decoder.eof:
            return
    if head or decoder is not None:
        raise _cut_short("deflate")


def _drain(decoder: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    """Everything `data` yields, a piece at a time; zlib may hold output back after its input is used up."""
    while not decoder.eof:
        try:
            piece = decoder.decompress(data, PIECE)
        except zlib.error as error:
            raise BadContent(f"the compressed page is damaged: {error}", _HINT) from error
        if piece:
            yield piece
        data = decoder.unconsumed_tail
        if not data and len(piece) < PIECE:
            return


def _unbrotli(chunks: Iterable[bytes]) -> Iterator[bytes]:
    import brotli

    decoder = brotli.Decompressor()
    begun = False
    for chunk in chunks:
        data = chunk
        while data or not decoder.can_accept_more_data():
            begun = True
            try:
                piece: bytes = decoder.process(data, output_buffer_limit=PIECE)
            except brotli.error as error:
                raise BadContent("the compressed page is damaged", _HINT) from error
            data = b""
            if piece:
                yield piece
            if decoder.is_finished():
                return
    if begun:
        raise _cut_short("brotli")


def _cut_short(name: str) -> BadContent:
    return BadContent(f"the page came incomplete: its {name} body ends too early", f"try again, or {_HINT}")
