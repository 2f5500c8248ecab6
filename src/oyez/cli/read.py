"""oyez read: the clean article of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from oyez.cli.options import article_from, page_options

if TYPE_CHECKING:
    from oyez.model.article import Article, Block

__all__ = ["run"]


@click.command("read")
@page_options
def run(source: str, url: str | None, allow_private: bool, as_json: bool) -> None:
    """The clean article of a page.

    A SOURCE is a web address, a file (.html, .md, .txt, or oyez's own .json), or - for standard input.
    """
    from oyez.model.json import to_json

    article = article_from(source, url, allow_private)
    print(to_json(article, indent=2) if as_json else _as_text(article))


def _as_text(article: Article) -> str:
    lines = [article.title, "=" * min(len(article.title), 78), ""]
    for block in article.blocks:
        lines += [_block(block), ""]
    lines.append(f"[{article.minutes_to_read} min to read; {len(article.left_out)} things left out]")
    return "\n".join(lines)


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
