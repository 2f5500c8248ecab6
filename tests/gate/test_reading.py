"""Pinned floors of reading on pages with known answers. Lowering one needs a written reason here.

2026-11: first version; each floor stands a little below what was measured on 130 news pages.
2026-11: raised after articles in several boxes, hidden texts, labelled boxes; 160 general pages added.
2026-11: raised after authors as printed, standfirsts without a stop, captions in odd boxes, sentences that
are links, labels in more languages. From now a picture without a caption counts by its alternative text.
2026-11: captions lowered from 90 to 84.5: alternative texts, which nobody sees, count no longer; one known
caption in eight stands nowhere else on its page. The rest raised after finding the box by two measures.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = {"fundus": 130, "wcxb": 160}  # of each set; the first 160 of wcxb take a minute, all of them five
FLOORS = {
    "fundus": {
        "word_f1": 0.9745,
        "shingle_f1": 0.9695,
        "standfirst": 98.0,
        "captions": 84.5,
        "title": 84.5,
        "authors": 89.5,
        "date": 97.0,
    },
    "wcxb": {"word_f1": 0.969, "shingle_f1": 0.9595},
}
CEILINGS = {
    "fundus": {"cut_per_100": 18.0, "junk_per_100": 10.5, "raised": 0},
    "wcxb": {"cut_per_100": 260.0, "junk_per_100": 41.0, "raised": 0},
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_reading_keeps_its_floors(name: str, shared: Path, tmp_path: Path) -> None:
    scorer = shared / "eval" / "extraction" / "score.py"
    answer = tmp_path / "answer.json"
    command = [sys.executable, str(scorer), "bench.reading_adapter:extract"]
    command += ["--set", name, "--limit", str(PAGES[name]), "--json", str(answer)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    measured = json.loads(answer.read_text("utf-8"))[name]
    low = {figure: measured[figure] for figure, floor in FLOORS[name].items() if measured[figure] < floor}
    high = {figure: measured[figure] for figure, top in CEILINGS[name].items() if measured[figure] > top}
    assert not low and not high
