"""EPUB books: chapters in the order of reading, all of their text, nothing from outside the archive."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest

from oyez.errors import InvalidOption, NotAnArticle, ReadError, TooLarge
from oyez.model.article import Article
from oyez.model.page import Page
from oyez.reading import parts, read

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Night Boats</dc:title>
<dc:creator>Ada Quill</dc:creator><dc:language>en-GB</dc:language><dc:date>2026-02-03</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="more" href="text/one%20more.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="one"/><itemref idref="more"/><itemref idref="two"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>
<li><a href="text/one.xhtml">The quay</a></li>
<li><a href="text/two.xhtml#top">The boat</a></li></ol></nav></body></html>"""
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>'
ONE = f"""{PAGE}<body><h1>The quay</h1><p>It rained.</p><div class="related"><p>“No,” she said.</p></div>
<aside epub:type="footnote"><p>A note.</p></aside><img src="../quay.jpg" alt="The quay"/></body></html>"""
MORE = f"{PAGE}<body><p>It still rained.</p><h2>Later</h2><p>It stopped.</p></body></html>"
TWO = f"{PAGE}<body><a id='top'/><p>The boat came.</p></body></html>"
BOOK = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/nav.xhtml": NAV,
    "OEBPS/text/one.xhtml": ONE,
    "OEBPS/text/one more.xhtml": MORE,
    "OEBPS/text/two.xhtml": TWO,
}


def epub(files: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read_book(part: int | None = None, **changed: str) -> Article:
    return read(Page(epub(BOOK | {name.replace("__", "/"): text for name, text in changed.items()})), part)


def outline(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in article.blocks]


def test_a_book_is_one_article_a_heading_a_chapter() -> None:
    article = read_book()
    assert outline(article) == [
        ("heading", "The quay"),
        ("paragraph", "It rained."),
        ("paragraph", "“No,” she said."),
        ("footnote", "A note."),
        ("paragraph", "It still rained."),
        ("heading", "Later"),
        ("paragraph", "It stopped."),
        ("heading", "The boat"),
        ("paragraph", "The boat came."),
    ]
    assert [block.level for block in article.blocks if block.kind == "heading"] == [2, 3, 2]  # type: ignore[union-attr]
    assert (article.title, article.language, article.people[0].name) == ("Night Boats", "en-GB", "Ada Quill")
    assert str(article.published) == "2026-02-03"
    assert [(one.text, one.why) for one in article.left_out] == [("The quay", "picture")]
    assert "2 chapters" in article.notes[0]


def test_one_chapter_alone() -> None:
    assert [(one.number, one.title) for one in parts(Page(epub(BOOK)))] == [(1, "The quay"), (2, "The boat")]
    chapter = read_book(2)
    assert (chapter.title, outline(chapter)) == (
        "The boat",
        [("heading", "The boat"), ("paragraph", "The boat came.")][1:],
    )
    assert chapter.claim("book") == "Night Boats"
    with pytest.raises(InvalidOption, match="chapter 3"):
        read_book(3)


def test_what_the_book_calls_its_contents_or_its_imprint_is_left_out() -> None:
    imprint = "<section epub:type='copyright-page'><p>All rights.</p></section>"
    page = f"{PAGE}<body>{imprint}<p>It rained.</p></body></html>"
    article = read(Page(epub(BOOK | {"OEBPS/text/two.xhtml": page})))
    assert ("All rights.", "legal") in [(one.text, one.why) for one in article.left_out]


@pytest.mark.parametrize(
    "reference", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://a.example/x"]
)
def test_nothing_outside_the_archive_is_read(reference: str) -> None:
    article = read(Page(epub(BOOK | {"OEBPS/book.opf": PACKAGE.replace("text/two.xhtml", reference)})))
    assert outline(article)[-1] == ("paragraph", "It stopped.")
    assert any("does not hold it" in note for note in article.notes)


def test_entities_of_the_package_are_not_followed() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "%s">]>' % (
        "y" * 1000
    )
    package = bomb + PACKAGE.partition("?>")[2].replace("Night Boats", "Night Boats &x; &y;&y;")
    assert "root:" not in read(Page(epub(BOOK | {"OEBPS/book.opf": package}))).title


def test_a_zip_bomb_is_refused() -> None:
    with pytest.raises(TooLarge):
        read(Page(epub(BOOK | {"OEBPS/text/one.xhtml": b"<p>" + b" " * 30_000_000})))


def test_a_book_with_a_lock_says_so() -> None:
    lock = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><e:EncryptedData
    xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherData><e:CipherReference URI="%s"/></e:CipherData>
    </e:EncryptedData></encryption>"""
    with pytest.raises(ReadError, match="DRM"):
        read(Page(epub(BOOK | {"META-INF/encryption.xml": lock % "OEBPS/text/one.xhtml"})))
    assert read(Page(epub(BOOK | {"META-INF/encryption.xml": lock % "OEBPS/serif.otf"}))).blocks


@pytest.mark.parametrize(
    "data",
    [
        epub({}),
        epub({"META-INF/container.xml": CONTAINER}),
        epub({"META-INF/container.xml": "<container"}),
        epub(BOOK | {"OEBPS/book.opf": "no package"}),
        epub(BOOK)[:700],
        epub(BOOK).replace(b"It rained", b"It sained"),
        epub(
            {
                **BOOK,
                "OEBPS/text/one.xhtml": "",
                "OEBPS/text/one more.xhtml": "",
                "OEBPS/text/two.xhtml": "<p/>",
            }
        ),
    ],
    ids=["nothing", "no package", "no container", "text for package", "cut", "a false sum", "no words"],
)
def test_damaged_books_are_refused_or_read_in_part(data: bytes) -> None:
    try:
        article = read(Page(data))
    except ReadError as error:
        assert error.hint
    else:
        assert article.blocks


def test_a_book_without_words_says_so() -> None:
    empty = {name: "<html><body><img src='a.jpg'/></body></html>" for name in BOOK if "text/" in name}
    with pytest.raises(NotAnArticle, match="no text"):
        read(Page(epub(BOOK | empty)))
