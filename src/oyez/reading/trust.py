"""Who stands behind a page: what it states, what was found, what was looked for and not found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from oyez.model.trust import Fact, Trust
from oyez.reading.line import Line
from oyez.reading.metadata import Metadata

__all__ = ["trust_facts"]

# What a reader would want to know (schema.org terms of the Trust Project's indicators), and the words
# under which pages link to it.
_POLICIES: tuple[tuple[str, str, str], ...] = (
    (
        "principles",
        "publishingPrinciples",
        r"(?:publishing|editorial) (?:principles|standards|guidelines|policy|code)",
    ),
    ("ethics", "ethicsPolicy", r"(?:code of )?ethics(?: policy| code)?"),
    ("corrections", "correctionsPolicy", r"corrections?(?: policy| and clarifications)?|report an? error"),
    (
        "fact checking",
        "verificationFactCheckingPolicy",
        r"(?:fact[- ]check\w*|verification)(?: policy| standards)?",
    ),
    ("unnamed sources", "unnamedSourcesPolicy", r"(?:unnamed|anonymous) sources(?: policy)?"),
    ("diversity", "diversityPolicy", r"diversity (?:policy|statement|report)"),
    (
        "feedback",
        "actionableFeedbackPolicy",
        r"(?:feedback|contact)(?: us| the (?:newsroom|editors?))?|letters to the editor",
    ),
    (
        "ownership and funding",
        "ownershipFundingInfo",
        r"(?:ownership|funding|who (?:owns|funds) us)(?: .{0,30})?",
    ),
    ("masthead", "masthead", r"masthead|our (?:team|staff|journalists)|impressum|imprint"),
)
_LINK_LIMIT = 60  # characters; longer links are headlines that happen to hold the word


def trust_facts(meta: Metadata, lines: Iterable[Line], stated: tuple[Fact, ...]) -> Trust:
    """The three lists for a page; `stated` are its own labels ("Why you can trust ...")."""
    found: list[Fact] = []
    publisher = meta.ld.get("publisher")
    if isinstance(publisher, list):
        publisher = next((item for item in publisher if isinstance(item, dict)), {})
    publisher = publisher if isinstance(publisher, dict) else {}
    if meta.site:
        source = "JSON-LD publisher" if meta.ld.get("publisher") else "meta og:site_name"
        found.append(Fact("publisher", meta.site, source))
    else:
        found += [Fact("publisher", fact.value, fact.where) for fact in stated if fact.what == "trust label"]
    found += [Fact("author", person.name, "JSON-LD author or meta author") for person in meta.people]
    if meta.published:
        found.append(Fact("published", meta.published.isoformat(), "JSON-LD, meta or <time>"))
    kind = publisher.get("@type")
    if isinstance(kind, str) and kind not in ("Organization", "Person", "Thing"):
        found.append(Fact("kind of publisher", kind, "JSON-LD publisher @type"))
    if isinstance(publisher.get("foundingDate"), str):
        found.append(Fact("founded", publisher["foundingDate"], "JSON-LD publisher.foundingDate"))
    free = meta.ld.get("isAccessibleForFree")
    if free is not None:
        value = "no" if str(free).lower() == "false" else "yes"
        found.append(Fact("free to read", value, "JSON-LD isAccessibleForFree"))
    links = [line for line in lines if line.link_share > 0.5 and len(line.text) <= _LINK_LIMIT]
    found += _policies(publisher, meta.ld, links)
    have = {fact.what for fact in found}
    wanted = ("publisher", "author", "published", *(what for what, _, _ in _POLICIES))
    return Trust(stated, tuple(found), tuple(what for what in wanted if what not in have))


def _policies(publisher: dict[str, Any], ld: dict[str, Any], links: list[Line]) -> list[Fact]:
    facts = []
    for what, term, words in _POLICIES:
        address = publisher.get(term) or ld.get(term)
        if isinstance(address, str) and address:
            facts.append(Fact(what, address, f"JSON-LD {term}"))
            continue
        pattern = re.compile(rf"\W*(?:our |view )?(?:{words})\W*", re.IGNORECASE)
        for line in links:
            if pattern.fullmatch(line.text):
                href = next((mark.href for mark in line.marks if mark.href), "")
                facts.append(Fact(what, href or line.text, f"link '{line.text}'"))
                break
    return facts
