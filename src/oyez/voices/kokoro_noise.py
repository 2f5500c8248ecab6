"""A model's dice replaced by numbers that are the same in every run: a clip has the same bytes always.

onnxruntime's generators go on where the last run stopped, even seeded ones: a clip would depend on those
before it. Each is replaced by a tape of numbers that starts anew in every run.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["UnfitModel", "steady_model"]

_LIKE = {"RandomNormalLike": "normal", "RandomUniformLike": "uniform"}
_CHANCE = (*_LIKE, "RandomNormal", "RandomUniform", "Multinomial", "Bernoulli")
_LENGTH = 262_139  # numbers, 1 MB; a prime, so that repeats never line up with channels
_SEED = 20_110
_MOST_BYTES = 1_500_000_000  # Protocol Buffers end at 2 GB; the largest export has 330 MB


class UnfitModel(Exception):
    """The file is no model we can run; the message says why."""


def steady_model(path: Path) -> bytes:
    """The model's bytes, without chance. Raises UnfitModel."""
    import onnx
    from google.protobuf.message import DecodeError

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnfitModel(f"it is larger than {_MOST_BYTES:,} bytes")
        model = onnx.load(path, load_external_data=False)
    except (DecodeError, OSError) as error:
        raise UnfitModel(f"it cannot be read as ONNX: {error}") from error
    if any(one.data_location == onnx.TensorProto.EXTERNAL for one in model.graph.initializer):
        raise UnfitModel("it keeps its weights in another file")
    nodes: list[Any] = []
    for node in model.graph.node:
        nodes += _from_tape(onnx, node) if node.op_type in _LIKE else [node]
    if any(node.op_type in _CHANCE for node in nodes):
        raise UnfitModel("it rolls dice in a way Oyez cannot repeat")
    if len(nodes) != len(model.graph.node):
        del model.graph.node[:]
        model.graph.node.extend(nodes)
        _add_tapes(onnx, model.graph)
    whole: bytes = model.SerializeToString()
    return whole


def _add_tapes(onnx: Any, graph: Any) -> None:
    import numpy

    state = numpy.random.RandomState(_SEED)  # its stream is frozen for good
    values = {
        "oyez_normal": state.standard_normal(_LENGTH).astype(numpy.float32),
        "oyez_uniform": state.random_sample(_LENGTH).astype(numpy.float32),
        "oyez_length": numpy.int64(_LENGTH),
        "oyez_zero": numpy.int64(0),
        "oyez_one": numpy.int64(1),
    }
    for name, value in values.items():
        graph.initializer.append(onnx.numpy_helper.from_array(numpy.asarray(value), name))


def _from_tape(onnx: Any, node: Any) -> list[Any]:
    """Nodes that give as many numbers as the input holds, in its shape: tape * width + least."""
    attributes = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
    kind, make, out = _LIKE[node.op_type], onnx.helper.make_node, node.output[0]
    if attributes.get("dtype", onnx.TensorProto.FLOAT) != onnx.TensorProto.FLOAT:
        return [node]
    if kind == "normal":
        least, width = attributes.get("mean", 0.0), attributes.get("scale", 1.0)
    else:
        least = attributes.get("low", 0.0)
        width = attributes.get("high", 1.0) - least
    return [
        make("Size", [node.input[0]], [f"{out}_size"]),
        make("Range", ["oyez_zero", f"{out}_size", "oyez_one"], [f"{out}_index"]),
        make("Mod", [f"{out}_index", "oyez_length"], [f"{out}_place"]),
        make("Gather", [f"oyez_{kind}", f"{out}_place"], [f"{out}_drawn"]),
        make("Constant", [], [f"{out}_width"], value_float=width),
        make("Mul", [f"{out}_drawn", f"{out}_width"], [f"{out}_wide"]),
        make("Constant", [], [f"{out}_least"], value_float=least),
        make("Add", [f"{out}_wide", f"{out}_least"], [f"{out}_numbers"]),
        make("Shape", [node.input[0]], [f"{out}_shape"]),
        make("Reshape", [f"{out}_numbers", f"{out}_shape"], [out]),
    ]
