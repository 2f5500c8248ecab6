"""Other ways to make speech faster, each a function of int16 samples; those not installed are left out.

sonic    libsonic by its C interface (apt install libsonic0)
atempo   FFmpeg's filter, by PyAV
wsola    waveform similarity overlap-add (Verhelst and Roelands, 1993) with the windows that browsers use:
         written here, for want of one that can be called
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Callable
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from oyez.audio.stretch import Stretcher
from oyez.timing.schedule import Schedule

__all__ = ["Samples", "Stretch", "installed", "ours"]

Samples = NDArray[np.int16]
Stretch = Callable[[Samples, int, float], Samples]  # samples, rate, speed

_WINDOW = 0.020  # s, of wsola
_SEARCH = 0.030  # s


def ours(samples: Samples, rate: int, speed: float | Schedule) -> Samples:
    """Oyez' own."""
    stretcher = Stretcher(rate, speed)
    sound = np.concatenate(
        (stretcher.feed(samples.astype(np.float32) * np.float32(1 / 32768)), stretcher.finish())
    )
    return np.clip(np.rint(sound * 32768), -32768, 32767).astype(np.int16)


def installed() -> dict[str, Stretch]:
    """The peers that are there."""
    found: dict[str, Stretch] = {"atempo": _atempo, "wsola": _wsola}
    return {"sonic": _sonic, **found} if ctypes.util.find_library("sonic") else found


def _sonic(samples: Samples, rate: int, speed: float) -> Samples:
    library = ctypes.CDLL(ctypes.util.find_library("sonic"))
    library.sonicCreateStream.restype = ctypes.c_void_p
    stream = ctypes.c_void_p(library.sonicCreateStream(rate, 1))
    library.sonicSetSpeed(stream, ctypes.c_float(speed))
    given = np.ascontiguousarray(samples)
    library.sonicWriteShortToStream(stream, given.ctypes.data_as(ctypes.c_void_p), len(given))
    library.sonicFlushStream(stream)
    made = np.zeros(round(len(samples) / speed) + rate, dtype=np.int16)
    count = library.sonicReadShortFromStream(stream, made.ctypes.data_as(ctypes.c_void_p), len(made))
    library.sonicDestroyStream(stream)
    return made[:count]


def _atempo(samples: Samples, rate: int, speed: float) -> Samples:
    import av
    from av.audio.frame import AudioFrame

    graph = av.filter.Graph()
    nodes = [graph.add_abuffer(sample_rate=rate, format="s16", layout="mono", time_base=Fraction(1, rate))]
    while speed > 2:  # as FFmpeg's manual advises: above 2 it leaves out whole windows
        nodes.append(graph.add("atempo", "2"))
        speed /= 2
    nodes += [
        graph.add("atempo", str(speed)),
        graph.add("aformat", "sample_fmts=s16"),
        graph.add("abuffersink"),
    ]
    graph.link_nodes(*nodes).configure()
    frame = AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
    frame.sample_rate, frame.pts = rate, 0
    graph.push(frame)
    graph.push(None)
    pieces = []
    while True:
        try:
            pulled = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            break
        assert isinstance(pulled, AudioFrame)
        pieces.append(pulled.to_ndarray()[0])
    return np.concatenate(pieces).astype(np.int16)


def _wsola(samples: Samples, rate: int, speed: float) -> Samples:
    size, reach = 2 * round(_WINDOW * rate / 2), round(_SEARCH * rate / 2)
    hop = size // 2
    window = np.hanning(size + 1)[:-1]
    given = np.pad(samples.astype(np.float64), (reach, 2 * size + reach))
    made = np.zeros(round(len(samples) / speed) + 2 * size)
    following = given[reach : reach + size]  # what would come next if nothing were left out
    for at in range(0, len(made) - 2 * size, hop):
        middle = min(round(at * speed), len(given) - size - 2 * reach)
        lagged = np.lib.stride_tricks.sliding_window_view(given[middle : middle + 2 * reach + size], size)
        power = np.sqrt((lagged**2).sum(axis=1)) + 1
        best = middle + int((lagged @ following / power).argmax())
        made[at : at + size] += window * given[best : best + size]
        following = given[best + hop : best + hop + size]
    return np.clip(np.rint(made[: round(len(samples) / speed)]), -32768, 32767).astype(np.int16)
