"""Pinned floors of reading on pages with known answers. Lowering one needs a written reason here.

2026-11: first version; each floor stands a little below what was measured on 130 news pages.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = {
    "word_f1": 0.925,
    "shingle_f1": 0.928,
    "standfirst": 82.0,
    "captions": 78.0,
    "title": 78.0,
    "date": 95.0,
}
CEILINGS = {"cut_per_100": 105.0, "junk_per_100": 36.0, "raised": 0}


@pytest.mark.slow
def test_reading_keeps_its_floors(shared: Path, tmp_path: Path) -> None:
    scorer = shared / "eval" / "extraction" / "score.py"
    answer = tmp_path / "answer.json"
    command = [
        sys.executable,
        str(scorer),
        "bench.reading_adapter:extract",
        "--set",
        "fundus",
        "--json",
        str(answer),
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    data = json.loads(answer.read_text("utf-8"))
    measured = data.get("fundus", data)
    low = {name: measured[name] for name, floor in FLOORS.items() if measured[name] < floor}
    high = {name: measured[name] for name, ceiling in CEILINGS.items() if measured[name] > ceiling}
    assert not low and not high
