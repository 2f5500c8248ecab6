"""A part in another language has a voice of that language, at the narration's own rate and level."""

from __future__ import annotations

from pathlib import Path

import pytest

import oyez
from oyez import api
from oyez.casting import Cast
from oyez.model.article import Article, Paragraph
from oyez.model.script import Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.narrating import Narrator
from oyez.settings import load_settings
from oyez.storing.keys import clip_key

GERMAN = "Wir haben den Hafen seit Montag geschlossen, weil das Wasser viel zu hoch steht."
ENGLISH = "The mayor said that the harbour would open again on Friday, and nobody was surprised."


def sentence(language: str) -> Sentence:
    return Sentence(0, (Word(0, 2, "so"),), 0.3, language, "paragraph")


def voice(language: str) -> VoiceInfo:
    return VoiceInfo(f"test:{language}", "test", language, f"Test {language}", "CC0-1.0", "1")


@pytest.mark.parametrize(
    ("article", "chosen", "language", "speaks"),
    [
        ("en-GB", "en-us", "en-GB", "test:en-us"),
        ("en", "en-us", "de", "espeak:de"),
        ("de", "en-us", "de", "test:en-us"),  # what the listener chose for this article
        ("de", "en-us", "en", "test:en-us"),  # it speaks that anyway
        ("de", "en-us", "fr", "espeak:fr-fr"),
        ("zh-Hans", "cmn", "zh", "test:cmn"),
        ("en", "und", "de", "test:und"),  # silence speaks everything
        ("", "en-us", "de", "test:en-us"),  # a cast of one
        ("en", "en-us", "tlh", "test:en-us"),  # nobody speaks it
        ("nb", "nb", "no", "test:nb"),
    ],
)
def test_who_speaks(article: str, chosen: str, language: str, speaks: str) -> None:
    if speaks.startswith("espeak") and speaks not in {one.name for one in api.installed_voices()}:
        pytest.skip(f"{speaks} is not installed")
    natural = [one for one in api.installed_voices() if one.natural and one.language.startswith(language)]
    if natural and speaks.startswith("espeak"):
        pytest.skip("a natural voice of that language is installed, which comes first")
    assert Cast(voice(chosen), article).voice(sentence(language)).name == speaks


def test_a_listener_is_told() -> None:
    cast = Cast(voice("en-us"), "en")
    assert cast.note(sentence("en")) == ""
    assert "speaks what is in de" in cast.note(sentence("de"))
    assert cast.note(sentence("tlh")) == "no voice for tlh is installed: Test en-us speaks it"
    assert [one.name for one in cast.voices([sentence("en"), sentence("tlh")])] == ["test:en-us"]


def test_one_narration_has_one_rate_and_exact_times(tmp_path: Path) -> None:
    settings = load_settings({}, store=tmp_path / "store")
    script = oyez.adapt(Article("Rain at the harbour", (Paragraph(ENGLISH), Paragraph(GERMAN)), "en"))
    assert [one.language for one in script.sentences] == ["en", "en", "de"]
    narration = api.narrate(script, "espeak:en-us", settings=settings)
    assert len({clip.sample_rate for clip in narration.clips}) == 1
    german = narration.clips[-1]
    assert len(german.times) == len(script.sentences[-1].words)
    starts = [start for start, _ in german.times]
    assert starts == sorted(starts)
    assert 0 < german.times[-1][1] <= len(german.samples)
    assert any("in de" in note for note in narration.notes)
    alone = Narrator(api.voice_for("espeak:en-us", "en", settings), settings)
    assert alone.clip(script.sentences[-1]).samples.tobytes() != german.samples.tobytes()


def test_a_stand_in_of_another_rate_keeps_its_times(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load_settings({}, store=tmp_path / "store")
    script = oyez.adapt(Article("Rain at the harbour", (Paragraph(GERMAN),), "en"))
    main = Narrator(api.voice_for("espeak:en-us", "en", settings), settings, "en")
    plain = Narrator(api.voice_for("espeak:de", "de", settings), settings)
    monkeypatch.setattr(
        "oyez.voices.find.default_voice", lambda _: api.voice_for("espeak:de", "de", settings)
    )
    main.__dict__["sample_rate"] = 16000
    told, kept = main.clip(script.sentences[-1]), plain.clip(script.sentences[-1])
    assert told.sample_rate == 16000
    assert len(told.samples) == -(-len(kept.samples) * 16000 // kept.sample_rate)
    for (start, end), (own_start, own_end) in zip(told.times, kept.times, strict=True):
        assert start / 16000 == pytest.approx(own_start / kept.sample_rate, abs=1 / 16000)
        assert end / 16000 == pytest.approx(own_end / kept.sample_rate, abs=1 / 16000)


def test_a_clip_is_kept_under_the_voice_that_spoke_it(tmp_path: Path) -> None:
    settings = load_settings({}, store=tmp_path / "store")
    script = oyez.adapt(Article("Rain at the harbour", (Paragraph(GERMAN),), "en"))
    english = api.voice_for("espeak:en-us", "en", settings)
    keys = Narrator(english, settings, "en").clip_keys(script)
    assert keys[0] == clip_key(script.sentences[0], english)
    assert keys[1] != clip_key(script.sentences[1], english)


def test_one_voice_speaks_all_where_the_settings_say_so(tmp_path: Path) -> None:
    settings = load_settings({"OYEZ_STAND_INS": "no"}, store=tmp_path / "store")
    script = oyez.adapt(Article("Rain at the harbour", (Paragraph(GERMAN),), "en"))
    english = api.voice_for("espeak:en-us", "en", settings)
    keys = Narrator(english, settings, "en").clip_keys(script)
    assert keys[1] == clip_key(script.sentences[1], english)
