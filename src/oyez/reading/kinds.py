"""What a page is, told by how it begins: HTML, plain text, a feed, a PDF, a book, or nothing Oyez reads."""

from __future__ import annotations

import re
from typing import Literal

from oyez.errors import NotAnArticle, UnsupportedFormat
from oyez.model.page import Page
from oyez.reading.decode import codec_of

__all__ = ["Kind", "kind_of"]

Kind = Literal["html", "text", "feed", "pdf", "epub"]

_HEAD = 65_536  # characters looked at
# How the files people try begin: offset, bytes, what it is. A control character must be near, because
# "The new WAVE" and "ID3 tags explained" are headlines.
_SIGNATURES = (
    (0, b"PK\x03\x04", "a zip archive or an office document"),
    (0, b"PK\x05\x06", "an empty zip archive"),
    (0, b"\x1f\x8b", "a gzip-compressed file"),
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF8", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVE", "a WAV recording"),
    (4, b"ftyp", "a film, recording or image in an MP4 container"),
    (0, b"ID3", "an MP3 recording"),
    (0, b"OggS", "an Ogg recording"),
    (0, b"\xd0\xcf\x11\xe0", "an old office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"bplist00", "a web archive"),
    (60, b"BOOKMOBI", "a Kindle book"),
)
_IN_LETTERS = frozenset({b"{\\rtf"})  # formats whose beginning may hold no control character
_SAVE_AS = "save or export it as a web page (HTML) or as plain text, and give that file"
_MHTML = re.compile(r"(?:From: <Saved by|MIME-Version:)", re.IGNORECASE)
# An SVG with paragraphs is a page that begins with its logo.
_ROOT = re.compile(r"<(rss|feed|rdf:RDF|opml|urlset|sitemapindex|svg(?!.*<p\b))\b", re.DOTALL)
_PROLOGUE = re.compile(r"(?:\s+|<\?[^>]*>|<!--.*?-->|<!doctype\b[^>]*>)*", re.DOTALL | re.IGNORECASE)
_FEEDS = frozenset({"rss", "feed", "rdf:RDF"})
# A PDF may begin anywhere in the first kilobyte of its file (ISO 32000-1, Annex H.3.4.1).
_PDF_WITHIN = 1024
_PDF = re.compile(rb"\s*%PDF-|[^<]{0,1000}[\r\n]%PDF-\d\.\d")
_ZIP = b"PK\x03\x04"
_EPUB = (b"mimetypeapplication/epub+zip", b"META-INF/container.xml")
_ROOTS = {"svg": "an SVG image", "urlset": "a sitemap", "sitemapindex": "a sitemap", "opml": "a feed list"}
_CONTROLS = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")  # ESC is left out: ISO-2022-JP is made of it
_MARKUP_START = re.compile(r"\s*<[a-z!?/]", re.IGNORECASE)
_DOCUMENT_START = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:html|head|body|article|main|section|div|p|br|h[1-6]|ul|ol|li|table|a|span)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)


def kind_of(page: Page) -> Kind:
    """What a page is, told by its content first: servers call a PNG text/html.

    UnsupportedFormat for what Oyez does not read, NotAnArticle where there is nothing at all.
    """
    if isinstance(page.content, bytes) and (printed := _printed_kind(page.content)):
        return printed
    head = _head(page)
    if not head.strip("\ufeff\0 \t\r\n\f"):
        raise NotAnArticle("the page is empty", "check the address, or open the page in your browser")
    media_type = (page.header("content-type") or "").partition(";")[0].strip().lower()
    _refuse_other_text(head, media_type)
    if (root := _root(head)) and (root in _FEEDS):
        return "feed"
    if media_type in {"text/plain", "text/markdown"}:
        return "html" if _DOCUMENT_START.match(head) else "text"
    if media_type in {"text/html", "application/xhtml+xml"} or _MARKUP_START.match(head):
        return "html"
    return "html" if len(_TAG.findall(head)) >= 2 else "text"


def _printed_kind(content: bytes) -> Literal["pdf", "epub"] | None:
    """Whether a file is one of those that were made for paper and its like."""
    if content.startswith(_ZIP):
        return "epub" if any(sign in content for sign in _EPUB) else None
    return "pdf" if _PDF.match(content[:_PDF_WITHIN]) else None


def _head(page: Page) -> str:
    """The beginning of a page, decoded well enough to see tags; UnsupportedFormat for binary files."""
    if isinstance(page.content, str):
        return page.content.lstrip()[:_HEAD].removeprefix("\ufeff")
    content = page.content.lstrip()
    codec = codec_of(page, content) or "latin-1"
    head = content[:_HEAD].decode(codec, "replace").removeprefix("\ufeff")
    binary = _CONTROLS.search(head[:512]) is not None
    for offset, signature, what in _SIGNATURES:
        if content.startswith(signature, offset) and (binary or signature in _IN_LETTERS):
            raise UnsupportedFormat(f"this is {what}, not a web page", _SAVE_AS)
    controls = len(_CONTROLS.findall(head))
    if controls > 2 and controls * 30 > len(head):
        raise UnsupportedFormat("this is not text but some other kind of file", _SAVE_AS)
    return head


def _refuse_other_text(head: str, media_type: str) -> None:
    """UnsupportedFormat for formats that are text but no article."""
    if media_type == "application/json" or media_type.endswith("+json"):
        raise UnsupportedFormat("this is JSON data, not a web page", "give the address of the page itself")
    if _MHTML.match(head):
        raise UnsupportedFormat("this is a web archive (MHTML)", "save the page as HTML and give that file")
    root = _root(head)
    if root in _ROOTS:
        raise UnsupportedFormat(f"this is {_ROOTS[root]}, not a web page", "give the address of one article")


def _root(head: str) -> str | None:
    """The root element of a document that is no page, or None."""
    prologue = _PROLOGUE.match(head)
    found = _ROOT.match(head, prologue.end() if prologue else 0)
    return found[1] if found else None
