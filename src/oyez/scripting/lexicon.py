"""A lexicon: written forms and how they are said, in IPA or as other words.

written form -> Entry -> Lexicon -> (pls) a file, (pronouncing, sayings) applied to the words of a text
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from oyez.errors import InvalidOption
from oyez.model.language import primary
from oyez.scripting.cleaning import visible
from oyez.scripting.ipa import folded_ipa, is_slashed, wrong_ipa

__all__ = ["LONGEST", "MOST_ENTRIES", "Entry", "Lexicon", "entry", "wrong_entry", "wrong_text"]

LONGEST = 100  # characters, as written and as said
MOST_ENTRIES = 50_000  # three times a large newsroom's pronunciation guide; 20 MB in memory

_SOUNDING = re.compile(r"[^\W_]")
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_IPA_HINT = "write IPA between slashes, such as Xi=/ʃiː/, or plain words without, such as Leung=Lee-ung"
_WORDS_HINT = f"give 1 to {LONGEST} visible characters with a letter or digit, such as Leung=Lee-ung"
_HYPHENS = re.compile(r"[-‑]")


@dataclass(frozen=True, slots=True)
class Entry:
    """How one written form is said: `ipa`, or `alias`, words to be read instead.

    written   one word or several; small letters hold for every case, others for their own
    ipa       as many words as the written form has
    language  BCP 47; "" holds for every language
    source    where a transcription of the built-in lexicon is from; "" for a listener's own
    """

    written: str
    ipa: str = ""
    alias: str = ""
    language: str = ""
    source: str = ""

    def holds_for(self, language: str) -> bool:
        """True for texts of that language, whatever their region."""
        return not self.language or primary(self.language) == primary(language)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries in the order in which they were made; of two for the same form and language the last counts."""

    entries: tuple[Entry, ...] = ()

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def found(self, written: str, language: str = "") -> Entry | None:
        """The entry of exactly that form and language, or None."""
        return next((one for one in self if (one.written, one.language) == (written, language)), None)

    def added(self, entries: Iterable[Entry]) -> Lexicon:
        """With these entries in place of those of the same form and language.

        Raises InvalidOption where there would be too many.
        """
        kept = {(one.written, one.language): one for one in (*self.entries, *entries)}
        if len(kept) > MOST_ENTRIES:
            raise InvalidOption(
                f"{len(kept)} entries are too many for a lexicon", f"keep the {MOST_ENTRIES} needed most"
            )
        return Lexicon(tuple(kept.values()))

    def without(self, written: str, language: str = "") -> Lexicon:
        """Without the entry of exactly that form and language."""
        return Lexicon(tuple(one for one in self if (one.written, one.language) != (written, language)))

    def entries_for(self, language: str) -> tuple[Entry, ...]:
        """One entry a form for texts of a language; those made for it come before those for all."""
        fit = [one for one in self if one.holds_for(language)]
        fit.sort(key=lambda one: bool(one.language))
        return tuple({one.written: one for one in fit}.values())

    @property
    def digest(self) -> str:
        """Names what the entries say, whatever their order; "" where there are none."""
        if not self.entries:
            return ""
        lines = sorted("\t".join((one.written, one.ipa, one.alias, one.language)) for one in self)
        import hashlib  # asked for only where there are entries

        return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()[:16]


def entry(written: str, said: str, language: str = "") -> Entry:
    """A checked entry; `said` between slashes is IPA, else words. Raises InvalidOption.

    >>> entry("Xi", "/ʃi:/").ipa, entry("Leung", "Lee-ung").alias
    ('ʃiː', 'Lee-ung')
    """
    slashed = isinstance(said, str) and is_slashed(said)
    made = Entry(written, folded_ipa(said), "", language) if slashed else Entry(written, "", said, language)
    if wrong := wrong_entry(made):
        hint = _IPA_HINT if slashed else _WORDS_HINT
        raise InvalidOption(f"the saying {written!r} = {said!r} is not one: {wrong}", hint)
    return replace(made, written=" ".join(visible(written).split()), alias=made.alias.strip())


def wrong_entry(made: Entry) -> str:
    """What is wrong with an entry; "" where nothing is."""
    if wrong := wrong_text(made.written):
        return f"its written form {wrong}"
    if made.language and not _TAG.fullmatch(made.language):
        return f"{made.language!r} is no language tag such as en or pt-BR"
    if not made.ipa:
        wrong = wrong_text(made.alias)
        return f"its saying {wrong}" if wrong else ""
    if wrong := wrong_ipa(made.ipa):
        return f"its IPA {wrong}"
    forms, said = len(made.written.split()), len(made.ipa.split())
    if forms != said and not (forms == 1 and said == len(_HYPHENS.split(made.written))):
        return f"its IPA has {_words(said)}, its written form {_words(forms)}; part them by spaces alike"
    return ""


def wrong_text(text: object) -> str:
    """What is wrong with a written form or with words that are said; "" where nothing is."""
    if not isinstance(text, str):
        return "is no text"
    if not 1 <= len(text.strip()) <= LONGEST:
        return "is empty" if not text.strip() else "is too long"
    if any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text):
        return "holds a control character"
    return "" if _SOUNDING.search(visible(text)) else "holds no letter or digit"


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"
