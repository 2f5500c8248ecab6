"""What words sound like in their sentence, asked of espeak-ng: for neural voices that read its IPA.

words -> text with places -> espeak worker -> clauses, groups -> IPA of each Word
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from oyez.errors import BadVoice
from oyez.model.script import Word
from oyez.voices.espeak_phonemes import PhonemeTable, phoneme_table
from oyez.voices.espeak_text import espeak_text
from oyez.voices.phonemes import Pronounced, pronounce
from oyez.workers.process import WorkerProcess

__all__ = ["EspeakIpa"]

_HINT = "choose another voice: oyez voices list"
_SECONDS = 20.0  # for one phrase; espeak-ng needs milliseconds


class EspeakIpa:
    """One espeak-ng voice as a source of IPA, behind the pipe of a worker of its own.

    `asker` is named, with `hint`, where espeak-ng has no such voice.
    """

    def __init__(self, espeak_voice: str, asker: str = "espeak-ng", hint: str = _HINT) -> None:
        self._voice = espeak_voice
        self._asker, self._hint = asker, hint
        self._worker = WorkerProcess("oyez.voices.worker", "espeak")
        self._alone: dict[str, str] = {}
        self._table: PhonemeTable | None = None

    def start(self) -> None:
        """Let the worker get ready while something else is done."""
        self._worker.start()

    def check(self) -> None:
        """Raises BadVoice where espeak-ng has no such voice."""
        self._ask({"do": "alone", "words": []})

    def pronounced(self, words: Sequence[Word]) -> tuple[list[Pronounced], tuple[str, ...]]:
        """IPA of each word, "" for a silent one, and a note for each whose own phonemes were no use.

        Phonemes that a word brings along go through espeak-ng as well: they come back as it writes them for
        this voice ("oʊ" is "əʊ" in Britain), and fit their neighbours.
        Raises BadVoice where espeak-ng has no such voice, WorkerDied where the words end it.
        """
        given = espeak_text(words, self._phonemes)
        if not given.text:
            return [Pronounced("") for _ in words], given.notes
        answer = self._ask({"do": "phonemes", "text": given.text})
        said = pronounce(given.text, given.places, answer["clauses"], answer["groups"], self._words_alone)
        return said, given.notes

    def close(self) -> None:
        """End the worker; a later question starts it again."""
        self._worker.close()

    def _phonemes(self) -> PhonemeTable:
        if self._table is None:
            self._table = phoneme_table(self._voice, self._words_alone, native=True)
        return self._table

    def _words_alone(self, words: Sequence[str]) -> list[str]:
        unknown = [word for word in words if word not in self._alone]
        if unknown:
            answer = self._ask({"do": "alone", "words": unknown})
            self._alone.update(zip(unknown, answer["words"], strict=True))
        return [self._alone[word] for word in words]

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        answer, _ = self._worker.ask({**request, "voice": self._voice}, _SECONDS)
        if "error" in answer:
            raise BadVoice(f"{self._asker}: {answer['error']}", self._hint)
        return answer
