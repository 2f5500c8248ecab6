"""What kind of article a page is, by its own word: news, opinion, analysis, review, live, sponsored ...

JSON-LD type -> section, kicker, headline's first word -> the address
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from oyez.model.trust import Fact
from oyez.reading.metadata import Metadata
from oyez.reading.trust_words import genre_of_type, genre_of_words

__all__ = ["KIND_OF_ARTICLE", "genre_fact"]

KIND_OF_ARTICLE = "kind of article"


def genre_fact(meta: Metadata, title: str, above: Iterable[str], url: str | None) -> Fact | None:
    """The kind of article with its evidence; `above` are the lines printed over the headline.

    What the page says of this article outweighs what it says of its section, and anything outweighs "news".
    """
    found = list(_named(meta, title, above, url))
    telling = next((fact for fact in found if fact.value != "news"), None)
    return telling or next(iter(found), None)


def _named(meta: Metadata, title: str, above: Iterable[str], url: str | None) -> Iterator[Fact]:
    types = _texts(meta.ld.get("@type"))
    if genre := genre_of_type(types):
        yield Fact(KIND_OF_ARTICLE, genre, f"JSON-LD @type {', '.join(types)}")
    if meta.metas.get("article:opinion", "").lower() == "true":
        yield Fact(KIND_OF_ARTICLE, "opinion", "meta article:opinion")
    if meta.ld.get("sponsor"):
        yield Fact(KIND_OF_ARTICLE, "sponsored", "JSON-LD sponsor")
    kicker = title.partition(":")[0] if ":" in title else title.partition("|")[0] if "|" in title else ""
    for label, where in (
        *((text, f"line {text!r}") for text in above),
        (kicker, f"headline {kicker!r}"),
        *((text, f"JSON-LD genre {text!r}") for text in _texts(meta.ld.get("genre"))),
        *((text, f"{source} {text!r}") for text, source in meta.sections),
    ):
        if label and (genre := genre_of_words(label)):
            yield Fact(KIND_OF_ARTICLE, genre, where)
    for part in urlsplit(url or "").path.split("/")[1:-1]:
        if part and (genre := genre_of_words(part.replace("-", " "))):
            yield Fact(KIND_OF_ARTICLE, genre, f"address /{part}/")


def _texts(value: object) -> list[str]:
    given = value if isinstance(value, list) else [value]
    return [text for text in given if isinstance(text, str)]
