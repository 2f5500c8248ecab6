"""How far the onsets that a voice tells are from those that a recogniser hears, which knows the words."""

from __future__ import annotations

import base64
import json
import statistics
import subprocess
from collections.abc import Sequence
from pathlib import Path

from oyez.audio.rate import at_rate
from oyez.model.narration import Clip
from oyez.model.script import Sentence

__all__ = ["distance_to_heard_onsets"]

_PROBE = Path(__file__).with_name("aligning_probe.py")
_RATE = 16_000  # of the recogniser
_ENOUGH = 300.0  # seconds


def distance_to_heard_onsets(python: str, spoken: Sequence[tuple[Sentence, Clip]]) -> float | None:
    """The median in milliseconds; None where `python` has no pocketsphinx."""
    texts = [
        {
            "words": [_plain(word.say) for word in sentence.words],
            "pcm": base64.b64encode(at_rate(clip.samples, clip.sample_rate, _RATE, 1.0).tobytes()).decode(),
        }
        for sentence, clip in spoken
    ]
    done = subprocess.run(
        [python, str(_PROBE)],
        input=json.dumps(texts), capture_output=True, text=True, timeout=_ENOUGH, check=False,
    )  # fmt: skip
    if done.returncode:
        return None
    apart = [
        abs(heard - start / clip.sample_rate)
        for onsets, (_, clip) in zip(json.loads(done.stdout), spoken, strict=True)
        if onsets
        for heard, (start, _) in zip(onsets, clip.times, strict=True)
    ]
    return 1000 * statistics.median(apart) if apart else None


def _plain(say: str) -> str:
    return "".join(char for char in say.lower() if char.isalpha() or char == "'")
