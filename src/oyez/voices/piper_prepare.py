"""A voice file made ready to run: fitted, cut in two, tried against the whole, optimised, written.

NAME.onnx -> fit_graph -> halves -> optimise -> try on a few ids -> folder, whole or not at all

Runs in a process of its own that ends with it: onnx and the copies of a model cost 300 MB. A voice that
cannot be cut, or whose halves do not sound as the whole does, is kept whole. Weights lie in files of their
own, which onnxruntime maps instead of reading: a medium voice loads in 0.08 s with 63 MB instead of 0.3 s
with 128.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy
import onnxruntime

from oyez.voices.piper_graph import UnfitModel, fit_graph
from oyez.voices.piper_halves import halves
from oyez.voices.piper_native import FAILURES, Halved, Whole, first_line, options
from oyez.voices.piper_prepared import FIRST, PLAN, STAGE, read_plan

__all__ = ["prepare"]

_LARGEST = 1_000_000_000  # bytes of a voice file; the largest published has 114 million
_NEAR = 1e-4  # of full scale; what is cut right differs by 1e-6
_PARTS = 3  # pieces the trial is made of: one at each end and one between
_SMALL = 1024  # bytes; smaller tensors stay in the graph

_Answer = tuple[dict[str, Any], bytes]


def prepare(request: dict[str, Any]) -> _Answer:
    """Prepare the voice file `voice` into the folder `place`, tried on `ids`, `scales` and `speaker`.

    {"unfit": why} where it is no voice, {"unwritten": why} where the folder cannot be made.
    """
    model, place = Path(request["voice"]), Path(request["place"])
    try:
        if model.stat().st_size > _LARGEST:
            raise UnfitModel(f"it is larger than {_LARGEST:,} bytes, no Piper voice is")
        fitted, durations = fit_graph(model)
    except OSError as error:
        return {"unfit": f"it cannot be opened: {error.strerror}"}, b""
    except UnfitModel as error:
        return {"unfit": str(error)}, b""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=place.parent) as name:
            _write(Path(name), fitted, durations, request)
            shutil.rmtree(place, ignore_errors=True)
            Path(name).rename(place)
            Path(name).mkdir()  # the temporary folder wants to remove one
    except OSError as error:
        if read_plan(place) is not None:  # another process was quicker
            return {}, b""
        return {"unwritten": error.strerror or str(error)}, b""
    except UnfitModel as error:
        return {"unfit": str(error)}, b""
    return {}, b""


def _write(folder: Path, fitted: Any, durations: str | None, request: dict[str, Any]) -> None:
    """The halves, or the whole, and the plan."""
    try:
        whole = Whole(onnxruntime.InferenceSession(fitted.SerializeToString(), options()), durations)
    except FAILURES as error:
        raise UnfitModel(first_line(error)) from error
    for cut in halves(fitted, durations):
        with contextlib.suppress(*FAILURES):  # cut in the wrong place
            _optimise(cut.first, folder / FIRST)
            for index, stage in enumerate(cut.stages):
                _optimise(stage, folder / STAGE.format(index))
            if _sound_alike(whole, Halved.open(folder, cut.plan), request):
                _write_plan(folder, {"halves": cut.plan.plain()})
                return
        for file in folder.iterdir():
            file.unlink()
    try:
        _optimise(fitted, folder / FIRST)
    except FAILURES as error:
        raise UnfitModel(first_line(error)) from error
    _write_plan(folder, {"durations": durations})


def _optimise(model: Any, target: Path) -> None:
    """Write what onnxruntime makes of a graph; nothing in it depends on this machine's processor."""
    wanted = options()
    wanted.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    wanted.optimized_model_filepath = str(target)
    weights = target.with_name(f"{target.name}.weights")
    weights.unlink(missing_ok=True)
    wanted.add_session_config_entry("session.optimized_model_external_initializers_file_name", weights.name)
    wanted.add_session_config_entry(
        "session.optimized_model_external_initializers_min_size_in_bytes", str(_SMALL)
    )
    onnxruntime.InferenceSession(model.SerializeToString(), wanted, providers=["CPUExecutionProvider"])


def _sound_alike(whole: Whole, halved: Halved, request: dict[str, Any]) -> bool:
    given = (request["ids"], request["scales"], request["speaker"])
    expected = numpy.concatenate(list(whole.speak(*given).pieces))
    spoken = halved.speak(*given, pieces=_PARTS)
    made = numpy.concatenate(list(spoken.pieces))
    return made.shape == expected.shape and bool(numpy.abs(made - expected).max() <= _NEAR)


def _write_plan(folder: Path, plan: dict[str, Any]) -> None:
    sizes = {file.name: file.stat().st_size for file in folder.iterdir()}
    (folder / PLAN).write_text(json.dumps({**plan, "sizes": sizes}), "utf-8")
