"""The embedded default: espeak-ng, every language it has, exact word times from its own events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from oyez.errors import SynthesisError
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.voices.espeak_phonemes import PhonemeTable, phoneme_table
from oyez.voices.espeak_settling import Settling
from oyez.voices.espeak_text import ESPEAK_VERSION, espeak_text
from oyez.voices.joining import Piece, once_heard, parts_from_pieces, speak_in_pieces
from oyez.voices.parts import Part, Phrase, clip_of
from oyez.workers.process import WorkerDied, WorkerProcess

__all__ = ["Espeak", "EspeakVoice"]

_LICENCE = "GPL-3.0-or-later (the engine; what it speaks is yours)"
_SECONDS = 20.0  # for one sentence; espeak-ng needs milliseconds
_RUNNER = 2  # raise it when a clip comes out otherwise: its times, too
_RATE = 22050  # frames a second of every espeak-ng voice
_UNPRONOUNCED = 0.2  # seconds of silence where a word could not be spoken
_KANJI = re.compile(r"[\u4e00-\u9fff]")
_NO_KANJI = (
    "espeak-ng cannot read kanji and names each as a Chinese letter; choose another voice with --voice"
)
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
        version=f"runner {_RUNNER}, espeak-ng {ESPEAK_VERSION}",
        aliases=tuple(aliases),
    )


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
        return clip_of(self.stream(sentence))

    def stream(self, sentence: Sentence) -> Iterator[Part]:
        """The same in parts: some words whose times are settled, their sound, the next words, and so on."""
        pieces = speak_in_pieces(sentence.words, self._pieces, round(_UNPRONOUNCED * _RATE))
        yield from parts_from_pieces(once_heard(pieces, lambda _: self._require_life(sentence)), _RATE)
        if self._own_name == "ja" and _KANJI.search(sentence.said):
            yield Phrase((), 0, _RATE, notes=(_NO_KANJI,))

    def _require_life(self, sentence: Sentence) -> None:
        """Tell a sentence that nobody could speak from an engine that speaks nothing at all."""
        try:
            self._alone(("a",))
        except WorkerDied as error:
            hint = "see what fails: oyez check"
            raise SynthesisError("espeak-ng does not run here", hint, sentence.said) from error

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def _pieces(self, words: Sequence[Word]) -> Iterator[Piece]:
        """Each answer of the engine as the words that it settles, with the sound up to the next one."""
        given = espeak_text(words, self._phonemes)
        if not given.text:
            yield Piece("", b"", ((0, 0),) * len(words))
            return
        settling = Settling(words, given, self._counts)
        request = {"do": "say", "voice": self._own_name, "text": given.text, "count": settling.uncounted()}
        notes = given.notes
        with closing(self._worker.stream(request, _SECONDS)) as answers:
            counts = _good(next(answers)[0])["counts"]
            self._counts.update(zip(request["count"], counts, strict=True))
            for answer, sound in answers:
                if piece := settling.add(answer["events"], sound):
                    yield replace(piece, notes=notes)
                    notes = ()
        yield replace(settling.rest(), notes=notes)

    def _phonemes(self) -> PhonemeTable:
        if self._table is None:
            self._table = phoneme_table(self._own_name, self._alone)
        return self._table

    def _alone(self, texts: Sequence[str]) -> list[str]:
        answer, _ = self._worker.ask({"do": "alone", "voice": self._own_name, "words": texts}, _SECONDS)
        words: list[str] = _good(answer)["words"]
        return words


def _good(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        raise SynthesisError(answer["error"], "see the voices there are: oyez voices list")
    return answer
