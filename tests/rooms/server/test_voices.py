"""The doors to voices."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.voice_host import Manners, VoiceHost

from oyez.server.problems import add_problems
from oyez.server.voices import add_voices
from oyez.settings import load_settings
from oyez.voices.catalogue import Catalogue, CatalogueVoice, catalogue

NAME = "piper:en_US-tiny-low"


@pytest.fixture
def client(
    tmp_path: Path, host: VoiceHost, voice: CatalogueVoice, monkeypatch: pytest.MonkeyPatch
) -> TestClient:
    monkeypatch.setenv("OYEZ_VOICES", str(tmp_path / "voices"))
    settings = load_settings(store=tmp_path / "store", voice_mirror=host.address)
    app = FastAPI()
    add_problems(app)
    add_voices(app, settings, Catalogue((*catalogue().voices, voice)))
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


def events(client: TestClient, name: str = NAME) -> list[tuple[str, dict[str, Any]]]:
    """All events until the stream ends."""
    answer = client.get(f"/api/voices/{name}/progress")
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = []
    for block in answer.text.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


def names(client: TestClient, which: str) -> set[str]:
    return {one["name"] for one in client.get("/api/voices").json()[which]}


def test_the_list(client: TestClient) -> None:
    listed = client.get("/api/voices").json()
    english = next(one for one in listed["voices"] if one["name"] == "espeak:en-us")
    assert english == {
        "name": "espeak:en-us", "engine": "espeak", "language": "en-us", "label": english["label"],
        "natural": False, "licence": english["licence"], "quality": None, "installed": True,
    }  # fmt: skip
    amy = next(one for one in listed["available"] if one["name"] == "piper:en_US-amy-medium")
    assert amy == {
        "name": "piper:en_US-amy-medium", "language": "en-us", "label": "Amy, medium", "quality": "medium",
        "bytes": amy["bytes"], "licence": None, "recommended": True,
    }  # fmt: skip
    assert amy["bytes"] > 60_000_000


def test_a_preview_is_a_sound_in_ranges(client: TestClient) -> None:
    whole = client.get("/api/voices/espeak:de/preview")
    assert whole.status_code == 200 and whole.headers["content-type"] == "audio/mp4"
    assert whole.content[4:8] == b"ftyp"
    part = client.get("/api/voices/espeak:de/preview", headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")
    same = client.get("/api/voices/espeak:de/preview", headers={"If-None-Match": whole.headers["etag"]})
    assert same.status_code == 304


def test_a_preview_is_made_once_for_all_who_wait(client: TestClient) -> None:
    with ThreadPoolExecutor(6) as pool:
        made = list(pool.map(lambda _: client.get("/api/voices/espeak:fr-fr/preview").content, range(6)))
    assert len(set(made)) == 1


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("nobody", 404, "voice-not-found"),
        (NAME, 404, "voice-not-found"),  # not in the catalogue of the package
        ("piper:en_US-amy-medium", 409, "voice-not-installed"),
        ("piper:..%5C..%5Cetc", 404, "voice-not-found"),
        ("x" * 201, 422, "invalid-request"),
    ],
)
def test_previews_of_what_is_not_here(client: TestClient, name: str, status: int, code: str) -> None:
    answer = client.get(f"/api/voices/{name}/preview")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_voice_is_installed_while_others_watch(client: TestClient, host: VoiceHost) -> None:
    assert NAME in names(client, "available") and NAME not in names(client, "voices")
    assert client.get(f"/api/voices/{NAME}/progress").status_code == 409, "nobody asked for it"
    host.manners = Manners(gate=threading.Event())
    started = client.post(f"/api/voices/{NAME}", json={})
    assert started.status_code == 202
    assert started.json() == {"progress": "/api/voices/piper%3Aen_US-tiny-low/progress"}
    assert client.post("/api/voices/tiny", json={}).status_code == 202, "the second joins the first"
    with ThreadPoolExecutor(3) as pool:
        watching = [pool.submit(events, client) for _ in range(2)]
        # Two who watch hold no thread: other doors answer.
        assert client.get("/api/voices").status_code == 200
        assert host.manners.gate
        host.manners.gate.set()
        seen = [watcher.result() for watcher in watching]
    for told in seen:
        kinds = [kind for kind, _ in told]
        assert kinds[-1] == "done" and set(kinds[:-1]) <= {"progress"}
        assert told[-1][1] == {"name": NAME}
        come = [data["bytes"] for kind, data in told if kind == "progress"]
        assert come == sorted(come)
    assert len(host.models_asked) == 1
    assert NAME in names(client, "voices") and NAME not in names(client, "available")
    assert (
        next(one for one in client.get("/api/voices").json()["voices"] if one["name"] == NAME)["quality"]
        == "low"
    )
    assert client.get(f"/api/voices/{NAME}/preview").status_code == 200
    assert client.post(f"/api/voices/{NAME}", json={}).status_code == 202
    assert events(client) == [("done", {"name": NAME})], "it is here already"


def test_a_failure_is_told_and_can_be_mended(client: TestClient, host: VoiceHost) -> None:
    host.manners = Manners(status=404)
    client.post(f"/api/voices/{NAME}", json={})
    kind, problem = events(client)[-1]
    assert kind == "failed"
    assert problem["code"] == "bad-download" and problem["detail"] and problem["hint"] and problem["title"]
    assert events(client)[-1][0] == "failed", "who comes later hears it too"
    host.manners = Manners()
    client.post(f"/api/voices/{NAME}", json={})
    assert events(client)[-1][0] == "done"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_forms_of_other_sites_install_nothing(client: TestClient, host: VoiceHost, kind: str) -> None:
    answer = client.post(f"/api/voices/{NAME}", content="{}", headers={"Content-Type": kind})
    assert answer.status_code == 415
    assert not host.asked


@pytest.mark.parametrize("door", ["", "/progress"])
def test_other_names_are_not_installed(client: TestClient, host: VoiceHost, door: str) -> None:
    answer = client.get(f"/api/voices/nobody{door}") if door else client.post("/api/voices/nobody", json={})
    assert (answer.status_code, answer.json()["code"]) == (404, "voice-not-found")
    assert not host.asked


def test_the_card(client: TestClient, host: VoiceHost) -> None:
    assert client.get(f"/api/voices/{NAME}/card").json() == {
        "card": "# Model card for tiny\n\n* Language: en_US\n\n## Dataset\n\n* License: CC0\n",
        "licence": "CC0", "warning": None,
    }  # fmt: skip
    answer = client.get("/api/voices/amy/card")
    assert (answer.status_code, answer.json()["code"]) == (503, "bad-download"), "this host has it not"
