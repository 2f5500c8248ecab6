"""The figures of a narration at a speed, defined in docs/speed.md, and what was done to meet it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from oyez.model.narration import Narration
from oyez.model.pace import CLEAR, PAUSES_FASTEST, Pace, Tempo, pace_for
from oyez.model.readingtime import seconds_to_read
from oyez.model.speed import NATURAL, Speed, parse_speed
from oyez.timing.tempo import optional_parts, tempo

__all__ = ["Figures", "at_speed", "measure"]

_SAME = 0.005  # multipliers nearer to each other are not told apart


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured on a narration at one speed. Words are counted as said, pauses included.

    multiplier                                   of the speech; pauses may run at another, `pause_multiplier`
    seconds, words_per_minute                    as heard at the speed
    natural_seconds, natural_words_per_minute    at the voice's own speed
    shown_words_per_minute                       of the words that the page shows, pauses included
    articulation_rate                            words as said a minute, pauses not included
    syllables_per_second                         of what is said, pauses not included
    pause_share                                  pauses / seconds, 0 to 1
    natural_pauses                               seconds of pauses at the voice's own speed
    seconds_to_read                              of silent reading, of the whole article
    optional_seconds                             what could be left out, by kind, at the voice's own speed
    notes                                        what was done differently than asked, and for the speed
    """

    multiplier: float
    seconds: float
    words_per_minute: float
    natural_seconds: float
    natural_words_per_minute: float
    said_words: int
    shown_words: int
    syllables: int
    natural_pauses: float
    pause_multiplier: float = 1.0
    shown_words_per_minute: float = 0.0
    articulation_rate: float = 0.0
    syllables_per_second: float = 0.0
    pause_share: float = 0.0
    seconds_to_read: float = 0.0
    optional_seconds: Mapping[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Figures:
        """From what `dataclasses.asdict` made of them."""
        return cls(**{**facts, "notes": tuple(facts["notes"])})

    @property
    def pace(self) -> Pace:
        """What the speech and the pauses run at."""
        return Pace(self.multiplier, self.pause_multiplier)

    @property
    def saved(self) -> float:
        """Seconds fewer than at the voice's own speed; negative where it takes longer."""
        return self.natural_seconds - self.seconds

    @property
    def _natural(self) -> Tempo:
        speech = self.natural_seconds - self.natural_pauses
        return Tempo(self.said_words, self.shown_words, self.syllables, speech, self.natural_pauses)


def measure(
    narration: Narration, speed: str | float | Speed = NATURAL, *, keep_pauses: bool = False
) -> Figures:
    """The figures of a narration at a speed; InvalidSpeed where it cannot run at that.

    NothingToSay where nothing is spoken.
    """
    natural = tempo(narration)
    article = narration.script.article
    figures = Figures(
        multiplier=1.0,
        seconds=natural.seconds,
        words_per_minute=natural.words_per_minute,
        natural_seconds=natural.seconds,
        natural_words_per_minute=natural.words_per_minute,
        said_words=natural.said_words,
        shown_words=natural.shown_words,
        syllables=natural.syllables,
        natural_pauses=natural.pauses,
        seconds_to_read=seconds_to_read(article.read_text, article.language),
        optional_seconds=optional_parts(narration),
        notes=narration.notes,
    )
    return at_speed(figures, speed, keep_pauses=keep_pauses)


def at_speed(figures: Figures, speed: str | float | Speed, *, keep_pauses: bool = False) -> Figures:
    """The figures of a narration, given at natural speed, at another; InvalidSpeed where it cannot run so."""
    asked = parse_speed(speed)
    natural = figures._natural
    pace = pace_for(asked, natural, keep_pauses=keep_pauses)
    heard = natural.at(pace)
    told = _told(asked, pace, heard, figures.optional_seconds, keep_pauses=keep_pauses)
    return replace(
        figures,
        multiplier=pace.speech,
        pause_multiplier=pace.pauses,
        seconds=heard.seconds,
        words_per_minute=heard.words_per_minute,
        shown_words_per_minute=heard.shown_words_per_minute,
        articulation_rate=heard.articulation_rate,
        syllables_per_second=heard.syllables_per_second,
        pause_share=heard.pause_share,
        notes=(*figures.notes, *told),
    )


def _told(
    asked: Speed, pace: Pace, heard: Tempo, optional: Mapping[str, float], *, keep_pauses: bool
) -> Iterator[str]:
    """What was done to meet a speed, and what the listener may want to know of it."""
    if keep_pauses and abs(pace.speech - 1) > _SAME:
        yield f"pauses are kept as they are; speech runs at {pace.speech:.2f}x"
    elif abs(pace.apart - 1) > _SAME:
        floors = ", their floors" if pace.pauses == PAUSES_FASTEST else ""
        yield (
            f"to meet {asked}, pauses are {1 / pace.pauses:.2f} of their length{floors}; "
            f"speech runs at {pace.speech:.2f}x"
        )
    if heard.syllables_per_second > CLEAR:
        yield (
            f"{heard.syllables_per_second:.1f} syllables a second while speaking: above {CLEAR:g}, about 275 "
            "words a minute, less is understood"
        )
        if asked.kind == "fit" and optional:
            yield "to fit it more slowly, leave out " + _offers(pace, optional)


def _offers(pace: Pace, optional: Mapping[str, float]) -> str:
    """What could be left out, and what that would save."""
    parts = [f"{kind} ({seconds / pace.speech:.0f} s)" for kind, seconds in optional.items()]
    skipped = ",".join(f"{kind}=skip" for kind in optional)
    return f"{', '.join(parts)}: in a terminal, --speak {skipped}"
