"""The house holds: imports go downward, pure rooms stay pure, errors are complete, files stay small."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from oyez import errors

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "oyez"

FLOORS = {
    "model": 0,
    "errors": 0,
    "platform": 0,
    "reading": 1,
    "scripting": 1,
    "timing": 1,
    "audio": 2,
    "workers": 2,
    "voices": 3,
    "fetching": 3,
    "storing": 3,
    "exporting": 3,
    "plugins": 0,
    "settings": 0,
    "sources": 4,
    "opening": 4,  # a page and those that follow it: fetched, read, kept
    "reading_apart": 4,  # processes that read
    "narrating": 4,
    "casting": 4,
    "live": 4,
    "own_lexicon": 4,
    "api": 4,
    "sample": 4,
    "previews": 4,
    "installing": 4,  # voices and fetching meet here: a room does not know its neighbour
    "speech_servers": 4,  # and here
    "server": 5,
    "web": 5,
    "cli": 6,  # `oyez serve` starts the server
}
# Voices ask for their folder by the settings, and find engines by the plug-in door; both know no room.
NETWORK = {"httpx2", "httpcore2", "urllib.request", "http.client", "socket", "ssl", "requests"}
HEAVY = {
    "numpy",
    "av",
    "lxml",
    "pypdf",
    "trafilatura",
    "onnxruntime",
    "fastapi",
    "jinja2",
    "typer",
    "rich",
    "espeakng_loader",
}
DISK = {"sqlite3", "tempfile", "shutil"}
CHANCE = {"random", "secrets", "time"}
PROCESSES = {"subprocess", "multiprocessing"}
FORBIDDEN = {
    "model": NETWORK | DISK | CHANCE | PROCESSES | (HEAVY - {"numpy"}),
    "timing": NETWORK | DISK | CHANCE | PROCESSES | (HEAVY - {"numpy"}),
    "reading": NETWORK | DISK | CHANCE | PROCESSES | (HEAVY - {"lxml", "pypdf", "trafilatura"}),
    "scripting": NETWORK | DISK | CHANCE | PROCESSES | HEAVY,
    "audio": NETWORK | DISK | CHANCE | PROCESSES | (HEAVY - {"numpy", "av"}),
    "exporting": NETWORK | DISK | CHANCE | PROCESSES | (HEAVY - {"numpy", "jinja2"}),
    "fetching": DISK | PROCESSES | HEAVY,
    "voices": NETWORK,  # downloads take an opener that is handed in: all traffic passes fetching's guard
    "workers": NETWORK | DISK | CHANCE | HEAVY,
    "storing": NETWORK | PROCESSES | (HEAVY - {"numpy"}),
}
LONGEST_FILE = 300  # lines
TABLES = {"strings.js"}  # no code: every text of the interface, a language a block


def python_files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, bool]]:
    """Every imported module, and whether it is imported as the module loads."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            yield name, node in tree.body


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_downward(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for name, _ in imports_of(path):
        parts = name.split(".")
        if parts[0] != "oyez" or len(parts) == 1 or parts[1] not in FLOORS or parts[1] == room:
            continue
        below, here = FLOORS[parts[1]], FLOORS[room]
        assert below < here or (below == here and here in (0, 4)), f"{room} imports {name}"


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_rooms_keep_to_their_means(path: Path) -> None:
    forbidden = FORBIDDEN.get(room_of(path), set())
    for name, _ in imports_of(path):
        assert not any(name == bad or name.startswith(f"{bad}.") for bad in forbidden), name


def test_a_model_imports_numpy_only_inside_functions() -> None:
    for room in ("model", "timing"):
        for path in (SOURCE / room).glob("*.py"):
            assert "numpy" not in {name for name, at_load in imports_of(path) if at_load}, path


@pytest.mark.parametrize("name", errors.__all__)
def test_every_error_is_complete(name: str) -> None:
    error = getattr(errors, name)("what happened", "what to do")
    assert 1 <= error.exit_code <= 9
    assert 400 <= error.http_status <= 599
    assert str(error) == "what happened; what to do"
    if name != "OyezError":
        assert error.code == error.code.lower() != "oyez-error"
        assert name in (errors.__doc__ or ""), "the tree at the top of errors.py is drawn complete"


def test_no_error_is_left_out_of_the_tree() -> None:
    def below(cls: type[errors.OyezError]) -> Iterator[str]:
        child: type[errors.OyezError]
        for child in cls.__subclasses__():
            yield child.__name__
            yield from below(child)

    import oyez.api

    assert oyez.api
    ours = set(below(errors.OyezError))
    assert ours == set(errors.__all__) - {"OyezError"}


def test_importing_oyez_loads_nothing_heavy() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, oyez; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert not HEAVY & set(loaded)
    assert not {name for name in loaded if name.startswith("oyez.")}


def test_public_names_exist() -> None:
    import oyez

    for name in oyez.__all__:
        assert getattr(oyez, name) is not None


@pytest.mark.parametrize(
    "path",
    [*python_files(), *(path for path in sorted((SOURCE / "web").rglob("*.js")) if path.name not in TABLES)],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE, "split it by its jobs"


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_say_what_they_offer(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "a module starts with what it is for"
    public = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    named = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    ]
    if public and path.name != "__init__.py":
        assert named, "__all__ names what is public"
        assert set(public) <= set(named[0]) | {"main"}, "public or underscore, nothing between"
