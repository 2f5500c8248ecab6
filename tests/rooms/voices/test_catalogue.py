"""What can be had, what is meant by a name, and which voice is recommended."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from oyez.errors import VoiceNotFound, VoiceNotInstalled
from oyez.voices.catalogue import catalogue
from oyez.voices.find import find_voice
from oyez.voices.piper_files import is_plain_name

VOICES = catalogue().voices


def test_the_manifest_holds_the_published_figures(shared: Path) -> None:
    listed = json.loads((shared / "voices/catalogue/piper_voices.json").read_text("utf-8"))
    assert {voice.stem for voice in VOICES} == set(listed)
    for voice in VOICES:
        own = {file.path: {"size_bytes": file.bytes, "md5_digest": file.md5} for file in voice.files}
        assert own == listed[voice.stem]["files"]
        assert voice.speakers == listed[voice.stem]["num_speakers"]
        assert voice.language == listed[voice.stem]["language"]["code"].replace("_", "-").lower()
        assert (voice.quality, voice.speaker) == (listed[voice.stem]["quality"], listed[voice.stem]["name"])


def test_the_manifest_is_small_and_states_no_licence() -> None:
    assert len(files("oyez.voices").joinpath("catalogue.json").read_bytes()) < 30_000
    assert all(voice.licence is None for voice in VOICES)


def test_every_voice_can_be_kept_as_a_file() -> None:
    for voice in VOICES:
        assert is_plain_name(voice.stem)
        assert all(file.bytes > 0 and re.fullmatch("[0-9a-f]{32}", file.md5) for file in voice.files)
    assert len({voice.stem for voice in VOICES}) == len(VOICES)


def test_each_language_and_region_has_one_recommended_voice() -> None:
    recommended = [voice for voice in VOICES if catalogue().is_recommended(voice)]
    assert len(recommended) == len({voice.language for voice in VOICES})
    assert all(catalogue().recommended(voice.language) == voice for voice in recommended)


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("en", "en_US-amy-medium"),
        ("en-AU", "en_US-amy-medium"),
        ("en_GB", "en_GB-alan-medium"),
        ("de-AT", "de_DE-thorsten-medium"),
        ("uk", "uk_UA-ukrainian_tts-medium"),
        ("nn", "no_NO-talesyntese-medium"),
        ("it", "it_IT-riccardo-x_low"),
        ("la", None),
        ("", None),
    ],
)
def test_the_rule(language: str, stem: str | None) -> None:
    voice = catalogue().recommended(language)
    assert (voice and voice.stem) == stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("en_US-amy-low", "en_US-amy-low"),
        ("piper:en_US-amy-low", "en_US-amy-low"),
        ("amy-low", "en_US-amy-low"),
        ("amy", "en_US-amy-medium"),
        ("pt_PT-tugão-medium", "pt_PT-tugão-medium"),
    ],
)
def test_names(name: str, stem: str) -> None:
    assert catalogue().find(name).stem == stem


@pytest.mark.parametrize("name", ["nobody", "", "../amy", "en_US-amy", "/etc/passwd", "a\0b", "x" * 10_000])
def test_other_names_are_not_found(name: str) -> None:
    with pytest.raises(VoiceNotFound):
        catalogue().find(name)


def test_a_near_name_is_named() -> None:
    with pytest.raises(VoiceNotFound, match="thorsten"):
        catalogue().find("thorstn")


def test_speaking_with_a_voice_that_is_not_here_says_how_to_get_it() -> None:
    with pytest.raises(VoiceNotInstalled, match="oyez voices get en_US-amy-medium"):
        find_voice("amy")
