"""A Piper-format voice on onnxruntime: ids in, PCM and durations out. Runs in the worker only.

One session, one thread, no spinning, no arena, no memory pattern: a busy machine loses nothing to it, and
memory falls back after every sentence. The nano voice takes 65 MB and 17 MB for each second spoken at once;
with pattern it keeps what the longest sentence took.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from oyez.voices.piper_graph import DURATIONS, UnfitModel, fit_graph, is_fit

__all__ = ["PiperNative"]

_FULL_SCALE = 32767  # VITS ends in tanh: one gain for every sentence of every voice, and nothing clips
_LARGEST = 1_000_000_000  # bytes of a voice file; the largest published has 114 million
_INPUTS = {"input", "input_lengths", "scales"}
_SPEAKER = "sid"  # a further input of voices with several speakers

_Answer = tuple[dict[str, Any], bytes]

# onnxruntime's errors share no class of their own.
_FAILURES = (
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


class PiperNative:
    """One voice; another is loaded as requests name it."""

    def __init__(self) -> None:
        self._path = ""
        self._session: Any = None
        self._durations: str | None = None

    def load(self, request: dict[str, Any]) -> _Answer:
        """Make the voice file `voice` ready; {"unfit": why} where it is none."""
        try:
            self._use(request["voice"])
        except UnfitModel as error:
            return {"unfit": str(error)}, b""
        return {"durations": self._durations}, b""

    def say(self, request: dict[str, Any]) -> _Answer:
        """Speak `ids`: 16-bit mono PCM, and hops per id (None where the voice does not tell)."""
        answer, _ = self.load(request)
        if "unfit" in answer:
            return answer, b""
        ids = numpy.array([request["ids"]], dtype=numpy.int64)
        given = {
            "input": ids,
            "input_lengths": numpy.array([ids.shape[1]], dtype=numpy.int64),
            "scales": numpy.array(request["scales"], dtype=numpy.float32),
        }
        if any(one.name == _SPEAKER for one in self._session.get_inputs()):
            given[_SPEAKER] = numpy.array([request["speaker"]], dtype=numpy.int64)
        wanted = [self._session.get_outputs()[0].name, *([self._durations] if self._durations else [])]
        try:
            sound, *rest = self._session.run(wanted, given)
        except _FAILURES as error:
            return {"error": _first_line(error)}, b""
        if not numpy.isfinite(sound).all():
            return {"error": "the sound is not made of numbers"}, b""
        levels = numpy.rint(sound.reshape(-1) * _FULL_SCALE)
        pcm = levels.clip(-_FULL_SCALE, _FULL_SCALE).astype("<i2").tobytes()
        durations = [int(hops) for hops in rest[0].reshape(-1)] if rest else None
        return {"durations": durations}, pcm

    def _use(self, path: str) -> None:
        if path == self._path:
            return
        self._path, self._session = "", None  # the old voice's memory goes first
        try:
            if Path(path).stat().st_size > _LARGEST:
                raise UnfitModel(f"it is larger than {_LARGEST:,} bytes, no Piper voice is")
            session, durations = _open(Path(path))
        except OSError as error:
            raise UnfitModel(f"it cannot be opened: {error.strerror}") from error
        except _FAILURES as error:
            raise UnfitModel(_first_line(error)) from error
        inputs = {one.name for one in session.get_inputs()}
        if not inputs >= _INPUTS or inputs - _INPUTS - {_SPEAKER}:
            raise UnfitModel(f"it takes {', '.join(sorted(inputs))}, no Piper voice does")
        self._path, self._session, self._durations = path, session, durations


def _open(path: Path) -> tuple[Any, str | None]:
    """A session, and the name of its output that holds durations, if any."""
    if is_fit(path):
        session = _session(str(path))
        if any(one.name == DURATIONS for one in session.get_outputs()):
            return session, DURATIONS
    model, durations = fit_graph(path)
    return _session(model), durations


def _session(model: str | bytes) -> Any:
    return onnxruntime.InferenceSession(model, _options(), providers=["CPUExecutionProvider"])


def _options() -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    options.log_severity_level = 4
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    return options


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:300]
