"""Lexicons as files: W3C Pronunciation Lexicon Specification (PLS) 1.0, read and written.

bytes -> events of the parser -> one lexeme after the other -> Entry for each of its graphemes -> Lexicon

Of several pronunciations of a lexeme the one with prefer="true" counts, else the first. Document types are
refused, and with them every entity that could grow or reach out. Source: https://www.w3.org/TR/pronunciation-lexicon/
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from oyez.errors import BadLexicon
from oyez.scripting.cleaning import visible
from oyez.scripting.ipa import folded_ipa
from oyez.scripting.lexicon import MOST_ENTRIES, Entry, Lexicon, wrong_entry

__all__ = ["PLS_NAMESPACE", "read_pls", "write_pls"]

PLS_NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"

_XML = "http://www.w3.org/XML/1998/namespace"
_DEEPEST = 50  # elements within each other; a lexicon has 3
_LONGEST_TEXT = 1_000  # characters of one element
_ANY = frozenset({"", "und", "mul"})  # of no one language
_HINT = "mend the file, or write one to look at: oyez lexicon export example.pls"
_IN_LEXEME = ("grapheme", "phoneme", "alias")


@dataclass(slots=True)
class _Lexeme:
    """One lexeme as far as it is read."""

    language: str
    graphemes: list[str] = field(default_factory=list)
    said: Entry | None = None
    preferred: bool = False


def read_pls(data: bytes) -> Lexicon:
    """The entries of a lexicon file. Raises BadLexicon that names the line and the reason."""
    return _Reader().read(data)


def write_pls(lexicon: Lexicon) -> bytes:
    """The entries as a PLS file in UTF-8, one lexeme an entry.

    PLS has one language a file: entries of several are marked each by its own xml:lang.
    """
    languages = {one.language for one in lexicon}
    common = "mul" if len(languages) > 1 else "".join(languages)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<lexicon version="1.0" alphabet="ipa"',
        f'         xmlns="{PLS_NAMESPACE}" xml:lang={quoteattr(common or "und")}>',
    ]
    for one in lexicon:
        language = f" xml:lang={quoteattr(one.language)}" if one.language and one.language != common else ""
        said = f"<phoneme>{escape(one.ipa)}</phoneme>" if one.ipa else f"<alias>{escape(one.alias)}</alias>"
        lines.append(f"  <lexeme{language}><grapheme>{escape(one.written)}</grapheme>{said}</lexeme>")
    return "\n".join([*lines, "</lexicon>", ""]).encode("utf-8")


class _Reader:
    """Reads one file."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._path: list[str] = []  # local names of the open elements; "" for those of other namespaces
        self._language = ""
        self._alphabet = ""
        self._lexeme: _Lexeme | None = None
        self._attributes: dict[str, str] = {}
        self._text: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._take

    def read(self, data: bytes) -> Lexicon:
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            raise BadLexicon(
                f"line {error.lineno}: this is no XML: {expat.ErrorString(error.code)}", _HINT
            ) from error
        except (ValueError, LookupError) as error:  # an encoding that is unknown, or that cannot be
            raise BadLexicon(f"line 1: its encoding cannot be read: {error}", "save it as UTF-8") from error
        return Lexicon().added(self._entries)

    def _refused(self, reason: str, hint: str = _HINT) -> BadLexicon:
        return BadLexicon(f"line {self._parser.CurrentLineNumber}: {reason}", hint)

    def _refuse_doctype(self, *_: object) -> None:
        raise self._refused("a document type is not allowed", "remove the <!DOCTYPE …>; a lexicon needs none")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) >= _DEEPEST:
            raise self._refused(f"more than {_DEEPEST} elements within each other")
        namespace, _, local = name.rpartition(" ")
        if not self._path:
            self._begin_lexicon(namespace, local, attributes)
        local = local if namespace == PLS_NAMESPACE else ""
        self._path.append(local)
        if self._path == ["lexicon", "lexeme"]:
            self._lexeme = _Lexeme(attributes.get(f"{_XML} lang", self._language))
        elif self._in_lexeme():
            self._attributes, self._text = attributes, []

    def _begin_lexicon(self, namespace: str, local: str, attributes: dict[str, str]) -> None:
        if local != "lexicon":
            raise self._refused(f"its first element is <{local}>, not <lexicon>")
        if namespace != PLS_NAMESPACE:
            raise self._refused(
                f"<lexicon> is of the namespace {namespace!r}", f'write <lexicon xmlns="{PLS_NAMESPACE}" …>'
            )
        self._language = attributes.get(f"{_XML} lang", "")
        self._alphabet = attributes.get("alphabet", "ipa")

    def _in_lexeme(self) -> bool:
        path = self._path
        return len(path) == 3 and path[:2] == ["lexicon", "lexeme"] and path[2] in _IN_LEXEME

    def _take(self, text: str) -> None:
        if self._in_lexeme():
            self._text.append(text)
            if sum(map(len, self._text)) > _LONGEST_TEXT:
                raise self._refused(f"the text of <{self._path[-1]}> is too long")

    def _end(self, _name: str) -> None:
        if self._in_lexeme():
            self._end_part(self._path[-1], " ".join("".join(self._text).split()))
        elif self._path == ["lexicon", "lexeme"] and self._lexeme:
            self._end_lexeme(self._lexeme)
            self._lexeme = None
        self._path.pop()

    def _end_part(self, part: str, text: str) -> None:
        lexeme = self._lexeme
        assert lexeme is not None
        if part == "grapheme":
            lexeme.graphemes.append(visible(text))
            return
        preferred = self._attributes.get("prefer", "").strip() in ("true", "1")
        said = Entry("", alias=text) if part == "alias" else Entry("", ipa=self._ipa(text))
        if lexeme.said is None or (preferred and not lexeme.preferred):
            lexeme.said, lexeme.preferred = said, preferred

    def _ipa(self, text: str) -> str:
        alphabet = self._attributes.get("alphabet", self._alphabet)
        if alphabet.lower() != "ipa":
            raise self._refused(f"the alphabet {alphabet!r} is not one Oyez reads", "transcribe it in IPA")
        if not text:
            raise self._refused("an empty <phoneme>")
        return folded_ipa(text)

    def _end_lexeme(self, lexeme: _Lexeme) -> None:
        if not lexeme.graphemes:
            raise self._refused("a lexeme without a <grapheme>")
        if lexeme.said is None:
            raise self._refused(f"the lexeme {lexeme.graphemes[0]!r} has neither <phoneme> nor <alias>")
        language = "" if lexeme.language in _ANY else lexeme.language
        for written in lexeme.graphemes:
            made = Entry(written, lexeme.said.ipa, lexeme.said.alias, language)
            if wrong := wrong_entry(made):
                raise self._refused(f"the lexeme {written!r}: {wrong}")
            self._entries.append(made)
        if len(self._entries) > MOST_ENTRIES:
            raise self._refused(f"more than {MOST_ENTRIES} entries", "keep those that are needed most")
