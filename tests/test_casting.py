"""A part in another language has a voice of that language, at the narration's own rate and level."""

from __future__ import annotations

from pathlib import Path

import pytest

import oyez
from oyez import api
from oyez.casting import Cast
from oyez.errors import VoiceNotFound
from oyez.live.studio import Studio
from oyez.model.article import Article, Paragraph, Quote
from oyez.model.quotation import Passage
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
    assert cast.notes(sentence("en")) == ()
    assert "speaks what is in de" in cast.notes(sentence("de"))[0]
    assert cast.notes(sentence("tlh")) == ("no voice for tlh is installed: Test en-us speaks it",)
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


QUOTED = (
    "“We close the port on Monday,” said Ada Mwangi. “Nobody asked us before. It hurts.”",
    "Ms Mwangi called it “a mess” and left. “Why?” she asked.",
    "Mwangi told the court: “No.” She said that “the boats will come back.”",
)


def quoted_article() -> Article:
    quote = Quote("We close. Now.", "— Ada Mwangi, mayor of Tarrow")
    return Article("Rain at the harbour", (*map(Paragraph, QUOTED), quote), "en")


def cast_of(article: Article, quoting: VoiceInfo, chosen: str = "en-us") -> Cast:
    passages: dict[int, list[Passage]] = {}
    for quotation in oyez.quotations(article):
        for passage in quotation.passages:
            passages.setdefault(passage.block, []).append(passage)
    return Cast(voice(chosen), "en", quoting, passages)


def test_a_quotation_is_cut_out_of_its_sentence() -> None:
    article = quoted_article()
    cast = cast_of(article, voice("en-gb"))
    heard = [
        [(turn.voice.language == "en-gb", turn.sentence.said) for turn in cast.turns(sentence)]
        for sentence in oyez.adapt(article).sentences
    ]
    assert heard == [
        [(False, "Rain at the harbour.")],
        [(True, "We close the port on Monday,"), (False, "said Ada Mwangi.")],
        [(True, "Nobody asked us before. It hurts.")],
        [(False, "Ms Mwangi called it, a mess, and left.")],
        [(True, "Why?"), (False, "she asked.")],
        [(False, "Mwangi told the court:"), (True, "No.")],
        [(False, "She said that,"), (True, "the boats will come back.")],
        [(True, "We close.")],
        [(True, "Now.")],
        [(False, "Ada Mwangi, mayor of Tarrow.")],
    ]


def test_the_parts_of_a_sentence_hold_its_words_and_its_pause() -> None:
    article = quoted_article()
    cast = cast_of(article, voice("en-gb"))
    for sentence in oyez.adapt(article).sentences:
        parts = [turn.sentence for turn in cast.turns(sentence)]
        assert sum((part.words for part in parts), ()) == sentence.words
        assert [part.pause for part in parts] == [0.0] * (len(parts) - 1) + [sentence.pause]


def test_words_that_announce_a_quotation_are_not_quoted() -> None:
    article = quoted_article()
    cast = cast_of(article, voice("en-gb"))
    sentence = oyez.adapt(article, quotations="words").sentences[1]
    assert [turn.sentence.said for turn in cast.turns(sentence)] == [
        "quote,", "We close the port on Monday,", "end quote, said Ada Mwangi.",
    ]  # fmt: skip


@pytest.mark.parametrize("quoting", ["de", "en-us"])
def test_a_voice_that_cannot_or_need_not(quoting: str) -> None:
    article = quoted_article()
    cast = cast_of(article, voice(quoting))
    sentences = oyez.adapt(article).sentences
    assert cast.voices(sentences) == (voice("en-us"),)
    assert all(cast.turns(sentence)[0].sentence is sentence for sentence in sentences)
    notes = {note for sentence in sentences for note in cast.notes(sentence)}
    assert notes == (
        {"Test de speaks no en: quotations in it have no own voice"} if quoting == "de" else set()
    )


def test_a_narration_with_a_voice_for_quotations(tmp_path: Path) -> None:
    plain = load_settings({}, store=tmp_path / "store")
    settings = load_settings({}, store=tmp_path / "store", quote_voice="espeak:en-gb")
    script = oyez.adapt(quoted_article())
    narration = api.narrate(script, "espeak:en-us", settings=settings)
    before = api.narrate(script, "espeak:en-us", settings=plain)
    assert "English (Great Britain) speaks what is quoted" in narration.notes
    assert "quoted" not in " ".join(before.notes)
    for sentence, clip, other in zip(script.sentences, narration.clips, before.clips, strict=True):
        assert len(clip.times) == len(sentence.words) and clip.measured
        starts = [start for start, _ in clip.times]
        assert starts == sorted(starts)
        assert all(0 <= start < end <= len(clip.samples) for start, end in clip.times)
        own = "“" not in script.article.block_text(sentence.block) if sentence.block is not None else True
        assert not own or sentence.role == "quote" or clip.samples.tobytes() == other.samples.tobytes()
    british = api.voice_for("espeak:en-gb", "en", settings)
    lone = Narrator(british, plain).clip(script.sentences[2])
    assert narration.clips[2].times == lone.times
    first, second = narration.clips[1], before.clips[1]
    assert first.samples.tobytes() != second.samples.tobytes()


def test_keys_tell_who_speaks(tmp_path: Path) -> None:
    settings = load_settings({}, store=tmp_path / "store", quote_voice="espeak:en-gb")
    article = quoted_article()
    script = oyez.adapt(article)
    english = api.voice_for("espeak:en-us", "en", settings)
    quoting = Narrator(english, settings, "en", oyez.quotations(article))
    silent = Narrator(english, settings, "en")
    assert quoting.clip_keys(script)[0] == silent.clip_keys(script)[0]
    assert quoting.clip_keys(script)[1] != silent.clip_keys(script)[1]
    assert len(set(quoting.clip_keys(script))) == len(script.sentences)
    assert quoting.file_key(script, "mp3", "1x") != silent.file_key(script, "mp3", "1x")


def test_a_voice_for_quotations_that_is_not_there(tmp_path: Path) -> None:
    settings = load_settings({}, store=tmp_path / "store", quote_voice="nobody-at-all")
    with pytest.raises(VoiceNotFound, match="nobody-at-all"):
        api.narrate(oyez.adapt(quoted_article()), "silent", settings=settings)


def test_parts_of_two_rates_and_estimates_are_one_clip(tmp_path: Path) -> None:
    settings = load_settings({}, store=tmp_path / "store", quote_voice="espeak:en-gb")
    script = oyez.adapt(quoted_article())
    narration = api.narrate(script, "silent", settings=settings)
    assert {clip.sample_rate for clip in narration.clips} == {16_000}
    mixed = narration.clips[1]
    assert mixed.samples[: mixed.times[5][1]].any() and not mixed.samples[mixed.times[6][0] :].any()
    assert mixed.times[6][0] - mixed.times[5][1] >= round(0.12 * 16_000) - 1


def test_a_live_narration_has_that_voice_too(tmp_path: Path) -> None:
    settings = load_settings({}, store=tmp_path / "store", quote_voice="espeak:en-gb")
    article = quoted_article()
    studio = Studio(settings, lambda _: article)
    try:
        narration = studio.open("an article", "silent")
        assert sum("+" in key for key in narration.clip_keys) == 4
        assert any("quoted" in note for note in studio.clip(narration, 1).notes)
    finally:
        studio.close()
