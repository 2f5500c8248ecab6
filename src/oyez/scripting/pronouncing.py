"""The last pass over a sentence's words: those whose pronunciation is known get it, as IPA.

word -> the listener's lexicon -> the built-in lexicon of the language -> heteronyms -> Word.phonemes

What is said (`Word.say`) stays as it is. Only words said as written are looked at; a listener's own entries
also hold for figures and acronyms ("GIF"). Entries of several words set each word's own share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from oyez.model.language import primary
from oyez.model.script import Word
from oyez.scripting.cleaning import visible
from oyez.scripting.compounds import PARTNERS, apart, part_spans
from oyez.scripting.ipa import possessive
from oyez.scripting.languages import tokeniser
from oyez.scripting.lexicon import Entry, Lexicon
from oyez.scripting.lexicon_built_in import built_in_lexicon

__all__ = ["Contexts", "Form", "Pronunciations", "pronounced", "pronunciations"]

_AS_WRITTEN = frozenset({"plain", "parts", "capitals"})
_LOUD = "capitals"  # rule of a word set in capitals for loudness: its case says nothing
_ADDED = frozenset(
    {"saying", "quotation"}
)  # rules whose words are said by somebody's wish, or not on the page
_EDGES = re.compile(r"^[\W_]+|[\W_]+\Z")
_POSSESSIVE = re.compile(r"(?<!['’])['’][sS]\Z")
_NOTHING = Lexicon()


class Form(NamedTuple):
    """A written form, word by word, and the IPA of each; a form of a script without spaces is one word."""

    words: tuple[str, ...]
    ipa: tuple[str, ...]
    any_case: bool
    own: bool


class Contexts(NamedTuple):
    """Words of a language that are said in more than one way, in small letters, and who tells which."""

    words: Collection[str]
    choose: Callable[[Sequence[Word], int], str | None]


@dataclass(frozen=True, slots=True)
class Pronunciations:
    """Forms by their first word in small letters: a listener's before built-in ones, the longest first.

    watched   words in small letters that may have a pronunciation here, to leave the others alone
    own       True where there are entries of the listener's, which hold for figures and acronyms too
    """

    forms: Mapping[str, tuple[Form, ...]]
    watched: frozenset[str]
    own: bool
    contexts: Contexts | None


class _Match(NamedTuple):
    """The words of a form and what each is said like; one IPA for several words joins them."""

    covers: int
    ipa: tuple[str, ...]


@lru_cache(maxsize=16)
def pronunciations(language: str, lexicon: Lexicon = _NOTHING) -> Pronunciations:
    """What is known for texts of a language, the listener's own lexicon before the built-in one."""
    own = [one for one in lexicon if one.ipa and one.holds_for(language)]
    table = {first: list(forms) for first, forms in _built_in_forms(language).items()}
    for first, forms in _forms(own, language, True).items():
        table[first] = [*forms, *table.get(first, ())]
    contexts = _contexts(language)
    ordered = {first: tuple(forms) for first, forms in table.items()}
    return Pronunciations(
        ordered, frozenset(ordered).union(contexts.words if contexts else ()), bool(own), contexts
    )


@cache
def _built_in_forms(language: str) -> dict[str, list[Form]]:
    return _forms(built_in_lexicon(language), language, False)


def _forms(entries: Iterable[Entry], language: str, own: bool) -> dict[str, list[Form]]:
    """By first word in small letters; those of most words first, then those that keep their case."""
    cut = tokeniser(language)
    table: dict[str, list[Form]] = {}
    for one in entries:
        words = tuple(token.core for token in cut(one.written, 0, len(one.written)) if token.core)
        said = tuple(one.ipa.split())
        if not words:
            continue
        unspaced = len(said) < len(words)
        form = Form(("".join(words),) if unspaced else words, said, one.written == one.written.lower(), own)
        # How a script without spaces is cut depends on the sentence: any of its beginnings may be a word.
        beginnings = accumulate(words) if unspaced else words[:1]
        for first in dict.fromkeys(beginning.lower() for beginning in beginnings):
            table.setdefault(first, []).append(form)
    for forms in table.values():
        forms.sort(key=lambda form: (-len(form.words), form.any_case))
    return table


def _contexts(language: str) -> Contexts | None:
    """English is the only language so far whose spelling leaves so much open."""
    if primary(language) != "en":
        return None
    from oyez.scripting.en.heteronyms import HETERONYMS, heteronym

    return Contexts(HETERONYMS, heteronym)


def pronounced(words: Sequence[Word], text: str, known: Pronunciations) -> list[Word]:
    """The words with the IPA of those that are known; words[…].start:end are characters of `text`.

    A compound in which only a part is known ("Xi-led") stays one word where all its parts are, else it
    becomes a Word for each part.
    """
    line = _Line(words, text, known)
    out: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.rule == "plain" and word.say.isalpha() and word.say.lower() not in known.watched:
            out.append(word)  # nearly every word
            at += 1
            continue
        key = line.key(at)
        if key and (match := line.match(at, key)):
            out.extend(_said(words[at : at + match.covers], match.ipa))
            at += match.covers
            continue
        at += 1
        if key.isalpha():
            out.append(line.in_context(at - 1, key))
        else:
            out.extend(line.in_parts(word, key))
    return out


def _said(words: Sequence[Word], ipa: tuple[str, ...]) -> Iterator[Word]:
    if len(ipa) == len(words):
        for word, share in zip(words, ipa, strict=True):
            yield replace(word, phonemes=share)
    else:  # several signs of a script without spaces that are one word
        whole = "".join(word.say for word in words)
        yield replace(words[-1], start=words[0].start, say=whole, phonemes=ipa[0])


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of one sentence under the forms that are known."""

    words: Sequence[Word]
    text: str
    known: Pronunciations

    def key(self, at: int) -> str:
        """What a word is looked up by; "" where it is not said as written."""
        word = self.words[at]
        if word.rule in _AS_WRITTEN:
            return word.say
        if not self.known.own or word.rule in _ADDED:
            return ""
        return _EDGES.sub("", visible(self.text[word.start : word.end]))

    def match(self, at: int, key: str) -> _Match | None:
        """The first form that stands at a word."""
        forms = self.known.forms.get(key.lower())
        if forms is None and not key.isalpha() and _POSSESSIVE.search(key):
            forms = self.known.forms.get(key[:-2].lower())
        for form in forms or ():
            if ipa := self._stands(form, at, key):
                return _Match(len(form.words), ipa)
            if len(form.words) == 1 and (covers := self._run(form, at, key)):
                return _Match(covers, form.ipa)
        return None

    def _run(self, form: Form, at: int, key: str) -> int:
        """How many words make up a form of a script without spaces; 0 where it does not stand."""
        written = form.words[0]
        stop = at + 1
        while len(key) < len(written) and written.startswith(key) and stop < len(self.words):
            key += self.key(stop)
            stop += 1
        return stop - at if key == written else 0

    def _stands(self, form: Form, at: int, key: str) -> tuple[str, ...] | None:
        """The IPA of a form's words where it stands at a word."""
        last = len(form.words) - 1
        if at + last >= len(self.words):
            return None
        for offset, part in enumerate(form.words):
            word = self.words[at + offset]
            key = self.key(at + offset) if offset else key
            if not (form.own or word.rule in _AS_WRITTEN) or (offset < last and word.mark):
                return None
            if _same(part, key, form.any_case or word.rule == _LOUD):
                continue
            if offset < last or key.isalpha():
                return None
            if _POSSESSIVE.search(key) and _same(part, key[:-2], form.any_case):
                return (*form.ipa[:-1], possessive(form.ipa[-1]))
            if offset and (behind := _behind(part, key)):
                return (*form.ipa[:-1], form.ipa[-1] + behind)  # "São Paulo-based"
            return None
        return form.ipa

    def in_context(self, at: int, key: str) -> Word:
        """A word that is said in more than one way gets the one that is meant here."""
        word, contexts = self.words[at], self.known.contexts
        if contexts is None or word.rule not in _AS_WRITTEN or key.lower() not in contexts.words:
            return word
        ipa = contexts.choose(self.words, at)
        return replace(word, phonemes=ipa) if ipa else word

    def in_parts(self, word: Word, key: str) -> Sequence[Word]:
        """A compound with a known part in it; as it was where there is none."""
        if word.rule in _ADDED or not word.say or word.start == word.end:
            return (word,)
        shown = self.text[word.start : word.end]
        if shown.isalnum():
            return (word,)
        written = _EDGES.sub("", shown)
        spans = part_spans(written)
        if len(spans) < 2:
            return (word,)
        ipa = [self._alone(written[start:end]) for start, end in spans]
        if not any(ipa):
            return (word,)
        if word.say == key and " " not in key and word.rule in _AS_WRITTEN:
            whole = [known or PARTNERS.get(written[start:end].lower(), "")
                     for known, (start, end) in zip(ipa, spans, strict=True)]  # fmt: skip
            if all(whole):
                return (replace(word, phonemes="".join(whole)),)
        return apart(word, written, word.start + self.text[word.start : word.end].find(written), spans, ipa)

    def _alone(self, part: str) -> str:
        """IPA of a part by forms of one word; "" without one."""
        for base, ending in ((part, False), (_POSSESSIVE.sub("", part), True)):
            for form in self.known.forms.get(base.lower(), ()):
                if len(form.words) == 1 and _same(form.words[0], base, form.any_case):
                    return possessive(form.ipa[0]) if ending and base != part else form.ipa[0]
        return ""


def _same(form: str, written: str, any_case: bool) -> bool:
    return form == written or (any_case and form.lower() == written.lower())


def _behind(part: str, key: str) -> str:
    """IPA of the partner that a hyphen joins to a form's last word; "" where there is none."""
    head, hyphen, partner = key.partition("-")
    return PARTNERS.get(partner, "") if hyphen and head == part else ""
