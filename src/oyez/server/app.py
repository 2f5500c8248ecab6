"""The doors, room by room. Each calls the api and says it over HTTP; blocking work runs in threads.

/                    the article, or the shelf       articles.py      /api/articles, .../{key}, /api/files
/a/{key}             the listening page              narrations.py    .../narrations, /api/narrations/{id}
/web/{name}          modules and styles              voices.py        /api/voices
/health              is it there
"""

from __future__ import annotations

import threading
from collections.abc import AsyncGenerator, Collection, Iterable
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version
from socket import IPPROTO_TCP, TCP_NODELAY, socket

from fastapi import FastAPI, Request, Response

from oyez.errors import OyezError
from oyez.exporting.encoding import StreamEncoders
from oyez.live.studio import Studio
from oyez.model.article import Article
from oyez.reading_apart import shared_readers
from oyez.server.articles import add_articles
from oyez.server.files import packed
from oyez.server.guard import Guard
from oyez.server.narrations import add_narrations
from oyez.server.pages import reader_page, shelf_page, wording_for
from oyez.server.problems import add_problems
from oyez.server.shelf import Shelf
from oyez.server.streams import Streams
from oyez.server.voices import add_voices
from oyez.server.web import web_route
from oyez.settings import Settings, load_settings

__all__ = ["create_app", "serve"]

_BODY_OVERHEAD = 2  # JSON writes some characters of a text as two or more bytes
_LAST_WORDS = 1  # seconds that streams and events get to end when the server stops


def create_app(
    settings: Settings | None = None, articles: Iterable[Article] = (), *, hosts: Collection[str] = ()
) -> FastAPI:
    """The app with its own shelf of articles; `hosts` may be named beside localhost and its addresses."""
    settings = settings or load_settings()
    shelf = Shelf(settings, articles)
    studio = Studio(settings, shelf.article)
    encoders = StreamEncoders()

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncGenerator[None]:
        threading.Thread(target=_warm, args=(studio, encoders, shelf), name="oyez-warm", daemon=True).start()
        yield
        studio.close()
        encoders.close()
        shared_readers().close()

    app = FastAPI(title="Oyez", version=version("oyez"), docs_url=None, redoc_url=None, lifespan=running)
    add_problems(app)
    _add_pages(app, shelf)
    add_articles(app, shelf, settings)
    add_narrations(app, studio, Streams(studio, encoders))
    add_voices(app, settings)
    app.add_middleware(Guard, hosts=hosts, max_bytes=_BODY_OVERHEAD * settings.page_bytes)
    return app


def serve(app: FastAPI, listening: socket) -> None:
    """Serve on a bound socket until interrupted."""
    import uvicorn

    # asyncio does this only for sockets that name their protocol. Without it every answer whose body is sent
    # after its head waits 40 ms for the browser's delayed acknowledgement.
    listening.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, timeout_graceful_shutdown=_LAST_WORDS
    )
    uvicorn.Server(config).run(sockets=[listening])


def _warm(studio: Studio, encoders: StreamEncoders, shelf: Shelf) -> None:
    """Start what the first listener would wait for; what fails here fails again where it can be told."""
    languages = [article.language for _, article in shelf.articles()]
    with suppress(OyezError):
        encoders.warm()
    with suppress(OyezError):
        studio.warm(languages[0] if languages and languages[0] else "en")
    shared_readers().warm()


def _add_pages(app: FastAPI, shelf: Shelf) -> None:
    @app.get("/", include_in_schema=False)
    def home(request: Request) -> Response:
        articles, ui = shelf.articles(), wording_for(request)
        page = reader_page(*articles[0], ui) if len(articles) == 1 else shelf_page(articles, ui)
        return packed(page, request)

    @app.get("/a/{key}", include_in_schema=False)
    def reader(key: str, request: Request) -> Response:
        return packed(reader_page(key, shelf.article(key), wording_for(request)), request)

    app.routes.append(web_route())

    @app.get("/health")
    def health() -> dict[str, str]:
        return {"status": "ok", "version": version("oyez")}
