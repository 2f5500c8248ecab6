"""Where pocketsphinx hears each word of a text that it is told begin; run by whatever Python has it.

    python aligning_probe.py < [{"words": [...], "pcm": base64 of 16-bit mono at 16,000 a second} ...]

Prints one list a text, seconds for each word; null where it knows not all of the words, or loses its place.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

_FRAMES = 100  # a second


def _onsets(decoder: Any, words: list[str], pcm: bytes) -> list[float] | None:
    if not all(decoder.lookup_word(word) for word in words):
        return None
    decoder.set_align_text(" ".join(words))
    decoder.start_utt()
    decoder.process_raw(pcm, full_utt=True)
    decoder.end_utt()
    heard = [part for part in decoder.seg() or () if not part.word.startswith(("<", "["))]
    said = [part.word.partition("(")[0] for part in heard]
    return [part.start_frame / _FRAMES for part in heard] if said == words else None


if __name__ == "__main__":
    from pocketsphinx import Decoder  # type: ignore[import-not-found, unused-ignore]

    decoder = Decoder(loglevel="FATAL", lm=None)
    texts = json.load(sys.stdin)
    print(json.dumps([_onsets(decoder, text["words"], base64.b64decode(text["pcm"])) for text in texts]))
