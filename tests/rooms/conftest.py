"""A mirror on loopback with one tiny voice: for all rooms that install voices."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.voice_host import VoiceHost

    from oyez.voices.catalogue import CatalogueVoice


@pytest.fixture
def host() -> Iterator[VoiceHost]:
    """A server of voices that behaves as it is told."""
    from tests.voice_host import voice_host

    with voice_host() as running:
        yield running


@pytest.fixture
def voice(host: VoiceHost) -> CatalogueVoice:
    """The tiny voice that it offers, as the catalogue would list it."""
    from tests.tiny_voice import description, model  # heavy: most tests need no graph

    return host.offer(model(), json.dumps(description()).encode())
