"""A decoder's convolutions along time, written as convolutions of pictures one line high.

onnxruntime computes those in blocks of channels, with kernels twice as quick as the ones that it has for a
single dimension; what they make is the same to the last bits but one. Where a processor has no such
kernels, nothing is lost.
Source: NchwcTransformer of onnxruntime, which takes convolutions of four-dimensional tensors alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["as_pictures"]

_CONVOLUTIONS = {"Conv", "ConvTranspose"}
_EACH_VALUE = {"Add", "Div", "LeakyRelu", "Mul", "Tanh"}  # the same in any shape, but for their constants
_HEIGHT, _TIME = 2, 3  # axes of (1, channels, height, time)
_HEIGHT_AXIS = "oyez_height_axis"
_BEFORE = {"kernel_shape": [1], "dilations": [1], "strides": [1], "output_padding": [0]}  # of the height
_SUFFIX = "_as_pictures"

Model = Any  # onnx.ModelProto, which has no types of its own
Node = Any  # onnx.NodeProto


def as_pictures(model: Model, axis: str) -> Model | None:
    """The same stage with a line of height, taking and giving what it did; None where other things are in it.

    axis  name of the constant along which its slices cut: time
    """
    from onnx import NodeProto, helper, numpy_helper

    graph = model.graph
    weights = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            weights[node.output[0]] = numpy_helper.to_array(helper.get_attribute_value(node.attribute[0]))
        elif node.op_type == "Identity" and node.input[0] in weights:  # equal weights are written once
            weights[node.output[0]] = weights[node.input[0]]
    making = [node for node in graph.node if node.output[0] not in weights]
    if not all(_fits(node, weights, axis) for node in making):
        return None

    places = {name for node in making if node.op_type == "Slice" for name in node.input[1:]}
    timed = [one.name for one in graph.input if one.name not in places]
    target = graph.output[0].name
    wide = {name: f"{name}{_SUFFIX}" for name in (*timed, target)}
    nodes = [helper.make_node("Unsqueeze", [name, _HEIGHT_AXIS], [wide[name]]) for name in timed]
    for node in making:
        copy = NodeProto()
        copy.CopyFrom(node)
        copy.input[:] = [wide.get(name, name) for name in node.input]
        copy.output[:] = [wide.get(name, name) for name in node.output]
        if node.op_type in _CONVOLUTIONS:
            _give_height(copy, helper.get_attribute_value, helper.make_attribute)
            weights[node.input[1]] = _with_height(weights[node.input[1]])
        nodes.append(copy)
    nodes.append(helper.make_node("Squeeze", [wide[target], _HEIGHT_AXIS], [target]))
    return _assembled(model, nodes, weights, axis)


def _fits(node: Node, weights: dict[str, Any], axis: str) -> bool:
    kind = node.op_type
    if kind in _CONVOLUTIONS:
        return node.input[1] in weights and all(name in weights for name in node.input[2:])
    if kind == "Slice":
        return bool(node.input[3] == axis)
    return kind in _EACH_VALUE and all(weights[name].size == 1 for name in node.input if name in weights)


def _give_height(node: Node, value_of: Callable[..., Any], make: Callable[..., Any]) -> None:
    """Its attributes with those of the height in front."""
    known = {one.name: value_of(one) for one in node.attribute}
    for name, height in _BEFORE.items():
        if name in known:
            known[name] = [*height, *known[name]]
    if "pads" in known:
        begin, end = known["pads"]
        known["pads"] = [0, begin, 0, end]
    del node.attribute[:]
    node.attribute.extend(make(name, value) for name, value in known.items())


def _with_height(weight: Any) -> Any:
    """(a, b, kernel) -> (a, b, 1, kernel); weights that two convolutions share have it already."""
    return weight[:, :, None, :] if weight.ndim == _TIME else weight


def _assembled(model: Model, nodes: list[Node], weights: dict[str, Any], axis: str) -> Model:
    import numpy
    from onnx import helper, numpy_helper

    weights[_HEIGHT_AXIS] = numpy.array([_HEIGHT], dtype=numpy.int64)
    weights[axis] = numpy.array([_TIME], dtype=numpy.int64)
    taken = {name for node in nodes for name in node.input}
    kept = [
        numpy_helper.from_array(numpy.ascontiguousarray(value), name)
        for name, value in weights.items()
        if name in taken
    ]
    graph = helper.make_graph(
        nodes, model.graph.name, list(model.graph.input), list(model.graph.output), kept
    )
    return helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)
