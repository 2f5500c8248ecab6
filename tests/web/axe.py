"""axe-core (npm) in a page: what it finds wrong with a state's accessibility."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.web.tab import Tab

__all__ = ["violations"]

_SOURCE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(
  ({ id, help, nodes }) => [id, help, ...nodes.map(({ html }) => html.slice(0, 160))].join("\\n  ")))"""


@cache
def _source() -> str:
    if not _SOURCE.is_file():
        pytest.skip("axe-core is not installed; ./do test installs it where npm is")
    return _SOURCE.read_text("utf-8")


def violations(tab: Tab) -> list[str]:
    """One text each: the rule, what it asks, and the elements that break it."""
    tab.evaluate(f"(() => {{ {_source()} }})()")
    found: list[str] = tab.evaluate(_RUN)
    return found
