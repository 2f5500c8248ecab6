"""Tags in the words of each format."""

from __future__ import annotations

import pytest

from oyez.audio.tags import Tags, id3, iso_639_2, metadata


def frames(tag: bytes) -> dict[str, bytes]:
    """An ID3v2.4 tag taken apart by hand."""

    def size(four: bytes) -> int:
        assert max(four) < 128
        return four[0] << 21 | four[1] << 14 | four[2] << 7 | four[3]

    assert tag[:6] == b"ID3\x04\x00\x00"
    assert size(tag[6:10]) == len(tag) - 10
    found, at = {}, 10
    while at < len(tag):
        end = at + 10 + size(tag[at + 4 : at + 8])
        found[tag[at : at + 4].decode()] = tag[at + 10 : end]
        at = end
    return found


def test_id3_frames() -> None:
    tag = id3(Tags("Rain – 雨", "A, B", "Post", "2024-05-06", "https://e.example/ü", "spoken " * 40, "en"))
    assert frames(tag) == {
        "TIT2": b"\x03" + "Rain – 雨".encode(),
        "TPE1": b"\x03A, B",
        "TALB": b"\x03Post",
        "TDRC": b"\x032024-05-06",
        "TLAN": b"\x03eng",
        "COMM": b"\x03eng\x00" + b"spoken " * 40,
        "WOAS": "https://e.example/ü".encode("latin-1"),
    }


def test_no_tags_no_tag() -> None:
    assert id3(Tags()) == b""
    assert metadata(Tags(), "flac") == {}


def test_text_that_formats_cannot_hold_is_mended() -> None:
    assert frames(id3(Tags(title="a\x00b\ud800c")))["TIT2"] == b"\x03ab?c"
    assert metadata(Tags(title="a\x00b\ud800c"), "wav")["title"] == "ab?c"


@pytest.mark.parametrize(
    ("tag", "three"),
    [("en", "eng"), ("de-AT", "deu"), ("zh-Hant-TW", "zho"), ("yue", "yue"), ("", "und"), ("x!y", "und")],
)
def test_languages(tag: str, three: str) -> None:
    assert iso_639_2(tag) == three
