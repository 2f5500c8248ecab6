"""One gain per voice, measured once: what brings this voice to the loudness Oyez writes."""

from __future__ import annotations

from oyez.model.language import primary
from oyez.model.script import Sentence, Word
from oyez.voices.contract import Voice

__all__ = ["measure_gain"]

# Figures are spoken in every language, so that one passage does for all voices; English gets prose.
_FIGURES = "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 30 40 50 60 70 80 90 100"
_ENGLISH = (
    "The night boat leaves the quay at a quarter to eleven and carries nurses, cooks and anyone whose train "
    "was late. Nobody counts the gulls, but they are always aboard, and they pay no fare"
)


def measure_gain(voice: Voice) -> float:
    """Linear gain that brings the voice to the target loudness; 1.0 for a voice without sound."""
    from oyez.audio.loudness import gain_to_target

    language = voice.info.language
    passage = _ENGLISH if primary(language) == "en" else _FIGURES
    words = tuple(
        Word(index, index + 1, text.rstrip(",."), mark=text[-1] if text[-1] in ",." else "")
        for index, text in enumerate(passage.split())
    )
    clip = voice.say(Sentence(None, words, 0.0, language, "calibration"))
    if not clip.samples.any():
        return 1.0
    return gain_to_target(clip.samples, clip.sample_rate)
