"""Furniture by its surroundings: what a page's markup calls the box a line stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

__all__ = ["Naming", "names_of", "naming_of", "role_of", "zone_of"]

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
_CLASS_ALONE = ["class"]
# "no-tts", "has-sidebar": names of what an element is not, or of what stands beside it.
_WITHOUT = frozenset({"no", "not", "non", "has", "with", "without"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPLIT = re.compile(r"[\s_\-:/.]+|(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Naming:
    """What the names of an element say: their words, the kind of furniture with its word, the role."""

    words: frozenset[str] = frozenset()
    zone: tuple[int, str] | None = None  # index in _ZONES: the first of them wins
    role: int | None = None  # index in _ROLES


_NAMELESS = Naming()
_ZONE_OF = {word: index for index, (_, words) in reversed(list(enumerate(_ZONES))) for word in words}
_ROLE_OF = {word: index for index, (_, words) in reversed(list(enumerate(_ROLES))) for word in words}


def names_of(element: Any) -> frozenset[str]:
    """Lower-case words of an element's class, id and component names, whole names and their parts."""
    return naming_of(element).words


def naming_of(element: Any) -> Naming:
    """What an element is called; the same value for all elements of the same names."""
    keys = element.keys()
    if not keys:
        return _NAMELESS
    if keys == _CLASS_ALONE:  # two of three elements that have attributes at all
        given = element.get("class")
    else:
        given = " ".join(filter(None, map(element.get, _NAMING)))
    return _naming(given) if given else _NAMELESS


@lru_cache(maxsize=4096)  # a page repeats few names over thousands of elements
def _naming(given: str) -> Naming:
    named = [_named(name[:80]) for name in given.split()[:60]]
    if len(named) == 1:
        return named[0]
    return Naming(
        frozenset().union(*(one.words for one in named)),
        min((one.zone for one in named if one.zone), default=None),
        min((one.role for one in named if one.role is not None), default=None),
    )


@lru_cache(maxsize=8192)  # style sheets made of small names repeat them in ever new combinations
def _named(name: str) -> Naming:
    parts = [part.lower() for part in _SPLIT.split(name) if part]
    if not parts or parts[0] in _WITHOUT:
        return _NAMELESS
    words = frozenset((*parts, "".join(parts)))
    zones = ((_ZONE_OF[word], word) for word in words if word in _ZONE_OF)
    roles = (_ROLE_OF[word] for word in words if word in _ROLE_OF)
    return Naming(words, min(zones, default=None), min(roles, default=None))


def zone_of(element: Any, naming: Naming | None = None) -> tuple[str, str] | None:
    """Why everything in this element is furniture, with the evidence; None for an ordinary element.

    `naming` is what it is called, where that is known already.
    """
    tag = element.tag
    if tag in _BY_TAG:
        return _BY_TAG[tag], f"<{tag}>"
    naming = naming or naming_of(element)
    role = "" if naming is _NAMELESS and not element.keys() else (element.get("role") or "").lower()
    if role in _BY_ROLE:
        return _BY_ROLE[role], f"role={role}"
    if naming.zone:
        why, word = _ZONES[naming.zone[0]][0], naming.zone[1]
        if not (tag in _HEADINGS and why == "navigation" and element.find(".//a[@href]") is None):
            return why, f"<{tag} {word}>"
    if tag == "p" and len(element) == 1 and element[0].tag == "small" and not (element.text or "").strip():
        before = element.getprevious()
        if before is None or before.find(".//img") is None:
            return "legal", "<small>"
    if tag == "footer":
        return "legal", "<footer>"
    if tag == "aside" and not naming.words & {"pullquote", "pull", "quote", "figure"}:
        return "related", "<aside>"
    return None


def role_of(naming: Naming) -> str | None:
    """The part of an article that an element's names say it is: "caption", "byline" ..., or None."""
    return None if naming.role is None else _ROLES[naming.role][0]
