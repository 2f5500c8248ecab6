"""oyez read: the clean article of a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from oyez.cli.options import article_from, given_source, page_options

if TYPE_CHECKING:
    from oyez.model.article import Article, Block

__all__ = ["run"]


@click.command("read")
@page_options
@click.option("--parts", is_flag=True, help="List the chapters of a book or the items of a feed instead.")
def run(
    source: str, url: str | None, allow_private: bool, part: int | None, as_json: bool, parts: bool
) -> None:
    """The clean article of a page.

    A SOURCE is a web address, a file (a web page, Markdown, plain text, a PDF, an EPUB book, an RSS or Atom
    feed, or oyez's own .json), or - for standard input.
    """
    from oyez.model.json import to_json

    if parts:
        _list_parts(source, url, allow_private, as_json)
        return
    article = article_from(source, url, allow_private, part)
    print(to_json(article, indent=2) if as_json else _as_text(article))


def _list_parts(source: str, url: str | None, allow_private: bool, as_json: bool) -> None:
    from oyez import api
    from oyez.model.json import plain
    from oyez.settings import load_settings

    settings = load_settings(allow_private=allow_private or None)
    found = api.parts(given_source(source, url, settings), url=url, settings=settings)
    if as_json:
        print(json.dumps([plain(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        print(
            f"{one.number:4}  {one.title or one.url or ''}"
            + (f"  ({one.published})" if one.published else "")
        )
    if not found:
        print("this is one article, without parts")


def _as_text(article: Article) -> str:
    lines = [article.title, "=" * min(len(article.title), 78), ""]
    for block in article.blocks:
        lines += [_block(block), ""]
    lines.append(f"[{article.minutes_to_read} min to read; {len(article.left_out)} things left out]")
    lines += [f"[{note}]" for note in article.notes]
    return "\n".join([*lines, "", *_about(article)])


def _about(article: Article) -> list[str]:
    """The three lists: what the page states of itself, what was found and where, what was not found."""
    trust = article.trust
    lines = []
    for heading, facts in (("What this page states", trust.stated), ("What was found", trust.found)):
        if facts:
            lines += [heading, *(f"  {fact.what}: {fact.value}  [{fact.where}]" for fact in facts), ""]
    if trust.not_found:
        lines += ["Looked for and not found", f"  {', '.join(trust.not_found)}"]
    return lines


def _block(block: Block) -> str:
    from oyez.model.article import Code, Embed, Figure, Heading, ListItem, PullQuote, Quote

    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    if isinstance(block, ListItem):
        return f"{'  ' * (block.depth - 1)}{f'{block.number}.' if block.number else '-'} {block.text}"
    if isinstance(block, PullQuote | Quote):
        return f"> {block.text}" + (f"\n> — {block.attribution}" if block.attribution else "")
    if isinstance(block, Figure):
        credit = block.credit.text if block.credit else ""
        return f"[{f'{block.caption} {credit}'.strip() or 'picture'}]"
    if isinstance(block, Code):
        return "\n".join(f"    {line}" for line in block.text.split("\n"))
    if isinstance(block, Embed):
        return f"[{block.what}: {block.text or block.link}]"
    return block.text
