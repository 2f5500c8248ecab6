"""A script spoken by one voice, clip by clip, with the store at hand.

sentence -> its turns, a voice each -> key -> kept clip, else the voice speaks it -> Clip, kept
         -> at the narration's rate -> one Clip a sentence
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from oyez.casting import Cast, Turn, joined
from oyez.errors import StoreError
from oyez.exporting.contract import GrowingExporter, GrowingFile
from oyez.model.article import Article
from oyez.model.json import to_json
from oyez.model.narration import Clip, Narration
from oyez.model.pace import Pace
from oyez.model.page import Page
from oyez.model.quotation import Quotation
from oyez.model.script import Script, Sentence, Word, require_speech
from oyez.model.voice import VoiceInfo
from oyez.settings import Settings
from oyez.storing.keys import article_key, clip_key, file_key
from oyez.storing.store import Store, StoredFile
from oyez.workers.pool import cores

if TYPE_CHECKING:
    from oyez.voices.contract import Voice
    from oyez.voices.parts import Part

__all__ = ["Narrator", "OnPart", "read_once", "shared_store"]

OnPart = Callable[["Part"], None]

_AHEAD = 8  # sentences the voice may be ahead of whoever takes the clips


@cache
def _open_store(folder: Path, limit: int) -> Store:
    return Store(folder, limit)


def shared_store(settings: Settings) -> Store | None:
    """The one store of these settings in this process; None where its folder cannot be used."""
    try:
        return _open_store(settings.store, settings.store_bytes)
    except StoreError:
        return None


def read_once(
    page: Page,
    settings: Settings,
    read: Callable[[Page], Article],
    *,
    way: str = "",
    worth_keeping: Callable[[Article], bool] = lambda _: True,
) -> Article:
    """The article of a page, from the store where the very same page was read before in the same way."""
    store = shared_store(settings)
    if store is None:  # nothing to remember with; narrating says so in its notes
        return read(page)
    key = article_key(page, way)
    article = store.article(key)
    if article is None:
        article = read(page)
        if worth_keeping(article):
            with suppress(StoreError):  # a full disk costs the reading again, not the article
                store.keep_article(key, article)
    return article


class Narrator:
    """One voice and the store. Without a usable store everything is made afresh, and a note says so.

    `language` is the article's: what is in another is spoken by the best installed voice of that one, at
    the rate and level of the narrator's own. Without it, or where the settings say so, one voice speaks all.
    `quotations` have the voice that the settings name for them, if any.
    """

    def __init__(
        self,
        info: VoiceInfo,
        settings: Settings,
        language: str = "",
        quotations: Sequence[Quotation] = (),
    ) -> None:
        self._info = info
        self._settings = settings
        self._cast = Cast.of(info, language, settings, quotations)
        self._others: dict[str, Narrator] = {}
        self._notes: tuple[str, ...] = ()
        self._store: Store | None = None
        try:
            self._store = _open_store(settings.store, settings.store_bytes)
        except StoreError as error:
            self._notes = (f"nothing was kept: {error}",)

    @property
    def notes(self) -> tuple[str, ...]:
        """What could not be kept, and why."""
        return self._notes

    def clips(self, script: Script) -> Iterator[Clip]:
        """One clip a sentence, in order; the voice works ahead, on every core, while the caller works."""
        pending: deque[Future[Clip]] = deque()
        with ThreadPoolExecutor(max_workers=cores(), thread_name_prefix="oyez-voice") as pool:
            try:
                for sentence in script.sentences:
                    pending.append(pool.submit(self.clip, sentence))
                    if len(pending) > _AHEAD:
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            finally:
                for future in pending:
                    future.cancel()

    def narrate(
        self,
        script: Script,
        on_sentence: Callable[[int, int], None] | None = None,
        on_clip: Callable[[Clip, float], None] | None = None,
    ) -> Narration:
        """The whole script. After each sentence `on_clip` takes its clip and the pause after it, and
        `on_sentence` is told (spoken, in all).
        """
        require_speech(script)
        clips: list[Clip] = []
        for sentence, clip in zip(script.sentences, self.clips(script), strict=True):
            clips.append(clip)
            if on_clip:
                on_clip(clip, sentence.pause)
            if on_sentence:
                on_sentence(len(clips), len(script.sentences))
        notes = (*script.notes, *self._notes, *(note for clip in clips for note in clip.notes))
        return Narration(script, tuple(clips), self._info, self.gain, tuple(dict.fromkeys(notes)))

    def narrate_into(
        self,
        exporter: GrowingExporter,
        script: Script,
        pace: Pace,
        on_sentence: Callable[[int, int], None] | None = None,
    ) -> tuple[Narration, bytes]:
        """Narrate and write the file at once: it is encoded while the voice still speaks."""
        from oyez.audio.pausing import with_pauses

        files: list[GrowingFile] = []

        def add(clip: Clip, pause: float) -> None:
            if not files:
                about = script.article, self._info, clip.sample_rate
                files.append(exporter.begin(*about, gain=self.gain, speed=pace.speech))
            files[0].add(*with_pauses(clip, pause, pace))

        narration = self.narrate(script, on_sentence, add)
        return narration, files[0].finish()

    def file_key(self, script: Script, suffix: str, speed: str) -> str:
        """The name under which a file of this script, voice, format and speed is kept."""
        return file_key(to_json(script), self._cast.voices(script.sentences), suffix, speed)

    def clip_keys(self, script: Script) -> tuple[str, ...]:
        """The names under which the voices' clips are kept, one a sentence; of turns, joined by "+"."""
        turns = map(self._cast.turns, script.sentences)
        return tuple("+".join(clip_key(one.sentence, one.voice) for one in each) for each in turns)

    def kept_file(self, key: str) -> StoredFile | None:
        """A file made before under that name, or None."""
        return self._store.file(key) if self._store else None

    def keep_file(self, key: str, content: bytes, facts: Mapping[str, Any]) -> None:
        """Keep a finished file; a store that cannot take it loses nothing but time."""
        self._keep(lambda store: store.keep_file(key, content, facts))

    def _keep(self, keep: Callable[[Store], None]) -> None:
        """Keep something where there is a store; one that cannot take it is noted, not fatal."""
        try:
            if self._store:
                keep(self._store)
        except StoreError as error:
            self._store = None
            self._notes = (f"nothing more was kept: {error}",)

    def clip(self, sentence: Sentence, on_part: OnPart | None = None) -> Clip:
        """One sentence: its kept clip, else spoken now and kept. Raises VoiceError.

        `on_part` is told each part as it is made; nothing of what was kept or has turns of other voices.
        """
        turns = self._cast.turns(sentence)
        heard = on_part if len(turns) == 1 else None
        clip = joined([self._turn(turn, heard) for turn in turns])
        notes = self._cast.notes(sentence)
        return replace(clip, notes=(*clip.notes, *notes)) if notes else clip

    def _turn(self, turn: Turn, on_part: OnPart | None) -> Clip:
        if turn.voice == self._info:
            return self._spoken(turn.sentence, on_part)
        return self._beside(turn.voice)._fitting(turn.sentence, self)

    def _spoken(self, sentence: Sentence, on_part: OnPart | None = None) -> Clip:
        """The voice's own clip, as it is kept."""
        from oyez.voices.find import load_voice
        from oyez.voices.parts import clip_of
        from oyez.voices.streaming import stream

        key = clip_key(sentence, self._info)
        clip = self._store.clip(key) if self._store else None
        if clip is None:
            parts = []
            for part in stream(load_voice(self._info), sentence):
                parts.append(part)
                if on_part:
                    on_part(part)
            clip = clip_of(parts)
            self._keep(lambda store: store.keep_clip(key, clip))
        return clip

    def _beside(self, voice: VoiceInfo) -> Narrator:
        """Who speaks for another voice of the cast; one each, which knows its gain."""
        if voice.name not in self._others:
            self._others[voice.name] = Narrator(voice, self._settings)
        return self._others[voice.name]

    def _fitting(self, sentence: Sentence, main: Narrator) -> Clip:
        """The voice's clip at the rate and level of the main voice, so that one gain serves for all."""
        from oyez.audio.rate import at_rate

        clip = self._spoken(sentence)
        rate, target = clip.sample_rate, main.sample_rate
        samples = at_rate(clip.samples, rate, target, self.gain / main.gain)
        last = len(samples)
        times = tuple(
            (min(round(start * target / rate), last), min(round(end * target / rate), last))
            for start, end in clip.times
        )
        return replace(clip, samples=samples, sample_rate=target, times=times)

    @cached_property
    def sample_rate(self) -> int:
        """Frames a second of the voice's clips, asked the first time it is used on this machine."""
        return int(
            self._measured("rate", lambda voice: voice.say(_one_word(self._info.language)).sample_rate)
        )

    @cached_property
    def gain(self) -> float:
        """The voice's own gain, measured the first time it is used on this machine."""
        from oyez.voices.level import measure_gain

        return self._measured("gain", measure_gain)

    def _measured(self, what: str, measure: Callable[[Voice], float]) -> float:
        """A fact of the voice, from the store where it was measured before."""
        from oyez.voices.find import load_voice

        key = f"{what} of {self._info.name} ({self._info.version})"
        kept = self._store.fact(key) if self._store else None
        if kept is not None:
            return float(kept)
        value = measure(load_voice(self._info))
        self._keep(lambda store: store.keep_fact(key, repr(value)))
        return value


def _one_word(language: str) -> Sentence:
    """The shortest thing that every voice can say."""
    return Sentence(None, (Word(0, 1, "1"),), 0.0, language, "calibration")
