"""Narrations heard while they are made."""

from __future__ import annotations

import http.client
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from fastapi.testclient import TestClient
from tests.rooms.live.conftest import Cast, until
from tests.rooms.server.conftest import LIVE_TYPE, SENTENCES, CountingEncoders, decoded
from tests.rooms.server.serving import Client, served
from tests.rooms.server.test_app import assert_problem

from oyez import api
from oyez.exporting.html import article_key
from oyez.live.studio import Studio
from oyez.model.article import Article, Figure
from oyez.model.narration import pause_frames
from oyez.narrating import Narrator
from oyez.server.app import create_app
from oyez.settings import Settings


def test_an_order_is_answered_at_once(site: Client, order: str, cast: Cast) -> None:
    cast.gate.clear()
    data = site.json(order, {})
    assert not data["complete"]
    assert data["audio"] is None
    door = f"/api/narrations/{data['id']}"
    assert data["live"] == {
        "events": f"{door}/events",
        "stream": f"{door}/stream",
        "type": LIVE_TYPE,
        "lead": 0,
    }
    assert len(data["sentences"]) == SENTENCES
    assert not any(sentence["made"] for sentence in data["sentences"])
    assert data["words_per_minute"] > 0
    assert site.json(order, {"voice": "silent", "speak": {}, "sayings": {}}) == data
    assert site.json(door) == data


def test_everything_made_is_told_once_and_the_end(site: Client, order: str) -> None:
    data = site.json(order, {})
    events = site.events(data["live"]["events"])
    assert [name for name, _ in events if name != "made"] == ["done"]
    rows = [row for name, body in events if name == "made" for row in body["sentences"]]
    assert sorted(row[0] for row in rows) == list(range(SENTENCES))
    done = events[-1][1]
    assert done["complete"]
    assert done["live"] is None
    assert done["audio"] == {"src": f"/api/narrations/{data['id']}/audio", "type": "audio/mp4"}
    whole = site.json(f"/api/narrations/{data['id']}")
    assert done == {name: value for name, value in whole.items() if name != "sentences"}
    for index, seconds, words in rows:
        sentence = whole["sentences"][index]
        assert sentence["made"]
        assert (seconds, words) == (sentence["seconds"], [word[2:] for word in sentence["words"]])
    late = site.events(data["live"]["events"])
    assert [name for name, _ in late] == ["made", "done"]
    assert len(late[0][1]["sentences"]) == SENTENCES


def test_streams_and_file_last_as_long_as_they_say(site: Client, order: str) -> None:
    data = site.json(order, {})
    site.events(data["live"]["events"])  # until it is done
    done = site.json(f"/api/narrations/{data['id']}")
    for start in (0, 5, SENTENCES - 1):
        answer = site.open(f"{data['live']['stream']}?from={start}")
        assert answer.headers["content-type"] == LIVE_TYPE
        assert answer.headers["cache-control"] == "no-store"
        rest = done["sentences"][start:]
        seconds = sum(sentence["seconds"] + sentence["pause"] for sentence in rest)
        assert len(decoded(answer.read())) / 16000 == pytest.approx(seconds, abs=1024 / 16000)
    whole = site.bytes(done["audio"]["src"])
    assert len(decoded(whole)) / 16000 == pytest.approx(done["seconds"], abs=1024 / 16000)


def test_the_finished_file_comes_in_parts(client: TestClient, article: Article) -> None:
    data = client.post(f"/api/articles/{article_key(article)}/narrations", json={}).json()
    source = f"/api/narrations/{data['id']}/audio"
    whole = client.get(source)
    assert (whole.status_code, whole.headers["content-type"]) == (200, "audio/mp4")
    part = client.get(source, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert client.get(source, headers={"If-None-Match": whole.headers["etag"]}).status_code == 304


def test_the_sound_is_the_clips_in_order(settings: Settings, fleet: Article) -> None:
    """By a voice that can be heard: each stretch of the stream is most like the clip that belongs there."""
    with served(create_app(settings, [fleet])) as site:
        order = f"/api/articles/{article_key(fleet)}/narrations"
        data = site.json(order, {"voice": "espeak:en-us"})
        whole = decoded(site.bytes(data["live"]["stream"]))
        tail = decoded(site.bytes(f"{data['live']['stream']}?from=6"))
    script = api.adapt(fleet)
    narrator = Narrator(api.voice_for("espeak:en-us", "en", settings), settings)
    clips = list(narrator.clips(script))
    pauses = [pause_frames(sentence.pause, 22050) for sentence in script.sentences]
    pieces = [np.pad(clip.samples, (0, pause)) for clip, pause in zip(clips, pauses, strict=True)]
    pcm = np.concatenate(pieces).astype(np.float32) / 32768 * narrator.gain
    before = sum(len(piece) for piece in pieces[:6])
    for heard, expected in ((whole, pcm), (tail, pcm[before:])):
        assert 0 <= len(heard) - len(expected) <= 1024
        assert np.corrcoef(heard[: len(expected)], expected)[0, 1] > 0.97
        shifted = np.corrcoef(heard[11 : len(expected)], expected[:-11])[0, 1]  # by half a millisecond
        assert shifted < np.corrcoef(heard[: len(expected)], expected)[0, 1]


def test_what_cannot_be_had_is_a_problem(client: TestClient, settings: Settings, article: Article) -> None:
    order = f"/api/articles/{article_key(article)}/narrations"
    assert_problem(client.post("/api/articles/000000000000/narrations", json={}), 404, "not-found")
    assert_problem(client.post(order, json={"voice": "nobody"}), 404, "voice-not-found")
    assert_problem(client.post(order, json={"voice": ""}), 422, "invalid-request")
    assert_problem(client.post(order, json={"speed": 2}), 422, "invalid-request")
    assert_problem(client.post(order, json={"speak": {"captions": "loud"}}), 400, "invalid-option")
    assert_problem(client.post(order, json={"speak": {"hymns": "full"}}), 400, "invalid-option")
    assert_problem(client.post(order, content=b"{}"), 415, "unsupported-format")
    for door in ("", "/events", "/stream", "/audio"):
        assert_problem(client.get(f"/api/narrations/{'0' * 32}{door}"), 404, "not-found")
    data = client.post(order, json={}).json()
    for start, status, code in (
        ("3", 404, "not-found"),
        ("-1", 404, "not-found"),
        ("x", 422, "invalid-request"),
    ):
        assert_problem(client.get(f"{data['live']['stream']}?from={start}"), status, code)
    dumb = Article("", (Figure(caption="A pond"),), "en")
    silent = TestClient(create_app(settings, [dumb]), base_url="http://localhost")
    answer = silent.post(f"/api/articles/{article_key(dumb)}/narrations", json={})
    assert_problem(answer, 422, "nothing-to-say")


def test_a_voice_that_fails_is_told_and_tried_again(site: Client, order: str, cast: Cast) -> None:
    cast.broken = "number nine"
    data = site.json(order, {})
    name, problem = site.events(data["live"]["events"])[-1]
    assert name == "failed"
    assert {"title", "detail", "code", "hint"} <= set(problem)
    assert problem["code"] == "synthesis-error"
    with pytest.raises(http.client.IncompleteRead) as cut:
        site.bytes(data["live"]["stream"])
    now = site.json(f"/api/narrations/{data['id']}")
    made = now["sentences"][:9]
    assert all(row["made"] for row in made)
    seconds = sum(row["seconds"] + row["pause"] for row in made)
    # A limiter's block and a packet of the encoder wait for what follows.
    assert len(decoded(cut.value.partial)) / 16000 > seconds - 0.7
    assert site.open(f"{data['live']['stream']}?from=9").status == 503
    cast.broken = ""
    assert site.json(order, {})["id"] == data["id"]
    assert site.events(data["live"]["events"])[-1][0] == "done"
    assert len(site.bytes(data["live"]["stream"])) > len(cut.value.partial)


def test_who_listens_ahead_is_served_first(site: Client, order: str, cast: Cast, studio: Studio) -> None:
    cast.gate.clear()
    data = site.json(order, {})
    narration = studio.find(data["id"])
    with ThreadPoolExecutor(1) as pool:
        tail = pool.submit(site.bytes, f"{data['live']['stream']}?from=8")
        until(lambda: bool(narration._listeners))
        cast.gate.set()
        assert len(decoded(tail.result())) > 0
    saids = [sentence["said"] for sentence in data["sentences"]]
    later = [said for said in cast.spoken if said not in saids[:2]]  # two were being made before
    assert set(later[:5]) == set(saids[8:])


def test_one_who_leaves_frees_everything(
    site: Client, order: str, cast: Cast, encoders: CountingEncoders, studio: Studio
) -> None:
    cast.held = "number nine"
    cast.gate.clear()
    data = site.json(order, {})
    answer = site.open(data["live"]["stream"])
    answer.read(700)
    assert encoders.open_ones == 1
    answer.close()
    until(lambda: encoders.open_ones == 0)
    until(lambda: not studio.find(data["id"]).watched)


def test_many_who_wait_keep_no_door_closed(
    site: Client, order: str, cast: Cast, studio: Studio, encoders: CountingEncoders
) -> None:
    cast.gate.clear()
    data = site.json(order, {})
    sizes: list[int] = []
    lock = threading.Lock()

    def listen(path: str) -> None:
        content = site.bytes(path)
        with lock:
            sizes.append(len(content))

    paths = [data["live"]["stream"], data["live"]["events"]] * 25
    threads = [threading.Thread(target=listen, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    narration = studio.find(data["id"])
    until(lambda: len(narration._watchers) == len(paths))
    assert site.bytes("/health") == b'"ok"'
    assert sizes == []
    cast.gate.set()
    for thread in threads:
        thread.join()
    assert len(sizes) == len(paths)
    assert len(cast.spoken) == SENTENCES, "all share one making"
    assert encoders.open_ones == 0


def test_twenty_clients_hear_the_same(site: Client, order: str, cast: Cast) -> None:
    def listen(_: int) -> bytes:
        return site.bytes(site.json(order, {})["live"]["stream"])

    with ThreadPoolExecutor(20) as pool:
        heard = list(pool.map(listen, range(20)))
    assert len(set(heard)) == 1
    assert len(cast.spoken) == SENTENCES


def test_after_a_restart_articles_and_narrations_are_found(settings: Settings) -> None:
    text = "The pier is closed\n\nThe pier at Cold Staithe was closed on Monday while divers looked at it.\n"
    with served(create_app(settings)) as site:
        opened = site.json("/api/articles", {"source": text})
        data = site.json(f"/api/articles/{opened['id']}/narrations", {})
        done = site.events(data["live"]["events"])[-1][1]
    with served(create_app(settings)) as site:
        assert site.open(opened["url"]).status == 200
        again = site.json(f"/api/articles/{opened['id']}/narrations", {})
        sentences = again.pop("sentences")
        assert again == done, "what was done is there at once"
        assert all(sentence["made"] for sentence in sentences)
        assert site.bytes(again["audio"]["src"])
        assert site.open("/a/000000000000").status == 404
