"""The doors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.rooms.reading.printed import column, pdf
from tests.rooms.reading.test_epub import BOOK, epub
from tests.rooms.reading.test_feed import RSS

from oyez.errors import OyezError
from oyez.exporting.html import article_key
from oyez.exporting.web_files import STYLES
from oyez.model.article import Article, Paragraph
from oyez.model.json import from_json
from oyez.server.app import create_app
from oyez.server.bodies import BYTES
from oyez.server.shelf import Shelf
from oyez.settings import Settings

TEXT = "The pier is closed\n\nThe pier at Cold Staithe was closed on Monday while divers looked at it.\n"


def assert_problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    """An application/problem+json with everything it must say."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert {"type", "title", "status", "detail", "code", "hint"} <= set(body)
    assert (body["status"], body["code"]) == (status, code)
    assert body["detail"]
    return body


def test_one_article_is_the_first_page(client: TestClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert '<p class="paragraph" data-block="0">It sails at noon.</p>' in answer.text


def test_pages_run_only_their_own_scripts(client: TestClient) -> None:
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    nonce = re.search(r"script-src 'self' 'nonce-([\w-]+)'", policy)
    assert nonce
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    for attributes in re.findall(r"<script\b([^>]*)>", answer.text):
        assert f'nonce="{nonce[1]}"' in attributes or 'type="application/json"' in attributes
    assert not re.search(r"<[^>]+\s(?:on\w+|style)=", answer.text)
    assert nonce[1] not in client.get("/").text, "a nonce is used once"


def test_several_articles_are_a_shelf(client: TestClient, article: Article) -> None:
    opened = client.post("/api/articles", json={"source": TEXT}).json()
    assert opened["title"] == "The pier is closed"
    page = client.get("/").text
    assert f'href="{opened["url"]}"' in page
    assert f'href="/a/{article_key(article)}"' in page
    assert client.get(opened["url"]).status_code == 200
    assert client.get("/api/articles").json()["articles"][0]["id"] == opened["id"]


def test_articles_as_json(client: TestClient, article: Article) -> None:
    answer = client.get(f"/api/articles/{article_key(article)}")
    assert from_json(Article, answer.content) == article


def test_files_are_opened_by_their_content(client: TestClient) -> None:
    for content, title in ((epub(BOOK), "Night Boats"), (pdf([column(TEXT.split("\n") * 3)]), "")):
        answer = client.post("/api/files", content=content, headers={"Content-Type": BYTES})
        assert (answer.status_code, answer.json()["title"]) == (201, title)
        assert client.get(answer.json()["url"]).status_code == 200
    headers = {"Content-Type": BYTES}
    assert_problem(client.post("/api/files", content=b"", headers=headers), 422, "not-an-article")
    assert_problem(
        client.post("/api/files", content=b"\x89PNG\r\n\x1a\n\0", headers=headers), 415, "unsupported-format"
    )
    assert_problem(client.post("/api/files", content=b"a" * 500_000, headers=headers), 413, "too-large")


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "application/json", ""])
def test_forms_of_other_sites_send_no_files(client: TestClient, kind: str) -> None:
    answer = client.post("/api/files", content=TEXT.encode(), headers={"Content-Type": kind})
    assert_problem(answer, 415, "unsupported-format")


def test_a_part_of_a_feed(client: TestClient) -> None:
    opened = client.post("/api/articles", json={"source": RSS, "part": 2}).json()
    assert opened["title"] == "Old & short"
    assert_problem(client.post("/api/articles", json={"source": RSS, "part": 3}), 400, "invalid-option")
    assert_problem(client.post("/api/articles", json={"source": RSS, "part": 0}), 422, "invalid-request")


@pytest.mark.parametrize("source", ["", "  ", "/etc/passwd\0", "file:///etc/passwd", "ftp://a.example/x"])
def test_a_source_is_an_address_or_a_text(client: TestClient, source: str) -> None:
    answer = client.post("/api/articles", json={"source": source})
    assert answer.status_code in (400, 201)
    assert "root:" not in answer.text


def test_a_path_opens_no_file(client: TestClient, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)
    answer = client.post("/api/articles", json={"source": str(path)})
    assert "pier" not in answer.text
    if answer.status_code == 201:
        assert "pier" not in client.get(f"/api/articles/{answer.json()['id']}").text


def test_this_machine_is_not_fetched_from(client: TestClient) -> None:
    answer = client.post("/api/articles", json={"source": "http://127.0.0.1:1/x"})
    assert_problem(answer, 403, "refused")


def test_narrations(client: TestClient, article: Article) -> None:
    key = article_key(article)
    data = client.post(f"/api/articles/{key}/narrations", json={}).json()
    assert data["voice"]["name"] == "silent"
    assert [sentence["block"] for sentence in data["sentences"]] == [None, 0, 1]
    door = f"/api/narrations/{data['id']}/audio"
    sound = client.get(door)
    assert sound.status_code == 200
    assert sound.headers["content-type"] == "audio/mp4"
    part = client.get(door, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, sound.content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(sound.content)}"
    beyond = client.get(door, headers={"Range": f"bytes={len(sound.content)}-"})
    assert beyond.status_code == 416
    same = client.get(door, headers={"If-None-Match": sound.headers["etag"]})
    assert same.status_code == 304


def test_voices(client: TestClient) -> None:
    voices = client.get("/api/voices").json()["voices"]
    assert {"silent", "espeak:en-us"} <= {voice["name"] for voice in voices}
    assert all(voice["label"] and voice["licence"] for voice in voices)


def test_modules_styles_and_their_versions(client: TestClient) -> None:
    for name, kind in (
        ("player.js", "text/javascript"),
        (STYLES, "text/css"),
        ("icon.svg", "image/svg+xml"),
    ):
        answer = client.get(f"/web/{name}")
        assert answer.headers["content-type"].startswith(kind)
        tag = answer.headers["etag"]
        assert client.get(f"/web/{name}", headers={"If-None-Match": tag}).status_code == 304
    for name in ("nothing.js", "../app.py", "..%2fapp.py", "%2e%2e/app.py", "__init__.py"):
        assert client.get(f"/web/{name}").status_code == 404


def test_health(client: TestClient) -> None:
    assert client.get("/health").json()["status"] == "ok"


def test_problems(client: TestClient, article: Article) -> None:
    key = article_key(article)
    assert_problem(client.get("/api/articles/000000000000"), 404, "not-found")
    narrations = f"/api/articles/{key}/narrations"
    assert_problem(client.post(narrations, json={"voice": "nobody"}), 404, "voice-not-found")
    assert_problem(client.post(narrations, json={"voice": ""}), 422, "invalid-request")
    assert_problem(client.get("/nowhere"), 404, "not-found")
    assert_problem(client.delete("/health"), 405, "method-not-allowed")
    assert_problem(client.post("/api/articles", json={"sauce": "x"}), 422, "invalid-request")
    assert_problem(client.post("/api/articles", json={"source": "x", "path": "/etc"}), 422, "invalid-request")
    headers = {"Content-Type": "application/json"}
    assert_problem(client.post("/api/articles", content=b"{", headers=headers), 422, "invalid-request")
    assert_problem(client.post("/api/articles", json={"source": "<p>\n</p>"}), 422, "not-an-article")


def test_people_get_a_page_about_a_problem(client: TestClient) -> None:
    answer = client.get("/a/<b>", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "There is no article" in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_forms_of_other_sites_open_nothing(client: TestClient, kind: str) -> None:
    answer = client.post("/api/articles", content=b'{"source": "x\\ny"}', headers={"Content-Type": kind})
    assert_problem(answer, 415, "unsupported-format")


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("localhost", True),
        ("LOCALHOST:8000", True),
        ("127.0.0.1:99", True),
        ("[::1]:8000", True),
        ("reader.example:80", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example:8000", False),
        ("", False),
    ],
)
def test_only_our_own_names_are_answered(settings: Settings, host: str, allowed: bool) -> None:
    client = TestClient(create_app(settings, hosts=["reader.example"]), base_url="http://localhost")
    answer = client.get("/health", headers={"Host": host})
    if allowed:
        assert answer.status_code == 200
    else:
        assert_problem(answer, 403, "refused")


def test_bodies_have_a_limit(client: TestClient) -> None:
    answer = client.post("/api/articles", json={"source": "word " * 100_000})
    assert_problem(answer, 413, "too-large")
    unmeasured = client.post(
        "/api/articles", content=iter([b"{}"]), headers={"Content-Type": "application/json"}
    )
    assert_problem(unmeasured, 411, "length-required")


def test_headers_of_every_answer(client: TestClient) -> None:
    for path in ("/", "/health", "/nowhere", "/web/player.js", "/api/voices"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_every_error_of_the_tree_becomes_a_problem(settings: Settings) -> None:
    app = create_app(settings)
    client = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
    kinds: list[type[OyezError]] = [OyezError]
    for kind in kinds:
        kinds += kind.__subclasses__()

    @app.get("/fail/{number}")
    def fail(number: int) -> None:
        raise kinds[number]("what", "do this") if number < len(kinds) else RuntimeError("secret")

    for number, kind in enumerate(kinds):
        body = assert_problem(client.get(f"/fail/{number}"), kind.http_status, kind.code)
        assert (body["detail"], body["hint"]) == ("what", "do this")
    body = assert_problem(client.get(f"/fail/{len(kinds)}"), 500, "internal-error")
    assert "secret" not in str(body)


def test_the_shelf_has_an_end(settings: Settings) -> None:
    shelf = Shelf(settings, (Article(str(number), (Paragraph("A."),), "en") for number in range(600)))
    assert len(shelf.articles()) == 500
    assert shelf.articles()[0][1].title == "599"
