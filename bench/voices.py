"""Natural voices beside piper-tts: first sound, pieces against the whole, throughput, memory, cold start.

The nano voice lies beside the project (../shared/voices) and is left out where it does not; the medium one
is built here of random weights, at the cost of Piper's medium voices. piper-tts is measured in the same run
by the Python that OYEZ_VOICE_PEERS names (`python -m venv peers`, then `peers/bin/pip install piper-tts
pocketsphinx`); without it peer is null, and word onsets are not listened to. What is timed is the median of
several runs; a busy machine shows in it, and hardly in CPU.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import onnxruntime

from bench.aligning import distance_to_heard_onsets
from bench.figure import Figure
from bench.first_sound import over_http
from bench.medium_voice import write_medium_voice
from bench.pages import plain_text
from oyez import scripting
from oyez.model.article import Article, Paragraph
from oyez.model.script import Sentence
from oyez.voices.find import find_voice, load_voice
from oyez.voices.parts import Sound
from oyez.voices.piper import Piper, PiperVoice
from oyez.voices.piper_files import describe
from oyez.voices.piper_graph import fit_graph
from oyez.voices.piper_halves import Plan
from oyez.voices.piper_native import Halved, Whole, options
from oyez.voices.piper_prepared import read_plan
from oyez.voices.streaming import stream
from oyez.workers.pool import cores

__all__ = ["measure"]

_NANO = Path(__file__).parents[1] / ".." / "shared" / "voices" / "en_US-kristin_sano-nano.onnx"
_PROBE = Path(__file__).with_name("voices_probe.py")
_FIRST = (
    "The harbour office closed in the middle of the night, and nobody who works there could say on Monday "
    "when it would open again or where the ferries should land."
)  # 30 words
_WORDS = {"nano": 450, "medium": 150}  # of the article: three minutes, one minute
_RUNS = 9
_COLD_RUNS = 3
_HEARD = 60  # sentences whose onsets are looked for
_SCALES = (0.667, 1.0, 0.0)
_RATE = 22_050  # of both voices
_ENOUGH = 600  # seconds one probe may take


@dataclass(frozen=True, slots=True)
class _Goals:
    """Milliseconds to the first sound, and what share of piper-tts's; MB; seconds from cold."""

    first: float
    share: float
    megabytes: float
    cold: float


_GOALS = {"nano": _Goals(60, 1 / 6, 100, 0.35), "medium": _Goals(250, 1 / 4, 220, 1.6)}


def measure(*, long: bool) -> dict[str, Figure]:
    """Every figure of both sizes, and of espeak-ng; `long` speaks 20,000 words where memory is measured."""
    if not _NANO.is_file():
        sys.stderr.write(f"left out: all voices; {_NANO} is not there\n")
        return {}
    figures: dict[str, Figure] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (_NANO, _NANO.with_name(f"{_NANO.name}.json")):
            shutil.copyfile(file, folder / file.name)
        models = {"nano": folder / _NANO.name, "medium": write_medium_voice(folder, _NANO)}
        for size, model in models.items():
            figures |= _voice(size, model, _sentences(20_000 if long else _WORDS[size]))
        figures["clips that differ, 8 in parallel, 2 voices"] = _differing(list(models.values()))
    espeak = load_voice(find_voice("espeak:en-us"))
    figures["espeak: ms to the first sound"] = Figure(_first_sound(espeak), 3, None, "ms")
    espeak.close()
    planned, streamed = over_http("espeak:en-us")
    figures["espeak: ms to the first sound over HTTP"] = Figure(streamed, 20, None, "ms")
    figures["espeak: ms to plan a new article's narration"] = Figure(planned, None, None, "ms")
    return figures


def _voice(size: str, model: Path, sentences: Sequence[Sentence]) -> dict[str, Figure]:
    goals = _GOALS[size]
    theirs_to_say = sentences[: len(_sentences(_WORDS[size]))]
    before = _peer(model, theirs_to_say)
    cold = statistics.median(_cold(model) for _ in range(_COLD_RUNS + 1))  # the first prepares the voice
    with _opened(model) as voice:
        voice.say(sentences[0])
        first, spent = _first_sound(voice), _first_cpu(voice)
        told = _recorded(voice)
        speed, processor = _speed(voice, sentences)
        megabytes = max(map(_peak, _workers(voice)))
        bare, bare_processor = _bare(model, told[cores() :])
        apart = _apart(voice, sentences) if size == "nano" else None  # the medium one speaks no words
        difference = _difference(model, Path(voice._speaker._place), told[:8])
    peer = before and _mean(before, _peer(model, theirs_to_say))
    theirs = peer or {}
    figures = {
        "ms to the first sound": Figure(first, goals.first, _times(theirs.get("first"), 1000), "ms"),
        "CPU ms to the first sound": Figure(spent, None, _times(theirs.get("first CPU"), 1000), "ms"),
        "pieces against the whole": Figure(difference, 1e-4),
        "seconds of sound a second": Figure(speed, None, theirs.get("speed"), "s", True),
        "share of bare onnxruntime's speed": Figure(speed / bare, 0.85, None, "", True),
        "CPU of a sound, times bare onnxruntime's": Figure(processor / bare_processor, 1.15, 1.0, "x"),
        "peak MB of a worker": Figure(megabytes, goals.megabytes, theirs.get("MB"), "MB"),
        "cold start, s": Figure(cold, goals.cold, theirs.get("cold"), "s"),
    }
    if apart is not None:
        figures["ms from told to heard onsets"] = Figure(apart, 40, None, "ms")
    if peer:
        share = first / 1000 / peer["first"]
        figures["first sound, share of piper-tts's"] = Figure(share, goals.share, 1.0)
        # With its own settings one process of piper-tts keeps all cores busy.
        figures["speed, times piper-tts's"] = Figure(speed / peer["speed"], 1.7, 1.0, "x", True)
        alone = speed / peer["speed on one thread"]
        figures["speed, times piper-tts's on one thread"] = Figure(alone, None, 1.0, "x", True)
    return {f"{size}: {name}": figure for name, figure in figures.items()}


def _mean(before: dict[str, float], after: dict[str, float] | None) -> dict[str, float]:
    """The peer is measured before us and after us: such a machine is quicker at one time than at another."""
    return {name: (value + (after or before)[name]) / 2 for name, value in before.items()}


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _sentences(words: int) -> tuple[Sentence, ...]:
    article = Article("", (Paragraph(_FIRST), Paragraph(" ".join(plain_text(words, 1).split()))), "en")
    return scripting.adapt(article).sentences


@contextmanager
def _opened(model: Path) -> Iterator[PiperVoice]:
    voice = Piper().load(describe(model, f"piper:{model}"))
    try:
        yield voice
    finally:
        voice.close()


def _first_sound(voice: Any) -> float:
    """Milliseconds until a warm voice gives the first sound of the first sentence; the rest is left."""
    sentence = _sentences(0)[0]
    took = []
    for _ in range(_RUNS + 1):
        began = time.perf_counter()
        parts = stream(voice, sentence)
        next(part for part in parts if isinstance(part, Sound))
        took.append(time.perf_counter() - began)
        parts.close()  # type: ignore[attr-defined]
    return 1000 * statistics.median(took[1:])


def _cold(model: Path) -> float:
    """Seconds from the first thought of a voice to its first sound, its workers being started for it."""
    sentence = _sentences(0)[0]
    began = time.perf_counter()
    with _opened(model) as voice:
        next(part for part in voice.stream(sentence) if isinstance(part, Sound))
        return time.perf_counter() - began


def _recorded(voice: PiperVoice) -> list[list[int]]:
    """A list that fills with the ids of everything the voice speaks from now on."""
    told: list[list[int]] = []
    speak = voice._speaker.speak

    def recording(ids: Sequence[int]) -> Any:
        told.append(list(ids))
        return speak(ids)

    voice._speaker.speak = recording  # type: ignore[method-assign]
    return told


def _first_cpu(voice: PiperVoice) -> float:
    """Milliseconds of processor time, of all processes, until the first sound."""
    sentence = _sentences(0)[0]
    spent = 0.0
    for _ in range(_RUNS):
        began = _spent(voice)
        parts = voice.stream(sentence)
        next(part for part in parts if isinstance(part, Sound))
        spent += _spent(voice) - began
        parts.close()  # type: ignore[attr-defined]
    return 1000 * spent / _RUNS


def _spent(voice: PiperVoice) -> float:
    """Seconds of processor time so far: ours and the workers' (Linux)."""
    espeak = voice._ipa._worker._process
    ticks = 0
    for pid in (*_workers(voice), *([espeak.pid] if espeak else [])):
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def _speed(voice: PiperVoice, sentences: Sequence[Sentence]) -> tuple[float, float]:
    """Seconds of sound a second, on all cores, and seconds of processor time for each of them."""
    with ThreadPoolExecutor(cores()) as pool:
        list(pool.map(voice.say, sentences[: cores()]))  # all workers are warm
        began, spent = time.perf_counter(), _spent(voice)
        seconds = sum(clip.seconds for clip in pool.map(voice.say, sentences))
        return seconds / (time.perf_counter() - began), (_spent(voice) - spent) / seconds


def _bare(model: Path, told: Sequence[list[int]]) -> tuple[float, float]:
    """The same of two bare processes that share the same ids between them."""
    probes = [
        _Probe(sys.executable, "bare", model, {"ids": told[one::2], "scales": _SCALES}) for one in (0, 1)
    ]
    for probe in probes:
        probe.ready()
    began = time.perf_counter()
    for probe in probes:
        probe.go()
    made = [probe.answer() for probe in probes]
    took = time.perf_counter() - began
    seconds = sum(one["samples"] for one in made) / _RATE
    return seconds / took, sum(one["CPU"] for one in made) / seconds


def _difference(model: Path, place: Path, told: Sequence[list[int]]) -> float:
    """The largest between what is made in pieces and what the whole graph makes, of full scale."""
    fitted, durations = fit_graph(model)
    whole = Whole(onnxruntime.InferenceSession(fitted.SerializeToString(), options()), durations)
    plan = read_plan(place)
    if plan is None or "halves" not in plan:
        return 1.0
    halved = Halved.open(place, Plan.of(plan["halves"]))
    return max(
        float(numpy.abs(numpy.concatenate(list(halved.speak(ids, _SCALES, 0).pieces)) - expected).max())
        for ids in told
        for expected in whole.speak(ids, _SCALES, 0).pieces
    )


def _apart(voice: PiperVoice, sentences: Sequence[Sentence]) -> float | None:
    """Milliseconds, the median, between word onsets and where a recogniser of the peers hears them."""
    python = os.environ.get("OYEZ_VOICE_PEERS")
    if python is None:
        return None
    return distance_to_heard_onsets(python, [(one, voice.say(one)) for one in sentences[:_HEARD]])


def _differing(models: Sequence[Path]) -> Figure:
    """How many clips of the same sentences are not the same bytes, one by one and 8 at a time."""
    sentences = _sentences(60)[:6]
    voices = [Piper().load(describe(model, f"piper:{model}")) for model in models]
    jobs = [(voice, sentence) for voice in voices for sentence in sentences]
    try:
        one_by_one = [voice.say(sentence).samples.tobytes() for voice, sentence in jobs]
        with ThreadPoolExecutor(8) as pool:
            at_once = list(pool.map(lambda job: job[0].say(job[1]).samples.tobytes(), [*jobs, *jobs]))
    finally:
        for voice in voices:
            voice.close()
    return Figure(sum(map(bytes.__ne__, at_once, [*one_by_one, *one_by_one])), 0)


def _workers(voice: PiperVoice) -> list[int]:
    return [one._process.pid for one in voice._speaker._workers._workers if one._process]


def _peak(pid: int) -> float:
    """Megabytes a process has held at most (Linux)."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000


def _peer(model: Path, sentences: Sequence[Sentence]) -> dict[str, float] | None:
    python = os.environ.get("OYEZ_VOICE_PEERS")
    if python is None:
        sys.stderr.write("absent: piper-tts; name a Python that has it in OYEZ_VOICE_PEERS\n")
        return None
    texts = [sentence.said for sentence in sentences]
    probe = _Probe(python, "piper", model, {"first": _FIRST, "texts": texts, "runs": _RUNS})
    if not probe.ready():
        sys.stderr.write(f"absent: piper-tts; {python} has none that runs\n")
        return None
    probe.go()
    return probe.answer()


class _Probe:
    """A process that measures when it is told to."""

    def __init__(self, python: str, what: str, model: Path, asked: dict[str, Any]) -> None:
        self._process = subprocess.Popen(
            [python, str(_PROBE), what, str(model)], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._tell(json.dumps(asked))

    def ready(self) -> bool:
        """Wait until its model is loaded; False where that fails."""
        assert self._process.stdout is not None
        return self._process.stdout.readline() == "ready\n"

    def go(self) -> None:
        """Measure."""
        self._tell("")

    def answer(self) -> dict[str, float]:
        """What it measured."""
        output, _ = self._process.communicate(timeout=_ENOUGH)
        found: dict[str, float] = json.loads(output)
        return found

    def _tell(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
