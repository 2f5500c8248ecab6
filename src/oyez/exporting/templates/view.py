"""An article as its template shows it: entries, nested lists, and what was left out after each block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from oyez.exporting.templates.direction import direction
from oyez.exporting.templates.marked import Gloss, exact, marked, safe_url
from oyez.model.article import Article, Block, Figure, Left, ListItem, Mark
from oyez.model.offsets import Utf16
from oyez.scripting.attribution import quotations
from oyez.scripting.speaking import sentences_of

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["article_view"]

_OPENING = frozenset({"standfirst", "byline", "dateline"})  # kinds that stand with the headline
# Facts whose values are our own words ("yes", "opinion", "likely"), not the page's.
_OUR_WORDS = frozenset(
    {
        "free to read",
        "kind of article",
        "text cut off",
        "publisher's audio",
        "content credentials",
        "sponsorship notice",
        "Trust Project mark",
        "JTI mark",
    }
)
_DEEPEST_LIST = 6
_LONGEST_EXCERPT = 200  # characters shown of a text that was left out


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block with its text as HTML."""

    index: int
    block: Block
    text: Markup

    @property
    def kind(self) -> str:
        return self.block.kind


@dataclass(slots=True)
class _List:
    """A list in the making, deeper lists inside its items."""

    ordered: bool
    items: list[tuple[_Entry, list[_List]]] = field(default_factory=list)
    kind: ClassVar[str] = "list"


def article_view(article: Article, *, remote_images: bool) -> dict[str, Any]:
    """All that the template of an article reads, by name."""
    entries = [
        _Entry(index, block, marked(block.text, _marks(block, article.language), article.url))
        for index, block in enumerate(article.blocks)
    ]
    opening = next((i for i, entry in enumerate(entries) if entry.kind not in _OPENING), len(entries))
    printed = any(entry.kind in ("byline", "dateline") for entry in entries)
    return {
        "article": article,
        "title": marked(article.title, ()),
        "direction": direction(article.language),
        "opening": entries[:opening],
        "body": list(_with_lists(entries[opening:])),
        # What the page prints itself is not said twice.
        "people": () if printed else article.people,
        "published": None if printed else article.published,
        "gaps": _gaps(article, opening),
        "trust_label": next((left.text for left in article.left_out if left.why == "trust label"), ""),
        "stated": tuple(dict.fromkeys((*article.trust.stated, *article.claims))),
        "quotations": _who_says_what(article),
        "claimed": _claimed_minutes(article.claim("reading time")),
        "remote_images": remote_images,
        "safe_url": lambda url: safe_url(url, article.url),
        "stated_url": safe_url,
        "our_words": _OUR_WORDS,
    }


def _marks(block: Block, language: str) -> Sequence[Mark | Gloss]:
    """A block's links and emphasis; in a caption also what its signs for places mean."""
    if not isinstance(block, Figure):
        return getattr(block, "marks", ())
    return [
        Gloss(word.start, word.end, word.say)
        for sentence in sentences_of(block.text, language, captions=True)
        for word in sentence.words
        if word.rule == "photo position" and word.say and word.end > word.start
    ]


def _who_says_what(article: Article) -> list[tuple[str, list[dict[str, Any]]]]:
    """Speakers in the order in which they are first heard, each with what they say and where it stands."""
    speakers: dict[str, list[dict[str, Any]]] = {}
    for quotation in quotations(article):
        first = quotation.passages[0]
        texts = (article.block_text(part.block)[part.start : part.end] for part in quotation.passages)
        offset = Utf16(article.block_text(first.block)).out(first.start)
        speakers.setdefault(quotation.speaker, []).append(
            {
                "text": " … ".join(text.strip() for text in texts),
                "place": f"{first.block}:{offset}",
                "inferred": quotation.inferred,
            }
        )
    return list(speakers.items())


def _with_lists(entries: Sequence[_Entry]) -> Iterator[_Entry | _List]:
    """Entries in order, runs of list items gathered into lists."""
    run: list[_Entry] = []
    for entry in entries:
        if isinstance(entry.block, ListItem):
            run.append(entry)
            continue
        yield from _lists(run)
        run = []
        yield entry
    yield from _lists(run)


def _lists(run: Sequence[_Entry]) -> list[_List]:
    """Lists of consecutive items; deeper ones stand inside the item before them."""
    depths = [min(getattr(entry.block, "depth", 1), _DEEPEST_LIST) for entry in run]
    lists: list[_List] = []
    at = 0
    while at < len(run):
        stop = next((i for i in range(at + 1, len(run)) if depths[i] <= depths[0]), len(run))
        ordered = getattr(run[at].block, "number", None) is not None
        if not lists or lists[-1].ordered != ordered:
            lists.append(_List(ordered))
        lists[-1].items.append((run[at], _lists(run[at + 1 : stop])))
        at = stop
    return lists


def _gaps(article: Article, opening: int) -> dict[int, dict[str, Any]]:
    """What was left out after each block: every reason once, and the texts with their evidence.

    What stood among the opening blocks is told at -1, under all of them.
    """
    last = len(article.blocks) - 1
    here: dict[int, list[Left]] = {index: [] for index in range(-1, last + 1)}
    for left in article.left_out:
        here[-1 if left.after < opening else min(left.after, last)].append(left)
    return {
        index: {
            "reasons": [exact(why) for why in dict.fromkeys(left.why for left in lefts)],
            "texts": [(left, _excerpt(left)) for left in lefts],
        }
        for index, lefts in here.items()
    }


def _excerpt(left: Left) -> str:
    text = exact(left.text)
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1] + "…"


def _claimed_minutes(claim: str | None) -> str:
    """The number of "3 minutes"; a claim of another shape as it stands."""
    number, _, unit = (claim or "").strip().partition(" ")
    return number if number.isdecimal() and unit.startswith("min") else exact(claim or "")
