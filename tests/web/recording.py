"""What the page's own stretcher gives out for a sound that is known: recording.js plays and records it.

a wave -> encoded as the page gets it -> played in a tab by the page's own Playback -> Recording

Bursts, whose places are known, tell when what is heard: `lags`.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tests.web.tab import Tab

from oyez.audio.encode import Encoder
from oyez.audio.fragments import MEDIA_TYPE, FragmentEncoder

__all__ = ["KINDS", "RATE", "SECONDS", "Recording", "Wave", "bursts", "encoded", "program", "recorded"]

RATE = 22050
SECONDS = 40
KINDS = {"m4a": ("audio/mp4", "blob"), "mp3": ("audio/mpeg", "blob"), "stream": (MEDIA_TYPE, "stream")}
Wave = NDArray[np.float64]

_PATIENCE = 30.0  # seconds more than it plays
_QUIET = 0.03  # seconds before an onset
_LOUD = 0.2  # of full scale


@dataclass(frozen=True, slots=True)
class Recording:
    """What was seen and heard.

    wave      all that our stretcher gave out, at RATE
    times     seconds of the audio context at which each sample of it was rendered
    walls     milliseconds on the wall at which each sample of it is heard
    clock     rows of wall milliseconds, natural seconds of the playback, volume of the element
    changes   wall milliseconds and the speed that was set then
    volume    of the playback, and `loud` that of the element, when it was paused at the end
    """

    wave: Wave
    times: Wave
    walls: Wave
    clock: Wave
    changes: list[tuple[float, float]]
    volume: float
    loud: float

    def onsets(self) -> list[int]:
        """The samples at which it sounds after a silence."""
        sound, quiet = np.abs(self.wave), round(_QUIET * RATE)
        loud = np.flatnonzero(sound > _LOUD)
        return [int(at) for at in loud if at > quiet and sound[at - quiet : at].max() < _LOUD]

    def lags(self, begins: Wave, speed: float) -> Wave:
        """Milliseconds as heard from each burst's onset to where the playback says that it is."""
        moments = self.walls[self.onsets()]
        moments = moments[(moments > self.clock[0, 0]) & (moments < self.clock[-1, 0])]
        places = np.interp(moments, self.clock[:, 0], self.clock[:, 1])
        return np.array([1000 * np.abs(begins - place).min() / speed for place in places])


def program(name: str, **given: Any) -> str:
    """The expression that calls the function in NAME.js, in a page of the site."""
    source = Path(__file__).with_name(f"{name}.js").read_text("utf-8").rstrip().rstrip(";")
    return f"(\n{source}\n)({json.dumps({'base': '/web/', **given})})"


def bursts(*, every: float = 0.5, lasting: float = 0.12) -> tuple[Wave, Wave]:
    """Short tones, and when each begins, in seconds."""
    begins = np.arange(0.3, SECONDS - 1, every)
    since = (np.arange(SECONDS * RATE) / RATE - begins[0]) % every
    sounds = (since < lasting) & (np.arange(SECONDS * RATE) > begins[0] * RATE)
    return np.where(sounds, 0.5 * np.sin(2 * np.pi * 200 * since), 0), begins


def encoded(wave: Wave, kind: str) -> dict[str, str]:
    """As the page gets it; `kind` is one of KINDS."""
    pcm = (wave * 32767).astype(np.int16)
    if kind == "stream":
        stream = FragmentEncoder(RATE)
        pieces = [stream.add_pcm(pcm[at : at + RATE // 2].tobytes()) for at in range(0, len(pcm), RATE // 2)]
        content = stream.head + b"".join(pieces) + stream.finish()
    else:
        encoder = Encoder(kind, RATE)
        encoder.add(pcm)
        content = encoder.finish()
    media_type, how = KINDS[kind]
    return {"sound": base64.b64encode(content).decode(), "type": media_type, "how": how}


def recorded(
    tab: Tab, address: str, sound: dict[str, str], steps: list[tuple[float, float]], *, may_ask: bool = True
) -> Recording:
    """Play from 2 s on, in an empty page of the site at `address`: (seconds on the wall, speed) in turn.

    `may_ask` the sound card when what is rendered is heard; `walls` is worth nothing where nobody asks.
    """
    tab.goto(address + "a/none")
    given = {"seconds": SECONDS, "from": 2, "steps": steps, "mayAsk": may_ask}
    # The page holds what is found: Firefox now and then forgets a promise that nobody else holds.
    tab.evaluate(f"void {program('recording', **sound, **given)}.then((found) => (window.recording = found))")
    lasting = sum(seconds for seconds, _ in steps)
    tab.wait("'recording' in window", seconds=lasting + _PATIENCE)
    found: dict[str, Any] = tab.evaluate("window.recording")
    assert found["rate"] == RATE, "our stretcher was never asked"
    heard = found["heard"]
    size = len(heard[0][1])
    # A recorder is told when what it is handed goes on: two of its blocks after it was rendered.
    starts = np.array([time - 2 * size / RATE for time, *_ in heard])
    times = (starts[:, None] + np.arange(size) / RATE).ravel()
    # A mock of a sound card does not keep the time of the wall: each moment has its own distance.
    asked = [[context, at - 1000 * context] for *_, context, at in heard if context]
    distances = np.array(asked or [[0, 0]]).T
    return Recording(
        wave=np.concatenate([np.array(samples) for _, samples, *_ in heard]),
        times=times,
        walls=1000 * times + np.interp(times, *distances),
        clock=np.array(found["clock"]),
        changes=[(at, times) for at, times in found["changes"]],
        volume=found["volume"],
        loud=found["loud"],
    )
