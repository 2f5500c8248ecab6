"""What was asked for, and what the store keeps of it: a server that starts again finds both.

order -> key (the narration's id)      key -> order, and the takes of a narration that is done
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from oyez.errors import StoreError
from oyez.exporting.player_json import Take
from oyez.model.voice import VoiceInfo
from oyez.scripting.lexicon import Lexicon
from oyez.storing.keys import narration_key
from oyez.storing.store import Store

__all__ = ["Order", "Records"]

_ID = re.compile(r"[0-9a-f]{32}")  # of a narration; the store keeps other files under other names
_Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A narration as it was asked for.

    article   the article's key
    voice     a voice's full name
    speak     (kind, level) for each kind that was named, sorted
    sayings   (word as written, how to say it), sorted
    lexicon   digest of the listener's lexicon
    """

    article: str
    voice: str
    speak: _Pairs = ()
    sayings: _Pairs = ()
    lexicon: str = ""

    @classmethod
    def of(
        cls,
        article: str,
        voice: str,
        speak: Mapping[str, str] | None,
        sayings: Mapping[str, str] | None,
        lexicon: Lexicon,
    ) -> Order:
        """From mappings, in any order."""
        levels, said = sorted((speak or {}).items()), sorted((sayings or {}).items())
        return cls(article, voice, tuple(levels), tuple(said), lexicon.digest)

    def key(self, voice: VoiceInfo) -> str:
        """The narration's id: the same order gives the same one until voice or program change."""
        return narration_key([self.article, self.speak, self.sayings, self.lexicon], voice)


class Records:
    """Orders and finished takes in the store. Without a usable store nothing is kept, and nothing fails."""

    def __init__(self, store: Store | None) -> None:
        self._store = store

    def keep_order(self, key: str, order: Order) -> None:
        """Keep what was asked for under a narration's id."""
        self._keep(key, json.dumps(asdict(order)))

    def order(self, key: str) -> Order | None:
        """What was asked for under that id, here or before the server was started again."""
        data = self._kept(key) if _ID.fullmatch(key) else None
        if data is None:
            return None
        speak, sayings = (tuple((one, two) for one, two in data[name]) for name in ("speak", "sayings"))
        return Order(data["article"], data["voice"], speak, sayings, data.get("lexicon", ""))

    def keep_takes(self, key: str, takes: Sequence[Take]) -> None:
        """Keep what is known of every sentence of a narration that is done."""
        self._keep(f"{key}-takes", json.dumps({"takes": [asdict(take) for take in takes]}))

    def takes(self, key: str) -> list[Take] | None:
        """The takes of a narration that was done before."""
        data = self._kept(f"{key}-takes")
        if data is None:
            return None
        return [
            Take(
                one["frames"],
                one["sample_rate"],
                tuple((start, end) for start, end in one["times"]),
                one["measured"],
                tuple(one["notes"]),
            )
            for one in data["takes"]
        ]

    def keep_pace(self, voice: VoiceInfo, seconds_per_character: float) -> None:
        """Keep how fast a voice speaks, to estimate the next article by."""
        if self._store:
            with suppress(StoreError):
                self._store.keep_fact(_pace_key(voice), repr(seconds_per_character))

    def pace(self, voice: VoiceInfo) -> float | None:
        """Seconds a said character of that voice, where it spoke before."""
        kept = None
        if self._store:
            with suppress(StoreError):
                kept = self._store.fact(_pace_key(voice))
        return float(kept) if kept else None

    def _keep(self, key: str, text: str) -> None:
        if self._store:
            with suppress(StoreError):  # a full disk costs the making again after a restart, nothing now
                self._store.keep_file(key, text.encode("utf-8"), {})

    def _kept(self, key: str) -> dict[str, Any] | None:
        if self._store is None:
            return None
        with suppress(StoreError):
            if found := self._store.file(key):
                data: dict[str, Any] = json.loads(found.content)
                return data
        return None


def _pace_key(voice: VoiceInfo) -> str:
    return f"seconds a character of {voice.name} ({voice.version})"
