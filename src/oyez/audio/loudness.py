"""Integrated loudness as broadcasters measure it: ITU-R BS.1770-4, K-weighting and gating, in numpy.

samples -> K-weighting -> energy per 100 ms -> blocks of 400 ms -> absolute gate -> relative gate -> LUFS
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

__all__ = ["TARGET_LUFS", "gain_to_target", "integrated_lufs"]

TARGET_LUFS = (
    -18.0
)  # mono speech; heard as loud as the -16 LUFS that podcasts use in stereo (less 3 dB, plus room)

ABSOLUTE_GATE = -70.0  # LUFS
RELATIVE_GATE = -10.0  # LU below the mean of the blocks over the absolute gate
OFFSET = -0.691  # dB; makes a full-scale 997 Hz sine read -3.01 LUFS
HOPS_PER_SECOND = 10
HOPS_PER_BLOCK = 4  # 400 ms, overlapping by 75 %
CHUNK = 100  # hops = 10 s weighted at a time, so that memory does not grow with the length
LEAD = 5  # hops = 0.5 s before a chunk; the high-pass rings below -100 dB after 0.1 s

Samples = NDArray[np.int16] | NDArray[np.float32]


def integrated_lufs(samples: Samples, sample_rate: int) -> float:
    """Loudness of a mono sound, shape (n,), int16 or float32 in -1..1, in LUFS; -inf for silence.

    A sound shorter than 400 ms is taken as one block.
    """
    hops = _hop_energies(samples, sample_rate)
    if len(hops) > HOPS_PER_BLOCK:
        blocks = np.convolve(hops, np.full(HOPS_PER_BLOCK, 1 / HOPS_PER_BLOCK), mode="valid")
    else:
        blocks = hops.mean(keepdims=True) if len(hops) else hops
    loud = blocks[blocks > _energy(ABSOLUTE_GATE)]
    if not len(loud):
        return -math.inf
    loud = loud[loud > loud.mean() * 10 ** (RELATIVE_GATE / 10)]
    return OFFSET + 10 * math.log10(loud.mean())


def gain_to_target(samples: Samples, sample_rate: int) -> float:
    """The linear gain that brings a sound to TARGET_LUFS; 1 for silence."""
    lufs = integrated_lufs(samples, sample_rate)
    return 1.0 if math.isinf(lufs) else 10 ** ((TARGET_LUFS - lufs) / 20)


def _energy(lufs: float) -> float:
    return float(10 ** ((lufs - OFFSET) / 10))


def _hop_energies(samples: Samples, sample_rate: int) -> NDArray[np.float64]:
    """Mean squares of the K-weighted sound per 100 ms; the last, incomplete hop counts only if alone."""
    hop = sample_rate // HOPS_PER_SECOND
    scale = 1 / 32768 if samples.dtype == np.int16 else 1.0
    count = max(1, len(samples) // hop) if len(samples) else 0
    size = (LEAD + CHUNK) * hop
    weights = _k_weighting(size, sample_rate)
    padded = np.zeros(size)
    energies: list[NDArray[np.float64]] = []
    for first in range(0, count, CHUNK):
        start = (first - LEAD) * hop
        piece = samples[max(0, start) : start + size] * scale
        padded[:] = 0
        padded[max(0, -start) : max(0, -start) + len(piece)] = piece
        weighted = np.fft.irfft(np.fft.rfft(padded) * weights, size)[LEAD * hop :]
        energies.append((weighted.reshape(CHUNK, hop) ** 2).mean(axis=1)[: count - first])
    if 0 < len(samples) < hop:
        energies[0] = energies[0] * hop / len(samples)
    return np.concatenate(energies) if energies else np.zeros(0)


def _k_weighting(size: int, sample_rate: int) -> NDArray[np.complex128]:
    """The frequency response of both filters of BS.1770-4, at the bins of a real FFT of `size`.

    The standard gives coefficients at 48 kHz only; these analogue prototypes reproduce them at any rate
    (De Man, "Evaluation of implementations of the EBU R128 loudness measurement", AES 145, 2018).
    """
    delay = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)  # one frame, z^-1

    k, q = math.tan(math.pi * 1681.974450955533 / sample_rate), 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    middle = high**0.4996667741545416
    norm = 1 + k / q + k * k
    shelf_up = (high + middle * k / q + k * k, 2 * (k * k - high), high - middle * k / q + k * k)
    shelf_down = (norm, 2 * (k * k - 1), 1 - k / q + k * k)

    k, q = math.tan(math.pi * 38.13547087602444 / sample_rate), 0.5003270373238773
    pass_down = (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k)
    pass_up = (pass_down[0], -2 * pass_down[0], pass_down[0])

    def at(terms: tuple[float, float, float]) -> NDArray[np.complex128]:
        response: NDArray[np.complex128] = terms[0] + terms[1] * delay + terms[2] * delay**2
        return response

    return at(shelf_up) / at(shelf_down) * at(pass_up) / at(pass_down)
