"""Voices on their way: one download after another in the background, each told to all who watch.

POST -> thread, waiting its turn -> install -> Progress ... -> done | failed
                                                  |
                          events: what is known now, looked at five times a second, no thread held
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from functools import partial

from oyez import api, installing
from oyez.errors import OyezError, VoiceNotInstalled
from oyez.server.events import ALIVE, event
from oyez.server.problems import problem_body
from oyez.settings import Settings
from oyez.voices.catalogue import CatalogueVoice

__all__ = ["Installs", "Progress"]

_LOOK = 0.2  # seconds between two looks at a download


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one voice is; `state` is "coming", "done" or "failed"."""

    bytes: int
    of: int
    state: str = "coming"
    error: OyezError | None = None


class Installs:
    """Every voice that was asked for. Safe to use from many threads; a second request joins the first.

    One voice comes at a time: two would share the same line. Threads end with the program at any moment:
    what came so far is kept, and the next request goes on from there.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._progress: dict[str, Progress] = {}

    def start(self, voice: CatalogueVoice) -> None:
        """Begin to install a voice, unless it is on its way or here."""
        here = _is_here(voice)  # not under the lock, which the events' loop takes too
        with self._lock:
            known = self._progress.get(voice.name)
            if known and known.state == "coming":
                return
            self._progress[voice.name] = (
                Progress(voice.bytes, voice.bytes, "done") if here else Progress(0, voice.bytes)
            )
            if here:
                return
        threading.Thread(target=self._install, args=(voice,), name="oyez-install", daemon=True).start()

    def events(self, voice: CatalogueVoice) -> AsyncGenerator[bytes]:
        """Server-sent events until the voice is here or has failed.

        VoiceNotInstalled, before anything is sent, where nobody has asked for it.
        """
        if self._known(voice) is None:
            raise VoiceNotInstalled(f"{voice.name} is not being installed", "POST to its address first")
        return self._follow(voice)

    async def _follow(self, voice: CatalogueVoice) -> AsyncGenerator[bytes]:
        told, silent = None, 0.0
        while True:
            now = self._known(voice) or Progress(0, voice.bytes)
            if now.state == "done":
                yield event("done", {"name": voice.name})
                return
            if now.error is not None:
                yield event("failed", _problem(now.error))
                return
            if now != told:
                told, silent = now, 0.0
                yield event("progress", {"bytes": now.bytes, "of": now.of})
            elif silent >= ALIVE:
                silent = 0.0
                yield b": still coming\n\n"
            await asyncio.sleep(_LOOK)
            silent += _LOOK

    def _known(self, voice: CatalogueVoice) -> Progress | None:
        with self._lock:
            known = self._progress.get(voice.name)
        if known is None and _is_here(voice):
            return Progress(voice.bytes, voice.bytes, "done")
        return known

    def _install(self, voice: CatalogueVoice) -> None:
        failure: OyezError | None = OyezError("the installation broke off", "the server's log says why")
        try:
            with self._turn:
                installing.install(voice, self._settings, on_bytes=partial(self._tell, voice))
            failure = None
        except OyezError as error:
            failure = error
        finally:  # whatever happens, nobody watches a download that has ended
            with self._lock:
                last = self._progress[voice.name]
                state = "failed" if failure else "done"
                self._progress[voice.name] = replace(last, state=state, error=failure)

    def _tell(self, voice: CatalogueVoice, come: int, of: int) -> None:
        with self._lock:
            self._progress[voice.name] = Progress(come, of)


def _is_here(voice: CatalogueVoice) -> bool:
    return any(info.name == voice.name for info in api.installed_voices())


def _problem(error: OyezError) -> dict[str, str | int]:
    return problem_body(error.http_status, error.code, error.message, error.hint)
