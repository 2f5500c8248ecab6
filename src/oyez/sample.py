"""The bundled sample article: one of our own writing, in the shape of a real news page."""

from __future__ import annotations

from importlib.resources import files

from oyez.model.page import Page

__all__ = ["sample_page"]


def sample_page() -> Page:
    """The sample as plain text, as a reader's copy and paste of the page would give it."""
    return Page(files("oyez").joinpath("data", "harbour.txt").read_bytes())
