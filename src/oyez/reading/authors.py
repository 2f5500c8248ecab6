"""Who wrote a page: what it states for machines, what it prints under its headline.

stated: JSON-LD persons -> meta elements \\
printed: lines around the headline        -> people, else the newsroom
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import Any

from oyez.model.article import Byline, Paragraph, Person
from oyez.reading.dates import after_day, printed_dates
from oyez.reading.fold import fold
from oyez.reading.line import Judged, Line
from oyez.reading.person_names import BY, BY_MARKED, LONGEST_LINE, UNCASED, is_full_name, person_names

__all__ = ["Printed", "printed_people", "settled_people", "stated_people"]

_PIECES = re.compile(r"\s*[|·•⋅●/\n]\s*|\s+[–—-]\s+")
_MONTHS = (
    "jan|feb|fév|fev|m[aä]r|mrt|apr|avr|abr|ma[iyj]|jun|juin|jul|juil|aug|ao[uû]|ago|sep|set|ok?t|oct|ott"
    "|nov|de[czs]|déc|dic|gen|ene|giu|lug|out"
)
_DATED = re.compile(rf"\s*\b(?:(?:{_MONTHS})\w{{0,7}}\.?\s*)?\d.*$", re.IGNORECASE | re.DOTALL)
_GLUED = re.compile(r"^By(?=[^\W\d_a-z][a-z]+ [^\W\d_a-z])")  # "ByAda Quay", set apart by style alone
_TRAILING = re.compile(
    r"\s+(?:updated|published|posted|last \w+|\d+ (?:comments?|min)).*$", re.IGNORECASE | re.DOTALL
)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:en|es|i|zy)?|auteurs?|autore|reporters?|journalists?|people|person|profile?s?"
    r"|staff|contributors?|writers?|team|by|redakteure?|penulis|yazar(?:lar)?|forfatter|skribent)[/=]",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"Organization|Corporation$")
_SIGNED = 2  # lines behind the text
_CLOSE = 6  # lines under the headline that may be a name alone
_NOTES = 40  # lines behind the text that may be a note of who wrote it
_WRITTEN_NOTE = re.compile(
    r"\W*(?:(?:this \w+ was |article )?(?:written|words|text) by|authors?\b:?|autorin/autor|autor(?:in)?:"
    r"|auteure?:|(?:verfasst|geschrieben) von|écrit par|escrito por|scritto da|geschreven door|skrevet av"
    r"|skriven av)\s+",
    re.IGNORECASE,
)
_LONGEST_NAME = 50  # characters of a signature
_FEW = 20  # links and spans of one line looked at
_WRITTEN_BY = re.compile(
    r"(?:written by|verfasst von|geschrieben von|escrito por|écrit par|scritto da|geschreven door"
    r"|napisane przez|skriven av|skrevet a[vf]|yazan|ditulis oleh|được viết bởi|执笔|作者|執筆者|автор)$"
)
_METAS = (
    "author",
    "article:author",
    "article:author_name",
    "og:article:author",
    "og:author",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "citation_author",
    "dc.creator",
    "byl",
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A name on the page; plain where it stands behind "By" or is marked as the author."""

    name: str
    plain: bool


def stated_people(
    ld: Mapping[str, Any], nodes: Mapping[str, Any], metas: Mapping[str, str], site: str | None
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """People and newsroom, as JSON-LD (its `nodes` by "@id") and meta elements state them."""
    given = ld.get("author") or ld.get("creator") or []
    authors = [_resolved(author, nodes) for author in (given if isinstance(given, list) else [given])]
    people: list[Person] = []
    persons = [author for author in authors if not _is_organisation(author)]
    for author in authors if persons else []:
        names = person_names(_name(author) or "", site)
        url = _url(author) if len(names) == 1 else None
        people += [Person(name, url) for name in names]
    if not people:
        fields = [metas[name] for name in _METAS if name in metas] + _labelled(metas)
        people = next(
            (list(map(Person, names)) for text in fields if (names := person_names(text, site))), []
        )
    newsroom = tuple(Person(name, _url(author)) for author in authors if (name := _name(author)))
    return _each_once(people), newsroom


def printed_people(judged: Sequence[Judged], site: str | None) -> tuple[Printed, ...]:
    """Full names that the lines under the headline print: marked as authors, behind "By", beside a date."""
    title = next((index for index, one in enumerate(judged) if one.is_title), -1)
    found: list[Printed] = []
    for one in judged[title + 1 :]:
        if isinstance(one.block, Paragraph):
            break
        if len(one.line.text) <= LONGEST_LINE and _may_name(one):
            found += _printed(one.line, site)
    return tuple(found) or _beside_day(judged, title, site) or _note(judged, site) or _signature(judged, site)


def _beside_day(judged: Sequence[Judged], title: int, site: str | None) -> tuple[Printed, ...]:
    """A full name alone in a line close under the headline, the day in a line next to it."""
    for at in range(title + 1, min(title + 1 + _CLOSE, len(judged))):
        one = judged[at]
        if not isinstance(one.block, Paragraph) and len(one.line.text) <= _LONGEST_NAME and _may_name(one):
            names = person_names(one.line.text, site)
            near = (other.line.text for other in judged[max(0, at - 1) : at + 3] if other is not one)
            if names and all(is_full_name(name, uncased=False) for name in names):
                days = printed_dates((text for text in near if len(text) <= _LONGEST_NAME), "")
                if days.published or days.modified:
                    return tuple(Printed(name, plain=False) for name in names)
    return ()


def _note(judged: Sequence[Judged], site: str | None) -> tuple[Printed, ...]:
    """ "Written by Ada Quay" in the first such line behind the text."""
    last = max((index for index, one in enumerate(judged) if isinstance(one.block, Paragraph)), default=-1)
    for one in judged[last + 1 : last + _NOTES]:
        match = _WRITTEN_NOTE.match(one.line.text) if _may_name(one) else None
        if match and len(one.line.text) <= LONGEST_LINE:
            named = person_names(_DATED.sub("", one.line.text[match.end() :]), site)
            names = [name for name in named if is_full_name(name, uncased=True)]
            if names:
                return tuple(Printed(name, plain=False) for name in names)
    return ()


def _signature(judged: Sequence[Judged], site: str | None) -> tuple[Printed, ...]:
    """A full name alone in a line right behind the text, no link: many Asian pages are signed so."""
    last = max((index for index, one in enumerate(judged) if isinstance(one.block, Paragraph)), default=-1)
    for one in judged[max(0, last) : last + 1 + _SIGNED]:
        text = one.line.text
        alone = one.line.kind == "text" and one.line.zone is None and one.line.link_share == 0
        if alone and 0 < len(text) <= _LONGEST_NAME and text[-1].isalpha():
            names = person_names(text, site)
            if names and all(is_full_name(name, uncased=False) for name in names):
                return tuple(Printed(name, plain=False) for name in names)
    return ()


def settled_people(
    stated: tuple[Person, ...], printed: Sequence[Printed], newsroom: tuple[Person, ...]
) -> tuple[Person, ...]:
    """What is stated holds, unless the page prints full names where it is none, or plainly names one more."""
    names = {fold(person.name) for person in stated}
    plain = [one.name for one in printed if one.plain]
    if any(" " in person.name or UNCASED.search(person.name) for person in stated):
        more = _each_once(map(Person, plain)) if names < set(map(fold, plain)) else ()
        return more or stated
    return _each_once(Person(one.name) for one in printed) or stated or newsroom


def _may_name(one: Judged) -> bool:
    """Lines of menus and notices name nobody; a line outside the text may."""
    return isinstance(one.block, Byline) or one.why in (None, "not part of the article", "bio", "share")


def _printed(line: Line, site: str | None) -> list[Printed]:
    """The names in a line that reads "By NAME | DATE", is marked as its author's, or links to an author."""
    text = after_day(line.text)
    pieces = [piece for piece in _PIECES.split(_GLUED.sub("By ", text)) if piece]
    if not pieces:
        return []
    by = BY.match(pieces[0]) or BY_MARKED.match(pieces[0])
    own = _marked_texts(line.element)
    linked = [
        line.text[mark.start : mark.end]
        for mark in line.marks
        if mark.href and _AUTHOR_PATH.search(mark.href)
    ]
    dated = line.link_share == 0 and (text != line.text or any(map(_is_date, pieces[1:])))
    if own or by:
        texts = own or [pieces[0][by.end() :] if by else ""]
    else:
        texts = linked or (pieces[:1] if line.role == "byline" or dated else [])
    names = [name for text in texts for name in person_names(_DATED.sub("", _TRAILING.sub("", text)), site)]
    strong = bool(own or by)
    return [Printed(name, strong) for name in names if is_full_name(name, uncased=strong or bool(linked))]


def _is_date(piece: str) -> bool:
    return any(char.isdigit() for char in piece) and not _DATED.sub("", piece).strip(" ,.")


def _marked_texts(element: Any) -> list[str]:
    """The texts that the page marks as its author's: an element, the one around it, links in it."""
    if element is None:
        return []
    near = [element, *islice(element.iterdescendants("a", "span"), _FEW), element.getparent()]
    marked = [one for one in near if one is not None and "author" in _marks_of(one)]
    inner = [
        one
        for one in marked
        if not any(other is not one and one in other.iterancestors() for other in marked)
    ]
    texts = ["".join(one.itertext()).strip() for one in inner]
    return [text for text in texts if 0 < len(text) <= LONGEST_LINE]


def _marks_of(element: Any) -> list[str]:
    return f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()


def _labelled(metas: Mapping[str, str]) -> list[str]:
    """What "twitter:label1" calls "Written by"; WordPress states its authors so."""
    found = [content for name, content in metas.items() if _WRITTEN_BY.search(name)]
    return found + [
        metas.get(f"twitter:data{number}", "")
        for number in "12"
        if _WRITTEN_BY.search(metas.get(f"twitter:label{number}", "").casefold())
    ]


def _resolved(author: Any, nodes: Mapping[str, Any]) -> Any:
    if isinstance(author, dict) and "name" not in author:
        return nodes.get(str(author.get("@id")), author)
    return author


def _url(author: Any) -> str | None:
    url = author.get("url") if isinstance(author, dict) else None
    return url if isinstance(url, str) else None


def _is_organisation(author: Any) -> bool:
    return isinstance(author, dict) and _ORGANISATION.search(str(author.get("@type", ""))) is not None


def _name(value: Any) -> str | None:
    value = value.get("name") if isinstance(value, dict) else value
    return unescape(value).strip() or None if isinstance(value, str) else None


def _each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple({person.name.casefold(): person for person in reversed(list(people))}.values())[::-1]
