"""How fast a narration is, by one definition, and what is done to meet the speed a listener asks for.

Tempo (natural) + Speed -> pace_for -> Pace (of speech, of pauses) -> Tempo.at(pace) -> the figures shown

Words a minute are words **as said** over the whole length **with pauses**; every other figure has a name of
its own. docs/speed.md says why.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from oyez.errors import InvalidSpeed
from oyez.model.speed import FASTEST, SLOWEST, Speed

__all__ = ["CLEAR", "PAUSES_FASTEST", "Pace", "Tempo", "multiplied", "pace_for"]

PAUSES_FASTEST = 2.5  # times: a sentence's 0.30 s stays 0.12 s, a paragraph's 0.55 s stays 0.22 s
# Syllables a second while speaking: 275 words a minute, above which comprehension falls faster (Foulke and
# Sticht, 1969), of 1.55 syllables each, with 12 % of pauses.
CLEAR = 8.0
_NEVER = float("inf")
_SLACK = 0.001  # 0.5x asked for as words a minute may come out as 0.49999


@dataclass(frozen=True, slots=True)
class Pace:
    """How many times faster than natural: `speech` what sounds, 0.5 to 4, and `pauses` the known pauses."""

    speech: float = 1.0
    pauses: float = 1.0

    @property
    def apart(self) -> float:
        """How many times longer pauses are, beside the speech around them, than at natural speed."""
        return self.speech / self.pauses


@dataclass(frozen=True, slots=True)
class Tempo:
    """What every figure of speed is made of.

    said_words      words as spoken ("HK$98.4bn" is eight)
    shown_words     words of the page that they stand for
    syllables       of the words as said, counted from spelling
    speech, pauses  seconds that sound, and seconds of known pauses: those that Oyez lays between sentences,
                    and those that the voice itself reports between words
    """

    said_words: int
    shown_words: int
    syllables: int
    speech: float
    pauses: float

    @property
    def seconds(self) -> float:
        """Whole length, pauses included."""
        return self.speech + self.pauses

    @property
    def words_per_minute(self) -> float:
        """Words as said over the whole length, pauses included: the figure meant by "words a minute"."""
        return 60 * self.said_words / self.seconds if self.seconds else 0.0

    @property
    def shown_words_per_minute(self) -> float:
        """Words as the page shows them over the whole length: what can be set beside silent reading."""
        return 60 * self.shown_words / self.seconds if self.seconds else 0.0

    @property
    def articulation_rate(self) -> float:
        """Words as said over the time that sounds, a minute."""
        return 60 * self.said_words / self.speech if self.speech else 0.0

    @property
    def syllables_per_second(self) -> float:
        """Syllables over the time that sounds: what decides whether speech can be followed."""
        return self.syllables / self.speech if self.speech else 0.0

    @property
    def pause_share(self) -> float:
        """The part of the whole length that is pauses, 0 to 1."""
        return self.pauses / self.seconds if self.seconds else 0.0

    def at(self, pace: Pace) -> Tempo:
        """The same narration heard at a pace.

        >>> Tempo(200, 180, 300, 50, 10).at(Pace(2, 2)).words_per_minute
        400.0
        """
        return replace(self, speech=self.speech / pace.speech, pauses=self.pauses / pace.pauses)


def multiplied(times: float, *, keep_pauses: bool = False) -> Pace:
    """The pace of a multiplier, which is that of the speech: pauses follow it down to their floors.

    >>> multiplied(2), multiplied(4), multiplied(2, keep_pauses=True).pauses
    (Pace(speech=2.0, pauses=2.0), Pace(speech=4.0, pauses=2.5), 1.0)
    """
    return Pace(float(times), 1.0 if keep_pauses else min(float(times), PAUSES_FASTEST))


def pace_for(asked: Speed, natural: Tempo, *, keep_pauses: bool = False) -> Pace:
    """What is done to meet a speed: a rate and a time exactly, a multiplier as that of the speech.

    Pauses run as fast as the speech, but never past their floors (PAUSES_FASTEST); the speech makes up for
    it where a rate or a time is asked for. To fit a time, pauses go to their floors before the speech is
    touched. Syllables a second are those of the speech, which pauses follow as with a multiplier. With
    `keep_pauses` they stay as they are. InvalidSpeed, with what is possible, out of range.

    >>> minute = Tempo(200, 180, 300, 50, 10)
    >>> pace_for(Speed("times", 4), minute)
    Pace(speech=4.0, pauses=2.5)
    >>> pace_for(Speed("sps", 9), minute)
    Pace(speech=1.5, pauses=1.5)
    >>> pace_for(Speed("fit", 55), minute)
    Pace(speech=1.0, pauses=2.0)
    >>> pace_for(Speed("fit", 29), minute)
    Pace(speech=2.0, pauses=2.5)
    """
    speech, pauses = natural.speech, natural.pauses
    if asked.kind == "times":
        return multiplied(asked.amount, keep_pauses=keep_pauses)
    if asked.kind == "sps":
        pace = multiplied(asked.amount / natural.syllables_per_second, keep_pauses=keep_pauses)
        return _possible(asked, natural, pace, keep_pauses=keep_pauses)
    wanted = asked.amount if asked.kind == "fit" else 60 * natural.said_words / asked.amount
    alike = natural.seconds / wanted
    if not keep_pauses and (alike <= 1 or (asked.kind == "wpm" and alike <= PAUSES_FASTEST)):
        return _possible(asked, natural, Pace(alike, alike), keep_pauses=keep_pauses)
    shortest = pauses if keep_pauses else pauses / PAUSES_FASTEST
    if asked.kind == "fit" and not keep_pauses and wanted >= speech + shortest:
        return Pace(1.0, max(1.0, pauses / (wanted - speech)) if pauses else 1.0)
    left = wanted - shortest
    times = speech / left if left > 0 else _NEVER
    pace = Pace(times, 1.0 if keep_pauses else PAUSES_FASTEST)
    return _possible(asked, natural, pace, keep_pauses=keep_pauses)


def _possible(asked: Speed, natural: Tempo, pace: Pace, *, keep_pauses: bool) -> Pace:
    """The pace, held to the range; InvalidSpeed where it is out of it."""
    if SLOWEST * (1 - _SLACK) <= pace.speech <= FASTEST * (1 + _SLACK):
        return replace(pace, speech=min(max(pace.speech, SLOWEST), FASTEST))
    slowest, fastest = (
        natural.at(multiplied(times, keep_pauses=keep_pauses)) for times in (SLOWEST, FASTEST)
    )
    syllables = (
        f"{slowest.syllables_per_second:.1f} to {fastest.syllables_per_second:.1f} syllables a second, "
        if asked.kind == "sps"
        else ""
    )
    raise InvalidSpeed(
        f"{asked} would be {pace.speech:.2f}x this voice's natural speed"
        if pace.speech < _NEVER
        else f"{asked} is shorter than the pauses alone",
        f"from {SLOWEST}x to {FASTEST:g}x is possible: {syllables}{slowest.words_per_minute:.0f} to "
        f"{fastest.words_per_minute:.0f} words a minute, or {_brief(fastest.seconds)} to "
        f"{_brief(slowest.seconds)}",
    )


def _brief(seconds: float) -> str:
    """A length to the second; to the tenth where it is short.

    >>> _brief(0.84), _brief(75), _brief(240)
    ('0.8 s', '75 s', '4 min')
    """
    if seconds >= 180:
        return f"{seconds / 60:.3g} min"
    return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
