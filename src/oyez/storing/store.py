"""The store: articles, clips as FLAC, encoded files, small facts. SQLite knows what there is, files hold it.

write: bytes to a .part file -> rename -> row; a row without its file, or with a damaged one, is a miss.
"""

from __future__ import annotations

import errno
import hashlib
import json
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from oyez.errors import StoreBusy, StoreError, StoreFull, StoreTooNew, UnsupportedFormat
from oyez.model.article import Article
from oyez.model.json import from_json, to_json
from oyez.model.narration import Clip

__all__ = ["Store", "StoredFile"]

_VERSION = 1  # of the tables
_WAIT = 10.0  # seconds for another process to finish writing
_SCHEMA = """
CREATE TABLE IF NOT EXISTS blob (
    key TEXT PRIMARY KEY,      -- sha256 of everything the bytes depend on
    kind TEXT NOT NULL,        -- 'clip', 'file' or 'article'
    facts TEXT NOT NULL,       -- JSON: a clip's times, a file's figures
    bytes INTEGER NOT NULL,
    digest TEXT NOT NULL,      -- sha256 of the bytes
    used REAL NOT NULL DEFAULT (julianday('now'))
) STRICT;
CREATE TABLE IF NOT EXISTS fact (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """An encoded file and the figures that were measured when it was made."""

    content: bytes
    facts: Mapping[str, Any]


class Store:
    """Everything kept under one folder. Safe to use from several threads and processes."""

    def __init__(self, folder: Path, limit: int = 2_000_000_000) -> None:
        """Open or make the store; `limit` in bytes, the least recently used goes first.

        Raises StoreTooNew, StoreBusy, or StoreError where the folder cannot be used.
        """
        self._folder = folder
        self._limit = limit
        self._lock = threading.RLock()
        try:
            (folder / "blobs").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"the store {str(folder)!r} cannot be used: {error.strerror}",
                "name another folder in OYEZ_STORE",
            ) from error
        with self._errors():
            self._database = sqlite3.connect(
                folder / "store.sqlite", timeout=_WAIT, isolation_level=None, check_same_thread=False
            )
            # A cache may lose its last entries in a power cut, never its order: no sync for each clip.
            self._database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;")
            (version,) = self._database.execute("PRAGMA user_version").fetchone()
            if version > _VERSION:
                raise StoreTooNew(
                    f"the store {str(folder)!r} was written by a newer Oyez",
                    "update Oyez, or name another folder in OYEZ_STORE",
                )
            if version < _VERSION:
                self._database.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version={_VERSION}; COMMIT;")

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def clip(self, key: str) -> Clip | None:
        """The clip under `key`, or None; a damaged one is a miss."""
        from oyez.audio.encode import from_flac

        found = self._get(key, "clip")
        if found is None:
            return None
        try:
            samples, rate = from_flac(found.content)
        except ValueError:
            return None
        times = tuple((start, end) for start, end in found.facts["times"])
        return Clip(samples, rate, times, found.facts["measured"], tuple(found.facts["notes"]))

    def keep_clip(self, key: str, clip: Clip) -> None:
        """Keep a clip; a sound without frames is not worth a file."""
        from oyez.audio.encode import to_flac

        if not len(clip.samples):
            return
        facts = {"times": clip.times, "measured": clip.measured, "notes": clip.notes}
        self._put(key, "clip", to_flac(clip.samples, clip.sample_rate), facts)

    def file(self, key: str) -> StoredFile | None:
        """The encoded file under `key`, or None."""
        return self._get(key, "file")

    def keep_file(self, key: str, content: bytes, facts: Mapping[str, Any]) -> None:
        """Keep an encoded file with its figures, and make room if the store has grown past its limit."""
        self._put(key, "file", content, facts)
        self.trim()

    def fact(self, key: str) -> str | None:
        """A small fact kept under `key` (a voice's gain), or None."""
        with self._errors():
            row = self._database.execute("SELECT value FROM fact WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def keep_fact(self, key: str, value: str) -> None:
        """Keep a small fact."""
        with self._errors():
            self._database.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (key, value))

    def article(self, key: str) -> Article | None:
        """The article read before from the same page, or None."""
        found = self._get(key, "article")
        if found is None:
            return None
        try:
            return from_json(Article, found.content)
        except UnsupportedFormat:
            return None

    def keep_article(self, key: str, article: Article) -> None:
        """Keep what was read from a page."""
        self._put(key, "article", to_json(article).encode("utf-8"), {})

    def trim(self) -> None:
        """Remove what was used longest ago until the store is within its limit."""
        with self._errors():
            (total,) = self._database.execute("SELECT coalesce(sum(bytes), 0) FROM blob").fetchone()
            for key, size in self._database.execute("SELECT key, bytes FROM blob ORDER BY used").fetchall():
                if total <= self._limit:
                    return
                self._forget(key)
                total -= size

    def _get(self, key: str, kind: str) -> StoredFile | None:
        with self._errors():
            row = self._database.execute(
                "SELECT facts, digest FROM blob WHERE key = ? AND kind = ?", (key, kind)
            ).fetchone()
            if row is None:
                return None
            path = self._path(key)
            content = path.read_bytes() if path.is_file() else b""
            if hashlib.sha256(content).hexdigest() != row[1]:
                self._forget(key)
                return None
            self._database.execute("UPDATE blob SET used = julianday('now') WHERE key = ?", (key,))
        return StoredFile(content, json.loads(row[0]))

    def _put(self, key: str, kind: str, content: bytes, facts: Mapping[str, Any]) -> None:
        path = self._path(key)
        with self._errors():
            path.parent.mkdir(exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
                try:
                    part.write(content)
                    part.flush()
                    Path(part.name).replace(path)
                except OSError:
                    Path(part.name).unlink(missing_ok=True)
                    raise
            self._database.execute(
                "INSERT OR REPLACE INTO blob (key, kind, facts, bytes, digest) VALUES (?, ?, ?, ?, ?)",
                (key, kind, json.dumps(facts), len(content), hashlib.sha256(content).hexdigest()),
            )

    def _forget(self, key: str) -> None:
        self._database.execute("DELETE FROM blob WHERE key = ?", (key,))
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / "blobs" / key[:2] / key[2:]

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """One thread at a time, and the library's errors as ours."""
        with self._lock:
            try:
                yield
            except sqlite3.OperationalError as error:
                if "locked" in str(error) or "busy" in str(error):
                    raise StoreBusy("another process holds the store", "try again in a moment") from error
                if "full" in str(error):
                    raise StoreFull("the disk is full", "free some space") from error
                raise self._broken(error) from error
            except sqlite3.DatabaseError as error:
                raise self._broken(error) from error
            except OSError as error:
                if error.errno in (errno.ENOSPC, errno.EDQUOT):
                    raise StoreFull("the disk is full", "free some space") from error
                raise self._broken(error) from error

    def _broken(self, error: Exception) -> StoreError:
        return StoreError(
            f"the store {str(self._folder)!r} failed: {error}", "move it away, or name another in OYEZ_STORE"
        )
