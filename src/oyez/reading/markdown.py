"""Markdown (CommonMark with tables) to the HTML of a page, which is then read like any other.

front matter -> title, author, date, language of the page's head
the rest     -> its elements, within one <article>
"""

from __future__ import annotations

import re
from html import escape

__all__ = ["is_markdown", "page_of_markdown"]

_LONGEST = 400_000  # characters; the worst of texts keep a parser busy for 70 microseconds a character
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.+)")
_QUOTED = re.compile(r"([\"'])(.*)\1")
_SIGNS = re.compile(
    r"^#{1,6} \S|^(?:```|~~~)|^> \S|\[[^\]\n]{1,200}\]\((?:https?:|/|#|[\w.-]+[/.)])"
    r"|\*\*\S[^*\n]{0,200}\*\*|^\|(?:[^|\n]{0,200}\|){2,20}[ \t]*$",
    re.MULTILINE,
)
_HEADING = re.compile(r"#{1,6} \S|---[ \t]*\n")
_LOOKED_AT = 20_000  # characters
_META = {"author": "author", "authors": "author", "date": "article:published_time"}


def is_markdown(text: str) -> bool:
    """Whether a text is written in Markdown: it begins with a heading or front matter, and has another sign.

    >>> is_markdown("# Ferries\\n\\nThe **late** boat runs."), is_markdown("#1 in the charts\\n\\nA song.")
    (True, False)
    """
    head = text.lstrip()[:_LOOKED_AT]
    return bool(_HEADING.match(head)) and len(_SIGNS.findall(head)) > (0 if _FRONT.match(head) else 1)


def page_of_markdown(text: str) -> str | None:
    """A page that holds the text; None where it is longer than 400,000 characters."""
    if len(text) > _LONGEST:
        return None
    from markdown_it import MarkdownIt

    fields, body = _front_matter(text.lstrip("\n"))
    written = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    title = fields.get("title", "")
    heading = "" if "<h1" in written or not title else f"<h1>{escape(title)}</h1>"
    metas = "".join(
        f'<meta {"name" if name == "author" else "property"}="{name}" content="{escape(fields[key])}">'
        for key, name in _META.items()
        if key in fields
    )
    language = fields.get("lang") or fields.get("language")
    opened = f'<html lang="{escape(language)}">' if language else "<html>"
    return (
        f"<!doctype html>{opened}<head><title>{escape(title)}</title>{metas}</head>"
        f"<body><article>{heading}{written}</article></body></html>"
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Plain "name: value" lines between two rules at the top, and what follows them."""
    match = _FRONT.match(text)
    if not match:
        return {}, text
    fields = {}
    for line in match[1].splitlines():
        if field := _FIELD.fullmatch(line.rstrip()):
            quoted = _QUOTED.fullmatch(field[2])
            fields[field[1].lower()] = quoted[2] if quoted else field[2].strip("[]")
    return fields, text[match.end() :]
