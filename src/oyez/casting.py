"""Who speaks which sentence: the chosen voice, and for a part in another language a voice of that language.

sentence, the article's language, the chosen voice -> the sentence's voice, and what to say about it
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from oyez.errors import VoiceNotFound
from oyez.model.script import Sentence
from oyez.model.voice import VoiceInfo

__all__ = ["Cast"]

_EVERY_LANGUAGE = frozenset({"und", "mul", "zxx", ""})  # of a voice that speaks no language of its own


@dataclass(frozen=True, slots=True)
class Cast:
    """The chosen voice, those that stand in for it, and why.

    A listener's choice counts for the language of the article; `article` "" is a cast of one voice.
    Each stand-in is looked for once, so that one narration keeps its voices while others are installed.
    """

    chosen: VoiceInfo
    article: str = ""
    _found: dict[str, VoiceInfo | None] = field(default_factory=dict, compare=False, repr=False)

    def voice(self, sentence: Sentence) -> VoiceInfo:
        """Who speaks a sentence."""
        return self._stand_in(sentence) or self.chosen

    def voices(self, sentences: Iterable[Sentence]) -> tuple[VoiceInfo, ...]:
        """Everybody who speaks, each once, the chosen voice first."""
        return tuple(dict.fromkeys((self.chosen, *map(self.voice, sentences))))

    def note(self, sentence: Sentence) -> str:
        """What a listener should know of a sentence's voice; "" for the chosen one in its own language."""
        if not self._is_foreign(sentence):
            return ""
        voice = self._stand_in(sentence)
        if voice is None:
            return f"no voice for {sentence.language} is installed: {self.chosen.label} speaks it"
        return f"{voice.label} speaks what is in {sentence.language}"

    def _is_foreign(self, sentence: Sentence) -> bool:
        from oyez.voices.catalogue import primary_language

        if not self.article or self.chosen.language in _EVERY_LANGUAGE:
            return False
        language = _spoken(primary_language(sentence.language))
        known = {_spoken(primary_language(one)) for one in (self.article, self.chosen.language)}
        return language not in known | _EVERY_LANGUAGE

    def _stand_in(self, sentence: Sentence) -> VoiceInfo | None:
        if not self._is_foreign(sentence):
            return None
        if sentence.language not in self._found:
            from oyez.voices.find import default_voice

            try:
                self._found[sentence.language] = default_voice(sentence.language)
            except VoiceNotFound:
                self._found[sentence.language] = None
        return self._found[sentence.language]


def _spoken(language: str) -> str:
    """Mandarin goes by two names, among pages and among voices."""
    return "zh" if language == "cmn" else language
