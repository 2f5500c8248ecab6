"""What bodies the doors take."""

from __future__ import annotations

from fastapi import Request

from oyez.errors import UnsupportedFormat

__all__ = ["json_only"]


def json_only(request: Request) -> None:
    """A dependency of every door that changes something; UnsupportedFormat for other bodies than JSON.

    Forms of other sites can send text and form data without asking; JSON they cannot.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise UnsupportedFormat(f"the body is {kind or 'of no stated type'}", "send application/json")
