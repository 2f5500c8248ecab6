"""The store: what went in comes out, and damage is a miss, never a wrong sound."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import numpy
import pytest

from oyez.errors import StoreError, StoreTooNew
from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip
from oyez.storing.store import Store


def a_clip(level: int = 1000) -> Clip:
    samples = (level * numpy.sin(numpy.arange(4000) / 9)).astype(numpy.int16)
    return Clip(samples, 22050, ((0, 10), (10, 3999)), measured=True, notes=("a note",))


def blobs(folder: Path) -> list[Path]:
    return [path for path in (folder / "blobs").rglob("*") if path.is_file()]


def test_a_clip_comes_back_bit_for_bit(tmp_path: Path) -> None:
    store = Store(tmp_path)
    clip = a_clip()
    store.keep_clip("ab12", clip)
    again = Store(tmp_path).clip("ab12")
    assert again == clip
    assert again is not None and numpy.array_equal(again.samples, clip.samples)
    assert store.clip("ab13") is None


def test_files_articles_and_facts(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep_file("cd01", b"sound", {"seconds": 1.5})
    kept = store.file("cd01")
    assert kept is not None and (kept.content, kept.facts["seconds"]) == (b"sound", 1.5)
    article = Article("Title", (Paragraph("Text 😀"),), "en")
    store.keep_article("ef01", article)
    assert store.article("ef01") == article
    store.keep_fact("gain", "0.5")
    assert store.fact("gain") == "0.5" and store.fact("other") is None


@pytest.mark.parametrize("damage", [b"", b"x" * 100])
def test_a_damaged_blob_is_a_miss_and_is_forgotten(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path)
    store.keep_clip("ab12", a_clip())
    blobs(tmp_path)[0].write_bytes(damage)
    assert store.clip("ab12") is None
    assert not blobs(tmp_path)


def test_a_lost_blob_is_a_miss(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep_clip("ab12", a_clip())
    blobs(tmp_path)[0].unlink()
    assert store.clip("ab12") is None


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=2500)
    for key in ("aa", "bb"):
        store.keep_file(key, key.encode() * 500, {})
    store._database.execute("UPDATE blob SET used = used - 1 WHERE key = 'bb'")
    store.keep_file("cc", b"cc" * 500, {})
    assert store.file("bb") is None
    assert store.file("aa") and store.file("cc")


def test_a_newer_store_is_not_touched(tmp_path: Path) -> None:
    Store(tmp_path).close()
    with sqlite3.connect(tmp_path / "store.sqlite") as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreTooNew, match="update Oyez"):
        Store(tmp_path)


def test_a_broken_store_says_so(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"this is no database, whatever its name says" * 100)
    with pytest.raises(StoreError, match="OYEZ_STORE"):
        Store(tmp_path)


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StoreError, match="OYEZ_STORE"):
        Store(tmp_path / "file" / "store")


def test_many_threads_share_it(tmp_path: Path) -> None:
    store = Store(tmp_path)
    clips = {f"{number:02x}": a_clip(100 + number) for number in range(24)}

    def work(keys: list[str]) -> None:
        for key in keys:
            store.keep_clip(key, clips[key])
            assert store.clip(key) == clips[key]

    threads = [threading.Thread(target=work, args=([*clips][start::4],)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(store.clip(key) == clip for key, clip in clips.items())
