"""An article as HTML, and a narration as one file that opens by double click and needs nothing else.

Article -> entries (text with its marks, gaps where something was left out) -> template -> nh3 -> HTML
Narration -> that HTML, the sound, the player's data, styles and modules -> one .html file

The text of a block is the text of exactly one element, `data-block="N"` (the title's is "title"), to the
character: offsets of the player's words count into it. Tables keep their tabs and newlines between cells.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urljoin, urlsplit, urlunsplit

from oyez.model.article import Article, Block, Left, ListItem, Mark
from oyez.model.json import to_json
from oyez.model.narration import Narration

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["Html", "Shell", "article_html", "article_key", "environment", "page_html", "safe_url"]

_SCHEMES = frozenset({"http", "https", "mailto"})
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ks ku-arab ps sd syr ug ur yi".split())
_OPENING = frozenset({"standfirst", "byline", "dateline"})  # kinds that stand with the headline
_DEEPEST_LIST = 6
_LONGEST_EXCERPT = 200  # characters shown of a text that was left out
_TAGS = {"link": "a", "emphasis": "em", "strong": "strong", "code": "code"}
_ALLOWED = frozenset(
    "a article aside blockquote code dd details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header"
    " img li ol p pre section small span strong summary table tbody td th thead time tr ul".split()
)
_ATTRIBUTES = {
    "*": {"class", "lang", "dir", "role", "aria-label", "aria-hidden"},
    "a": {"href", "rel"},
    "img": {"src", "alt", "loading", "decoding", "referrerpolicy"},
    "li": {"value"},
    "th": {"scope"},
    "time": {"datetime"},
}


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around an article in a page: where its modules and styles come from.

    modules  bare specifier ("oyez/clock.js") -> URL, the page's import map
    nonce    lets the page's own scripts and styles run under its Content-Security-Policy
    styles   URL of the style sheet; None writes it into the page
    policy   a Content-Security-Policy written into the page, for pages that no server sends
    """

    modules: Mapping[str, str]
    nonce: str
    icon: str
    styles: str | None = None
    policy: str | None = None


class Html:
    """One self-contained page: article, sound, word times, player. Nothing is loaded from elsewhere.

    The sound stays natural; the player opens at the speed asked for.
    """

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, narration: Narration, speed: float) -> bytes:
        """UTF-8 HTML of about 0.7 MB a minute."""
        from oyez.exporting.player_json import player
        from oyez.exporting.sound import Mp3

        sound = Mp3().export(narration, 1)
        article = narration.script.article
        data = {
            "article": article_key(article),
            "language": article.language,
            "speed": speed,
            "player": player(narration),
            "sound": Mp3.media_type,
        }
        # A file has no server to draw a fresh nonce. No page can hold the hash of what it is part of.
        nonce = hashlib.sha256(to_json(article).encode("utf-8", "replace") + sound).hexdigest()[:32]
        shell = Shell(
            modules={name: _data_url(path, "text/javascript") for name, path in _modules().items()},
            nonce=nonce,
            icon=_data_url("icon.svg", "image/svg+xml"),
            policy=f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
            "media-src blob:; img-src data:; base-uri 'none'; form-action 'none'",
        )
        page = page_html(article, data, shell, remote_images=False, sound=base64.b64encode(sound).decode())
        return page.encode()


def page_html(
    article: Article,
    data: Mapping[str, Any],
    shell: Shell,
    *,
    remote_images: bool = True,
    sound: str | None = None,
) -> str:
    """The whole page; `data` is for its page.js, `sound` is base64."""
    from markupsafe import Markup

    return (
        environment()
        .get_template("page.html")
        .render(
            title=exact(article.title) or "Untitled",
            article=Markup(article_html(article, remote_images=remote_images)),
            data=_script_json(data),
            import_map=_script_json({"imports": dict(shell.modules)}),
            shell=shell,
            styles=None if shell.styles else Markup(_web("styles.css").decode()),
            sound=sound,
            version=version("oyez"),
        )
    )


def article_html(article: Article, *, remote_images: bool = True) -> str:
    """The article's blocks as semantic HTML; without `remote_images` a picture is a frame and a link."""
    import nh3

    entries = [_Entry(index, block, _text(article, block)) for index, block in enumerate(article.blocks)]
    last = len(entries) - 1
    gaps = {index: _gap(article.left_out, index, last) for index in range(-1, len(entries))}
    opening = next((i for i, entry in enumerate(entries) if entry.block.kind not in _OPENING), len(entries))
    html = (
        environment()
        .get_template("article.html")
        .render(
            article=article,
            title=exact(article.title),
            direction=_direction(article.language),
            opening=entries[:opening],
            body=list(_with_lists(entries[opening:])),
            gaps=gaps,
            trust_label=next((left.text for left in article.left_out if left.why == "trust label"), ""),
            stated=tuple(dict.fromkeys((*article.trust.stated, *article.claims))),
            claimed=_claimed_minutes(article.claim("reading time")),
            remote_images=remote_images,
            safe_url=lambda url: safe_url(url, article.url),
        )
    )
    clean = nh3.clean(
        html,
        tags=set(_ALLOWED),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        generic_attribute_prefixes={"data-"},
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return clean.replace("\r", "&#13;")  # browsers would make it a newline, and "\r\n" one character


def article_key(article: Article) -> str:
    """Twelve hexadecimal digits that name an article by all that it holds."""
    return hashlib.sha256(to_json(article).encode("utf-8", "replace")).hexdigest()[:12]


def safe_url(url: str | None, base: str | None = None) -> str | None:
    """The address parsed and written again; None unless it is an absolute http, https or mailto one.

    >>> safe_url("../b?q=1", "https://a.example/x/y"), safe_url("java\\tscript:alert(1)")
    ('https://a.example/b?q=1', None)
    """
    text = (url or "").strip()
    if not text or any(char < " " or "\x7f" <= char <= "\x9f" for char in text):
        return None
    try:
        parts = urlsplit(urljoin(base or "", exact(text)))
    except ValueError:  # "http://[", and hosts that change under normalisation
        return None
    if parts.scheme not in _SCHEMES or (parts.scheme != "mailto" and not parts.netloc):
        return None
    if "\\" in parts.netloc or " " in parts.netloc:  # browsers would see another host there than Python
        return None
    return urlunsplit(parts).replace(" ", "%20")


def exact(text: str) -> str:
    """The text without what HTML cannot hold, replaced one for one so that offsets stand."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


@cache
def environment() -> Environment:
    """Jinja2 with autoescape, over the templates of this package."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    def source(name: str) -> str:
        return (files("oyez.exporting") / "templates" / name).read_text("utf-8")

    made = Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["host"] = lambda url: urlsplit(url).hostname or url
    made.filters["day"] = lambda when: f"{when.day} {when:%B %Y}"
    made.filters["exact"] = exact
    return made


@dataclass(frozen=True, slots=True)
class _Entry:
    """A block with its text as HTML."""

    index: int
    block: Block
    text: Markup


@dataclass(slots=True)
class _List:
    """A list in the making; `kind` stands where a block has its own."""

    ordered: bool
    items: list[tuple[_Entry, list[_List]]] = field(default_factory=list)
    kind: ClassVar[str] = "list"


def _text(article: Article, block: Block) -> Markup:
    marks = sorted(getattr(block, "marks", ()), key=lambda mark: (mark.start, -mark.end))
    opened = [(mark, tag) for mark in marks if (tag := _opening_tag(mark, article.url))]
    return _marked(block.text, opened, 0, len(block.text))


def _opening_tag(mark: Mark, base: str | None) -> Markup | None:
    from markupsafe import Markup

    if mark.kind != "link":
        return Markup("<{}>").format(_TAGS[mark.kind])
    url = safe_url(mark.href, base)
    return Markup('<a href="{}" rel="noopener nofollow">').format(url) if url else None


def _marked(text: str, marks: Sequence[tuple[Mark, Markup]], start: int, end: int) -> Markup:
    """text[start:end] with its marks as elements; a mark that crosses another's end is cut there."""
    from markupsafe import Markup

    parts: list[Markup] = []
    at = start
    for index, (mark, tag) in enumerate(marks):
        begin, stop = max(mark.start, at), min(mark.end, end)
        if begin >= stop:
            continue
        # A kind never stands inside itself, so four kinds nest at most four deep.
        inner = [item for item in marks[index + 1 :] if item[0].start < stop and item[0].kind != mark.kind]
        parts += (_plain(text[at:begin]), tag, _marked(text, inner, begin, stop))
        parts.append(Markup("</{}>").format(_TAGS[mark.kind]))
        at = stop
    parts.append(_plain(text[at:end]))
    return Markup().join(parts)


def _plain(text: str) -> Markup:
    from markupsafe import Markup, escape

    return Markup(escape(exact(text)).replace("\r", "&#13;"))


def _with_lists(entries: Sequence[_Entry]) -> Iterable[_Entry | _List]:
    """Entries in order, runs of list items gathered into lists."""
    run: list[_Entry] = []
    for entry in entries:
        if isinstance(entry.block, ListItem):
            run.append(entry)
            continue
        yield from _lists(run)
        run = []
        yield entry
    yield from _lists(run)


def _lists(run: Sequence[_Entry]) -> list[_List]:
    """Lists of consecutive items, deeper ones inside the item before them."""
    depths = [min(getattr(entry.block, "depth", 1), _DEEPEST_LIST) for entry in run]
    lists: list[_List] = []
    at = 0
    while at < len(run):
        stop = next((i for i in range(at + 1, len(run)) if depths[i] <= depths[0]), len(run))
        ordered = getattr(run[at].block, "number", None) is not None
        if not lists or lists[-1].ordered != ordered:
            lists.append(_List(ordered))
        lists[-1].items.append((run[at], _lists(run[at + 1 : stop])))
        at = stop
    return lists


def _gap(left_out: Sequence[Left], after: int, last: int) -> dict[str, Any]:
    """What was left out after a block: the reasons, each once, and the texts with their evidence."""
    here = [left for left in left_out if min(max(left.after, -1), last) == after]
    return {
        "reasons": ", ".join(dict.fromkeys(left.why for left in here)),
        "items": [(left, exact(_excerpt(left.text))) for left in here],
    }


def _excerpt(text: str) -> str:
    return text if len(text) <= _LONGEST_EXCERPT else text[: _LONGEST_EXCERPT - 1] + "…"


def _claimed_minutes(claim: str | None) -> str:
    """"3 minutes" as "3"; a claim of another shape as it stands."""
    number, _, unit = (claim or "").strip().partition(" ")
    return number if number.isdecimal() and unit.startswith("min") else exact(claim or "")


def _direction(language: str) -> str:
    parts = language.lower().replace("_", "-").split("-")
    return "rtl" if parts[0] in _RIGHT_TO_LEFT or {"arab", "hebr"} & set(parts[1:]) else "ltr"


def _script_json(data: Mapping[str, Any]) -> Markup:
    """JSON that no HTML parser leaves early: "<" cannot open or close a tag in it."""
    from markupsafe import Markup

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(exact(text).replace("<", "\\u003c"))


def _web(name: str) -> bytes:
    return (files("oyez") / "web" / name).read_bytes()


def _modules() -> dict[str, str]:
    names = (item.name for item in (files("oyez") / "web").iterdir())
    return {f"oyez/{name}": name for name in sorted(names) if name.endswith(".js")}


def _data_url(name: str, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(_web(name)).decode()}"
