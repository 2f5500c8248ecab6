"""What the pages say, in the listener's language: one table for templates and modules, web/strings.js."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from oyez.exporting.templates.direction import direction

__all__ = ["Wording", "wording"]

_FALLBACK = "en"
_PLACE = re.compile(r"\{(\w+)\}")
_COMMAS = {"ar": "، ", "zh": "、"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one language."""

    language: str
    texts: Mapping[str, str]

    @property
    def direction(self) -> str:
        """Of the interface: "ltr" or "rtl"."""
        return direction(self.language)

    def say(self, key: str, **values: object) -> str:
        """The text of a key with its values in place; KeyError for a key that is not in the table.

        >>> wording("en").say("reading.time", minutes=2)
        'Reading time 2 min'
        """
        text = self.texts.get(key) or _table()[_FALLBACK][key]
        return _PLACE.sub(
            lambda place: self._isolated(values[place[1]]) if place[1] in values else place[0], text
        )

    def listed(self, texts: Iterable[str]) -> str:
        """One after the other.

        >>> wording("en").listed(["share", "legal"]), wording("zh").listed(["分享", "法律"])
        ('share, legal', '分享、法律')
        """
        return _COMMAS.get(self.language, ", ").join(texts)

    def _isolated(self, value: object) -> str:
        """A value that cannot turn round what stands beside it in a text from right to left."""
        return f"\u2068{value}\u2069" if self.direction == "rtl" else str(value)

    def term(self, text: str) -> str:
        """A term of the reading room ("repeated caption") where the table knows it; else as it is."""
        return self.texts.get(f"term.{text}", text)


def wording(*wanted: str) -> Wording:
    """The texts of the first language tag that the table has, English otherwise.

    >>> wording("de-AT", "fr").language, wording("tlh").language, wording().language
    ('de', 'en', 'en')
    """
    bases = (tag.lower().replace("_", "-").partition("-")[0] for tag in wanted)
    language = next((base for base in bases if base in _table()), _FALLBACK)
    return Wording(language, _table()[language])


@cache
def _table() -> dict[str, dict[str, str]]:
    """What stands after "export default" in the module is JSON."""
    module = (files("oyez") / "web" / "strings.js").read_text("utf-8")
    table: dict[str, dict[str, str]] = json.loads(module.partition("export default ")[2].strip().rstrip(";"))
    return table
