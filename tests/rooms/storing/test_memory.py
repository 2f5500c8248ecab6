"""What memory keeps: bounded, and made once for all who wait."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from oyez.storing.memory import Bounded


def test_what_was_used_longest_ago_goes_first() -> None:
    kept: Bounded[str, str] = Bounded(2)
    kept.keep("a", "A")
    kept.keep("b", "B")
    assert kept.get("a") == "A"
    kept.keep("c", "C")
    assert [kept.get(key) for key in "abc"] == ["A", None, "C"]
    assert len(kept) == 2


def test_values_have_their_weight() -> None:
    kept: Bounded[str, bytes] = Bounded(10, len)
    kept.keep("a", b"x" * 6)
    kept.keep("a", b"x" * 4)  # the same again weighs once
    kept.keep("b", b"x" * 6)
    assert len(kept) == 2
    kept.keep("c", b"x" * 50)
    assert [kept.get(key) for key in "abc"] == [None, None, b"x" * 50], "the newest stays though it is heavy"
    kept.keep("d", b"x")
    assert [kept.get(key) for key in "cd"] == [None, b"x"]


def test_made_once_for_all_who_wait_and_nobody_else_waits() -> None:
    kept: Bounded[str, str] = Bounded(5)
    begun, gate = threading.Event(), threading.Event()
    made: list[str] = []

    def slowly() -> str:
        begun.set()
        assert gate.wait(30)
        made.append("A")
        return "A"

    with ThreadPoolExecutor(6) as pool:
        waiting = [pool.submit(kept.once, "a", slowly) for _ in range(5)]
        assert begun.wait(30)
        try:
            assert kept.once("b", lambda: "B") == "B", "another key is had meanwhile"
        finally:
            gate.set()
        assert {one.result() for one in waiting} == {"A"}
    assert made == ["A"]


def test_a_failure_is_not_kept() -> None:
    kept: Bounded[str, int] = Bounded(5)
    with pytest.raises(ZeroDivisionError):
        kept.once("a", lambda: 1 // 0)
    assert kept.once("a", lambda: 7) == 7
