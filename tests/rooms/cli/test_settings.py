"""Settings: arguments over environment over file over defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from oyez.errors import InvalidOption
from oyez.settings import load_settings


def test_each_source_overrules_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[oyez]\nvoice = "from file"\npage_bytes = 5\nfetch_seconds = 3\n')
    environment = {"OYEZ_SETTINGS": str(file), "OYEZ_VOICE": "from environment", "OYEZ_PAGE_BYTES": "6"}
    settings = load_settings(environment, page_bytes=7)
    assert (settings.fetch_seconds, settings.voice, settings.page_bytes) == (3.0, "from environment", 7)
    assert settings.allow_private is False


@pytest.mark.parametrize(
    ("environment", "says"),
    [({"OYEZ_PAGE_BYTES": "many"}, "page_bytes"), ({"OYEZ_ALLOW_PRIVATE": "perhaps"}, "allow_private")],
)
def test_wrong_values_are_named(tmp_path: Path, environment: dict[str, str], says: str) -> None:
    with pytest.raises(InvalidOption, match=says):
        load_settings({"OYEZ_SETTINGS": str(tmp_path / "none.toml"), **environment})


def test_unknown_names_in_the_file_are_named(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("[oyez]\nvioce = 'x'\n")
    with pytest.raises(InvalidOption, match="vioce"):
        load_settings({"OYEZ_SETTINGS": str(file)})
