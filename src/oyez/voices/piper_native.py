"""A prepared Piper-format voice on onnxruntime: ids in; durations, then PCM in pieces. In the worker only.

ids -> first part -> durations, frames -> 12 of them, 24, 48, 48 ... -> flow, decoder -> PCM

One thread, no spinning, no arena, no memory pattern: a busy machine loses nothing to it. Pieces keep memory
flat, and are quicker than a whole sentence, because what they work on stays in the processor's cache: the
nano voice takes 350 ms for 8.6 s of sound instead of 440.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from oyez.voices.piper_graph import UnfitModel
from oyez.voices.piper_halves import Plan, Stage, trims
from oyez.voices.piper_prepared import FIRST, STAGE, read_plan

__all__ = ["FAILURES", "Halved", "PiperNative", "Spoken", "Whole", "first_line", "options"]

_FULL_SCALE = 32767  # VITS ends in tanh: one gain for every sentence of every voice, and nothing clips
_INPUTS = {"input", "input_lengths", "scales"}
_SPEAKER = "sid"  # a further input of voices with several speakers
_FIRST_PIECES = (12, 24)  # frames: 0.14 s are there after 2 ms of a nano decoder, 12 ms of a medium one
_FLOW = 192  # frames a flow is run on at once, the first time as many as the first piece needs
_PIECE = 48  # frames, of those that follow: 0.56 s; larger ones are no quicker, and take more memory

_Answer = tuple[dict[str, Any], bytes]
_Samples = Any  # numpy float32, shape (samples,)

# onnxruntime's errors share no class of their own.
FAILURES = (
    failures.EPFail,
    failures.Fail,
    failures.InvalidArgument,
    failures.InvalidGraph,
    failures.InvalidProtobuf,
    failures.NoModel,
    failures.NoSuchFile,
    failures.NotImplemented,
    failures.RuntimeException,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """durations   frames for each id; None where the voice does not tell
    samples        in all
    pieces         the sound, each made when it is asked for
    """

    durations: list[int] | None
    samples: int
    pieces: Iterator[_Samples]


class _Voice(Protocol):
    def speak(self, ids: Sequence[int], scales: Sequence[float], speaker: int) -> Spoken:
        """Speak ids."""


class PiperNative:
    """One voice; another is loaded as requests name it."""

    def __init__(self) -> None:
        self._place = ""
        self._voice: _Voice | None = None

    def load(self, request: dict[str, Any]) -> _Answer:
        """Make the prepared voice in the folder `place` ready; {"unfit": why} where there is none."""
        try:
            self._use(request["place"])
        except FAILURES as error:
            return {"unfit": first_line(error)}, b""
        except UnfitModel as error:
            return {"unfit": str(error)}, b""
        return {}, b""

    def say(self, request: dict[str, Any]) -> Generator[_Answer, None, None]:
        """Speak `ids`: first {"durations", "samples"}, then 16-bit mono PCM; {"error": why} ends it."""
        answer, _ = self.load(request)
        if answer or self._voice is None:
            yield answer, b""
            return
        try:
            spoken = self._voice.speak(request["ids"], request["scales"], request["speaker"])
            yield {"durations": spoken.durations, "samples": spoken.samples}, b""
            for piece in spoken.pieces:
                if not numpy.isfinite(piece).all():
                    yield {"error": "the sound is not made of numbers"}, b""
                    return
                levels = numpy.rint(piece * _FULL_SCALE).clip(-_FULL_SCALE, _FULL_SCALE)
                yield {}, levels.astype("<i2").tobytes()
        except FAILURES as error:
            yield {"error": first_line(error)}, b""

    def _use(self, place: str) -> None:
        if place == self._place:
            return
        self._place, self._voice = "", None  # the old voice's memory goes first
        plan = read_plan(Path(place))
        if plan is None:
            raise UnfitModel("what was prepared of it is gone")
        if "halves" in plan:
            self._voice = Halved.open(Path(place), Plan.of(plan["halves"]))
        else:
            self._voice = Whole(_session(Path(place) / FIRST), plan["durations"])
        self._place = place


class Whole:
    """A voice that speaks a sentence at once: it could not be cut."""

    def __init__(self, session: Any, durations: str | None) -> None:
        self._session = session
        self._outputs = [session.get_outputs()[0].name, *([durations] if durations else [])]
        self._speaks_as = _speaker_of(session)

    def speak(self, ids: Sequence[int], scales: Sequence[float], speaker: int) -> Spoken:
        """The sound is one piece."""
        sound, *rest = self._session.run(self._outputs, _given(ids, scales, speaker, self._speaks_as))
        durations = [int(frames) for frames in rest[0].reshape(-1)] if rest else None
        return Spoken(durations, sound.size, iter((sound.reshape(-1),)))


class Halved:
    """A voice whose sound is made in pieces."""

    def __init__(self, first: Any, stages: Sequence[Any], plan: Plan) -> None:
        self._first, self._stages, self._plan = first, stages, plan
        self._speaks_as = _speaker_of(first)

    @classmethod
    def open(cls, folder: Path, plan: Plan) -> Halved:
        """From the prepared files in a folder."""
        stages = [_session(folder / STAGE.format(index)) for index in range(len(plan.stages))]
        return cls(_session(folder / FIRST), stages, plan)

    def speak(
        self,
        ids: Sequence[int],
        scales: Sequence[float],
        speaker: int,
        pieces: int | None = None,
    ) -> Spoken:
        """Every piece has the same bytes whenever it is made. For a trial there are so many `pieces`."""
        plan = self._plan
        names = list(dict.fromkeys((plan.durations, *plan.made)))
        made = self._first.run(names, _given(ids, scales, speaker, self._speaks_as))
        tensors = dict(zip(names, made, strict=True))
        durations = [int(frames) for frames in tensors[plan.durations].reshape(-1)]
        frames = max(tensors[name].shape[-1] for name in plan.stages[0].timed)
        ends = (
            _ends(frames, _FIRST_PIECES, _PIECE)
            if pieces is None
            else _ends(frames, (), -(-frames // pieces))
        )
        return Spoken(durations, frames * plan.stages[-1].hop, self._pieces(tensors, frames, ends))

    def _pieces(self, tensors: dict[str, Any], frames: int, ends: Sequence[int]) -> Iterator[_Samples]:
        *flows, decoder = self._plan.stages
        begin, ready = 0, 0 if flows else frames
        for end in ends:
            needed = min(frames, end + decoder.reach)
            while ready < needed:
                upto = min(frames, max(needed, ready + _FLOW)) if ready else needed
                made = self._run(0, tensors, ready, upto, frames)
                whole = tensors.setdefault(
                    flows[0].target, numpy.empty((*made.shape[:-1], frames), made.dtype)
                )
                whole[..., ready:upto] = made
                ready = upto
            yield self._run(len(flows), tensors, begin, end, frames).reshape(-1)
            begin = end

    def _run(self, index: int, tensors: dict[str, Any], begin: int, end: int, frames: int) -> Any:
        """What a stage makes of the frames begin:end."""
        stage: Stage = self._plan.stages[index]
        (low, high), places, dropped = trims(stage, begin, end, frames)
        given = {name: numpy.ascontiguousarray(tensors[name][..., low:high]) for name in stage.timed}
        given |= {name: tensors[name] for name in stage.fixed}
        given |= {name: numpy.array([place], dtype=numpy.int64) for name, place in places.items()}
        made = self._stages[index].run(None, given)[0]
        return made[..., dropped : dropped + (end - begin) * stage.hop]


def _ends(frames: int, lengths: Sequence[int], length: int) -> list[int]:
    """Where pieces end, in frames: the first have these `lengths`, all others that `length`.

    >>> _ends(100, (12, 24), 48)
    [12, 36, 84, 100]
    """
    ends, end = [], 0
    first = iter(lengths)
    while end < frames:
        end = min(frames, end + next(first, length))
        ends.append(end)
    return ends


def _given(ids: Sequence[int], scales: Sequence[float], speaker: int, speaks_as: bool) -> dict[str, Any]:
    given = {
        "input": numpy.array([ids], dtype=numpy.int64),
        "input_lengths": numpy.array([len(ids)], dtype=numpy.int64),
        "scales": numpy.array(scales, dtype=numpy.float32),
    }
    return given | {_SPEAKER: numpy.array([speaker], dtype=numpy.int64)} if speaks_as else given


def _speaker_of(session: Any) -> bool:
    """Whether it takes a speaker; raises where it takes what no Piper voice does."""
    inputs = {one.name for one in session.get_inputs()}
    if not inputs >= _INPUTS or inputs - _INPUTS - {_SPEAKER}:
        raise UnfitModel(f"it takes {', '.join(sorted(inputs))}, no Piper voice does")
    return _SPEAKER in inputs


def _session(model: Path) -> Any:
    """A session on a graph that was optimised before, but for what depends on this processor: the layout."""
    wanted = options()
    wanted.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    return onnxruntime.InferenceSession(str(model), wanted, providers=["CPUExecutionProvider"])


def options() -> Any:
    """One thread, and memory that falls back after every run."""
    wanted = onnxruntime.SessionOptions()
    wanted.intra_op_num_threads = 1
    wanted.inter_op_num_threads = 1
    wanted.enable_cpu_mem_arena = False
    wanted.enable_mem_pattern = False
    wanted.log_severity_level = 4
    wanted.add_session_config_entry("session.intra_op.allow_spinning", "0")
    wanted.add_session_config_entry("session.inter_op.allow_spinning", "0")
    return wanted


def first_line(error: Exception) -> str:
    """What onnxruntime says, without where in its source it says it."""
    return str(error).strip().partition("\n")[0][:300]
