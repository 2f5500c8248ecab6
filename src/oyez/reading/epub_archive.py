"""An EPUB file to its chapters' pages, in the order of reading. Nothing is unpacked to disk.

zip -> META-INF/container.xml -> package (metadata, manifest, spine) -> table of contents -> Chapter, ...

EPUB 3.3, https://www.w3.org/TR/epub-33/; what only EPUB 2 has (the NCX) is read where nothing newer is there.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from oyez.errors import ReadError, TooLarge

__all__ = ["Book", "Chapter", "open_book"]

_MOST_BYTES = 60_000_000  # of all texts unpacked: thirty of the longest novels
_MOST_IN_ONE = 20_000_000  # bytes of one of them
_MOST_FILES = 20_000
_CONTAINER = "META-INF/container.xml"
_HINT = "open it in a program for e-books, export it again, and give that file"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, NotImplementedError, ValueError, OSError)
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"})
_FONTS = re.compile(r"\.(?:otf|ttf|woff2?)$", re.IGNORECASE)
# XML may close an element at once; an HTML parser takes that for its beginning and swallows what follows.
_CLOSED_AT_ONCE = re.compile(
    r"<(title|script|style|a|div|span|p|i|b|em|strong|td|li|iframe|textarea)\b([^<>]{0,2000})/>", re.I
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """Pages that make one chapter, as HTML; `title` as the table of contents has it, or ""."""

    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A book by its own description."""

    title: str
    authors: tuple[str, ...]
    language: str
    publisher: str
    published: str
    chapters: tuple[Chapter, ...]
    notes: tuple[str, ...] = ()


def open_book(data: bytes) -> Book:
    """The book in an EPUB file.

    Raises ReadError where it is damaged or locked (DRM), TooLarge where its texts would fill the memory.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Opened(archive).book()
    except RuntimeError as error:  # zipfile's word for a password
        raise _locked() from error
    except _DAMAGE as error:
        raise ReadError(f"this EPUB book is damaged: {str(error)[:100] or 'its archive'}", _HINT) from error


def _locked() -> ReadError:
    return ReadError(
        "this EPUB book is locked by its seller (DRM)", "give a copy without a lock, or the text as a file"
    )


class _Opened:
    """An archive that is read with a limit on all that comes out of it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._left = _MOST_BYTES
        self._notes: list[str] = []
        if len(self._names) > _MOST_FILES:
            raise TooLarge(f"the book has {len(self._names):,} files; the most is {_MOST_FILES:,}", _HINT)

    def book(self) -> Book:
        self._refuse_locked()
        place, package = self._package()
        manifest = {
            item.get("id"): item for item in _all(package, "item") if item.get("id") and item.get("href")
        }
        spine = [
            manifest[ref.get("idref")] for ref in _all(package, "itemref") if ref.get("idref") in manifest
        ]
        folder = posixpath.dirname(place)
        titles = self._contents(folder, list(manifest.values()))
        chapters = self._chapters(folder, spine, titles)
        return Book(
            title=_first(package, "title"),
            authors=tuple(filter(None, map(_text, _all(package, "creator")))),
            language=_first(package, "language"),
            publisher=_first(package, "publisher"),
            published=_first(package, "date"),
            chapters=tuple(chapters),
            notes=tuple(self._notes),
        )

    def _refuse_locked(self) -> None:
        """Fonts are often scrambled against copying; a book whose texts are is locked."""
        if "META-INF/encryption.xml" not in self._names:
            return
        scrambled = [
            ref.get("URI") or "" for ref in _all(self._xml("META-INF/encryption.xml"), "CipherReference")
        ]
        if any(not _FONTS.search(name) and not name.lower().endswith((".jpg", ".png")) for name in scrambled):
            raise _locked()

    def _package(self) -> tuple[str, Any]:
        root = next(iter(_all(self._xml(_CONTAINER), "rootfile")), None)
        place = _within("", root.get("full-path") or "") if root is not None else None
        if place is None or place not in self._names:
            raise ReadError("this EPUB book does not say where its text is", _HINT)
        return place, self._xml(place)

    def _contents(self, folder: str, items: list[Any]) -> dict[str, str]:
        """Titles by file, from the navigation document, else from the NCX."""
        for item in items:
            navigation = "nav" in (item.get("properties") or "").split()
            if not navigation and item.get("media-type") != "application/x-dtbncx+xml":
                continue
            place = _within(folder, item.get("href"))
            if place is None or place not in self._names:
                continue
            tree = self._xml(place)
            titles: dict[str, str] = {}
            for point in _all(tree, "a") if navigation else _all(tree, "navPoint"):
                target = point if navigation else next(iter(_all(point, "content")), None)
                link = None if target is None else target.get("href") or target.get("src")
                file = _within(posixpath.dirname(place), link or "")
                text = _text(point) if navigation else _first(point, "text")
                if file and text:
                    titles.setdefault(file, text)
            if titles:
                return titles
        return {}

    def _chapters(self, folder: str, spine: list[Any], titles: dict[str, str]) -> list[Chapter]:
        """The pages of the spine; one without a title of its own goes on with the chapter before it."""
        chapters: list[Chapter] = []
        for item in spine:
            if (item.get("media-type") or "") not in _PAGES or "nav" in (
                item.get("properties") or ""
            ).split():
                continue
            place = _within(folder, item.get("href"))
            if place is None or place not in self._names:
                self._notes.append(f"the book names {(item.get('href') or '')[:80]!r}, but does not hold it")
                continue
            page = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", _decoded(self._read(place)))
            title = titles.get(place, "")
            if chapters and titles and not title:
                last = chapters[-1]
                chapters[-1] = Chapter(last.title, (*last.pages, page))
            else:
                chapters.append(Chapter(title, (page,)))
        return chapters

    def _read(self, name: str) -> bytes:
        """A file of the archive, unpacked no further than is allowed."""
        if self._archive.getinfo(name).flag_bits & 1:
            raise _locked()
        limit = min(_MOST_IN_ONE, self._left)
        with self._archive.open(name) as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise TooLarge(
                f"the texts of this book are larger than {limit / 1e6:g} MB when unpacked", "give it in parts"
            )
        self._left -= len(data)
        return data

    def _xml(self, name: str) -> Any:
        if name not in self._names:
            raise ReadError(f"this EPUB book lacks its {name}", _HINT)
        from lxml import etree

        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
        tree = etree.fromstring(self._read(name), parser)
        if tree is None:
            raise ReadError(f"this EPUB book is damaged: {name} cannot be read", _HINT)
        return tree


def _within(folder: str, reference: str) -> str | None:
    """The file a reference names, seen from a folder of the archive; None where it leads out of it.

    >>> _within("OEBPS", "text/one%20two.xhtml#note"), _within("OEBPS", "../../etc/passwd")
    ('OEBPS/text/one two.xhtml', None)
    """
    try:
        parts = urlsplit(reference)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    return None if path.startswith(("/", "..")) else path


def _decoded(data: bytes) -> str:
    from oyez.model.page import Page
    from oyez.reading.decode import decode

    return decode(Page(data))


def _all(tree: Any, name: str) -> list[Any]:
    """Elements of that name in any namespace."""
    return list(tree.iter(f"{{*}}{name}"))


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _first(tree: Any, name: str) -> str:
    return next(filter(None, map(_text, _all(tree, name))), "")
