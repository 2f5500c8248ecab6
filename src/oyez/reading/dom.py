"""One parse of a page, and what of it can be seen."""

from __future__ import annotations

import re
from typing import Any

from oyez.errors import NotAnArticle
from oyez.reading.prescan import flattened, is_too_deep, refuse_too_large

__all__ = ["BLOCKS", "UNSEEN", "is_hidden", "parse"]

# Elements that start a new run of text; all others flow within one.
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol "
    "option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_CLASS_ALONE = ["class"]
_MOST_ATTRIBUTES = 1000
_CROWDED_TAG = re.compile(r"<([a-zA-Z][\w:-]*)(\s[^<>]{4000,})>")
_CROWD = 4000  # characters of a tag; shorter ones hold no thousand attributes
_HEAD = frozenset({"base", "link", "meta", "noscript", "script", "style", "template", "title"})
# <source> is no void element to libxml2: the <img> of a <picture> lies inside it.
UNSEEN = frozenset(
    "script style template noscript head link meta svg math canvas object datalist map area "
    "track param base title".split()
)
_STREAMED = re.compile(r"S:[0-9a-f]{1,8}")


def parse(html: str) -> Any:
    """An lxml tree of the page, however broken, that nests no deeper than pages are written.

    NotAnArticle when it holds no element at all, TooLarge beyond 20 million characters or 400,000 tags.
    """
    refuse_too_large(html)
    if any(len(tag) > _CROWD and _CROWDED_TAG.match(f"<{tag}") for tag in html.split("<")):
        html = _CROWDED_TAG.sub(_uncrowded, html)
    tree = _tree(html)
    if is_too_deep(tree):
        tree = _tree(flattened(html))
    _free_the_head(tree)
    _set_streamed_parts(tree)
    return tree


def _tree(html: str) -> Any:
    from lxml import etree
    from lxml import html as lxml_html

    # lxml drops text in silence below 256 levels of nesting unless it is told that trees may be huge.
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    # One class for all elements: lxml.html asks Python for the class of each, a tenth of all our time.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement))
    try:
        return lxml_html.document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise NotAnArticle("the page is empty", "give a page that holds an article") from error


def _uncrowded(tag: re.Match[str]) -> str:
    """A tag without its attributes where they are a thousand: parsers take quadratic time over them."""
    return f"<{tag[1]}>" if len(tag[2].split()) > _MOST_ATTRIBUTES else tag[0]


def _free_the_head(tree: Any) -> None:
    """Move what libxml2 took for metadata out of the head: HTML5 may omit </head><body> before <article>."""
    head = tree.find("head")
    if head is None:
        return
    strays = [child for child in head if isinstance(child.tag, str) and child.tag not in _HEAD]
    if not strays:
        return
    body = tree.find("body")
    if body is None:
        body = tree.makeelement("body", {})
        tree.append(body)
    for place, stray in enumerate(strays):
        body.insert(place, stray)


def _set_streamed_parts(tree: Any) -> None:
    """Put what React streams behind the page, hidden until a script moves it, where that script would.

    <template id="B:0"> (or "P:0") marks the place of <div hidden id="S:0">.
    """
    parts = [part for part in tree.iter("div") if _STREAMED.fullmatch(part.get("id") or "")]
    if not any(part.get("hidden") is not None for part in parts):
        return
    places = {place.get("id"): place for place in tree.iter("template") if place.get("id")}
    for part in parts:
        name = part.get("id")[2:]
        place = places.get(f"B:{name}", places.get(f"P:{name}"))
        part.attrib.pop("hidden", None)
        if place is not None and place.getparent() is not None and part not in set(place.iterancestors()):
            part.tail, tail = None, part.tail
            if tail:
                _keep_tail(part, tail)
            place.addprevious(part)


def _keep_tail(element: Any, tail: str) -> None:
    """Leave the text behind an element where it stands when the element itself moves."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + tail
    elif parent is not None:
        parent.text = (parent.text or "") + tail


def _in_caption(element: Any) -> bool:
    """Captions are hidden from listeners where the picture's alternative text says the same."""
    parent = element.getparent()
    return element.tag == "figcaption" or (parent is not None and parent.tag == "figcaption")


def is_hidden(element: Any) -> bool:
    """True for elements that a browser does not show, or that their author hides from listeners."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return True
    keys = element.keys()
    if not keys or keys == _CLASS_ALONE:
        return False
    # Hidden from screen readers but not from the eye: by its author's word a copy or an ornament.
    if "hidden" in keys:
        return element.tag not in ("article", "main", "body")
    if "aria-hidden" in keys and element.get("aria-hidden") == "true":
        return element.tag not in ("article", "main", "body") and not _in_caption(element)
    if "style" not in keys:
        return False
    style = element.get("style").replace(" ", "").lower().split(";")
    return "display:none" in style or "visibility:hidden" in style
