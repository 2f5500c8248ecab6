"""The sentence a voice is tried with: in its own language, one sentence, sayable."""

from __future__ import annotations

import pytest

from oyez import api
from oyez.previews import preview, preview_script, preview_sentence
from oyez.settings import load_settings
from oyez.voices.catalogue import catalogue

NEEDED = (
    "en de fr es it pt nl sv da nb fi pl cs ru uk el tr ar fa he hi bn ta zh ja ko vi id th sw ca hu is ka "
    "kk lb ne ro sk sr"
).split()


@pytest.mark.parametrize("language", NEEDED)
def test_languages_have_a_sentence_of_their_own(language: str) -> None:
    text, tag = preview_sentence(language)
    assert tag == "en" or text != preview_sentence("en")[0]
    script = preview_script(language)
    assert script.said_words and len(text) < 100


def test_every_voice_of_the_catalogue_is_heard_in_its_language() -> None:
    for voice in catalogue().voices:
        assert (preview_sentence(voice.language)[1] == "en") == voice.language.startswith("en-"), voice.stem


@pytest.mark.parametrize("language", ["und", "tlh", "", "x" * 500, "..", "en-US-x-very-private"])
def test_others_are_heard_in_english(language: str) -> None:
    assert preview_sentence(language)[1] == "en"


def test_a_preview_is_kept() -> None:
    settings, info = load_settings(), api.voice_for("silent", "en")
    first = preview(info, "m4a", settings)
    assert first.media_type == "audio/mp4"
    again = preview(info, "m4a", settings)
    assert again.from_store and again.content == first.content
