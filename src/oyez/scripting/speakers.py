"""Subjects and what they do: "Ada Mwangi, the mayor, told reporters", found word by word.

piece -> a name, a pronoun or "a spokesman for ..." -> what stands aside -> a reporting verb -> Statement

Every search is bounded by a few dozen pieces, so that a text takes linear time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from oyez.scripting.quoted import Piece
from oyez.scripting.reporting import Reporting

__all__ = ["Grammar", "Speaker", "Statement"]

_LONGEST_NAME = 6  # words
_LONGEST_ROLE = 4  # words before a name: "opposition party leader Ada Mwangi"
_LONGEST_OTHER = 9  # words of a speaker who is no name
_LONGEST_ASIDE = 24  # pieces between commas
_MOST_BETWEEN = 3  # adverbs and auxiliaries
_BARRED = Piece("break", "", -1, 0, 0)
_TELLING = frozenset({"told", "tell", "tells"})  # never stand before their subject
# Behind "said the plan" they make it the subject of what was said.
_GOVERNING = frozenset("would will was were is are has had have could can should must may might".split())
_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines im am zum zur beim vom".split()
)


class Speaker(NamedTuple):
    """Pieces first..stop (exclusive) that name who speaks."""

    first: int
    stop: int
    kind: Literal["name", "pronoun", "other"]


class Statement(NamedTuple):
    """A speaker and a reporting verb; pieces first..stop (exclusive) say so."""

    speaker: Speaker
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """The pieces of an article and its language's words."""

    pieces: Sequence[Piece]
    words: Reporting

    def at(self, index: int) -> Piece:
        """A piece; a break outside the text."""
        return self.pieces[index] if 0 <= index < len(self.pieces) else _BARRED

    def statement(self, at: int) -> Statement | None:
        """ "Ada Mwangi, the mayor, later told": subject and verb, from `at` on."""
        speaker = self.subject(at)
        if speaker is None:
            return None
        verb = self._verb(speaker.stop)
        if verb is not None:
            return Statement(speaker, speaker.first, verb + 1)
        if self.at(speaker.stop).text in (",", "("):
            return self._with_aside(speaker)
        if speaker.kind != "other":
            return self._further_on(speaker)
        return None

    def inverted(self, at: int) -> Statement | None:
        """ "said Ada Mwangi", "according to the port": verb and speaker, from `at` on."""
        for phrase in self.words.according:
            if tuple(self.at(at + offset).low for offset in range(len(phrase))) == phrase:
                return self._behind(at, at + len(phrase))
        start = at
        for _ in range(_MOST_BETWEEN):  # "a déclaré"
            if self.at(at).low in self.words.between and self.at(at).low not in self.words.verbs:
                at += 1
        head, _, tail = self.at(at).low.partition("-")
        if tail and head in self.words.verbs and tail.rpartition("-")[2] in self.words.he | self.words.she:
            return Statement(Speaker(at, at + 1, "pronoun"), start, at + 1)  # "déclare-t-elle"
        if not self._is_verb(at) or self.at(at).capital or self.at(at).low in _TELLING:
            return None
        found = self._behind(start, at + 1)
        return None if found and self.at(found.stop).low in _GOVERNING else found

    def preceding(self, at: int, first: int) -> Statement | None:
        """ "Ada Mwangi zufolge": the name in front of a word that stands behind its speaker."""
        start = at
        while start > max(first, at - _LONGEST_NAME) and self.at(start - 1).capital:
            start -= 1
        if start < at and self.at(start).low in self.words.names_not:
            start += 1
        if start == at:
            return None
        return Statement(Speaker(start, at, "name"), start, at + 1)

    def is_a_name(self, at: int) -> bool:
        """True for a capital that may name somebody; German nouns behind an article do not."""
        word = self.at(at)
        common = self.words.nouns and self.at(at - 1).low in _ARTICLES and word.low not in self.words.roles
        return word.capital and not common

    def calling(self, at: int) -> Statement | None:
        """ "Ada Mwangi called", from `at` on."""
        speaker = self.subject(at)
        if speaker is None:
            return None
        spoken_for = range(speaker.first, speaker.stop)
        if speaker.kind == "other" and not any(self.at(one).low in self.words.roles for one in spoken_for):
            return None  # a report, a law, critics
        verb = speaker.stop
        while self.at(verb).low in self.words.between and verb < speaker.stop + _MOST_BETWEEN:
            verb += 1
        return (
            Statement(speaker, speaker.first, verb + 1) if self.at(verb).low in self.words.calling else None
        )

    def acting(self, at: int) -> Speaker | None:
        """Whom a sentence without speech is about: "Ada Mwangi toured", "The mayor, Ada Mwangi, left"."""
        speaker = self.subject(at)
        if speaker and speaker.kind == "other" and self.at(speaker.stop).text == ",":
            named = self._name(speaker.stop + 1)
            speaker = named if named and self.at(named.stop).text == "," else None
            if speaker:
                return speaker
        if speaker is None or speaker.kind != "name":
            return None
        behind = self._behind_aside(speaker.stop)
        follows = self.at(behind)
        return speaker if follows.kind == "word" and not follows.capital else None

    def _behind_aside(self, at: int) -> int:
        """Where a sentence goes on behind ", 58," or ", a nurse in Tarrow,"."""
        if self.at(at).text != ",":
            return at
        stop = next((end for end in range(at + 1, at + _LONGEST_OTHER) if self.at(end).text == ","), at)
        return stop + 1 if all(self.at(inner).kind == "word" for inner in range(at + 1, stop)) else at

    def _behind(self, first: int, at: int) -> Statement | None:
        speaker = self._subject_behind(at)
        return Statement(speaker, first, speaker.stop) if speaker else None

    def _is_verb(self, at: int) -> bool:
        return self.at(at).low in self.words.verbs

    def _verb(self, at: int) -> int | None:
        """Where the reporting verb stands, behind at most a few adverbs."""
        for offset in range(_MOST_BETWEEN + 1):
            if self._is_verb(at + offset):
                return at + offset
            if self.at(at + offset).low not in self.words.between:
                return None
        return None

    def _with_aside(self, speaker: Speaker) -> Statement | None:
        """ "NAME, 34, a nurse in Tarrow, said"; "the mayor, NAME, said" is said by the name."""
        for at in range(speaker.stop + 1, speaker.stop + _LONGEST_ASIDE):
            piece = self.at(at)
            if piece.ends_sentence or piece.kind == "quote" or piece.text in ";:":
                return None
            if piece.text not in (",", ")"):
                continue
            verb = self._verb(at + 1)
            if verb is not None:
                named = self._name(speaker.stop + 1) if speaker.kind == "other" else None
                said_by = named if named and named.stop == at else speaker
                return Statement(said_by, speaker.first, verb + 1)
        return None

    def _further_on(self, speaker: Speaker) -> Statement | None:
        """ "NAME of the Harbour Institute said", "NAME smiled and said"."""
        linked = self.at(speaker.stop).low in self.words.links
        for at in range(speaker.stop, speaker.stop + _LONGEST_OTHER):
            piece = self.at(at)
            if piece.kind != "word" or (piece.capital and not linked):
                return None
            joined = self.at(at - 1).low in ("and", "then", "und", "et", "y")
            if at > speaker.stop and self._is_verb(at):
                if linked and speaker.stop - speaker.first == 1:
                    speaker = Speaker(speaker.first, at, "other")  # "Colleagues of Ada Mwangi"
                return Statement(speaker, speaker.first, at + 1) if linked or joined else None
        return None

    def subject(self, at: int) -> Speaker | None:
        """Who does something, in front of the verb."""
        word = self.at(at)
        if word.low in self.words.he or word.low in self.words.she:
            return Speaker(at, at + 1, "pronoun")
        if word.low in self.words.determiners or word.low in self.words.crowds:
            return self._other(at, self.words.stops - self.words.links)
        return self._named(at)

    def _subject_behind(self, at: int) -> Speaker | None:
        """The same behind the verb: where it ends is less clear."""
        word = self.at(at)
        if word.low in self.words.he or word.low in self.words.she:
            return Speaker(at, at + 1, "pronoun")
        if word.low in self.words.determiners or word.low in self.words.crowds:
            other = self._other(at, self.words.stops)
            if other and other.kind == "other" and self.at(other.stop).text == ",":
                named = self._name(other.stop + 1)
                closing = self.at(named.stop) if named else _BARRED
                if named and named.stop - named.first > 1 and (closing.text == "," or closing.ends_sentence):
                    return named
            return other
        return self._named(at)

    def _named(self, at: int) -> Speaker | None:
        """A name, a name behind a role, two names, or somebody of a name: "Mwangi’s lawyer"."""
        name = self._name(at)
        if name and self.at(name.stop - 1).low.endswith(("’s", "'s")):
            return self._other(at, self.words.stops, begun=name.stop)
        if name is None or self.at(name.stop).low in self.words.roles:
            return self._behind_role(at)
        if self.at(name.stop).low in ("and", "und", "et", "y") and (second := self._name(name.stop + 1)):
            return Speaker(at, second.stop, "other")
        return name

    def _behind_role(self, at: int) -> Speaker | None:
        """ "Party leader Ada Mwangi": the name."""
        for role in range(at, at + _LONGEST_ROLE):
            if self.at(role).kind != "word" or self.at(role).low in self.words.links:
                return None
            if self.at(role).low in self.words.roles and (name := self._name(role + 1)):
                return name
        return None

    def _name(self, at: int) -> Speaker | None:
        """Words with capitals, and the small ones within a name."""
        stop = at
        while stop < at + _LONGEST_NAME:
            piece = self.at(stop)
            small = stop > at and piece.low in self.words.particles and self.at(stop + 1).capital
            if not small and (not piece.capital or piece.low in self.words.names_not):
                break
            stop += 1
            if piece.low.endswith(("’s", "'s")):
                break
        return Speaker(at, stop, "name") if stop > at else None

    def _other(self, at: int, stops: frozenset[str], begun: int | None = None) -> Speaker | None:
        """A speaker who is no name, up to a verb or where it must end; a name behind a role in it."""
        stop = begun or at + 1
        while stop < at + _LONGEST_OTHER:
            piece = self.at(stop)
            ends = piece.low in stops or piece.low in self.words.between or self._is_verb(stop)
            told = piece.low == "der" and self.at(stop + 1).low in self.words.receivers
            if piece.kind != "word" or ends or told:
                break
            if (
                piece.low in self.words.roles
                and (name := self._name(stop + 1))
                and name.stop - name.first > 1
            ):
                return name
            stop += 1
        alone = self.at(at).low in self.words.crowds
        return Speaker(at, stop, "other") if stop > (begun or at + 1) or alone else None
