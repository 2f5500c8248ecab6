"""Every test has a store, voices folder and settings of its own; shared/ is used where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's user is read or written."""
    folder = tmp_path_factory.getbasetemp()
    monkeypatch.setenv("OYEZ_STORE", str(folder / "store"))
    monkeypatch.setenv("OYEZ_VOICES", str(folder / "voices"))
    monkeypatch.setenv("OYEZ_LEXICON", str(folder / "no-lexicon.pls"))
    monkeypatch.setenv("OYEZ_SETTINGS", str(folder / "no-settings.toml"))


@pytest.fixture
def shared() -> Path:
    """The folder of shared data beside the checkout; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder ../shared with measured data is not beside this checkout")
    return SHARED
