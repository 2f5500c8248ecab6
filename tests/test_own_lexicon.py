"""The listener's lexicon: kept in one file, in force everywhere, and a change re-speaks what it must only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import oyez
from oyez.errors import BadLexicon, InvalidOption, NotFound, NotWritable
from oyez.live.studio import Studio
from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip
from oyez.model.script import Sentence
from oyez.own_lexicon import heard, keep_lexicon, kept_lexicon, lexicon_from, own_lexicon, removed
from oyez.scripting import Lexicon, entry
from oyez.settings import Settings, load_settings
from oyez.voices.silent import SilentVoice

TEXT = "Ada Ebbwick came. It rained all day. Ebbwick’s aide left. Nobody said why."
ARTICLE = Article("News", (Paragraph(TEXT),), "en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(store=tmp_path / "store", lexicon=tmp_path / "kept" / "lexicon.pls")


def keep(settings: Settings, *pairs: tuple[str, str]) -> None:
    keep_lexicon(Lexicon().added(entry(written, said) for written, said in pairs), settings)


def test_the_setting_is_found_like_every_other(tmp_path: Path) -> None:
    file = tmp_path / "mine.pls"
    assert load_settings({"OYEZ_LEXICON": str(file)}).lexicon == file
    assert load_settings({}).lexicon.name == "lexicon.pls"


def test_it_is_empty_until_something_is_kept(settings: Settings) -> None:
    assert own_lexicon(settings) == Lexicon() == kept_lexicon(settings).lexicon
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    assert [one.ipa for one in own_lexicon(settings)] == ["ˈɛbɪk"]
    assert list(settings.lexicon.parent.iterdir()) == [settings.lexicon], "nothing lies beside it"


def test_it_is_in_force_without_being_named(settings: Settings) -> None:
    def said() -> list[str | None]:
        script = oyez.adapt(ARTICLE, settings=settings)
        return [word.phonemes for one in script.sentences for word in one.words if "Ebb" in word.say]

    assert said() == [None, None]
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    assert said() == ["ˈɛbɪk", "ˈɛbɪks"]
    keep(settings, ("Ebbwick", "/ˈɛb/"))
    assert said() == ["ˈɛb", "ˈɛbz"]


def test_a_given_lexicon_is_the_only_one(settings: Settings) -> None:
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    script = oyez.adapt(ARTICLE, lexicon=Lexicon(), settings=settings)
    assert not any(word.phonemes for word in script.sentences[1].words)


def test_the_environment_names_the_file(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    monkeypatch.setenv("OYEZ_LEXICON", str(settings.lexicon))
    assert oyez.adapt(ARTICLE).sentences[1].words[1].phonemes == "ˈɛbɪk"


def test_a_broken_file_leaves_the_old_one_in_force(settings: Settings) -> None:
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    assert not oyez.adapt(ARTICLE, settings=settings).notes
    settings.lexicon.write_text("<lexicon", "utf-8")
    script = oyez.adapt(ARTICLE, settings=settings)
    assert script.sentences[1].words[1].phonemes == "ˈɛbɪk"
    assert any("line 1" in note and str(settings.lexicon) in note for note in script.notes)
    with pytest.raises(BadLexicon, match="line 1"):
        own_lexicon(settings)
    keep(settings, ("Ebbwick", "/ˈɛb/"))
    assert not oyez.adapt(ARTICLE, settings=settings).notes


def test_a_removed_file_is_no_lexicon_any_more(settings: Settings) -> None:
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    assert kept_lexicon(settings).lexicon.entries
    settings.lexicon.unlink()
    assert kept_lexicon(settings).lexicon == Lexicon()


def test_files_that_cannot_be_had_say_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no file"):
        lexicon_from(tmp_path / "none.pls")
    with pytest.raises(BadLexicon, match="cannot be read"):
        lexicon_from(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotWritable, match="cannot be made"):
        keep_lexicon(Lexicon(), load_settings(lexicon=tmp_path / "file" / "lexicon.pls"))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_failed_write_leaves_the_old_file(settings: Settings) -> None:
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    settings.lexicon.parent.chmod(0o500)
    try:
        with pytest.raises(NotWritable):
            keep(settings, ("Ebbwick", "/ˈɛb/"))
    finally:
        settings.lexicon.parent.chmod(0o700)
    assert own_lexicon(settings).entries[0].ipa == "ˈɛbɪk"


def test_removing_names_what_is_there() -> None:
    lexicon = Lexicon((entry("Ebbwick", "/ɛb/"), entry("Xi", "/ʃiː/", "en")))
    assert len(removed(lexicon, "Ebbwick")) == 1
    with pytest.raises(InvalidOption, match=r"no entry 'Ebwick'.*did you mean Ebbwick"):
        removed(lexicon, "Ebwick")
    with pytest.raises(InvalidOption, match=r"is for en.*--language en"):
        removed(lexicon, "Xi")


def test_who_says_how_a_word_is_said() -> None:
    own = Lexicon((entry("Ebbwick", "/ˈɛbɪk/"), entry("Leung", "Lee-ung")))
    found = heard("Ebbwick, Leung, Kyiv rain", "en", own)
    assert [(one.written, one.ipa or one.say, one.source.partition(" ")[0]) for one in found] == [
        ("Ebbwick,", "ˈɛbɪk", "your"),
        ("Leung,", "Lee-ung", "your"),
        ("Kyiv", "kˈiːv", "the"),
        ("rain", "rain", "the"),
    ]


# What a change costs.


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the silent voice had to speak, in order."""
    calls: list[str] = []
    say = SilentVoice.say

    def counted(self: SilentVoice, sentence: Sentence) -> Clip:
        calls.append(sentence.said)
        return say(self, sentence)

    monkeypatch.setattr(SilentVoice, "say", counted)
    return calls


def test_a_changed_entry_speaks_only_the_sentences_that_hold_the_word(
    settings: Settings, spoken: list[str]
) -> None:
    def narrate() -> list[str]:
        spoken.clear()
        list(oyez.stream(oyez.adapt(ARTICLE, settings=settings), "silent", settings=settings))
        return list(spoken)

    assert len(narrate()) == 5
    assert narrate() == []
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
    assert narrate() == ["Ada Ebbwick came.", "Ebbwick's aide left."]
    keep(settings, ("Ebbwick", "/ˈɛbɪk/"), ("Mossbank", "/mˈɔːs/"))
    assert narrate() == []
    keep(settings, ("Ebbwick", "Ebb-ick"))
    assert narrate() == ["Ada Ebb-ick came.", "Ebb-ick's aide left."]
    settings.lexicon.unlink()
    assert narrate() == [], "what was said before is kept"


def test_the_page_hears_a_changed_entry(settings: Settings) -> None:
    studio = Studio(settings, lambda _: ARTICLE)
    try:
        one = studio.open("key", "silent")
        assert studio.open("key", "silent") is one
        keep(settings, ("Ebbwick", "/ˈɛbɪk/"))
        assert studio.open("key", "silent").key != one.key
        other = studio.open("key", "silent", sayings={"aide": "/ˈeɪd/"})
        assert other.key != one.key
        said = [word.phonemes for part in other.script.sentences for word in part.words if word.phonemes]
        assert said[:3] == ["ˈɛbɪk", "ˈɛbɪks", "ˈeɪd"]
        with pytest.raises(InvalidOption, match="no sign of the IPA"):
            studio.open("key", "silent", sayings={"aide": "/Ade/"})
    finally:
        studio.close()
