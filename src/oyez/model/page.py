"""The page as it was given to us, before anyone looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """What we were given: bytes from a server or file, or text that was already decoded.

    `url` says where it came from, if anywhere; `headers` are the response's, in order.
    """

    content: bytes | str
    url: str | None = None
    fetched_at: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)
