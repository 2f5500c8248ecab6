"""The doors to articles: open a page, list what is open, and one as JSON."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Depends, FastAPI, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from oyez import api
from oyez.errors import InvalidSource
from oyez.model.json import plain
from oyez.model.page import Page
from oyez.server.bodies import BYTES, bytes_only, json_only, whole_body
from oyez.server.shelf import Shelf
from oyez.settings import Settings

__all__ = ["Opening", "add_articles"]

_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:(?://)?\S+", re.IGNORECASE)


_FILE = {"requestBody": {"content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}}}


class Opening(BaseModel):
    """What to open: an http(s) address, or the text or HTML of a page. Never a path.

    `part` is the chapter of a book, or the item of a feed from the newest on.
    """

    model_config = ConfigDict(extra="forbid")
    source: str
    part: int | None = Field(None, ge=1)


def add_articles(app: FastAPI, shelf: Shelf, settings: Settings) -> None:
    """Hang the doors of articles into the app."""

    @app.post("/api/articles", status_code=201, dependencies=[Depends(json_only)])
    def open_page(opening: Opening, response: Response) -> dict[str, str]:
        return put(_source(opening.source), opening.part, response)

    @app.post("/api/files", status_code=201, dependencies=[Depends(bytes_only)], openapi_extra=_FILE)
    def open_file(content: Annotated[bytes, Depends(whole_body)], response: Response) -> dict[str, str]:
        return put(Page(content), None, response)

    def put(source: str | Page, part: int | None, response: Response) -> dict[str, str]:
        article = api.read(source, settings=settings, part=part, apart=True)
        key = shelf.put(article, keep=True)
        response.headers["Location"] = f"/a/{key}"
        return {"id": key, "url": f"/a/{key}", "title": article.title}

    @app.get("/api/articles")
    def list_articles() -> dict[str, list[dict[str, str]]]:
        return {
            "articles": [
                {"id": key, "url": f"/a/{key}", "title": article.title} for key, article in shelf.articles()
            ]
        }

    @app.get("/api/articles/{key}")
    def article(key: str) -> JSONResponse:
        return JSONResponse(plain(shelf.article(key)))


def _source(text: str) -> str | Page:
    """An address to fetch, or a page of that text: a stranger's string opens no file."""
    stripped = text.strip()
    if _WEB_ADDRESS.fullmatch(stripped):
        return stripped
    one_line = "\n" not in stripped and not stripped.startswith("<")
    if one_line or _OTHER_ADDRESS.fullmatch(stripped):
        raise InvalidSource(
            f"{stripped[:80]!r} cannot be opened", "give an http(s) address, or paste a text of several lines"
        )
    return Page(text)
