"""The article of a page that keeps it in data for its scripts, where the visible page holds clearly less.

scripts -> JSON values (JSON-LD, __NEXT_DATA__ and other JSON, state assigned to a name, React's flight rows)
        -> texts grouped by their place -> the place with most running text -> an element set into the tree
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from oyez.reading.fold import Bag
from oyez.reading.span import size

__all__ = ["HiddenText", "hidden_text", "set_into"]

_LIMIT = 3_000_000  # characters of scripts looked at, all together; a long article's state is a tenth of it
_MOST_VALUES = 200_000  # values of one page's JSON looked at
_LEAST = 800  # sized characters; less is a summary
_CLEARLY_MORE = 2.5  # times what the visible page holds
_WHOLE_TEXT = (
    2500  # sized characters shown; teasers of hidden texts are shorter, and looking costs 3 ms a page
)
_LEAST_SHOWN = 200  # sized characters; a page that shows less shows nothing of its text
_TEASER_SHARE = 0.3  # of what is shown stands in the hidden text too
_LEAST_STRING = 40  # sized characters of one text that counts as prose
_PROSE = re.compile(r"\s\S+\s\S+\s.*[.!?…:»”\"']|[。！？؟।]", re.DOTALL)  # words and a stop
_MARKUP = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|blockquote|figure|br|section|span)\b[^<>]{0,400}>", re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_NOT_TEXT = re.compile(r"\s*(?:https?:|data:|[{\[(.#@:]|function\b|import\b)")
_STATE = re.compile(r"(?:window|self|globalThis)\s*[.\[]\s*[\"']?(\w{2,60})[\"']?\]?\s*=\s*(?=[{\[\"])")
_FLIGHT = re.compile(r"self\.__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(r"^[0-9a-f]{1,8}:(?:[A-Z]?)(?=[\[{\"])", re.MULTILINE)
_TEXT_ROW = re.compile(r"(?:^|\n|(?<=[\]}>]))[0-9a-f]{1,8}:T([0-9a-f]{1,6}),")
_DECODER = json.JSONDecoder()
_BAD_NAMES = frozenset(
    "comment comments replies reviews translations locale messages i18n css styles bio".split()
)


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Texts of an article in page order, plain or HTML, and where in the page they were found."""

    texts: tuple[str, ...]
    where: str


def hidden_text(tree: Any, shown: str) -> HiddenText | None:
    """The most running text that scripts hold at one place; None unless clearly more than is `shown`.

    What the page shows must stand in it, or the scripts hold some other text.
    """
    visible = size(shown)
    if visible >= _WHOLE_TEXT:
        return None
    least = max(_LEAST, _CLEARLY_MORE * visible)
    best, most = None, 0
    budget = [_MOST_VALUES]
    for where, value in _values(tree, least):
        for place, texts in _grouped(value, budget).items():
            held = sum(size(_bare(text)) for text in texts)
            if held >= least and held > most and (visible < _LEAST_SHOWN or _begins_with(texts, shown)):
                best, most = HiddenText(tuple(texts), f"{where} {place}".strip()), held
    return best


def _begins_with(texts: Sequence[str], shown: str) -> bool:
    return Bag(" ".join(map(_bare, texts))).share(shown) >= _TEASER_SHARE


def set_into(tree: Any, found: HiddenText, box: Any) -> None:
    """Set the texts into the tree as an <article> behind `box`, or at the end of the body."""
    from lxml import html as lxml_html

    parts = []
    for text in found.texts:
        if _MARKUP.search(text):
            parts.append(text)
        else:
            parts += [f"<p>{_escaped(line)}</p>" for line in text.split("\n") if line.strip()]
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    page = f"<div>{''.join(parts)}</div>".encode("utf-8", "replace")
    article = lxml_html.document_fromstring(page, parser=parser).find("body")
    article.tag = "article"
    if box is not None and box.getparent() is not None and box.tag not in ("html", "body"):
        box.addnext(article)
    else:
        body = tree.find("body")
        (tree if body is None else body).append(article)


def _values(tree: Any, least: float) -> Iterator[tuple[str, Any]]:
    """Every JSON value that the page's scripts hold, with its place in words."""
    left = _LIMIT
    flight: list[str] = []
    for script in tree.iter("script"):
        text = script.text or ""
        if len(text) < min(least, _LEAST) and "__next_f" not in text:
            continue
        left -= len(text)
        if left < 0:
            break
        kind = (script.get("type") or "").lower()
        if "json" in kind:
            name = script.get("id") or kind
            value = _decoded(text.strip())
            if value is not None:
                yield f"<script {name}>", value
        elif kind in ("", "text/javascript", "module", "application/javascript"):
            if match := _FLIGHT.search(text):
                row = _decoded(text, match.end())
                if isinstance(row, list) and len(row) > 1 and isinstance(row[1], str):
                    flight.append(row[1])
            elif match := _STATE.search(text[:2000]):
                value = _decoded(text, match.end())
                if isinstance(value, str):
                    value = _decoded(value)
                if value is not None:
                    yield f"<script {match[1]}>", value
    rows = "".join(flight)
    if rows:
        yield from (("<script __next_f>", value) for value in _flight_values(rows))


def _flight_values(rows: str) -> Iterator[Any]:
    """React's flight format: rows "id:JSON", and "id:Tlength,text" where the length counts UTF-8 bytes."""
    for match in _TEXT_ROW.finditer(rows):
        length = int(match[1], 16)
        text = rows[match.end() : match.end() + length]
        yield {"text": text.encode("utf-8", "replace")[:length].decode("utf-8", "ignore")}
    for match in _ROW.finditer(rows):
        value = _decoded(rows, match.end())
        if value is not None:
            yield value


def _decoded(text: str, start: int = 0) -> Any:
    try:
        return _DECODER.raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _grouped(value: Any, budget: list[int]) -> dict[str, list[str]]:
    """Texts by place; members of one list share a place: "props.article.blocks[].text"."""
    groups: dict[str, list[str]] = {}
    stack: list[tuple[str, Any]] = [("", value)]
    while stack and budget[0] > 0:
        budget[0] -= 1
        place, one = stack.pop()
        if isinstance(one, dict):
            named = [(str(name), inner) for name, inner in one.items() if str(name).lower() not in _BAD_NAMES]
            stack.extend((f"{place}.{name}".lstrip(".")[:300], inner) for name, inner in reversed(named))
        elif isinstance(one, list):
            stack.extend((f"{place}[]", inner) for inner in reversed(one))
        elif isinstance(one, str) and _is_prose(one):
            groups.setdefault(place, []).append(one)
    return {place: list(dict.fromkeys(texts)) for place, texts in groups.items()}


def _is_prose(text: str) -> bool:
    return len(text) >= _LEAST_STRING // 3 and not _NOT_TEXT.match(text) and _reads_as_text(text)


def _reads_as_text(text: str) -> bool:
    bare = _bare(text[:2000])
    signs = sum(map(bare.count, "{}=;"))  # of programs and style sheets
    return size(bare) >= _LEAST_STRING and signs * 100 <= len(bare) and _PROSE.search(bare[:400]) is not None


def _bare(text: str) -> str:
    return _TAG.sub(" ", text) if "<" in text else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
