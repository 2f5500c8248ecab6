"""oyez voices: listed, got, tried, removed, imported; every mistake is one line with a remedy."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.published_list import published_list
from tests.tiny_voice import description, model
from tests.voice_host import Manners, VoiceHost, voice_host

from oyez.cli import run
from oyez.cli.suggestion import suggestion
from oyez.voices import catalogue as room
from oyez.voices.catalogue import CatalogueVoice
from oyez.voices.find import find_voice

TEXT = str(Path(__file__).parents[3] / "examples/harbour.txt")


@pytest.fixture
def host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: VoiceHost, voice: CatalogueVoice
) -> VoiceHost:
    """A mirror with one more voice than the catalogue of the package has."""
    monkeypatch.setenv("OYEZ_VOICES", str(tmp_path / "voices"))
    offered = room.Catalogue((*room.catalogue().voices, voice))
    monkeypatch.setattr(room, "catalogue", lambda: offered)
    monkeypatch.setenv("OYEZ_VOICE_MIRROR", host.address)
    return host


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["voices", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_what_can_be_had(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capsys, "list", "--available", "en-GB")
    assert code == 0 and "* en_GB-alan-medium" in out and "63 MB" in out and "en_US" not in out
    code, out, _ = outcome(capsys, "list", "--available", "--json")
    listed = json.loads(out)
    assert len(listed) == 97 and sum(one["recommended"] for one in listed) == 34


def test_the_life_of_a_voice(capsys: pytest.CaptureFixture[str], host: VoiceHost, tmp_path: Path) -> None:
    code, out, err = outcome(capsys, "get", "tiny")
    assert code == 0, err
    assert "* License: CC0" in out and "licence    CC0" in out and "piper:en_US-tiny-low" in out
    assert "tiny" in outcome(capsys, "list", "en")[1].splitlines()[0], "natural voices come first"
    code, _, _ = outcome(capsys, "try", "tiny", "-o", str(tmp_path / "tiny.wav"))
    assert code == 0 and (tmp_path / "tiny.wav").read_bytes()[:4] == b"RIFF"
    assert outcome(capsys, "remove", "tiny")[:2] == (0, "piper:en_US-tiny-low is removed\n")
    code, _, err = outcome(capsys, "remove", "en_US-tiny-low")
    assert code == 6 and err.count("\n") == 1


def test_json(capsys: pytest.CaptureFixture[str], host: VoiceHost, tmp_path: Path) -> None:
    got = json.loads(outcome(capsys, "get", "tiny", "--json")[1])
    assert got["name"] == "piper:en_US-tiny-low" and got["card"]["licence"] == "CC0"
    tried = json.loads(outcome(capsys, "try", "tiny", "-o", str(tmp_path / "t.mp3"), "--json")[1])
    assert tried["voice"] == got["name"] and tried["sentence"].startswith("Good morning")
    assert json.loads(outcome(capsys, "remove", "tiny", "--json")[1]) == {"removed": got["name"]}


def test_a_licence_that_is_not_free_is_flagged(
    capsys: pytest.CaptureFixture[str], host: VoiceHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = host.offer(model(), json.dumps(description()).encode(), b"License: CC BY-NC 4.0\n")
    monkeypatch.setattr(room, "catalogue", lambda: room.Catalogue((voice,)))
    _, out, _ = outcome(capsys, "get", "tiny")
    assert "warning    its licence may not allow commercial use (CC BY-NC 4.0)" in out


def test_import_of_a_folder(capsys: pytest.CaptureFixture[str], host: VoiceHost, tmp_path: Path) -> None:
    for path, content in host.files.items():
        file = tmp_path / "given" / Path(path).name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    code, out, _ = outcome(capsys, "import", str(tmp_path / "given"), "--json")
    assert code == 0
    assert [one["name"] for one in json.loads(out)] == ["piper:en_US-tiny-low"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("get", "nobody"), 6, "oyez voices list --available"),
        (("get", "../../etc"), 6, "oyez voices list --available"),
        (("get", "amy"), 6, "OYEZ_VOICE_MIRROR"),
        (("try", "kusal", "-o", "x.wav"), 6, "oyez voices get en_US-kusal-medium"),
        (("remove", "espeak:en-us"), 2, "came with Oyez"),
        (("remove", "nobody"), 6, "oyez voices list"),
        (("import", "nothing.zip"), 6, ".onnx"),
    ],
)
def test_mistakes_say_what_to_do(
    capsys: pytest.CaptureFixture[str], host: VoiceHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], code: int, says: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    got, out, err = outcome(capsys, *arguments)
    assert (got, out) == (code, "")
    assert says in err and err.count("\n") == 1 and err.startswith("oyez: ")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and not path.name.startswith(".")]


def test_a_download_that_breaks_off(capsys: pytest.CaptureFixture[str], host: VoiceHost) -> None:
    host.manners = Manners(cut=50)
    code, _, err = outcome(capsys, "get", "tiny")
    assert code == 6 and "run it again" in err.splitlines()[-1]
    host.manners = Manners()
    assert outcome(capsys, "get", "tiny")[0] == 0


@pytest.mark.parametrize(
    ("voice", "language", "says"),
    [
        ("espeak:en-us", "en", "oyez voices get en_US-amy-medium"),
        ("espeak:en-gb", "en-GB", "oyez voices get en_GB-alan-medium"),
        ("espeak:la", "la", None),
        ("silent", "en", None),
    ],
)
def test_who_has_no_natural_voice_hears_of_one(voice: str, language: str, says: str | None) -> None:
    said = suggestion(find_voice(voice), language)
    assert (said is None) if says is None else (says in (said or ""))


def test_it_is_said_once_a_language(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OYEZ_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("OYEZ_VOICES", str(tmp_path / "voices"))
    told = []
    for _ in range(2):
        assert run(["narrate", TEXT, "-o", str(tmp_path / "a.vtt"), "-v", "espeak:en-us"]) == 0
        told.append(capsys.readouterr().err.count("oyez voices get en_US-amy-medium"))
    assert told == [1, 0]


def test_the_facts_of_what_can_be_had(capsys: pytest.CaptureFixture[str]) -> None:
    listed = json.loads(outcome(capsys, "list", "--available", "--json")[1])
    (amy,) = [one for one in listed if one["name"] == "piper:en_US-amy-medium"]
    assert amy["source"].endswith("rhasspy/piper-voices/resolve/main/en/en_US/amy/medium")
    assert (amy["region"], amy["quality"]) == ("US", "medium") and amy["sample"].startswith("Good morning")
    assert re.fullmatch("[0-9a-f]{32}", amy["md5"])


def test_the_newest_list_can_be_had(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OYEZ_VOICES", str(tmp_path / "voices"))
    with voice_host() as host:
        monkeypatch.setenv("OYEZ_VOICE_MIRROR", host.address)
        host.files["voices.json"] = json.dumps(published_list("eo_XX-nova-medium", "zz")).encode()
        code, out, err = outcome(capsys, "list", "--refresh", "eo")
    assert code == 0 and "* eo_XX-nova-medium" in out
    assert "has 1 voices; 1 more are of a form" in err
    assert [voice.stem for voice in room.catalogue().voices] == ["eo_XX-nova-medium"]
    monkeypatch.setenv("OYEZ_VOICES", str(tmp_path / "elsewhere"))
    assert len(room.catalogue().voices) == 97


def test_what_an_installed_voice_may_be_used_for_is_flagged(
    capsys: pytest.CaptureFixture[str], host: VoiceHost, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for path, content in host.files.items():
        file = tmp_path / "given" / Path(path).name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"License: CC BY-NC 4.0\n" if file.name == "MODEL_CARD" else content)
    _, out, _ = outcome(capsys, "import", str(tmp_path / "given"))
    assert "licence: CC BY-NC 4.0" in out and "warning    its licence may not allow commercial use" in out
    line = outcome(capsys, "list", "en")[1].splitlines()[0]
    assert "CC BY-NC 4.0" in line and "(!)" in line


def test_a_voice_for_quotations(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "A title\n\n“We will close the port on Monday,” said Ada Mwangi. “Nobody asked us.”\n", "utf-8"
    )
    narrate = ["narrate", str(page), "-o", str(tmp_path / "a.vtt"), "-v", "espeak:en-us", "--quote-voice"]
    assert run([*narrate, "espeak:en-gb"]) == 0
    assert "note: English (Great Britain) speaks what is quoted" in capsys.readouterr().err
    assert run([*narrate, ""]) == 0
    assert "quoted" not in capsys.readouterr().err
    assert run([*narrate, "nobody"]) == 6
    assert "no voice 'nobody'" in capsys.readouterr().err
