"""FFmpeg's EBU R128 meter, an independent measure of loudness."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import av
import numpy as np
import pytest
from numpy.typing import NDArray

Meter = Callable[[NDArray[np.float32], int], float]


@pytest.fixture
def meter() -> Meter:
    """Integrated loudness in LUFS of float32 samples at a rate."""

    def measure(samples: NDArray[np.float32], rate: int) -> float:
        graph = av.filter.Graph()
        source = graph.add_abuffer(sample_rate=rate, format="flt", layout="mono", time_base=Fraction(1, rate))
        ebur128 = graph.add("ebur128", "metadata=1")
        source.link_to(ebur128)
        ebur128.link_to(graph.add("abuffersink"))
        graph.configure()
        loudness = -np.inf
        for start in range(0, len(samples), 4096):
            piece = samples[None, start : start + 4096].astype(np.float32)
            frame = av.AudioFrame.from_ndarray(piece, format="flt", layout="mono")
            frame.sample_rate, frame.pts = rate, start
            graph.push(frame)
            for out in _pulled(graph):
                loudness = float(out.metadata.get("lavfi.r128.I", loudness))
        graph.push(None)
        for out in _pulled(graph):
            loudness = float(out.metadata.get("lavfi.r128.I", loudness))
        return loudness

    return measure


def _pulled(graph: av.filter.Graph) -> Iterator[Any]:
    while True:
        try:
            yield graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
