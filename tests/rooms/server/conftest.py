"""A server's app in the process, with one article and the silent voice."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from oyez.model.article import Article, Paragraph
from oyez.server.app import create_app
from oyez.settings import Settings, load_settings


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
