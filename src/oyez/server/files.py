"""A whole file as an answer, or the part of it that was asked for."""

from __future__ import annotations

from fastapi import Request, Response

from oyez.server.ranges import part_of

__all__ = ["file_answer"]


def file_answer(content: bytes, media_type: str, request: Request, cache: str) -> Response:
    """`cache` is the Cache-Control; ranges and entity tags are answered as they are asked."""
    part = part_of(content, request.headers)
    return Response(part.content, part.status, {**part.headers, "Cache-Control": cache}, media_type)
