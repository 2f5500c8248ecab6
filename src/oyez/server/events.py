"""What is made, told as it happens: server-sent events (WHATWG HTML, section 9.2).

LiveNarration -> made ... made -> done or failed, then the end
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool

from oyez.exporting.player_json import Take
from oyez.live.narration import LiveNarration
from oyez.server.problems import problem_body
from oyez.server.pulled import Pulled
from oyez.server.watching import Bell

__all__ = ["ALIVE", "event", "events_answer"]

ALIVE = 15.0  # seconds between comments where nothing happens: proxies close what is silent for 30 or 60
_TOLD = {"sentences"}  # by the events before


def event(name: str, data: object) -> bytes:
    """One event.

    >>> event("done", {"id": "a"})
    b'event: done\\ndata: {"id":"a"}\\n\\n'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))  # JSON holds no bare newline
    return f"event: {name}\ndata: {text}\n\n".encode()


def events_answer(narration: LiveNarration, player: Callable[[LiveNarration], dict[str, Any]]) -> Pulled:
    """Everything made so far as one event, then each news, until it is done or failed."""
    return Pulled(_events(narration, player), "text/event-stream")


async def _events(
    narration: LiveNarration, player: Callable[[LiveNarration], dict[str, Any]]
) -> AsyncGenerator[bytes]:
    bell = Bell()
    told = 0
    with narration.watching(bell.ring):
        yield b": a narration in the making\n\n"  # so that the answer's head goes out at once
        while True:
            # Looked at in this order: what ends the making comes after all that was made.
            done, failure = narration.done, narration.failure
            if news := narration.known_since(told):
                told += len(news)
                yield event("made", {"sentences": [_row(index, take) for index, take in news]})
            if done:
                whole = await run_in_threadpool(player, narration)
                yield event("done", {name: value for name, value in whole.items() if name not in _TOLD})
                return
            if failure:
                body = problem_body(failure.http_status, failure.code, failure.message, failure.hint)
                yield event("failed", body)
                return
            if not await bell.wait(ALIVE):
                yield b": still here\n\n"


def _row(index: int, take: Take) -> list[object]:
    return [index, take.seconds, take.word_times]
