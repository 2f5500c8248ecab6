"""A voice behind `/v1/audio/speech`, the speech interface that many servers share. Opens no network itself.

words -> phrases -> JSON -> post (handed in) -> answer -> WAV or PCM -> 24 kHz -> estimated spans -> Clip

Such a server tells no times: those of the words are estimated, and the clip says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from oyez.errors import SourceError, SynthesisError, TimedOut, TooLarge
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.timing.durations import spans_by_share
from oyez.voices.espeak_text import unused_notes
from oyez.voices.joining import Piece, parts_from_pieces, phrases
from oyez.voices.openai_sound import BadSound, read_sound
from oyez.voices.parts import Part, clip_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["MOST_BYTES", "OpenAiVoice", "Post", "SpeechAnswer", "SpeechServer"]

_RATE = 24_000  # frames a second of every clip: what most of these servers speak at, so few are converted
_LONGEST = 1_000  # characters asked for at once, about a minute; servers take 4,096
_MOST_SECONDS = 300.0  # of sound for one request: four times what the longest takes
MOST_BYTES = round(_MOST_SECONDS) * 48_000 * 2 * 2 + 10_000  # of one answer: that at 48 kHz, 16-bit stereo
_LEAST_SECONDS = 0.001  # of sound a character; whatever is shorter was cut off
_PATIENCE = (30.0, 0.2)  # seconds for one request: at least, and for each character
_UNPRONOUNCED = 0.2  # seconds of silence where words could not be spoken
_AUDIBLE = 0.02  # of the peak: where the sound begins and ends
_PAUSES = {
    ",": 4,
    ";": 5,
    ":": 5,
    "…": 6,
    ".": 6,
    "?": 6,
    "!": 6,
}  # mark -> characters its pause is as long as
_ESTIMATED = "the times of the words are estimated: a speech server tells none"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_LATER = "try again later, or choose another voice with --voice"
_REFUSED_TEXT = frozenset({400, 413, 422})
_PASSING = frozenset({500, 502, 503, 504})  # worth asking once more
_MEANINGS = {  # status -> what it says, what to do
    401: ("refuses the key", "set OYEZ_OPENAI_KEY to one that it knows"),
    403: ("refuses the key", "set OYEZ_OPENAI_KEY to one that may speak"),
    404: ("has no such door or model", "check OYEZ_OPENAI_URL and OYEZ_OPENAI_MODEL"),
    405: ("has no such door", "check OYEZ_OPENAI_URL"),
    429: ("was asked too often, or is not paid any more", _LATER),
}


class SpeechAnswer(Protocol):
    """What a server says: any status, headers by lower-case name, the whole body."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def body(self) -> bytes: ...


# a request in JSON, seconds it may take -> the answer; SourceError where none comes whole
Post = Callable[[bytes, float], SpeechAnswer]


@dataclass(frozen=True, slots=True)
class SpeechServer:
    """A server as errors name it, its model, and how to reach it. `secret` never stands in an error."""

    name: str
    model: str
    post: Post
    secret: str = ""
    patience: tuple[float, float] = _PATIENCE


class _TextRefused(Exception):
    """The server runs, but does not take this text; the reason is its text."""


class OpenAiVoice:
    """One voice of a speech server. Asks again once where an answer breaks off; never follows a redirect."""

    def __init__(self, info: VoiceInfo, server: SpeechServer) -> None:
        self._info = info
        self._server = server
        self._has_spoken = False

    @property
    def info(self) -> VoiceInfo:
        """Name, licence, version."""
        return self._info

    def say(self, sentence: Sentence) -> Clip:
        """Speak a sentence; a text that the server does not take is silent and named in the notes.

        The bytes are the server's: the same every time if it speaks so. SynthesisError where it does not
        answer, answers with no sound, or wants another key.
        """
        return clip_of(self.stream(sentence))

    def stream(self, sentence: Sentence) -> Iterator[Part]:
        """The same phrase by phrase: a long sentence is heard before its end is asked for."""
        return parts_from_pieces(map(self._piece, phrases(sentence.words, _LONGEST)), _RATE)

    def close(self) -> None:
        """Nothing to end: every request has a connection of its own."""

    def _piece(self, words: Sequence[Word]) -> Piece:
        text = " ".join(word.say.strip() + word.mark for word in words if word.say.strip())
        if not text:
            return Piece("", b"", ((0, 0),) * len(words))
        silence = round(_UNPRONOUNCED * _RATE)
        if len(text) > 2 * _LONGEST:
            return Piece.silence(words, silence, "too long for one word")
        try:
            samples = self._spoken(text)
        except _TextRefused as refused:
            self._require_life(text)
            return Piece.silence(words, silence, str(refused))
        spans = _estimated(words, samples)
        sound = samples.astype("<i2").tobytes()
        return Piece(text, sound, spans, measured=False, notes=(*unused_notes(words), _ESTIMATED))

    def _require_life(self, text: str) -> None:
        """Tell a text that the server does not take from a server that takes none."""
        if self._has_spoken:
            return
        try:
            self._spoken("a")
        except _TextRefused as refused:
            hint = f"check that it has the voice {self._info.name} and the model {self._server.model!r}"
            raise SynthesisError(f"{self._server.name} speaks nothing: {refused}", hint, text) from refused

    def _spoken(self, text: str) -> NDArray[np.int16]:
        """The sound of a text at our rate."""
        answer = self._asked(text)
        try:
            sound = read_sound(answer.body, answer.headers.get("content-type", ""))
            _check_length(len(sound.samples) / sound.rate, text)
        except BadSound as bad:
            hint = "check that OYEZ_OPENAI_URL is a speech server, or choose another voice with --voice"
            raise SynthesisError(f"{self._server.name} sent no speech: {bad}", hint, text) from bad
        self._has_spoken = True
        if sound.rate == _RATE:
            return sound.samples
        from oyez.audio.rate import at_rate

        return at_rate(sound.samples, sound.rate, _RATE)

    def _asked(self, text: str) -> SpeechAnswer:
        """An answer of status 200."""
        least, each = self._server.patience
        request = {
            "model": self._server.model,
            "voice": self._info.name.partition(":")[2],
            "input": text,
            "response_format": "wav",
        }
        content, seconds = json.dumps(request).encode("utf-8"), least + each * len(text)
        for last in (False, True):
            try:
                answer = self._server.post(content, seconds)
            except (TimedOut, TooLarge) as error:
                raise self._silent(error, text) from error
            except SourceError as error:
                if last or error.code != "bad-content":  # which alone may pass
                    raise self._silent(error, text) from error
                continue
            if last or answer.status not in _PASSING:
                break
        if answer.status != 200:
            self._refuse(answer, text)
        return answer

    def _silent(self, error: SourceError, text: str) -> SynthesisError:
        if isinstance(error, TooLarge):
            hint = "no speech is that large: check OYEZ_OPENAI_URL"
        elif isinstance(error, TimedOut):
            seconds = self._server.patience[0] + self._server.patience[1] * len(text)
            return SynthesisError(
                f"{self._server.name} said nothing within {seconds:.0f} seconds",
                "a smaller model there may be fast enough; or choose another voice with --voice",
                text,
            )
        elif error.code in ("refused", "invalid-source"):
            hint = f"check OYEZ_OPENAI_URL: {error.hint}"
        else:
            hint = "check that the server runs and that OYEZ_OPENAI_URL names it"
        return SynthesisError(f"the speech server did not speak: {self._clean(error.message)}", hint, text)

    def _refuse(self, answer: SpeechAnswer, text: str) -> None:
        """Raise what a status other than 200 means."""
        status, name = answer.status, self._server.name
        if status in _REFUSED_TEXT:
            raise _TextRefused(f"{name} does not take it ({status}){self._reason(answer)}")
        if 300 <= status < 400:
            hint = "if that is right, name the new address in OYEZ_OPENAI_URL: a key goes nowhere else"
            raise SynthesisError(f"{name} sends us to another address ({status})", hint, text)
        meaning, hint = _MEANINGS.get(status, ("failed", _LATER))
        # A refusal of a key may repeat parts of the key.
        reason = "" if status in (401, 403) else self._reason(answer)
        raise SynthesisError(f"{name} {meaning} ({status}){reason}", hint, text)

    def _reason(self, answer: SpeechAnswer) -> str:
        """What the server itself says of its refusal, in one line."""
        try:
            said = json.loads(answer.body[:10_000])
        except (ValueError, RecursionError):
            return ""
        for key in ("error", "message", "detail"):
            if isinstance(said, dict):
                said = said.get(key, said)
        return f": {self._clean(said)}" if isinstance(said, str) and said.strip() else ""

    def _clean(self, text: str) -> str:
        if self._server.secret:
            text = text.replace(self._server.secret, "(key)")
        return _CONTROL.sub(" ", text).strip()[:200]


def _check_length(seconds: float, text: str) -> None:
    if seconds < _LEAST_SECONDS * len(text):
        raise BadSound(f"{seconds:.3f} seconds of sound for {len(text)} characters")
    if seconds > _MOST_SECONDS:
        raise BadSound(f"{seconds:.0f} seconds of sound for {len(text)} characters")


def _estimated(words: Sequence[Word], samples: NDArray[np.int16]) -> tuple[tuple[int, int], ...]:
    """One span for each word: its share of the characters said, between the first sound and the last.

    A mark takes as long as some characters, since voices pause there.
    """
    import numpy as np

    loud = np.abs(samples.astype(np.int32))
    audible = np.flatnonzero(loud > _AUDIBLE * loud.max())
    first, behind = (int(audible[0]), int(audible[-1]) + 1) if len(audible) else (0, len(samples))
    places: list[tuple[int, int] | None] = []
    at = end = 0
    for word in words:
        said = word.say.strip()
        if not said:
            places.append(None)
            continue
        end = at + len(said)
        places.append((at, end))
        at = end + 1 + _PAUSES.get(word.mark, 0)
    if behind - first < end:  # a click in silence
        first, behind = 0, len(samples)
    return tuple((first + start, first + stop) for start, stop in spans_by_share(end, places, behind - first))
