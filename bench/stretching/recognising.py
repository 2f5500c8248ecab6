"""How many words a recogniser still hears of fast speech: Oyez beside its peers, at equal speed.

texts -> voices -> each sentence stretched by each method -> 16,000 Hz -> recogniser (a process) -> word error
                                                                                    -> docs/word-errors.json

The recogniser is pocketsphinx, in an environment of its own whose Python OYEZ_SPEED_PEERS names (made by
`python -m venv peers`, then `peers/bin/pip install pocketsphinx numpy`). Its errors are not those of a human
listener: they compare methods on one voice and text, nothing else. espeak-ng it cannot follow.

"light words" is Oyez with a schedule, as Covell et al. (Mach1, 1998) found good for listeners: words that
carry little run faster than the others, at the same speed over all. Only voices that tell times can have it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import oyez
from bench.figure import Figure
from bench.stretching import peers
from bench.stretching.picture import FILE
from bench.stretching.texts import EACH, article
from oyez.audio.rate import at_rate
from oyez.model.narration import Clip
from oyez.model.script import Sentence
from oyez.model.speed import FASTEST
from oyez.timing.schedule import Schedule

__all__ = ["measure"]

_SHARED = Path(__file__).parents[2] / ".." / "shared" / "voices"
_KINDS = ("ferry", "talk", "council", "weather")  # words that a dictionary has
_WORDS = 2000  # a voice
_RATE = 493  # words a minute as said, without the pauses between sentences: the anchor, of every voice
_SPEEDS = (2.0, 3.0, 4.0)  # beside it
_HEARS = 16000  # Hz, what the recogniser takes
_DRAWS = 2000  # of the bootstrap
_LIMIT = 1800  # seconds for one method at one speed on one voice

_LIGHT = frozenset(
    "a an and are as at be been but by can could for from had has have he his if in is it its of on or our "
    "she so than that the their them then there they this to was we were which who will with you".split()
)
_LIGHTER = 1.3  # times faster than other words


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What is said, its sound, and where the light words are in it, in frames; none where nobody tells."""

    said: str
    samples: peers.Samples
    rate: int
    light: tuple[tuple[int, int], ...] = ()


def measure() -> dict[str, Figure]:
    """Word error beside each peer; nothing without a recogniser. Writes what picture.py draws."""
    python = os.environ.get("OYEZ_SPEED_PEERS")
    if python is None:
        sys.stderr.write("left out: recognising; name a Python with pocketsphinx in OYEZ_SPEED_PEERS\n")
        return {}
    figures: dict[str, Figure] = {}
    rows: list[dict[str, object]] = []
    for voice, spoken in _voices():
        minutes = sum(len(one.samples) / one.rate for one in spoken) / 60
        natural = sum(len(one.said.split()) for one in spoken) / minutes
        for speed in (1.0, _RATE / natural, *_SPEEDS):
            found = _by_method(python, voice, spoken, speed)
            rows += [
                {
                    "voice": voice,
                    "method": name,
                    "times": round(speed, 2),
                    "words_a_minute": round(natural * speed),
                    "errors": sum(errors for errors, _ in each),
                    "words": sum(words for _, words in each),
                }
                for name, each in found.items()
            ]
            ours = found.pop("ours")
            for name, theirs in found.items():
                low, high = _difference(ours, theirs)
                title = f"{voice} at {natural * speed:.0f} words a minute ({speed:.2f}x), "
                title += f"points of word error over {name}"
                sys.stderr.write(f"{title}: 95 % between {low:.1f} and {high:.1f}\n")
                figures[title] = Figure(_share(ours) - _share(theirs), None, None, "points")
    lines = ",\n".join("  " + json.dumps(row) for row in rows)
    FILE.write_text(f"[\n{lines}\n]\n", "utf-8")
    return figures


def _by_method(
    python: str, voice: str, spoken: list[_Spoken], speed: float
) -> dict[str, list[tuple[int, int]]]:
    """Errors and words of each sentence, by the name of the method; at 1x all are the sound itself."""
    stretches = {"ours": peers.ours, **(peers.installed() if speed != 1 else {})}
    found = {
        name: _heard(python, spoken, stretch, speed, f"{voice} at {speed:.2f}x, {name}")
        for name, stretch in stretches.items()
    }
    if speed != 1 and any(one.light for one in spoken):
        title = f"{voice} at {speed:.2f}x, light words"
        found["light words"] = _heard(python, spoken, None, speed, title, by_word=True)
    return found


def _voices() -> Iterator[tuple[str, list[_Spoken]]]:
    """Every voice that is there, with the sentences it spoke."""
    every = [
        sentence
        for kind in _KINDS
        for number in range(EACH)
        for sentence in oyez.adapt(oyez.read(article(kind, number))).sentences
        if sentence.role == "paragraph"
    ]
    sentences = every[:: max(1, sum(len(sentence.said.split()) for sentence in every) // _WORDS)]
    if shutil.which("flite"):
        for name in ("rms", "slt"):
            yield f"flite {name}", [_flite(name, sentence) for sentence in sentences]
    for file in sorted(_SHARED.glob("*.onnx")):
        from oyez.api import voice_for
        from oyez.voices.find import load_voice

        voice = load_voice(voice_for(str(file), "en"))
        yield file.stem, [_spoken(sentence, voice.say(sentence)) for sentence in sentences]


def _spoken(sentence: Sentence, clip: Clip) -> _Spoken:
    light = (
        span
        for word, span in zip(sentence.words, clip.times, strict=True)
        if word.say.lower() in _LIGHT and span[0] < span[1]
    )
    return _Spoken(sentence.said, clip.samples, clip.sample_rate, tuple(light))


def _flite(voice: str, sentence: Sentence) -> _Spoken:
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        subprocess.run(["flite", "-voice", voice, "-t", sentence.said, "-o", file.name], check=True)
        with wave.open(file.name) as sound:
            samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2")
            return _Spoken(sentence.said, samples.astype(np.int16), sound.getframerate())


def _heard(
    python: str,
    spoken: list[_Spoken],
    stretch: peers.Stretch | None,
    speed: float,
    title: str,
    *,
    by_word: bool = False,
) -> list[tuple[int, int]]:
    """Errors and words of each sentence."""
    with tempfile.TemporaryDirectory() as folder:
        texts = {}
        for index, one in enumerate(spoken):
            made = stretch(one.samples, one.rate, speed) if stretch else one.samples
            if by_word:
                made = peers.ours(one.samples, one.rate, _schedule(one, speed))
            Path(folder, f"{index}.raw").write_bytes(at_rate(made, one.rate, _HEARS).astype("<i2").tobytes())
            texts[str(index)] = one.said
        Path(folder, "texts.json").write_text(json.dumps(texts))
        script = str(Path(__file__).with_name("recogniser.py"))
        done = subprocess.run(
            [python, script, folder], capture_output=True, text=True, timeout=_LIMIT, check=True
        )
    found = [(errors, words) for errors, words in json.loads(done.stdout).values()]
    sys.stderr.write(f"{title}: {_share(found):.1f} % of words wrong\n")
    return found


def _schedule(one: _Spoken, speed: float) -> Schedule:
    """Light words faster than the others, as long over all as at `speed`."""
    light = sum(end - start for start, end in one.light)
    whole = len(one.samples)
    rate = speed * (light / _LIGHTER + whole - light) / whole
    return Schedule.within(one.light, min(FASTEST, _LIGHTER * rate), min(FASTEST, rate))


def _share(found: list[tuple[int, int]]) -> float:
    return 100 * sum(errors for errors, _ in found) / sum(words for _, words in found)


def _difference(ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> tuple[float, float]:
    """The 95 % interval of our word error less theirs, in points: sentences drawn in pairs (Efron, 1979)."""
    drawn = np.random.default_rng(0).integers(0, len(ours), (_DRAWS, len(ours)))
    mine, other = np.array(ours), np.array(theirs)
    points = 100 * (mine[drawn, 0] - other[drawn, 0]).sum(axis=1) / mine[drawn, 1].sum(axis=1)
    low, high = np.percentile(points, [2.5, 97.5])
    return float(low), float(high)
