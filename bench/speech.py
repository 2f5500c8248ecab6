"""How English is said, beside its peers: right words, right heteronyms, untouched sentences, CPU time.

The given sentences lie beside the project (../shared/eval/speech) and are left out where they do not; our own
lie in tests/rooms/scripting. Peers are measured in an environment of their own, whose Python
OYEZ_SPEECH_PEERS names (made by `python -m venv peers`, then
`peers/bin/pip install wetext pysbd sentencex nemo_text_processing`); those that are
not installed there are absent: peer null.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.rooms.scripting.newsreader import CASES, share_right
from tests.rooms.scripting.plain_sentences import as_written, plain_sentences

from bench.figure import Figure
from oyez.scripting import split, spoken

__all__ = ["measure"]

_SHARED = Path(__file__).parents[1] / ".." / "shared" / "eval" / "speech"
_PROBE = Path(__file__).with_name("speech_probe.py")
_LIMIT = 150  # seconds for one peer; 4 peers end within the eight minutes of a bench
_PROCESSES = 5  # their costs are measured, after one that compiles the modules
_OURS = "oyez"
_SPEAKING = ("nemo_text_processing", "wetext")
_SPLITTING = ("sentencex", "pysbd")


def measure(*, long: bool) -> dict[str, Figure]:
    """Every figure beside the best peer that is installed; what is left out is named on standard error."""
    peers = {name: _probe(name, long=long) for name in (*_SPEAKING, *_SPLITTING, "espeak")}
    ours = _probe(_OURS, long=long) or {}
    figures: dict[str, Figure] = {}
    if _SHARED.is_dir():
        figures["given sentences, % of words right"] = _figure(
            "given", ours, peers, _SPEAKING, 97, at_least=True
        )
        figures["given heteronyms, % right"] = _figure(
            "heteronyms", ours, peers, ("espeak",), 93, at_least=True
        )
        english, other = _ends()
        figures["sentence ends, English of 48"] = Figure(
            english, 46, _best("english", peers, _SPLITTING), "", True
        )
        figures["sentence ends, other of 116"] = Figure(
            other, 112, _best("other", peers, _SPLITTING), "", True
        )
    else:
        sys.stderr.write(f"left out: the given sentences, which are not at {_SHARED}\n")
    for path in sorted(CASES.glob("news_*.tsv")):
        peer = _best(path.stem, peers, _SPEAKING)
        figures[f"{path.stem}, % right"] = Figure(100 * share_right(path, spoken)[0], 97, peer, "%", True)
    plain = list(plain_sentences())
    kept = sum(as_written(spoken(sentence)) == as_written(sentence) for sentence in plain)
    figures["plain sentences unchanged, %"] = Figure(
        100 * kept / len(plain), 99.9, _best("plain", peers, _SPEAKING), "%", True
    )
    figures["CPU ms, 20 words"] = _figure("ms 20", ours, peers, _SPEAKING, 0.3)
    figures["CPU ms, 80 words"] = _figure("ms 80", ours, peers, _SPEAKING, 1.5)
    figures["import, CPU s"] = _figure("start", ours, peers, _SPEAKING, 0.15)
    figures["import and first sentence, CPU s"] = _figure("first", ours, peers, _SPEAKING)
    figures["peak MB"] = _figure("MB", ours, peers, _SPEAKING, 30)
    figures["sentence ends, CPU s per MB"] = _figure("s per MB", ours, peers, _SPLITTING, 0.15)
    return figures


def _figure(
    name: str,
    ours: dict[str, float],
    peers: dict[str, dict[str, float] | None],
    rivals: tuple[str, ...],
    goal: float | None = None,
    *,
    at_least: bool = False,
) -> Figure:
    return Figure(ours[name], goal, _best(name, peers, rivals, at_least=at_least), at_least=at_least)


def _best(
    name: str, peers: dict[str, dict[str, float] | None], rivals: tuple[str, ...], *, at_least: bool = True
) -> float | None:
    """The best figure among the peers that have one."""
    values = [found[name] for rival in rivals if (found := peers.get(rival)) and name in found]
    return (max if at_least else min)(values) if values else None


def _probe(name: str, *, long: bool) -> dict[str, float] | None:
    """The figures of one speaker, measured in a process of its own; None where it is absent."""
    python = sys.executable if name in (_OURS, "espeak") else os.environ.get("OYEZ_SPEECH_PEERS")
    if python is None:
        sys.stderr.write(f"absent: {name}; name a Python that has it in OYEZ_SPEECH_PEERS\n")
        return None
    plain = json.dumps(
        [[sentence, as_written(sentence)] for sentence in plain_sentences()][: None if long else 300]
    )
    with tempfile.TemporaryDirectory() as kept:
        if _asked(python, name, "cost", "[]", kept) is None:
            return None
        costs = [_asked(python, name, "cost", "[]", kept) for _ in range(_PROCESSES)]
        found = _asked(python, name, "long" if long else "short", plain, kept)
    if found is None:
        return None
    for figure in ("start", "first", "MB", "ms 20", "ms 80"):
        values = [cost[figure] for cost in costs if cost and figure in cost]
        found |= {figure: statistics.median(values)} if values else {}
    return found


def _asked(python: str, name: str, length: str, plain: str, kept: str) -> dict[str, float] | None:
    """What one process of the probe measures; `kept` keeps compiled modules, as any installation does."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    given = str(_SHARED) if _SHARED.is_dir() else ""
    try:
        done = subprocess.run(
            [python, str(_PROBE), name, given, str(CASES), length],
            input=plain, capture_output=True, text=True, timeout=_LIMIT, check=False,
            env={**environment, "PYTHONPYCACHEPREFIX": kept},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        sys.stderr.write(f"left out: {name} took longer than {_LIMIT} s\n")
        return None
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        sys.stderr.write(f"absent: {name} ({reason})\n")
        return None
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _ends() -> tuple[int, int]:
    """How many of the given texts are cut right, English and others."""
    cases: list[dict[str, Any]] = json.loads((_SHARED / "sentences.json").read_text("utf-8"))
    right = {True: 0, False: 0}
    for case in cases:
        pieces = [piece.strip() for piece in split(case["text"], case["language"]) if piece.strip()]
        right[case["language"] == "en"] += pieces == case["sentences"]
    return right[True], right[False]
