"""espeak-ng by ctypes: PCM with the engine's own word and phoneme events. Runs in the worker only.

Source: speak_lib.h of espeak-ng 1.52. The library is process-global and not thread-safe.
"""

from __future__ import annotations

import _ctypes
import ctypes
from collections.abc import Callable, Generator, Iterator
from functools import wraps
from queue import SimpleQueue
from threading import Thread
from typing import Any

import espeakng_loader

__all__ = ["EspeakNative"]

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS
_BUFFER = 60  # milliseconds of sound a callback
_OPTIONS = 0x8000 | 1 | 2  # do not exit on error; phoneme events; named in IPA
_UTF8 = 1
_TEXT = _UTF8 | 0x100  # "[[...]]" is phoneme input: espeakPHONEMES
_IPA = 2  # phonemes in IPA
_SEPARATED = _IPA | (ord("_") << 8)  # with "_" between them
_WORD, _PHONEME = 1, 7  # kinds of event
_LIST_END = 0
_SPEED = 1  # espeakRATE, words a minute
_HASTE = 440  # half the sound to make where nobody hears it; above 450 it is made whole, then shortened
_FIRST_SOUND = 1 << 12  # bytes before the first are given: 0.09 s
_GROWTH = 4  # each piece is so many times as long: few answers, and none is waited for


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("text_position", ctypes.c_int),  # characters, from 1
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),  # milliseconds
        ("sample", ctypes.c_int),
        ("user", ctypes.c_void_p),
        ("id", _Id),
    )


_unload = getattr(_ctypes, "dlclose", None) or getattr(_ctypes, "FreeLibrary", None)  # the latter on Windows
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


_Answer = tuple[dict[str, Any], bytes]
_Events = list[tuple[str, int, int, str]]
_Request = Callable[["EspeakNative", dict[str, Any]], _Answer]


def _with_voice(answer: _Request) -> _Request:
    """The request `answer`, once the voice that it names is in use."""

    def answered(native: EspeakNative, request: dict[str, Any]) -> _Answer:
        return answer(native, request) if native._use(request["voice"]) else _no_voice(request)

    return wraps(answer)(answered)


def _no_voice(request: dict[str, Any]) -> _Answer:
    return {"error": f"espeak-ng has no voice {request['voice']!r}"}, b""


class EspeakNative:
    """One engine; voices are switched as requests name them."""

    def __init__(self) -> None:
        self._sound = bytearray()
        self._events: _Events = []
        self._pieces: SimpleQueue[_Answer | None] | None = None  # where who listens waits for them
        self._enough = 0  # bytes of a piece
        self._is_left = False
        self._callback = _Callback(self._take)  # kept: the library holds only a pointer
        self._library: ctypes.CDLL | None = None
        self._load()

    def _load(self) -> None:
        """Load the library afresh (4 ms).

        Its flutter of pitch runs on from one utterance to the next in static memory, which nothing but
        unloading sets back: the same sentence would come out a little different every time.
        """
        if self._library is not None:
            self._library.espeak_Terminate()
            if _unload:
                _unload(self._library._handle)
        self._library = library = ctypes.CDLL(espeakng_loader.get_library_path())
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        data = espeakng_loader.get_data_path().encode()
        self._rate = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER, data, _OPTIONS)
        if self._rate <= 0:
            raise SystemExit("espeak-ng could not be started: its data is missing")
        library.espeak_SetSynthCallback(self._callback)
        # Whether espeak_TextToPhonemes reads phoneme input, too, is up to the utterance before it.
        library.espeak_Synth(b"", 1, 0, 1, 0, _TEXT, None, None)
        self._voice, self._has_spoken = "", False

    def say(self, request: dict[str, Any]) -> Generator[_Answer, None, None]:
        """Speak `text`; first {"counts"}: how many phonemes each of the words `count` has when alone.

        Then 16-bit mono PCM as it is made, with its events (kind, character from 0, sample, phoneme);
        {"error"} where there is no such voice.
        """
        if self._has_spoken:
            self._load()
        if not self._use(request["voice"]):
            yield _no_voice(request)
            return
        yield {"counts": [self._count(word) for word in request["count"]]}, b""
        try:
            yield from self._heard(request["text"])
        finally:
            self._load()  # now, while the listener hears this sentence
            self._use(request["voice"])

    @_with_voice
    def phonemes(self, request: dict[str, Any]) -> _Answer:
        """What `text` sounds like: IPA clause by clause, and its word groups (character from 0, IPA).

        The clauses hold all that neural voices were trained on, tones too, but no positions; the
        groups come from the events of speaking it.
        """
        assert self._library is not None
        self._library.espeak_SetParameter(_SPEED, _HASTE, 0)
        self._speak(request["text"])
        groups: list[list[Any]] = []
        for kind, position, _sample, name in self._events:
            if kind == "word":
                groups.append([position, ""])
            elif groups:
                groups[-1][1] += name
        return {"clauses": self._clauses(request["text"], _IPA), "groups": groups}, b""

    @_with_voice
    def words_alone(self, request: dict[str, Any]) -> _Answer:
        """IPA of each of `words` when it stands alone."""
        return {"words": [" ".join(self._clauses(word, _IPA)) for word in request["words"]]}, b""

    def _heard(self, text: str) -> Iterator[_Answer]:
        """Speak in a thread, and give what it has made; who listens no longer ends it."""
        self._pieces = pieces = SimpleQueue[_Answer | None]()
        self._enough, self._is_left = _FIRST_SOUND, False
        speaking = Thread(target=self._speak, args=(text,), daemon=True)
        speaking.start()
        try:
            while (piece := pieces.get()) is not None:
                yield piece
        finally:
            self._is_left = True
            speaking.join()
            self._pieces, self._is_left = None, False

    def _speak(self, text: str) -> None:
        assert self._library is not None
        self._sound, self._events = bytearray(), []
        self._has_spoken = True
        encoded = text.encode("utf-8", "replace")
        self._library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, _TEXT, None, None)
        if self._pieces:
            self._give(self._pieces)
            self._pieces.put(None)

    def _give(self, pieces: SimpleQueue[_Answer | None]) -> None:
        pieces.put(({"events": self._events}, bytes(self._sound)))
        self._sound, self._events = bytearray(), []
        self._enough *= _GROWTH

    def _count(self, word: str) -> int:
        ipa = " ".join(self._clauses(word, _SEPARATED))
        return sum(1 for part in ipa.replace(" ", "_").split("_") if part)

    def _clauses(self, text: str, mode: int) -> list[str]:
        encoded = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
        rest = ctypes.c_char_p(ctypes.addressof(encoded))
        clauses: list[str] = []
        while rest:  # espeak-ng moves the pointer behind each clause, and to NULL at the end
            assert self._library is not None
            ipa = self._library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, mode) or b""
            clauses.append(ipa.decode("utf-8", "replace"))
        return clauses

    def _use(self, voice: str) -> bool:
        if voice != self._voice:
            assert self._library is not None
            if self._library.espeak_SetVoiceByName(voice.encode("ascii", "replace")) != 0:
                return False
            self._voice = voice
        return True

    def _take(self, wave: Any, count: int, events: Any) -> int:
        """What espeak-ng made, as it makes it; 1 ends it."""
        index = 0
        while events[index].type != _LIST_END:
            event = events[index]
            index += 1
            if event.type == _WORD:
                self._events.append(("word", event.text_position - 1, event.sample, ""))
            elif event.type == _PHONEME:
                name = bytes(event.id.string).decode("utf-8", "replace")
                self._events.append(("phoneme", event.text_position - 1, event.sample, name))
        if self._pieces and count and wave:
            self._sound += ctypes.string_at(wave, 2 * count)
            if len(self._sound) >= self._enough:
                self._give(self._pieces)
        return int(self._is_left)
