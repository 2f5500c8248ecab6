"""The doors. Each calls the api and says it over HTTP; blocking work runs in the thread pool.

/                                 the article, or the shelf        /api/articles             open a page
/a/{key}                          the listening page               /api/articles/{key}       its article
/web/{name}                       modules and styles               .../player  .../audio     its narration
/health                           is it there                      /api/voices               who can read
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import asdict
from importlib.metadata import version
from socket import socket
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict

from oyez import api
from oyez.errors import InvalidSource, NotFound, UnsupportedFormat
from oyez.exporting.html import web_file, web_files
from oyez.model.article import Article
from oyez.model.json import plain
from oyez.model.page import Page
from oyez.server.guard import Guard
from oyez.server.pages import reader_page, shelf_page
from oyez.server.problems import add_problems
from oyez.server.ranges import part_of
from oyez.server.shelf import Shelf
from oyez.settings import Settings, load_settings

__all__ = ["Opening", "create_app", "serve"]

_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_OTHER_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:(?://)?\S+", re.IGNORECASE)
_BODY_OVERHEAD = 2  # JSON writes some characters of a text as two or more bytes

Voice = Annotated[str | None, Query(min_length=1, max_length=200)]


class Opening(BaseModel):
    """What to open: an http(s) address, or the text or HTML of a page. Never a path."""

    model_config = ConfigDict(extra="forbid")
    source: str


def create_app(
    settings: Settings | None = None, articles: Iterable[Article] = (), *, hosts: Collection[str] = ()
) -> FastAPI:
    """The app with its own shelf of articles; `hosts` may be named beside localhost and its addresses."""
    settings = settings or load_settings()
    shelf = Shelf(settings, articles)
    app = FastAPI(title="Oyez", version=version("oyez"), docs_url=None, redoc_url=None)
    add_problems(app)
    _add_pages(app, shelf)
    _add_articles(app, shelf, settings)
    _add_narrations(app, shelf)
    app.add_middleware(Guard, hosts=hosts, max_bytes=_BODY_OVERHEAD * settings.page_bytes)
    return app


def serve(app: FastAPI, listening: socket) -> None:
    """Serve on a bound socket until interrupted."""
    import uvicorn

    config = uvicorn.Config(app, log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _add_pages(app: FastAPI, shelf: Shelf) -> None:
    @app.get("/", include_in_schema=False)
    def home() -> Response:
        articles = shelf.articles()
        return reader_page(*articles[0]) if len(articles) == 1 else shelf_page(articles)

    @app.get("/a/{key}", include_in_schema=False)
    def reader(key: str) -> Response:
        return reader_page(key, shelf.article(key))

    @app.get("/web/{name}", include_in_schema=False)
    def web(name: str, request: Request) -> Response:
        if name not in web_files(*_MEDIA_TYPES):
            raise NotFound(f"there is no {name!r} here", "see /")
        media_type = _MEDIA_TYPES[name[name.rindex(".") :]]
        # Browsers ask again each time, and mostly hear "unchanged": an update never mixes two versions.
        return _file(web_file(name), media_type, request, "no-cache")

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok", "version": version("oyez")}


def _add_articles(app: FastAPI, shelf: Shelf, settings: Settings) -> None:
    @app.post("/api/articles", status_code=201, dependencies=[Depends(_json_only)])
    def open_page(opening: Opening, response: Response) -> dict[str, str]:
        article = api.read(_source(opening.source), settings=settings)
        key = shelf.put(article)
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


def _add_narrations(app: FastAPI, shelf: Shelf) -> None:
    @app.get("/api/articles/{key}/player")
    def player(key: str, voice: Voice = None) -> JSONResponse:
        # The sound first: when the player hears of it, it is there.
        sound = shelf.rendered(key, "m4a", voice)
        data = json.loads(shelf.rendered(key, "json", voice).content)
        source = f"/api/articles/{key}/audio?voice={quote(data['voice']['name'], safe='')}"
        return JSONResponse({**data, "audio": {"src": source, "type": sound.media_type}})

    @app.get("/api/articles/{key}/audio")
    def audio(key: str, request: Request, voice: Voice = None) -> Response:
        sound = shelf.rendered(key, "m4a", voice)
        return _file(sound.content, sound.media_type, request, "private, no-cache")

    @app.get("/api/voices")
    def voices() -> dict[str, list[dict[str, Any]]]:
        return {"voices": [asdict(info) for info in api.installed_voices()]}


def _file(content: bytes, media_type: str, request: Request, cache: str) -> Response:
    part = part_of(content, request.headers)
    return Response(part.content, part.status, {**part.headers, "Cache-Control": cache}, media_type)


def _json_only(request: Request) -> None:
    """Forms of other sites can send text and form data without asking; JSON they cannot."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise UnsupportedFormat(f"the body is {kind or 'of no stated type'}", "send application/json")


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
