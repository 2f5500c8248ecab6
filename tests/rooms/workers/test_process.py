"""Workers: answers over pipes, death and hanging noticed, nothing left behind."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from oyez.workers.pool import WorkerPool, cores
from oyez.workers.process import WorkerDied, WorkerProcess

PROGRAM = """
import os, time
from oyez.workers.serving import serve
def echo(head, body):
    return {"said": head["say"]}, body[::-1]
def die(head, body):
    os._exit(3)
def hang(head, body):
    time.sleep(60)
    return {}, b""
def chatter(head, body):
    print("a library that talks", flush=True)
    return {"ok": True}, b""
held = []
def count(head, body):
    for number in range(head["to"]):
        if number == head.get("die"):
            os._exit(3)
        if number == head.get("hang"):
            time.sleep(60)
        with open(head["log"], "a") as log:
            log.write(f"{os.getpid()} {number}\\n")
        held.append(b"x" * head.get("grow", 0))
        yield {"number": number}, bytes(20_000)
if __name__ == "__main__":
    serve({"echo": echo, "die": die, "hang": hang, "chatter": chatter, "count": count})
"""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WorkerProcess:
    (tmp_path / "a_program.py").write_text(PROGRAM)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return WorkerProcess("a_program")


def test_heads_and_bodies_come_back(worker: WorkerProcess) -> None:
    body = bytes(range(256)) * 5000
    assert worker.ask({"do": "echo", "say": "“ö”😀"}, 20, body) == ({"said": "“ö”😀"}, body[::-1])
    worker.close()


def test_a_dead_worker_is_noticed_and_replaced(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerDied):
        worker.ask({"do": "die"}, 20)
    assert worker.ask({"do": "echo", "say": "again"}, 20)[0] == {"said": "again"}
    worker.close()


def test_a_hanging_worker_is_ended(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerDied):
        worker.ask({"do": "hang"}, 0.5)
    worker.close()


def test_what_a_library_prints_is_no_answer(worker: WorkerProcess) -> None:
    assert worker.ask({"do": "chatter"}, 20)[0] == {"ok": True}
    worker.close()


def count(to: int, tmp_path: Path, **more: int) -> dict[str, object]:
    return {"do": "count", "to": to, "log": str(tmp_path / "log"), **more}


def logged(tmp_path: Path) -> list[tuple[int, int]]:
    """(process, number), in the order of making."""
    lines = (tmp_path / "log").read_text().splitlines()
    return [(int(line.split()[0]), int(line.split()[1])) for line in lines]


def test_several_answers_to_one_request(worker: WorkerProcess, tmp_path: Path) -> None:
    for many in (0, 1, 30):
        answers = list(worker.stream(count(many, tmp_path), 20))
        assert [head["number"] for head, _ in answers] == list(range(many))
        assert all(body == bytes(20_000) for _, body in answers)
    assert worker.ask({"do": "echo", "say": "next"}, 20)[0] == {"said": "next"}
    worker.close()


def test_whoever_has_enough_stops_the_work_and_leaves_nothing_in_the_pipe(
    worker: WorkerProcess, tmp_path: Path
) -> None:
    answers = worker.stream(count(10_000, tmp_path), 20)
    assert [next(answers)[0]["number"] for _ in range(3)] == [0, 1, 2]
    answers.close()
    assert worker.ask({"do": "echo", "say": "next"}, 20)[0] == {"said": "next"}
    made = logged(tmp_path)
    assert len(made) < 20, "no more than what a pipe holds, and the one it was at"
    assert [head["number"] for head, _ in worker.stream(count(1, tmp_path), 20)] == [0]
    assert {process for process, _ in logged(tmp_path)} == {made[0][0]}, "it is the same worker"
    worker.close()


@pytest.mark.parametrize(("befalls", "seconds"), [("die", 20.0), ("hang", 0.5)])
def test_what_befalls_a_worker_between_answers(
    befalls: str, seconds: float, worker: WorkerProcess, tmp_path: Path
) -> None:
    answers = worker.stream(count(5, tmp_path, **{befalls: 2}), seconds)
    assert [next(answers)[0]["number"] for _ in range(2)] == [0, 1]
    with pytest.raises(WorkerDied):
        next(answers)
    assert len(list(worker.stream(count(5, tmp_path), 20))) == 5
    worker.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see memory")
def test_a_worker_that_has_grown_is_replaced(worker: WorkerProcess, tmp_path: Path) -> None:
    worker._most_growth = 30_000_000
    for grow in (0, 1_000_000, 50_000_000, 0):
        assert len(list(worker.stream(count(1, tmp_path, grow=grow), 20))) == 1
    first, same, grown, fresh = (process for process, _ in logged(tmp_path))
    assert first == same == grown != fresh
    worker.close()


def test_a_pool_has_several_work_at_once_and_starts_no_more_than_it_needs(
    worker: WorkerProcess, tmp_path: Path
) -> None:
    pool = WorkerPool(2, *worker._program)
    for _ in range(3):
        assert len(list(pool.stream(count(1, tmp_path), 20))) == 1
    one, other = (pool.stream(count(2, tmp_path), 20) for _ in range(2))
    assert next(one)[0] == next(other)[0]
    assert next(one)[0] == next(other)[0]
    assert not list(one) and not list(other)
    made = [process for process, _ in logged(tmp_path)]
    assert len(set(made[:3])) == 1 and len(set(made)) == 2
    assert pool.ask({"do": "echo", "say": 1}, 20)[0] == {"said": 1}
    pool.close()
    assert cores() >= 1


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to see processes")
def test_a_killed_parent_leaves_no_worker_behind(worker: WorkerProcess) -> None:
    program = (
        "import time; from oyez.workers.process import WorkerProcess; w = WorkerProcess('a_program');"
        "w.ask({'do': 'echo', 'say': 1}, 20); print(w._process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    for _ in range(200):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the worker outlived its parent")
