"""Character sets and kinds of content: declared rightly, wrongly and not at all."""

from __future__ import annotations

import codecs
import gzip
import os
import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oyez.errors import NotAnArticle, UnsupportedFormat
from oyez.model.page import Page
from oyez.reading.decode import decode
from oyez.reading.kinds import kind_of

# language, label, Python codec, a short report of rain
WRITTEN = [
    ("ru", "windows-1251", "cp1251", "Весь вечер в порту шёл дождь, и паром ждал у причала до самого утра."),
    ("ru", "koi8-r", "koi8_r", "Весь вечер в порту шёл дождь, и паром ждал у причала до самого утра."),
    ("el", "windows-1253", "cp1253", "Όλο το βράδυ έβρεχε στο λιμάνι και το πλοίο περίμενε ως το πρωί."),
    ("he", "windows-1255", "cp1255", "כל הערב ירד גשם בנמל והמעבורת חיכתה ליד הרציף עד הבוקר."),
    ("ar", "windows-1256", "cp1256", "هطل المطر طوال المساء في الميناء وانتظرت العبارة حتى الصباح."),
    ("th", "tis-620", "cp874", "ฝนตกตลอดเย็นที่ท่าเรือ และเรือข้ามฟากรออยู่จนถึงเช้า"),
    (
        "cs",
        "windows-1250",
        "cp1250",
        "Celý večer v přístavu pršelo a loď čekala u mola až do rána, říká kapitán.",
    ),
    (
        "pl",
        "iso-8859-2",
        "iso8859_2",
        "Cały wieczór padało w porcie, a prom czekał przy nabrzeżu aż do świtu, mówią świadkowie.",
    ),
    (
        "tr",
        "iso-8859-9",
        "cp1254",
        "Bütün akşam limanda yağmur yağdı ve gemi sabaha kadar iskelede bekledi, dışarı çıkılmadı.",
    ),
    (
        "fr",
        "iso-8859-1",
        "cp1252",
        "Toute la soirée, il a plu sur le port ; le bac “à quai” a attendu jusqu’à l’été.",
    ),
    ("ja", "Shift_JIS", "cp932", "港では一晩中雨が降り、フェリーは朝まで岸壁で待っていた。"),
    ("ja", "euc-jp", "euc_jp", "港では一晩中雨が降り、フェリーは朝まで岸壁で待っていた。"),
    ("zh", "gb2312", "gb18030", "港口整晚都在下雨，渡轮在码头一直等到早晨，船长说风太大了。"),
    ("zh", "big5", "big5", "港口整晚都在下雨，渡輪在碼頭一直等到早晨，船長說風太大了。"),
    ("ko", "ks_c_5601-1987", "cp949", "항구에는 저녁 내내 비가 내렸고 여객선은 아침까지 부두에서 기다렸다."),
]
IDS = [label for _, label, _, _ in WRITTEN]
UTF_8_TEXTS = [text for *_, text in WRITTEN]


def page(content: bytes | str, content_type: str | None = None) -> Page:
    return Page(content, headers=(("content-type", content_type),) if content_type else ())


def html(text: str, language: str = "", head: str = "") -> str:
    return (
        f'<!doctype html>\n<html lang="{language}"><head>{head}<title>{text}</title></head>\n'
        f"<body><h1>{text}</h1><p>{text}</p></body></html>\n"
    )


@pytest.mark.parametrize(("language", "label", "codec", "text"), WRITTEN, ids=IDS)
def test_declared_by_header_meta_or_xml(language: str, label: str, codec: str, text: str) -> None:
    plain = html(text, language)
    assert decode(page(plain.encode(codec), f"text/html; charset={label}")) == plain
    assert decode(page(plain.encode(codec), f'text/html;Charset="{label.upper()}"; x=y')) == plain
    for head in (
        f'<meta charset="{label}">',
        f"<META content='text/html; charset={label}' http-equiv=Content-Type>",
        f"<!-- <meta charset=utf-16> --><meta charset={label} />",
    ):
        marked = html(text, language, head)
        assert decode(page(marked.encode(codec), "text/html")) == marked
        assert decode(page(marked.encode(codec), "text/html; charset=iso-8859-1")) == marked
        assert decode(page(marked.encode(codec), "text/html; charset=utf-8")) == marked
    xml = f'<?xml version="1.0" encoding="{label}"?>\n{plain}'
    assert decode(page(xml.encode(codec), "application/xhtml+xml")) == xml


@pytest.mark.parametrize(("language", "label", "codec", "text"), WRITTEN, ids=IDS)
def test_not_declared_at_all(language: str, label: str, codec: str, text: str) -> None:
    plain = html(text, language)
    assert decode(page(plain.encode(codec))) == plain
    if codec not in {"cp1250", "iso8859_2", "cp1254"}:  # told from windows-1252 by language alone
        assert decode(page(text.encode(codec))) == text


@pytest.mark.parametrize(("language", "label", "codec", "text"), WRITTEN, ids=IDS)
def test_falsely_declared_utf_8(language: str, label: str, codec: str, text: str) -> None:
    plain = html(text, language, '<meta charset="utf-8">')
    assert decode(page(plain.encode(codec), "text/html; charset=utf-8")) == plain


@pytest.mark.parametrize(("language", "label", "codec", "text"), WRITTEN, ids=IDS)
def test_utf_8_under_any_false_label(language: str, label: str, codec: str, text: str) -> None:
    plain = html(text, language, f'<meta charset="{label}">')
    for claimed in (label, "iso-8859-1", "us-ascii", "nonsense", "gbk"):
        assert decode(page(plain.encode(), f"text/html; charset={claimed}")) == plain


@pytest.mark.parametrize("codec", ["cp932", "cp1251", "gb18030", "euc_jp", "big5", "cp949"])
def test_a_server_that_says_latin_1_of_everything(codec: str) -> None:
    text = next(text for _, _, written, text in WRITTEN if written == codec)
    assert decode(page(html(text).encode(codec), "text/html; charset=ISO-8859-1")) == html(text)


@pytest.mark.parametrize(
    ("bom", "codec"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
@pytest.mark.parametrize("text", UTF_8_TEXTS)
def test_byte_order_marks_win(bom: bytes, codec: str, text: str) -> None:
    marked = page(bom + html(text).encode(codec), "text/html; charset=windows-1251")
    assert decode(marked) == html(text)
    assert kind_of(marked) == "html"
    assert decode(page(bom + text.encode(codec))) == text
    assert kind_of(page(bom + text.encode(codec))) == "text"


def test_utf_16_without_a_mark() -> None:
    text = html("Дождь 雨")
    for codec, label in (("utf-16-le", "utf-16"), ("utf-16-be", "utf-16be")):
        for content_type in (None, f"text/html; charset={label}"):
            assert decode(page(text.encode(codec), content_type)) == text
            assert kind_of(page(text.encode(codec), content_type)) == "html"
    assert decode(page("Rain at last".encode("utf-16-le"), "text/plain; charset=utf-16le")) == "Rain at last"
    assert decode(page(text.encode(), "text/html; charset=utf-16")) == text


def test_labels_mean_what_browsers_take_them_for() -> None:
    for label in ("iso-8859-1", "ascii", "us-ascii", "latin1", "ISO_8859-1", "windows-1252"):
        assert decode(page(b"\x93caf\xe9\x94 \x80 5", f"text/plain; charset={label}")) == "“café” € 5"
    assert decode(page("囧鎔".encode("gbk"), "text/plain; charset=gb2312")) == "囧鎔"
    assert decode(page("똠방".encode("cp949"), "text/plain; charset=euc-kr")) == "똠방"
    assert decode(page("①髙".encode("cp932"), "text/plain; charset=shift_jis")) == "①髙"
    assert decode(page("雨です".encode("iso2022_jp"), "text/plain; charset=iso-2022-jp")) == "雨です"


@pytest.mark.parametrize(
    "label", ["rot13", "zlib", "idna", "unicode_escape", "utf-7", "hex", "x" * 5000, "\0"]
)
def test_only_labels_of_the_web_name_a_codec(label: str) -> None:
    assert decode(page("+AGE- é \\x41".encode(), f"text/plain; charset={label}")) == "+AGE- é \\x41"


def test_a_damaged_place_costs_only_itself() -> None:
    text = html(UTF_8_TEXTS[0])
    broken = text.encode().replace("порту".encode(), "порту".encode()[:-1] + b"\xff")
    assert decode(page(broken)).replace("порт\ufffd\ufffd", "порту") == text
    cut = text.encode()[: text.encode().rindex("утра".encode()) + 1]
    assert decode(page(cut)) == text[: text.rindex("утра")] + "\ufffd"
    sjis = html(UTF_8_TEXTS[10] * 3).encode("cp932") + b"\x81"
    assert decode(page(sjis, "text/html; charset=shift_jis")).startswith(html(UTF_8_TEXTS[10] * 3))


def test_one_stray_byte_in_english() -> None:
    assert (
        decode(page(b"It\x92s raining \x97 at last", "text/html; charset=utf-8")) == "It’s raining — at last"
    )
    mostly = "“Rain”, it’s said".encode() + b" \x96 at last"
    assert decode(page(mostly)) == "“Rain”, it’s said \ufffd at last"


def test_gbk_that_happens_to_be_utf_8_stays_gbk_where_it_says_so() -> None:
    happens = "艽疟".encode("gbk")
    try:
        happens.decode("utf-8")
    except UnicodeDecodeError:
        pytest.skip("not a coincidence after all")
    assert decode(page(happens, "text/plain; charset=gbk")) == "艽疟"
    assert decode(page(happens, "text/plain")) == happens.decode("utf-8")


@pytest.mark.parametrize(
    ("given_text", "clean"),
    [
        ("a\r\nb\rc\nd\r\r\n", "a\nb\nc\nd\n\n"),
        ("\ufeffa\0b\0", "ab"),
        ("a\ud83d\ude00b", "a😀b"),
        ("a\ud83db\ude00", "a\ufffdb\ufffd"),
        ("", ""),
    ],
)
def test_text_is_taken_as_it_is_but_for_dirt(given_text: str, clean: str) -> None:
    assert decode(page(given_text, "text/html; charset=shift_jis")) == clean


@given(st.binary(max_size=400), st.sampled_from([None, *IDS, "utf-8", "utf-16", "iso-2022-jp", "?"]))
def test_any_bytes_become_clean_text(data: bytes, label: str | None) -> None:
    text = decode(page(data, f"text/html; charset={label}" if label else None))
    assert not re.search("[\r\0\ud800-\udfff]", text)
    text.encode("utf-8")


@given(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=200))
def test_utf_8_comes_back(text: str) -> None:
    assert decode(page(codecs.BOM_UTF8 + text.encode())) == text.removeprefix("\ufeff")
    if not text.startswith(("\ufeff", "<\0")):
        assert decode(page(text.encode(), "text/html; charset=utf-8")) == text


# Kinds


@pytest.mark.parametrize(
    ("content", "content_type", "kind"),
    [
        ("<p>Rain</p>", None, "html"),
        ("\ufeff \n<!DOCTYPE html><title>x</title>", None, "html"),
        (b"\xef\xbb\xbf\n<html>", None, "html"),
        ("Rain <b>at</b> last", None, "text"),
        ("Rain<p>at last</p>", None, "html"),
        ("Rain at last.\n\nIt rained.", None, "text"),
        ("Rain at last.", "text/html", "html"),
        (b"Rain at last.", "Text/HTML; charset=utf-8", "html"),
        (b"<p>Rain</p>", "application/octet-stream", "html"),
        ("Rain\n<p>in the text</p>", "text/plain", "text"),
        ("<p> is a tag", "text/plain", "text"),
        ("<!doctype html><p>x", "text/plain", "html"),
        ("<3 rain, says the mayor", None, "text"),
        ("if a < b and c > d", None, "text"),
        (
            "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'></html>",
            None,
            "html",
        ),
        ("<svg><path d='M0'/></svg><p>Rain at last</p>", None, "html"),
        (b"The new WAVE of rain", None, "text"),
        (b"ID3 tags explained", None, "text"),
        (b"PK is short for Peacekeeper", None, "text"),
        (b"From: the mayor\n\nRain.", None, "text"),
        ("[Reuters] Rain", None, "text"),
        (b"Ra\0in at la\0st, and again" + b" it rained" * 20 + b"\0\0", None, "text"),
        ("雨です".encode("iso2022_jp"), None, "text"),
    ],
)
def test_kinds(content: bytes | str, content_type: str | None, kind: str) -> None:
    assert kind_of(page(content, content_type)) == kind


def _zip(name: str, data: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


OTHER = {
    "zip": _zip("word/document.xml", b"<w/>"),
    "empty zip": _zip("a", b"")[-22:],
    "gzip": gzip.compress(b"<p>Rain</p>"),
    "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "GIF": b"GIF89a\x01\0\x01\0",
    "WebP": b"RIFF\x24\0\0\0WEBPVP8 ",
    "WAV": b"RIFF\x24\0\0\0WAVEfmt ",
    "MP4": b"\0\0\0\x20ftypisom",
    "MP3": b"ID3\x03\0\0\0\0\0\0",
    "Ogg": b"OggS\0\x02\0\0",
    "RTF": b"{\\rtf1\\ansi Rain}",
    "office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0",
    "not text": bytes(range(256)) * 20,
    "MHTML": b"From: <Saved by Blink>\r\nSubject: Rain",
    "SVG": b"<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'x'><svg xmlns='x'/>",
    "sitemap": b"<urlset><url/></urlset>",
}


@pytest.mark.parametrize("what", OTHER)
@pytest.mark.parametrize("content_type", [None, "text/html", "text/html; charset=utf-8", "text/plain"])
def test_other_formats_are_named_whatever_the_header_says(what: str, content_type: str | None) -> None:
    with pytest.raises(UnsupportedFormat, match=what) as caught:
        kind_of(page(OTHER[what], content_type))
    assert caught.value.hint


READ = {
    "%PDF-1.7": ("pdf", b"%PDF-1.7\n1 0 obj"),
    "a PDF behind a mail's head": ("pdf", b"Content-Length: 9\n\n%PDF-1.4\n1 0 obj"),
    "a text on PDF": ("text", b"A file begins with %PDF-1.7, and nobody knows why.\n"),
    "a page on PDF": ("html", b"<p>It begins so:\n%PDF-1.7\n</p>"),
    "an EPUB": ("epub", _zip("mimetype", b"application/epub+zip")),
    "an EPUB without its mark": ("epub", _zip("META-INF/container.xml", b"<container/>")),
    "RSS": ("feed", b"<?xml version='1.0'?>\n<!-- x --><rss version='2.0'><channel/></rss>"),
    "Atom": ("feed", b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>"),
}


@pytest.mark.parametrize("what", READ)
@pytest.mark.parametrize("content_type", [None, "text/html", "application/octet-stream"])
def test_formats_are_told_by_their_content(what: str, content_type: str | None) -> None:
    kind, content = READ[what]
    if (kind, content_type) != ("text", "text/html"):
        assert kind_of(page(content, content_type)) == kind


def test_random_bytes_are_not_text() -> None:
    with pytest.raises(UnsupportedFormat):
        kind_of(page(os.urandom(4000).replace(b"\0", b"\1"), "text/html"))


def test_json_is_told_by_its_header() -> None:
    for media_type in ("application/json; charset=utf-8", "application/ld+json"):
        with pytest.raises(UnsupportedFormat, match="JSON"):
            kind_of(page(b'{"a": 1}', media_type))


@pytest.mark.parametrize("content", ["", b"", " \r\n\t ", b"\xef\xbb\xbf \n", b"\xff\xfe", "\ufeff", b"\0"])
def test_nothing_is_no_article(content: bytes | str) -> None:
    with pytest.raises(NotAnArticle, match="empty") as caught:
        kind_of(page(content, "text/html"))
    assert caught.value.hint


@pytest.mark.parametrize(
    "unit",
    [
        b"<!--",
        b"<meta ",
        b"<html lang",
        b"\xe9",
        b"\xe9 ",
        b"a<",
        b"<?xml ",
        b"\x81\x40",
        b"<p ",
        b"\x1b$B",
        b"\r",
    ],
)
def test_large_and_odd_pages_are_read_to_their_end(unit: bytes) -> None:
    """Quadratic patterns would not come back from 4 MB; the time itself is not what is asserted."""
    large = page(unit * (4_000_000 // len(unit)) + b"THE END")
    assert decode(large).endswith("THE END")
    assert kind_of(large) in {"html", "text"}
