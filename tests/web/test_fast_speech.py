"""Above 2x the page stretches by itself: as Python does, in time with the words, never without a sound."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from tests.web.recording import KINDS, RATE, SECONDS, Wave, bursts, encoded, program, recorded
from tests.web.site import Site
from tests.web.tab import PLAY, PLAYER, READY, Tab

import oyez
from oyez.exporting.html import Html
from oyez.settings import Settings

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
VECTORS = json.loads((HERE.parent / "rooms" / "audio" / "stretch_vectors.json").read_text("utf-8"))


def voiced(pitch: float) -> Wave:
    """A train of pulses, each dying away: as rich in harmonics as a voice."""
    since = (np.arange(SECONDS * RATE) * pitch / RATE) % 1 * RATE / pitch
    return np.asarray(0.5 * 0.94**since)


@cache
def speaking(kind: str) -> dict[str, str]:
    """A voice of 150 Hz that never pauses."""
    return encoded(voiced(150), kind)


def pitches(wave: Wave) -> Wave:
    """Hz per 60 ms: the first high peak of the autocorrelation, interpolated."""
    size = round(0.06 * RATE)
    found = []
    for start in range(0, len(wave) - 2 * size, size):
        part = wave[start : start + 2 * size]
        lags = np.correlate(part, part[:size], mode="valid")[: RATE // 60]
        high = 0.9 * lags[RATE // 420 :].max()
        top = next(lag for lag in range(RATE // 420, len(lags) - 1)
                   if lags[lag - 1] <= lags[lag] >= lags[lag + 1] and lags[lag] > high)  # fmt: skip
        before, middle, after = lags[top - 1 : top + 2]
        found.append(RATE / (top + (before - after) / (2 * (before - 2 * middle + after))))
    return np.array(found)


def sounding(wave: Wave) -> Wave:
    """Without the silence before and after, and the fades."""
    loud = np.flatnonzero(np.abs(wave) > 0.1)
    assert len(loud), "our stretcher was never heard"
    return wave[loud[0] + RATE // 50 : loud[-1] - RATE // 50]


@pytest.mark.parametrize("piece", [777, 100_000])
def test_it_makes_the_same_joins_as_python(tab: Tab, site: Site, piece: int) -> None:
    tab.goto(site.url + "a/none")
    found = tab.evaluate(program("stretching", vectors=VECTORS, piece=piece))
    for case, seen in zip(VECTORS["cases"], found, strict=True):
        assert seen["periods"] == case["periods"]
        for expected, made in zip(case["stretched"], seen["stretched"], strict=True):
            assert made["frames"] == expected["frames"]
            assert made["joins"] == expected["joins"], (case["name"], expected["speed"])
            assert made["sums"] == pytest.approx(expected["sums"], abs=1)


@pytest.mark.parametrize("kind", KINDS)
def test_any_part_is_decoded_at_its_own_place(tab: Tab, site: Site, kind: str) -> None:
    tab.goto(site.url + "a/none")
    wave, _ = bursts()
    parts = [[0, RATE], [10 * RATE + 77, 12 * RATE], [(SECONDS - 2) * RATE, SECONDS * RATE]]
    found = tab.evaluate(program("decoding", **encoded(wave, kind), parts=parts))
    assert found["rate"] == RATE
    for (start, end), (place, samples) in zip(parts, found["parts"], strict=True):
        assert place <= max(start, 0)
        assert place + len(samples) >= min(end, len(wave)) - 1152
        heard = np.array(samples)[: len(wave) - place]
        here = wave[place : place + len(heard)]
        assert abs(np.correlate(here, heard[200:-200], mode="valid").argmax() - 200) <= 1  # frames


@pytest.mark.parametrize(("kind", "speed"), [("m4a", 2.5), ("mp3", 3), ("stream", 4)])
def test_the_pitch_is_kept_and_nothing_is_lost(tab: Tab, site: Site, kind: str, speed: float) -> None:
    found = recorded(tab, site.url, speaking(kind), [(2.5, speed)])
    wave = sounding(found.wave)
    assert len(wave) > RATE, "it took over at once"
    assert abs(1200 * np.log2(np.median(pitches(wave)) / 150)) < 20  # cents
    assert np.abs(found.wave).max() < 0.7, "as loud as it was, and not clipped"
    levels = np.abs(wave[: len(wave) // 441 * 441]).reshape(-1, 441).max(axis=1)  # 20 ms
    assert np.mean(levels > 0.3) > 0.97, "no gaps, but for those of a busy machine"
    assert found.loud == found.volume == 1, "paused, the element is as loud as it was"
    assert found.clock[:, 2].min() == 0, "the element was silent meanwhile"

    def share(sound: Wave) -> float:
        power = np.abs(np.fft.rfft(sound[:RATE])) ** 2  # 1 Hz a bin
        return float(10 * np.log10(power[4500:5500].sum() / power.sum()))

    assert share(wave) == pytest.approx(share(voiced(150)), abs=3), "what is at 5 kHz is still there"


def test_what_is_heard_keeps_to_the_words(tab: Tab, site: Site) -> None:
    wave, begins = bursts()
    lags = recorded(tab, site.url, encoded(wave, "m4a"), [(5, 3)]).lags(begins, 3)
    assert len(lags) > 10
    assert np.median(lags) < 40, "./do bench page asks for 20 ms of a quiet machine"


def test_passing_2x_leaves_no_silence_and_fetches_nothing(tab: Tab, site: Site) -> None:
    found = recorded(tab, site.url, speaking("m4a"), [(1.0, 1.5), (1.5, 3), (1.0, 1.5), (1.5, 4)])
    _, (up, _), (down, _), (again, _) = found.changes
    moments, places, volumes = found.clock.T
    assert volumes[(moments > up + 400) & (moments < down)].min() == 0
    assert set(volumes[(moments > down + 400) & (moments < again)]) == {1}
    heard = np.repeat(np.abs(found.wave).reshape(-1, 256).max(axis=1) > 0.3, 256)  # 12 ms
    silent = [moment for moment in moments[volumes == 0] if moment < found.walls[-1]]
    sounding = np.interp(silent, found.walls, heard)
    assert np.mean(sounding) > 0.9, "one of the two is heard at every moment"
    moved, passed = np.diff(places), np.diff(moments) / 1000
    assert moved.min() > -0.25, "a browser may set its clock back when its speed changes, by less than a word"
    assert (moved < 4.2 * passed + 0.3).all(), "nor does it leap"
    assert [asked for asked in tab.asked if "stream" in asked or "audio" in asked] == []


@pytest.mark.parametrize("missing", ["AudioContext", "AudioWorkletNode", "OfflineAudioContext"])
def test_without_an_audio_thread_the_element_does_it(tab: Tab, site: Site, missing: str) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(f"delete window.{missing}")
    tab.evaluate(f"{PLAYER}.speed.times = 3")
    tab.click_on(PLAY)
    tab.wait(f"{PLAYER}.now > 3")
    assert tab.evaluate(
        f"[{PLAYER}.audio.volume, {PLAYER}.audio.playbackRate, {PLAYER}.audio.preservesPitch]"
    ) == [1, 3, True]


def test_the_first_load_brings_none_of_it(tab: Tab, site: Site) -> None:
    tab.open(site.url, made=True)
    tab.evaluate(f"{PLAYER}.speed.times = 2")
    tab.click_on(PLAY)
    tab.wait(f"{PLAYER}.now > 1")
    assert not [asked for asked in tab.asked if "stretch" in asked]
    tab.evaluate(f"{PLAYER}.speed.times = 2.5")
    tab.wait(f"{PLAYER}.audio.volume === 0")
    tab.evaluate(f"{PLAYER}.speed.times = 1")
    tab.wait(f"{PLAYER}.audio.volume === 1")


def test_the_self_contained_file_carries_it(tab: Tab, settings: Settings, tmp_path: Path) -> None:
    narration = oyez.narrate(
        oyez.adapt(oyez.read(HERE.parents[1] / "examples" / "harbour.html")), settings=settings
    )
    path = tmp_path / "harbour.html"
    path.write_bytes(Html().export(narration, 3))
    tab.goto(path.as_uri())
    tab.wait(READY)
    tab.click_on(PLAY)
    tab.wait(f"{PLAYER}.audio.volume === 0")
    assert tab.evaluate(f"{PLAYER}.playback.volume") == 1
