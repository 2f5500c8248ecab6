"""A recogniser in a process of its own, which needs pocketsphinx and numpy only.

    python recogniser.py FOLDER

FOLDER holds texts.json, {name: what was said}, and NAME.raw, int16 at 16,000 Hz; {name: [errors, words]} is
printed.
The recogniser knows the words of the texts alone, and how often each is said. Its frames are 5 ms at every
speed: a listener does not hear faster.
"""

from __future__ import annotations

import importlib
import json
import math
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

__all__: list[str] = []

_RATE = 16000
_FRAMES = 200  # a second
_LEVEL = 0.05  # of full scale: every sound is as loud as the others


def main(folder: str) -> None:
    """Listen to all of it, and print."""
    texts = {name: _words(text) for name, text in json.loads(Path(folder, "texts.json").read_text()).items()}
    model = Path(folder, "words.lm")
    model.write_text(_language_model(list(texts.values())))
    decoder = _decoder(str(model))
    found = {}
    for name, words in texts.items():
        found[name] = [_errors(words, _heard(decoder, Path(folder, f"{name}.raw"))), len(words)]
    sys.stdout.write(json.dumps(found))


def _words(text: str) -> list[str]:
    return re.sub(r"[^a-z' ]", " ", text.lower().replace("’", "'")).split()


def _decoder(model: str) -> Any:
    decoder = importlib.import_module("pocketsphinx").Decoder
    # One pass: a second one would take twice as long and help every method alike.
    return decoder(samprate=_RATE, frate=_FRAMES, lm=model, fwdflat=False, bestpath=False, loglevel="FATAL")


def _heard(decoder: Any, file: Path) -> list[str]:
    import numpy as np

    sound = np.frombuffer(file.read_bytes(), dtype="<i2").astype(np.float32)
    sound *= _LEVEL * 32767 / max(1.0, float(np.sqrt(np.mean(sound**2))))
    hiss = np.random.default_rng(0).normal(0, 3, len(sound) + 2 * (_RATE // 5))
    noisy = np.pad(sound, _RATE // 5) + hiss
    decoder.start_utt()
    decoder.process_raw(np.clip(noisy, -32768, 32767).astype("<i2").tobytes(), full_utt=True)
    decoder.end_utt()
    if not decoder.hyp():
        return []
    return [re.sub(r"\(\d+\)", "", part.word) for part in decoder.seg() if part.word[0] not in "<["]


def _errors(said: list[str], heard: list[str]) -> int:
    """Words left out, put in or mistaken: the fewest (Levenshtein, 1966)."""
    row = list(range(len(heard) + 1))
    for index, word in enumerate(said, start=1):
        before, row[0] = row[0], index
        for place, other in enumerate(heard, start=1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (word != other))
    return row[-1]


def _language_model(sentences: list[list[str]]) -> str:
    """How often each word is said, in ARPA's format; which follow each other would give half of them away."""
    marked = [["<s>", *words, "</s>"] for words in sentences]
    ones = Counter(word for words in marked for word in words)
    total = sum(ones.values())
    lines = ["\\data\\", f"ngram 1={len(ones)}", "", "\\1-grams:"]
    lines += [f"{math.log10(count / total):.4f} {word}" for word, count in sorted(ones.items())]
    return "\n".join([*lines, "", "\\end\\", ""])


if __name__ == "__main__":
    main(*sys.argv[1:])
