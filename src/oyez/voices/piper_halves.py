"""A fitted graph cut in parts: what reads the ids, once a sentence, and what makes sound of a run of frames.

first    ids -> durations, and what the stages take, whole
flow     a run of frames -> the decoder's input for them; not every voice has one that can be run so
decoder  a run of frames of that -> sound

Both stages drop context as soon as nothing behind needs it: most of a decoder's work lies behind its last
cuts, where two frames do instead of eleven.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from oyez.voices.piper_blocks import as_pictures
from oyez.voices.piper_local import LocalPart, decoder_input, local_part, sound_of

__all__ = ["Halves", "Plan", "Stage", "halves", "trims"]

_BEGIN, _END = "oyez_begin_{}", "oyez_end_{}"  # inputs of a stage: where each cut is trimmed
_TIME_AXIS = "oyez_last_axis"


@dataclass(frozen=True, slots=True)
class Stage:
    """How a stage is run.

    timed    tensors of which it takes a run, time being their last axis
    fixed    tensors it takes as they are
    target   the tensor it makes
    cuts     (values a frame, frames of context) where it begins, and at every cut behind that
    hop      values of the target for each frame
    """

    timed: tuple[str, ...]
    fixed: tuple[str, ...]
    target: str
    cuts: tuple[tuple[int, int], ...]
    hop: int

    @property
    def reach(self) -> int:
        """Frames of context on both sides."""
        return self.cuts[0][1]


@dataclass(frozen=True, slots=True)
class Plan:
    """How a voice in parts is run.

    durations   output of the first part, frames for each id
    made        what else the first part makes
    stages      the decoder, with a flow before it or without; each takes of what was made before it
    """

    durations: str
    made: tuple[str, ...]
    stages: tuple[Stage, ...]

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Plan:
        """From JSON that this module wrote."""
        stages = tuple(
            Stage(
                tuple(one["timed"]),
                tuple(one["fixed"]),
                one["target"],
                tuple((per_frame, reach) for per_frame, reach in one["cuts"]),
                one["hop"],
            )
            for one in plain["stages"]
        )
        return cls(plain["durations"], tuple(plain["made"]), stages)


@dataclass(frozen=True, slots=True)
class Halves:
    """Models, onnx.ModelProto, one for each stage, and how to run them."""

    first: Any
    stages: tuple[Any, ...]
    plan: Plan


def halves(model: Any, durations: str | None) -> Iterator[Halves]:
    """Ways to cut a fitted onnx.ModelProto, the best first: in front of its flow, then behind it; the
    decoder's convolutions as they run quickest, then as they are.

    Nothing is certain of a graph that came from anywhere: they are to be tried against the whole.
    """
    place = decoder_input(model.graph)
    if durations is None or place is None:  # without durations nobody knows how many frames there are
        return
    decoder = local_part(model.graph, sound_of(model.graph), place)
    if decoder is None or decoder.timed != (place,):
        return
    flow = local_part(model.graph, place)
    for parts in ((flow, decoder), (decoder,)) if flow else ((decoder,),):
        cut = _cut(model, durations, [part for part in parts if part])
        quicker = as_pictures(cut.stages[-1], _TIME_AXIS)
        if quicker is not None:
            yield replace(cut, stages=(*cut.stages[:-1], quicker))
        yield cut


def trims(stage: Stage, begin: int, end: int, frames: int) -> tuple[tuple[int, int], dict[str, int], int]:
    """To make frames begin:end of so many: which frames to give, where to trim, values to drop in front.

    >>> trims(Stage(("z",), (), "sound", ((1, 11), (8, 2)), 256), 20, 40, 100)
    ((9, 51), {'oyez_begin_1': 72, 'oyez_end_1': 264}, 512)
    """
    low, high = _around(begin, end, stage.reach, frames)
    given, places = (low, high), {}
    for index, (per_frame, reach) in enumerate(stage.cuts[1:], 1):
        inner = _around(begin, end, reach, frames)
        places[_BEGIN.format(index)] = (inner[0] - low) * per_frame
        places[_END.format(index)] = (inner[1] - low) * per_frame
        low = inner[0]
    return given, places, (begin - low) * stage.hop


def _cut(model: Any, durations: str, parts: Sequence[LocalPart]) -> Halves:
    targets = {part.target for part in parts}
    wanted = [name for part in parts for name in (*part.timed, *part.fixed) if name not in targets]
    made = tuple(dict.fromkeys(wanted))
    first = _part(model, _needed(model.graph, (durations, *made)), model.graph.input, (durations, *made))
    stages = tuple(
        Stage(
            part.timed,
            part.fixed,
            part.target,
            tuple((cut.per_frame, cut.reach) for cut in part.cuts),
            part.hop,
        )
        for part in parts
    )
    return Halves(first, tuple(_stage(model, part) for part in parts), Plan(durations, made, stages))


def _around(begin: int, end: int, reach: int, frames: int) -> tuple[int, int]:
    return max(0, begin - reach), min(frames, end + reach)


def _stage(model: Any, part: LocalPart) -> Any:
    """A local part, with a Slice at every cut but the first."""
    import numpy
    from onnx import NodeProto, TensorProto, helper, numpy_helper

    info = helper.make_tensor_value_info
    cuts = {cut.tensor: (index, cut) for index, cut in enumerate(part.cuts) if cut.tensor}
    inputs = [info(name, TensorProto.FLOAT, None) for name in (*part.timed, *part.fixed)]
    inputs += [
        info(name.format(index), TensorProto.INT64, [1])
        for index, _ in cuts.values()
        for name in (_BEGIN, _END)
    ]
    nodes: list[Any] = []
    trimmed: dict[str, str] = {}
    for node in part.nodes:
        name = node.input[0] if node.input else ""
        if node.op_type in ("Conv", "ConvTranspose") and name in cuts and name not in trimmed:
            index = cuts[name][0]
            trimmed[name] = f"oyez_trimmed_{index}"
            places = [_BEGIN.format(index), _END.format(index), _TIME_AXIS]
            nodes.append(helper.make_node("Slice", [name, *places], [trimmed[name]]))
        copy = NodeProto()
        copy.CopyFrom(node)
        copy.input[:] = [trimmed.get(one, one) for one in node.input]
        nodes.append(copy)
    axis = numpy_helper.from_array(numpy.array([2], dtype=numpy.int64), _TIME_AXIS)
    return _part(model, nodes, inputs, (part.target,), (axis,))


def _needed(graph: Any, outputs: Sequence[str]) -> list[Any]:
    """The nodes that make these tensors, in order."""
    makers = {name: node for node in graph.node for name in node.output}
    todo, found = list(outputs), set()
    while todo:
        node = makers.get(todo.pop())
        if node is not None and id(node) not in found:
            found.add(id(node))
            todo += _taken(node)
    return [node for node in graph.node if id(node) in found]


def _taken(node: Any) -> list[str]:
    """What a node takes, and what the graphs within it take from around them."""
    within = [
        name
        for attribute in node.attribute
        if attribute.HasField("g")
        for inner in attribute.g.node
        for name in _taken(inner)
    ]
    return [*node.input, *within]


def _part(
    model: Any, nodes: Sequence[Any], inputs: Sequence[Any], outputs: Sequence[str], more: Sequence[Any] = ()
) -> Any:
    from onnx import TensorProto, helper

    taken = {name for node in nodes for name in _taken(node)}
    weights = [one for one in model.graph.initializer if one.name in taken]
    known = {one.name: one for one in (*model.graph.output, *model.graph.value_info)}
    told = [
        known.get(name) or helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs
    ]
    graph = helper.make_graph(list(nodes), model.graph.name or "voice", list(inputs), told, [*weights, *more])
    return helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)
