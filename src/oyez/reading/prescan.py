"""Pages that would take a reader down: refused where they are too large, flattened where they nest too deep.

Nobody writes 200 elements within each other; generators that never close a tag, and attackers, do. What
such wrappers hold is kept, and the wrappers below that depth are not.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from oyez.errors import TooLarge

__all__ = ["flattened", "is_too_deep", "is_vast", "refuse_too_large"]

_MOST_CHARACTERS = 20_000_000
_MOST_TAGS = 400_000
_VAST = 60_000  # tags, of ends too: six times what the largest news pages have
_DEEPEST = 200
_DEEPER_STILL = _DEEPEST + 50  # for what gives a text its form; below that nothing opens any more

_TAG = re.compile("<[a-zA-Z]")
_BELOW = "boolean(" + "/*" * (_DEEPEST + 1) + ")"
# What is no markup runs to its end, or to that of the page: looking for an end again and again is quadratic.
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|textarea|title|xmp|noembed|noframes)\b.*?(?:</(?P=raw)\b|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9:-]*)[^<>]*>?",
    re.DOTALL | re.IGNORECASE,
)
_WRAPPERS = frozenset(
    "a abbr address b bdi bdo big center cite dd details dfn div dl em fieldset font form i ins kbd label "
    "mark nav nobr ol s samp section small span strike strong sub sup table tbody td tr tt u ul var".split()
)
# Elements without an end, and those that end where the next of them begins.
_UNNESTED = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li option dt".split()
)


def refuse_too_large(html: str) -> None:
    """TooLarge for a page of more than 20 million characters or 400,000 tags; takes no time worth telling."""
    if len(html) > _MOST_CHARACTERS:
        raise TooLarge(
            f"the page has {len(html):,} characters; the most is {_MOST_CHARACTERS:,}",
            "give the article alone, or its text",
        )
    if html.count("<") > _MOST_TAGS and (tags := sum(1 for _ in _TAG.finditer(html))) > _MOST_TAGS:
        raise TooLarge(
            f"the page has {tags:,} tags; the most is {_MOST_TAGS:,}", "give the article alone, or its text"
        )


def is_vast(html: str) -> bool:
    """Whether a second opinion would cost more than it is worth: 5 kB and 0.1 ms for each link."""
    return html.count("<") > _VAST


def is_too_deep(tree: Any) -> bool:
    """Whether an lxml tree nests deeper than any page is written; one walk, level by level."""
    return bool(tree.xpath(_BELOW))


def flattened(html: str) -> str:
    """The same text with the wrappers below the depth taken away; linear.

    >>> deep = flattened("<div>" * 300 + "<p>One <b>two</b></p>" + "</div>" * 300)
    >>> deep.count("<div>"), deep.count("</div>"), "<p>One two</p>" in deep
    (200, 200, True)
    """
    opened: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    depth = 0
    pieces: list[str] = []
    at = 0
    for match in _MARKUP.finditer(html):
        name = (match["name"] or "").lower()
        if not name or name in _UNNESTED:
            continue
        if match["end"]:
            if dropped[name]:  # the innermost is closed first
                dropped[name] -= 1
            elif opened[name]:
                opened[name] -= 1
                depth -= 1
                continue
        elif depth < (_DEEPEST if name in _WRAPPERS else _DEEPER_STILL):
            opened[name] += 1
            depth += 1
            continue
        else:
            dropped[name] += 1
        pieces.append(html[at : match.start()])
        at = match.end()
    pieces.append(html[at:])
    return "".join(pieces)
