"""Reading in a program of its own: a page that takes too much ends this process, and nothing else.

    python -m oyez.workers.reading_worker BYTES

BYTES is the most memory it may have; each request says how many seconds it may work. Answers are articles as
JSON, or the error that reading raised, by its name.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from oyez.errors import OyezError
from oyez.platform import cap_cpu, cap_memory
from oyez.workers.serving import Answers, serve

if TYPE_CHECKING:
    from oyez.model.page import Page


def _page(head: dict[str, Any], body: bytes) -> Page:
    from oyez.model.page import Page

    content = body.decode("utf-8", "surrogatepass") if head["text"] else body
    return Page(content, head["url"], headers=tuple((name, value) for name, value in head["headers"]))


def _read(head: dict[str, Any], body: bytes) -> str:
    from oyez import reading
    from oyez.model.json import to_json

    return to_json(reading.read(_page(head, body), head["part"]))


def _read_plainly(head: dict[str, Any], body: bytes) -> str:
    from oyez.model.json import to_json
    from oyez.reading.plain import read_plainly

    return to_json(read_plainly(_page(head, body)))


def _parts(head: dict[str, Any], body: bytes) -> str:
    from oyez import reading
    from oyez.model.json import plain

    return "\n".join(json.dumps(plain(part)) for part in reading.parts(_page(head, body)))


def _load() -> None:
    """Make every module load that most pages need, before one comes."""
    from oyez import reading
    from oyez.model.page import Page

    # With its language, which else would be told by a classifier that takes longer to load than all else.
    page = (
        "<html lang=en><h1>A page</h1><p>It holds one sentence that is as long as one of an article is.</p>"
    )
    reading.read(Page(page))


def _within_limits(work: Callable[[dict[str, Any], bytes], str]) -> Callable[..., Answers]:
    """One answer: what the work gives, or its error."""

    def answer(head: dict[str, Any], body: bytes) -> Answers:
        cap_cpu(head["seconds"])
        try:
            content = work(head, body).encode("utf-8", "replace")
        except OyezError as error:
            yield {"error": type(error).__name__, "message": error.message, "hint": error.hint}, b""
        except (MemoryError, RecursionError) as error:
            yield {"error": type(error).__name__, "message": "", "hint": ""}, b""
        else:
            yield {"error": None}, content

    return answer


if __name__ == "__main__":
    # Somebody waits: no lower priority. Ctrl-C is for the parent, which ends us by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cap_memory(int(sys.argv[1]))
    works = {"read": _read, "read plainly": _read_plainly, "parts": _parts}
    _load()
    serve({name: _within_limits(work) for name, work in works.items()})
