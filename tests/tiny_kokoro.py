"""A tiny model with Kokoro's inputs that makes noise, built here, and the files around it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy
from onnx import TensorProto, helper

from tests.tiny_graph import checked_model

HOP = 600  # samples a frame of its durations
SYMBOLS = ';:,.!?—…"()“” AIOQWYTʣʤʥʦʧʨᵊabcdefhijklmnopqrstuvwxyzɑɐɒæɔɕçðəɛɜɡɪŋɲθɹɾʃʊʌʒʔˈˌːʰʲᵻ\u0303'


def kokoro_model(
    *, durations: bool = True, ids: str = "input_ids", chance: str = "RandomNormalLike"
) -> bytes:
    """Noise as loud as the style's first number, for id % 7 + 1 frames an id."""
    make = helper.make_node
    nodes = [
        make("Mod", [ids, "seven"], ["short"]),
        make("Add", ["short", "one"], ["durations"]),
        make("ReduceSum", ["durations", "one_axis"], ["frames"], keepdims=0),
        make("Mul", ["frames", "hop"], ["samples"]),
        make("Concat", ["ones", "samples"], ["shape"], axis=0),
        make("ConstantOfShape", ["shape"], ["zeros"]),
        make(chance, ["zeros"], ["noise"]),
        make("Slice", ["style", "from", "to", "last_axis"], ["loudness"]),
        make("Mul", ["noise", "loudness"], ["loud"]),
        make("Mul", ["loud", "speed"], ["timed"]),
        make("Tanh", ["timed"], ["waveform"]),
    ]
    values: dict[str, Any] = {
        "seven": numpy.int64(7), "one": numpy.int64(1), "one_axis": numpy.array([1]),
        "hop": numpy.array([HOP]), "ones": numpy.array([1]), "from": numpy.array([0]), "to": numpy.array([1]),
        "last_axis": numpy.array([1]),
    }  # fmt: skip
    info = helper.make_tensor_value_info
    outputs = [info("waveform", TensorProto.FLOAT, [1, "samples"])]
    if durations:
        outputs.append(info("durations", TensorProto.INT64, [1, "symbols"]))
    return checked_model(
        nodes,
        "kokoro",
        [
            info(ids, TensorProto.INT64, [1, "symbols"]),
            info("style", TensorProto.FLOAT, [1, 256]),
            info("speed", TensorProto.FLOAT, [1]),
        ],
        outputs,
        values,
    )


def style(rows: int = 510) -> bytes:
    """A voice whose loudness rises with the number of symbols."""
    numbers = numpy.zeros((rows, 1, 256), dtype="<f4")
    numbers[:, 0, 0] = numpy.linspace(0.05, 0.4, rows)
    return numbers.tobytes()


def put_kokoro(voices: Path, *names: str, model: bytes | None = None, symbols: str | None = None) -> Path:
    """The folder `kokoro` in a voices folder."""
    place = voices / "kokoro"
    (place / "voices").mkdir(parents=True)
    (place / "model.onnx").write_bytes(kokoro_model() if model is None else model)
    vocab = {"model": {"vocab": {symbol: at for at, symbol in enumerate(SYMBOLS, 1)}}}
    (place / "tokenizer.json").write_text(json.dumps(vocab) if symbols is None else symbols, "utf-8")
    for name in names or ("af_heart",):
        (place / "voices" / f"{name}.bin").write_bytes(style())
    return place
