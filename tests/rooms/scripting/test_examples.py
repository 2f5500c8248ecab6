"""The examples in the room's docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import oyez.scripting

MODULES = [found.name for found in pkgutil.walk_packages(oyez.scripting.__path__, "oyez.scripting.")]


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
