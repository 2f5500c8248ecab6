"""A page's tree to lines, in the order in which they stand.

tree -> walk (zones, lists, quotes, figures as context) -> runs of inline text -> Line

The walk keeps its own stack: pages nest hundreds of levels deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from oyez.model.article import Block, Figure, Image
from oyez.reading.atoms import absolute, code_block, data_table, embed_block, image_of, visible_text
from oyez.reading.dom import BLOCKS, is_hidden
from oyez.reading.groups import group_figure, group_picture, group_quote
from oyez.reading.line import Line, LineKind, Zone
from oyez.reading.mass import HOME_SHARE, OFTEN_HEAVY, ONLY_SHARE, PROSE, Mass
from oyez.reading.runs import MarkKind, Run
from oyez.reading.zones import role_of, zone_of

__all__ = ["segment"]

_MARKS: dict[str, MarkKind] = {
    "a": "link",
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "strong": "strong",
    "b": "strong",
    "code": "code",
    "kbd": "code",
}
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_TABLE_HEADING = 4  # level of a table's caption among headings
_RUBY = frozenset({"rt", "rp"})  # readings printed above the characters
_MOST_LINKED = 8  # lines in one link around blocks, a teaser; more are an <a> that was never closed
_PICTURE = ("figcaption", "img")  # a button around them opens the picture, it is none itself
_EMBEDS = frozenset({"iframe", "video", "audio", "embed"})


@dataclass(slots=True)
class _Context:
    """What holds for everything inside the elements that are open."""

    element: Any
    kind: LineKind = "text"
    role: str | None = None
    level: int = 0
    number: int | None = None
    item: Any = None
    zone: Zone | None = None
    in_figure: bool = False


def segment(tree: Any, base_url: str | None = None) -> tuple[Line, ...]:
    """Every visible run of text under `tree`, with its structure; figures, tables and code as blocks."""
    return tuple(_Walk(tree, base_url).lines())


class _Walk:
    def __init__(self, tree: Any, base_url: str | None) -> None:
        self._base = base_url
        self._mass = Mass(tree)
        self._run = Run()
        self._images: list[Image] = []
        self._readings: list[str] = []
        self._numbered: set[Any] = set()
        self._out: list[Line] = []
        self._context = _Context(tree)
        self._tree = tree

    def lines(self) -> list[Line]:
        # Three kinds of work wait on the stack: an element to enter, a text to add, a step to finish.
        stack: list[Any] = [self._tree]
        while stack:
            work = stack.pop()
            if isinstance(work, str):
                self._run.add(work)
            elif callable(work):
                work()
            else:
                self._enter(work, stack)
        self._flush()
        return _without_misnamed(self._out)

    def _enter(self, element: Any, stack: list[Any]) -> None:
        tag = element.tag
        if is_hidden(element):
            return
        if tag in _RUBY:
            self._readings.append(visible_text(element))
            return
        if tag == "br":
            if self._run.line_break():
                self._flush()
            return
        if tag == "img":
            image = image_of(element, self._base)
            if image and self._run.length:
                self._images.append(image)  # it stands behind the text before it
            elif image:
                self._emit(self._line("", kind="block", image=image))
            return
        atom = self._atom(element)
        if atom is not None:
            self._flush()
            if element.tag == "table":
                self._table_heading(element)
            self._emit(atom)
            return
        if tag in _MARKS:
            stack.append(self._enter_inline(element, _MARKS[tag]))
        elif tag in BLOCKS or tag == "button" or ("-" in tag and zone_of(element)):
            stack.append(self._enter_block(element))
        _push_content(element, stack)

    def _table_heading(self, table: Any) -> None:
        """The <caption> of a data table, as a heading in front of it."""
        caption = table.find("caption")
        if caption is not None:
            text = visible_text(caption)
            if text:
                self._emit(self._line(text, kind="heading", level=_TABLE_HEADING, element=caption))

    def _atom(self, element: Any) -> Line | None:
        block: Block | None
        if element.tag == "table":
            block = data_table(element)
        elif element.tag == "pre":
            block = code_block(element)
        elif element.tag in _EMBEDS:
            block = embed_block(element, self._base)
        else:
            return None
        return None if block is None else self._line(block.text, kind="block", element=element, block=block)

    def _enter_inline(self, element: Any, kind: MarkKind) -> Callable[[], None]:
        before = element.getprevious()
        if kind == "link" and before is not None and before.tag == "a" and not before.tail:
            self._run.add(" ")  # links of a menu are set apart by style alone
        run, start, first = self._run, self._run.length, len(self._out)
        href = element.get("href") if kind == "link" else None
        if href and self._base and not href.startswith("#"):  # "#fn1" is a note of this page
            href = absolute(href, self._base)

        def leave() -> None:
            if self._run is run and (kind != "link" or href):
                run.mark(start, kind, href)
            elif href and 0 < len(self._out) - first <= _MOST_LINKED:
                # A link around blocks. An <a> without an address is a place to jump to and links nothing.
                self._out[first:] = [replace(line, link_share=1.0) for line in self._out[first:]]

        return leave

    def _enter_block(self, element: Any) -> Callable[[], None]:
        if self._run.parts or self._readings or self._images:  # most boxes hold only boxes
            self._flush()
        outer, first = self._context, len(self._out)
        self._context = self._inside(element, outer)

        def leave() -> None:
            self._flush()
            if element.tag == "figure":
                self._out[first:] = group_figure(self._out[first:], self._line("", element=element))
            elif element.tag == "blockquote":
                self._out[first:] = group_quote(self._out[first:])
            elif not self._context.in_figure and 2 <= len(self._out) - first <= 3:
                self._out[first:] = group_picture(self._out[first:])
            self._context = outer

        return leave

    def _inside(self, element: Any, outer: _Context) -> _Context:
        tag = element.tag
        role = role_of(element)
        if not role or not (role == "footnote" or self._mass.is_one_part(element)):
            role = outer.role
        context = _Context(element, outer.kind, role, outer.level, outer.number, outer.item, outer.zone)
        zone = zone_of(element)
        in_picture = tag == "button" and any(element.find(f".//{part}") is not None for part in _PICTURE)
        if zone and not in_picture and not self._mass.holds_the_article(element, zone[0]):
            context.zone = Zone(*zone)
        if tag in _HEADINGS and outer.kind != "caption":
            context.kind, context.level = "heading", _HEADINGS[tag]
        elif tag == "li" and not self._mass.is_layout(element):
            context.kind, context.number, context.item = "item", _item_number(element), element
            context.level = outer.level + 1 if outer.kind == "item" else 1
        elif tag == "blockquote":
            context.kind = "quote"
        elif tag == "figcaption" or context.role == "caption":
            context.kind = "caption"
        elif context.role == "credit":
            # "credits" under a headline name the writers, inside a figure the photographer.
            context.kind = "credit" if outer.in_figure else context.kind
            context.role = "credit" if outer.in_figure else "byline"
        context.in_figure = outer.in_figure or tag == "figure" or context.kind == "caption"
        return context

    def _flush(self) -> None:
        """End the run: emit its line, then the pictures that stood in it."""
        if not (self._run.parts or self._readings or self._images):
            return
        run, self._run = self._run, Run()
        text, marks = run.finish()
        if text:
            share = min(1.0, run.linked / len(text))
            self._emit(self._line(text, marks=marks, link_share=share))
            self._numbered.add(self._context.item)  # its first line carries an item's number
        readings, self._readings = self._readings, []
        if any(readings):
            reading = self._line("".join(readings), element=self._context.element)
            self._emit(replace(reading, zone=Zone("reading of characters", "<rt>")))
        images, self._images = self._images, []
        for image in images:
            self._emit(self._line("", kind="block", image=image))

    def _emit(self, line: Line) -> None:
        self._out.append(line)

    def _line(self, text: str, *, image: Image | None = None, **given: Any) -> Line:
        context = self._context
        values: dict[str, Any] = {
            "kind": context.kind,
            "role": context.role,
            "level": context.level,
            "number": None if context.item in self._numbered else context.number,
            "element": context.element,
            "zone": context.zone,
        } | given
        if image:
            values["block"] = Figure(image=image)
        return Line(text, where=_where(values["element"]), **values)


def _without_misnamed(lines: list[Line]) -> list[Line]:
    """Lines freed from a furniture name that most of the page's prose bears: there it names no furniture."""
    prose = [line for line in lines if len(line.text) >= PROSE and line.link_share < 0.3]
    total = sum(len(line.text) for line in prose)
    named: dict[Zone, int] = {}
    for line in prose:
        if line.zone:
            named[line.zone] = named.get(line.zone, 0) + len(line.text)
    misnamed = {
        zone
        for zone, held in named.items()
        if held > (ONLY_SHARE if zone.why in OFTEN_HEAVY else HOME_SHARE) * total
    }
    if not misnamed:
        return lines
    return [replace(line, zone=None) if line.zone in misnamed else line for line in lines]


def _push_content(element: Any, stack: list[Any]) -> None:
    """What stands in an element, the last of it first: a stack gives it back in order."""
    for child in element.iterchildren(reversed=True):
        tail = child.tail
        if tail and not (child.tag in BLOCKS and tail.isspace()):  # between blocks, space is no text
            stack.append(tail)
        stack.append(child)
    text = element.text
    if text and not (element.tag in BLOCKS and text.isspace()):
        stack.append(text)


def _item_number(item: Any) -> int | None:
    """The number a browser prints before an item of an ordered list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return None
    step = -1 if parent.get("reversed") is not None else 1
    items = parent.findall("li")
    number = _whole(parent.get("start"), len(items) if step < 0 else 1)
    for before in items:
        number = _whole(before.get("value"), number)
        if before is item:
            break
        number += step
    return number


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,8}", text.strip()) else otherwise


def _where(element: Any) -> str:
    names = (element.get("class") or element.get("id") or "").split()
    return f"<{element.tag} {names[0][:40]}>" if names else f"<{element.tag}>"
