"""A whole file as an answer, or the part of it that was asked for."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response

from oyez.server.ranges import part_of

__all__ = ["file_answer", "json_answer", "packed"]

_WORTH = 2000  # bytes: less is not worth packing


def file_answer(
    content: bytes, media_type: str, request: Request, cache: str, tag: str | None = None
) -> Response:
    """`cache` is the Cache-Control, `tag` the entity tag where it is known.

    Ranges and entity tags are answered as they are asked.
    """
    part = part_of(content, request.headers, tag)
    return Response(part.content, part.status, {**part.headers, "Cache-Control": cache}, media_type)


def json_answer(data: Mapping[str, Any], request: Request, status: int = 200) -> Response:
    """JSON, packed where the browser takes that: a fifth of the bytes of a player's words and times."""
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    headers = {"Cache-Control": "no-store"}
    return packed(Response(content, status, headers, "application/json"), request)


def packed(answer: Response, request: Request) -> Response:
    """The same answer, its text packed where the browser takes that."""
    answer.headers["Vary"] = "Accept-Encoding"
    if len(answer.body) > _WORTH and "gzip" in request.headers.get("accept-encoding", ""):
        answer.body = gzip.compress(answer.body, 3, mtime=0)  # 6 takes three times as long for a tenth less
        answer.headers["Content-Encoding"] = "gzip"
        answer.headers["Content-Length"] = str(len(answer.body))
    return answer
