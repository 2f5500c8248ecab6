"""A tiny voice: a graph with Piper's inputs that makes noise, built here."""

from __future__ import annotations

from typing import Any

import numpy
from onnx import TensorProto, helper

from tests.tiny_graph import checked_model

SYMBOLS = "_^$ !',-.:;?abcdefhijklmnopqrstuvwxyzæðŋɐɑɒɔəɚɛɜɡɪɫɹɾʃʊʌʒʔˈˌːθᵻ"
HOP = 256


def description(**changes: Any) -> dict[str, Any]:
    """A sound description, changed by key; None takes a key away."""
    whole: dict[str, Any] = {
        "audio": {"sample_rate": 16_000},
        "espeak": {"voice": "en-us"},
        "language": {"code": "en_US"},
        "num_symbols": len(SYMBOLS),
        "num_speakers": 1,
        "phoneme_id_map": {symbol: [index] for index, symbol in enumerate(SYMBOLS)},
        "inference": {"noise_scale": 0.5, "length_scale": 1.0, "noise_w": 0.8},
    } | changes
    return {key: value for key, value in whole.items() if value is not None}


def model(*, durations: str = "ceil", ceilings: int = 1, chance: str = "RandomNormalLike") -> bytes:
    """Noise for as long as the ids say: id / 10 hops each, rounded up by a Ceil with output `durations`."""
    make = helper.make_node
    nodes = [
        make("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        make("Gather", ["scales", "zero"], ["noise_scale"]),
        make("Gather", ["scales", "one"], ["length_scale"]),
        make("Mul", ["ids", "tenth"], ["wide"]),
        make("Add", ["wide", "tenth"], ["wider"]),
        make("Mul", ["wider", "length_scale"], ["scaled"]),
        make("Ceil", ["scaled"], [durations]),
        make("ReduceSum", [durations, "one_axis"], ["hops"], keepdims=0),
        make("Cast", ["hops"], ["hops_whole"], to=TensorProto.INT64),
        make("Mul", ["hops_whole", "hop"], ["samples"]),
        make("Concat", ["ones", "samples"], ["shape"], axis=0),
        make("ConstantOfShape", ["shape"], ["zeros"]),
        make(chance, ["zeros"], ["noise"]),
        make("Mul", ["noise", "noise_scale"], ["loud"]),
        make("Tanh", ["loud"], ["output"]),
    ]
    nodes += [make("Ceil", ["scaled"], [f"further_{index}"]) for index in range(1, ceilings)]
    values: dict[str, Any] = {
        "zero": numpy.int64(0), "one": numpy.int64(1), "tenth": numpy.float32(0.1),
        "one_axis": numpy.array([1]), "hop": numpy.int64(HOP), "ones": numpy.array([1, 1, 1]),
    }  # fmt: skip
    info = helper.make_tensor_value_info
    outputs = [info("output", TensorProto.FLOAT, [1, 1, 1, "time"])]
    if durations == "durations":
        outputs.append(info(durations, TensorProto.FLOAT, [1, "phonemes"]))
    return checked_model(
        nodes,
        "voice",
        [
            info("input", TensorProto.INT64, [1, "phonemes"]),
            info("input_lengths", TensorProto.INT64, [1]),
            info("scales", TensorProto.FLOAT, [3]),
        ],
        outputs,
        values,
    )
