"""An article as HTML, and a narration as one file that opens by double click and needs nothing else.

Article -> view (text with its marks, lists, gaps) -> template -> nh3, the second wall -> HTML
Narration -> that HTML + sound + word times + styles + script -> one .html file

The text of a block is the text of exactly one element, `data-block="N"` (the title's is "title"), to the
character: offsets of the player's words count into it. Tables keep tabs and newlines between their cells.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, ClassVar

from oyez.exporting.templates import environment
from oyez.exporting.templates.marked import SCHEMES, exact
from oyez.exporting.templates.view import article_view
from oyez.exporting.templates.wording import Wording, wording
from oyez.exporting.web_files import LATER, STYLES, script, web_file
from oyez.model.article import Article
from oyez.model.json import to_json
from oyez.model.narration import Narration

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = [
    "Html",
    "Shell",
    "article_html",
    "article_key",
    "page_html",
    "script_json",
]

_ALLOWED = frozenset(
    "a abbr article aside blockquote code dd details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header img li ol p pre q section small span strong summary table tbody td th thead time tr ul".split()
)
_ATTRIBUTES = {
    "*": {"class", "lang", "dir", "role", "aria-label", "aria-hidden"},
    "a": {"href", "rel"},
    "abbr": {"title"},
    "div": {"tabindex"},
    "img": {"src", "alt", "loading", "decoding", "referrerpolicy"},
    "li": {"value"},
    "th": {"scope"},
    "time": {"datetime"},
}


@dataclass(frozen=True, slots=True)
class Shell:
    """What stands around an article in a page: where its script and styles come from.

    base     URL that stands before the names of scripts; None writes the script into the page
    nonce    lets the page's own scripts and styles run under its Content-Security-Policy
    icon     URL
    styles   URL of the style sheet; None writes it into the page
    policy   a Content-Security-Policy written into the page, for pages that no server sends
    """

    base: str | None
    nonce: str
    icon: str
    styles: str | None = None
    policy: str | None = None

    @property
    def style_text(self) -> Markup:
        """The style sheet itself."""
        from markupsafe import Markup

        return Markup(web_file(STYLES).decode())

    @property
    def first_script(self) -> Markup:
        """What runs before the page is painted."""
        from markupsafe import Markup

        return Markup(f"{{{script('dress.js')}}}")

    @property
    def page_script(self) -> Markup:
        """The page's script itself."""
        from markupsafe import Markup

        return Markup(script("page.js"))

    @property
    def later_scripts(self) -> list[tuple[str, Markup]]:
        """The names and texts of the modules that a page without a server loads from itself."""
        from markupsafe import Markup

        return [(name, Markup(script(name))) for name in LATER]


class Html:
    """One self-contained page: article, sound, word times, player. Nothing is loaded from elsewhere.

    The sound stays natural; the player opens at the speed asked for.
    """

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html"

    def export(self, narration: Narration, speed: float) -> bytes:
        """UTF-8 HTML, about 0.7 MB a minute."""
        from oyez.exporting.player_json import player_of
        from oyez.exporting.sound import Mp3

        article = narration.script.article
        sound = Mp3().export(narration, 1)
        # No server draws a fresh nonce for a file. Nothing in a page can hold a hash of what it is part of.
        nonce = hashlib.sha256(_bytes(article) + sound).hexdigest()[:32]
        shell = Shell(
            base=None,
            nonce=nonce,
            icon=_data_url(web_file("icon.svg"), "image/svg+xml"),
            policy=f"default-src 'none'; script-src 'nonce-{nonce}' data:; style-src 'nonce-{nonce}'; "
            "media-src blob:; img-src data:; base-uri 'none'; form-action 'none'",
        )
        data = {
            "article": article_key(article),
            "language": article.language,
            "speed": speed,
            "player": player_of(narration, article_key(article)),
            "sound": Mp3.media_type,
        }
        in_text = base64.b64encode(sound).decode()
        ui = wording(article.language)
        return page_html(article, data, shell, ui=ui, remote_images=False, sound=in_text).encode()


def page_html(
    article: Article,
    data: Mapping[str, Any],
    shell: Shell,
    *,
    ui: Wording,
    remote_images: bool = True,
    sound: str = "",
) -> str:
    """The whole page of an article; `data` is for page.js, `sound` is base64 where it lies in the page."""
    from markupsafe import Markup

    template = environment().get_template("page.html")
    return template.render(
        title=exact(article.title) or ui.say("untitled"),
        article=Markup(article_html(article, ui, remote_images=remote_images)),
        data=script_json({**data, "ui": ui.language}),
        ui=ui,
        shell=shell,
        sound=sound,
        version=version("oyez"),
    )


def article_html(article: Article, ui: Wording | None = None, *, remote_images: bool = True) -> str:
    """The article's blocks as semantic HTML; without `remote_images` a picture is a frame and a link."""
    import nh3

    template = environment().get_template("article.html")
    clean = nh3.clean(
        template.render({**article_view(article, remote_images=remote_images), "ui": ui or wording()}),
        tags=set(_ALLOWED),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        generic_attribute_prefixes={"data-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    return clean.replace("\r", "&#13;")


def article_key(article: Article) -> str:
    """Twelve hexadecimal digits that name an article by all that it holds."""
    return hashlib.sha256(_bytes(article)).hexdigest()[:12]


def script_json(data: Mapping[str, Any]) -> Markup:
    """JSON for a script element: without "<" it can neither close the element nor open a comment."""
    from markupsafe import Markup

    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(exact(text).replace("<", "\\u003c"))


def _bytes(article: Article) -> bytes:
    return to_json(article).encode("utf-8", "replace")


def _data_url(content: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
