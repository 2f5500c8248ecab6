"""The text espeak-ng is given for some words, and where in it each of them stands."""

from __future__ import annotations

from collections.abc import Sequence

from oyez.model.script import Word

__all__ = ["ESPEAK_VERSION", "espeak_text"]

ESPEAK_VERSION = "1.52"  # of espeak-ng in the pinned espeakng-loader; part of every clip's key


def espeak_text(words: Sequence[Word]) -> tuple[str, list[tuple[int, int] | None]]:
    """The text, and for each word its characters start:end there (None for silent words)."""
    parts: list[str] = []
    places: list[tuple[int, int] | None] = []
    length = 0
    for word in words:
        # "[[" opens phoneme input: no text of an article may carry it in.
        said = word.say.replace("[", " ").replace("]", " ").strip()
        if not said:
            places.append(None)
            continue
        places.append((length, length + len(said)))
        parts.append(said + word.mark)
        length += len(parts[-1]) + 1
    return " ".join(parts), places
