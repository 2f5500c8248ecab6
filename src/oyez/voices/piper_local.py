"""Where a voice's graph is local: what it makes at one time depends on a few frames around it, and no others.

ids -> encoder, durations, noise -> | flow -> | decoder -> | sound
                                      local     local, and found first: backwards from the sound

Found by operator and shape alone: names differ from exporter to exporter. Reach is counted convolution by
convolution, so that a piece with that much context gives what the whole sentence gives.
Source: Kong et al. 2020 (HiFi-GAN), Kim et al. 2021 (VITS).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

__all__ = ["Cut", "LocalPart", "decoder_input", "local_part", "sound_of"]

_POINTWISE = {
    "Abs", "Add", "Clip", "Cos", "Div", "Elu", "Erf", "Exp", "Identity", "LeakyRelu", "Max", "Min", "Mul",
    "Neg", "PRelu", "Pow", "Reciprocal", "Relu", "Sigmoid", "Sin", "Softplus", "Sqrt", "Sub", "Tanh",
}  # fmt: skip
_OF_CHANNELS = {"Concat", "Gather", "Slice", "Split"}  # where they work on axis 1
_ZEROS = {"Shape", "ConstantOfShape"}  # torch.zeros_like, as it is exported
_OF_LAYOUT = {"Cast", "Flatten", "Identity", "Reshape", "Squeeze", "Unsqueeze"}  # only behind all else
_UNTIMED_INPUTS = {"sid", "scales"}  # what does not depend on the text has no time axis
_NO_END = 2**31 - 1  # exporters write this, or more, for "to the end"

Graph = Any  # onnx.GraphProto, which has no types of its own
Node = Any  # onnx.NodeProto
_Reach = tuple[Fraction, Fraction]  # frames before, frames after


@dataclass(frozen=True, slots=True)
class Cut:
    """A tensor through which all passes, with what the rest needs around it.

    per_frame   values on the time axis for each frame
    reach       frames on both sides
    """

    tensor: str
    per_frame: int
    reach: int


@dataclass(frozen=True, slots=True)
class LocalPart:
    """A part of a graph that can be run on some of the frames.

    nodes    in order, with the constants they need
    timed    tensors it takes that have a value for each frame, on their last axis
    fixed    tensors it takes that do not depend on the text: a speaker, a noise level
    target   the tensor it gives, time being its last axis
    cuts     the first is at the frontier
    hop      values of the target for each frame
    """

    nodes: tuple[Node, ...]
    timed: tuple[str, ...]
    fixed: tuple[str, ...]
    target: str
    cuts: tuple[Cut, ...]
    hop: int


def sound_of(graph: Graph) -> str:
    """The tensor (1, 1, samples) that the graph's output is, whatever its layout."""
    makers = _makers(graph)
    sound = str(graph.output[0].name)
    while (node := makers.get(sound)) is not None and node.op_type in _OF_LAYOUT:
        sound = node.input[0]
    return sound


def decoder_input(graph: Graph) -> str | None:
    """What goes into the first convolution of a HiFi-GAN: back from the first transposed one.

    Through what acts on single values, and past what is added for the speaker; None where there is no such.
    """
    makers = _makers(graph)
    timed = _timed(graph)
    node = next((node for node in graph.node if node.op_type == "ConvTranspose"), None)
    while node is not None:
        ahead = [name for name in node.input if name in timed]
        if len(ahead) != 1:
            return None
        if node.op_type == "Conv":
            return str(ahead[0])
        if node.op_type != "ConvTranspose" and node.op_type not in _POINTWISE:
            return None
        node = makers.get(ahead[0])
    return None


def local_part(graph: Graph, target: str, frontier: str | None = None) -> LocalPart | None:
    """What is local in front of the tensor `target`: all of it, or what lies behind the tensor `frontier`.

    None where nothing is.
    """
    makers, timed = _makers(graph), _timed(graph)
    constants = _Constants(graph)
    inside: dict[int, Node] = {}
    taken: dict[str, None] = {}
    todo = [target]
    while todo:
        name = todo.pop()
        node = makers.get(name)
        if name in timed and (node is None or name == frontier or not _is_local(node, timed, constants)):
            taken[name] = None
        elif node is not None and id(node) not in inside and not constants.varies(name):
            inside[id(node)] = node
            todo += [one for one in node.input if one]
    nodes = tuple(node for node in graph.node if id(node) in inside)
    if target in taken or not taken:
        return None
    given = {one for node in nodes for one in node.output}
    fixed = {one for node in nodes for one in node.input if constants.varies(one) and one not in given}
    scales = _scales(nodes, taken, timed, constants)
    reaches = _reaches(nodes, target, scales, constants)
    cuts = _cuts(nodes, tuple(taken), timed, scales, reaches)
    return LocalPart(nodes, tuple(taken), tuple(sorted(fixed)), target, cuts, scales[target])


def _makers(graph: Graph) -> dict[str, Node]:
    return {name: node for node in graph.node for name in node.output}


def _timed(graph: Graph) -> set[str]:
    """Every tensor that depends on the text."""
    timed = {one.name for one in graph.input if one.name not in _UNTIMED_INPUTS}
    for node in graph.node:
        if any(name in timed for name in node.input):
            timed.update(node.output)
    return timed


class _Constants:
    """What is known of tensors before anything runs."""

    def __init__(self, graph: Graph) -> None:
        self._weights = {one.name: one for one in graph.initializer}
        self._makers = _makers(graph)
        self._untimed = {one.name for one in graph.input if one.name in _UNTIMED_INPUTS}
        for node in graph.node:
            if any(name in self._untimed for name in node.input):
                self._untimed.update(node.output)
        self._timed = _timed(graph)

    def varies(self, name: str) -> bool:
        """Whether it depends on speaker or scales, and not on the text."""
        return name in self._untimed and name not in self._timed

    def shape(self, name: str) -> tuple[int, ...] | None:
        """The shape of a weight."""
        weight = self._tensor(name)
        return None if weight is None else tuple(weight.dims)

    def values(self, name: str) -> list[int] | None:
        """The whole numbers of a constant, small ones only."""
        from onnx import numpy_helper

        tensor = self._tensor(name)
        if tensor is None or len(tensor.dims) > 1:
            return None
        return [int(value) for value in numpy_helper.to_array(tensor).reshape(-1)]

    def _tensor(self, name: str) -> Any:
        """What a name means, onnx.TensorProto; equal weights are written once, with an Identity for each."""
        node = self._makers.get(name)
        while node is not None and node.op_type == "Identity":
            name = node.input[0]
            node = self._makers.get(name)
        if node is not None and node.op_type == "Constant":
            return next((one.t for one in node.attribute if one.name == "value"), None)
        return self._weights.get(name)


def _is_local(node: Node, timed: set[str], constants: _Constants) -> bool:
    kind = node.op_type
    if kind in _POINTWISE or kind in _ZEROS:
        return True
    if kind in ("Conv", "ConvTranspose"):
        return _convolution(node, constants) is not None and not any(name in timed for name in node.input[1:])
    if kind not in _OF_CHANNELS or (kind != "Concat" and any(name in timed for name in node.input[1:])):
        return False
    if kind != "Slice":
        return bool(_attribute(node, "axis", 0) == 1)
    starts, ends, axes = (
        (constants.values(name) for name in node.input[1:4]) if len(node.input) > 3 else [None] * 3
    )
    steps = constants.values(node.input[4]) if len(node.input) > 4 else [1]
    return axes == [1] or bool(starts == [0] and steps == [1] and ends and ends[0] >= _NO_END)


@dataclass(frozen=True, slots=True)
class _Convolution:
    """How far one reaches, in values of its input before and after, and how many it makes of each."""

    before: int
    after: int
    times: int


def _convolution(node: Node, constants: _Constants) -> _Convolution | None:
    """None for one that is not along time alone, or whose sound is not as long as what it was given."""
    shape = constants.shape(node.input[1])
    if shape is None or len(shape) != 3 or _attribute(node, "auto_pad", b"NOTSET") != b"NOTSET":
        return None
    kernel = shape[2]
    span = (_attribute(node, "dilations", [1])[0]) * (kernel - 1)
    stride = int(_attribute(node, "strides", [1])[0])
    begin, end = _attribute(node, "pads", [0, 0])
    if node.op_type == "Conv":
        fits = stride == 1 and begin + end == span
        return _Convolution(begin, end, 1) if fits else None
    longer = _attribute(node, "output_padding", [0])[0]
    fits = begin + end == span + 1 - stride + longer and _attribute(node, "output_shape", None) is None
    return (
        _Convolution(max(0, span - begin) // stride, (stride - 1 + begin) // stride, stride) if fits else None
    )


def _scales(
    nodes: Sequence[Node], taken: Mapping[str, None], timed: set[str], constants: _Constants
) -> dict[str, int]:
    """Values for each frame, of every timed tensor."""
    scales = dict.fromkeys(taken, 1)
    for node in nodes:
        below = [scales[name] for name in node.input if name in scales]
        if below and any(name in timed for name in node.output):
            found = _convolution(node, constants) if node.op_type == "ConvTranspose" else None
            scales.update(dict.fromkeys(node.output, max(below) * (found.times if found else 1)))
    return scales


def _reaches(
    nodes: Sequence[Node], target: str, scales: Mapping[str, int], constants: _Constants
) -> dict[str, _Reach]:
    """Frames before and after that the target of one frame needs, of every timed tensor."""
    reaches: dict[str, _Reach] = {target: (Fraction(0), Fraction(0))}
    for node in reversed(nodes):
        behind = [reaches[name] for name in node.output if name in reaches]
        if not behind:
            continue
        before, after = (max(one[side] for one in behind) for side in (0, 1))
        for name in node.input:
            if name not in scales:
                continue
            if node.op_type in ("Conv", "ConvTranspose") and (found := _convolution(node, constants)):
                here = (
                    before + Fraction(found.before, scales[name]),
                    after + Fraction(found.after, scales[name]),
                )
            else:
                here = (before, after)
            known = reaches.get(name, here)
            reaches[name] = (max(known[0], here[0]), max(known[1], here[1]))
    return reaches


def _cuts(
    nodes: Sequence[Node],
    taken: Sequence[str],
    timed: set[str],
    scales: Mapping[str, int],
    reaches: Mapping[str, _Reach],
) -> tuple[Cut, ...]:
    """The frontier, then wherever all passes one tensor and the rest needs fewer frames than before."""
    cuts = [Cut("", 1, max(_frames(reaches[name]) for name in taken if name in reaches))]
    for place, node in enumerate(nodes):
        if node.op_type not in ("Conv", "ConvTranspose") or node.input[0] not in scales:
            continue
        name = node.input[0]
        if name in taken or _frames(reaches[name]) >= cuts[-1].reach:
            continue
        if _is_narrow(name, nodes[place:], timed):
            cuts.append(Cut(name, scales[name], _frames(reaches[name])))
    return tuple(cuts)


def _is_narrow(name: str, later: Sequence[Node], timed: set[str]) -> bool:
    """Whether the nodes from its first convolution on take nothing timed but it and what they make of it."""
    known = {name, *(one for node in later for one in node.output)}
    return all(one in known for node in later for one in node.input if one in timed)


def _frames(reach: _Reach) -> int:
    return max(-(-side.numerator // side.denominator) for side in reach)


def _attribute(node: Node, name: str, default: Any) -> Any:
    from onnx import helper

    found: Callable[[Any], Any] = helper.get_attribute_value
    return next((found(one) for one in node.attribute if one.name == name), default)
