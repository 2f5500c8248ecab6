"""The files of the web room: modules, styles and the icon, as they are sent and as they lie in a file.

Scripts are sent with all that they import, and without comments and indents, which are a quarter of it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from oyez.exporting.modules import one_script

__all__ = ["LATER", "STYLES", "script", "web_file", "web_files"]

STYLES = "styles.css"
_SHEETS = (
    "theme.css",
    "article.css",
    "player.css",
    "listening.css",
    "reading.css",
)  # all of it, in this order

LATER = ("stretched_sound.js", "stretch_worklet.js")  # what a page loads once it is needed
_ENTRIES = ("page.js", "open.js", "embed.js", *LATER)


@cache
def web_file(name: str) -> bytes:
    """A file by its name, a page's script with all that it imports; KeyError where there is none."""
    if name in _ENTRIES:
        return script(name).encode()
    if name == STYLES:
        return b"\n".join(map(web_file, _SHEETS))
    if name not in web_files():
        raise KeyError(name)
    return (files("oyez") / "web" / name).read_bytes()


@cache
def web_files() -> tuple[str, ...]:
    """All names; STYLES is all style sheets in one."""
    here = (files("oyez") / "web").iterdir()
    return (*sorted(item.name for item in here if item.is_file()), STYLES)


@cache
def script(entry: str) -> str:
    """A module and all that it imports as one script."""
    from rjsmin import jsmin

    short: str = jsmin(one_script(entry, lambda name: (files("oyez") / "web" / name).read_text("utf-8")))
    return short
