"""The publisher's list: what fits is taken, what does not is counted, and a broken one changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.published_list import published_list
from tests.voice_host import VoiceHost

from oyez import installing
from oyez.errors import BadDownload
from oyez.settings import Settings, load_settings
from oyez.voices.catalogue import catalogue, refreshed_file
from oyez.voices.published_list import catalogue_text, read_list, rows_of

NAMES = ("en_US-amy-medium", "pt_PT-tugão-medium", "sr_RS-serbski_institut-medium", "es_419-nadia-x_low")


@pytest.fixture
def settings(voices_folder: Path, host: VoiceHost) -> Settings:
    return load_settings(voice_mirror=host.address)


def test_the_list_that_is_published(shared: Path) -> None:
    rows, left_out = read_list((shared / "voices/catalogue/piper_voices.json").read_bytes())
    assert (len(rows), left_out) == (97, 0)
    packaged = Path(__file__).parents[3] / "src/oyez/voices/catalogue.json"
    assert catalogue_text(rows) == packaged.read_text("utf-8")


def test_it_comes_back_as_it_was_written() -> None:
    rows, left_out = read_list(json.dumps(published_list(*NAMES)).encode())
    assert [row[0] for row in rows] == sorted(NAMES) and not left_out
    assert rows_of(catalogue_text(rows).encode()) == rows


def _set(*path: str, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(entry: dict[str, Any]) -> None:
        for key in path[:-1]:
            entry = entry[key]
        entry[path[-1]] = to

    return change


FOLDER = "en/en_US/amy/medium"
MODEL = f"{FOLDER}/en_US-amy-medium.onnx"


@pytest.mark.parametrize(
    "change",
    [
        _set("key", to="en_US-amy-low"),
        _set("key", to=7),
        _set("language", to="en"),
        _set("num_speakers", to=0),
        _set("num_speakers", to=True),
        _set("num_speakers", to="many"),
        _set("files", to=[]),
        _set("files", to={}),
        _set("files", MODEL, to=None),
        _set("files", MODEL, "size_bytes", to=-1),
        _set("files", MODEL, "size_bytes", to=10**12),
        _set("files", MODEL, "size_bytes", to="63"),
        _set("files", MODEL, "md5_digest", to="../../x"),
        _set("files", MODEL, "md5_digest", to=None),
    ],
)
def test_an_entry_that_does_not_fit_is_left_out(change: Callable[[dict[str, Any]], None]) -> None:
    listed = published_list("en_US-amy-medium", "de_DE-eva_k-x_low")
    change(listed["en_US-amy-medium"])
    rows, left_out = read_list(json.dumps(listed).encode())
    assert [row[0] for row in rows] == ["de_DE-eva_k-x_low"] and left_out == 1


@pytest.mark.parametrize(
    "name", ["../x_X-a-medium", "en_US-../../a-medium", "en_US-a/b-medium", "en_US-a\0-low"]
)
def test_a_name_leads_nowhere(name: str) -> None:
    with pytest.raises(BadDownload):
        read_list(json.dumps(published_list(name)).encode())


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"{", b"[" * 100_000, b"\xff\xfe", b'{"a": 1}', b"null"]
)
def test_what_is_no_list(
    content: bytes, settings: Settings, host: VoiceHost
) -> None:  # fmt: skip
    host.files["voices.json"] = content
    before = catalogue()
    with pytest.raises(BadDownload) as caught:
        installing.refresh(settings)
    assert caught.value.hint
    assert catalogue() == before and not refreshed_file(settings.voices).exists()


def test_a_list_that_is_not_there(settings: Settings) -> None:
    with pytest.raises(BadDownload, match="404"):
        installing.refresh(settings)
    with pytest.raises(BadDownload, match="did not come"):
        installing.refresh(load_settings(voice_mirror="http://127.0.0.1:9"))


def test_the_newest_list_comes_first_and_a_broken_one_does_not(settings: Settings, host: VoiceHost) -> None:
    host.files["voices.json"] = json.dumps(published_list(*NAMES, "x")).encode()
    found, left_out = installing.refresh(settings)
    assert found == catalogue() and len(found.voices) == 4 and left_out == 1
    assert found.find("tugão").folder == "pt/pt_PT/tugão/medium"
    refreshed_file(settings.voices).write_text('{"format": 99}', "utf-8")
    assert len(catalogue().voices) == 97
    assert not list(settings.voices.glob("*.part"))


def test_a_voice_of_the_newest_list_is_installed(settings: Settings, host: VoiceHost) -> None:
    from tests.tiny_voice import description, model

    voice = host.offer(model(), json.dumps(description()).encode())
    listed = published_list(voice.stem)
    listed[voice.stem]["files"] = {
        file.path: {"size_bytes": file.bytes, "md5_digest": file.md5} for file in voice.files
    }
    host.files["voices.json"] = json.dumps(listed).encode()
    found, _ = installing.refresh(settings)
    assert installing.install(found.find("tiny"), settings).name == voice.name
