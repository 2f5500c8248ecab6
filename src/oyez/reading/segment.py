"""A page's tree to lines, in the order in which they stand.

tree -> walk (zones, lists, quotes, figures as context) -> runs of inline text -> Line

The walk keeps its own stack: pages nest hundreds of levels deep.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from oyez.model.article import Block, Figure, Image, Mark
from oyez.reading.atoms import absolute, code_block, data_table, embed_block, image_of, visible_text
from oyez.reading.contexts import Context, Contexts
from oyez.reading.dom import BLOCKS, is_hidden
from oyez.reading.groups import group_figure, group_picture, group_quote
from oyez.reading.line import Line, LineKind, Zone, where_of
from oyez.reading.mass import HOME_SHARE, OFTEN_HEAVY, ONLY_SHARE, PROSE, Mass
from oyez.reading.menus import menu_lines
from oyez.reading.runs import MarkKind, Run
from oyez.reading.zones import zone_of

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
_TABLE_HEADING = 4  # level of a table's caption among headings
_RUBY = frozenset({"rt", "rp"})  # readings printed above the characters
_MOST_LINKED = 8  # lines in one link around blocks, a teaser; more are an <a> that was never closed
_EMBEDS = frozenset({"iframe", "video", "audio", "embed"})
_ALONE = _RUBY | _EMBEDS | {"br", "img", "table", "pre"}


def segment(tree: Any, base_url: str | None = None) -> tuple[Line, ...]:
    """Every visible run of text under `tree`, with its structure; figures, tables and code as blocks."""
    return tuple(_Walk(tree, base_url).lines())


class _Walk:
    def __init__(self, tree: Any, base_url: str | None) -> None:
        self._base = base_url
        self._mass = Mass(tree)
        self._contexts = Contexts(self._mass)
        self._run = Run()
        self._images: list[Image] = []
        self._readings: list[str] = []
        self._numbered: set[Any] = set()
        self._out: list[Line] = []
        self._context = Context(tree)
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
        if is_hidden(element):
            return
        tag = element.tag
        if tag in _ALONE and self._alone(element, tag):
            return
        if tag in _MARKS:
            stack.append(self._enter_inline(element, _MARKS[tag]))
        elif tag in BLOCKS or tag == "button" or ("-" in tag and zone_of(element)):
            if self._run.parts or self._readings or self._images:  # most boxes hold only boxes
                self._flush()
            outer, first = self._context, len(self._out)
            inside = self._contexts.inside(element, outer)
            zone = inside.zone
            bare = outer.kind == "text" and not outer.in_figure  # a quotation's <footer> names its speaker
            if bare and zone is not None and zone is not outer.zone and self._is_menu(element, zone):
                self._out += menu_lines(element, zone, self._base)
                return
            self._context = inside
            stack.append(self._leave_block(element, outer, first))
        _push_content(element, stack)

    def _alone(self, element: Any, tag: str) -> bool:
        """True for an element that is one thing as it is, and now taken in: what it holds is not entered."""
        if tag in _RUBY:
            self._readings.append(visible_text(element))
        elif tag == "br":
            if self._run.line_break():
                self._flush()
        elif tag == "img":
            image = image_of(element, self._base)
            if image and self._run.length:
                self._images.append(image)  # it stands behind the text before it
            elif image:
                self._emit(self._line("", kind="block", image=image))
        else:
            atom = self._atom(element)
            if atom is None:
                return False
            self._flush()
            if tag == "table":
                self._table_heading(element)
            self._emit(atom)
        return True

    def _is_menu(self, element: Any, zone: Zone) -> bool:
        """True for a box of furniture without prose; what a <header> holds may be of the article yet."""
        return zone.evidence != "<header>" and not self._mass.holds_prose(element)

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

    def _leave_block(self, element: Any, outer: Context, first: int) -> Callable[[], None]:
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

    def _line(
        self,
        text: str,
        *,
        kind: LineKind | None = None,
        element: Any = None,
        level: int | None = None,
        marks: tuple[Mark, ...] = (),
        link_share: float = 0.0,
        image: Image | None = None,
        block: Block | None = None,
    ) -> Line:
        """A line in the present context; what is given goes before what that says."""
        context = self._context
        element = context.element if element is None else element
        return Line(
            text,
            kind or context.kind,
            context.role,
            marks,
            context.level if level is None else level,
            None if context.number is None or context.item in self._numbered else context.number,
            Figure(image=image) if image else block,
            element,
            where_of(element),
            context.zone,
            link_share,
        )


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
