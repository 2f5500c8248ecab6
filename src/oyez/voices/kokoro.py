"""Engine "kokoro": the voices of Kokoro-82M, with exact word times where its model tells durations.

words -> phrases -> IPA (espeak worker) -> Kokoro's spelling -> ids
      -> PCM and durations (kokoro worker) -> parts

Its files come by `oyez voices import` (kokoro_importing.py); nothing of it is downloaded.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from oyez.errors import BadVoice
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.settings import load_settings
from oyez.timing.durations import spans_by_share, spans_from_durations
from oyez.voices.espeak_ipa import EspeakIpa
from oyez.voices.joining import Piece, parts_from_pieces, speak_sentence
from oyez.voices.kokoro_files import HOP, RATE, KokoroFiles, kokoro_files, list_styles
from oyez.voices.kokoro_phonemes import kokoro_ipa
from oyez.voices.parts import Part, clip_of
from oyez.voices.piper_ids import encode
from oyez.workers.process import RequestFailed, WorkerDied, WorkerProcess

__all__ = ["Kokoro", "KokoroVoice"]

_LOAD_SECONDS = 120.0  # for the model; 330 MB take some seconds
_SAY_SECONDS = (30.0, 0.3)  # at least, and for each id; a busy machine takes half of that
_LONGEST = 200  # characters spoken at once: the model takes 510 symbols, and gets hasty from some 200 on
_LONGEST_WORD = 1_000  # characters
_MOST_IDS = 512  # the model's context: 510 symbols between two ends
_UNPRONOUNCED = 0.2  # seconds of silence where a word could not be spoken
_ESTIMATED = "the times of the words are estimated: this model tells none"
_HINT = "get the model's files again, or choose another voice: oyez voices list"


class Kokoro:
    """Engine "kokoro": none where the folder `kokoro` of the voices folder is missing or not whole."""

    def voices(self) -> Iterator[VoiceInfo]:
        """Every style there is for a language that espeak-ng can pronounce for it."""
        return list_styles(load_settings().voices)

    def load(self, info: VoiceInfo) -> KokoroVoice:
        """The voice; its workers start with the first sentence. Raises BadVoice for missing files."""
        return KokoroVoice(info, kokoro_files(info, load_settings().voices))


class KokoroVoice:
    """One style of the model. A phrase that ends a worker is split until the bad word is found."""

    def __init__(self, info: VoiceInfo, files: KokoroFiles) -> None:
        self._info = info
        self._files = files
        self._ipa = EspeakIpa(files.config.espeak_voice)
        self._model = WorkerProcess("oyez.voices.worker", "kokoro")
        self._is_warm = False
        self._warming = threading.Lock()

    @property
    def info(self) -> VoiceInfo:
        """Name, language, licence, version."""
        return self._info

    def say(self, sentence: Sentence) -> Clip:
        """Speak a sentence; a word that ends the engine is silent and named in the notes."""
        return clip_of(self.stream(sentence))

    def stream(self, sentence: Sentence) -> Iterator[Part]:
        """The same phrase by phrase."""
        self.warm()
        silence = round(_UNPRONOUNCED * RATE)
        return parts_from_pieces(
            speak_sentence(sentence, _LONGEST, self._pieces, silence, self._info.name), RATE
        )

    def warm(self) -> None:
        """Load the model; BadVoice where it cannot be used."""
        with self._warming:
            if not self._is_warm:
                try:
                    self._load()
                except WorkerDied:  # it may have been ended from outside
                    try:
                        self._load()
                    except WorkerDied as error:
                        name = self._files.model.name
                        raise BadVoice(f"{name} ends the program that loads it", _HINT) from error
                self._is_warm = True

    def close(self) -> None:
        """End the workers."""
        self._ipa.close()
        self._model.close()
        self._is_warm = False

    def _load(self) -> None:
        answer, _ = self._model.ask({"do": "load", "model": str(self._files.model)}, _LOAD_SECONDS)
        self._refuse_unfit(answer)

    def _pieces(self, words: Sequence[Word]) -> Iterator[Piece]:
        text = " ".join(word.say.strip() for word in words if word.say.strip())
        if len(text) > _LONGEST_WORD:
            raise RequestFailed("too long for one word")
        config = self._files.config
        said, unused = self._ipa.pronounced(words)
        spelled = [replace(one, ipa=kokoro_ipa(one.ipa, config.language)) for one in said]
        encoded = encode(spelled, [word.mark for word in words], config)
        notes = (*unused, *encoded.notes(words))
        if not any(encoded.places):
            yield Piece("", b"", ((0, 0),) * len(words), notes=notes)
            return
        if len(encoded.ids) > _MOST_IDS:
            raise RequestFailed("too long to be spoken at once")
        durations, sound = self._speak(encoded.ids)
        samples = len(sound) // 2
        if durations and len(durations) == len(encoded.ids) and HOP * sum(durations) == samples:
            yield Piece(text, sound, spans_from_durations(durations, encoded.places, HOP), notes=notes)
        else:
            spans = spans_by_share(len(encoded.ids), encoded.places, samples)
            yield Piece(text, sound, spans, measured=False, notes=(*notes, _ESTIMATED))

    def _speak(self, ids: Sequence[int]) -> tuple[list[int] | None, bytes]:
        least, each = _SAY_SECONDS
        request = {"do": "say", "model": str(self._files.model), "style": str(self._files.style), "ids": ids}
        answer, sound = self._model.ask(request, least + each * len(ids))
        self._refuse_unfit(answer)
        if "error" in answer:
            raise RequestFailed(answer["error"])
        return answer["durations"], sound

    def _refuse_unfit(self, answer: dict[str, Any]) -> None:
        if "unfit" in answer:
            raise BadVoice(f"{self._files.model.name} is no model Oyez can run: {answer['unfit']}", _HINT)
