"""Engine "openai": the voices of a server with `/v1/audio/speech`, which the settings name.

settings -> address, key -> names -> VoiceInfo -> OpenAiVoice, which posts by the guarded network

The voices room opens no network and the fetching room knows no voices: they meet here. Without an address
there are no such voices and nothing is sent anywhere; what is spoken goes to that server and to no other.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from oyez.errors import InvalidOption, VoiceNotFound
from oyez.model.voice import VoiceInfo
from oyez.settings import Settings, load_settings
from oyez.voices.openai import MOST_BYTES, OpenAiVoice, SpeechAnswer, SpeechServer

__all__ = ["OpenAi"]

_PREFIX = "openai:"
_DOOR = "/v1/audio/speech"
_NAME = re.compile(r"[\w.+()-]{1,100}")  # "nova", "af_bella+af_sky"
_KEY = re.compile(r"[!-~]{1,4000}")  # what an HTTP header can carry
_LICENCE = "as whoever runs the server states"


class OpenAi:
    """Engine "openai"; without a server's address it has no voices."""

    def voices(self) -> Iterator[VoiceInfo]:
        """The names that the settings list; asks no server."""
        settings = load_settings()
        names = (name.strip() for name in settings.openai_voices.split(",") if settings.openai_url)
        for name in dict.fromkeys(names):
            if _NAME.fullmatch(name):
                yield _info(name, settings)

    def find(self, name: str) -> VoiceInfo | None:
        """Any name behind "openai:": a server may have voices that nobody listed. Raises VoiceNotFound."""
        if not name.startswith(_PREFIX):
            return None
        settings, bare = load_settings(), name.removeprefix(_PREFIX)
        if not settings.openai_url:
            raise VoiceNotFound(
                f"there is no speech server to ask for {name[:80]!r}",
                "name its address in OYEZ_OPENAI_URL, such as http://127.0.0.1:8880",
            )
        if not _NAME.fullmatch(bare):
            raise VoiceNotFound(f"{name[:80]!r} is no voice", "give openai:NAME, such as openai:nova")
        return _info(bare, settings)

    def load(self, info: VoiceInfo) -> OpenAiVoice:
        """The voice; the server is asked with the first sentence. InvalidOption for a key that is none."""
        settings = load_settings()
        key = settings.openai_key.strip()
        if key and not _KEY.fullmatch(key):
            raise InvalidOption(
                "the key in OYEZ_OPENAI_KEY is none: it holds spaces or signs", "copy it again"
            )
        headers = {"Content-Type": "application/json"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        post = partial(_post, _door(settings.openai_url), headers)
        server = SpeechServer(_host(settings.openai_url), settings.openai_model, post, key)
        return OpenAiVoice(info, server)


def _post(url: str, headers: dict[str, str], content: bytes, seconds: float) -> SpeechAnswer:
    from oyez.fetching.posting import post

    return post(url, content, headers, seconds=seconds, most_bytes=MOST_BYTES)


def _info(name: str, settings: Settings) -> VoiceInfo:
    # Another server or model sounds different. An address may hold a secret: its digest stands for it.
    digest = hashlib.sha256(_door(settings.openai_url).encode()).hexdigest()[:16]
    return VoiceInfo(
        name=f"{_PREFIX}{name}",
        engine="openai",
        language="mul",
        label=f"{name.replace('_', ' ').capitalize()} at {_host(settings.openai_url)}",
        licence=_LICENCE,
        version=f"{settings.openai_model} at {digest}",
        natural=True,
    )


def _door(address: str) -> str:
    """Where speech is asked for, of an address written with or without its path.

    >>> _door("http://127.0.0.1:8880"), _door("https://speech.example/v1/")
    ('http://127.0.0.1:8880/v1/audio/speech', 'https://speech.example/v1/audio/speech')
    """
    bare = address.strip().rstrip("/").removesuffix("/audio/speech").removesuffix("/v1")
    return bare + _DOOR


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip()).hostname or "the speech server"
    except ValueError:  # an unclosed bracket; asking it says what is wrong
        return "the speech server"
