"""Find voice engines and exporters by name. Built-ins and add-ons enter by the same door: entry points."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from oyez.errors import PluginBroken, PluginNotFound

__all__ = ["EXPORTERS", "VOICES", "load", "names"]

VOICES = "oyez.voices"  # name -> class of the shape of oyez.voices.contract.Engine
# suffix without its dot -> class of the shape of oyez.exporting.contract.Exporter
EXPORTERS = "oyez.exporters"


@cache
def _found(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=group)}


def names(group: str) -> tuple[str, ...]:
    """Names of everything installed in a group, sorted."""
    return tuple(sorted(_found(group)))


@cache
def load(group: str, name: str) -> Any:
    """One add-on, made once a process.

    Raises PluginNotFound for an unknown name, PluginBroken where it cannot be imported or made.
    """
    point = _found(group).get(name)
    if point is None:
        known = ", ".join(names(group)) or "none; install oyez again"
        raise PluginNotFound(f"no {name!r} among {group}", f"there are: {known}")
    try:
        return point.load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise PluginBroken(f"{point.value} could not be loaded: {error}", "reinstall the add-on") from error
