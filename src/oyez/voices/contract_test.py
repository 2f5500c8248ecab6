"""The laws of a voice, as a test that any engine can run on any voice of its own.

With pytest, a subclass that names the voice is the whole test:

    class TestMyVoice(VoiceContract):
        @pytest.fixture(scope="class")
        @classmethod
        def voice(cls):
            voice = MyEngine().load(next(iter(MyEngine().voices())))
            yield voice
            voice.close()

Without it: `python -m oyez.voices.contract_test NAME` for a voice that is installed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import ClassVar

from oyez.model.article import Article, Paragraph
from oyez.model.narration import Clip
from oyez.model.script import Sentence, Word
from oyez.voices.contract import Voice
from oyez.voices.parts import Part, Phrase, clip_of
from oyez.voices.streaming import stream

__all__ = ["VoiceContract", "main", "require"]

_PROSE = (
    "In 2017 the end of the line cost HK$300,000 – “too much,” said 3 of the 12 U.S. ferrymen. "
    "The boat leaves at 9:05; nobody counts the gulls, but they are always aboard."
)
# Each killed, hung or confused an engine: espeak-ng, phonemisers, tokenisers.
_NASTY = (
    "😀", "…", "“", "-", "$2.5bn", "3-1", "U.S.", "A" * 200, "s'" * 71, "happi" + "ness" * 70, "[[x]]", "<b>",
    "\u200b", "\u202e", "\ud800", "\0", "naïve", "中文", "مرحبا", "^", "/", "%s", "\\n", "a\nb",
)  # fmt: skip
_PAUSE = 0.3  # seconds behind every sentence here


def require(holds: bool, law: str) -> None:
    """AssertionError with the law's own words, under `python -O` too."""
    if not holds:
        raise AssertionError(law)


class VoiceContract:
    """Every law as one method, to be given a `voice` that is ready.

    prose      some sentences that the voice can say whole: change them for one of another language
    language   theirs
    silent     True for a voice that makes no sound by design
    """

    prose: ClassVar[str] = _PROSE
    language: ClassVar[str] = "en"
    silent: ClassVar[bool] = False

    def test_it_says_what_it_is(self, voice: Voice) -> None:
        info = voice.info
        full = info.name == info.engine or info.name.startswith(f"{info.engine}:")
        require(full, f"{info.name!r} does not begin with its engine, {info.engine!r}")
        for what in ("language", "label", "licence", "version"):
            require(bool(getattr(info, what)), f"{info.name} states no {what}")

    def test_a_clip_is_mono_sound_of_one_rate(self, voice: Voice) -> None:
        clips = [voice.say(sentence) for sentence in self.sentences()]
        for clip in clips:
            require(str(clip.samples.dtype) == "int16", f"samples are {clip.samples.dtype}, not int16")
            require(clip.samples.ndim == 1, f"samples have {clip.samples.ndim} dimensions, not one")
        rates = {clip.sample_rate for clip in clips}
        require(len(rates) == 1, f"one voice has several rates: {rates}")
        require(8_000 <= min(rates) <= 48_000, f"no exporter writes {rates} frames a second")

    def test_it_is_heard(self, voice: Voice) -> None:
        for sentence in self.sentences():
            clip = voice.say(sentence)
            require(self.silent or bool(clip.samples.any()), f"nothing is heard of {sentence.said!r}")

    def test_every_word_has_one_span_inside_the_sound(self, voice: Voice) -> None:
        for sentence in self.sentences():
            _require_spans(voice.say(sentence), sentence)

    def test_spoken_words_take_time_and_silent_ones_none(self, voice: Voice) -> None:
        for sentence in self.sentences():
            clip = voice.say(sentence)
            for word, (start, end) in zip(sentence.words, clip.times, strict=True):
                require((end > start) == bool(word.say), f"{word.say!r} is heard from {start} to {end}")

    def test_what_says_nothing_is_no_sound(self, voice: Voice) -> None:
        for words in ((), (Word(0, 1, ""), Word(2, 3, ""))):
            clip = voice.say(self.sentence(words))
            require(not clip.samples.any(), "something is heard of words that say nothing")
            _require_spans(clip, self.sentence(words))

    def test_the_same_sentence_sounds_the_same(self, voice: Voice) -> None:
        first, *others = self.sentences()
        before = voice.say(first)
        for sentence in others:
            voice.say(sentence)
        _require_same(before, voice.say(first), "what was said in between changes a sentence")

    def test_it_streams_what_it_says(self, voice: Voice) -> None:
        for sentence in self.sentences():
            said, parts = voice.say(sentence), list(stream(voice, sentence))
            require(isinstance(parts[0], Phrase), "sound comes before the times of its words")
            _require_same(said, clip_of(parts), "what is streamed is not what is said")
            told = sum(part.frames for part in parts if isinstance(part, Phrase))
            require(told == len(said.samples), f"{told} frames were told of, {len(said.samples)} came")

    def test_a_stream_can_be_left(self, voice: Voice) -> None:
        first, second, *_ = self.sentences()
        before = voice.say(second)
        left: Iterator[Part] = stream(voice, first)
        next(left)
        if isinstance(left, Generator):
            left.close()
        _require_same(before, voice.say(second), "a stream that was left changes the next sentence")

    def test_a_closed_voice_speaks_again(self, voice: Voice) -> None:
        first, *_ = self.sentences()
        before = voice.say(first)
        voice.close()
        voice.close()
        _require_same(before, voice.say(first), "a voice that was closed speaks differently")

    def test_threads_do_not_meet(self, voice: Voice) -> None:
        sentences = self.sentences()
        alone = [voice.say(sentence) for sentence in sentences]
        with ThreadPoolExecutor(max_workers=4) as pool:
            together = list(pool.map(voice.say, [*sentences] * 4))
        for before, after in zip(alone * 4, together, strict=True):
            _require_same(before, after, "a sentence sounds different while others are spoken")

    def test_phonemes_are_used_or_named(self, voice: Voice) -> None:
        plain, spelled = (
            self.sentence((Word(0, 3, "the"), Word(4, 8, "boat", mark=".", phonemes=ipa)))
            for ipa in (None, "ˈʃiːmən")
        )
        before, after = voice.say(plain), voice.say(spelled)
        _require_spans(after, spelled)
        changed = before.samples.tobytes() != after.samples.tobytes()
        require(self.silent or changed or bool(after.notes), "phonemes are left out and no note says so")

    def test_nothing_ends_it(self, voice: Voice) -> None:
        for text in _NASTY:
            sentence = self.sentence((Word(0, 2, "we"), Word(3, 4, text), Word(5, 8, "say", mark=".")))
            _require_spans(voice.say(sentence), sentence)
        (first, *_) = self.sentences()
        _require_spans(voice.say(first), first)

    def test_a_long_sentence_is_whole(self, voice: Voice) -> None:
        words = tuple(Word(3 * at, 3 * at + 2, "so", mark="," if at % 9 == 8 else "") for at in range(300))
        clip = voice.say(self.sentence(words))
        _require_spans(clip, self.sentence(words))
        require(clip.seconds > 15, f"300 words took {clip.seconds:.1f} seconds: some are missing")

    def sentences(self) -> tuple[Sentence, ...]:
        """The prose as any article has it."""
        from oyez import scripting

        article = Article("A title", (Paragraph(self.prose),), self.language)
        return scripting.adapt(article).sentences

    def sentence(self, words: Sequence[Word]) -> Sentence:
        """Words as one sentence."""
        return Sentence(0, tuple(words), _PAUSE, self.language, "paragraph")


def _require_spans(clip: Clip, sentence: Sentence) -> None:
    require(
        len(clip.times) == len(sentence.words), f"{len(clip.times)} spans for {len(sentence.words)} words"
    )
    inside = all(0 <= start <= end <= len(clip.samples) for start, end in clip.times)
    require(inside, "a span does not lie inside the sound")
    starts = [start for start, _ in clip.times]
    require(all(one <= two for one, two in pairwise(starts)), "a word starts before the one in front of it")


def _require_same(one: Clip, two: Clip, law: str) -> None:
    same = one.samples.tobytes() == two.samples.tobytes() and one.times == two.times
    require(same and one.notes == two.notes, law)


def main(arguments: list[str]) -> int:
    """Hold every law against an installed voice; 0 where all hold."""
    from oyez.voices.find import find_voice, load_voice

    if len(arguments) != 1:
        sys.stderr.write("usage: python -m oyez.voices.contract_test NAME\n")
        return 2
    voice = load_voice(find_voice(arguments[0]))
    failed = 0
    try:
        for law, test in _laws():
            try:
                test(voice)
            except AssertionError as broken:
                failed += 1
                sys.stdout.write(f"FAIL {law}: {broken}\n")
            else:
                sys.stdout.write(f"ok   {law}\n")
    finally:
        voice.close()
    return 1 if failed else 0


def _laws() -> Iterator[tuple[str, Callable[[Voice], None]]]:
    contract = VoiceContract()
    for name in vars(VoiceContract):
        if name.startswith("test_"):
            yield name.removeprefix("test_").replace("_", " "), getattr(contract, name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
