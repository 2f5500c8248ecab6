"""The pages a server shows: an article with its player, the shelf, what went wrong."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import cache

from fastapi.responses import HTMLResponse

from oyez.exporting.html import Shell, page_html, web_files
from oyez.exporting.templates import environment
from oyez.model.article import Article

__all__ = ["problem_page", "reader_page", "shelf_page"]


def reader_page(key: str, article: Article) -> HTMLResponse:
    """The listening page of an article."""
    data = {
        "article": key,
        "language": article.language,
        "doors": {"player": f"/api/articles/{key}/player", "voices": "/api/voices"},
    }
    shell = _shell()
    return _page(page_html(article, data, shell), shell)


def shelf_page(articles: Sequence[tuple[str, Article]]) -> HTMLResponse:
    """A field to open a page with, and the articles that are open."""
    shell = _shell()
    return _page(environment().get_template("shelf.html").render(shell=shell, articles=articles), shell)


def problem_page(status: int, detail: str, hint: str) -> HTMLResponse:
    """What went wrong and what to do, for people."""
    shell = _shell()
    html = environment().get_template("problem.html").render(shell=shell, detail=detail, hint=hint)
    return _page(html, shell, status)


def _page(html: str, shell: Shell, status: int = 200) -> HTMLResponse:
    policy = (
        f"default-src 'self'; script-src 'self' 'nonce-{shell.nonce}'; img-src 'self' data: http: https:; "
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}  # a nonce is used once
    return HTMLResponse(html, status, headers)


def _shell() -> Shell:
    return Shell(_modules(), secrets.token_urlsafe(16), "/web/icon.svg", styles="/web/styles.css")


@cache
def _modules() -> dict[str, str]:
    return {f"oyez/{name}": f"/web/{name}" for name in web_files(".js")}
