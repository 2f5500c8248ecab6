"""The pages' templates (Jinja2), and what is made ready for them: `view` the article, `marked` its text."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["environment"]


@cache
def environment() -> Environment:
    """Jinja2 over the templates beside this file, escaping everything that is not Markup."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    from oyez.exporting.templates.marked import exact, marked

    def source(name: str) -> str:
        return (files(__name__) / name).read_text("utf-8")

    made = Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        exact=exact,
        plain=lambda text: marked(text, ()),
        host=_host,
        day=_day,
        sentence=_sentence,
        term=lambda text, ui: ui.term(text),
    )
    return made


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"
