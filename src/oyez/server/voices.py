"""The doors to voices: which there are, what they sound like, and getting natural ones.

GET  /api/voices                   installed, and available from the catalogue
GET  /api/voices/{name}/preview    one spoken sentence in the voice's language
GET  /api/voices/{name}/card       its model card, with the licence line found in it
POST /api/voices/{name}            install it from the catalogue, in the background
GET  /api/voices/{name}/progress   how far that is, as server-sent events
"""

from __future__ import annotations

import threading
from collections import deque
from functools import partial
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Depends, FastAPI, Path, Request, Response

from oyez import api, installing
from oyez.api import Rendered
from oyez.model.voice import VoiceInfo
from oyez.previews import preview
from oyez.server.bodies import json_only
from oyez.server.files import file_answer, json_answer
from oyez.server.installs import Installs
from oyez.server.pulled import Pulled
from oyez.settings import Settings
from oyez.storing.memory import Bounded
from oyez.voices.catalogue import Catalogue, CatalogueVoice, catalogue
from oyez.voices.find import load_voice

__all__ = ["add_voices"]

_PREVIEWS = 50  # kept in memory, 50 kB each: players ask for a sound in many ranges
_AWAKE = 4  # voices whose workers stay after a preview; 20 MB each, natural ones 70 and more

_Name = Annotated[str, Path(min_length=1, max_length=200)]


def add_voices(app: FastAPI, settings: Settings, published: Catalogue | None = None) -> None:
    """Hang the doors of voices into the app; without `published` the catalogue in the package is offered."""
    offered = published or catalogue()
    previews = _Previews(settings)
    installs = Installs(settings)

    @app.get("/api/voices")
    def voices(request: Request) -> Response:
        found = api.installed_voices()
        names = {info.name for info in found}
        listed = {
            "voices": [_installed(info) for info in found],
            "available": [
                {**_available(voice), "recommended": offered.is_recommended(voice)}
                for voice in offered.voices
                if voice.name not in names
            ],
        }
        return json_answer(listed, request)

    @app.get("/api/voices/{name}/preview")
    def spoken(name: _Name, request: Request) -> Response:
        made = previews.of(name)
        return file_answer(made.content, made.media_type, request, "private, no-cache")

    @app.get("/api/voices/{name}/card")
    def card(name: _Name) -> dict[str, str | None]:
        found = installing.model_card(name, settings, offered)
        return {"card": found.text, "licence": found.licence, "warning": found.warning}

    @app.post("/api/voices/{name}", status_code=202, dependencies=[Depends(json_only)])
    def install(name: _Name) -> dict[str, str]:
        voice = offered.find(name)
        installs.start(voice)
        return {"progress": f"/api/voices/{quote(voice.name, safe='')}/progress"}

    @app.get("/api/voices/{name}/progress")
    def progress(name: _Name) -> Response:
        return Pulled(installs.events(offered.find(name)), "text/event-stream")


def _installed(info: VoiceInfo) -> dict[str, Any]:
    parts = info.name.split("-")
    return {
        "name": info.name,
        "engine": info.engine,
        "language": info.language,
        "label": info.label,
        "natural": info.natural,
        "licence": info.licence,
        "quality": parts[2] if info.engine == "piper" and len(parts) == 3 else None,
        "installed": True,
    }


def _available(voice: CatalogueVoice) -> dict[str, Any]:
    return {
        "name": voice.name,
        "language": voice.language,
        "label": voice.label,
        "quality": voice.quality,
        "bytes": voice.bytes,
        "licence": voice.licence,
    }


class _Previews:
    """Spoken sentences by voice, each made once; whoever asks second waits."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._made: Bounded[VoiceInfo, Rendered] = Bounded(_PREVIEWS)
        self._lock = threading.Lock()
        self._awake: deque[VoiceInfo] = deque()

    def of(self, name: str) -> Rendered:
        """The preview of an installed voice; VoiceNotFound, VoiceNotInstalled, VoiceError."""
        info = api.voice_for(name, "en", self._settings, files=False)
        return self._made.once(info, partial(self._make, info))

    def _make(self, info: VoiceInfo) -> Rendered:
        made = preview(info, "m4a", self._settings)
        if not made.from_store:
            self._let_rest(info)
        return made

    def _let_rest(self, spoken: VoiceInfo) -> None:
        """End the workers of voices tried long ago; whoever narrates with one wakes it again."""
        with self._lock:
            self._awake.append(spoken)
            resting = self._awake.popleft() if len(self._awake) > _AWAKE else None
            if resting in self._awake:  # tried again since
                resting = None
        if resting:
            load_voice(resting).close()
