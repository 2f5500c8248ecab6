"""The doors to a narration that is made whole before it is heard.

GET /api/articles/{key}/player    its data, with times from the start of the sound
GET /api/articles/{key}/audio     its sound
"""

from __future__ import annotations

import json
from typing import Annotated
from urllib.parse import quote

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import JSONResponse

from oyez.server.files import file_answer
from oyez.server.shelf import Shelf

__all__ = ["add_whole"]

Voice = Annotated[str | None, Query(min_length=1, max_length=200)]


def add_whole(app: FastAPI, shelf: Shelf) -> None:
    """Hang the doors into the app."""

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
        return file_answer(sound.content, sound.media_type, request, "private, no-cache")
