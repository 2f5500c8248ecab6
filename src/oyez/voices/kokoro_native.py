"""Kokoro on onnxruntime: ids and a style in, PCM and durations out. In the worker only.

model.onnx -> its noise fixed -> session;   ids, style[number of ids] -> waveform, durations -> PCM
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import onnxruntime

from oyez.voices.kokoro_noise import UnfitModel, steady_model
from oyez.voices.piper_native import FAILURES, first_line, options

__all__ = ["KokoroNative"]

_WIDTH = 256  # numbers of a style
_FULL_SCALE = 32767
# The same three inputs under the two names that the published exports give the first of them.
_IDS = ("input_ids", "tokens")
_SOUND = ("waveform", "audio")
_DURATIONS = "durations"

_Answer = tuple[dict[str, Any], bytes]


class KokoroNative:
    """One model; another is loaded as requests name it."""

    def __init__(self) -> None:
        self._path = ""
        self._session: Any = None
        self._ids = self._sound = ""
        self._speed: Any = None
        self._tells = False
        self._styles: dict[str, Any] = {}

    def load(self, request: dict[str, Any]) -> _Answer:
        """Make `model` ready; {"unfit": why} where it is none."""
        try:
            self._use(request["model"])
        except UnfitModel as error:
            return {"unfit": str(error)}, b""
        except FAILURES as error:
            return {"unfit": first_line(error)}, b""
        return {}, b""

    def say(self, request: dict[str, Any]) -> _Answer:
        """Speak `ids` in `style`: {"durations"} (frames for each id, or None) and 16-bit mono PCM."""
        answer, _ = self.load(request)
        if answer:
            return answer, b""
        ids = request["ids"]
        given = {
            self._ids: numpy.array([ids], dtype=numpy.int64),
            "style": self._style(request["style"], len(ids) - 2),
            "speed": self._speed,
        }
        outputs = [self._sound, *([_DURATIONS] if self._tells else [])]
        try:
            sound, *told = self._session.run(outputs, given)
        except FAILURES as error:
            return {"error": first_line(error)}, b""
        wave = sound.reshape(-1).astype(numpy.float32)
        if not numpy.isfinite(wave).all():
            return {"error": "the sound is not made of numbers"}, b""
        durations = [int(frames) for frames in told[0].reshape(-1)] if told else None
        pcm = numpy.rint(wave * _FULL_SCALE).clip(-_FULL_SCALE, _FULL_SCALE).astype("<i2")
        return {"durations": durations}, pcm.tobytes()

    def _style(self, path: str, symbols: int) -> Any:
        """The row for a text of so many symbols, the last one for longer texts."""
        if path not in self._styles:
            self._styles[path] = numpy.fromfile(path, dtype="<f4").reshape(-1, 1, _WIDTH)
        rows = self._styles[path]
        return rows[min(max(symbols - 1, 0), len(rows) - 1)]

    def _use(self, path: str) -> None:
        if path == self._path:
            return
        self._path, self._session = "", None  # the old model's memory goes first
        session = onnxruntime.InferenceSession(
            steady_model(Path(path)), options(), providers=["CPUExecutionProvider"]
        )
        inputs = {one.name: one.type for one in session.get_inputs()}
        outputs = [one.name for one in session.get_outputs()]
        ids = next((name for name in _IDS if name in inputs), "")
        if not ids or set(inputs) != {ids, "style", "speed"}:
            raise UnfitModel(f"it takes {', '.join(sorted(inputs))}: that is not Kokoro")
        self._sound = next((name for name in _SOUND if name in outputs), outputs[0])
        self._speed = numpy.ones(1, dtype=numpy.int32 if "int" in inputs["speed"] else numpy.float32)
        self._tells, self._ids = _DURATIONS in outputs, ids
        self._path, self._session = path, session
