"""Makes narrations sentence by sentence, the most urgent first, and holds a bounded number of them.

open -> wake -> makers: next_sentence -> Narrator.clip -> pieces, take, until nothing is left
                finisher: api.render -> done

Two makers: while one's sentence is being spoken by the voice's process, the other's is being kept.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from time import monotonic
from typing import Any

from oyez import api
from oyez.api import Rendered
from oyez.casting import quotations_for
from oyez.errors import ExportError, NotFound, OyezError, SynthesisError
from oyez.exporting.player_json import SECONDS_PER_CHARACTER
from oyez.live.job import Job, Overtaken
from oyez.live.narration import LiveNarration
from oyez.live.orders import Order, Records
from oyez.live.urgency import next_sentence
from oyez.model.article import Article
from oyez.model.narration import Clip
from oyez.model.page import Page
from oyez.model.quotation import Quotation
from oyez.model.script import Script, require_speech
from oyez.model.voice import VoiceInfo
from oyez.narrating import Narrator, shared_store
from oyez.own_lexicon import kept_lexicon
from oyez.settings import Settings
from oyez.storing.memory import Bounded

__all__ = ["Studio"]

_MAKERS = 2
_LAST_WORDS = 2.0  # seconds for a thread to end when the studio closes
_HELD = 32  # narrations in memory; the ones used longest ago go first, unwatched ones alone
_CLIP_BYTES = 64_000_000  # of clips in memory, 24 minutes of sound; the rest is read from the store
_FILE_BYTES = 64_000_000  # of finished files, two hours of sound: players ask for them in many ranges

_PRACTICE = """Rain at the harbour

The rain at the harbour began on Monday at noon, and nobody who works there was surprised by it.
"""


class Studio:
    """Narrations by id. Safe to use from many threads.

    `article_of` gives the article of a key, or raises NotFound; `narrators` makes who speaks with a voice
    in an article of a language.
    """

    def __init__(
        self,
        settings: Settings,
        article_of: Callable[[str], Article],
        narrators: Callable[[VoiceInfo, Settings, str, Sequence[Quotation]], Narrator] = Narrator,
    ) -> None:
        self._settings = settings
        self._narrators = narrators
        self._article_of = article_of
        self._records = Records(shared_store(settings))
        self._lock = threading.RLock()
        self._held: OrderedDict[str, LiveNarration] = OrderedDict()
        self._jobs: list[Job] = []  # being made, the last begun last
        self._makers = 0
        self._finishing: str | None = None
        self._closed = False
        self._threads: set[threading.Thread] = set()
        self._clips: Bounded[tuple[str, int], Clip] = Bounded(_CLIP_BYTES, lambda clip: clip.samples.nbytes)
        self._files: Bounded[str, Rendered] = Bounded(_FILE_BYTES, lambda file: len(file.content))

    def open(
        self,
        article: str,
        voice: str | None = None,
        speak: Mapping[str, str] | None = None,
        sayings: Mapping[str, str] | None = None,
    ) -> LiveNarration:
        """The narration of that order, in the making: planned only, so it answers at once.

        `article` is a key; `speak` and `sayings` as in api.adapt. One that failed goes on. Raises NotFound,
        VoiceNotFound, InvalidOption, NothingToSay.
        """
        found = self._article_of(article)
        info = api.voice_for(voice, found.language or "und", self._settings, files=False)
        order = Order.of(article, info.name, speak, sayings, kept_lexicon(self._settings).lexicon)
        key = order.key(info)
        with self._lock:
            held = self._held.get(key)
        planned = held or self._plan(key, found, info, order)
        with self._lock:
            held = self._held.setdefault(key, planned)
            self._held.move_to_end(key)
            held.ask_again()
            self._let_go(held)
            self._wake()
        return held

    def find(self, key: str) -> LiveNarration:
        """The narration of that id, planned again where it was let go; NotFound where there was none."""
        with self._lock:
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)
                return held
        order = self._records.order(key)
        if order is not None:
            opened = self.open(order.article, order.voice, dict(order.speak), dict(order.sayings))
            if opened.key == key:
                return opened
        raise NotFound(f"there is no narration {key!r} here", "ask for it again: open the article's page")

    @contextmanager
    def listening(self, narration: LiveNarration, start: int) -> Iterator[None]:
        """While inside, sentence `start` and those after it are the most urgent work."""
        listener = object()
        narration.join(listener, start)
        try:
            with self._lock:
                self._make_room(narration, start)
                self._wake()
            yield
        finally:
            narration.leave(listener)

    def clip(self, narration: LiveNarration, index: int) -> Clip:
        """The sound of a sentence that is made, from memory or the store. Raises VoiceError."""
        clip = self._clips.get((narration.key, index))
        if clip is None:
            clip = narration.narrator.clip(narration.script.sentences[index])
            self._clips.keep((narration.key, index), clip)
        return clip

    def sound(self, narration: LiveNarration) -> Rendered:
        """The finished file of a complete narration; whoever asks second waits. Raises what render raises."""
        return self._files.once(narration.key, partial(self._render, narration))

    def warm(self, language: str) -> None:
        """Load and start what the first listener would wait for: reader, rules, the language's voice."""
        api.adapt(api.read(Page(_PRACTICE)))
        info = api.voice_for(None, language, self._settings)
        _ = self._narrators(info, self._settings, language, ()).gain

    def close(self) -> None:
        """Make nothing more, and wait a little for what is being made."""
        with self._lock:
            self._closed = True
            threads = list(self._threads)
        for thread in threads:
            thread.join(_LAST_WORDS)

    def _render(self, narration: LiveNarration) -> Rendered:
        script, voice = narration.script, narration.voice
        return api.render(script, "m4a", voice, settings=self._settings, on_sentence=self._stay_open)

    def _stay_open(self, _spoken: int, _of: int) -> None:
        if self._closed:
            raise ExportError("the sound was not finished: the server stops", "open the page again")

    def _plan(self, key: str, article: Article, info: VoiceInfo, order: Order) -> LiveNarration:
        pace = self._records.pace(info) or SECONDS_PER_CHARACTER
        script = _script(article, order, self._settings)
        quoted = quotations_for(script, self._settings)
        narrator = self._narrators(info, self._settings, script.language, quoted)
        planned = LiveNarration(key, script, info, narrator, pace)
        self._records.keep_order(key, order)
        takes = self._records.takes(planned.takes_key)
        if takes is not None and len(takes) == len(planned):
            planned.restore(takes)
        return planned

    # The makers.

    def _wake(self) -> None:
        """Let makers start, where there is work and a maker is free. The lock is held."""
        while self._makers < _MAKERS and (job := self._take()):
            self._makers += 1
            self._start(self._make_all, job)
        if self._finishing is None and not self._makers and (narration := self._unfinished()):
            self._finishing = narration.key
            self._start(self._finish, narration)

    def _make_room(self, narration: LiveNarration, start: int) -> None:
        """Where all makers are busy and a listener has nothing to hear, have one leave its work.

        It is one that nobody waits for; its worker is free after the piece it is at. The lock is held.
        """
        is_coming = narration.take(start) or narration.clip_keys[start] in self._speaking()
        if self._makers == _MAKERS and not is_coming:
            idle = [job for job in self._jobs if not job.narration.is_awaited(job.index)]
            for job in idle[-1:]:
                job.is_left = True

    def _speaking(self) -> set[str]:
        """Keys of the clips being made. The lock is held."""
        return {job.narration.clip_keys[job.index] for job in self._jobs}

    def _start(self, work: Callable[[Any], None], item: Job | LiveNarration) -> None:
        self._threads = {thread for thread in self._threads if thread.is_alive()}
        thread = threading.Thread(target=work, args=(item,), name="oyez-studio", daemon=True)
        thread.start()
        self._threads.add(thread)

    def _take(self) -> Job | None:
        """The next sentence to make; it is the caller's from now on."""
        with self._lock:
            if self._closed:
                return None
            open_ones = [one for one in self._held.values() if not one.complete and one.failure is None]
            speaking = self._speaking()
            chosen = next_sentence([one.work(speaking) for one in open_ones], monotonic())
            if chosen is None:
                return None
            narration, index = open_ones[chosen[0]], chosen[1]
            narration.begin(index)
            self._jobs.append(job := Job(narration, index))
            return job

    def _make_all(self, job: Job | None) -> None:
        try:
            while job:
                self._make(job)
                job = self._take()
        finally:
            with self._lock:
                self._makers -= 1
                self._wake()

    def _make(self, job: Job) -> None:
        narration, index = job.narration, job.index
        sentence = narration.script.sentences[index]
        failure: OyezError | None = SynthesisError(
            "Oyez failed on this sentence", "the server's log says why", sentence.said
        )
        clip = None
        try:
            clip = narration.narrator.clip(sentence, job.hear)
        except Overtaken:
            failure = None
        except OyezError as error:
            failure = error
        finally:  # what nobody foresaw ends this thread, and is told all the same
            with self._lock:
                self._jobs.remove(job)
                if clip is not None:
                    self._clips.keep((narration.key, index), clip)
                    narration.add(index, clip)
                elif failure is not None:
                    narration.fail(failure, index)
                else:
                    narration.put_back(index)

    def _unfinished(self) -> LiveNarration | None:
        ready = [one for one in self._held.values() if one.complete and not one.done and one.failure is None]
        return ready[-1] if ready and not self._closed else None

    def _finish(self, narration: LiveNarration) -> None:
        failure: OyezError = ExportError("the finished sound failed", "the server's log says why")
        made = None
        try:
            made = self.sound(narration)
            self._records.keep_takes(narration.takes_key, narration.takes())
            self._records.keep_pace(narration.voice, narration.pace)
        except OyezError as error:
            failure = error
        finally:
            with self._lock:
                self._finishing = None
                if made is None:
                    narration.fail(failure)
                else:
                    narration.finish()
                self._wake()

    def _let_go(self, wanted: LiveNarration) -> None:
        """Hold no more than a bounded number, and the wanted one in any case. The lock is held."""
        idle = [one for one in self._held.values() if one is not wanted and not one.watched]
        idle.sort(key=lambda one: not (one.done or one.failure))  # stable: the oldest first among equals
        for one in idle[: max(0, len(self._held) - _HELD)]:
            del self._held[one.key]
            one.put_away()


def _script(article: Article, order: Order, settings: Settings) -> Script:
    script = api.adapt(article, speak=dict(order.speak), sayings=dict(order.sayings), settings=settings)
    require_speech(script)
    return script
