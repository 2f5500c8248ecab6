"""Floors of quality on data that lie beside the project and are not part of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SPEECH = Path(__file__).parents[3] / ".." / "shared" / "eval" / "speech"

pytestmark = pytest.mark.skipif(not SPEECH.is_dir(), reason="the measuring data are not beside this checkout")


def test_written_to_spoken(tmp_path: Path) -> None:
    out = tmp_path / "score.json"
    command = [sys.executable, str(SPEECH / "score.py"), "oyez.scripting:spoken", "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    news = json.loads(out.read_text(encoding="utf-8"))["news"]
    assert news["words"] >= 97
    assert news["errors"] == 0


def test_sentence_ends() -> None:
    from oyez.scripting import split

    cases = json.loads((SPEECH / "sentences.json").read_text(encoding="utf-8"))
    right = {"en": 0, "other": 0}
    for case in cases:
        pieces = [piece.strip() for piece in split(case["text"], case["language"]) if piece.strip()]
        right["en" if case["language"] == "en" else "other"] += pieces == case["sentences"]
    assert right["en"] >= 46
    assert right["other"] >= 112
