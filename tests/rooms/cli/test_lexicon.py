"""oyez lexicon: entries made, looked at, shared and removed, with a remedy in every error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oyez.cli import run
from oyez.scripting import read_pls

_BAD_FILE = (
    b"<lexicon xmlns='http://www.w3.org/2005/01/pronunciation-lexicon' alphabet='ipa'>\n<lexeme/></lexicon>"
)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kept" / "lexicon.pls"
    monkeypatch.setenv("OYEZ_LEXICON", str(path))
    return path


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["lexicon", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_an_entry_is_kept_listed_tried_and_removed(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    assert outcome(capsys, "list")[1].startswith("no entries of yours yet")
    assert "/ˈɛbɪk/" in outcome(capsys, "add", "Ebbwick", "ˈɛbɪk")[1]
    assert outcome(capsys, "add", "gullane", "/ˈɡɪlən/", "--language", "en")[0] == 0
    assert outcome(capsys, "add", "Leung", "--say", "Lee-ung")[0] == 0
    code, out, _ = outcome(capsys, "list", "--json")
    assert json.loads(out) == [
        {"written": "Ebbwick", "ipa": "ˈɛbɪk"},
        {"written": "gullane", "ipa": "ˈɡɪlən", "language": "en"},
        {"written": "Leung", "alias": "Lee-ung"},
    ]
    assert len(read_pls(file.read_bytes())) == 3
    assert "your lexicon" in outcome(capsys, "try", "Ebbwick")[1]
    assert "the built-in lexicon" in outcome(capsys, "try", "Kyiv")[1]
    assert "the voice's own" in outcome(capsys, "try", "rain")[1]
    _, out, _ = outcome(capsys, "try", "Leung", "--json")
    assert json.loads(out)[0]["say"] == "Lee-ung"
    assert outcome(capsys, "remove", "Ebbwick")[1] == "Ebbwick is removed\n"
    code, _, err = outcome(capsys, "remove", "gullane")
    assert code == 2 and "oyez lexicon remove gullane --language en" in err
    assert outcome(capsys, "remove", "gullane", "-l", "en")[0] == 0


def test_an_entry_is_heard_by_the_other_verbs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Rain\n\nThe rain in Ebbwick was long, said Leung.\n", "utf-8")
    outcome(capsys, "add", "Ebbwick", "ˈɛbɪk")
    outcome(capsys, "add", "Leung", "--say", "Lee-ung")
    assert run(["adapt", str(page), "--say", "long=/lˈɔːŋ/"]) == 0
    assert "said Lee-ung." in capsys.readouterr().out
    assert run(["adapt", str(page), "--json", "--say", "long=/lˈɔːŋ/"]) == 0
    out = capsys.readouterr().out
    assert '"ˈɛbɪk"' in out and '"lˈɔːŋ"' in out
    assert run(["adapt", str(page), "--say", "long=/Long/"]) == 2
    assert "no sign of the IPA; write IPA between slashes" in capsys.readouterr().err


def test_files_are_shared_whole_or_not_at_all(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, file: Path
) -> None:
    shared = tmp_path / "shared.pls"
    outcome(capsys, "add", "Ebbwick", "ˈɛbɪk")
    assert outcome(capsys, "export", str(shared))[1] == f"{shared}: 1 entries\n"
    outcome(capsys, "remove", "Ebbwick")
    outcome(capsys, "add", "Mossbank", "mˈɔːsbæŋk")
    _, out, _ = outcome(capsys, "import", str(shared), "--json")
    assert json.loads(out) == {"entries": 1, "new": 1, "replaced": 0}
    kept = file.read_bytes()
    shared.write_bytes(_BAD_FILE)
    code, _, err = outcome(capsys, "import", str(shared))
    assert code == 5 and f"{shared}: line 2: a lexeme without a <grapheme>; " in err
    assert file.read_bytes() == kept
    code, _, err = outcome(capsys, "import", str(tmp_path / "none.pls"))
    assert code == 3 and "check the path" in err


def test_the_built_in_lexicon_can_be_seen_and_shared(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _, out, _ = outcome(capsys, "list", "--built-in", "--json")
    assert {"written": "Kyiv", "ipa": "kˈiːv", "language": "en", "source": "own"} in json.loads(out)
    assert outcome(capsys, "export", str(tmp_path / "news.pls"), "--built-in")[0] == 0
    assert len(read_pls((tmp_path / "news.pls").read_bytes())) == len(json.loads(out))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("add", "Xi"), "give IPA"),
        (("add", "Xi", "ʃiː", "--say", "Shee"), "how is 'Xi' said"),
        (("add", "Leung", "Lee-ung"), "'L', which is no sign of the IPA"),
        (("add", "Xi Jinping", "ʃiː"), "part them by spaces alike"),
        (("add", "", "ʃiː"), "is empty"),
        (("add", "Xi", "ʃiː", "-l", "not a tag"), "no language tag"),
        (("remove", "Xi"), "oyez lexicon list"),
    ],
)
def test_errors_name_the_remedy(
    capsys: pytest.CaptureFixture[str], file: Path, arguments: tuple[str, ...], says: str
) -> None:
    code, _, err = outcome(capsys, *arguments)
    assert (code, file.exists()) == (2, False)
    assert err.startswith("oyez: ") and says in err and err.count("\n") == 1


def test_a_broken_lexicon_is_not_written_over(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(_BAD_FILE)
    code, _, err = outcome(capsys, "add", "Xi", "ʃiː")
    assert code == 5 and "line 2" in err and file.read_bytes() == _BAD_FILE
