"""A listener's own "say it like ...": written words and how they are to be said.

    tokens -> those that are written like an entry -> one token each, said by the entry -> the rest is read

Entries work in every language and come before its rules; they are the wishes for one article and, behind
them, the listener's lexicon. A Word covers whole tokens, so the range of "Leung" in “Leung’s” is that
token's; words of an entry of several words are one Word. Entries in IPA wait in `known` for the last pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from oyez.errors import InvalidOption
from oyez.scripting.cleaning import as_written, sayable, visible
from oyez.scripting.languages import has_rules, tokeniser
from oyez.scripting.lexicon import Entry, Lexicon, entry
from oyez.scripting.pronouncing import Pronunciations, pronunciations
from oyez.scripting.tokens import Token

__all__ = ["MOST_SAYINGS", "RULE", "Found", "Sayings", "check_sayings"]

MOST_SAYINGS = 500  # entries of one listener for one article
RULE = "saying"

_POSSESSIVE = re.compile(r"(?<!['’])['’][sS]\Z")
_SPACE = re.compile(r"\s+")
_JOINTS = re.compile(r"[-–‑/+&=]+")
# What stands for the entry while its neighbours are read: a plain word that no rule takes for its own.
_STAND_IN = "oyez"
_NOTHING = Lexicon()

ReadAlone = Callable[[str], str]
Fold = Callable[[str], str]


def check_sayings(sayings: Mapping[str, str]) -> list[Entry]:
    """The sayings as entries, those between slashes in IPA. InvalidOption that names what is none."""
    if len(sayings) > MOST_SAYINGS:
        raise InvalidOption(
            f"{len(sayings)} sayings are too many", f"keep the {MOST_SAYINGS} that are needed most"
        )
    return [entry(written, said) for written, said in sayings.items()]


class Found(NamedTuple):
    """The token `at` is said as `say`."""

    at: int
    say: str


class _Alias(NamedTuple):
    """Cores of the written form, what stands between them, the mark behind it, and what is said."""

    cores: tuple[str, ...]
    gaps: tuple[str, ...]
    dotted: bool
    say: str


@dataclass(frozen=True, slots=True)
class Sayings:
    """Checked entries of one language by the first core of their written form, the longest first.

    known   what the last pass knows of pronunciations: entries in IPA, before the built-in lexicon's
    """

    exact: Mapping[str, tuple[_Alias, ...]]
    folded: Mapping[str, tuple[_Alias, ...]]
    known: Pronunciations

    @classmethod
    def of(cls, sayings: Mapping[str, str], language: str, lexicon: Lexicon = _NOTHING) -> Sayings | None:
        """What a listener wants for texts of a language; None where that is nothing.

        `sayings` come before entries of the lexicon for the same form. Raises InvalidOption for a bad one.
        """
        own = {one.written: one for one in (*lexicon.entries_for(language), *check_sayings(sayings))}
        if not own:
            return None
        exact, folded = _tables(tuple(one for one in own.values() if one.alias), language)
        spelled = Lexicon(tuple(one for one in own.values() if one.ipa))
        return cls(exact, folded, pronunciations(language, spelled))

    def applied(
        self, text: str, tokens: Sequence[Token], alone: ReadAlone
    ) -> tuple[list[Token], list[Found]]:
        """The tokens with a stand-in for each that an entry says, and where, and what it says there.

        `alone` reads the other parts of a hyphenated word.
        """
        out: list[Token] = []
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            stop, say, behind = self._at(text, tokens, at, alone)
            if say:
                found.append(Found(len(out), say))
                first, last = tokens[at], tokens[stop - 1]
                out.append(Token(first.start, last.end, first.before, _stand_in(first.core), behind))
            else:
                out.append(tokens[at])
            at = stop
        return out, found

    def _at(self, text: str, tokens: Sequence[Token], at: int, alone: ReadAlone) -> tuple[int, str, str]:
        """Where an entry that stands at a token ends, what it says ("": there is none), the marks behind."""
        core = visible(tokens[at].core)
        for table, fold in ((self.exact, str), (self.folded, str.lower)):
            for alias in table.get(fold(core), ()):
                rest = _rest(alias, text, tokens, at, fold)
                if rest is None:
                    continue
                stop = at + len(alias.cores)
                behind = tokens[stop - 1].after
                if alias.dotted and behind.startswith(".") and stop < len(tokens):
                    behind = behind[1:]  # the abbreviation's own
                return stop, f"{alias.say}{_said_behind(rest, alone)}", behind
        return at + 1, self._in_parts(core, alone), tokens[at].after

    def _alone(self, word: str) -> str:
        """What an entry of one core says for a word; "" without one."""
        for table, key in ((self.exact, word), (self.folded, word.lower())):
            for alias in table.get(key, ()):
                if len(alias.cores) == 1:
                    return alias.say
        return ""

    def _in_parts(self, core: str, alone: ReadAlone) -> str:
        """A possessive or a compound with an entry in it; "" where there is none."""
        if core.isalpha():
            return ""
        if match := _POSSESSIVE.search(core):
            owner = core[: match.start()]
            said = self._alone(owner) or self._in_parts(owner, alone)
            return f"{said}'s" if said else ""
        spans = _spans(core)
        if len(spans) < 2:
            return ""
        said_parts: list[str] = []
        hit, at = False, 0
        while at < len(spans):
            start = spans[at][0]
            ways = (
                (stop, self._alone(core[start : spans[stop - 1][1]])) for stop in range(len(spans), at, -1)
            )
            stop, said = next(((stop, say) for stop, say in ways if say), (at + 1, ""))
            hit = hit or bool(said)
            said_parts.append(said or alone(core[start : spans[at][1]]))
            at = stop
        return " ".join(part for part in said_parts if part) if hit else ""


@lru_cache(maxsize=16)
def _tables(
    aliases: tuple[Entry, ...], language: str
) -> tuple[dict[str, tuple[_Alias, ...]], dict[str, tuple[_Alias, ...]]]:
    """By first core: all, and those in small letters, which hold for every case."""
    cut, rules = tokeniser(language), has_rules(language)
    exact: dict[str, list[_Alias]] = {}
    folded: dict[str, list[_Alias]] = {}
    for one in aliases:
        tokens = cut(one.written, 0, len(one.written))
        say = (sayable(one.alias) if rules else "") or as_written(one.alias)
        if not any(token.core for token in tokens) or not say:
            raise InvalidOption(
                f"the saying {one.written!r} = {one.alias!r} is not one", "both sides must hold a word"
            )
        alias = _alias(one.written, tokens, say)
        exact.setdefault(alias.cores[0], []).append(alias)
        if one.written == one.written.lower():
            folded.setdefault(alias.cores[0], []).append(alias)
    return _longest_first(exact), _longest_first(folded)


def _alias(text: str, tokens: Sequence[Token], say: str) -> _Alias:
    cored = [token for token in tokens if token.core]
    gaps = tuple(_gap(text, one, two) for one, two in pairwise(cored))
    return _Alias(tuple(token.core for token in cored), gaps, cored[-1].after.startswith("."), say)


def _gap(text: str, one: Token, two: Token) -> str:
    """What stands between two cores, any space as one."""
    return _SPACE.sub(" ", text[one.end - len(one.after) : two.start + len(two.before)])


def _rest(alias: _Alias, text: str, tokens: Sequence[Token], at: int, fold: Fold) -> str | None:
    """What the last token holds behind the entry ("’s", "-based"), or None where the entry does not stand."""
    count = len(alias.cores)
    if at + count > len(tokens):
        return None
    for offset, core in enumerate(alias.cores):
        written = visible(tokens[at + offset].core)
        if offset and _gap(text, tokens[at + offset - 1], tokens[at + offset]) != alias.gaps[offset - 1]:
            return None
        if fold(written) == core:
            continue
        if 0 < offset == count - 1 and fold(written[: len(core)]) == core:
            rest = written[len(core) :]
            return rest if _POSSESSIVE.fullmatch(rest) or _JOINTS.match(rest) else None
        return None
    return ""


def _said_behind(rest: str, alone: ReadAlone) -> str:
    if _POSSESSIVE.fullmatch(rest):
        return "'s"
    return "".join(f" {said}" for start, end in _spans(rest) if (said := alone(rest[start:end])))


def _spans(word: str) -> list[tuple[int, int]]:
    """Start and end of the parts that hyphens and slashes join; at most as many as a name has."""
    spans, at = [], 0
    for match in _JOINTS.finditer(word):
        if match.start() > at:
            spans.append((at, match.start()))
        at = match.end()
    if at < len(word):
        spans.append((at, len(word)))
    return spans


def _stand_in(core: str) -> str:
    if core.isupper() and len(core) > 1:
        return _STAND_IN.upper()
    return _STAND_IN.capitalize() if core[:1].isupper() else _STAND_IN


def _longest_first(table: Mapping[str, list[_Alias]]) -> dict[str, tuple[_Alias, ...]]:
    return {
        core: tuple(sorted(entries, key=lambda alias: len(alias.cores), reverse=True))
        for core, entries in table.items()
    }
