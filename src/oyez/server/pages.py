"""The pages a server shows: an article with its player, the shelf, what went wrong."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from fastapi import Request
from fastapi.responses import HTMLResponse

from oyez.exporting.html import Shell, page_html
from oyez.exporting.templates import environment
from oyez.exporting.templates.wording import Wording, wording
from oyez.exporting.web_files import STYLES
from oyez.model.article import Article
from oyez.server.web import web_base

__all__ = ["problem_page", "reader_page", "shelf_page", "wording_for"]

_LONGEST_HEADER = 1000  # characters of Accept-Language that are read


def wording_for(request: Request) -> Wording:
    """The texts in the language that the browser asks for (Accept-Language: RFC 9110, 12.5.4)."""
    wanted = []
    for item in request.headers.get("accept-language", "")[:_LONGEST_HEADER].split(","):
        tag, _, weight = item.partition(";")
        quality = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", weight)
        wanted.append((-float(quality[1]) if quality else -1.0, tag.strip()))
    return wording(*(tag for _, tag in sorted(wanted, key=lambda pair: pair[0])))


def reader_page(key: str, article: Article, ui: Wording) -> HTMLResponse:
    """The listening page of an article."""
    data = {
        "article": key,
        "language": article.language,
        "doors": {"narrations": f"/api/articles/{key}/narrations", "voices": "/api/voices"},
    }
    shell = _shell()
    return _page(page_html(article, data, shell, ui=ui), shell)


def shelf_page(articles: Sequence[tuple[str, Article]], ui: Wording) -> HTMLResponse:
    """A field to open a page with, and the articles that are open."""
    shell = _shell()
    template = environment().get_template("shelf.html")
    return _page(template.render(shell=shell, articles=articles, ui=ui), shell)


def problem_page(status: int, detail: str, hint: str, ui: Wording) -> HTMLResponse:
    """What went wrong and what to do, for people."""
    shell = _shell()
    html = environment().get_template("problem.html").render(shell=shell, detail=detail, hint=hint, ui=ui)
    return _page(html, shell, status)


def _page(html: str, shell: Shell, status: int = 200) -> HTMLResponse:
    policy = (
        f"default-src 'self'; script-src 'self' 'nonce-{shell.nonce}'; img-src 'self' data: http: https:; "
        "media-src 'self' blob:; "  # a stream in the making comes to the player through a blob: address
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}  # a nonce is used once
    return HTMLResponse(html, status, headers)


def _shell() -> Shell:
    base = web_base()
    return Shell(
        base,
        secrets.token_urlsafe(16),
        f"{base}icon.svg",
        styles=base + STYLES,
    )
