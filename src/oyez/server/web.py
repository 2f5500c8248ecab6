"""The page's modules, styles and icon: read once, packed once, answered without a thread.

/web/{version}/{name}   as this version has it: a browser that has it need not ask again
/web/{name}             for pages of others; browsers ask each time whether it has changed
"""

from __future__ import annotations

import gzip
import hashlib
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from oyez.errors import NotFound
from oyez.exporting.web_files import web_file, web_files
from oyez.server.files import file_answer
from oyez.server.ranges import entity_tag

__all__ = ["web_base", "web_route"]

_MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_FOR_EVER = "public, max-age=31536000, immutable"


@cache
def web_base() -> str:
    """Where this version's files lie: "/web/0123456789ab/"."""
    version = hashlib.sha256()
    for name in web_files():
        version.update(name.encode() + b"\0" + web_file(name))
    return f"/web/{version.hexdigest()[:12]}/"


def web_route() -> Route:
    """The one route of all of them."""
    return Route("/web/{path:path}", _answer, name="web")


async def _answer(request: Request) -> Response:
    path = f"/web/{request.path_params['path']}"
    kept = path.startswith(web_base())
    name = path.removeprefix(web_base() if kept else "/web/")
    if name not in web_files() or _suffix(name) not in _MEDIA_TYPES:
        raise NotFound(f"there is no {name!r} here", "see /")
    packs = "gzip" in request.headers.get("accept-encoding", "")
    content, tag = _content(name, packs)
    cache = _FOR_EVER if kept else "no-cache"
    answer = file_answer(content, _MEDIA_TYPES[_suffix(name)], request, cache, tag)
    answer.headers["Vary"] = "Accept-Encoding"
    if packs and answer.body:
        answer.headers["Content-Encoding"] = "gzip"
    return answer


@cache
def _content(name: str, packed: bool) -> tuple[bytes, str]:
    content = web_file(name)
    content = gzip.compress(content, mtime=0) if packed else content
    return content, entity_tag(content)


def _suffix(name: str) -> str:
    return name[name.rfind(".") :]
