"""What voices of a folder are called, and that listing them stays cheap and safe."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from oyez.errors import BadVoice
from oyez.voices.piper_files import describe, list_voices, model_path, short_names


@pytest.mark.parametrize(
    ("stems", "expected"),
    [
        (
            ["en_US-kristin_sano-nano"],
            {"en_US-kristin_sano-nano": ("kristin_sano", "kristin_sano-nano", "kristin")},
        ),
        (["en_GB-alba-medium"], {"en_GB-alba-medium": ("alba", "alba-medium")}),
        (
            ["en_US-amy-low", "en_US-amy-medium"],
            {"en_US-amy-low": ("amy-low",), "en_US-amy-medium": ("amy-medium",)},
        ),
        (
            ["de_DE-thorsten-low", "de_DE-thorsten_emotional-low"],
            {
                "de_DE-thorsten-low": ("thorsten", "thorsten-low"),
                "de_DE-thorsten_emotional-low": ("thorsten_emotional", "thorsten_emotional-low"),
            },
        ),
        (["de_DE-anna-low", "fr_FR-anna-low"], {"de_DE-anna-low": (), "fr_FR-anna-low": ()}),
        (["alba", "en_GB-alba-low"], {"alba": (), "en_GB-alba-low": ("alba-low",)}),
        (["my own voice", "--"], {"my own voice": (), "--": ()}),
    ],
)
def test_short_names_mean_one_voice(stems: list[str], expected: dict[str, tuple[str, ...]]) -> None:
    assert short_names(stems) == expected


def test_a_folder_is_hashed_once(make_voice: Callable[..., Path], voices_folder: Path) -> None:
    path = make_voice()
    (first,) = list_voices(voices_folder)
    kept = voices_folder / ".digests.json"
    digests = json.loads(kept.read_text("utf-8"))
    assert first.name == "piper:en_US-tiny-low" and first.natural
    assert first.version == describe(path, "x").version, "the same file, the same version"

    # A digest that stands beside the same size and time is taken as it is.
    kept.write_text(json.dumps({path.name: [*digests[path.name][:2], "f" * 64]}), "utf-8")
    assert "f" * 16 in next(list_voices(voices_folder)).version
    # Another file is hashed, whatever stands there.
    path.write_bytes(path.read_bytes() + b"\0")
    changed = next(list_voices(voices_folder)).version
    assert "f" * 16 not in changed and changed != first.version


def test_the_description_is_part_of_the_version(make_voice: Callable[..., Path]) -> None:
    slow = describe(make_voice(changes={"inference": {"length_scale": 1.5}}), "x")
    assert slow.version != describe(make_voice(), "x").version


@pytest.mark.parametrize(
    "content", ["", "[]", '{"en_US-tiny-low.onnx": 3}', '{"en_US-tiny-low.onnx": [1, 2, 3]}']
)
def test_broken_digests_are_made_anew(
    content: str, make_voice: Callable[..., Path], voices_folder: Path
) -> None:
    path = make_voice()
    (voices_folder / ".digests.json").write_text(content, "utf-8")
    assert [info.version for info in list_voices(voices_folder)] == [describe(path, "x").version]


def test_an_absent_folder_holds_no_voices(tmp_path: Path) -> None:
    assert not list(list_voices(tmp_path / "nowhere"))
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "name", ["piper:../outside", "..\\outside", "/etc/passwd", ".hidden", "", "piper:", "a\0b"]
)
def test_a_plain_name_stays_in_the_folder(name: str, voices_folder: Path) -> None:
    for stem in ("outside", ".hidden"):
        (voices_folder.parent / f"{stem}.onnx").touch()
    assert model_path(name, voices_folder) is None


def test_a_folder_named_like_a_voice_is_none(voices_folder: Path) -> None:
    (voices_folder / "en_US-odd-low.onnx").mkdir()
    assert not list(list_voices(voices_folder))
    with pytest.raises(BadVoice):
        describe(voices_folder / "en_US-odd-low.onnx", "x")
