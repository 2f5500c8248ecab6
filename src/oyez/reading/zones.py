"""Furniture by its surroundings: what a page's markup calls the box a line stands in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

__all__ = ["names_of", "role_of", "zone_of"]

# What authors of pages call such boxes, in class, id, role and data attributes; matched as whole
# words of a name split at hyphens, underscores and capitals ("relatedStories" is related, stories).
_ZONES: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "advertisement",
        frozenset(
            "ad ads advert advertisement advertising adslot adunit adbox dfp gpt outbrain taboola "
            "sponsored sponsor promo anzeige werbung publicidad banner".split()
        ),
    ),
    ("paywall", frozenset("paywall regwall piano metered gate subscribewall abo".split())),
    (
        "newsletter",
        frozenset("newsletter newsletters signup subscribe subscription optin mailinglist".split()),
    ),
    (
        "related",
        frozenset(
            "related recommended recommendation recommendations recirculation trending mostread popular "
            "readmore seealso teaser teasers sidebar more upnext promos verwandt".split()
        ),
    ),
    ("share", frozenset("share sharing social sharebar sharetools addthis socials teilen".split())),
    ("comments", frozenset("comment comments disqus discussion respond kommentare".split())),
    ("bio", frozenset("bio authorbio authorbox aboutauthor autor-info".split())),
    ("player", frozenset("player audioplayer tts speech readaloud listen speechkit audio".split())),
    ("legal", frozenset("cookie cookies consent gdpr copyright legal disclaimer impressum colophon".split())),
    (
        "navigation",
        frozenset(
            "nav navbar navigation menu breadcrumb breadcrumbs pagination pager tags tag topics keywords "
            "toolbar skip masthead search login toc".split()
        ),
    ),
)
_BY_TAG = {
    "nav": "navigation",
    "header": "navigation",
    "form": "navigation",
    "button": "navigation",
    "dialog": "navigation",
}
_BY_ROLE = {
    "navigation": "navigation",
    "search": "navigation",
    "banner": "navigation",
    "contentinfo": "legal",
    "complementary": "related",
    "dialog": "navigation",
}
_ROLES: tuple[tuple[str, frozenset[str]], ...] = (
    ("caption", frozenset("caption figcaption bildunterschrift".split())),
    ("credit", frozenset("credit credits photocredit photographer".split())),
    (
        "standfirst",
        frozenset("standfirst deck dek subtitle subheadline lede lead strapline vorspann chapo".split()),
    ),
    ("byline", frozenset("byline author authors autor".split())),
    ("dateline", frozenset("dateline timestamp datetime published pubdate date time".split())),
    ("pullquote", frozenset("pullquote pull".split())),
    ("footnote", frozenset("footnote footnotes endnote".split())),
)
_NAMING = ("class", "id", "data-component", "data-testid")
_NAMELESS: frozenset[str] = frozenset()
_SPLIT = re.compile(r"[\s_\-:/.]+|(?<=[a-z])(?=[A-Z])")


def names_of(element: Any) -> frozenset[str]:
    """Lower-case words of an element's class, id and component names, whole names and their parts."""
    attributes = element.attrib
    if not attributes:
        return _NAMELESS
    given = [attributes[name] for name in _NAMING if name in attributes]
    return _words_of(" ".join(given)) if given else _NAMELESS


@lru_cache(maxsize=4096)  # a page repeats few names over thousands of elements
def _words_of(given: str) -> frozenset[str]:
    names: set[str] = set()
    for name in given.split()[:60]:
        parts = [part.lower() for part in _SPLIT.split(name[:80]) if part]
        names.update(parts)
        names.add("".join(parts))
    return frozenset(names)


def zone_of(element: Any) -> tuple[str, str] | None:
    """Why everything in this element is furniture, with the evidence; None for an ordinary element."""
    tag = element.tag
    if tag in _BY_TAG:
        return _BY_TAG[tag], f"<{tag}>"
    role = (element.get("role") or "").lower()
    if role in _BY_ROLE:
        return _BY_ROLE[role], f"role={role}"
    names = names_of(element)
    if names:
        named = _zone_named(names)
        if named:
            return named[0], f"<{tag} {named[1]}>"
    if tag == "p" and len(element) == 1 and element[0].tag == "small" and not (element.text or "").strip():
        before = element.getprevious()
        if before is None or before.find(".//img") is None:
            return "legal", "<small>"
    if tag == "footer":
        return "legal", "<footer>"
    if tag == "aside" and not names & {"pullquote", "pull", "quote", "figure"}:
        return "related", "<aside>"
    return None


@lru_cache(maxsize=4096)
def _zone_named(names: frozenset[str]) -> tuple[str, str] | None:
    return next(((why, min(names & words)) for why, words in _ZONES if names & words), None)


def role_of(element: Any) -> str | None:
    """The part of an article that an element's names say it is: "caption", "byline" ..., or None."""
    names = names_of(element)
    return _role_named(names) if names else None


@lru_cache(maxsize=4096)
def _role_named(names: frozenset[str]) -> str | None:
    return next((role for role, words in _ROLES if names & words), None)
