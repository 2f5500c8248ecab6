"""The files of the web room: modules, styles and the icon, as they are sent and as they lie in a file.

Modules are sent without their comments and indents, which are a quarter of what a browser would load.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["bare_module", "modules_of", "web_file", "web_files"]

_IMPORT = re.compile(rb'((?:from|import) ?\(?)"\./([\w.]+)"')


@cache
def web_file(name: str) -> bytes:
    """A file by its name; KeyError where there is none."""
    if name not in web_files():
        raise KeyError(name)
    content = (files("oyez") / "web" / name).read_bytes()
    return _short(content) if name.endswith(".js") else content


@cache
def web_files() -> tuple[str, ...]:
    """All names, sorted."""
    return tuple(sorted(item.name for item in (files("oyez") / "web").iterdir() if item.is_file()))


@cache
def modules_of(entry: str) -> tuple[str, ...]:
    """A module and all that it imports, itself first."""
    found = [entry]
    for name in found:
        imported = (match[2].decode() for match in _IMPORT.finditer(web_file(name)))
        found += [other for other in dict.fromkeys(imported) if other not in found]
    return tuple(found)


def bare_module(name: str) -> bytes:
    """A module that imports others by the names of the import map: a data: URL has no folder."""
    return _IMPORT.sub(rb'\1"oyez/\2"', web_file(name))


def _short(module: bytes) -> bytes:
    from rjsmin import jsmin

    short: bytes = jsmin(module)
    return short
