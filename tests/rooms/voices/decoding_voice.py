"""A tiny voice put together as VITS is: prior, flow, HiFi-GAN; random weights, built here."""

from __future__ import annotations

from typing import Any

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper
from tests.tiny_voice import SYMBOLS

HOP = 16
_WIDTH = 4


class _Net:
    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self._chance = numpy.random.RandomState(1)

    def node(self, kind: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        name = output or f"made_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def value(self, value: Any) -> str:
        name = f"value_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(numpy.asarray(value), name))
        return name

    def random(self, *shape: int) -> str:
        return self.value((self._chance.standard_normal(shape) * 0.4).astype(numpy.float32))

    def conv(self, x: str, ins: int, outs: int, kernel: int, dilation: int = 1) -> str:
        pad = dilation * (kernel - 1) // 2
        return self.node("Conv", x, self.random(outs, ins, kernel), dilations=[dilation], pads=[pad, pad])


def decoding_model(*, speakers: int = 0, trap: str = "") -> bytes:
    """A voice with durations 1 to 4, noise, a flow of one layer and a decoder that ups twice.

    `trap` breaks what can be cut: "mean" (the decoder looks at the whole sentence), "flow" (the flow does).
    """
    net = _Net()
    ids = net.node("Cast", "input", to=TensorProto.FLOAT)
    x = net.node("Transpose", net.node("Gather", net.random(len(SYMBOLS), _WIDTH), "input"), perm=[0, 2, 1])
    length = net.node("Gather", "scales", net.value(numpy.int64(1)))
    fast = net.node("Mul", net.node("Mul", ids, net.value(numpy.float32(0.06))), length)
    frames = net.node("Ceil", net.node("Add", fast, net.value(numpy.float32(0.1))))
    ends = net.node("CumSum", frames, net.value(numpy.int64(1)))
    total = net.node("Cast", net.node("ReduceSum", frames, keepdims=0), to=TensorProto.INT64)
    count = net.node("Range", net.value(numpy.int64(0)), total, net.value(numpy.int64(1)))
    times = net.node("Unsqueeze", net.node("Cast", count, to=TensorProto.FLOAT), net.value(numpy.array([1])))
    reached = net.node("Cast", net.node("GreaterOrEqual", times, ends), to=TensorProto.INT64)
    place = net.node("ReduceSum", reached, net.value(numpy.array([1])), keepdims=0)
    mean = net.node("Gather", x, place, axis=2)
    loud = net.node("Gather", "scales", net.value(numpy.int64(0)))
    z = net.node("Add", mean, net.node("Mul", net.node("RandomNormalLike", mean), loud))
    z = net.node("Add", z, net.conv(net.node("Tanh", net.conv(z, _WIDTH, _WIDTH, 5)), _WIDTH, _WIDTH, 1))
    if trap == "flow":
        z = net.node("Add", z, net.node("ReduceMean", z, axes=[2], keepdims=1))
    y = net.conv(z, _WIDTH, 8, 7)
    if speakers:
        vector = net.node("Gather", net.random(speakers, 6), "sid")
        speaker = net.node("Unsqueeze", vector, net.value(numpy.array([2])))
        y = net.node("Add", y, net.conv(speaker, 6, 8, 1))
    for width, stride in ((4, 4), (2, 4)):
        weight = net.random(2 * width, width, 2 * stride)
        pads = [stride // 2, stride // 2]
        y = net.node("ConvTranspose", net.node("LeakyRelu", y), weight, strides=[stride], pads=pads)
        blocks = [
            net.node("Add", y, net.conv(net.node("LeakyRelu", y), width, width, kernel, dilation))
            for kernel, dilation in ((3, 1), (5, 3))
        ]
        y = net.node("Div", net.node("Add", *blocks), net.value(numpy.float32(2)))
    if trap == "mean":
        y = net.node("Sub", y, net.node("ReduceMean", y, axes=[2], keepdims=1))
    sound = net.node("Tanh", net.conv(y, 2, 1, 7))
    net.node("Unsqueeze", sound, net.value(numpy.array([1])), output="output")
    info = helper.make_tensor_value_info
    inputs = [
        info("input", TensorProto.INT64, [1, "phonemes"]),
        info("input_lengths", TensorProto.INT64, [1]),
        info("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers:
        inputs.append(info("sid", TensorProto.INT64, [1]))
    outputs = [info("output", TensorProto.FLOAT, [1, 1, 1, "time"])]
    graph = helper.make_graph(net.nodes, "voice", inputs, outputs, net.weights)
    opset = helper.make_opsetid("", 17)
    whole: bytes = helper.make_model(graph, opset_imports=[opset], ir_version=8).SerializeToString()
    onnx.checker.check_model(whole)
    return whole
