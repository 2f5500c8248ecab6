"""Voices from a file, a folder or an archive: all that were given, or none."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.tiny_voice import description, model

from oyez import api
from oyez.errors import BadVoice, InvalidOption, OyezError, VoiceNotFound
from oyez.model.script import Sentence
from oyez.voices.find import find_voice, load_voice
from oyez.voices.importing import import_voices, remove_voice

DESCRIBED = json.dumps(description()).encode()
PAIR = {"en_US-tiny-low.onnx": model(), "en_US-tiny-low.onnx.json": DESCRIBED}
OTHER = {name.replace("tiny", "wee"): content for name, content in PAIR.items()}
CARD = b"* License: CC0\n"


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def pack(archive: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return archive


def kept(folder: Path) -> set[str]:
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return {path.name for path in files if not any(part.startswith(".") for part in path.parts)}


def test_a_file(tmp_path: Path, voices_folder: Path) -> None:
    lay(tmp_path / "given", PAIR | {"en_US-tiny-low.MODEL_CARD": CARD})
    assert import_voices(tmp_path / "given/en_US-tiny-low.onnx", voices_folder) == ("piper:en_US-tiny-low",)
    assert find_voice("tiny").licence == "CC0"
    assert {path.name for path in voices_folder.iterdir()} - {".digests.json", ".prepared"} == {
        *PAIR, "en_US-tiny-low.MODEL_CARD"
    }  # fmt: skip


def test_a_folder_as_it_is_published(tmp_path: Path, voices_folder: Path) -> None:
    for folder, files in (("en/en_US/tiny/low", PAIR), ("en/en_US/wee/low", OTHER)):
        lay(tmp_path / "given" / folder, files | {"MODEL_CARD": CARD})
    assert import_voices(tmp_path / "given", voices_folder) == ("piper:en_US-tiny-low", "piper:en_US-wee-low")
    assert [info.licence for info in api.installed_voices() if info.natural] == ["CC0", "CC0"]


@pytest.mark.parametrize("where", ["", "some/folder/", "../../", "/etc/"])
def test_an_archive_whose_folders_lead_nowhere(tmp_path: Path, voices_folder: Path, where: str) -> None:
    archive = pack(
        tmp_path / "voices.zip", {where + name: content for name, content in (PAIR | OTHER).items()}
    )
    assert len(import_voices(archive, voices_folder)) == 2
    assert kept(voices_folder) == {*PAIR, *OTHER}
    assert kept(tmp_path) == {*PAIR, *OTHER, "voices.zip"}


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({}, VoiceNotFound),
        ({"README": b"hello"}, VoiceNotFound),
        ({"en_US-tiny-low.onnx": model()}, VoiceNotFound),
        (PAIR | {"en_US-bad-low.onnx": b"no", "en_US-bad-low.onnx.json": DESCRIBED}, BadVoice),
        (PAIR | {"en_US-bad-low.onnx": model(), "en_US-bad-low.onnx.json": b"{}"}, BadVoice),
        (PAIR | {"a b$.onnx": model(), "a b$.onnx.json": b"{}"}, BadVoice),
        (PAIR | {".hidden.onnx": model(), ".hidden.onnx.json": b"{}"}, BadVoice),
        (PAIR | {f"again/{name}": content for name, content in PAIR.items()}, BadVoice),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_one_that_is_no_voice_stops_all(
    tmp_path: Path, voices_folder: Path, files: dict[str, bytes], error: type[OyezError], packed: bool
) -> None:
    given = pack(tmp_path / "v.zip", files) if packed else lay(tmp_path / "given", files)
    given.mkdir(exist_ok=True) if not packed else None
    with pytest.raises(error) as caught:
        import_voices(given, voices_folder)
    assert caught.value.hint
    assert not list(voices_folder.iterdir())


@pytest.mark.parametrize("damage", ["cut", "flip", "foreign"])
def test_a_broken_archive(tmp_path: Path, voices_folder: Path, damage: str) -> None:
    archive = pack(tmp_path / "v.zip", PAIR)
    content = archive.read_bytes()
    archive.write_bytes(
        {"cut": content[:200], "flip": content[:60] + b"\xff" * 40 + content[100:], "foreign": b"Rar!" * 9}[
            damage
        ]
    )
    with pytest.raises(BadVoice):
        import_voices(archive, voices_folder)
    assert not list(voices_folder.iterdir())


def test_nothing_there(tmp_path: Path, voices_folder: Path) -> None:
    for name in ("nothing", "nothing.onnx", "nothing.zip"):
        with pytest.raises(VoiceNotFound):
            import_voices(tmp_path / name, voices_folder)


def test_a_link_out_of_the_folder_is_copied_not_moved(tmp_path: Path, voices_folder: Path) -> None:
    outside = lay(tmp_path / "outside", PAIR)
    (tmp_path / "given").mkdir()
    for name in PAIR:
        (tmp_path / "given" / name).symlink_to(outside / name)
    import_voices(tmp_path / "given", voices_folder)
    assert kept(outside) == set(PAIR)
    assert not any(path.is_symlink() for path in voices_folder.iterdir())


def test_a_voice_is_removed_while_it_speaks(
    tmp_path: Path, voices_folder: Path, say: Callable[[str], Sentence]
) -> None:
    import_voices(lay(tmp_path / "given", PAIR), voices_folder)
    voice = load_voice(find_voice("tiny"))
    first = voice.say(say("It sails at noon."))
    assert remove_voice("tiny", voices_folder) == "piper:en_US-tiny-low"
    assert not kept(voices_folder)
    assert not [info for info in api.installed_voices() if info.natural]
    assert (voice.say(say("It sails at noon.")).samples == first.samples).all()
    voice.close()
    with pytest.raises(BadVoice) as caught:
        voice.say(say("It sails at noon."))
    assert caught.value.hint
    with pytest.raises(VoiceNotFound):
        remove_voice("tiny", voices_folder)


def test_a_broken_voice_can_be_removed(voices_folder: Path) -> None:
    lay(voices_folder, {"en_US-bad-low.onnx": b"no"})
    remove_voice("en_US-bad-low", voices_folder)
    assert not kept(voices_folder)


@pytest.mark.parametrize("name", ["espeak:en-us", "espeak", "silent"])
def test_what_came_with_oyez_stays(voices_folder: Path, name: str) -> None:
    with pytest.raises(InvalidOption, match="came with Oyez"):
        remove_voice(name, voices_folder)


@pytest.mark.parametrize("name", ["../outside", "piper:../outside", "outside.onnx", "/etc/passwd", ""])
def test_nothing_outside_the_folder_is_removed(voices_folder: Path, name: str) -> None:
    lay(voices_folder.parent, {"outside.onnx": b"", "outside.onnx.json": b""})
    with pytest.raises(VoiceNotFound):
        remove_voice(name, voices_folder)
    assert (voices_folder.parent / "outside.onnx").exists()


def test_another_process_changes_the_folder(voices_folder: Path) -> None:
    assert not [info for info in api.installed_voices() if info.natural]
    lay(voices_folder, PAIR)
    assert [info.name for info in api.installed_voices() if info.natural] == ["piper:en_US-tiny-low"]
    described = json.dumps(description(inference={"length_scale": 1.5})).encode()
    before = find_voice("tiny").version
    lay(voices_folder, {"en_US-tiny-low.onnx.json": described})
    assert find_voice("tiny").version != before
