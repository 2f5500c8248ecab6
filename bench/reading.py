"""Reading pages with known answers: Oyez beside trafilatura, readability-lxml and resiliparse.

pages -> the scorer's own table, one run an extractor, two at a time
      -> Oyez and trafilatura page by page, CPU time beside -> word F1 per page -> paired bootstrap

The pages and their scorer lie beside the project, in ../shared/eval/extraction; nothing of them is in it.
Trafilatura is here anyway; the others are measured by the Python that OYEZ_READING_PEERS names (made by
`python -m venv peers && peers/bin/pip install readability-lxml resiliparse`), and are absent without it.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from bench import reading_adapter, reading_peers
from bench.figure import Figure

__all__ = ["measure"]

_ROOT = Path(__file__).parents[1]
_PAGES = _ROOT.parent / "shared" / "eval" / "extraction"
_PEERS = ("readability", "resiliparse")  # beside trafilatura, in an environment of their own
_AT_ONCE = 2  # scorers; they measure no time
_SETS = ("fundus", "wcxb")
_EVERY = 5  # pages of wcxb: one in five is timed, or all when long
_DRAWS = 2000  # of the bootstrap
_GOALS: dict[str, dict[str, tuple[float, bool]]] = {  # figure -> goal, and whether it is a floor
    "fundus": {
        "word_f1": (0.972, True),
        "shingle_f1": (0.972, True),
        "standfirst": (95, True),
        "captions": (90, True),
        "title": (93, True),
        "authors": (90, True),
        "date": (98, True),
        "cut_per_100": (30, False),
        "junk_per_100": (15, False),
    },
    "wcxb": {"word_f1": (0.955, True), "shingle_f1": (0.955, True), "junk_per_100": (20, False)},
}
Extractor = Callable[[str, str | None], dict[str, Any]]


def measure(*, long: bool) -> dict[str, Figure]:
    """Both sets; about four minutes on two cores. All of wcxb is timed when long, else one page in five."""
    if not (_PAGES / "score.py").is_file():
        raise SystemExit(
            "reading: the pages are not here; put them and score.py in ../shared/eval/extraction"
        )
    runs = {
        "extract": (sys.executable, "bench.reading_adapter:extract"),
        "trafilatura": (sys.executable, "bench.reading_peers:trafilatura"),
    } | {peer: (python, f"bench.reading_peers:{peer}") for peer, python in _peers().items()}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(_AT_ONCE) as pool:
        scored = dict(zip(runs, pool.map(partial(_scored, Path(folder)), runs.values()), strict=True))
    figures: dict[str, Figure] = {}
    ours = scored.pop("extract")
    for name in _SETS:
        figures |= _table(name, ours[name], {peer: table[name] for peer, table in scored.items()})
        figures |= _beside(name, 1 if long or name == "fundus" else _EVERY)
    return figures


def _peers() -> Mapping[str, str]:
    """The Python of each peer that is installed; who is left out is named on standard error."""
    found = {}
    python = os.environ.get("OYEZ_READING_PEERS", sys.executable)
    for peer in _PEERS:
        asked = subprocess.run([python, "-c", f"import {peer}"], check=False, capture_output=True)
        if asked.returncode == 0:
            found[peer] = python
        else:
            sys.stderr.write(f"left out: {peer}, which {python} has not; see OYEZ_READING_PEERS\n")
    return found


def _scored(folder: Path, run: tuple[str, str]) -> dict[str, Any]:
    """The scorer's own figures of one extractor on every set."""
    python, target = run
    answer = folder / f"{target.rpartition(':')[2]}.json"
    command = [python, str(_PAGES / "score.py"), target, "--json", str(answer)]
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)
    scored: dict[str, Any] = json.loads(answer.read_text("utf-8"))
    return scored


def _table(name: str, ours: dict[str, Any], theirs: dict[str, dict[str, Any]]) -> dict[str, Figure]:
    figures = {}
    for figure, (goal, floor) in _GOALS[name].items():
        peer = theirs.get("trafilatura", {}).get(figure)
        figures[f"{name} {figure}"] = Figure(ours[figure], goal, peer, "", floor)
    for peer, scored in theirs.items():
        for figure in ("word_f1", "shingle_f1", "junk_per_100"):
            figures[f"{name} {figure}, {peer}"] = Figure(scored[figure])
    return figures


def _beside(name: str, every: int) -> dict[str, Figure]:
    """CPU time beside trafilatura's, page by page in one process; the bootstrap of the F1 difference."""
    spec = importlib.util.spec_from_file_location("score", _PAGES / "score.py")
    assert spec and spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = json.loads((_PAGES / name / "gold.json").read_text("utf-8"))
    ours: list[float] = []
    theirs: list[float] = []
    gained: list[float] = []
    printed: list[bool] = []  # for each known caption that the page prints: bound to its figure
    for number, (key, truth) in enumerate(gold.items()):
        if number % every:
            continue
        html = gzip.decompress((_PAGES / name / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace")
        wanted = "\n".join(truth["body"])
        if not ours:
            reading_adapter.extract(html, None)  # imports are no part of a page's cost
            reading_peers.trafilatura(html, None)
        seconds, mine = _timed(reading_adapter.extract, html, truth.get("url"))
        peer_seconds, its = _timed(reading_peers.trafilatura, html, truth.get("url"))
        ours.append(1000 * seconds)
        theirs.append(1000 * peer_seconds)
        gained.append(
            score.word_f1("\n".join(mine["body"]), wanted) - score.word_f1("\n".join(its["body"]), wanted)
        )
        printed += _printed_captions(score, html, truth, mine)
    low, high = _bootstrap(gained)
    median, peer_median = statistics.median(ours), statistics.median(theirs)
    late, peer_late = _percentile(ours, 0.95), _percentile(theirs, 0.95)
    bound = 100 * statistics.mean(printed) if printed else None
    captions = f"{name} captions that the page prints, % bound"
    return ({captions: Figure(round(bound, 1), 90, None, "", True)} if bound is not None else {}) | {
        f"{name} CPU ms, median": Figure(median, 0.7 * peer_median, peer_median, "ms"),
        f"{name} CPU ms, 95th percentile": Figure(late, 0.8 * peer_late, peer_late, "ms"),
        f"{name} word F1 over trafilatura's": Figure(statistics.mean(gained), None, 0.0),
        f"{name} word F1 over trafilatura's, 2.5 % of draws": Figure(low, 0.0, None, "", at_least=True),
        f"{name} word F1 over trafilatura's, 97.5 % of draws": Figure(high),
    }


def _printed_captions(score: Any, html: str, truth: dict[str, Any], mine: dict[str, Any]) -> list[bool]:
    """Which of the known captions that stand on the page as text are bound; many answers are alternative
    texts of pictures, which nobody sees."""
    from lxml import html as lxml_html

    known = {figure["caption"] for figure in truth.get("figures", ())}
    if not known:
        return []
    tree = lxml_html.document_fromstring(html.encode("utf-8", "replace"))
    words = tree.xpath("//text()[not(parent::script or parent::style or parent::title)]")
    page = score.tokens(" ".join(words))
    grams, text = set(score.grams(page)), f" {' '.join(page)} "
    found = []
    for figure in mine["figures"]:
        tokens = score.tokens(f"{figure['caption']} {figure['credit']}")
        found.append((set(score.grams(tokens)), f" {' '.join(tokens)} "))
    return [
        any(score.contained(caption, *one) for one in found)
        for caption in known
        if len(score.tokens(caption)) > 3 and score.contained(caption, grams, text)
    ]


def _timed(extractor: Extractor, html: str, url: str | None) -> tuple[float, dict[str, Any]]:
    began = time.process_time()
    found = extractor(html, url)
    return time.process_time() - began, found


def _bootstrap(differences: list[float]) -> tuple[float, float]:
    """The 95 % interval of the mean over pages drawn again, seeded."""
    draw = random.Random(0)
    means = sorted(statistics.fmean(draw.choices(differences, k=len(differences))) for _ in range(_DRAWS))
    return means[int(0.025 * _DRAWS)], means[int(0.975 * _DRAWS)]


def _percentile(values: list[float], share: float) -> float:
    return sorted(values)[int(share * len(values))]
