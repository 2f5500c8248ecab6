"""The listener's own lexicon: one PLS file, read again when it has changed, written whole or not at all.

lexicon.pls -> own_lexicon, kept_lexicon -> Lexicon -> api.adapt      keep_lexicon -> lexicon.pls

`scripting` reads no disk: whoever adapts an article for a listener hands it this lexicon.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from oyez.errors import BadLexicon, InvalidOption, NotFound, NotWritable
from oyez.model.article import Article, Paragraph
from oyez.model.script import Word
from oyez.scripting.lexicon import Lexicon
from oyez.scripting.pls import read_pls, write_pls
from oyez.settings import Settings
from oyez.storing.files import write_whole

__all__ = [
    "Kept",
    "Spoken",
    "heard",
    "keep_lexicon",
    "kept_lexicon",
    "lexicon_from",
    "own_lexicon",
    "removed",
]

MOST_BYTES = 20_000_000  # of a lexicon file; 50,000 entries are 6 MB

_Look = tuple[int, int] | None  # size and time of change of the file; None where there is none


class Kept(NamedTuple):
    """The lexicon in force, and what is to be said of it: "" where its file is as it should be."""

    lexicon: Lexicon
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a word will be said: `ipa`, or "" where the voice reads `say` its own way; and who says so."""

    written: str
    say: str
    ipa: str
    source: str


_NONE = Kept(Lexicon())
_in_force: dict[Path, tuple[_Look, Kept]] = {}  # the last state of each file that this process has seen


def own_lexicon(settings: Settings) -> Lexicon:
    """The entries of the listener's file; none where there is no file. Raises BadLexicon."""
    if _look(settings.lexicon) is None:
        return Lexicon()
    return lexicon_from(settings.lexicon)


def kept_lexicon(settings: Settings) -> Kept:
    """The lexicon to speak with; where its file is broken the one before stays, and a note says why."""
    path, look = settings.lexicon, _look(settings.lexicon)
    seen, kept = _in_force.get(path, (None, _NONE))
    if look == seen:
        return kept
    try:
        kept = Kept(own_lexicon(settings))
    except (BadLexicon, NotFound) as error:
        kept = Kept(kept.lexicon, f"your lexicon is not used as it stands in its file: {error}")
    _in_force[path] = (look, kept)
    return kept


def keep_lexicon(lexicon: Lexicon, settings: Settings) -> None:
    """Write the listener's file. Raises NotWritable, StoreFull; then the old one is untouched."""
    folder = settings.lexicon.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotWritable(
            f"the folder {str(folder)!r} cannot be made: {error.strerror}",
            "choose another file for the lexicon: OYEZ_LEXICON",
        ) from error
    write_whole(settings.lexicon, write_pls(lexicon))


def lexicon_from(path: Path) -> Lexicon:
    """The entries of a PLS file. Raises NotFound, BadLexicon with the line and the reason."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"there is no file {str(path)!r}", "check the path of the lexicon") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadLexicon(f"{str(path)!r} cannot be read: {reason}", "name a PLS file") from error
    if len(data) > MOST_BYTES:
        raise BadLexicon(f"{str(path)!r} is larger than {MOST_BYTES / 1e6:g} MB", "split it")
    try:
        return read_pls(data)
    except BadLexicon as error:
        raise BadLexicon(f"{path}: {error.message}", error.hint) from error


def heard(words: str, language: str, own: Lexicon) -> tuple[Spoken, ...]:
    """How some words will be said in a text of that language, one after the other."""
    with_own, without = (_words(words, language, lexicon) for lexicon in (own, Lexicon()))
    known = {(word.start, word.end): word for word in without}
    found = []
    for word in with_own:
        before = known.get((word.start, word.end))
        mine = before is None or (before.say, before.phonemes) != (word.say, word.phonemes)
        source = "your lexicon" if mine else "the built-in lexicon or the context"
        if not mine and not word.phonemes:
            source = "the voice's own pronunciation"
        found.append(Spoken(words[word.start : word.end], word.say, word.phonemes or "", source))
    return tuple(found)


def _words(text: str, language: str, lexicon: Lexicon) -> list[Word]:
    from oyez.scripting.adapting import adapt

    script = adapt(Article("", (Paragraph(text),), language), lexicon=lexicon)
    return [word for sentence in script.sentences for word in sentence.words if word.say]


def removed(lexicon: Lexicon, written: str, language: str = "") -> Lexicon:
    """The lexicon without an entry; InvalidOption, naming the nearest, where there is none."""
    if lexicon.found(written, language):
        return lexicon.without(written, language)
    others = sorted({one.language for one in lexicon if one.written == written})
    if others:
        raise InvalidOption(
            f"the entry {written!r} is for {' and '.join(one or 'every language' for one in others)}",
            f"name it: oyez lexicon remove {written} --language {others[-1]}"
            if others[-1]
            else f"leave the language out: oyez lexicon remove {written}",
        )
    near = difflib.get_close_matches(written, [one.written for one in lexicon], n=3)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    raise InvalidOption(f"your lexicon has no entry {written!r}", f"{meant}all entries: oyez lexicon list")


def _look(path: Path) -> _Look:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
