"""The article: a title and typed blocks in reading order, and everything that was left out of it.

Every block has `.text`; offsets into it are code points. The title is never a block.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Literal

from oyez.model.readingtime import minutes_to_read
from oyez.model.trust import Fact, Trust

__all__ = [
    "Article",
    "Block",
    "Byline",
    "Code",
    "Credit",
    "Dateline",
    "Embed",
    "Figure",
    "Footnote",
    "Heading",
    "Image",
    "Left",
    "ListItem",
    "Mark",
    "Paragraph",
    "Person",
    "PullQuote",
    "Quote",
    "Standfirst",
    "Table",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """A link or emphasis over characters start:end of a block's text."""

    start: int
    end: int
    kind: Literal["link", "emphasis", "strong", "code"]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the page names as an author."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """Who made a picture: `text` as the page prints it, split into its source and agency."""

    text: str
    source: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's address as the page gives it (made absolute where a base is known) and its alt text."""

    url: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Standfirst:
    """The line or two under the headline that sum the article up."""

    kind: ClassVar[str] = "standfirst"
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it, as printed."""

    kind: ClassVar[str] = "byline"
    text: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where or when it was written, as printed."""

    kind: ClassVar[str] = "dateline"
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A subhead; `level` 2 to 6."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    kind: ClassVar[str] = "paragraph"
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation that belongs to the running text."""

    kind: ClassVar[str] = "quote"
    text: str
    attribution: str | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class PullQuote:
    """A quotation set large beside the text; `repeats` is the index of the block that already says it."""

    kind: ClassVar[str] = "pull-quote"
    text: str
    attribution: str | None = None
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; `number` is set in ordered lists, `depth` counts from 1."""

    kind: ClassVar[str] = "list-item"
    text: str
    number: int | None = None
    depth: int = 1
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, chart or film with its caption and credit; without an image it is still a figure."""

    kind: ClassVar[str] = "figure"
    caption: str = ""
    credit: Credit | None = None
    image: Image | None = None

    @property
    def text(self) -> str:
        """The caption."""
        return self.caption


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; `header` may be empty."""

    kind: ClassVar[str] = "table"
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """Rows joined by newline, cells by tab, the header first."""
        lines = (self.header, *self.rows) if self.header else self.rows
        return "\n".join("\t".join(cells) for cells in lines)


@dataclass(frozen=True, slots=True)
class Code:
    """Program text, kept line for line."""

    kind: ClassVar[str] = "code"
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Embed:
    """Something of another site shown inside the page: a post, a film, a map."""

    kind: ClassVar[str] = "embed"
    text: str
    what: str = "embed"
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the article."""

    kind: ClassVar[str] = "footnote"
    text: str
    label: str = ""


Block = (
    Standfirst
    | Byline
    | Dateline
    | Heading
    | Paragraph
    | Quote
    | PullQuote
    | ListItem
    | Figure
    | Table
    | Code
    | Embed
    | Footnote
)

# Blocks counted as running text by the reading time; a pull quote counts only where it repeats nothing.
_READ_KINDS = frozenset(
    {"standfirst", "heading", "paragraph", "quote", "list-item", "figure", "table", "footnote"}
)


@dataclass(frozen=True, slots=True)
class Left:
    """Text of the page that is not shown as the article: why, on what evidence, and where it stood.

    `after` is the index of the block it followed; -1 when it stood before the first.
    """

    text: str
    why: str
    after: int
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article. `claims` are the page's own statements (its reading time), kept beside ours.

    `section` is the rubric it stands in, `genre` what the page says it is ("news", "opinion", "analysis",
    "review", "live", "interview", "sponsored", "satire", "obituary"), `image` the picture that stands for it.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str
    url: str | None = None
    publisher: str | None = None
    people: tuple[Person, ...] = ()
    published: datetime | date | None = None
    modified: datetime | date | None = None
    trust: Trust = Trust()
    claims: tuple[Fact, ...] = ()
    left_out: tuple[Left, ...] = ()
    notes: tuple[str, ...] = ()
    section: str | None = None
    genre: str | None = None
    image: Image | None = None

    @property
    def read_text(self) -> str:
        """Headline, standfirst, body and each caption once: what the reading time counts."""
        parts = [self.title]
        for block in self.blocks:
            fresh_pull_quote = isinstance(block, PullQuote) and block.repeats is None
            if block.kind in _READ_KINDS or fresh_pull_quote:
                parts.append(block.text)
        return "\n".join(part for part in parts if part)

    @property
    def minutes_to_read(self) -> int:
        """Silent reading time in whole minutes, rounded up."""
        return minutes_to_read(self.read_text, self.language)

    def claim(self, what: str) -> str | None:
        """What the page itself says of `what` ("reading time"), or None."""
        return next((fact.value for fact in self.claims if fact.what == what), None)

    def with_note(self, note: str) -> Article:
        """The same with one more note."""
        return replace(self, notes=(*self.notes, note))

    def block_text(self, block: int | None) -> str:
        """The text of a block by index; None is the title."""
        return self.title if block is None else self.blocks[block].text
