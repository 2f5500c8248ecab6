"""One narration in the making: what is made of it, who listens, who watches, what failed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any

from oyez.errors import NotFound, OyezError
from oyez.exporting.player_json import Take, player
from oyez.live.urgency import Listener, Work
from oyez.model.narration import Clip
from oyez.model.script import Script
from oyez.model.voice import VoiceInfo
from oyez.narrating import Narrator
from oyez.storing.keys import takes_key
from oyez.voices.parts import Part, Sound

__all__ = ["LiveNarration", "Poke"]

Poke = Callable[[], None]  # told that something is new; it must return at once and raise nothing

_TRUST = 500  # said characters for which the voice's former pace counts when the length is estimated


class LiveNarration:
    """Safe to use from many threads; a Studio makes it.

    key       its id      script, voice     what is said, by whom      clip_keys   one a sentence
    takes_key what the takes are kept under: another when other voices stand in for the narration's
    failure   what stopped the making, until it is asked for again
    done      every sentence is made, and so is the finished file
    """

    def __init__(self, key: str, script: Script, voice: VoiceInfo, narrator: Narrator, pace: float) -> None:
        self.key = key
        self.script = script
        self.voice = voice
        self.narrator = narrator
        self.clip_keys = narrator.clip_keys(script)
        self.takes_key = takes_key(key, self.clip_keys)
        self.failure: OyezError | None = None
        self.done = False
        self._pace = pace
        self._asked = monotonic()
        self._lock = threading.RLock()
        self._said = [len(sentence.said) for sentence in script.sentences]  # characters
        self._takes: list[Take | None] = [None] * len(script.sentences)
        self._made: list[int] = []  # in the order of making
        self._known: dict[int, Take] = {}  # those whose times are known, before all their sound is; in order
        self._heard: dict[int, list[Clip]] = {}  # pieces of sentences that are being made
        self._rates: dict[int, int] = {}
        self._making: set[int] = set()
        self._listeners: dict[object, Listener] = {}
        self._watchers: set[Poke] = set()

    def __len__(self) -> int:
        return len(self._takes)

    # What listeners and pages ask.

    @property
    def complete(self) -> bool:
        """Every sentence is made."""
        return len(self._made) == len(self._takes)

    @property
    def watched(self) -> bool:
        """Somebody watches or listens."""
        with self._lock:
            return bool(self._watchers or self._listeners)

    def take(self, index: int) -> Take | None:
        """What is known of a sentence's sound; None while it is not made."""
        return self._takes[index]

    def require(self, index: int) -> None:
        """NotFound where the narration has no sentence of that number."""
        if not 0 <= index < len(self._takes):
            raise NotFound(
                f"there is no sentence {index}", f"the narration's sentences are 0 to {len(self._takes) - 1}"
            )

    def require_health(self) -> None:
        """Raise what stopped the making, if anything did."""
        failure = self.failure  # read once: another thread may ask for it again
        if failure:
            # One error is raised to all who ask: their frames must not pile up on it.
            raise failure.with_traceback(None)

    def known_since(self, count: int) -> list[tuple[int, Take]]:
        """Sentences whose times became known after the first `count`; their sound may still be being made."""
        with self._lock:
            return list(self._known.items())[count:]

    def heard(self, index: int, count: int) -> list[Clip]:
        """The sound of a sentence that is being made, after its first `count` pieces; they have no words."""
        with self._lock:
            return self._heard.get(index, [])[count:]

    @property
    def pace(self) -> float:
        """Seconds a said character: what was measured here, leaning on the voice's former pace."""
        with self._lock:
            seconds = sum(take.seconds for take in self._takes if take)
            characters = sum(self._said[index] for index in self._made)
        return (seconds + self._pace * _TRUST) / (characters + _TRUST)

    def player(self, audio: Mapping[str, str], live: Mapping[str, Any]) -> dict[str, Any]:
        """The player's data as of now; `audio` counts when all is done, `live` until then."""
        with self._lock:
            takes = [self._known.get(index) for index in range(len(self._takes))]
            done = self.done
        data = player(
            self.script,
            self.voice,
            takes,
            identity=self.key,
            pace=self.pace,
            audio=audio if done else None,
            live=None if done else live,
            notes=self.narrator.notes,
        )
        return {**data, "complete": done}

    @contextmanager
    def watching(self, poke: Poke) -> Iterator[None]:
        """While inside, `poke` is called after each change, from whatever thread made it."""
        with self._lock:
            self._watchers.add(poke)
        try:
            yield
        finally:
            with self._lock:  # after this no call is under way
                self._watchers.discard(poke)

    # What the studio does.

    def join(self, listener: object, start: int) -> None:
        """Somebody listens from a sentence on."""
        with self._lock:
            self._listeners[listener] = Listener(start, monotonic())

    def leave(self, listener: object) -> None:
        """They have gone."""
        with self._lock:
            self._listeners.pop(listener, None)

    def is_awaited(self, index: int) -> bool:
        """Whether somebody listens from that sentence on, or from one before it."""
        with self._lock:
            return any(listener.start <= index for listener in self._listeners.values())

    def restore(self, takes: Sequence[Take]) -> None:
        """All of it was made before."""
        with self._lock:
            self._takes = list(takes)
            self._made = list(range(len(takes)))
            self._known = dict(enumerate(takes))
            self.done = True

    def ask_again(self) -> None:
        """A narration that failed may go on; one that is wanted anew is as fresh as a new one."""
        with self._lock:
            self.failure = None
            self._asked = monotonic()

    def work(self, speaking: Container[str]) -> Work:
        """As the decision of urgency sees it; `speaking` holds the keys of clips that are being made."""
        with self._lock:
            pace = self.pace
            free = [
                take is None and index not in self._making and self.clip_keys[index] not in speaking
                for index, take in enumerate(self._takes)
            ]
            seconds = [
                sentence.pause + (take.seconds if take else pace * said)
                for sentence, take, said in zip(self.script.sentences, self._takes, self._said, strict=True)
            ]
            made = [take is not None for take in self._takes]
            return Work(made, free, seconds, self._asked, tuple(self._listeners.values()))

    def begin(self, index: int) -> None:
        """A sentence is being made."""
        with self._lock:
            self._making.add(index)

    def hear(self, index: int, part: Part) -> None:
        """A part of a sentence that is being made."""
        with self._lock:
            if isinstance(part, Sound):
                piece = Clip(part.samples, self._rates[index], (), measured=True)
                self._heard.setdefault(index, []).append(piece)
            else:
                self._rates[index] = part.sample_rate
                if len(part.times) < len(self.script.sentences[index].words):
                    return  # of a long sentence the end is not known yet
                self._known[index] = Take(
                    part.frames, part.sample_rate, part.times, part.measured, part.notes
                )
            self._poke()

    def add(self, index: int, clip: Clip) -> None:
        """A sentence is made."""
        with self._lock:
            self._making.discard(index)
            self._heard.pop(index, None)
            self._takes[index] = self._known[index] = Take.of(clip)
            self._made.append(index)
            self._poke()

    def put_back(self, index: int) -> None:
        """A sentence that was being made is made later."""
        with self._lock:
            self._making.discard(index)
            self._heard.pop(index, None)

    def finish(self) -> None:
        """The finished file is made."""
        with self._lock:
            self.done = True
            self._poke()

    def fail(self, failure: OyezError, index: int | None = None) -> None:
        """A sentence, or the finished file, could not be made."""
        with self._lock:
            if index is not None:
                self._making.discard(index)
                self._heard.pop(index, None)
            self.failure = failure
            self._poke()

    def put_away(self) -> None:
        """Nobody makes it any more. Whoever found it a moment ago and now waits is told."""
        with self._lock:
            if not self.done and self.failure is None:
                self.fail(NotFound("the narration was put away for others", "play it again"))

    def takes(self) -> list[Take]:
        """Of every sentence, where it is complete."""
        return [take for take in self._takes if take]

    def _poke(self) -> None:
        for poke in self._watchers:
            poke()
