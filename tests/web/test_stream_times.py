"""A stream played through Media Source Extensions: media time t is sample t of the sound, in both browsers.

One second of clicks in FLAC, which has no priming, then the same clicks as our stream: were the stream's
priming not cut exactly, the clicks after the join would come late.
"""

from __future__ import annotations

import base64
import io
from fractions import Fraction

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from tests.web.tab import Tab

from oyez.audio.fragments import MEDIA_TYPE, FragmentEncoder

pytestmark = pytest.mark.browser

RATE = 22050
EVERY = 0.25  # seconds from click to click; the first is half of it in
SECONDS = 1.0
CLICKS = round(SECONDS / EVERY)

# What is heard, as samples, from two pieces of media laid one after the other.
PLAY = """(async () => {
  const [flac, aac] = %s.map((text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  const source = new MediaSource();
  const audio = new Audio(URL.createObjectURL(source));
  await new Promise((open) => source.addEventListener("sourceopen", open, { once: true }));
  const buffer = source.addSourceBuffer('audio/mp4; codecs="flac"');
  const put = (bytes) => new Promise((done, failed) => {
    buffer.addEventListener("updateend", done, { once: true });
    buffer.addEventListener("error", failed, { once: true });
    buffer.appendBuffer(bytes);
  });
  buffer.appendWindowEnd = %s;
  await put(flac);
  buffer.changeType(%s);
  buffer.appendWindowEnd = Infinity;
  buffer.appendWindowStart = buffer.timestampOffset = %s;
  await put(aac);
  source.endOfStream();
  const context = new AudioContext();
  const tap = context.createScriptProcessor(1024, 1, 1);
  const pieces = [];
  tap.onaudioprocess = (event) => pieces.push(...event.inputBuffer.getChannelData(0));
  context.createMediaElementSource(audio).connect(tap).connect(context.destination);
  await context.resume();
  await audio.play();
  await new Promise((ended) => audio.addEventListener("ended", ended, { once: true }));
  await new Promise((later) => setTimeout(later, 300));
  const ranges = [...Array(buffer.buffered.length).keys()];
  const loud = pieces.flatMap((level, index) => Math.abs(level) > 0.02 ? [[index, level]] : []);
  return {
    rate: context.sampleRate,
    buffered: ranges.map((index) => [buffer.buffered.start(index), buffer.buffered.end(index)]),
    loud,
  };
})()"""


def clicks() -> NDArray[np.int16]:
    """A second with a short burst every so often."""
    samples = np.zeros(round(SECONDS * RATE), dtype=np.int16)
    for number in range(CLICKS):
        place = round((number + 0.5) * EVERY * RATE)
        samples[place - 4 : place + 5] = (20000 * np.hanning(9)).astype(np.int16)
    return samples


def in_flac(samples: NDArray[np.int16]) -> bytes:
    """Fragmented MP4 of the samples as they are."""
    file = io.BytesIO()
    options = {"movflags": "empty_moov+default_base_moof+frag_keyframe", "strict": "experimental"}
    with av.open(file, "w", format="mp4", options=options) as container:
        stream = container.add_stream("flac", rate=RATE, layout="mono", options={"strict": "experimental"})
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def in_fragments(samples: NDArray[np.int16]) -> bytes:
    """Our stream."""
    encoder = FragmentEncoder(RATE)
    return encoder.head + encoder.add_pcm(samples.tobytes()) + encoder.finish()


def heard_at(loud: list[tuple[int, float]], rate: float) -> list[float]:
    """Seconds of each burst's centre of mass, from the first one."""
    bursts: list[list[tuple[int, float]]] = []
    for index, level in loud:
        if bursts and index - bursts[-1][-1][0] < rate * EVERY / 2:
            bursts[-1].append((index, level))
        else:
            bursts.append([(index, level)])
    centres = [
        sum(index * level**2 for index, level in burst) / sum(level**2 for _, level in burst) / rate
        for burst in bursts
    ]
    return [centre - centres[0] for centre in centres]


def test_media_time_is_the_time_of_the_sound(tab: Tab) -> None:
    tab.goto("about:blank")
    samples = clicks()
    texts = [base64.b64encode(blob).decode() for blob in (in_flac(samples), in_fragments(samples))]
    found = tab.evaluate(PLAY % (texts, SECONDS, repr(MEDIA_TYPE), SECONDS))
    assert found["buffered"] == [[pytest.approx(0, abs=1e-4), pytest.approx(2 * SECONDS, abs=1e-3)]]
    expected = [EVERY * number for number in range(2 * CLICKS)]
    assert heard_at(found["loud"], found["rate"]) == pytest.approx(expected, abs=0.002)
