"""Workers: answers over pipes, death and hanging noticed, nothing left behind."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

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
if __name__ == "__main__":
    serve({"echo": echo, "die": die, "hang": hang, "chatter": chatter})
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
