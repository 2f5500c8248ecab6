"""One parse of a page, and what of it can be seen."""

from __future__ import annotations

from typing import Any

from oyez.errors import NotAnArticle

__all__ = ["BLOCKS", "is_hidden", "parse"]

# Elements that start a new run of text; all others flow within one.
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol "
    "option p pre section summary table tbody td tfoot th thead tr ul".split()
)
# <source> is no void element to libxml2: the <img> of a <picture> lies inside it.
_NEVER_SHOWN = frozenset(
    "script style template noscript head link meta svg math canvas object datalist map area "
    "track param base title".split()
)


def parse(html: str) -> Any:
    """An lxml tree of the page, however broken; NotAnArticle when it holds no element at all."""
    from lxml import etree
    from lxml import html as lxml_html

    # lxml drops text in silence below 256 levels of nesting unless it is told that trees may be huge.
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise NotAnArticle("the page is empty", "give a page that holds an article") from error
    return tree


def is_hidden(element: Any) -> bool:
    """True for elements that a browser does not show."""
    if not isinstance(element.tag, str) or element.tag in _NEVER_SHOWN:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return element.tag not in ("article", "main", "body")
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
