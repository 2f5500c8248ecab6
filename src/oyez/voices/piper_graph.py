"""A Piper voice's graph made fit for us: the same sound every time, and its durations told.

Done once for a voice, when it is prepared: onnx costs 150 ms to import.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

__all__ = ["UnfitModel", "fit_graph"]

_DURATIONS = "durations"  # an output of this name holds frames per id

_CHANCE = (
    "RandomNormalLike",
    "RandomNormal",
    "RandomUniformLike",
    "RandomUniform",
    "Multinomial",
    "Bernoulli",
)
_TAPE = "oyez_noise"
_TAPE_LENGTH = 262_139  # numbers (1 MB), a prime, so that repeats never line up with channels; 16 s of medium
_SEED = 20_110


class UnfitModel(Exception):
    """The file is no Piper voice; the message says why."""


def fit_graph(path: Path) -> tuple[Any, str | None]:
    """The onnx.ModelProto with its noise fixed, and the name of the output that holds durations, if any.

    Durations come out of the only Ceil node. A RandomNormalLike of onnxruntime goes on where the last
    run stopped even when it is seeded, so that a clip would depend on those before it: it is replaced by
    numbers read from a tape that starts anew each time.
    """
    import onnx
    from google.protobuf.message import DecodeError

    try:
        model = onnx.load(path, load_external_data=False)
    except (DecodeError, OSError) as error:
        raise UnfitModel(f"it cannot be read as ONNX: {error}") from error
    if any(one.data_location == onnx.TensorProto.EXTERNAL for one in model.graph.initializer):
        raise UnfitModel("it keeps its weights in another file")
    _fix_noise(onnx, model.graph)
    if any(node.op_type in _CHANCE for node in _all_nodes(model.graph)):
        raise UnfitModel("it rolls dice in a way Oyez cannot repeat")
    durations = _tell_durations(onnx, model.graph)
    return model, durations


def _tell_durations(onnx: Any, graph: Any) -> str | None:
    outputs = {output.name for output in graph.output}
    if _DURATIONS in outputs:
        return _DURATIONS
    ceilings = [node.output[0] for node in graph.node if node.op_type == "Ceil"]
    if len(ceilings) != 1:
        return None
    if ceilings[0] not in outputs:
        kind = onnx.TensorProto.FLOAT
        graph.output.append(onnx.helper.make_tensor_value_info(ceilings[0], kind, None))
    return str(ceilings[0])


def _fix_noise(onnx: Any, graph: Any) -> None:
    import numpy

    nodes: list[Any] = []
    for node in graph.node:
        nodes += _from_tape(onnx, node) if node.op_type == "RandomNormalLike" else [node]
    if len(nodes) == len(graph.node):
        return
    del graph.node[:]
    graph.node.extend(nodes)
    # RandomState's stream is frozen for good; that of newer generators may change with numpy.
    tape = numpy.random.RandomState(_SEED).standard_normal(_TAPE_LENGTH).astype(numpy.float32)
    whole = numpy.array([_TAPE_LENGTH], dtype=numpy.int64)
    for name, values in ((_TAPE, tape), (f"{_TAPE}_length", whole[0]), (f"{_TAPE}_zero", whole[0] * 0),
                         (f"{_TAPE}_one", whole[0] // whole[0])):  # fmt: skip
        graph.initializer.append(onnx.numpy_helper.from_array(numpy.asarray(values), name))


def _from_tape(onnx: Any, node: Any) -> list[Any]:
    """Nodes that give what RandomNormalLike gives: as many numbers as its input holds, in its shape."""
    attributes = {attribute.name: onnx.helper.get_attribute_value(attribute) for attribute in node.attribute}
    plain = attributes.get("mean", 0.0) == 0.0 and attributes.get("scale", 1.0) == 1.0
    if not plain or attributes.get("dtype", onnx.TensorProto.FLOAT) != onnx.TensorProto.FLOAT:
        return [node]
    like, out = node.input[0], node.output[0]
    make = onnx.helper.make_node
    return [
        make("Size", [like], [f"{out}_size"]),
        make("Range", [f"{_TAPE}_zero", f"{out}_size", f"{_TAPE}_one"], [f"{out}_index"]),
        make("Mod", [f"{out}_index", f"{_TAPE}_length"], [f"{out}_place"]),
        make("Gather", [_TAPE, f"{out}_place"], [f"{out}_numbers"]),
        make("Shape", [like], [f"{out}_shape"]),
        make("Reshape", [f"{out}_numbers", f"{out}_shape"], [out]),
    ]


def _all_nodes(graph: Any) -> Iterable[Any]:
    """Nodes of a graph and of the graphs within its nodes."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            if attribute.HasField("g"):
                yield from _all_nodes(attribute.g)
