"""The files of the web room: modules, styles and the icon, as they are sent and as they lie in a file.

Modules are sent without their comments and indents, which are a quarter of what a browser would load.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["STYLES", "bare_module", "inline_script", "modules_of", "web_file", "web_files"]

STYLES = "styles.css"
_SHEETS = (
    "theme.css",
    "article.css",
    "player.css",
    "listening.css",
    "reading.css",
)  # all of it, in this order

_IMPORT = re.compile(rb'((?:from|import) ?\(?)"\./([\w.]+)"')
_LINKS = re.compile(rb'import ?\{[^}]*\} ?from ?"[^"]*";|\bexport (?=const|function|class)')


@cache
def web_file(name: str) -> bytes:
    """A file by its name; KeyError where there is none."""
    if name == STYLES:
        return b"\n".join(map(web_file, _SHEETS))
    if name not in web_files():
        raise KeyError(name)
    content = (files("oyez") / "web" / name).read_bytes()
    return _short(content) if name.endswith(".js") else content


@cache
def web_files() -> tuple[str, ...]:
    """All names; STYLES is all style sheets in one."""
    here = (files("oyez") / "web").iterdir()
    return (*sorted(item.name for item in here if item.is_file()), STYLES)


@cache
def modules_of(entry: str) -> tuple[str, ...]:
    """A module and all that it imports, itself first."""
    found = [entry]
    for name in found:
        imported = (match[2].decode() for match in _IMPORT.finditer(web_file(name)))
        found += [other for other in dict.fromkeys(imported) if other not in found]
    return tuple(found)


@cache
def inline_script(entry: str) -> str:
    """A small module and its imports as one script that runs where it stands, before the page is painted.

    No two of them may give one name to two things.
    """
    bodies = (_LINKS.sub(b"", web_file(name)) for name in reversed(modules_of(entry)))
    return "{" + b"\n".join(bodies).decode() + "}"


def bare_module(name: str) -> bytes:
    """A module that imports others by the names of the import map: a data: URL has no folder."""
    return _IMPORT.sub(rb'\1"oyez/\2"', web_file(name))


def _short(module: bytes) -> bytes:
    from rjsmin import jsmin

    short: bytes = jsmin(module)
    return short
