"""The workers of one Piper-format voice, from its file to its sound.

voice file -> prepared halves (made once) -> workers that load them -> ids -> durations, then PCM in pieces
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oyez.errors import BadVoice
from oyez.voices.piper_config import BOS, EOS, PiperConfig
from oyez.voices.piper_files import digest_of
from oyez.voices.piper_prepared import can_be_written, is_whole, prepared_place
from oyez.workers.pool import WorkerPool, cores
from oyez.workers.process import RequestFailed, WorkerDied, WorkerProcess

__all__ = ["PiperSpeaker", "Utterance"]

_PREPARE_SECONDS = 300.0  # for the largest voice; a medium one takes 5 s on a quiet machine
_LOAD_SECONDS = 120.0  # for the model; a large one takes 1 s
_SAY_SECONDS = (
    20.0,
    0.1,
)  # for each answer: at least, and for each id; five times what the slowest voice takes
_STEADY = 0.0  # noise_w: with any other, a sentence takes another time whenever it is spoken
_TRIAL = 40  # symbols a voice is tried on when it is prepared: 2 s
_HINT = "get the voice again, or choose another: oyez voices list"


@dataclass(frozen=True, slots=True)
class Utterance:
    """durations   frames for each id; None where the voice does not tell
    samples        in all
    pieces         16-bit PCM, as it is made; RequestFailed where it breaks off. Take all, or close it
    """

    durations: list[int] | None
    samples: int
    pieces: Iterator[bytes]


class PiperSpeaker:
    """Speaks ids. Safe to use from several threads: as many sentences at a time as there are cores."""

    def __init__(self, model: Path, config: PiperConfig) -> None:
        self._model, self._config = model, config
        self._workers = WorkerPool(cores(), "oyez.voices.worker", "piper")
        self._place = ""
        self._own: tempfile.TemporaryDirectory[str] | None = None  # where the voice's folder takes nothing
        self._preparing = threading.Lock()

    def load(self) -> None:
        """Prepare the voice where that was not done, and load it; BadVoice where it cannot be used."""
        self._prepare()
        answer = self._ask_twice(self._workers, {"do": "load", "place": self._place}, _LOAD_SECONDS)
        if answer:
            self._prepare(anew=True)  # what was prepared may have been cut off or put together otherwise
            answer = self._ask_twice(self._workers, {"do": "load", "place": self._place}, _LOAD_SECONDS)
        self._refuse_unfit(answer)

    def speak(self, ids: Sequence[int]) -> Utterance:
        """The durations now, the sound as it is asked for. Raises RequestFailed, BadVoice."""
        least, each = _SAY_SECONDS
        seconds = least + each * len(ids)
        request = {"do": "say", "place": self._place, **self._manner(ids)}
        # Somebody cleared it away; a worker that starts now needs it. A voice that was removed speaks on.
        if not is_whole(Path(self._place)) and self._model.is_file():
            self.load()
            request["place"] = self._place
        answers = self._workers.stream(request, seconds)
        first = self._first(answers)
        return Utterance(first["durations"], first["samples"], self._pieces(answers, request, seconds))

    def close(self) -> None:
        """End the workers."""
        self._workers.close()
        if self._own is not None:
            self._own.cleanup()
            self._own = None

    def _pieces(
        self, answers: Iterator[tuple[dict[str, Any], bytes]], request: dict[str, Any], seconds: float
    ) -> Iterator[bytes]:
        """The PCM that follows the first answer. Where a worker dies, another goes on at the same sample."""
        given = 0  # bytes
        try:
            for head, pcm in answers:
                _require_sound(head)
                given += len(pcm)
                yield pcm
            return
        except WorkerDied:
            answers = self._workers.stream(request, seconds)
            self._first(answers)
        for head, pcm in answers:
            _require_sound(head)
            rest = pcm[max(0, given) :]  # the same ids give the same bytes
            given -= len(pcm)
            if rest:
                yield rest

    def _first(self, answers: Iterator[tuple[dict[str, Any], bytes]]) -> dict[str, Any]:
        answer, _ = next(answers)
        self._refuse_unfit(answer)
        _require_sound(answer)
        return answer

    def _prepare(self, *, anew: bool = False) -> None:
        """See that the halves are there: beside the voice, else in a folder of our own."""
        with self._preparing:
            digest = digest_of(self._model)
            if digest is None:
                raise BadVoice(f"the file {self._model.name} is gone", _HINT)
            place = prepared_place(self._model, digest)
            if self._own is None and (anew or not is_whole(place)):
                unwritten = not can_be_written(self._model.parent) or "unwritten" in self._made(place)
                if unwritten:
                    self._own = tempfile.TemporaryDirectory(prefix="oyez-voice-", ignore_cleanup_errors=True)
            if self._own is not None:
                place = prepared_place(Path(self._own.name) / self._model.name, digest)
                if (anew or not is_whole(place)) and (why := self._made(place).get("unwritten")):
                    raise BadVoice(f"{self._model.name} cannot be prepared: {why}", "make room on the disk")
            self._place = str(place)

    def _made(self, place: Path) -> dict[str, Any]:
        """The answer of a process that prepares the voice there, and ends."""
        known = list(self._config.ids.values())[:_TRIAL]
        trial = [*self._config.ids[BOS], *(one for ids in known for one in ids), *self._config.ids[EOS]]
        request = {"do": "prepare", "voice": str(self._model), "place": str(place), **self._manner(trial)}
        worker = WorkerProcess("oyez.voices.worker", "prepare")
        try:
            answer = self._ask_twice(worker, request, _PREPARE_SECONDS)
        finally:
            worker.close()
        self._refuse_unfit(answer)
        return answer

    def _ask_twice(
        self, worker: WorkerProcess | WorkerPool, request: dict[str, Any], seconds: float
    ) -> dict[str, Any]:
        try:
            return worker.ask(request, seconds)[0]
        except WorkerDied:  # it may have been ended from outside
            try:
                return worker.ask(request, seconds)[0]
            except WorkerDied as error:
                raise BadVoice(f"{self._model.name} ends the program that loads it", _HINT) from error

    def _manner(self, ids: Sequence[int]) -> dict[str, Any]:
        scales = [self._config.noise_scale, self._config.length_scale, _STEADY]
        return {"ids": ids, "scales": scales, "speaker": self._config.speaker}

    def _refuse_unfit(self, answer: dict[str, Any]) -> None:
        if "unfit" in answer:
            raise BadVoice(f"{self._model.name} is no voice Oyez can run: {answer['unfit']}", _HINT)


def _require_sound(answer: dict[str, Any]) -> None:
    if "error" in answer:
        raise RequestFailed(answer["error"])
