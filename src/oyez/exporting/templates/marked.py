"""A block's text as HTML, to the character, with its links and emphasis; which addresses may stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urljoin, urlsplit, urlunsplit

from oyez.model.article import Mark

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["SCHEMES", "Gloss", "exact", "marked", "safe_url"]

SCHEMES = frozenset({"http", "https", "mailto"})
_TAGS = {"link": "a", "emphasis": "em", "strong": "strong", "code": "code", "gloss": "abbr"}


@dataclass(frozen=True, slots=True)
class Gloss:
    """What a sign in the text means: "(R)" is "right"."""

    start: int
    end: int
    meaning: str
    kind: ClassVar[str] = "gloss"


_Opened = tuple[Mark | Gloss, "Markup"]  # a mark and its start tag


def marked(text: str, marks: Sequence[Mark | Gloss], base: str | None = None) -> Markup:
    """The text with its marks as elements; links that may not stand leave their text.

    >>> str(marked("a & b", (Mark(0, 1, "strong"), Mark(0, 5, "link", "//b.example")), "https://a.example"))
    '<a href="https://b.example" rel="noopener nofollow"><strong>a</strong> &amp; b</a>'
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    opened = [(mark, tag) for mark in ordered if (tag := _start_tag(mark, base))]
    return _inside(text, opened, 0, len(text))


def safe_url(url: str | None, base: str | None = None) -> str | None:
    r"""The address parsed and written again; None unless it is an absolute http, https or mailto one.

    >>> safe_url("../b?q=1", "https://a.example/x/y"), safe_url("java\tscript:alert(1)")
    ('https://a.example/b?q=1', None)
    """
    text = (url or "").strip()
    # Browsers drop tabs and newlines inside a scheme; an address that has them is up to no good.
    if not text or any(char < " " or "\x7f" <= char <= "\x9f" for char in text):
        return None
    try:
        parts = urlsplit(urljoin(base or "", exact(text)))
    except ValueError:  # "http://[", and hosts that change under Unicode normalisation
        return None
    if parts.scheme not in SCHEMES or (parts.scheme != "mailto" and not parts.netloc):
        return None
    if "\\" in parts.netloc or " " in parts.netloc:  # browsers would see another host there
        return None
    return urlunsplit(parts).replace(" ", "%20")


def exact(text: str) -> str:
    """The text with what HTML cannot hold replaced one for one, so that offsets stand."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


def _start_tag(mark: Mark | Gloss, base: str | None) -> Markup | None:
    from markupsafe import Markup

    if isinstance(mark, Gloss):
        return Markup('<abbr title="{}">').format(mark.meaning)
    if mark.kind != "link":
        return Markup("<{}>").format(_TAGS[mark.kind])
    url = safe_url(mark.href, base)
    return Markup('<a href="{}" rel="noopener nofollow">').format(url) if url else None


def _inside(text: str, marks: Sequence[_Opened], start: int, end: int) -> Markup:
    """text[start:end]; a mark that crosses another's end is cut there."""
    from markupsafe import Markup

    parts: list[Markup] = []
    at = start
    for index, (mark, tag) in enumerate(marks):
        begin, stop = max(mark.start, at), min(mark.end, end)
        if begin >= stop:
            continue
        # A kind never stands inside itself, so five kinds nest at most five deep.
        inner = [item for item in marks[index + 1 :] if item[0].start < stop and item[0].kind != mark.kind]
        parts += (_plain(text[at:begin]), tag, _inside(text, inner, begin, stop))
        parts.append(Markup("</{}>").format(_TAGS[mark.kind]))
        at = stop
    parts.append(_plain(text[at:end]))
    return Markup().join(parts)


def _plain(text: str) -> Markup:
    from markupsafe import Markup, escape

    # A bare "\r" would reach the page as "\n", and "\r\n" as one character.
    return Markup(str(escape(exact(text))).replace("\r", "&#13;"))
