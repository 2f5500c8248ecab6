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
from oyez.reading.fold import fold
from oyez.reading.line import Judged, Line

__all__ = ["Printed", "is_byline", "person_names", "printed_people", "settled_people", "stated_people"]

_BY_WORDS = (
    # who wrote: English, German, French, Spanish and Portuguese, Italian, Dutch, the Nordic languages
    "by|von|par|por|di|da|door|av|af|text|words|tekst|author|autor(?:in)?|autorin/autor|auteur|autora"
    "|autore|autrice|redacción|redazione|a cura di|kirjoittaja|penulis|oleh|yazan|yazar|haber"
    "|автор|авторы|автори|γράφει|του|bởi|tác giả|tekst og foto|autorzy|autoři"
    "|(?:written|words|text|story|article|posted|reported|reporting|report|essay|review(?:ed)?) by"
    "|(?:escrito|texto|publicado) por|(?:écrit|publié|propos recueillis) par|(?:scritto|testo) da"
    "|(?:geschreven|tekst) door|(?:geschrieben|verfasst|ein beitrag|eine analyse|ein kommentar) von"
    "|(?:skrevet|skriven|tekst) av|skrevet af|ditulis oleh|napisane przez|được viết bởi|yazıldı"
)
_BY = re.compile(rf"^\W*(?:{_BY_WORDS})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)
_BY_MARKED = re.compile(  # scripts without capitals tell a byline by its mark alone
    r"^\W*(?:作者|文|記者|记者|撰文|執筆|責任編輯|责任编辑|بقلم|كتب|מאת|글|기자)(?:\s*[:：/／|]\s*|\s+)"
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]")
_AND = re.compile(r"\s*[,;、]\s*|\s+(?:and|und|et|y|e|och|og|en|ja|ve|dan|và|και|и|та|with|&)\s+")
_ALSO = re.compile(r"\s*;\s*|\s+(?:and|und|et|och|og|&)\s+")
_PIECES = re.compile(r"\s*[|·•⋅●/\n]\s*|\s+[–—-]\s+")
_NO_NAME = re.compile(r"@|https?:|www\.|\.(?:com|org|net|de|fr|it|es|tr)\b|:$|\w\.\w+\.\w", re.IGNORECASE)
_MONTHS = (
    "jan|feb|fév|fev|m[aä]r|mrt|apr|avr|abr|ma[iyj]|jun|juin|jul|juil|aug|ao[uû]|ago|sep|set|ok?t|oct|ott"
    "|nov|de[czs]|déc|dic|gen|ene|giu|lug|out"
)
_DATED = re.compile(rf"\s*\b(?:(?:{_MONTHS})\w{{0,7}}\.?\s*)?\d.*$", re.IGNORECASE | re.DOTALL)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:en|es|i|zy)?|auteurs?|autore|reporters?|journalists?|people|person|profile?s?"
    r"|staff|contributors?|writers?|team|by|redakteure?|penulis|yazar(?:lar)?|forfatter|skribent)[/=]",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(r"Organization|Corporation$")
_PARTICLES = frozenset(
    "de da do dos das del della di du des van von der den ter zu zum la le al el bin ibn ben e y af av "
    "le".split()
)
# Words of a byline that are no name: offices, dates, prompts.
_NO_PERSON = re.compile(
    r"\b(?:editors?|reporter|correspondent|expert|journalist|writer|staff|team|newsroom|desk|sponsored"
    r"|contributions?|written|published|updated|publié|actualizado|publicado|veröffentlicht|aktualisiert"
    r"|\w*redakt\w+|rédaction|redacción|redazione|full bio|follow|share|facebook|youtube|news|media)\b",
    re.IGNORECASE,
)
_UNCASED = re.compile(r"[\u0590-\u06ff\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]")
_LONGEST_LINE = 160  # characters of a byline
_SIGNED = 2  # lines behind the text
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
        if len(one.line.text) <= _LONGEST_LINE and _may_name(one):
            found += _printed(one.line, site)
    return tuple(found) or _signature(judged, site)


def _signature(judged: Sequence[Judged], site: str | None) -> tuple[Printed, ...]:
    """A full name alone in a line right behind the text, no link: many Asian pages are signed so."""
    last = max((index for index, one in enumerate(judged) if isinstance(one.block, Paragraph)), default=-1)
    for one in judged[max(0, last) : last + 1 + _SIGNED]:
        text = one.line.text
        alone = one.line.kind == "text" and one.line.zone is None and one.line.link_share == 0
        if alone and 0 < len(text) <= _LONGEST_NAME and text[-1].isalpha():
            names = person_names(text, site)
            if names and all(_is_full_name(name, uncased=False) for name in names):
                return tuple(Printed(name, plain=False) for name in names)
    return ()


def settled_people(
    stated: tuple[Person, ...], printed: Sequence[Printed], newsroom: tuple[Person, ...]
) -> tuple[Person, ...]:
    """What is stated holds, unless the page prints full names where it is none, or plainly names one more."""
    names = {fold(person.name) for person in stated}
    plain = [one.name for one in printed if one.plain]
    if any(" " in person.name or _UNCASED.search(person.name) for person in stated):
        more = _each_once(map(Person, plain)) if names < set(map(fold, plain)) else ()
        return more or stated
    return _each_once(Person(one.name) for one in printed) or stated or newsroom


def person_names(text: str, site: str | None) -> list[str]:
    """The people that an author's field or a byline names; addresses, titles and the site itself are none.

    >>> person_names("By Ada Quay, Ben Weir and Cleo Marsh (cm)", "Saltmarsh Courier")
    ['Ada Quay', 'Ben Weir', 'Cleo Marsh']
    >>> person_names("Saltmarsh Courier", "Saltmarsh Courier"), person_names("a.quay@example.org", None)
    ([], [])
    """
    text = _BY.sub("", _ASIDE.sub("", " ".join(text.split())))
    names = [name.strip(" .,;|·•*") for name in _AND.split(text)]
    if "," in text and " " not in names[0]:  # "Quay, Ada"
        names = [name.strip(" .,;|·•*") for name in _ALSO.split(text)]
    own = (site or "").casefold()
    return [
        name for name in names if 1 < len(name) <= 60 and name.casefold() != own and not _NO_NAME.search(name)
    ]


def is_byline(text: str) -> bool:
    """True for a line that says by whom the text is, in its first words.

    >>> is_byline("Von Ada Quay, Ostende"), is_byline("By comparison, the quay is old.")
    (True, False)
    """
    if len(text) > _LONGEST_LINE:
        return False
    if _BY_MARKED.match(text):
        return True
    by = _BY.match(text)
    if not by:
        return False
    first = _AND.split(text[by.end() :])[0].split()
    if len(first) == 1:
        return text[-1].isalnum()
    return bool(first) and first[0][0].isupper() and sum(word[0].islower() for word in first[:4]) <= 1


def _may_name(one: Judged) -> bool:
    """Lines of menus and notices name nobody; a line outside the text may."""
    return isinstance(one.block, Byline) or one.why in (None, "not part of the article", "bio", "share")


def _printed(line: Line, site: str | None) -> list[Printed]:
    """The names in a line that reads "By NAME | DATE", is marked as its author's, or links to an author."""
    pieces = [piece for piece in _PIECES.split(line.text) if piece]
    if not pieces:
        return []
    by = _BY.match(pieces[0]) or _BY_MARKED.match(pieces[0])
    own = _marked_texts(line.element)
    linked = [
        line.text[mark.start : mark.end]
        for mark in line.marks
        if mark.href and _AUTHOR_PATH.search(mark.href)
    ]
    dated = line.link_share == 0 and any(map(_is_date, pieces[1:]))
    if own or by:
        texts = own or [pieces[0][by.end() :] if by else ""]
    else:
        texts = linked or (pieces[:1] if line.role == "byline" or dated else [])
    names = [name for text in texts for name in person_names(_DATED.sub("", text), site)]
    strong = bool(own or by)
    return [Printed(name, strong) for name in names if _is_full_name(name, uncased=strong or bool(linked))]


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
    return [text for text in texts if 0 < len(text) <= _LONGEST_LINE]


def _marks_of(element: Any) -> list[str]:
    return f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()


def _is_full_name(name: str, *, uncased: bool) -> bool:
    """True for two to five capitalised words, or for a short name in a script without capitals."""
    words = name.split()
    if _UNCASED.search(name):
        return uncased and 2 <= len(name) <= 12
    return (
        2 <= len(words) <= 5
        and words[-1] not in _PARTICLES
        and not _NO_PERSON.search(name)
        and not any(char.isdigit() for char in name)
        and sum(word[0].isupper() for word in words) >= 2
        and all(word[0].isupper() or word in _PARTICLES for word in words)
    )


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
