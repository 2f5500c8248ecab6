"""The embedded default: espeak-ng, every language it has, exact word times from its own events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from oyez.errors import SynthesisError
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.timing.onsets import Event, spans_from_events, spans_of_words
from oyez.voices.espeak_phonemes import PhonemeTable, phoneme_table
from oyez.voices.espeak_text import ESPEAK_VERSION, espeak_text
from oyez.voices.joining import Piece, clip_from_pieces, speak_in_pieces
from oyez.workers.process import WorkerDied, WorkerProcess

__all__ = ["Espeak", "EspeakVoice"]

_LICENCE = "GPL-3.0-or-later (the engine; what it speaks is yours)"
_SECONDS = 20.0  # for one sentence; espeak-ng needs milliseconds
_RATE = 22050  # frames a second of every espeak-ng voice
_UNPRONOUNCED = 0.2  # seconds of silence where a word could not be spoken
_KANJI = re.compile(r"[\u4e00-\u9fff]")
_NO_KANJI = (
    "espeak-ng cannot read kanji and names each as a Chinese letter; choose another voice with --voice"
)
_TOKEN = re.compile(r"\S+")
_DICTIONARY = re.compile(r"^dictionary\s+(\S+)", re.MULTILINE)
_LINE = re.compile(r"^(name|language)\s+(\S.*?)\s*$", re.MULTILINE)
_PLAIN_ENGLISH = "en-us"  # for pages that only say "en"


class Espeak:
    """Engine "espeak"."""

    def voices(self) -> Iterable[VoiceInfo]:
        """One voice per language file of espeak-ng, read without starting the engine."""
        return [info for info, _ in _listed().values()]

    def load(self, info: VoiceInfo) -> EspeakVoice:
        """The voice; its worker starts with the first sentence."""
        return EspeakVoice(info, _listed()[info.name][1])


@cache
def _listed() -> dict[str, tuple[VoiceInfo, str]]:
    """By name: each voice, and what espeak-ng itself calls it: its file, not always its language."""
    import espeakng_loader

    data = Path(espeakng_loader.get_data_path())
    found: dict[str, tuple[VoiceInfo, str]] = {}
    for path in sorted((data / "lang").rglob("*")):
        if path.is_file() and _has_dictionary(path, data):
            info = _info(path)
            found.setdefault(info.name, (info, path.name))
    return found


def _has_dictionary(path: Path, data: Path) -> bool:
    """Some languages are listed in the package, but what they need was left out of it."""
    named = _DICTIONARY.search(path.read_text("utf-8", "replace"))
    code = named[1] if named else path.name.split("-", maxsplit=1)[0].lower()
    return (data / f"{code}_dict").is_file()


def _info(path: Path) -> VoiceInfo:
    lines = _LINE.findall(path.read_text("utf-8", "replace"))
    label = next((value for key, value in lines if key == "name"), path.name)
    languages = [value.split()[0].lower() for key, value in lines if key == "language"]
    code = languages[0] if languages else path.name.lower()
    # A number behind a language is a rank among several voices for it: "fr 8" is not what "fr" means.
    ranked = {value.split()[0].lower() for key, value in lines if key == "language" and " " in value}
    aliases = [f"espeak:{language}" for language in languages[1:] if language not in ranked]
    if code == _PLAIN_ENGLISH:
        aliases = ["espeak", "espeak:en", *aliases]
    return VoiceInfo(
        name=f"espeak:{code}",
        engine="espeak",
        language=code,
        label=label,
        licence=_LICENCE,
        version=f"espeak-ng {ESPEAK_VERSION}",
        aliases=tuple(aliases),
    )


def _tokens(text: str, place: tuple[int, int]) -> list[tuple[int, int]]:
    return [match.span() for match in _TOKEN.finditer(text, *place)]


class EspeakVoice:
    """One espeak-ng voice. A sentence that ends the engine is split until the bad piece is found."""

    def __init__(self, info: VoiceInfo, own_name: str) -> None:
        self._info = info
        self._own_name = own_name
        self._worker = WorkerProcess("oyez.voices.worker", "espeak")
        self._counts: dict[str, int] = {}
        self._table: PhonemeTable | None = None

    @property
    def info(self) -> VoiceInfo:
        """Name, language, licence, version."""
        return self._info

    def say(self, sentence: Sentence) -> Clip:
        """Speak a sentence; words that espeak-ng cannot survive are silent and named in the notes."""
        pieces = list(speak_in_pieces(sentence.words, self._piece, round(_UNPRONOUNCED * _RATE)))
        if sentence.said and all(piece.skipped for piece in pieces if piece.text):
            self._require_life(sentence)
        clip = clip_from_pieces(pieces, _RATE)
        if self._own_name == "ja" and _KANJI.search(sentence.said):
            clip = replace(clip, notes=(*clip.notes, _NO_KANJI))
        return clip

    def _require_life(self, sentence: Sentence) -> None:
        """Tell a sentence that nobody could speak from an engine that speaks nothing at all."""
        try:
            self._worker.ask({"do": "say", "voice": self._own_name, "text": "a"}, _SECONDS)
        except WorkerDied as error:
            hint = "see what fails: oyez check"
            raise SynthesisError("espeak-ng does not run here", hint, sentence.said) from error

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def _piece(self, words: Sequence[Word]) -> Piece:
        given = espeak_text(words, self._phonemes)
        text, places = given.text, given.places
        if not text:
            return Piece("", b"", ((0, 0),) * len(words))
        request = {"do": "say", "voice": self._own_name, "text": text}
        answer, sound = self._ask(request)
        frames = len(sound) // 2
        events = [Event(*event) for event in answer["events"]]
        # Token by token: the first word said for "4th" ("the fourth") may be merged into the one before.
        tokens = [token for place in places if place for token in _tokens(text, place)]
        said = [text[start:end] for start, end in tokens]
        spans = spans_from_events(
            events, tokens, frames, lambda group: self._count([said[index] for index in group])
        )
        counts = [len(_tokens(text, place)) if place else 0 for place in places]
        return Piece(text, sound, spans_of_words(spans, counts), notes=given.notes)

    def _phonemes(self) -> PhonemeTable:
        if self._table is None:
            self._table = phoneme_table(self._own_name, self._alone)
        return self._table

    def _alone(self, texts: Sequence[str]) -> list[str]:
        answer, _ = self._ask({"do": "alone", "voice": self._own_name, "words": texts})
        words: list[str] = answer["words"]
        return words

    def _ask(self, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        answer, sound = self._worker.ask(request, _SECONDS)
        if "error" in answer:
            raise SynthesisError(answer["error"], "see the voices there are: oyez voices list")
        return answer, sound

    def _count(self, says: Sequence[str]) -> list[int]:
        unknown = [say for say in says if say not in self._counts]
        if unknown:
            request = {"do": "count", "voice": self._own_name, "words": unknown}
            answer, _ = self._ask(request)
            self._counts.update(zip(unknown, answer["counts"], strict=True))
        return [self._counts[say] for say in says]
