"""A studio with one article, and narrators that count, wait and fail as they are told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from oyez.errors import NotFound, SynthesisError
from oyez.exporting.html import article_key
from oyez.live.narration import LiveNarration
from oyez.live.studio import Studio
from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip
from oyez.model.quotation import Quotation
from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo
from oyez.narrating import Narrator, OnPart
from oyez.settings import Settings, load_settings
from oyez.voices.parts import Phrase

_PATIENCE = 30.0  # seconds; only ever waited out where something is broken


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store of the test's own."""
    return load_settings({}, store=tmp_path_factory.mktemp("store"), voice="silent")


@pytest.fixture
def article() -> Article:
    """A title and twenty sentences, all different."""
    text = " ".join(f"Boat number {number} sails at noon." for number in range(1, 21))
    return Article("Twenty boats", (Paragraph(text),), "en")


class Cast:
    """Makes narrators that share one list of what they spoke.

    spoken   what was said, in order
    gate     clear it, and whoever is to say what holds `held` waits; everyone, where that is ""
    broken   a text that cannot be said
    aloud    whoever waits is heard meanwhile, part by part
    """

    def __init__(self) -> None:
        self.spoken: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.held = ""
        self.broken = ""
        self.aloud = False
        self.failure: Exception = SynthesisError("the voice fell silent", "choose another voice")

    def narrator(
        self, info: VoiceInfo, settings: Settings, language: str, quotations: Sequence[Quotation]
    ) -> Narrator:
        """One of the cast."""
        cast = self

        class _Listed(Narrator):
            def clip(self, sentence: Sentence, on_part: OnPart | None = None) -> Clip:
                if cast.held in sentence.said:
                    cast.wait(on_part if cast.aloud else None)
                cast.spoken.append(sentence.said)
                if cast.broken and cast.broken in sentence.said:
                    raise cast.failure
                return super().clip(sentence, on_part)

        return _Listed(info, settings, language, quotations)

    def wait(self, on_part: OnPart | None) -> None:
        """Until the gate is open."""
        deadline = time.monotonic() + _PATIENCE
        while not self.gate.wait(0.01 if on_part else _PATIENCE):
            assert time.monotonic() < deadline, "nobody opened the gate"
            if on_part:
                on_part(Phrase((), 0, 16_000))


@pytest.fixture
def cast() -> Cast:
    """Who speaks."""
    return Cast()


@pytest.fixture
def key(article: Article) -> str:
    """The article's."""
    return article_key(article)


@pytest.fixture
def open_studio(settings: Settings, article: Article, cast: Cast, key: str) -> Iterator[Callable[[], Studio]]:
    """A new studio over the same store."""
    studios: list[Studio] = []

    def article_of(asked: str) -> Article:
        if asked != key:
            raise NotFound("no article", "open it")
        return article

    def opened() -> Studio:
        studios.append(Studio(settings, article_of, cast.narrator))
        return studios[-1]

    yield opened
    cast.gate.set()
    for studio in studios:
        studio.close()


@pytest.fixture
def studio(open_studio: Callable[[], Studio]) -> Studio:
    """The first one."""
    return open_studio()


def until(fits: Callable[[], bool]) -> None:
    """Wait for something that other threads do."""
    deadline = time.monotonic() + _PATIENCE
    while not fits():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.005)


def finished(narration: LiveNarration) -> LiveNarration:
    """Once it is done."""
    until(lambda: narration.done or narration.failure is not None)
    assert narration.failure is None
    return narration
