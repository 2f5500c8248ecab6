"""A speed as asked for reaches every output: sound, captions, data, the page; and the figures are theirs."""

from __future__ import annotations

import io
import json
import re
import wave
from pathlib import Path

import pytest

import oyez
from oyez.cli import run
from oyez.settings import load_settings

TEXT = (
    "The quay at dawn\n\nThe boat came in at six, an hour late, with all of its crew. Nobody was hurt; the "
    "hull, however, was not what it had been.\n\nIt will be out again by Friday, the office said, if the "
    "wind drops.\n"
)
ASKED = [("2x", False), ("4x", False), ("2x", True), ("0.7x", True), ("300wpm", False), ("fit:11s", False)]


@pytest.fixture(scope="module")
def narration() -> oyez.Narration:
    return oyez.narrate(oyez.adapt(oyez.read(TEXT)), "espeak:en-us")


@pytest.mark.parametrize(("asked", "keep_pauses"), ASKED)
def test_every_output_lasts_as_long_as_the_figures_say(
    narration: oyez.Narration, asked: str, keep_pauses: bool, tmp_path: Path
) -> None:
    settings = load_settings(store=tmp_path / "store")
    script = narration.script
    made = oyez.render(script, "wav", "espeak:en-us", asked, keep_pauses=keep_pauses, settings=settings)
    with wave.open(io.BytesIO(made.content)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    assert seconds == pytest.approx(made.figures.seconds, abs=0.005)
    assert 60 * script.said_words / seconds == pytest.approx(made.figures.words_per_minute, rel=0.002)
    figures = {
        suffix: oyez.save(narration, tmp_path / f"a.{suffix}", asked, keep_pauses=keep_pauses)
        for suffix in ("wav", "json", "vtt", "html")
    }
    assert all(one == figures["wav"] for one in figures.values())
    assert (tmp_path / "a.wav").read_bytes() == made.content, "made while the voice spoke or after: the same"
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert data["seconds"] == pytest.approx(seconds, abs=0.001)
    ends = re.findall(r"--> (\d+):(\d+):([\d.]+)", (tmp_path / "a.vtt").read_text("utf-8"))
    last = sum(float(part) * unit for part, unit in zip(ends[-1], (3600, 60, 1), strict=True))
    assert last == pytest.approx(data["sentences"][-1]["end"], abs=0.002)


def test_kept_pauses_are_another_file(narration: oyez.Narration, tmp_path: Path) -> None:
    settings = load_settings(store=tmp_path / "store")
    files = [
        oyez.render(narration.script, "vtt", "espeak:en-us", 2, keep_pauses=keep, settings=settings)
        for keep in (False, True, True)
    ]
    assert files[0].content != files[1].content == files[2].content
    assert [file.from_store for file in files] == [False, False, True]
    assert files[2].figures == files[1].figures


def test_what_was_done_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    arguments = ["narrate", str(page), "-o", str(tmp_path / "a.vtt"), "-v", "espeak:en-us", "--speed"]
    assert run([*arguments, "fit:11s"]) == 0
    printed = capsys.readouterr()
    for what in ("as said, measured", "as shown", "without pauses", "syllables a second", "at natural speed"):
        assert what in printed.out
    assert "to meet fit:11s, pauses are" in printed.err
    for bad, said in (("0x", "0.5x to 4x"), ("1000wpm", "words a minute"), ("fit:1s", "words a minute")):
        assert run([*arguments, bad]) == 2
        assert said in capsys.readouterr().err
