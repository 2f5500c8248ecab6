"""The command line as a person meets it: one line for every error, the documented exit code, no traces."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.rooms.reading.printed import column, pdf
from tests.rooms.reading.test_epub import BOOK, epub
from tests.rooms.reading.test_feed import RSS

from oyez.cli import run

EXAMPLES = Path(__file__).parents[3] / "examples"
TEXT = str(EXAMPLES / "harbour.txt")
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"


def outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize("verb", ["read", "adapt", "explain"])
def test_verbs_print_text_and_json(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    code, out, _ = outcome(capsys, verb, TEXT)
    assert code == 0 and "Ebbwick" in out
    code, out, _ = outcome(capsys, verb, TEXT, "--json")
    assert code == 0 and json.loads(out)


def test_parts_of_a_feed_are_listed_and_chosen(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    feed = tmp_path / "feed"  # its name says nothing
    feed.write_text(RSS, "utf-8")
    code, out, _ = outcome(capsys, "read", "--parts", str(feed))
    assert code == 0 and out.splitlines()[1] == "   2  Old & short  (2026-02-02 10:00:00+00:00)"
    code, out, _ = outcome(capsys, "read", "--parts", "--json", str(feed))
    assert [one["number"] for one in json.loads(out)] == [1, 2]
    code, out, _ = outcome(capsys, "adapt", "--part", "2", str(feed))
    assert code == 0 and "The pier is shut" in out
    code, _, err = outcome(capsys, "read", "--part", "3", str(feed))
    assert code == 2 and "give one from 1 to 2" in err
    code, out, _ = outcome(capsys, "read", "--parts", TEXT)
    assert (code, out) == (0, "this is one article, without parts\n")


@pytest.mark.parametrize("verb", ["read", "explain"])
def test_a_pdf_and_a_book_are_read(capsys: pytest.CaptureFixture[str], tmp_path: Path, verb: str) -> None:
    for content in (
        epub(BOOK),
        pdf([column(["It rained.", "", "The boat came, and it rained on the boat."])]),
    ):
        (tmp_path / "file").write_bytes(content)
        code, out, _ = outcome(capsys, verb, str(tmp_path / "file"))
        assert code == 0 and "It rained." in out


def test_a_stage_is_resumed_from_its_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for verb in ("read", "adapt"):
        _, out, _ = outcome(capsys, verb, TEXT, "--json")
        (tmp_path / f"{verb}.json").write_text(out, "utf-8")
    from_page = outcome(capsys, "adapt", TEXT)
    assert outcome(capsys, "adapt", str(tmp_path / "read.json")) == from_page
    assert outcome(capsys, "adapt", str(tmp_path / "adapt.json")) == from_page


def test_narrate_writes_the_file_and_says_the_measured_speed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "out.mp3"
    code, out, _ = outcome(
        capsys, "narrate", TEXT, "-o", str(file), "--speed", "250wpm", "-v", "espeak:en-us"
    )
    assert code == 0 and "250 words a minute as said, measured" in out
    assert file.stat().st_size > 100_000
    code, out, _ = outcome(capsys, "narrate", TEXT, "-o", str(file), "--json", "-v", "silent")
    assert json.loads(out)["voice"] == "silent"


def test_listen_says_all_there_is_to_say(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = str(tmp_path / "sound.mp3")
    code, out, _ = outcome(capsys, "listen", "--no-open", "-o", file, "-v", "espeak:en-us")
    assert code == 0
    lines = {line.split("  ")[0]: line for line in out.splitlines()[1:]}
    assert out.startswith("Ebbwick keeps its night ferry for one more winter\n")
    assert "8 blocks" in lines["spoken"] or "blocks" in lines["spoken"]
    assert "2 photos" in lines["shown"] and "pull quote" in lines["shown"] and "repeats" in lines["shown"]
    assert "4 advertisement" in lines["left out"] and "oyez explain" in lines["left out"]
    assert "publisher Saltmarsh Courier" in lines["trust"]
    assert "oyez voices get en_US-" in lines["voice"]
    assert lines["speed"].startswith("speed      1.25x = ") and "measured" in lines["speed"]
    assert "2 min to read (the page says 3 minutes)" in lines["time"]
    assert "file://" in lines["page"] and "Space" in lines["keys"]
    assert Path(file).with_suffix(".html").read_text("utf-8").startswith("<!doctype html>")


def test_voices_are_listed_by_language(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capsys, "voices", "list", "en")
    assert code == 0 and "espeak:en-us" in out and "espeak:de" not in out


def test_check_tries_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capsys, "check", "--json")
    assert code == 0, out
    assert all(result["ok"] for result in json.loads(out))


def bad_files(folder: Path) -> dict[str, Path]:
    contents = {
        "empty.txt": b"", "page.pdf": PDF, "random.bin": bytes(range(256)) * 40,
        "menu.html": b"<html><body><nav><a href='/'>Home</a> <a href='/a'>About</a></nav></body></html>",
        "script.html": b"<html><script>document.write('hello')</script></html>",
        "spaces.txt": b" \n\n ", "broken.json": b'{"type": "Article"',
    }  # fmt: skip
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return {name: folder / name for name in contents}


@pytest.mark.parametrize(
    ("name", "code"),
    [("empty.txt", 4), ("page.pdf", 4), ("random.bin", 4), ("menu.html", 4), ("script.html", 4),
     ("spaces.txt", 4), ("broken.json", 4)],
)  # fmt: skip
def test_bad_pages_get_one_line_and_leave_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, code: int
) -> None:
    page = bad_files(tmp_path)[name]
    target = tmp_path / "out.mp3"
    got, out, err = outcome(capsys, "narrate", str(page), "-o", str(target))
    assert (got, out) == (code, "")
    assert err.startswith("oyez: ") and err.count("\n") == 1 and "; " in err
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("read", "nosuch.html"), 3, "neither a web address"),
        (("read", "http://127.0.0.1:9/"), 3, "--allow-private"),
        (("read", "ftp://example.org/x"), 3, "http"),
        (("narrate", TEXT, "-o", "out.mp3", "-v", "nobody"), 6, "oyez voices list"),
        (("narrate", TEXT, "-o", "/nosuch/out.mp3"), 7, "make it first"),
        (("narrate", TEXT, "-o", "out.xyz"), 7, ".mp3"),
        (("narrate", TEXT, "-o", "out.mp3", "--speed", "9x"), 2, "0.5x to 4x"),
        (("narrate", TEXT, "-o", "out.mp3", "--speak", "everything"), 2, "captions"),
        (("narrate", TEXT), 2, "--output"),
        (("reed", TEXT), 2, "read"),
    ],
)
def test_mistakes_say_what_to_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...], code: int, says: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    got, _, err = outcome(capsys, *arguments)
    assert got == code
    assert says in err and err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_errors_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = outcome(capsys, "read", "nosuch.html", "--json")
    assert code == 3
    assert json.loads(out)["error"]["code"] == "invalid-source"


def test_standard_input_is_read() -> None:
    command = [sys.executable, "-c", "from oyez.cli import main; main()", "read", "-"]
    done = subprocess.run(command, input=Path(TEXT).read_bytes(), capture_output=True, check=True)
    assert b"Ebbwick" in done.stdout


def test_help_needs_nothing_heavy() -> None:
    program = (
        "import sys; from oyez.cli import run; run(['--help']);"
        "sys.exit(bool({'numpy', 'lxml', 'av', 'rich', 'fastapi', 'pydantic'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], env=os.environ, check=False).returncode == 0


def test_listen_never_writes_over_the_page_it_was_given(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "harbour.html"
    page.write_bytes((EXAMPLES / "harbour.html").read_bytes())
    before = page.read_bytes()
    sound = str(tmp_path / "harbour.mp3")
    for _ in range(2):
        assert outcome(capsys, "listen", str(page), "-o", sound, "--no-open", "-v", "espeak:en-us")[0] == 0
    assert page.read_bytes() == before
    assert (tmp_path / "harbour.listen.html").is_file()


def test_an_article_of_which_nothing_is_spoken_says_so(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "caption.txt"
    page.write_text("Boats at the quay today. Photo: pool via EPA\n")
    for name in ("out.mp3", "out.json", "out.vtt", "out.html"):
        code, _, err = outcome(capsys, "narrate", str(page), "-o", str(tmp_path / name), "-v", "silent")
        assert code == 5 and "--speak captions" in err
        assert not (tmp_path / name).exists()


@pytest.mark.parametrize("verb", ["read", "adapt", "explain"])
def test_a_terminal_of_few_letters_is_no_reason_to_fail(verb: str) -> None:
    command = [sys.executable, "-c", "from oyez.cli import main; main()", verb, TEXT]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert b"Ebbwick" in done.stdout and not done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_one_line() -> None:
    command = [sys.executable, "-c", "from oyez.cli import main; main()", "read", TEXT]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 7
    assert done.stderr.startswith(b"oyez: ") and done.stderr.count(b"\n") == 1
