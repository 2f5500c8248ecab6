"""One speaker measured in its own process, which needs nothing but the standard library and the speaker.

    python speech_probe.py NAME GIVEN OWN short|long|cost

GIVEN is the folder of the given sentences or "", OWN that of ours; the plain sentences come on standard
input, as JSON. `cost` measures time and memory alone. Prints one JSON object of figures.
"""

from __future__ import annotations

import importlib
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__: list[str] = []

_TWENTY = (
    "The EU agreed on Feb. 16 to spend €3.4bn on NATO troops, the BBC said, after 10 months of long talks."
)
_PARAGRAPH = (
    "The U.S. economy grew by 3.5% in the third quarter of the year, Dr. Lee of Boston said on Monday. "
    "“It is so,” she added (to laughter in the hall), before she left for the airport and the flight home. "
    "Nobody whom the paper asked could say why the numbers published in Feb. 2017 had been so different. "
)
_RUNS = 200


def main(name: str, given: str, own: str, length: str) -> None:
    """Measure and print."""
    began = time.process_time()
    say, cut = _load(name)
    figures: dict[str, float] = {}
    if say:
        figures["start"] = time.process_time() - began
        say("Warm up 1 time.")
        figures["first"] = time.process_time() - began
        figures["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        runs = _RUNS if name == "oyez" else 3
        figures["ms 20"] = _milliseconds(say, _TWENTY, runs)
        figures["ms 80"] = _milliseconds(say, " and ".join([_TWENTY[:-1]] * 4), runs)
    if say and length != "cost":
        _say_right(say, given, own, figures)
    if cut and length != "cost":
        began, text = time.process_time(), _PARAGRAPH * (3000 if name in ("oyez", "sentencex") else 60)
        cut(text, "en")
        figures["s per MB"] = (time.process_time() - began) / (len(text.encode()) / 1e6)
        if given:
            _cut_right(cut, given, figures)
    if given and length != "cost" and name in ("oyez", "espeak"):
        figures["heteronyms"] = _heteronyms(name, given)
    sys.stdout.write(f"\n{json.dumps(figures)}\n")


def _load(name: str) -> tuple[Callable[[str], str] | None, Callable[[str, str], list[str]] | None]:
    """What says a sentence and what cuts a text, of one speaker; ImportError where it is absent."""
    if name == "oyez":
        scripting = importlib.import_module("oyez.scripting")
        return scripting.spoken, scripting.split
    if name == "wetext":
        return importlib.import_module("wetext").Normalizer(lang="en", operator="tn").normalize, None
    if name == "nemo_text_processing":
        module = importlib.import_module("nemo_text_processing.text_normalization.normalize")
        normalizer = module.Normalizer(input_case="cased", lang="en")
        return lambda text: str(normalizer.normalize(text)), None
    if name == "sentencex":
        module = importlib.import_module("sentencex")
        return None, lambda text, language: list(module.segment(language, text))
    if name == "pysbd":
        module = importlib.import_module("pysbd")
        return None, lambda text, language: list(
            module.Segmenter(language=language, clean=False).segment(text)
        )
    return None, None


def _milliseconds(say: Callable[[str], str], text: str, runs: int) -> float:
    """CPU milliseconds for one sentence, the best of the runs."""
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        say(text)
        best = min(best, time.process_time() - began)
    return 1000 * best


def _say_right(say: Callable[[str], str], given: str, own: str, figures: dict[str, float]) -> None:
    """The shares said right of the given sentences, ours and the plain ones; one that raises is wrong."""

    def safe(text: str) -> str:
        try:
            return say(text)
        except Exception as error:  # noqa: BLE001  a peer may raise anything, and that is a figure too
            return f"raised {type(error).__name__}"

    sys.path.insert(0, own)
    newsreader: Any = importlib.import_module("newsreader")
    paths = sorted(Path(own).glob("news_*.tsv"))
    for path in [*paths, Path(given) / "news_cases.tsv"] if given else paths:
        name = "given" if path.parent != Path(own) else path.stem
        figures[name] = 100 * newsreader.share_right(path, safe)[0]
    plain = json.load(sys.stdin)
    kept = sum(newsreader.folded(safe(written)) == newsreader.folded(said) for written, said in plain)
    figures["plain"] = 100 * kept / len(plain)


def _cut_right(cut: Callable[[str, str], list[str]], given: str, figures: dict[str, float]) -> None:
    """How many of the given texts are cut right; a language that the peer does not know is wrong."""
    figures["english"] = figures["other"] = 0
    for case in json.loads((Path(given) / "sentences.json").read_text("utf-8")):
        try:
            pieces = [piece.strip() for piece in cut(case["text"], case["language"]) if piece.strip()]
        except ValueError:
            continue
        figures["english" if case["language"] == "en" else "other"] += pieces == case["sentences"]


def _heteronyms(name: str, given: str) -> float:
    """The share of heteronyms read right, by the given scorer."""
    target = "oyez.scripting:phonemes"
    folder = "."
    if name == "espeak":
        target, folder = "speech_probe:espeak_word", str(Path(__file__).parent)
    scorer = str(Path(given, "heteronyms.py").resolve())
    done = subprocess.run(
        [sys.executable, scorer, target], capture_output=True, text=True, check=True, cwd=folder
    )
    return float(done.stdout.rstrip().rpartition("= ")[2].rstrip("%"))


def espeak_word(sentence: str, word: str) -> str:
    """The IPA of a word as espeak-ng says it in its sentence."""
    words = sentence.replace("’", "'").split()
    place = next(
        (index for index, one in enumerate(words) if one.strip(".,;:!?\"'“”").lower() == word.lower()), 0
    )
    command = ["espeak-ng", "-v", "en-us", "-q", "--ipa", sentence]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return said[place] if place < len(said) else ""


if __name__ == "__main__":
    main(*sys.argv[1:])
