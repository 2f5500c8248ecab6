"""Narrations in the making: each sentence once, the urgent first, and nothing lost by failure or restart."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import numpy as np
import pytest
from tests.rooms.live.conftest import Cast, finished, until

from oyez import api
from oyez.api import Rendered
from oyez.errors import ExportError, NotFound, NothingToSay, SynthesisError, VoiceNotFound
from oyez.live.studio import _HELD, Studio
from oyez.model.article import Article, Figure
from oyez.settings import Settings
from oyez.voices.silent import SilentVoice


def test_each_sentence_is_made_once_in_order(studio: Studio, key: str, cast: Cast) -> None:
    narration = finished(studio.open(key))
    assert sorted(cast.spoken) == sorted(sentence.said for sentence in narration.script.sentences)
    assert len(narration.known_since(0)) == len(narration) == 21
    assert narration.known_since(21) == []


def test_clips_are_what_the_voice_says(studio: Studio, key: str) -> None:
    narration = finished(studio.open(key))
    for index, sentence in enumerate(narration.script.sentences):
        expected = SilentVoice().say(sentence)
        clip, take = studio.clip(narration, index), narration.take(index)
        assert np.array_equal(clip.samples, expected.samples)
        assert take is not None
        assert (clip.times, take.times, take.frames) == (
            expected.times,
            expected.times,
            len(expected.samples),
        )


def test_the_same_order_is_the_same_narration(studio: Studio, key: str) -> None:
    one = studio.open(key, None, {"captions": "full", "code": "skip"}, {"boat": "bote", "noon": "nun"})
    same = studio.open(key, "silent", {"code": "skip", "captions": "full"}, {"noon": "nun", "boat": "bote"})
    assert one is same
    assert studio.find(one.key) is one
    assert len({one.key, studio.open(key).key, studio.open(key, "espeak:en-us").key}) == 3


def test_a_listener_reorders_the_work(studio: Studio, key: str, cast: Cast) -> None:
    cast.gate.clear()
    narration = studio.open(key)
    with studio.listening(narration, 12):
        cast.gate.set()
        finished(narration)
    saids = [sentence.said for sentence in narration.script.sentences]
    later = [said for said in cast.spoken if said not in saids[:2]]  # two were being made before
    assert set(later[:8]) == set(saids[12:20])
    assert len(cast.spoken) == 21 + 1, "one of the two was left, and made later"


def test_whoever_listens_goes_before_what_nobody_waits_for(studio: Studio, key: str, cast: Cast) -> None:
    cast.gate.clear()
    cast.aloud = True
    narration = studio.open(key)
    saids = [sentence.said for sentence in narration.script.sentences]
    until(lambda: all(not narration.work(set()).free[index] for index in (0, 1)))  # both makers are busy
    cast.held = saids[0]
    with studio.listening(narration, 12):
        until(lambda: saids[12] in cast.spoken)
        assert saids[0] not in cast.spoken, "one of them was left alone"
        cast.gate.set()
        finished(narration)
    assert sorted(cast.spoken) == sorted(saids), "what was left is made later"


def test_narrations_share_what_they_have_in_common(studio: Studio, key: str, cast: Cast) -> None:
    finished(studio.open(key))
    other = studio.open(key, None, {"bylines": "full"})
    finished(other)
    assert [studio.clip(other, 3).times] == [SilentVoice().say(other.script.sentences[3]).times]


def test_a_failure_is_told_and_the_next_order_goes_on(studio: Studio, key: str, cast: Cast) -> None:
    cast.broken = "number ten"
    narration = studio.open(key)
    pokes: list[bool] = []
    with narration.watching(lambda: pokes.append(True)):
        until(lambda: narration.failure is not None)
    assert isinstance(narration.failure, SynthesisError)
    until(lambda: len(narration.known_since(0)) >= 9)
    made = len(narration.known_since(0))
    assert not narration.done
    cast.broken = ""
    again = studio.open(key)
    assert again is narration
    finished(again)
    assert len(cast.spoken) == 21 + 1, "only what failed was made twice"
    assert made < 21


def test_what_nobody_foresaw_is_told_too(
    studio: Studio, key: str, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("threading.excepthook", lambda _: None)
    cast.broken, cast.failure = "number ten", ZeroDivisionError("secret")
    narration = studio.open(key)
    until(lambda: narration.failure is not None)
    assert narration.failure is not None
    assert "secret" not in str(narration.failure)
    cast.broken = ""
    finished(studio.open(key))


def test_what_cannot_be_ordered(studio: Studio, key: str) -> None:
    with pytest.raises(NotFound):
        studio.open("000000000000")
    with pytest.raises(NotFound):
        studio.find("0" * 32)
    with pytest.raises(VoiceNotFound):
        studio.open(key, "nobody")
    with pytest.raises(NotFound):
        studio.open(key).require(21)


def test_nothing_to_say(settings: Settings) -> None:
    silent = Article("", (Figure(caption="A pond"),), "en")
    with pytest.raises(NothingToSay):
        Studio(settings, lambda _: silent).open("any")


def test_another_studio_finds_what_was_ordered_and_done(
    open_studio: Callable[[], Studio], key: str, cast: Cast
) -> None:
    first = open_studio()
    narration = finished(first.open(key))
    content = first.sound(narration).content
    second = open_studio()
    found = second.find(narration.key)
    assert found.done
    assert second.sound(found).content == content
    audio = {"src": "/a", "type": "audio/mp4"}
    assert found.player(audio, {}) == {**narration.player(audio, {})}
    assert len(cast.spoken) == 21


def test_another_studio_goes_on_with_what_was_not_done(
    open_studio: Callable[[], Studio], key: str, cast: Cast
) -> None:
    cast.broken = "number fifteen"
    first = open_studio()
    narration = first.open(key)
    until(lambda: narration.failure is not None)
    first.close()
    cast.broken = ""
    found = finished(open_studio().find(narration.key))
    assert found is not narration
    assert found.key == narration.key


def test_a_bounded_number_is_held(studio: Studio, key: str) -> None:
    watched = studio.open(key)
    with watched.watching(lambda: None):
        for number in range(40):
            studio.open(key, None, None, {"boat": f"boat {number}"})
        assert studio.find(watched.key) is watched
    assert len(studio._held) <= 33


def test_the_length_is_estimated_by_what_was_made(studio: Studio, key: str, cast: Cast) -> None:
    cast.gate.clear()
    narration = studio.open(key)
    before = narration.player({}, {})
    assert not before["complete"]
    cast.gate.set()
    after = finished(narration).player({"src": "/a", "type": "audio/mp4"}, {})
    assert after["complete"]
    assert (after["live"], after["audio"]) == (None, {"src": "/a", "type": "audio/mp4"})
    assert before["seconds"] == pytest.approx(after["seconds"], rel=0.5)
    closer = studio.open(key, None, None, {"noon": "midday"}).player({}, {})
    assert closer["seconds"] == pytest.approx(after["seconds"], rel=0.2)


@contextmanager
def all_watched(studio: Studio, key: str) -> Iterator[None]:
    """As many narrations as are held, each with somebody who listens."""
    with ExitStack() as watchers:
        for number in range(_HELD):
            one = studio.open(key, None, None, {"boat": f"boat {number}"})
            watchers.enter_context(one.watching(lambda: None))
        yield


def test_the_wanted_one_is_held_and_made_though_all_others_are_watched(studio: Studio, key: str) -> None:
    with all_watched(studio, key):
        last = studio.open(key)
        assert studio.find(last.key) is last
        finished(last)


def test_one_that_failed_is_held_when_it_is_wanted_again(studio: Studio, key: str, cast: Cast) -> None:
    cast.broken = "number ten"
    failed = studio.open(key)
    until(lambda: failed.failure is not None)
    cast.broken, cast.held = "", "never said"
    with all_watched(studio, key):
        again = studio.open(key)
        assert studio.find(again.key) is again
        finished(again)


def test_whoever_waits_for_one_that_was_put_away_is_told(studio: Studio, key: str, cast: Cast) -> None:
    cast.gate.clear()
    found = studio.open(key)
    for number in range(_HELD):  # it was found, and is not watched yet
        studio.open(key, None, None, {"boat": f"boat {number}"})
    with found.watching(lambda: None):
        assert isinstance(found.failure, NotFound)
        assert found.failure.hint
    cast.gate.set()
    again = finished(studio.find(found.key))
    assert again is not found


def test_the_frames_of_those_who_were_told_do_not_pile_up(studio: Studio, key: str, cast: Cast) -> None:
    cast.broken = "number ten"
    narration = studio.open(key)
    until(lambda: narration.failure is not None)
    for _ in range(50):
        with pytest.raises(SynthesisError) as told:
            narration.require_health()
    assert len(traceback.extract_tb(told.value.__traceback__)) < 5
    cast.broken = ""
    finished(studio.open(key)).require_health()


def test_a_finished_sound_does_not_wait_for_another(
    studio: Studio, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = finished(studio.open(key))
    content = studio.sound(done).content
    begun, gate = threading.Event(), threading.Event()

    def slowly(*_args: object, **_options: object) -> Rendered:
        begun.set()
        assert gate.wait(30)
        raise ExportError("no sound", "none")

    monkeypatch.setattr(api, "render", slowly)
    other = studio.open(key, None, None, {"boat": "ship"})
    assert begun.wait(30)
    try:
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(studio.sound, done).result(30).content == content
    finally:
        gate.set()
    until(lambda: other.failure is not None)
