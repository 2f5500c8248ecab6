"""The embedded default: espeak-ng, every language it has, exact word times from its own events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from oyez.errors import SynthesisError
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.timing.onsets import Event, spans_from_events
from oyez.voices.joining import Piece, clip_from_pieces
from oyez.voices.process import WorkerDied, WorkerProcess

__all__ = ["Espeak", "EspeakVoice"]

_VERSION = "1.52"  # of espeak-ng in the pinned espeakng-loader; part of every clip's key
_LICENCE = "GPL-3.0-or-later (the engine; what it speaks is yours)"
_SECONDS = 20.0  # for one sentence; espeak-ng needs milliseconds
_RATE = 22050  # frames a second of every espeak-ng voice
_UNPRONOUNCED = 0.2  # seconds of silence where a word could not be spoken
_LINE = re.compile(r"^(name|language)\s+(\S.*?)\s*$", re.MULTILINE)
_PLAIN_ENGLISH = "en-us"  # for pages that only say "en"


class Espeak:
    """Engine "espeak"."""

    def voices(self) -> Iterator[VoiceInfo]:
        """One voice per language file of espeak-ng, read without starting the engine."""
        import espeakng_loader

        for path in sorted(Path(espeakng_loader.get_data_path(), "lang").rglob("*")):
            if path.is_file():
                yield _info(path)

    def load(self, info: VoiceInfo) -> EspeakVoice:
        """The voice; its worker starts with the first sentence."""
        return EspeakVoice(info)


def _info(path: Path) -> VoiceInfo:
    lines = _LINE.findall(path.read_text("utf-8", "replace"))
    label = next((value for key, value in lines if key == "name"), path.name)
    languages = [value.split()[0].lower() for key, value in lines if key == "language"]
    code = languages[0] if languages else path.name.lower()
    aliases = [f"espeak:{language}" for language in languages[1:] if language != "en"]
    if code == _PLAIN_ENGLISH:
        aliases = ["espeak", "espeak:en", *aliases]
    return VoiceInfo(
        name=f"espeak:{code}",
        engine="espeak",
        language=code,
        label=label,
        licence=_LICENCE,
        version=f"espeak-ng {_VERSION}",
        aliases=tuple(aliases),
    )


class EspeakVoice:
    """One espeak-ng voice. A sentence that ends the engine is split until the bad piece is found."""

    def __init__(self, info: VoiceInfo) -> None:
        self._info = info
        self._worker = WorkerProcess("espeak")
        self._counts: dict[str, int] = {}

    @property
    def info(self) -> VoiceInfo:
        """Name, language, licence, version."""
        return self._info

    def say(self, sentence: Sentence) -> Clip:
        """Speak a sentence; words that espeak-ng cannot survive are silent and named in the notes."""
        pieces = self._pieces(sentence.words)
        if sentence.said and all(piece.skipped for piece in pieces if piece.text):
            raise SynthesisError(
                f"espeak-ng could not speak {sentence.said[:80]!r}",
                "leave the block out, or choose another voice with --voice",
                sentence.said,
            )
        return clip_from_pieces(pieces, _RATE)

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def _pieces(self, words: Sequence[Word]) -> list[Piece]:
        try:
            return [self._piece(words)]
        except WorkerDied:
            pass
        if len(words) > 1:
            half = len(words) // 2
            return self._pieces(words[:half]) + self._pieces(words[half:])
        return [Piece.silence(words, round(_UNPRONOUNCED * _RATE))]

    def _piece(self, words: Sequence[Word]) -> Piece:
        text, places = _engine_text(words)
        if not text:
            return Piece("", b"", ((0, 0),) * len(words))
        request = {"do": "say", "voice": self._info.language, "text": text}
        answer, sound = self._worker.ask(request, _SECONDS)
        if "error" in answer:
            raise SynthesisError(answer["error"], "see the voices there are: oyez voices list", text)
        frames = len(sound) // 2
        events = [Event(*event) for event in answer["events"]]
        spans = spans_from_events(
            events, places, frames, lambda group: self._count([words[index].say for index in group])
        )
        return Piece(text, sound, spans)

    def _count(self, says: Sequence[str]) -> list[int]:
        unknown = [say for say in says if say not in self._counts]
        if unknown:
            request = {"do": "count", "voice": self._info.language, "words": unknown}
            answer, _ = self._worker.ask(request, _SECONDS)
            self._counts.update(zip(unknown, answer["counts"], strict=True))
        return [self._counts[say] for say in says]


def _engine_text(words: Sequence[Word]) -> tuple[str, list[tuple[int, int] | None]]:
    """The text for the engine, and where in it each word stands (None for silent words)."""
    parts: list[str] = []
    places: list[tuple[int, int] | None] = []
    length = 0
    for word in words:
        # "[[" opens phoneme input: no text of an article may carry it in.
        said = word.say.replace("[", " ").replace("]", " ").strip()
        if not said:
            places.append(None)
            continue
        places.append((length, length + len(said)))
        parts.append(said + word.mark)
        length += len(parts[-1]) + 1
    return " ".join(parts), places
