"""What bodies the doors take."""

from __future__ import annotations

from fastapi import Request

from oyez.errors import UnsupportedFormat

__all__ = ["BYTES", "bytes_only", "json_only", "whole_body"]

BYTES = "application/octet-stream"


def json_only(request: Request) -> None:
    """A dependency of every door that changes something; UnsupportedFormat for other bodies than JSON.

    Forms of other sites can send text and form data without asking; JSON they cannot.
    """
    _require(request, "application/json")


def bytes_only(request: Request) -> None:
    """The same for a door that takes a file: what it is its content tells, whatever it is called."""
    _require(request, BYTES)


async def whole_body(request: Request) -> bytes:
    """A dependency: the bytes of the body; how many there are is the guard's to say."""
    return await request.body()


def _require(request: Request, wanted: str) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != wanted:
        raise UnsupportedFormat(f"the body is {kind or 'of no stated type'}", f"send {wanted}")
