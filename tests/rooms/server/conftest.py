"""A server with one article and the silent voice: an app in the process, and one on loopback to be led."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from numpy.typing import NDArray
from tests.rooms.live.conftest import Cast
from tests.rooms.server.serving import Client, served

from oyez.exporting.encoding import EncodedStream, StreamEncoders
from oyez.exporting.html import article_key
from oyez.live.studio import Studio
from oyez.model.article import Article, Paragraph
from oyez.server.app import create_app
from oyez.server.narrations import add_narrations
from oyez.server.problems import add_problems
from oyez.server.shelf import Shelf
from oyez.server.streams import Streams
from oyez.settings import Settings, load_settings

SENTENCES = 13  # with the title
LIVE_TYPE = 'audio/mp4; codecs="mp4a.40.2"'


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A store of the test's own."""
    return load_settings({}, store=tmp_path / "store", voice="silent", page_bytes=200_000)


@pytest.fixture
def article() -> Article:
    """Two short paragraphs."""
    return Article("A boat", (Paragraph("It sails at noon."), Paragraph("Nobody knows why.")), "en")


@pytest.fixture
def client(settings: Settings, article: Article) -> TestClient:
    """A browser on this machine."""
    return TestClient(
        create_app(settings, [article]), base_url="http://localhost:8000", raise_server_exceptions=False
    )


@pytest.fixture
def fleet() -> Article:
    """A title and twelve sentences."""
    text = " ".join(f"Boat number {number} sails at noon." for number in range(1, SENTENCES))
    return Article("Twelve boats", (Paragraph(text),), "en")


@pytest.fixture
def order(fleet: Article) -> str:
    """The door at which its narrations are ordered."""
    return f"/api/articles/{article_key(fleet)}/narrations"


class CountingEncoders(StreamEncoders):
    """Counts the streams that are open. Clear `gate`, and the next one waits before it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = self.open_ones = 0
        self.opening = threading.Event()
        self.gate = threading.Event()
        self.gate.set()

    def open(self, sample_rate: int) -> EncodedStream:
        self.opening.set()
        assert self.gate.wait(60)
        stream, counter = super().open(sample_rate), self
        counter.opened += 1
        counter.open_ones += 1
        close, finish = stream.close, stream.finish

        def closing() -> None:
            counter.open_ones -= 1
            close()

        def finishing() -> bytes:
            counter.open_ones -= 1
            return finish()

        stream.close, stream.finish = closing, finishing  # type: ignore[method-assign]
        return stream


@pytest.fixture
def cast() -> Cast:
    """Who speaks."""
    return Cast()


@pytest.fixture
def encoders() -> Iterator[CountingEncoders]:
    """The process of all streams."""
    encoders = CountingEncoders()
    yield encoders
    encoders.close()


@pytest.fixture
def studio(settings: Settings, fleet: Article, cast: Cast) -> Iterator[Studio]:
    """Of one article."""
    studio = Studio(settings, Shelf(settings, [fleet]).article, cast.narrator)
    yield studio
    cast.gate.set()
    studio.close()


@pytest.fixture
def site(studio: Studio, encoders: CountingEncoders) -> Iterator[Client]:
    """A real server with nothing but narrations, and a door that should always be quick."""
    with served(narrations_app(studio, encoders)) as client:
        yield client


def narrations_app(studio: Studio, encoders: StreamEncoders) -> FastAPI:
    """The doors of narrations alone, over this studio."""
    app = FastAPI()
    add_problems(app)
    add_narrations(app, studio, Streams(studio, encoders))

    @app.get("/health")
    def health() -> str:
        return "ok"

    return app


def decoded(blob: bytes) -> NDArray[np.float32]:
    """float32 samples from media time 0."""
    with av.open(io.BytesIO(blob), "r") as container:
        return np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
