"""What the stretcher must make of given sounds, for every implementation of it: stretch_vectors.json.

The sounds are formulas over whole 16-bit levels, so that every language makes the same ones. Run as a module
to write the file anew after a wanted change of the method, in Python and in src/oyez/web/stretch.js:

    python -m tests.rooms.audio.stretch_vectors
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from oyez.audio.pitch import PeriodFinder
from oyez.audio.stretch import Stretcher

__all__ = ["FILE", "made", "periods", "sound", "vectors"]

FILE = Path(__file__).with_name("stretch_vectors.json")

RATE = 22050
SPEEDS = (0.5, 0.8, 1.25, 2.0, 2.5, 3.0, 4.0)
WINDOW = 221  # frames of the stretched sound that one sum is over = 10 ms

# glide   sines at 1, 2, … HARMONICS times a pitch that moves evenly from..to Hz, the k-th 1/k as loud
# pulses  one every EVERY frames, each dying away by DECAY a frame
# noise   x -> (1664525 x + 1013904223) mod 2^32, from SEED
# Lengths are whole frames; every sample is rounded half up to a whole level of 1/32768.
SOUNDS: dict[str, list[dict[str, Any]]] = {
    "voice": [{"kind": "glide", "seconds": 0.7, "level": 6000, "from": 95, "to": 190, "harmonics": 10}],
    "pulses": [{"kind": "pulses", "seconds": 0.6, "level": 20000, "every": 147, "decay": 0.94}],
    "hiss": [{"kind": "noise", "seconds": 0.5, "level": 3000, "seed": 1}],
    "speech-like": [
        {"kind": "glide", "seconds": 0.24, "level": 7000, "from": 240, "to": 180, "harmonics": 12},
        {"kind": "silence", "seconds": 0.12},
        {"kind": "noise", "seconds": 0.08, "level": 1500, "seed": 7},
        {"kind": "glide", "seconds": 0.3, "level": 5000, "from": 130, "to": 80, "harmonics": 20},
    ],
}


def sound(parts: Sequence[Mapping[str, Any]], rate: int) -> NDArray[np.float32]:
    """The parts one after the other, float32 of shape (n,)."""
    levels = [level for part in parts for level in _levels(part, rate)]
    return (np.array(levels) / 32768).astype(np.float32)


def _levels(part: Mapping[str, Any], rate: int) -> list[int]:
    frames, level = round(part["seconds"] * rate), part.get("level", 0)
    if part["kind"] == "silence":
        return [0] * frames
    if part["kind"] == "pulses":
        return [math.floor(level * part["decay"] ** (n % part["every"]) + 0.5) for n in range(frames)]
    if part["kind"] == "noise":
        state, found = part["seed"], []
        for _ in range(frames):
            state = (1664525 * state + 1013904223) % 2**32
            found.append(math.floor(level * (state / 2**31 - 1) + 0.5))
        return found
    times = [n / rate for n in range(frames)]
    bend = (part["to"] - part["from"]) / (2 * part["seconds"])
    phases = [2 * math.pi * (part["from"] + bend * time) * time for time in times]
    harmonics = range(1, part["harmonics"] + 1)
    return [math.floor(level * sum(math.sin(k * phase) / k for k in harmonics) + 0.5) for phase in phases]


def made(samples: NDArray[np.float32], rate: int, speed: float) -> dict[str, Any]:
    """What the stretcher makes: its joins, and the sum of |sample| x 1000 of every window."""
    stretcher = Stretcher(rate, speed)
    heard = np.concatenate((stretcher.feed(samples), stretcher.finish()))
    time_map = stretcher.time_map
    windows = (heard[at : at + WINDOW] for at in range(0, len(heard), WINDOW))
    sums = [1000 * float(np.abs(window).sum(dtype=np.float64)) for window in windows]
    return {
        "speed": speed,
        "frames": len(heard),
        "joins": [list(knot) for knot in zip(time_map.inputs, time_map.outputs, strict=True)],
        "sums": [round(value) for value in sums],
    }


def periods(samples: NDArray[np.float32], rate: int) -> list[int]:
    """The coarse periods of the sound's first block, in frames."""
    finder = PeriodFinder(rate)
    levels = np.rint(samples * 32768).astype(np.int32)
    levels = np.concatenate((levels, np.zeros(finder.reach, np.int32)))
    return finder.grid(levels[: finder.reach])


def vectors() -> dict[str, Any]:
    """The whole file."""
    cases = []
    for name, parts in SOUNDS.items():
        samples = sound(parts, RATE)
        cases.append(
            {
                "name": name,
                "sound": parts,
                "periods": periods(samples, RATE),
                "stretched": [made(samples, RATE, speed) for speed in SPEEDS],
            }
        )
    return {"sample_rate": RATE, "window": WINDOW, "cases": cases}


if __name__ == "__main__":
    FILE.write_text(
        json.dumps(vectors(), separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n", "utf-8"
    )
