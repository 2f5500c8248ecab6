"""Who speaks which words: the chosen voice, a voice of another language's own, and one for quotations.

sentence, the article's language, the chosen voice -> turns, each with a voice, and what to say about it
clips of the turns -> one clip of the sentence

A quotation is voiced apart where its speaker is stated (`oyez.quotations`), and cut out of its sentence at
its marks: “We close,” | said Ada Mwangi. | “It hurts.” Only a few words that the sentence weaves in, as in
She called it “a mess” and left, stay with the voice of the rest: two changes of voice within a second tell
nobody who speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from oyez.errors import VoiceNotFound
from oyez.model.narration import Clip
from oyez.model.quotation import Passage, Quotation
from oyez.model.script import Script, Sentence, Word
from oyez.model.voice import VoiceInfo
from oyez.settings import Settings

__all__ = ["Cast", "Turn", "joined", "quotations_for"]

_EVERY_LANGUAGE = frozenset({"und", "mul", "zxx", ""})  # of a voice that speaks no language of its own
_FEW = 4  # words said; fewer are voiced apart only where they open the sentence or stand behind a colon
_BETWEEN = 0.12  # seconds between two voices in one sentence; most clips end with their last word


@dataclass(frozen=True, slots=True)
class Turn:
    """Words of one sentence in a row, and who speaks them; `sentence` holds nothing else."""

    voice: VoiceInfo
    sentence: Sentence


def quotations_for(script: Script, settings: Settings) -> tuple[Quotation, ...]:
    """The quotations of a script's article where a voice of theirs is wanted, else none."""
    if not settings.quote_voice:
        return ()
    from oyez.scripting.attribution import quotations

    return quotations(script.article)


@dataclass(frozen=True, slots=True)
class Cast:
    """The chosen voice, those that stand in for it, and why.

    A listener's choice counts for the language of the article; `article` "" is a cast without stand-ins.
    Each stand-in is looked for once, so that one narration keeps its voices while others are installed.

    quoting    speaks what is quoted in `passages`, in the languages that it knows; None: nobody does
    passages   of every quotation, by block, in page order
    """

    chosen: VoiceInfo
    article: str = ""
    quoting: VoiceInfo | None = None
    passages: Mapping[int, Sequence[Passage]] = field(default_factory=dict, repr=False)
    _found: dict[str, VoiceInfo | None] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(
        cls, chosen: VoiceInfo, language: str, settings: Settings, quotations: Sequence[Quotation] = ()
    ) -> Cast:
        """The cast of one article in `language`, as the settings want it.

        Raises VoiceNotFound where the voice for quotations is not there.
        """
        article = language if settings.stand_ins else ""
        if not (settings.quote_voice and quotations):
            return cls(chosen, article)
        from oyez.voices.find import find_voice

        passages = sorted(
            (passage for quotation in quotations for passage in quotation.passages),
            key=lambda passage: (passage.block, passage.start),
        )
        by_block = {block: tuple(found) for block, found in groupby(passages, lambda one: one.block)}
        return cls(chosen, article, find_voice(settings.quote_voice), by_block)

    def turns(self, sentence: Sentence) -> tuple[Turn, ...]:
        """The sentence by who speaks it; most have one turn, the sentence itself."""
        rest = self._stand_in(sentence) or self.chosen
        quoting = self.quoting
        if quoting is None or quoting == rest or not self._knows(quoting, sentence):
            return (Turn(rest, sentence),)
        runs = list(_runs(sentence, self._quoted(sentence)))
        if len(runs) == 1:
            return (Turn(quoting if runs[0][0] else rest, sentence),)
        pauses = [0.0] * (len(runs) - 1) + [sentence.pause]
        return tuple(
            Turn(quoting if quoted else rest, replace(sentence, words=words, pause=pause))
            for (quoted, words), pause in zip(runs, pauses, strict=True)
        )

    def voice(self, sentence: Sentence) -> VoiceInfo:
        """Who begins a sentence."""
        return self.turns(sentence)[0].voice

    def voices(self, sentences: Iterable[Sentence]) -> tuple[VoiceInfo, ...]:
        """Everybody who speaks, each once, the chosen voice first."""
        speaking = (turn.voice for sentence in sentences for turn in self.turns(sentence))
        return tuple(dict.fromkeys((self.chosen, *speaking)))

    def notes(self, sentence: Sentence) -> tuple[str, ...]:
        """What a listener should know of a sentence's voices; none for the chosen one in its own language."""
        return (*self._note_of_language(sentence), *self._note_of_quotation(sentence))

    def _note_of_language(self, sentence: Sentence) -> Iterator[str]:
        if self._is_foreign(sentence):
            voice = self._stand_in(sentence)
            if voice is None:
                yield f"no voice for {sentence.language} is installed: {self.chosen.label} speaks it"
            else:
                yield f"{voice.label} speaks what is in {sentence.language}"

    def _note_of_quotation(self, sentence: Sentence) -> Iterator[str]:
        if self.quoting is None or self.quoting == self.chosen:
            return
        if any(turn.voice == self.quoting for turn in self.turns(sentence)):
            yield f"{self.quoting.label} speaks what is quoted"
        elif self._quoted(sentence) and not self._knows(self.quoting, sentence):
            yield f"{self.quoting.label} speaks no {sentence.language}: quotations in it have no own voice"

    def _quoted(self, sentence: Sentence) -> Sequence[Passage]:
        """The passages of its block; the title has none."""
        return () if sentence.block is None else self.passages.get(sentence.block, ())

    def _knows(self, voice: VoiceInfo, sentence: Sentence) -> bool:
        return voice.language in _EVERY_LANGUAGE or _language(sentence.language) in (
            _EVERY_LANGUAGE | {_language(voice.language)}
        )

    def _is_foreign(self, sentence: Sentence) -> bool:
        if not self.article or self.chosen.language in _EVERY_LANGUAGE:
            return False
        known = {_language(one) for one in (self.article, self.chosen.language)}
        return _language(sentence.language) not in known | _EVERY_LANGUAGE

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


def joined(clips: Sequence[Clip]) -> Clip:
    """The clips of a sentence's turns, all of one rate, as one clip with a short silence between voices."""
    if len(clips) == 1:
        return clips[0]
    import numpy

    rate = clips[0].sample_rate
    silence = numpy.zeros(round(_BETWEEN * rate), dtype=numpy.int16)
    sound, times, at = [], [], 0
    for clip in clips:
        if at:
            sound.append(silence)
            at += len(silence)
        times += [(at + start, at + end) for start, end in clip.times]
        sound.append(clip.samples)
        at += len(clip.samples)
    notes = tuple(dict.fromkeys(note for clip in clips for note in clip.notes))
    measured = all(clip.measured for clip in clips)
    return Clip(numpy.concatenate(sound), rate, tuple(times), measured, notes)


def _runs(sentence: Sentence, passages: Sequence[Passage]) -> Iterator[tuple[bool, tuple[Word, ...]]]:
    """The words of a sentence in runs of (whether they are quoted, words), in order."""
    words = sentence.words
    quoted: list[bool] = []
    for word in words:
        inside = any(word.start < passage.end and word.end > passage.start for passage in passages)
        quoted.append(inside if word.say or not quoted else quoted[-1])  # silence turns to nobody
    begin = 0
    for inside, group in groupby(list(quoted)):
        end = begin + len(list(group))
        if inside and not _stands_apart(words, begin, end):
            quoted[begin:end] = [False] * (end - begin)
        begin = end
    begin = 0
    for inside, group in groupby(quoted):
        end = begin + len(list(group))
        yield inside, words[begin:end]
        begin = end


def _stands_apart(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether quoted words begin:end are more than a few, or stand where a quotation is a sentence."""
    before = [word for word in words[:begin] if word.say and word.end > word.start]
    said = sum(1 for word in words[begin:end] if word.say)
    return said > 0 and (said >= _FEW or not before or before[-1].mark == ":")


def _language(tag: str) -> str:
    """The language of a tag, as voices call it; Mandarin goes by two names, among pages and among voices."""
    from oyez.voices.catalogue import primary_language

    language = primary_language(tag)
    return "zh" if language == "cmn" else language
