"""A script spoken by one voice, clip by clip, with the store at hand.

sentence -> its voice -> key -> kept clip, else the voice speaks it -> Clip, kept -> at the narration's rate
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from oyez.casting import Cast
from oyez.errors import StoreError
from oyez.exporting.contract import GrowingExporter, GrowingFile
from oyez.model.article import Article
from oyez.model.json import to_json
from oyez.model.narration import Clip, Narration
from oyez.model.page import Page
from oyez.model.script import Script, Sentence, Word, require_speech
from oyez.model.voice import VoiceInfo
from oyez.settings import Settings
from oyez.storing.keys import article_key, clip_key, file_key
from oyez.storing.store import Store, StoredFile

if TYPE_CHECKING:
    from oyez.voices.contract import Voice

__all__ = ["Narrator", "read_once", "shared_store"]

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


def read_once(page: Page, settings: Settings) -> Article:
    """The article of a page, from the store where the very same page was read before."""
    from oyez.reading import read

    try:
        store = _open_store(settings.store, settings.store_bytes)
    except StoreError:  # nothing to remember with; narrating says so in its notes
        return read(page)
    key = article_key(page)
    article = store.article(key)
    if article is None:
        article = read(page)
        with suppress(StoreError):  # a full disk costs the reading again, not the article
            store.keep_article(key, article)
    return article


class Narrator:
    """One voice and the store. Without a usable store everything is made afresh, and a note says so.

    `language` is the article's: what is in another is spoken by the best installed voice of that one, at
    the rate and level of the narrator's own. Without it, or where the settings say so, one voice speaks all.
    """

    def __init__(self, info: VoiceInfo, settings: Settings, language: str = "") -> None:
        self._info = info
        self._settings = settings
        self._cast = Cast(info, language if settings.stand_ins else "")
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
        """One clip a sentence, in order; the voice works ahead while the caller works."""
        pending: deque[Future[Clip]] = deque()
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="oyez-voice") as pool:
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
        speed: float,
        on_sentence: Callable[[int, int], None] | None = None,
    ) -> tuple[Narration, bytes]:
        """Narrate and write the file at once: it is encoded while the voice still speaks."""
        files: list[GrowingFile] = []

        def add(clip: Clip, pause: float) -> None:
            if not files:
                rate = clip.sample_rate
                files.append(exporter.begin(script.article, self._info, rate, gain=self.gain, speed=speed))
            files[0].add(clip, pause)

        narration = self.narrate(script, on_sentence, add)
        return narration, files[0].finish()

    def file_key(self, script: Script, suffix: str, speed: str) -> str:
        """The name under which a file of this script, voice, format and speed is kept."""
        return file_key(to_json(script), self._cast.voices(script.sentences), suffix, speed)

    def clip_keys(self, script: Script) -> tuple[str, ...]:
        """The names under which the voices' clips are kept, one a sentence."""
        return tuple(clip_key(sentence, self._cast.voice(sentence)) for sentence in script.sentences)

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

    def clip(self, sentence: Sentence) -> Clip:
        """One sentence: its kept clip, else spoken now and kept. Raises VoiceError."""
        voice = self._cast.voice(sentence)
        own = voice == self._info
        clip = self._spoken(sentence) if own else self._beside(voice)._fitting(sentence, self)
        note = self._cast.note(sentence)
        return replace(clip, notes=(*clip.notes, note)) if note else clip

    def _spoken(self, sentence: Sentence) -> Clip:
        """The voice's own clip, as it is kept."""
        from oyez.voices.find import load_voice

        key = clip_key(sentence, self._info)
        clip = self._store.clip(key) if self._store else None
        if clip is None:
            clip = load_voice(self._info).say(sentence)
            self._keep(lambda store: store.keep_clip(key, clip))
        return clip

    def _beside(self, voice: VoiceInfo) -> Narrator:
        """Who speaks for another voice of the cast; one each, which knows its gain."""
        return self._others.setdefault(voice.name, Narrator(voice, self._settings))

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
