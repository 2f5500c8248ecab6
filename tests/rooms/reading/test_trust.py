"""What a page tells of its publisher and of itself: each fact with its place, no score."""

from __future__ import annotations

import json
from typing import Any

import pytest

from oyez.model.article import Article
from oyez.model.page import Page
from oyez.reading import read
from oyez.reading.trust_words import genre_of_words, notice_of, policy_of

TEXT = [
    f"On day {number} the ferry left the quay before dawn and came back after dark with {number} gulls and "
    f"no passenger at all; the harbour master wrote it down in his book and went home to his supper."
    for number in range(1, 13)
]
BODY = "".join(f"<p>{text}</p>" for text in TEXT)
OPEN = f"{BODY}<p>On the thirteenth day the boats, one after the other, were sold to a museum that …</p>"
WALL = "<p>Subscribe to continue reading</p>"
SITE = "https://courier.example"
ADDRESS = f"{SITE}/harbour/boats"


def page(
    *, head: str = "", over: str = "", behind: str = "", body: str = BODY, url: str = ADDRESS
) -> Article:
    text = f"<main>{over}<h1>Boats at dusk</h1><article>{body}</article>{behind}</main>"
    return read(Page(f"<!doctype html><html lang='en'><head>{head}</head><body>{text}</body></html>", url))


def data(**said: Any) -> str:
    news = {"@type": "NewsArticle", "headline": "Boats at dusk"} | said
    return f"<script type='application/ld+json'>{json.dumps(news)}</script>"


def found(article: Article) -> dict[str, tuple[str, str]]:
    return {fact.what: (fact.value, fact.where) for fact in article.trust.found}


def test_the_publisher_is_told_with_all_that_data_says_of_it() -> None:
    newsroom = {
        "@id": "#us",
        "@type": "NewsMediaOrganization",
        "name": "Saltmarsh Courier",
        "foundingDate": "1871-03-02T00:00:00Z",
        "parentOrganization": {"name": "Saltmarsh Press Society"},
        "logo": {"url": "/logo.png"},
        "ethicsPolicy": "/ethics",
        "correctionsPolicy": {"@type": "CreativeWork", "url": "https://courier.example/corrections"},
    }
    graph = {"@graph": [{"@type": "NewsArticle", "headline": "Boats", "publisher": {"@id": "#us"}}, newsroom]}
    said = found(page(head=f"<script type='application/ld+json'>{json.dumps(graph)}</script>"))
    assert said["publisher"] == ("Saltmarsh Courier", "JSON-LD publisher")
    assert said["kind of publisher"][0] == "NewsMediaOrganization"
    assert said["founded"][0] == "1871-03-02"
    assert said["owner"] == ("Saltmarsh Press Society", "JSON-LD publisher.parentOrganization")
    assert said["logo"][0] == "https://courier.example/logo.png"
    assert said["ethics"] == ("https://courier.example/ethics", "JSON-LD ethicsPolicy")
    assert said["corrections"][0] == "https://courier.example/corrections"


@pytest.mark.parametrize(
    ("link", "what"),
    [
        ("Our Code of Ethics", "ethics"),
        ("Editorial Guidelines", "principles"),
        ("Redaktionelle Richtlinien", "principles"),
        ("Ligne éditoriale", "principles"),
        ("Korrekturen", "corrections"),
        ("Signaler une erreur", "corrections"),
        ("Fe de errores", "corrections"),
        ("訂正", "corrections"),
        ("纠错", "corrections"),
        ("Wem gehört der Bote?", "ownership and funding"),
        ("Actionnariat", "ownership and funding"),
        ("Quiénes somos", "masthead"),
        ("Redaksjonen", "masthead"),
        ("من نحن", "masthead"),
        ("اتصل بنا", "feedback"),
        ("Anonymous sources policy", "unnamed sources"),
        ("How we fact-check", "fact checking"),
        ("Diversity and inclusion", "diversity"),
        ("Ethics of a harbour", None),
        ("Contact sports are back in the harbour", None),
        ("Report: no error was made", None),
    ],
)
def test_links_lead_to_policies_in_many_languages(link: str, what: str | None) -> None:
    assert policy_of(link) == what


def test_policies_are_found_by_their_links_and_others_are_named_as_missing() -> None:
    footer = "<footer><a href='/ethics'>Ethics</a> <a href='javascript:open()'>Corrections</a></footer>"
    article = page(behind=footer)
    assert found(article)["ethics"] == ("https://courier.example/ethics", "link 'Ethics'")
    assert {"corrections", "principles", "owner", "AI notice", "JTI mark"} <= set(article.trust.not_found)
    assert not set(article.trust.not_found) & set(found(article))


def test_marks_of_newsrooms_that_were_checked() -> None:
    footer = (
        "<footer><a href='https://www.jti-app.com/report/1'>Certified</a>"
        "<p><img src='b.png' alt='The Trust Project'></p></footer>"
    )
    said = found(page(behind=footer))
    assert said["JTI mark"] == ("https://www.jti-app.com/report/1", "link")
    assert said["Trust Project mark"] == ("yes", "picture 'The Trust Project'")


@pytest.mark.parametrize(
    ("given", "genre", "where"),
    [
        ({"head": data()}, "news", "JSON-LD @type NewsArticle"),
        ({"head": data(**{"@type": ["NewsArticle", "AnalysisNewsArticle"]})}, "analysis", "JSON-LD @type"),
        ({"head": data(**{"@type": "LiveBlogPosting"})}, "live", "JSON-LD @type LiveBlogPosting"),
        ({"head": data(articleSection="Meinung")}, "opinion", "JSON-LD articleSection 'Meinung'"),
        ({"head": "<meta property='article:opinion' content='true'>"}, "opinion", "meta article:opinion"),
        ({"over": "<p>Gastkommentar</p>"}, "opinion", "line 'Gastkommentar'"),
        ({"over": "<p>Partner content</p>"}, "sponsored", "line 'Partner content'"),
        ({"head": data(), "url": f"{SITE}/book-reviews/boats"}, "review", "address /book-reviews/"),
        ({"over": "<p>Harbours</p><p>Opinion</p><p>Obituaries</p>"}, None, ""),
        ({"url": f"{SITE}/blog/boats"}, None, ""),
    ],
)  # fmt: skip
def test_what_kind_of_article_it_is(given: dict[str, str], genre: str | None, where: str) -> None:
    article = page(**given)
    assert article.genre == genre
    assert where in found(article).get("kind of article", ("", ""))[1]
    assert ("sponsorship notice" in found(article)) == (genre == "sponsored")


@pytest.mark.parametrize(
    "word",
    ["Leitartikel", "Tribune", "Opinión", "Editoriali", "Ledare", "Комментарий", "社説", "评论", "رأي"],
)
def test_opinions_are_told_in_many_languages(word: str) -> None:
    assert genre_of_words(word) == ("opinion" if word != "Комментарий" else None)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("This summary was generated by AI and checked by an editor.", "AI notice"),
        ("Dieser Text wurde mit Hilfe von KI übersetzt.", "AI notice"),
        ("Bild erstellt mit KI", "AI notice"),
        ("Cet article a été traduit par une intelligence artificielle.", "AI notice"),
        ("Este texto fue generado con inteligencia artificial.", "AI notice"),
        ("本文由人工智能翻译", "AI notice"),
        ("この記事は生成AIで要約しました", "AI notice"),
        ("AI-generated image", "AI notice"),
        ("The council wants rules for artificial intelligence and for ferries.", None),
        ("He said the article about AI was written in a hurry.", None),
        ("We may earn a commission if you buy through links on this page.", "affiliate links"),
        ("Dieser Artikel enthält Affiliate-Links.", "affiliate links"),
        ("The commission will earn little praise.", None),
    ],
)
def test_what_a_line_admits(text: str, what: str | None) -> None:
    assert notice_of(text) == what


def test_data_says_that_a_model_made_the_picture() -> None:
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/"
    drawn = page(head=data(image={"url": "a.png", "digitalSourceType": f"{source}trainedAlgorithmicMedia"}))
    taken = page(head=data(image={"url": "a.png", "digitalSourceType": f"{source}digitalCapture"}))
    assert found(drawn)["AI notice"] == ("trainedAlgorithmicMedia", "JSON-LD image.digitalSourceType")
    assert "AI notice" in taken.trust.not_found


@pytest.mark.parametrize(
    ("head", "body", "behind", "free", "cut"),
    [
        (data(isAccessibleForFree="True"), BODY, "", "yes", False),
        (data(isAccessibleForFree=False), BODY, "", "no", False),
        (data(isAccessibleForFree=False), OPEN, "", "no", True),
        (data(hasPart={"isAccessibleForFree": False}), BODY, WALL, "no", True),
        ("<meta property='article:content_tier' content='locked'>", BODY, "", "no", False),
        (data(isAccessibleForFree=False, wordCount=900), BODY, "", "no", True),
        (data(isAccessibleForFree=True, wordCount=2500), BODY, "", "yes", False),
        ("", BODY, "", None, False),
    ],
)  # fmt: skip
def test_whether_all_of_it_is_here(head: str, body: str, behind: str, free: str | None, cut: bool) -> None:
    said = found(page(head=head, body=body, behind=behind))
    assert said.get("free to read", (None, ""))[0] == free
    assert ("text cut off" in said) == cut


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ({"head": data(audio={"@type": "AudioObject", "url": "/a.mp3"})}, f"{SITE}/a.mp3"),
        ({"behind": "<audio><source src='/a.mp3'></audio>"}, f"{SITE}/a.mp3"),
        ({"behind": "<iframe src='https://v.example/tts/1'></iframe>"}, "https://v.example/tts/1"),
        ({"over": "<p>Listen to this article</p>"}, "yes"),
        ({"behind": "<audio src='#'></audio><aside><audio src='/b.mp3'></audio></aside>"}, None),
        ({"behind": "<iframe src='https://maps.example/embed'></iframe>"}, None),
    ],
)  # fmt: skip
def test_the_publishers_own_sound(given: dict[str, str], value: str | None) -> None:
    assert found(page(**given)).get("publisher's audio", (None, ""))[0] == value


def test_the_article_carries_its_section_its_picture_and_its_own_address() -> None:
    head = (
        "<link rel='canonical' href='https://courier.example/boats'>"
        "<meta property='og:image' content='/b.jpg'>"
        "<meta property='article:section' content='Harbour &amp; Sea'>"
    )
    article = page(head=head)
    assert article.url == "https://courier.example/boats"
    assert article.section == "Harbour & Sea"
    assert article.image and article.image.url == "https://courier.example/b.jpg"


def test_hostile_data_is_no_fact() -> None:
    strange = data(
        publisher=[7, {"name": ["x"]}], author={"name": {"a": 1}}, image=[[]], audio=[3],
        isAccessibleForFree=[], articleSection=[None, 4], wordCount="9" * 50, genre={"x": 1},
        datePublished={"a": 1}, **{"@type": ["NewsArticle", 5]},
    )  # fmt: skip
    assert page(head=strange).trust.found
