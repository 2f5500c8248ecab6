"""A voice of random weights at the cost of Piper's medium ones: 16 M parameters, 63 MB; it says nothing.

ids -> text encoder (6 layers) -> prior, durations (exp, Ceil) -> frames -> flow (4 couplings) -> HiFi-GAN

Shapes after Piper's vits/config and models (MIT): hidden 192, filter 768, 2 heads; flow of 4 couplings of 4
layers, kernel 5; decoder from 256 channels, up by 8, 8 and 4, kernels 3, 5 and 7, dilations as there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy
from onnx import TensorProto, helper, numpy_helper

__all__ = ["write_medium_voice"]

_HIDDEN, _FILTER, _HEADS, _LAYERS = 192, 768, 2, 6
_COUPLINGS, _FLOW_LAYERS = 4, 4
_WIDTH = 256  # channels in front of the decoder
_UPS = ((8, 16), (8, 16), (4, 8))  # stride, kernel
_BLOCKS = ((3, (1, 2)), (5, (2, 6)), (7, (3, 12)))  # kernel, dilations
_FRAMES_AN_ID = 2.45  # as the nano voices have it
_SYMBOLS = 256
_SEED = 7
_END = 2**63 - 1


class _Graph:
    """Nodes and weights as they come; every method gives the name of what it makes."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self._chance = numpy.random.RandomState(_SEED)

    def node(self, kind: str, *inputs: str, outputs: int = 1, **attributes: Any) -> str:
        names = [f"{kind}_{len(self.nodes)}_{index}" for index in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0]

    def value(self, array: Any) -> str:
        name = f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(numpy.asarray(array), name))
        return name

    def numbers(self, *values: int) -> str:
        return self.value(numpy.array(values, dtype=numpy.int64))

    def scalar(self, value: float) -> str:
        return self.value(numpy.float32(value))

    def random(self, *shape: int, fan: int, gain: float = 1.0) -> str:
        scale = gain / numpy.sqrt(fan)
        return self.value((self._chance.standard_normal(shape) * scale).astype(numpy.float32))

    def conv(
        self, x: str, ins: int, outs: int, kernel: int = 1, dilation: int = 1, *, gain: float = 1.0
    ) -> str:
        pad = dilation * (kernel - 1) // 2
        weight = self.random(outs, ins, kernel, fan=ins * kernel, gain=gain)
        bias = self.value(numpy.zeros(outs, dtype=numpy.float32))
        return self.node(
            "Conv",
            x,
            weight,
            bias,
            kernel_shape=[kernel],
            dilations=[dilation],
            pads=[pad, pad],
            strides=[1],
            group=1,
        )

    def channels(self, x: str, begin: int, end: int) -> str:
        return self.node("Slice", x, self.numbers(begin), self.numbers(end), self.numbers(1), self.numbers(1))

    def norm(self, x: str, width: int) -> str:
        """Over channels, as VITS does: turned, normed, turned back."""
        turned = self.node("Transpose", x, perm=[0, 2, 1])
        scale, shift = (
            self.value(numpy.ones(width, numpy.float32)),
            self.value(numpy.zeros(width, numpy.float32)),
        )
        return self.node(
            "Transpose", self.node("LayerNormalization", turned, scale, shift, axis=-1), perm=[0, 2, 1]
        )

    def attention(self, x: str) -> str:
        part = _HIDDEN // _HEADS
        shape = self.numbers(1, _HEADS, part, -1)
        query, key, value = (
            self.node("Reshape", self.conv(x, _HIDDEN, _HIDDEN), shape) for _ in range(3)
        )  # (1, heads, part, ids)
        scaled = self.node("Mul", query, self.scalar(part**-0.5))
        scores = self.node("MatMul", self.node("Transpose", scaled, perm=[0, 1, 3, 2]), key)
        weights = self.node("Softmax", scores, axis=-1)
        mixed = self.node("MatMul", value, self.node("Transpose", weights, perm=[0, 1, 3, 2]))
        return self.conv(self.node("Reshape", mixed, self.numbers(1, _HIDDEN, -1)), _HIDDEN, _HIDDEN)

    def encoder(self, ids: str) -> str:
        table = self.random(_SYMBOLS, _HIDDEN, fan=_HIDDEN)
        found = self.node("Mul", self.node("Gather", table, ids), self.scalar(_HIDDEN**0.5))
        x = self.node("Transpose", found, perm=[0, 2, 1])
        for _ in range(_LAYERS):
            x = self.norm(self.node("Add", x, self.attention(x)), _HIDDEN)
            inner = self.node("Relu", self.conv(x, _HIDDEN, _FILTER, 3))
            x = self.norm(self.node("Add", x, self.conv(inner, _FILTER, _HIDDEN, 3)), _HIDDEN)
        return x

    def durations(self, x: str) -> str:
        """Frames for each id: log frames of a small spread about their mean, exp, Ceil."""
        for _ in range(5):
            x = self.norm(self.node("Relu", self.conv(x, _HIDDEN, _HIDDEN, 3)), _HIDDEN)
        logs = self.node(
            "Add", self.conv(x, _HIDDEN, 1, gain=0.2), self.scalar(float(numpy.log(_FRAMES_AN_ID - 0.5)))
        )
        length = self.node("Gather", "scales", self.value(numpy.int64(1)))
        frames = self.node("Ceil", self.node("Mul", self.node("Exp", logs), length))
        return self.node("Squeeze", frames, self.numbers(1))  # (1, ids)

    def path(self, frames: str) -> tuple[str, str]:
        """(1, frames, ids): 1 where a frame belongs to an id; and the mask (1, 1, frames), all 1."""
        ends = self.node("CumSum", frames, self.value(numpy.int64(1)))
        total = self.node("Cast", self.node("ReduceSum", frames, keepdims=0), to=TensorProto.INT64)
        count = self.node("Range", self.value(numpy.int64(0)), total, self.value(numpy.int64(1)))
        times = self.node("Unsqueeze", self.node("Cast", count, to=TensorProto.FLOAT), self.numbers(1))
        before = self.node("Less", times, ends)
        begun = self.node("GreaterOrEqual", times, self.node("Sub", ends, frames))
        path = self.node("Cast", self.node("And", before, begun), to=TensorProto.FLOAT)
        whole = self.node("Less", count, total)
        mask = self.node("Unsqueeze", self.node("Cast", whole, to=TensorProto.FLOAT), self.numbers(0, 1))
        return self.node("Unsqueeze", path, self.numbers(0)), mask

    def flow(self, z: str, mask: str) -> str:
        half = _HIDDEN // 2
        for _ in range(_COUPLINGS):
            flipped = self.node(
                "Slice", z, self.numbers(-1), self.numbers(-_END), self.numbers(1), self.numbers(-1)
            )
            low, high = self.channels(flipped, 0, half), self.channels(flipped, half, _HIDDEN)
            x = self.node("Mul", self.conv(low, half, _HIDDEN), mask)
            skipped = ""
            for layer in range(_FLOW_LAYERS):
                inner = self.conv(x, _HIDDEN, 2 * _HIDDEN, 5)
                zeros = self.node("ConstantOfShape", self.node("Shape", inner))
                inner = self.node("Add", inner, zeros)
                gate = self.node("Sigmoid", self.channels(inner, _HIDDEN, 2 * _HIDDEN))
                acts = self.node("Mul", self.node("Tanh", self.channels(inner, 0, _HIDDEN)), gate)
                last = layer == _FLOW_LAYERS - 1
                both = self.conv(acts, _HIDDEN, _HIDDEN if last else 2 * _HIDDEN)
                if not last:
                    x = self.node("Mul", self.node("Add", x, self.channels(both, 0, _HIDDEN)), mask)
                skip = both if last else self.channels(both, _HIDDEN, 2 * _HIDDEN)
                skipped = self.node("Add", skipped, skip) if skipped else skip
            mean = self.node("Mul", self.conv(self.node("Mul", skipped, mask), _HIDDEN, half, gain=0.3), mask)
            z = self.node("Concat", low, self.node("Mul", self.node("Sub", high, mean), mask), axis=1)
        return z

    def decoder(self, z: str) -> str:
        x, width = self.conv(z, _HIDDEN, _WIDTH, 7), _WIDTH
        for stride, kernel in _UPS:
            x = self.node("LeakyRelu", x, alpha=0.1)
            weight = self.random(width, width // 2, kernel, fan=width * kernel // stride)
            pad, width = (kernel - stride) // 2, width // 2
            bias = self.value(numpy.zeros(width, dtype=numpy.float32))
            x = self.node(
                "ConvTranspose", x, weight, bias, kernel_shape=[kernel], strides=[stride], pads=[pad, pad],
                dilations=[1], group=1,
            )  # fmt: skip
            total = ""
            for size, dilations in _BLOCKS:
                y = x
                for dilation in dilations:
                    inner = self.node("LeakyRelu", y, alpha=0.1)
                    y = self.node("Add", self.conv(inner, width, width, size, dilation, gain=0.7), y)
                total = self.node("Add", total, y) if total else y
            x = self.node("Div", total, self.scalar(len(_BLOCKS)))
        last = self.conv(self.node("LeakyRelu", x, alpha=0.01), width, 1, 7, gain=0.3)
        return self.node("Unsqueeze", self.node("Tanh", last), self.numbers(1))


def write_medium_voice(folder: Path, like: Path) -> Path:
    """Write the voice into a folder, with the description of the voice file `like`; the path of its model."""
    graph = _Graph()
    x = graph.encoder("input")
    prior = graph.conv(x, _HIDDEN, 2 * _HIDDEN)
    frames = graph.durations(x)
    path, mask = graph.path(frames)
    mean, logs = (
        graph.node(
            "Transpose",
            graph.node(
                "MatMul", path, graph.node("Transpose", graph.channels(prior, begin, end), perm=[0, 2, 1])
            ),
            perm=[0, 2, 1],
        )
        for begin, end in ((0, _HIDDEN), (_HIDDEN, 2 * _HIDDEN))
    )
    loud = graph.node("Gather", "scales", graph.value(numpy.int64(0)))
    noise = graph.node("Mul", graph.node("RandomNormalLike", mean), graph.node("Exp", logs))
    z = graph.node("Add", mean, graph.node("Mul", noise, loud))
    sound = graph.decoder(graph.node("Mul", graph.flow(z, mask), mask))
    graph.nodes.append(helper.make_node("Identity", [sound], ["output"]))
    info = helper.make_tensor_value_info
    made = helper.make_graph(
        graph.nodes,
        "medium",
        [
            info("input", TensorProto.INT64, [1, "phonemes"]),
            info("input_lengths", TensorProto.INT64, [1]),
            info("scales", TensorProto.FLOAT, [3]),
        ],
        [info("output", TensorProto.FLOAT, [1, 1, 1, "time"])],
        graph.weights,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    target = folder / "en_US-random-medium.onnx"
    target.write_bytes(model.SerializeToString())
    description = json.loads(like.with_name(f"{like.name}.json").read_text("utf-8"))
    target.with_name(f"{target.name}.json").write_text(json.dumps(description), "utf-8")
    return target
