"""The doors to narrations, heard while they are made.

POST /api/articles/{key}/narrations    order one: planned at once, made from now on
GET  /api/narrations/{id}              the player's data as of now
GET  /api/narrations/{id}/events       what is made, as it is made
GET  /api/narrations/{id}/stream       the sound from a sentence on, as it is made
GET  /api/narrations/{id}/audio        the finished sound
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Depends, FastAPI, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from oyez.audio.fragments import MEDIA_TYPE
from oyez.live.narration import LiveNarration
from oyez.live.studio import Studio
from oyez.server.bodies import json_only
from oyez.server.events import events_answer
from oyez.server.files import file_answer, json_answer
from oyez.server.pulled import Pulled
from oyez.server.streams import Streams
from oyez.server.watching import Bell

__all__ = ["Ordering", "add_narrations"]

_M4A = "audio/mp4"
_PATIENCE = 60.0  # seconds between looks, should a bell not have been heard

_Word = Annotated[str, Field(min_length=1, max_length=200)]


class Ordering(BaseModel):
    """A narration as the page asks for it; what is not named keeps its default."""

    model_config = ConfigDict(extra="forbid")
    voice: _Word | None = None
    speak: dict[_Word, _Word] = Field(default_factory=dict, max_length=50)
    sayings: dict[_Word, _Word] = Field(default_factory=dict, max_length=1000)


def add_narrations(app: FastAPI, studio: Studio, streams: Streams) -> None:
    """Hang the doors of narrations into the app."""

    @app.post("/api/articles/{key}/narrations", status_code=201, dependencies=[Depends(json_only)])
    def order(key: str, ordering: Ordering, request: Request) -> Response:
        narration = studio.open(key, ordering.voice, ordering.speak, ordering.sayings)
        answer = json_answer(_player(narration), request, 201)
        answer.headers["Location"] = _door(narration)
        return answer

    @app.get("/api/narrations/{identity}")
    def player(identity: str, request: Request) -> Response:
        return json_answer(_player(studio.find(identity)), request)

    @app.get("/api/narrations/{identity}/events")
    async def events(identity: str) -> Response:
        return events_answer(await run_in_threadpool(studio.find, identity), _player)

    @app.get("/api/narrations/{identity}/stream")
    async def stream(identity: str, start: Annotated[int, Query(alias="from")] = 0) -> Response:
        narration = await run_in_threadpool(studio.find, identity)
        narration.require(start)
        return Pulled(streams.open(narration, start), MEDIA_TYPE)

    @app.get("/api/narrations/{identity}/audio")
    async def audio(identity: str, request: Request) -> Response:
        narration = await run_in_threadpool(studio.find, identity)
        await _until_done(narration)
        made = await run_in_threadpool(studio.sound, narration)
        return await run_in_threadpool(
            file_answer, made.content, made.media_type, request, "private, no-cache"
        )


def _player(narration: LiveNarration) -> dict[str, Any]:
    door = _door(narration)
    live = {"events": f"{door}/events", "stream": f"{door}/stream", "type": MEDIA_TYPE, "lead": 0}
    return narration.player({"src": f"{door}/audio", "type": _M4A}, live)


def _door(narration: LiveNarration) -> str:
    return f"/api/narrations/{narration.key}"


async def _until_done(narration: LiveNarration) -> None:
    bell = Bell()
    with narration.watching(bell.ring):
        while not narration.done:
            narration.require_health()
            await bell.wait(_PATIENCE)
