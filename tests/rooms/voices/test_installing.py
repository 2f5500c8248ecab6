"""Voices from a server that behaves badly: whole and verified, or not at all."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.tiny_voice import description, model
from tests.voice_host import CARD, Manners, VoiceHost

from oyez import api, installing
from oyez.errors import BadDownload, BadVoice, OyezError, StoreFull, VoiceNotFound
from oyez.settings import Settings, load_settings
from oyez.voices.card import ModelCard
from oyez.voices.catalogue import Catalogue, CatalogueVoice
from oyez.voices.download import Pins, check_space

NAME = "piper:en_US-tiny-low"


@pytest.fixture
def settings(voices_folder: Path, host: VoiceHost) -> Settings:
    return load_settings(voice_mirror=host.address)


def kept(folder: Path) -> set[str]:
    """Files of the voices folder, parts of downloads too."""
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return {str(path) for path in files if path.parts[0] != ".prepared"}


def listed() -> set[str]:
    return {info.name for info in api.installed_voices() if info.natural}


def refused(voice: CatalogueVoice, settings: Settings, error: type[OyezError]) -> OyezError:
    """Installing fails with a remedy, and nothing is half-installed."""
    with pytest.raises(error) as caught:
        installing.install(voice, settings)
    assert caught.value.hint
    assert not listed()
    assert not {name for name in kept(settings.voices) if name.endswith(".onnx") and "/" not in name}
    return caught.value


def part_of(voice: CatalogueVoice, settings: Settings) -> Path:
    return settings.voices / ".downloads" / voice.stem / f"{voice.model.name}.part"


def test_a_voice_is_installed_and_listed_at_once(
    voice: CatalogueVoice, settings: Settings, host: VoiceHost
) -> None:
    assert not listed()
    cards: list[ModelCard] = []
    told: list[tuple[int, int]] = []
    info = installing.install(
        voice, settings, on_card=cards.append, on_bytes=lambda come, of: told.append((come, of))
    )
    assert info.name == NAME and info.licence == "CC0", "its licence is what its card states"
    assert listed() == {NAME}
    assert kept(settings.voices) == {
        "en_US-tiny-low.onnx", "en_US-tiny-low.onnx.json", "en_US-tiny-low.MODEL_CARD",
        ".digests.json", ".pins.json",
    }  # fmt: skip
    assert cards == [ModelCard(CARD.decode(), "CC0", None)]
    assert told == sorted(told) and told[-1] == (voice.bytes, voice.bytes)
    assert host.asked[0][0].endswith("MODEL_CARD"), "the card comes first"
    pins = Pins(settings.voices)
    assert pins.of(voice.model) == hashlib.sha256(host.files[voice.model.path]).hexdigest()


def test_a_real_voice(real_voice: Callable[[str], Path], settings: Settings, host: VoiceHost) -> None:
    path = real_voice("kristin")
    stem = path.stem
    voice = host.offer(path.read_bytes(), path.with_name(f"{path.name}.json").read_bytes(), stem=stem)
    host.manners = Manners(cut=3_000_000, cuts=1)
    assert installing.install(voice, settings).name == f"piper:{stem}"
    assert (settings.voices / path.name).read_bytes() == path.read_bytes()
    assert host.models_asked == [None, "bytes=3000000-"], "what broke off went on at once"


@pytest.mark.parametrize("ranges", ["kept", "ignored", "wrong", "refused"])
@pytest.mark.parametrize("states_length", [True, False])
def test_a_download_goes_on_where_it_stopped(
    voice: CatalogueVoice, settings: Settings, host: VoiceHost, ranges: str, states_length: bool
) -> None:
    cut = voice.model.bytes // 2
    host.manners = Manners(cut=0, states_length=states_length)
    refused(voice, settings, BadDownload)
    assert not part_of(voice, settings).exists() or not part_of(voice, settings).stat().st_size
    part = part_of(voice, settings)
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(host.files[voice.model.path][:cut])
    host.asked.clear()
    host.manners = Manners(ranges=ranges, states_length=states_length)
    assert installing.install(voice, settings).name == NAME
    again = ranges in ("wrong", "refused")
    assert host.models_asked == [f"bytes={cut}-", *([None] if again else [])]


def test_what_broke_off_is_kept(voice: CatalogueVoice, settings: Settings, host: VoiceHost) -> None:
    host.manners = Manners(cut=50)
    error = refused(voice, settings, BadDownload)
    assert "run it again" in error.hint
    come = part_of(voice, settings).stat().st_size
    assert 0 < come < voice.model.bytes
    host.asked.clear()
    host.manners = Manners()
    assert installing.install(voice, settings).name == NAME
    assert host.models_asked == [f"bytes={come}-"]


def test_a_wrong_digest_keeps_nothing(voice: CatalogueVoice, settings: Settings, host: VoiceHost) -> None:
    good = host.files[voice.model.path]
    host.files[voice.model.path] = good[:-1] + bytes([good[-1] ^ 1])
    assert "digest" in refused(voice, settings, BadDownload).message
    assert not part_of(voice, settings).exists()
    host.files[voice.model.path] = good
    assert installing.install(voice, settings).name == NAME


def test_a_part_of_something_else_costs_one_more_attempt(voice: CatalogueVoice, settings: Settings) -> None:
    part = part_of(voice, settings)
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x" * 100)
    refused(voice, settings, BadDownload)
    assert installing.install(voice, settings).name == NAME


def test_a_part_that_is_too_long_begins_anew(voice: CatalogueVoice, settings: Settings) -> None:
    part = part_of(voice, settings)
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x" * (voice.model.bytes + 1))
    assert installing.install(voice, settings).name == NAME


@pytest.mark.parametrize("states_length", [True, False])
@pytest.mark.parametrize("change", [b"more", None])
def test_another_size_is_not_the_published_file(
    voice: CatalogueVoice, settings: Settings, host: VoiceHost, change: bytes | None, states_length: bool
) -> None:
    good = host.files[voice.model.path]
    host.files[voice.model.path] = good + change if change else good[:-10]
    host.manners = Manners(states_length=states_length)
    refused(voice, settings, BadDownload)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_a_server_that_has_it_not(
    voice: CatalogueVoice, settings: Settings, host: VoiceHost, status: int
) -> None:
    host.manners = Manners(status=status)
    error = refused(voice, settings, BadDownload)
    assert str(status) in error.message and "OYEZ_VOICE_MIRROR" in error.hint


def test_redirects_are_followed(voice: CatalogueVoice, settings: Settings, host: VoiceHost) -> None:
    host.manners = Manners(redirect=host.address)
    assert installing.install(voice, settings).name == NAME


@pytest.mark.parametrize(
    "mirror", ["http://127.0.0.1:9", "ftp://example.org", "not an address", "file:///etc"]
)
def test_a_mirror_that_is_none(voice: CatalogueVoice, settings: Settings, mirror: str) -> None:
    refused(voice, replace(settings, voice_mirror=mirror), BadDownload)
    assert not (settings.voices / ".downloads" / voice.stem).exists(), "nothing came, nothing is left"


def test_without_a_mirror_private_addresses_are_refused(
    voice: CatalogueVoice, settings: Settings, host: VoiceHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "PUBLISHED", host.address)
    refused(voice, replace(settings, voice_mirror=""), BadDownload)
    assert not host.asked


@pytest.mark.parametrize(
    ("content", "changes"),
    [(b"not a model", {}), (None, {"audio": {"sample_rate": "fast"}}), (None, {"phoneme_id_map": {}})],
)
def test_a_published_voice_that_cannot_run_is_not_installed(
    settings: Settings, host: VoiceHost, content: bytes | None, changes: dict[str, Any]
) -> None:
    voice = host.offer(content or model(), json.dumps(description(**changes)).encode())
    refused(voice, settings, BadVoice)


def test_forged_bytes_under_the_same_md5_are_told_from_the_first(
    voice: CatalogueVoice, settings: Settings
) -> None:
    Pins(settings.voices).pin(voice.model, "0" * 64)
    assert "forged" in refused(voice, settings, BadDownload).message


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 3}'])
def test_broken_pins_are_no_pins(voice: CatalogueVoice, settings: Settings, content: str) -> None:
    (settings.voices / ".pins.json").write_text(content, "utf-8")
    assert installing.install(voice, settings).name == NAME


def test_two_at_once_do_not_meet(voice: CatalogueVoice, settings: Settings, host: VoiceHost) -> None:
    host.manners = Manners(gate=threading.Event())
    made: list[str] = []
    thread = threading.Thread(target=lambda: made.append(installing.install(voice, settings).name))
    thread.start()
    try:
        while not host.models_asked:
            threading.Event().wait(0.01)
        with pytest.raises(BadDownload, match="already"):
            installing.install(voice, settings)
    finally:
        assert host.manners.gate
        host.manners.gate.set()
        thread.join()
    assert made == [NAME]


def test_installing_again_replaces_it(voice: CatalogueVoice, settings: Settings) -> None:
    first = installing.install(voice, settings)
    assert installing.install(voice, settings) == first


def test_a_full_disk_is_said_before_anything_is_fetched(
    voice: CatalogueVoice, settings: Settings, host: VoiceHost
) -> None:
    huge = replace(voice, model=replace(voice.model, bytes=shutil.disk_usage(settings.voices).total))
    assert "MB" in refused(huge, settings, StoreFull).message
    assert not host.asked
    check_space(settings.voices, 1)


def test_a_card_is_shown_before_and_kept_after(
    voice: CatalogueVoice, settings: Settings, host: VoiceHost
) -> None:
    among = Catalogue((voice,))
    before = installing.model_card(NAME, settings, among)
    assert before.licence == "CC0" and not listed()
    installing.install(voice, settings)
    host.asked.clear()
    assert installing.model_card(NAME, settings, Catalogue(())) == before
    assert not host.asked
    with pytest.raises(VoiceNotFound):
        installing.model_card("../../etc/passwd", settings, among)
