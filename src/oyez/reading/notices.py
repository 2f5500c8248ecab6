"""What a page admits of itself: paid for, made by a machine, cut off by a paywall, also there to be heard.

data (JSON-LD, meta elements, elements) and the lines about the article -> facts with their places
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from oyez.model.article import Article, Byline, Figure, Left, Paragraph
from oyez.model.readingtime import count_units
from oyez.model.trust import Fact
from oyez.reading.atoms import web_address
from oyez.reading.metadata import Metadata
from oyez.reading.trust_words import notice_of

__all__ = [
    "AI_NOTICE",
    "AUDIO",
    "SPONSORED",
    "audio_fact",
    "free_fact",
    "kept_back",
    "machine_facts",
    "paid_fact",
    "printed_notices",
]

AI_NOTICE = "AI notice"
AUDIO = "publisher's audio"
SPONSORED = "sponsorship notice"
# Digital source types of the IPTC that name a model: https://cv.iptc.org/newscodes/digitalsourcetype
_MADE_BY_MODEL = frozenset(
    "trainedalgorithmicmedia compositewithtrainedalgorithmicmedia algorithmicmedia "
    "trainedalgorithmicdigitalsource compositewithtrainedalgorithmicmediadigitalsource".split()
)
_AI_METAS = ("ai-disclosure", "ai-generated", "ai-content", "ai-content-declaration")
_NOT_MADE = frozenset({"", "none", "no", "false", "0"})
_DEEPEST, _MOST_VALUES = 6, 2000  # of one page's JSON-LD looked through
_ENDS = re.compile(r"[.!?:;。！？؟।»”\"'’)）」』\]]\W*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_LONGER = 1.5  # times the words that are there, by the page's own count: the rest is kept back
_MORE = 100  # words beyond that; some pages state characters there, so the count alone says nothing
_MOST_TEXTS = 500  # asked; pages have a few dozen
_EDGE = 3  # blocks at either end of an article where notices stand
_SPOKEN = re.compile(
    r"(?<![a-z])(?:audio|listen|narrat\w*|text-?to-?speech|tts|readaloud|speech)(?![a-z])", re.I
)
_READ_ALOUD = re.compile(
    r"listen to (?:this|the) (?:article|story|post)|(?:artikel|beitrag|text) (?:an)?hören|vorlesen lassen"
    r"|écouter (?:cet |l.)article|escuchar (?:est[ea] |el |la )?(?:artículo|noticia|nota)"
    r"|ouvir (?:o |este )?(?:artigo|texto)|ascolta (?:l.|quest.)articolo|luister naar dit artikel"
    r"|lyssna på artikeln|lyt til artiklen|lytt til (?:saken|artikkelen)|haberi dinle|posłuchaj artykułu"
    r"|听(?:文章|本文|新闻)|收听本文|聽文章|記事を聞く|기사 듣기|استمع إلى (?:المقال|الخبر)",
    re.IGNORECASE,
)
_TIERS = {"free": "yes", "metered": "metered", "locked": "no"}


def printed_notices(article: Article) -> Iterator[Fact]:
    """Lines about the article, at its ends, under its pictures or left out, that admit something."""
    ends = (*article.blocks[:_EDGE], *article.blocks[-_EDGE:])
    shown = [block.text for block in ends]
    shown += [block.credit.text for block in article.blocks if isinstance(block, Figure) and block.credit]
    shown += [block.text for block in article.blocks if isinstance(block, (Byline, Figure))]
    left = [item.text for item in article.left_out if item.why in ("legal", "not part of the article", "bio")]
    seen: set[str] = set()
    for text in (*shown, *left)[:_MOST_TEXTS]:
        what = notice_of(text)
        if what and what not in seen:
            seen.add(what)
            yield Fact(what, text, "line of the page")


def machine_facts(meta: Metadata, tree: Any) -> Iterator[Fact]:
    """What data says of a model's hand in text or pictures, and where a record of their making lies."""
    for name in _AI_METAS:
        if meta.metas.get(name, "").lower() not in _NOT_MADE:
            yield Fact(AI_NOTICE, meta.metas[name], f"meta {name}")
    for path, value in islice(_strings_named("digitalSourceType", meta.ld), 1):
        yield Fact(AI_NOTICE, value, f"JSON-LD {path}")
    if tree is not None and any("c2pa-manifest" in (one.get("rel") or "") for one in tree.iter("link")):
        yield Fact("content credentials", "yes", "<link rel=c2pa-manifest>")


def _strings_named(name: str, data: Any) -> Iterator[tuple[str, str]]:
    """Values of a name at any depth that say that a model made the thing, with their paths."""
    stack: list[tuple[str, Any, int]] = [("", data, 0)]
    for _ in range(_MOST_VALUES):
        if not stack:
            return
        path, value, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            stack += [(f"{path}.{key}".lstrip("."), inner, depth + 1) for key, inner in value.items()]
        elif isinstance(value, list):
            stack += [(path, inner, depth + 1) for inner in value]
        elif isinstance(value, str) and path.endswith(name) and _code(value).lower() in _MADE_BY_MODEL:
            yield path, _code(value)


def _code(value: str) -> str:
    """The last part of a term's address."""
    return value.rsplit("/", 1)[-1]


def free_fact(meta: Metadata) -> Fact | None:
    """Whether all may read the whole text, as the page states it."""
    free = meta.ld.get("isAccessibleForFree")
    if free is not None:
        closed = _code(str(free)).lower() in ("false", "no")
        return Fact("free to read", "no" if closed else "yes", "JSON-LD isAccessibleForFree")
    parts = meta.ld.get("hasPart")
    parts = parts if isinstance(parts, list) else [parts]
    if any(isinstance(one, dict) and str(one.get("isAccessibleForFree")).lower() == "false" for one in parts):
        return Fact("free to read", "no", "JSON-LD hasPart.isAccessibleForFree")
    tier = _TIERS.get(meta.metas.get("article:content_tier", "").lower())
    return Fact("free to read", tier, "meta article:content_tier") if tier else None


def kept_back(article: Article, meta: Metadata, free: Fact | None) -> Fact | None:
    """Signs that the text was cut off; one alone may be chance."""
    last = max((at for at, one in enumerate(article.blocks) if isinstance(one, Paragraph)), default=-1)
    if last < 0:
        return None
    signs: list[str] = []
    ending = article.blocks[last].text
    if _ELLIPSIS.search(ending):
        signs.append("the last paragraph ends in an ellipsis")
    elif not _ENDS.search(ending):
        signs.append("the last paragraph ends without a stop")
    wall = next((item for item in article.left_out if item.why == "paywall" and item.after >= last), None)
    if wall:
        signs.append(f"behind it stands {wall.text[:80]!r}")
    if free and free.value == "no":
        signs.append("the page says it is not free to read")
    stated = _number(meta.ld.get("wordCount"))
    words = count_units(article.read_text, article.language) if stated > _MORE else 0
    if words and stated >= _LONGER * words and stated >= words + _MORE:
        signs.append(f"the page counts {stated} words, here are {words}")
    return Fact("text cut off", "likely", "; ".join(signs)) if len(signs) > 1 else None


def _number(value: Any) -> int:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0


def audio_fact(meta: Metadata, tree: Any, left: Sequence[Left]) -> Fact | None:
    """The publisher's own sound of this text: in its data, as an element, in a frame, or by a line."""
    given = [meta.ld.get(name) for name in ("audio", "associatedMedia", "encoding")]
    for one in (item for value in given for item in (value if isinstance(value, list) else [value])):
        if isinstance(one, dict) and str(one.get("@type")) in ("AudioObject", "Audiobook"):
            address = web_address(
                str(one.get("contentUrl") or one.get("embedUrl") or one.get("url") or ""), meta.base_url
            )
            return Fact(AUDIO, address or "yes", "JSON-LD audio")
    if tree is not None and (found := next(_sounding(tree, meta.base_url), None)):
        return found
    line = next((item.text for item in left if item.why == "player" and _READ_ALOUD.search(item.text)), None)
    return Fact(AUDIO, "yes", f"line {line!r}") if line else None


def _sounding(tree: Any, base_url: str | None) -> Iterator[Fact]:
    for element in tree.iter("audio", "iframe"):
        sources: Iterable[str | None] = (
            element.get("src"),
            element.get("data-src"),
            *(one.get("src") for one in element.iter("source")),
        )
        address = next(
            (found for one in sources if one and one[0] != "#" and (found := web_address(one, base_url))),
            None,
        )
        if next(element.iterancestors("nav", "aside", "footer"), None) is not None:
            continue
        if element.tag == "audio" and address:
            yield Fact(AUDIO, address, "<audio>")
        elif address and _SPOKEN.search(address) and "podcast" not in address:
            yield Fact(AUDIO, address, "<iframe>")


def paid_fact(genre: Fact | None) -> Fact | None:
    """That somebody paid for the article, where its kind says so."""
    return Fact(SPONSORED, "yes", genre.where) if genre and genre.value == "sponsored" else None
