"""A real server on loopback, for streams, for clients that leave, and for many at once."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI

__all__ = ["Client", "served"]


class Client:
    """Plain requests, one connection each."""

    def __init__(self, port: int) -> None:
        self._port = port

    def open(self, path: str, order: object = None) -> http.client.HTTPResponse:
        """An answer that is not read yet; with an `order` it is a POST of JSON."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        if order is None:
            connection.request("GET", path)
        else:
            connection.request("POST", path, json.dumps(order), {"Content-Type": "application/json"})
        return connection.getresponse()

    def json(self, path: str, order: object = None) -> dict[str, Any]:
        """The answer's JSON."""
        with self.open(path, order) as answer:
            data: dict[str, Any] = json.load(answer)
        return data

    def bytes(self, path: str) -> bytes:
        """The whole answer; http.client.IncompleteRead where it was cut."""
        with self.open(path) as answer:
            return answer.read()

    def events(self, path: str) -> list[tuple[str, dict[str, Any]]]:
        """Every event until the stream ends."""
        blocks = self.bytes(path).decode().split("\n\n")
        fields = [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks]
        return [(one["event"], json.loads(one["data"])) for one in fields if "event" in one]


@contextmanager
def served(app: FastAPI) -> Iterator[Client]:
    """The app, answering for a while."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield Client(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
