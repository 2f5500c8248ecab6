"""The voice in docs/writing-a-voice.md is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from oyez.voices.contract import Voice
from oyez.voices.contract_test import VoiceContract

_PAGE = Path(__file__).parents[3] / "docs/writing-a-voice.md"


class TestTheExample(VoiceContract):
    @pytest.fixture(scope="class")
    @classmethod
    def voice(cls) -> Voice:
        found = re.search(r'```python\n("""my_engine.py""".*?)```', _PAGE.read_text("utf-8"), re.DOTALL)
        assert found
        names: dict[str, type] = {}
        exec(found[1], names)
        engine = names["MyEngine"]()
        voice: Voice = engine.load(next(iter(engine.voices())))
        return voice
