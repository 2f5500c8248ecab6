"""Several ES modules as one script: fifty requests take a browser half a second, one does not.

    a module that others import   ->  const $words = (() => { … return { Word, Words }; })();
    import { Words } from "./words.js"  ->  const { Words } = $words;
    the entry                     ->  stands last, with its exports

Made for modules as the web room writes them: imports by name (or the default), exports of functions, classes,
constants or the default, each in a statement of its own at the beginning of a line, and no circle of imports.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["one_script"]

_IMPORT = re.compile(
    r'^import (?:(?P<default>\w+)|\{(?P<names>[^}]*)\}) from "\./(?P<file>[\w.]+)";$', re.MULTILINE
)
_EXPORT = re.compile(
    r"^export (?:(?P<default>default) |(?P<kind>(?:async )?function\*?|const|class) (?P<name>\w+))",
    re.MULTILINE,
)
_LEFT_OVER = re.compile(r"^(?:import|export)\b(?!\.|\()", re.MULTILINE)


def one_script(entry: str, source: Callable[[str], str]) -> str:
    """The module `entry` and all that it imports; `source` gives the text of a module by its name.

    A script or a module, as its entry is. Raises ValueError for an import or export of another form.
    """
    texts: dict[str, str] = {}
    _gather(entry, source, texts, ())
    last = texts.pop(entry)
    return "\n".join(_enclosed(name, text) for name, text in texts.items()) + f"\n{_entered(last)}\n"


def _gather(name: str, source: Callable[[str], str], texts: dict[str, str], above: tuple[str, ...]) -> None:
    """Add a module behind those that it imports."""
    if name in above:
        raise ValueError(f"modules import each other in a circle: {' > '.join((*above, name))}")
    if name in texts:
        return
    text = source(name)
    for match in _IMPORT.finditer(text):
        _gather(match["file"], source, texts, (*above, name))
    texts[name] = text


def _enclosed(name: str, text: str) -> str:
    """A module as a function that is called once and gives what it exports."""
    exported = [match["name"] or "default: $default" for match in _EXPORT.finditer(text)]
    return (
        f"const {_variable(name)} = (() => {{\n{_linked(text)}\nreturn {{ {', '.join(exported)} }};\n}})();"
    )


def _linked(text: str) -> str:
    """A module's text without its imports and exports."""
    return _whole(_EXPORT.sub(_declaration, _importing(text)))


def _entered(text: str) -> str:
    """The entry's text, which keeps its exports: a page may load it later, for what it exports."""
    entered = _importing(text)
    _whole(_EXPORT.sub(_declaration, entered))
    return entered


def _whole(text: str) -> str:
    """The text again; ValueError where an import or export is left in it."""
    if left := _LEFT_OVER.search(text):
        line = text[left.start() :].partition("\n")[0]
        raise ValueError(f"cannot put {line!r} into one script: import and export by name")
    return text


def _importing(text: str) -> str:
    """A module's text that takes what it imports from the functions' values."""
    return _IMPORT.sub(_taking, text)


def _taking(match: re.Match[str]) -> str:
    given = _variable(match["file"])
    if match["default"]:
        return f"const {match['default']} = {given}.default;"
    return f"const {{{match['names'].replace(' as ', ': ')}}} = {given};"


def _declaration(match: re.Match[str]) -> str:
    return "const $default = " if match["default"] else f"{match['kind']} {match['name']}"


def _variable(name: str) -> str:
    return "$" + name.removesuffix(".js")
