"""Engine "piper": any Piper-format voice (VITS in ONNX), exact word times from its own durations.

    words -> phrases -> IPA (espeak worker) -> ids -> durations, PCM in pieces (piper workers) -> parts

espeak-ng, under the GPL, stays behind the pipe of its own worker; the piper workers hold none of it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from oyez.errors import BadVoice, VoiceNotFound
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.settings import load_settings
from oyez.timing.durations import spans_by_share, spans_from_durations
from oyez.voices.espeak_ipa import EspeakIpa
from oyez.voices.espeak_text import unused_notes
from oyez.voices.joining import Piece, parts_from_pieces, speak_sentence
from oyez.voices.parts import Part, clip_of
from oyez.voices.phonemes import Pronounced
from oyez.voices.piper_config import PiperConfig, parse_config, read_description
from oyez.voices.piper_files import PREFIX, SUFFIX, describe, list_voices, model_path
from oyez.voices.piper_ids import encode
from oyez.voices.piper_speaker import PiperSpeaker
from oyez.workers.process import RequestFailed

__all__ = ["Piper", "PiperVoice", "check_voice"]

_LONGEST = 320  # characters spoken at once, 20 s: what is in front of the decoder grows with them
_LONGEST_WORD = 2_000  # characters
_MOST_IDS = 1_500  # spoken at once, 50 s; figures may say much with few characters
_UNPRONOUNCED = 0.2  # seconds of silence where a word could not be spoken
_HINT = "get the voice again, or choose another: oyez voices list"


class Piper:
    """Engine "piper": the voices of the voices folder, and voice files by path."""

    def voices(self) -> Iterator[VoiceInfo]:
        """Every voice of the folder, as "piper:NAME"; opens no model."""
        return list_voices(load_settings().voices)

    def find(self, name: str) -> VoiceInfo | None:
        """A path to NAME.onnx, or a name of the folder that was not listed; None for all others.

        Raises BadVoice where the file or its description is broken, VoiceNotFound for a path to nothing.
        """
        path = model_path(name, load_settings().voices)
        if path is not None:
            return describe(path, f"{PREFIX}{path}" if name.endswith(SUFFIX) else f"{PREFIX}{path.stem}")
        if name.endswith(SUFFIX):
            raise VoiceNotFound(
                f"there is no voice file {name!r}", "give the path of a .onnx file that exists"
            )
        return None

    def load(self, info: VoiceInfo) -> PiperVoice:
        """The voice; its workers start with the first sentence. Raises BadVoice for a bad description."""
        path = model_path(info.name, load_settings().voices)
        if path is None:
            raise BadVoice(f"the file of the voice {info.name!r} is gone", _HINT)
        return PiperVoice(info, path)


def check_voice(file: Path) -> None:
    """Load a voice file as it would be for speaking; BadVoice says why it cannot be used."""
    voice = PiperVoice(describe(file, f"{PREFIX}{file.stem}"), file)
    try:
        voice.warm()
    finally:
        voice.close()


class PiperVoice:
    """One Piper-format voice. A phrase that ends a worker is split until the bad word is found."""

    def __init__(self, info: VoiceInfo, model: Path) -> None:
        self._info = info
        self._model = model
        self._config: PiperConfig = parse_config(read_description(model), f"{model.name}.json")
        self._ipa = EspeakIpa(self._config.espeak_voice, model.name, _HINT)
        self._speaker = PiperSpeaker(model, self._config)
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
        """The same in parts: the times of at most 20 s of words, then their sound in pieces, and so on."""
        self.warm()
        rate = self._config.sample_rate
        silence = round(_UNPRONOUNCED * rate)
        return parts_from_pieces(
            speak_sentence(sentence, _LONGEST, self._pieces, silence, self._info.name), rate
        )

    def warm(self) -> None:
        """Start the workers and load the model; BadVoice where the voice cannot be used."""
        with self._warming:
            if self._is_warm:
                return
            if self._config.phonemes == "espeak":
                self._ipa.start()  # it gets ready while the model is loaded
            self._speaker.load()
            if self._config.phonemes == "espeak":
                self._ipa.check()
            self._is_warm = True

    def close(self) -> None:
        """End the workers."""
        self._ipa.close()
        self._speaker.close()
        self._is_warm = False

    def _pieces(self, words: Sequence[Word]) -> Iterator[Piece]:
        text = " ".join(word.say.strip() for word in words if word.say.strip())
        if len(text) > _LONGEST_WORD:
            raise RequestFailed("too long for one word")
        pronounced, unused = self._pronounce(words)
        encoded = encode(pronounced, [word.mark for word in words], self._config)
        notes = (*unused, *encoded.notes(words))
        if not any(encoded.places):
            yield Piece("", b"", ((0, 0),) * len(words), notes=notes)
            return
        if len(encoded.ids) > _MOST_IDS:
            raise RequestFailed("too long to be spoken at once")
        utterance = self._speaker.speak(encoded.ids)
        durations, samples, hop = utterance.durations, utterance.samples, self._config.hop
        measured = bool(durations and len(durations) == len(encoded.ids) and hop * sum(durations) == samples)
        if durations and measured:
            spans = spans_from_durations(durations, encoded.places, hop)
        else:
            spans = spans_by_share(len(encoded.ids), encoded.places, samples)
        yield Piece(
            text, b"", spans, measured=measured, notes=notes, following=utterance.pieces, later=samples
        )

    def _pronounce(self, words: Sequence[Word]) -> tuple[list[Pronounced], tuple[str, ...]]:
        """What each word sounds like, and notes."""
        if self._config.phonemes == "text":
            return [Pronounced(word.say.strip()) for word in words], unused_notes(words)
        return self._ipa.pronounced(words)
