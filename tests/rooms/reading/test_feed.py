"""Feeds: the newest item or the one that is asked for, with what the feed says of it."""

from __future__ import annotations

import time

import pytest

from oyez.errors import InvalidOption, NotAnArticle, ReadError
from oyez.model.page import Page
from oyez.reading import parts, read

BODY = (
    "<p>The ferry office at Ebbwick said on Monday that the late boat would go on running till spring.</p>"
    "<p>Nobody on the quay had expected it, and the harbour master counted forty passengers that night.</p>"
    "<h2>Later</h2><p>A second boat is being repaired, and its crew has been told to be ready by autumn.</p>"
)
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Saltmarsh Courier</title><link>https://courier.example/</link><language>en-GB</language>
<item><title>Old &amp;amp; short</title><link>/old</link><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate>
<media:title>Not this</media:title><description>The pier is shut.</description></item>
<item><title>The late boat&nbsp;runs on</title><link>https://courier.example/new</link>
<author>desk@courier.example (Ada Quill)</author><dc:creator>Ben Tern</dc:creator>
<pubDate>Tue, 03 Feb 2026 10:00:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[{BODY}<p>The post <a href="/new">The late boat runs on</a> appeared first on
<a href="/">Saltmarsh Courier</a>.</p>]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title>
<entry><title type="html">The &lt;b&gt;late&lt;/b&gt; boat</title><link rel="self" href="https://courier.example/feed/1"/>
<link href="https://courier.example/1"/><updated>2026-02-04T10:00:00Z</updated>
<author><name>Ada Quill</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div>
</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Courier</title></channel><item><title>The pier</title><link>https://courier.example/p</link>
<description>The pier at Cold Staithe was shut on Monday.</description></item></rdf:RDF>"""


def test_the_newest_item_is_the_article() -> None:
    article = read(Page(RSS.encode(), "https://courier.example/feed"))
    assert article.title == "The late boat\u00a0runs on".replace("\u00a0", " ")
    assert (article.url, article.publisher, article.language) == (
        "https://courier.example/new", "Saltmarsh Courier", "en-GB",
    )  # fmt: skip
    assert [person.name for person in article.people] == ["Ada Quill", "Ben Tern"]
    assert str(article.published) == "2026-02-03 10:00:00+01:00"
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph", "heading", "paragraph"]
    assert [one.why for one in article.left_out] == ["not part of the article"], "the blog program's own line"
    assert article.notes == ("this is the newest of the feed's 2 items; its part brings any other",)


def test_another_item_by_its_number() -> None:
    page = Page(RSS.encode(), "https://courier.example/feed")
    listed = [(one.number, one.title, one.url) for one in parts(page)]
    assert listed[1] == (2, "Old & short", "https://courier.example/old")
    article = read(page, 2)
    assert (article.title, article.blocks[0].text) == ("Old & short", "The pier is shut.")
    assert "the page itself is https://courier.example/old" in article.notes[0]
    with pytest.raises(InvalidOption, match="item 3"):
        read(page, 3)


def test_atom_and_rdf() -> None:
    article = read(Page(ATOM))
    assert (article.title, article.url) == ("The late boat", "https://courier.example/1")
    assert str(article.published) == "2026-02-04 10:00:00+00:00" and len(article.blocks) == 4
    assert read(Page(RDF)).blocks[0].text == "The pier at Cold Staithe was shut on Monday."


def test_what_is_broken_is_mended() -> None:
    cut = RSS[: RSS.index("</content:encoded>") + 10]
    assert read(Page(cut)).blocks
    latin = RSS.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="iso-8859-1"?>')
    assert read(Page(latin.replace("forty", "fünf").encode("latin-1"))).blocks[1].text.count("fünf") == 1


@pytest.mark.parametrize("feed", ["<rss version='2.0'><channel/></rss>", "<feed", "<rss>" + "<a>" * 100_000])
def test_a_feed_without_items_says_so(feed: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(Page(feed))
    assert caught.value.hint


def test_an_item_without_text_says_where_its_page_is() -> None:
    with pytest.raises(NotAnArticle) as caught:
        read(
            Page(
                "<rss><channel><item><title>A</title><link>https://a.example/x</link></item></channel></rss>"
            )
        )
    assert "https://a.example/x" in caught.value.hint


def test_entities_are_not_followed() -> None:
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    bomb = f'<!DOCTYPE rss [{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    began = time.process_time()
    article = read(
        Page(bomb + RSS.partition("?>")[2].replace("Ebbwick", "Ebbwick &e9; &f;").replace("Short", "&e9;&f;"))
    )
    assert len(article.read_text) < 2000 and "root:" not in article.read_text
    assert time.process_time() - began < 20
