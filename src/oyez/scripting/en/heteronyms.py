"""Heteronyms: words written alike and said apart, read by their neighbours.

    words, index -> the form's two readings -> place -> verbness and cues -> the IPA of one reading

Scored sums with weights set by hand; nothing is learned from texts. Tables: `heteronym_stress` (noun or
verb), `heteronym_senses` and `heteronym_names` (words apart).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from oyez.model.script import Word
from oyez.scripting.en.heteronym_context import verbness
from oyez.scripting.en.heteronym_cues import NO_CUES, Cues, parse_cues
from oyez.scripting.en.heteronym_names import FIXED, NAMES
from oyez.scripting.en.heteronym_place import Place, place_of
from oyez.scripting.en.heteronym_senses import SENSES
from oyez.scripting.en.heteronym_stress import ADJECTIVE_OR_VERB, NOUN_OR_REST, NOUN_OR_VERB
from oyez.scripting.en.heteronym_tense import is_accustomed, is_past

__all__ = ["HETERONYMS", "Heteronym", "Reading", "heteronym", "readings"]

_NO_FLOOR = -99.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to say a form: what it is then ("noun", "metal"), and its IPA."""

    name: str
    ipa: str


@dataclass(frozen=True, slots=True)
class Heteronym:
    """A form and what decides between its readings.

    lean    above 0 for the second reading
    verb    how much a verb's place speaks for the second reading
    form    0 the base form, 1 the form in -s, 2 a past form
    floor   the least that the verb's place may count, where the cues should be heard behind a determiner
    rule    decides alone where it is set
    """

    first: Reading
    second: Reading
    lean: float = 0.0
    verb: float = 0.0
    form: int = 0
    floor: float = _NO_FLOOR
    cues: Cues = NO_CUES
    rule: Callable[[Place], bool] | None = None

    def reading(self, words: Sequence[Word], index: int) -> Reading:
        """The reading of words[index]."""
        if self.first is self.second:
            return self.first
        place = place_of(words, index)
        if self.rule:
            return self.second if self.rule(place) else self.first
        score = self.lean + self.cues.score(place)
        if self.verb:
            score += self.verb * max(verbness(place, self.form), self.floor)
        return self.second if score > 0 else self.first


def heteronym(words: Sequence[Word], index: int) -> str | None:
    """IPA of words[index] in its sentence; None for a word that is no heteronym or not said as written."""
    word = words[index]
    found = _TABLE.get(word.say.lower().replace("’", "'"))
    return found.reading(words, index).ipa if found else None


def readings(form: str) -> tuple[Reading, ...]:
    """Both readings of a form, one where it has but one; none for a word that is no heteronym.

    >>> [reading.ipa for reading in readings("records")]
    ['ɹˈɛkɚdz', 'ɹᵻkˈɔːɹdz']
    """
    found = _TABLE.get(form.lower().replace("’", "'"))
    if found is None:
        return ()
    return (found.first,) if found.first is found.second else (found.first, found.second)


def _table() -> Iterator[tuple[str, Heteronym]]:
    """Forms and their heteronyms; of a form that comes twice the later holds."""
    for names, table in (
        (("noun", "verb"), NOUN_OR_VERB),
        (("noun", "rest"), NOUN_OR_REST),
        (("adj", "verb"), ADJECTIVE_OR_VERB),
    ):
        for form, first, second, lean, *cues in _rows(table):
            yield from _inflected(form, names, (first, second), float(lean), parse_cues(cues))
    for form, first, second, lean, verb, *cues in (*_rows(SENSES), *_rows(NAMES)):
        weight, _, floor = verb.partition("/")
        kind = 2 if form in _PAST else 1 if form.endswith("s") and not form.endswith("ss") else 0
        yield (
            form,
            Heteronym(
                Reading(*first.split("=")),
                Reading(*second.split("=")),
                float(lean),
                float(weight),
                kind,
                float(floor or _NO_FLOOR),
                parse_cues(cues),
            ),
        )
    for form, ipa in _rows(FIXED):
        only = Reading("only", ipa)
        yield form, Heteronym(only, only)
    for form, (before, after) in {"": ("ɹˈiːd", "ɹˈɛd"), "re": ("ɹiːɹˈiːd", "ɹiːɹˈɛd")}.items():
        yield f"{form}read", Heteronym(Reading("present", before), Reading("past", after), rule=is_past)
    yield (
        "used",
        Heteronym(Reading("employed", "jˈuːzd"), Reading("accustomed", "jˈuːst"), rule=is_accustomed),
    )


_PAST = frozenset({"wound", "dove", "moped"})
_ROW_ENDS = re.compile(r"\n(?!\s|$)")
_SIBILANT = re.compile(r"(?:s|z|ʃ|ʒ)$")
_VOICELESS = re.compile(r"[ptkfθ]$")


def _rows(table: str) -> Iterator[list[str]]:
    """Fields of each row; a row goes on where a line is indented."""
    return (row.split() for row in _ROW_ENDS.split(table.strip()) if row)


def _inflected(
    form: str, names: tuple[str, str], ipa: tuple[str, str], lean: float, cues: Cues
) -> Iterator[tuple[str, Heteronym]]:
    """The form, its -s form, and the possessive, which only the noun has."""
    first, second = (Reading(name, one) for name, one in zip(names, ipa, strict=True))
    ends_in_s = form.endswith("s") and not form.endswith("ss")
    yield form, Heteronym(first, second, lean, 1.0, int(ends_in_s), cues=cues)
    if ends_in_s:
        return
    plural, third = Reading(names[0], _with_s(ipa[0])), Reading(names[1], _with_s(ipa[1]))
    yield _spelled_with_s(form), Heteronym(plural, third, lean, 1.0, 1, cues=cues)
    yield f"{form}'s", Heteronym(plural, plural)


def _with_s(ipa: str) -> str:
    """The IPA of a form in -s.

    >>> _with_s("pɚmˈɪt"), _with_s("ɹᵻkˈɔːɹd"), _with_s("jˈuːz")
    ('pɚmˈɪts', 'ɹᵻkˈɔːɹdz', 'jˈuːzᵻz')
    """
    if _SIBILANT.search(ipa):
        return f"{ipa}ᵻz"
    return f"{ipa}s" if _VOICELESS.search(ipa) else f"{ipa}z"


def _spelled_with_s(form: str) -> str:
    """The spelling of a form in -s.

    >>> _spelled_with_s("ally"), _spelled_with_s("compress"), _spelled_with_s("survey")
    ('allies', 'compresses', 'surveys')
    """
    if form.endswith("y") and form[-2] not in "aeo":
        return f"{form[:-1]}ies"
    return f"{form}es" if form.endswith(("s", "x", "sh", "ch")) else f"{form}s"


_TABLE: Mapping[str, Heteronym] = MappingProxyType(dict(_table()))

HETERONYMS: frozenset[str] = frozenset(_TABLE)
"""Lower-case forms, inflected ones too."""
