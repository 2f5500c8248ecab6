"""Every error Oyez raises, as one tree.

OyezError (message, hint, code)
├─ UsageError    InvalidOption · InvalidSpeed
├─ SourceError   InvalidSource · NotFound · Refused · TooLarge · TimedOut · BadContent
├─ ReadError     NotAnArticle · UnsupportedFormat
├─ ScriptError   NothingToSay · UnsupportedLanguage · BadLexicon
├─ VoiceError    VoiceNotFound · VoiceNotInstalled · BadDownload · BadVoice · SynthesisError(sentence)
├─ ExportError   UnknownFormat · EncoderMissing · NotWritable
├─ StoreError    NotStored · StoreBusy · StoreFull · StoreTooNew
└─ PluginError   PluginNotFound · PluginBroken

Each class states its command-line exit code and its HTTP status; `code` is the stable name
that both doors print.
"""

from __future__ import annotations

import re
from typing import ClassVar

__all__ = [
    "BadContent",
    "BadDownload",
    "BadLexicon",
    "BadVoice",
    "EncoderMissing",
    "ExportError",
    "InvalidOption",
    "InvalidSource",
    "InvalidSpeed",
    "NotAnArticle",
    "NotFound",
    "NotStored",
    "NotWritable",
    "NothingToSay",
    "OyezError",
    "PluginBroken",
    "PluginError",
    "PluginNotFound",
    "ReadError",
    "Refused",
    "ScriptError",
    "SourceError",
    "StoreBusy",
    "StoreError",
    "StoreFull",
    "StoreTooNew",
    "SynthesisError",
    "TimedOut",
    "TooLarge",
    "UnknownFormat",
    "UnsupportedFormat",
    "UnsupportedLanguage",
    "UsageError",
    "VoiceError",
    "VoiceNotFound",
    "VoiceNotInstalled",
]


class OyezError(Exception):
    """Base of all errors: what went wrong (`message`), what to do next (`hint`), a stable `code`."""

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    code: ClassVar[str] = "oyez-error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.code = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", cls.__name__).lower()

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(OyezError):
    """The call itself is wrong."""

    exit_code = 2
    http_status = 400


class InvalidOption(UsageError):
    """An option has a value that is not among those it takes."""


class InvalidSpeed(UsageError):
    """A speed that is not a multiplier, a rate or a time, or lies outside the range."""


class SourceError(OyezError):
    """The page could not be had."""

    exit_code = 3
    http_status = 502


class InvalidSource(SourceError):
    """The source is neither a URL, nor text, nor an existing path."""

    http_status = 400


class NotFound(SourceError):
    """There is nothing at that address or path."""

    http_status = 404


class Refused(SourceError):
    """The address is one Oyez does not connect to, or the server turned us away."""

    http_status = 403


class TooLarge(SourceError):
    """The page is larger than the limit."""

    http_status = 413


class TimedOut(SourceError):
    """The page did not come in time."""

    http_status = 504


class BadContent(SourceError):
    """What came is broken: a truncated body, an unknown encoding."""


class ReadError(OyezError):
    """The page was had, but no article could be read from it."""

    exit_code = 4
    http_status = 422


class NotAnArticle(ReadError):
    """The page holds no article text."""


class UnsupportedFormat(ReadError):
    """The content is of a kind Oyez does not read."""

    http_status = 415


class ScriptError(OyezError):
    """The article could not be turned into what is said."""

    exit_code = 5
    http_status = 422


class NothingToSay(ScriptError):
    """Nothing of the article is spoken."""


class UnsupportedLanguage(ScriptError):
    """No installed voice or rule speaks that language."""


class BadLexicon(ScriptError):
    """A lexicon file is broken."""


class VoiceError(OyezError):
    """No voice, or a voice that failed."""

    exit_code = 6
    http_status = 503


class VoiceNotFound(VoiceError):
    """No voice has that name."""

    http_status = 404


class VoiceNotInstalled(VoiceError):
    """The voice is known but not on this machine."""

    http_status = 409


class BadDownload(VoiceError):
    """A voice file came damaged."""


class BadVoice(VoiceError):
    """A voice file is not one Oyez can run."""


class SynthesisError(VoiceError):
    """The voice failed on one sentence; `sentence` is its text."""

    def __init__(self, message: str, hint: str = "", sentence: str = "") -> None:
        super().__init__(message, hint)
        self.sentence = sentence


class ExportError(OyezError):
    """The narration could not be written."""

    exit_code = 7
    http_status = 500


class UnknownFormat(ExportError):
    """No exporter has that suffix."""

    http_status = 400


class EncoderMissing(ExportError):
    """The installed FFmpeg has no encoder for the format."""


class NotWritable(ExportError):
    """The output cannot be written where it was asked for."""


class StoreError(OyezError):
    """The store of clips and files failed."""

    exit_code = 8
    http_status = 500


class NotStored(StoreError):
    """The store holds nothing under that key."""

    http_status = 404


class StoreBusy(StoreError):
    """Another process holds the store for too long."""

    http_status = 503


class StoreFull(StoreError):
    """The disk is full."""

    http_status = 507


class StoreTooNew(StoreError):
    """The store was written by a newer Oyez."""


class PluginError(OyezError):
    """An add-on is missing or broken."""

    exit_code = 9
    http_status = 500


class PluginNotFound(PluginError):
    """No add-on has that name."""


class PluginBroken(PluginError):
    """An add-on could not be loaded."""
