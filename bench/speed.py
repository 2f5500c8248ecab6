"""Listening speed: are the words a minute true, and does fast speech stay itself?

texts (fifty of our own) -> narrated -> saved at five speeds -> the files' lengths against the figures shown
voices -> one passage -> Oyez and its peers at 2, 3 and 4 times -> pitch, loudness, throughput, word onsets

Voices: espeak-ng, which reads all fifty texts, silence with times and the natural ones beside the project
(../shared/voices) where they are, which read five. With --long all read all fifty, and a recogniser listens
(bench/stretching/recognising.py).
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

import oyez
from bench.figure import Figure
from bench.stretching import peers
from bench.stretching.hearing import MOMENT, attack, cents, cents_in_place, heard_at, pitches
from bench.stretching.texts import EACH, KINDS, article
from oyez.audio.loudness import integrated_lufs
from oyez.audio.pace import Pacer
from oyez.audio.pausing import paced
from oyez.audio.stretch import Stretcher
from oyez.model.narration import Clip, Narration, pause_frames
from oyez.model.pace import PAUSES_FASTEST
from oyez.model.syllables import count_syllables
from oyez.timing.figures import Figures
from oyez.timing.tempo import LEAST
from oyez.timing.timemap import TimeMap

__all__ = ["measure"]

_SHARED = Path(__file__).parents[1] / ".." / "shared" / "voices"
_SPEEDS = ("0.75x", "1.25x", "3x", "150wpm", "250wpm")  # each asked of every text
_FITS = (1, 2, 5, 10, 20)  # minutes
_HURRY = 1.4  # times longer than the time to fit is the text
_NUCLEUS = re.compile(
    r"[ˈˌ]*(?:[aeiouyɐɑɒæɔəɘɚɛɜɝɞɤɨɪʉʊʌøœɵɯʏᵻ]|.*\u0329)"
)  # a vowel, or a syllabic consonant
_FAST = (2.0, 3.0, 4.0)
_ALIGNED = 3  # one clip of so many is aligned for its running speech; all when long


def measure(*, long: bool) -> dict[str, Figure]:
    """About five minutes of one quiet core; well over an hour when long."""
    voices = ["silent", "espeak:en-us", *map(str, sorted(_SHARED.glob("*.onnx")))]
    if len(voices) == 2:
        sys.stderr.write(f"left out: natural voices, which are not at {_SHARED}\n")
    figures: dict[str, Figure] = {}
    errors: dict[str, list[float]] = {}
    syllables: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for voice in voices:
            each = EACH if long or voice.startswith("espeak") else 1
            for narration in _narrations(voice, each):
                for asked in _SPEEDS:
                    errors.setdefault(voice, []).append(_error(narration, asked, Path(folder, "file.wav")))
                heard = oyez.measure(narration, "1.25x")
                syllables.setdefault(voice, []).append(heard.syllables_per_second)
    worst = max(max(found) for found in errors.values())
    count = sum(map(len, errors.values()))
    figures[f"words a minute shown, worst error of {count} files, %"] = Figure(worst, 0.5, None, "%")
    spread = {voice: _spread(found) for voice, found in syllables.items() if voice != "silent"}
    figures["syllables a second at 1.25x, furthest kind of text from the mean, %"] = Figure(
        max(spread.values()), 15, None, "%"
    )
    figures |= _syllables()
    figures |= _fits()
    figures |= _fast(voices[1:], long=long)
    if long:
        from bench.stretching import recognising

        figures |= recognising.measure()
    return figures


def _narrations(voice: str, each: int) -> Iterator[Narration]:
    """The texts, `each` of a kind, in order of kind."""
    for kind in KINDS:
        for number in range(each):
            yield _narration(voice, kind, number)


@cache
def _narration(voice: str, kind: str, number: int) -> Narration:
    """Spoken once for all that is measured on it."""
    return oyez.narrate(oyez.adapt(oyez.read(article(kind, number))), voice)


def _error(narration: Narration, asked: str, file: Path) -> float:
    """By how much the words a minute shown differ from those of the file written, in per cent."""
    shown = oyez.save(narration, file, asked).words_per_minute
    with wave.open(str(file)) as sound:
        seconds = sound.getnframes() / sound.getframerate()
    return float(abs(100 * (shown / (60 * narration.script.said_words / seconds) - 1)))


def _spread(rates: list[float]) -> float:
    """How far the mean of one kind of text is from that of all, at most, in per cent."""
    each = len(rates) // len(KINDS)
    means = [statistics.mean(rates[at : at + each]) for at in range(0, len(rates), each)]
    return max(abs(100 * (mean / statistics.mean(means) - 1)) for mean in means)


def _syllables() -> dict[str, Figure]:
    """How far the count by spelling is from espeak-ng's phonemes, for the worst kind of text."""
    if not shutil.which("espeak-ng"):
        return {}
    errors = []
    for kind in KINDS:
        sentences = [
            sentence
            for number in range(EACH)
            for sentence in oyez.adapt(oyez.read(article(kind, number))).sentences
        ]
        counted = sum(count_syllables(sentence.said, "en") for sentence in sentences)
        said = "\n".join(sentence.said for sentence in sentences)
        command = ["espeak-ng", "-v", "en-us", "-q", "--ipa", "--sep=_", said]
        spoken = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        heard = sum(1 for phoneme in re.split(r"[_\s]+", spoken) if _NUCLEUS.match(phoneme))
        errors.append(abs(100 * (counted / heard - 1)))
    return {"syllables counted by spelling, worst kind of text, % off": Figure(max(errors), 3, None, "%")}


def _fits() -> dict[str, Figure]:
    """How exactly a time is met, by the sound's own length, and how short the shortest pause is."""
    whole = _joined(_narrations("espeak:en-us", EACH))
    errors, floors = [], []
    for minutes in _FITS:
        narration = _part(whole, 60 * minutes * _HURRY)
        fitted = oyez.measure(narration, f"fit:{minutes}m")
        frames, shortest = _heard(narration, fitted)
        errors.append(abs(frames / narration.sample_rate - 60 * minutes))
        floors.append(shortest)
    return {
        f"fit {_FITS[0]} to {_FITS[-1]} minutes, worst error, s": Figure(max(errors), 0.5, None, "s"),
        "fit, shortest pause over its floor": Figure(min(floors), 0.99, None, "", at_least=True),
    }


def _joined(narrations: Iterator[Narration]) -> Narration:
    parts = list(narrations)
    sentences = tuple(sentence for part in parts for sentence in part.script.sentences)
    clips = tuple(clip for part in parts for clip in part.clips)
    return replace(parts[0], script=replace(parts[0].script, sentences=sentences), clips=clips)


def _part(whole: Narration, seconds: float) -> Narration:
    """The first sentences that last so long."""
    length, count = 0.0, 0
    while length < seconds and count < len(whole.clips):
        length += whole.clips[count].seconds + whole.script.sentences[count].pause
        count += 1
    script = replace(whole.script, sentences=whole.script.sentences[:count])
    return replace(whole, script=script, clips=whole.clips[:count])


def _heard(narration: Narration, figures: Figures) -> tuple[int, float]:
    """Frames of the sound at these figures, and its shortest pause after a sentence over that one's floor."""
    rate = narration.sample_rate
    pacer = Pacer(rate, figures.multiplier)
    told = paced(narration, figures.pace)
    shortest = float("inf")
    for clip, sentence, natural in zip(
        told.clips, told.script.sentences, narration.script.sentences, strict=True
    ):
        sound = pacer.add(clip.samples, pause_frames(sentence.pause, rate))
        silence = len(sound) - round(len(clip.samples) / figures.multiplier)
        shortest = min(shortest, silence / rate / (natural.pause / PAUSES_FASTEST))
    return pacer.time_map.frames, shortest


def _fast(voices: list[str], *, long: bool) -> dict[str, Figure]:
    """Pitch, loudness, throughput and word onsets at high speeds; the worst of the voices, beside sonic."""
    stretches = {"ours": peers.ours, **peers.installed()}
    if not long:
        stretches = {name: stretch for name, stretch in stretches.items() if name in ("ours", "sonic")}
    shifts: dict[tuple[str, float], list[float]] = {}
    places: dict[tuple[str, float], list[float]] = {}
    louder: dict[str, list[float]] = {}
    speeds: dict[str, list[float]] = {}
    for voice in voices:
        sound, rate = _passage(voice)
        natural, loudness = pitches(sound, rate), integrated_lufs(sound, rate)
        for name, stretch in stretches.items():
            for speed in _FAST:
                began = time.process_time()
                made = stretch(sound, rate, speed)
                speeds.setdefault(name, []).append(len(sound) / rate / (time.process_time() - began))
                found = pitches(made, rate)
                shifts.setdefault((name, speed), []).append(abs(cents(natural, found)))
                places.setdefault((name, speed), []).append(abs(cents_in_place(natural, found, speed)))
                louder.setdefault(name, []).append(abs(integrated_lufs(made, rate) - loudness))
    figures = {}
    for speed in _FAST:
        peer = max(shifts["sonic", speed]) if "sonic" in stretches else None
        goal = 20 if speed < _FAST[-1] else peer
        name = f"median pitch at {speed:g}x, worst voice, cents"
        figures[name] = Figure(max(shifts["ours", speed]), goal, peer, "cents")
        for other in stretches if long else ():
            sys.stderr.write(f"{name}: {other} {max(shifts[other, speed]):.1f}, ")
            sys.stderr.write(f"frame by frame {max(places[other, speed]):.1f}\n")
        figures[f"pitch frame by frame at {speed:g}x, worst voice, cents"] = Figure(
            max(places["ours", speed]),
            20,
            max(places["sonic", speed]) if "sonic" in stretches else None,
            "cents",
        )
    figures["loudness change, worst, LU"] = Figure(
        max(louder["ours"]), 0.5, max(louder["sonic"]) if "sonic" in stretches else None, "LU"
    )
    figures["stretch throughput on one core, slowest, x real time"] = Figure(
        min(speeds["ours"]), 150, min(speeds["sonic"]) if "sonic" in stretches else None, "x", at_least=True
    )
    return figures | _onsets(voices, 1 if long else _ALIGNED)


def _passage(voice: str) -> tuple[peers.Samples, int]:
    """A minute and more of a voice, with its pauses."""
    pieces: list[peers.Samples] = []
    rate = 0
    for narration in _narrations(voice, 1):
        rate = narration.sample_rate
        for clip, sentence in zip(narration.clips, narration.script.sentences, strict=True):
            pieces += [clip.samples, np.zeros(pause_frames(sentence.pause, rate), dtype=np.int16)]
    return np.concatenate(pieces), rate


def _onsets(voices: list[str], aligned: int) -> dict[str, Figure]:
    """How far words are from where the time map puts them, and from time / speed: p95 in ms.

    After a pause by their attack; inside running speech, of one clip of `aligned`, by the alignment of the
    sound with the natural one.
    """
    mapped: dict[str, list[float]] = {"after a pause": [], "in running speech": []}
    naive: dict[str, list[float]] = {"after a pause": [], "in running speech": []}
    for voice in voices:
        clips = [clip for narration in _narrations(voice, 1) for clip in narration.clips]
        for number, clip in enumerate(clips):
            rate = clip.sample_rate
            for speed in (1.25, *_FAST):
                stretcher = Stretcher(rate, speed)
                sound = stretcher.feed(clip.samples.astype(np.float32) * np.float32(1 / 32768))
                made = np.rint(np.concatenate((sound, stretcher.finish())) * 32768).astype(np.int16)
                time_map = stretcher.time_map
                for where, found in (
                    ("after a pause", _after_pauses(clip, made, time_map)),
                    ("in running speech", () if number % aligned else _running(clip, made, speed)),
                ):
                    for natural, heard in found:
                        mapped[where].append(1000 * abs(heard - time_map.at(natural)) / rate)
                        naive[where].append(1000 * abs(heard - natural / speed) / rate)
    return {
        f"word onsets {where}, p95 error of {len(found)}, ms": Figure(
            float(np.percentile(found, 95)), 20, float(np.percentile(naive[where], 95)), "ms"
        )
        for where, found in mapped.items()
    }


def _after_pauses(clip: Clip, made: peers.Samples, time_map: TimeMap) -> Iterator[tuple[int, int]]:
    """(natural, heard) frames at which words after a known pause begin."""
    level, rate = float(np.abs(clip.samples.astype(float)).max()), clip.sample_rate
    for (_, before), (start, _) in pairwise(clip.times):
        if start - before < LEAST * rate:
            continue
        natural = attack(clip.samples, (before + start) // 2, start + rate // 10, level)
        if natural is None:
            continue
        late = round(time_map.at(natural)) + rate // 12
        heard = attack(made, round(time_map.at((before + start) / 2)), late, level)
        if heard is not None:
            yield natural, heard


def _running(clip: Clip, made: peers.Samples, speed: float) -> Iterator[tuple[int, float]]:
    """(natural, heard) frames at which words begin that follow another one without a pause."""
    rate = clip.sample_rate
    way = heard_at(clip.samples, made, rate, speed)
    for (_, before), (start, end) in pairwise(clip.times):
        if start < end and start - before < LEAST * rate:
            yield start, float(np.interp(start / rate, np.arange(len(way)) * MOMENT, way)) * rate
