"""Elements that become one block as they are: data tables, program text, pictures, embeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from oyez.model.article import Code, Embed, Image, Table
from oyez.reading.dom import BLOCKS, is_hidden
from oyez.reading.runs import INVISIBLE
from oyez.reading.zones import names_of

__all__ = ["absolute", "code_block", "data_table", "embed_block", "image_of", "visible_text", "web_address"]

_CELL_LIMIT = 400  # characters; longer cells are text laid out in a table, not data
_LANGUAGE = re.compile(r"(?:language|lang|highlight|brush)[-:]\s*([\w+#-]{1,30})")
_ICON = 100  # pixels; smaller pictures are icons, avatars and tracking dots
_ORNAMENTS = frozenset({"avatar", "logo", "icon", "emoji", "sprite", "pixel"})
_ROOTED = re.compile(
    r"/(?!/)[\w/,;=&%+~@-]*(?:\.\w[\w/-]*)*(?:\?[\w/.,;=&%+~@-]*)?$", re.ASCII
)  # no dots to fold
_SPACE = re.compile(r"\s+")


def data_table(element: Any) -> Table | None:
    """A table of data, or None where the table only lays the page out."""
    if element.get("role") == "presentation" or element.find(".//table") is not None:
        return None
    rows = [_cells(row) for row in element.iter("tr")]
    rows = [row for row in rows if any(row)]
    widest = max(map(len, rows), default=0)
    if len(rows) < 2 or widest < 2 or any(len(cell) > _CELL_LIMIT for row in rows for cell in row):
        return None
    first = next(row for row in element.iter("tr") if any(_cells(row)))
    has_header = element.find(".//thead") is not None or all(cell.tag == "th" for cell in first)
    if not has_header and element.find(".//th") is None and any(p.tag in ("p", "h1") for p in element.iter()):
        return None
    header = rows[0] if has_header else ()
    return Table(header, tuple(rows[1:] if has_header else rows))


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(visible_text(cell) for cell in row if cell.tag in ("td", "th"))


def visible_text(element: Any) -> str:
    """The shown text of an element on one line."""
    return _SPACE.sub(" ", INVISIBLE.sub("", "".join(_pieces(element, edge=" ")))).strip()


def _pieces(element: Any, edge: str) -> Iterator[str]:
    """All shown text as it stands, line breaks as such, `edge` around whatever starts a line of its own."""
    stack: list[Any] = [element]
    while stack:
        work = stack.pop()
        if isinstance(work, str):
            yield work
        elif work.tag == "br":
            yield "\n"
        elif not is_hidden(work):
            apart = edge if work.tag in BLOCKS else ""
            yield f"{apart}{work.text or ''}"
            stack.append(apart)
            for child in reversed(work):
                stack.extend((child.tail or "", child))


def code_block(element: Any) -> Code | None:
    """Program text of a <pre>, or None where it is empty."""
    text = "".join(_pieces(element, edge="")).strip("\n").rstrip()
    if not text.strip():
        return None
    names = " ".join(
        [element.get("class") or "", *(code.get("class") or "" for code in element.iter("code"))]
    )
    language = _LANGUAGE.search(names)
    return Code(text, language[1] if language else None)


def embed_block(element: Any, base_url: str | None) -> Embed | None:
    """A player, map or post of another site; None where it has no address or size."""
    source = element.find("source")
    link = (
        element.get("src") or (source.get("src") if source is not None else None) or element.get("data-src")
    )
    link = web_address(link, base_url)
    if link is None or element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
        return None
    what = {"iframe": "embed"}.get(element.tag, element.tag)
    return Embed((element.get("title") or "").strip(), what, link)


def image_of(element: Any, base_url: str | None) -> Image | None:
    """The picture of an <img>, also where it is loaded late; None for icons and tracking dots."""
    if names_of(element) & _ORNAMENTS:
        return None
    for side in ("width", "height"):
        size = (element.get(side) or "").removesuffix("px")
        if size.isascii() and size.isdecimal() and len(size) < 9 and int(size) < _ICON:
            return None
    srcset = (element.get("srcset") or element.get("data-srcset") or "").split()
    for candidate in (element.get("data-src"), element.get("src"), *srcset[:1]):
        address = web_address(candidate, base_url)
        if address:
            return Image(address, (element.get("alt") or "").strip())
    return None


def web_address(address: str | None, base_url: str | None) -> str | None:
    """An http(s) or relative address made absolute where the base is known, else None."""
    address = (address or "").strip()
    joined = absolute(address, base_url)
    if not address or not joined or urlsplit(address).scheme.lower() not in ("", "http", "https"):
        return None
    return joined


def absolute(address: str, base_url: str | None) -> str | None:
    """An address made absolute where the base is known; None where either is no address at all.

    >>> absolute("a?b", "https://example.org/x/"), absolute("http://[x", None)
    ('https://example.org/x/a?b', None)
    """
    if base_url and address.startswith(("https://", "http://")) and "[" not in address:
        return address
    if base_url and _ROOTED.match(address):
        origin = _origin(base_url)
        if origin:
            return origin + address
    try:
        urlsplit(address)
        return urljoin(base_url, address) if base_url else address
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _origin(base_url: str) -> str | None:
    """Scheme and host of an address, None where it has none."""
    try:
        parts = urlsplit(base_url)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else None
