"""Voices to test with: a tiny graph with Piper's inputs, built here, and the real ones where they are."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.tiny_voice import description, model

from oyez.model.script import Sentence, Word

REAL = Path(__file__).parents[4] / "shared/voices"
MakeVoice = Callable[..., Path]


def sentence(text: str, language: str = "en-us") -> Sentence:
    """A sentence of one Word a token, phrase marks apart."""
    words: list[Word] = []
    place = 0
    for token in text.split():
        mark = token[-1] if token[-1] in ",;:.?!…" and len(token) > 1 else ""
        words.append(Word(place, place + len(token), token.removesuffix(mark), mark=mark))
        place += len(token) + 1
    return Sentence(0, tuple(words), 0.3, language, "paragraph")


@pytest.fixture
def say() -> Callable[[str], Sentence]:
    """Text -> Sentence."""
    return sentence


@pytest.fixture
def described() -> Callable[..., dict[str, Any]]:
    """Changes -> description."""
    return description


@pytest.fixture
def graph() -> Callable[..., bytes]:
    """Options -> model bytes."""
    return model


@pytest.fixture
def voices_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty voices folder that the settings name."""
    folder = tmp_path / "voices"
    folder.mkdir()
    monkeypatch.setenv("OYEZ_VOICES", str(folder))
    return folder


@pytest.fixture
def make_voice(voices_folder: Path) -> MakeVoice:
    """(stem, changes of the description, options of the model) -> the voice file, in the voices folder."""

    def make(stem: str = "en_US-tiny-low", changes: dict[str, Any] | None = None, **options: Any) -> Path:
        path = voices_folder / f"{stem}.onnx"
        path.write_bytes(model(**options))
        path.with_name(f"{path.name}.json").write_text(json.dumps(description(**(changes or {}))), "utf-8")
        return path

    return make


@pytest.fixture
def real_voice() -> Callable[[str], Path]:
    """Short name -> the file of a real voice."""

    def file(name: str) -> Path:
        path = REAL / f"en_US-{name}_sano-nano.onnx"
        if not path.exists():
            pytest.skip("the shared voices are not here")
        return path

    return file
