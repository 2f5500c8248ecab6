"""The installed Firefox ESR, in WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/).

Firefox(): one headless process -> tab(): a page in a user context of its own, which is a fresh profile
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.web.tab import Point, Tab
from websockets.sync.client import ClientConnection, connect

__all__ = ["PROGRAM", "Firefox", "FirefoxTab", "running"]

PROGRAM = "firefox-esr"
_SETTINGS: dict[str, bool | int | str] = {
    "media.autoplay.default": 0,  # allowed
    "media.autoplay.blocking_policy": 0,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.aboutwelcome.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.normandy.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "extensions.update.enabled": False,
    "app.update.enabled": False,
    "layout.css.prefers-color-scheme.content-override": 1,  # light
    "ui.prefersReducedMotion": 0,
    "dom.ipc.processPrelaunch.enabled": False,  # a spare process would be counted among the page's
}
_KEYS = {
    "Space": " ", "Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Shift": "\ue008",
    "Control": "\ue009", "Alt": "\ue00a", "ArrowLeft": "\ue012", "ArrowUp": "\ue013",
    "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Home": "\ue011", "End": "\ue010",
    "PageUp": "\ue00e", "PageDown": "\ue00f",
}  # fmt: skip
_START = 60.0  # seconds; a first start on a busy machine is slow
_ANSWER = 60.0  # seconds
_END = 10.0  # seconds that it may take to go
_EVENTS = ["log.entryAdded", "network.beforeRequestSent"]


@contextmanager
def running(sound_card: Mapping[str, str] | None = None) -> Iterator[Firefox]:
    """A headless Firefox with a profile of its own, gone afterwards.

    `sound_card` is the environment that names one; without it Firefox plays into the mock of its own tests.
    """
    folder = Path(tempfile.mkdtemp(prefix="oyez-firefox-"))
    settings = {**_SETTINGS, "media.cubeb.force_mock_context": not sound_card}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items())
    (folder / "user.js").write_text("".join(lines), "utf-8")
    process = subprocess.Popen(
        [PROGRAM, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, **(sound_card or {})},
    )  # fmt: skip
    try:
        with connect(f"{_address(folder, process)}/session", max_size=None, open_timeout=_START) as socket:
            yield Firefox(socket, process.pid)
    finally:
        process.terminate()
        try:
            process.wait(_END)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


class Firefox:
    """A session with a running Firefox. Commands are answered in turn; events go to the tab they are of."""

    def __init__(self, socket: ClientConnection, pid: int) -> None:
        self.pid = pid
        self._socket = socket
        self._count = 0
        self._tabs: dict[str, FirefoxTab] = {}
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=_EVENTS)

    def ask(self, method: str, **parameters: Any) -> Any:
        """The result of one command; AssertionError with Firefox's own words where it fails."""
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._socket.recv(timeout=_ANSWER))
            if message.get("id") == self._count:
                assert message["type"] == "success", f"{method}: {message.get('message')}"
                return message["result"]
            if message["type"] == "event":
                self._happened(message["method"], message["params"])

    def tab(self, *, width: int = 1280, height: int = 900) -> FirefoxTab:
        """A new page in front, with nothing stored."""
        profile = self.ask("browser.createUserContext")["userContext"]
        context = self.ask("browsingContext.create", type="tab", userContext=profile)["context"]
        tab = FirefoxTab(self, context, profile)
        self._tabs[context] = tab
        tab.viewport(width, height)
        return tab

    def _happened(self, event: str, told: dict[str, Any]) -> None:
        context = told["source"].get("context") if event == "log.entryAdded" else told["context"]
        tab = self._tabs.get(context)
        if tab is None:
            return
        if event == "network.beforeRequestSent":
            tab.asked.append(told["request"]["url"])
        elif told["type"] == "javascript" and told["level"] == "error":
            tab.complaints.append(str(told["text"]))


class FirefoxTab(Tab):
    """One browsing context."""

    name = "firefox"

    def __init__(self, firefox: Firefox, context: str, profile: str) -> None:
        super().__init__()
        self._firefox = firefox
        self._context = context
        self._profile = profile

    def goto(self, url: str) -> None:
        """See Tab."""
        self._ask("browsingContext.navigate", url=url, wait="complete")

    def click(self, point: Point) -> None:
        """See Tab."""
        self._point([_move(point), {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}])

    def drag(self, start: Point, end: Point, steps: int) -> None:
        """See Tab."""
        moves = [
            _move(
                (
                    start[0] + (end[0] - start[0]) * step / steps,
                    start[1] + (end[1] - start[1]) * step / steps,
                ),
                16,
            )
            for step in range(1, steps + 1)
        ]
        self._point(
            [_move(start), {"type": "pointerDown", "button": 0}, *moves, {"type": "pointerUp", "button": 0}]
        )

    def press(self, key: str) -> None:
        """See Tab."""
        values = [_KEYS.get(name, name) for name in (key.split("+") if len(key) > 1 else [key])]
        downs = [{"type": "keyDown", "value": value} for value in values]
        ups = [{"type": "keyUp", "value": value} for value in reversed(values)]
        self._act({"type": "key", "id": "keyboard", "actions": [*downs, *ups]})

    def viewport(self, width: int, height: int) -> None:
        """See Tab."""
        self._ask("browsingContext.setViewport", viewport={"width": width, "height": height})

    def screenshot(self, path: Path) -> None:
        """See Tab."""
        path.write_bytes(base64.b64decode(self._ask("browsingContext.captureScreenshot")["data"]))

    def close(self) -> None:
        """See Tab."""
        self._ask("browsingContext.close")
        self._firefox.ask("browser.removeUserContext", userContext=self._profile)

    def _text(self, expression: str) -> str | None:
        answer = self._firefox.ask(
            "script.evaluate", expression=expression, target={"context": self._context}, awaitPromise=True
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        value: str | None = answer["result"].get("value")
        return value

    def _ask(self, method: str, **parameters: Any) -> Any:
        return self._firefox.ask(method, context=self._context, **parameters)

    def _point(self, actions: list[dict[str, Any]]) -> None:
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def _act(self, source: dict[str, Any]) -> None:
        self._ask("input.performActions", actions=[source])


def _move(point: Point, milliseconds: int = 0) -> dict[str, Any]:
    x, y = point
    return {"type": "pointerMove", "x": round(x), "y": round(y), "duration": milliseconds}


def _address(folder: Path, process: subprocess.Popen[bytes]) -> str:
    """Where a starting Firefox listens; it writes so into its profile."""
    told = folder / "WebDriverBiDiServer.json"
    deadline = time.monotonic() + _START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            server = json.loads(told.read_text("utf-8"))
            return f"ws://{server['ws_host']}:{server['ws_port']}"
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.05)
    raise AssertionError(f"{PROGRAM} did not start")
