"""What goes wrong while somebody listens: told, kept within bounds, and mended by asking again."""

from __future__ import annotations

import asyncio
import http.client
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.rooms.live.conftest import Cast, until
from tests.rooms.server.conftest import SENTENCES, CountingEncoders, decoded, narrations_app
from tests.rooms.server.serving import Client, served
from tests.rooms.server.test_app import assert_problem
from tests.tiny_voice import description, model

from oyez.errors import BadVoice
from oyez.exporting.html import article_key
from oyez.live.studio import Studio
from oyez.model.article import Article, Figure, Heading, Image, Paragraph
from oyez.server.app import create_app
from oyez.server.shelf import Shelf
from oyez.server.streams import Streams
from oyez.server.watching import Bell
from oyez.settings import Settings

VOICE = "piper:en_US-fleeting-low"


@pytest.fixture
def fleeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files of a voice that may disappear."""
    folder = tmp_path / "voices"
    folder.mkdir()
    monkeypatch.setenv("OYEZ_VOICES", str(folder))
    file = folder / "en_US-fleeting-low.onnx"
    described = file.with_name(f"{file.name}.json")
    file.write_bytes(model())
    described.write_text(json.dumps(description()), "utf-8")
    return [file, described]


def test_a_server_that_stops_while_it_plays(
    settings: Settings, fleet: Article, order: str, cast: Cast, encoders: CountingEncoders
) -> None:
    """Streams are cut and not ended; another server goes on where this one stopped."""
    cast.held = "number nine"
    cast.gate.clear()
    studio = Studio(settings, Shelf(settings, [fleet]).article, cast.narrator)
    with ThreadPoolExecutor(2) as pool:
        with served(narrations_app(studio, encoders)) as site:
            data = site.json(order, {})
            door = f"/api/narrations/{data['id']}"
            doors = [data["live"]["stream"], data["live"]["events"]]
            waiting = [pool.submit(site.bytes, path) for path in doors]
            until(lambda: len(studio.find(data["id"])._watchers) == len(doors))
        for one in waiting:
            assert isinstance(one.exception(30), http.client.IncompleteRead), "cut, not ended"
    assert not studio.find(data["id"]).watched, "nobody is left behind"
    until(lambda: encoders.open_ones == 0)
    cast.gate.set()
    studio.close()
    next_one = Studio(settings, Shelf(settings, [fleet]).article, cast.narrator)
    with served(narrations_app(next_one, encoders)) as site:
        assert site.events(f"{door}/events")[-1][0] == "done", "the page asks by the id that it has"
        assert len(decoded(site.bytes(f"{door}/stream?from=8"))) > 0
    next_one.close()


def test_whoever_waits_for_the_file_of_one_that_fails_is_told(site: Client, order: str, cast: Cast) -> None:
    cast.broken, cast.failure = "number nine", BadVoice("the file of the voice is gone", "get it again")
    data = site.json(order, {})
    door = f"/api/narrations/{data['id']}"
    for _ in range(2):
        answer = site.open(f"{door}/audio")
        problem = json.load(answer)
        assert (answer.status, problem["code"], problem["hint"]) == (503, "bad-voice", "get it again")
    cast.broken = ""
    site.json(order, {})
    assert site.events(f"{door}/events")[-1][0] == "done"
    assert site.open(f"{door}/audio").status == 200


def test_a_voice_that_disappears_before_it_spoke(
    site: Client, order: str, cast: Cast, fleeting: list[Path], studio: Studio
) -> None:
    cast.gate.clear()
    data = site.json(order, {"voice": VOICE})
    for file in fleeting:
        file.unlink()
    cast.gate.set()
    events = site.events(data["live"]["events"])
    assert events[-1][0] == "failed"
    assert events[-1][1]["code"] == "bad-voice"
    assert events[-1][1]["hint"]
    answer = site.open(order, {"voice": VOICE})
    assert (answer.status, json.load(answer)["code"]) == (404, "voice-not-found")
    other = site.json(order, {})
    assert site.events(other["live"]["events"])[-1][0] == "done", "another voice reads on"


def test_a_voice_that_disappears_between_two_servers(
    site: Client, order: str, cast: Cast, fleeting: list[Path], settings: Settings, fleet: Article
) -> None:
    cast.gate.clear()
    data = site.json(order, {"voice": VOICE})
    for file in fleeting:
        file.unlink()
    client = TestClient(create_app(settings, [fleet]), base_url="http://localhost")
    for door in ("", "/events", "/stream", "/audio"):
        assert_problem(client.get(f"/api/narrations/{data['id']}{door}"), 404, "voice-not-found")


HOSTILE = "<b>&\"'\u202e\0" + "W" * 500


@pytest.mark.parametrize(
    "article",
    [
        Article("Only a title", (), "en"),
        Article("T" * 500, (), "en"),
        Article("word " * 100, (Paragraph("It sails."),), "en"),
        Article(HOSTILE, (Heading(HOSTILE, 2), Paragraph(HOSTILE)), "en"),
        Article("A pond", (Figure(caption="A pond at noon"), Paragraph("It is deep.")), "en"),
        Article("A pond", (Figure(), Paragraph("It is deep.")), "xx-not-a-language"),
        Article("A pond", (Figure(image=Image("http://[", "")), Paragraph("It is deep.")), ""),
        Article("A pond", (Figure(image=Image("javascript:alert(1)", HOSTILE)), Paragraph("Deep.")), "en"),
    ],
    ids=["no body", "500 letters", "500 characters", "hostile", "no image", "no caption", "bad", "script"],
)
def test_odd_articles_are_shown_and_heard(settings: Settings, article: Article) -> None:
    client = TestClient(create_app(settings, [article]), base_url="http://localhost")
    page = client.get("/")
    assert page.status_code == 200
    assert "<b>&" not in page.text
    assert 'src="javascript' not in page.text
    data = client.post(f"/api/articles/{article_key(article)}/narrations", json={}).json()
    assert data["sentences"][0]["block"] is None, "the title comes first"
    assert client.get(f"/api/narrations/{data['id']}/audio").status_code == 200
    assert len(decoded(client.get(f"/api/narrations/{data['id']}/stream").content)) > 0


@pytest.mark.parametrize("blocks", [(), (Figure(),), (Paragraph(""),), (Paragraph("…"),)])
def test_nothing_to_say_is_said(settings: Settings, blocks: tuple[Paragraph | Figure, ...]) -> None:
    article = Article("", blocks, "en")
    client = TestClient(create_app(settings, [article]), base_url="http://localhost")
    assert client.get("/").status_code == 200
    answer = client.post(f"/api/articles/{article_key(article)}/narrations", json={})
    assert assert_problem(answer, 422, "nothing-to-say")["hint"]


def test_other_files_of_the_store_are_no_narrations(
    client: TestClient, article: Article, settings: Settings
) -> None:
    data = client.post(f"/api/articles/{article_key(article)}/narrations", json={}).json()
    client.get(f"/api/narrations/{data['id']}/audio")
    kept = {f"{file.parent.name}{file.name}" for file in (settings.store / "blobs").glob("*/*")}
    assert len(kept) > 3, "clips, the takes and the finished sound"
    for identity in (*(kept - {data["id"]}), data["id"].upper(), "%00", "0" * 9000, "%F0%9F%98%80"):
        for door in ("", "/events", "/stream", "/audio"):
            assert_problem(client.get(f"/api/narrations/{identity}{door}"), 404, "not-found")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422), (b"null", 422), (b"[]", 422), (b"1e999", 422), (b"\xff", 400), (b"[" * 50_000, 400),
        (b'{"speak": null}', 422), (b'{"voice": "/etc/passwd"}', 404), (rb'{"voice": "\u0000"}', 404),
        (rb'{"voice": "\ud800"}', 422), (rb'{"sayings": {"\ud800": "x"}}', 422),
        (b'{"sayings": {" ": "x"}}', 400), (rb'{"sayings": {"boat": "\u0001"}}', 400),
        (json.dumps({"sayings": {f"word {n}": "x" for n in range(600)}}).encode(), 400),
        (json.dumps({"sayings": {f"word {n}": "x" for n in range(1001)}}).encode(), 422),
    ],
)  # fmt: skip
def test_orders_that_are_none(client: TestClient, article: Article, body: bytes, status: int) -> None:
    headers = {"Content-Type": "application/json"}
    answer = client.post(f"/api/articles/{article_key(article)}/narrations", content=body, headers=headers)
    assert answer.status_code == status
    problem = answer.json()
    assert problem["detail"]
    assert problem["hint"], "what to do"


def test_one_who_leaves_while_their_stream_is_opened_frees_it(
    studio: Studio, encoders: CountingEncoders, fleet: Article
) -> None:
    narration = studio.open(article_key(fleet))
    encoders.gate.clear()

    async def leave() -> None:
        first = asyncio.ensure_future(anext(Streams(studio, encoders).open(narration, 0)))
        while not encoders.opening.is_set():
            await asyncio.sleep(0.005)
        first.cancel()
        await asyncio.sleep(0.05)  # they have left, and the thread still opens it
        encoders.gate.set()
        with suppress(asyncio.CancelledError):
            await first

    asyncio.run(leave())
    assert encoders.opened == 1
    until(lambda: encoders.open_ones == 0)
    assert not narration.watched


def test_an_encoder_that_dies_cuts_the_stream_and_the_next_is_whole(
    site: Client, order: str, cast: Cast, encoders: CountingEncoders
) -> None:
    cast.held = "number nine"
    cast.gate.clear()
    data = site.json(order, {})
    answer = site.open(data["live"]["stream"])
    answer.read(700)
    process = encoders._worker._process
    assert process is not None
    process.kill()
    process.wait()
    cast.gate.set()
    with pytest.raises(http.client.IncompleteRead):
        answer.read()
    assert site.events(data["live"]["events"])[-1][0] == "done", "the narration itself is unharmed"
    rows = site.json(f"/api/narrations/{data['id']}")["sentences"]
    assert len(rows) == SENTENCES
    seconds = sum(row["seconds"] + row["pause"] for row in rows)
    assert len(decoded(site.bytes(data["live"]["stream"]))) / 16000 == pytest.approx(seconds, abs=0.1)


def test_a_bell_whose_loop_has_ended_is_not_heard_and_harms_nobody() -> None:
    async def made() -> Bell:
        return Bell()

    bell = asyncio.run(made())
    bell.ring()
