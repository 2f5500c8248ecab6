"""Every built-in fulfils the contract that add-ons fulfil."""

from __future__ import annotations

import subprocess
import sys

import pytest

from oyez.exporting.contract import Exporter
from oyez.exporting.player_json import Json
from oyez.exporting.sound import Flac, M4a, Mp3, Opus, Wav
from oyez.exporting.srt import Srt
from oyez.exporting.vtt import Vtt
from oyez.model.narration import Narration

BUILT_IN = (Wav, Mp3, M4a, Opus, Flac, Vtt, Srt, Json)


@pytest.mark.parametrize("kind", BUILT_IN)
def test_the_contract(kind: type[Exporter], narration: Narration) -> None:
    exporter = kind()
    assert isinstance(exporter, Exporter)
    assert exporter.suffix[0] == "."
    assert "/" in exporter.media_type
    first = exporter.export(narration, 1.5)
    assert first
    assert exporter.export(narration, 1.5) == first


def test_exporters_load_nothing_heavy_until_they_export() -> None:
    program = (
        "import sys\n"
        "import oyez.exporting.sound, oyez.exporting.vtt, oyez.exporting.srt, oyez.exporting.player_json\n"
        "print([name for name in ('numpy', 'av') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
