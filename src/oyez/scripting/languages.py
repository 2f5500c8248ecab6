"""What Oyez knows of a language: its speaking rules, and the words it adds of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from oyez.model.language import primary
from oyez.model.readingtime import UNSPACED
from oyez.scripting.cleaning import EMOJI, as_written, sayable
from oyez.scripting.de.numbers import cardinal as german_cardinal
from oyez.scripting.en.numbers import cardinal
from oyez.scripting.line import Said
from oyez.scripting.signs import with_links_and_formulas
from oyez.scripting.tokens import Token, tokenise, tokenise_unspaced

__all__ = [
    "announcement",
    "count",
    "has_rules",
    "more_rows",
    "read",
    "short_announcement",
    "size",
    "tokeniser",
]

# Announcements are spoken in the article's own language or not at all.
_ANNOUNCEMENTS = {
    "en": {
        "caption": "Photo caption",
        "pull-quote": "Pull quote",
        "footnote": "Footnote",
        "code": "Code",
        "quotation": "quote",
        "end of quotation": "end quote",
    },
    "de": {
        "caption": "Bildunterschrift",
        "pull-quote": "Zitat",
        "footnote": "Fußnote",
        "code": "Code",
        "quotation": "Zitat",
        "end of quotation": "Zitat Ende",
    },
    "fr": {
        "caption": "Légende de la photo",
        "pull-quote": "Citation",
        "footnote": "Note",
        "code": "Code",
        "quotation": "je cite",
        "end of quotation": "fin de citation",
    },
    "es": {
        "caption": "Pie de foto",
        "pull-quote": "Cita",
        "footnote": "Nota",
        "code": "Código",
        "quotation": "comillas",
        "end of quotation": "fin de la cita",
    },
    "it": {
        "caption": "Didascalia",
        "pull-quote": "Citazione",
        "footnote": "Nota",
        "code": "Codice",
        "quotation": "cito",
        "end of quotation": "fine della citazione",
    },
}
# What short forms say, in languages that announce nothing else yet too.
_SHORT_FORMS = {
    "en": {
        "table": "Table",
        "code": "Code",
        "column": "column",
        "columns": "columns",
        "and": "and",
        "byline": "By",
    },
    "de": {
        "table": "Tabelle",
        "code": "Code",
        "column": "Spalte",
        "columns": "Spalten",
        "and": "und",
        "byline": "Von",
    },
    "fr": {
        "table": "Tableau",
        "code": "Code",
        "column": "colonne",
        "columns": "colonnes",
        "and": "et",
        "byline": "Par",
    },
    "es": {
        "table": "Tabla",
        "code": "Código",
        "column": "columna",
        "columns": "columnas",
        "and": "y",
        "byline": "Por",
    },
}
# What is said for the rest of a long table.
_MORE_ROWS = {
    "en": "and {} more rows",
    "de": "und {} weitere Zeilen",
    "fr": "et {} autres lignes",
    "es": "y {} filas más",
}
# One and many; one says its number too, in the gender of what is counted.
_COUNTED = {
    "en": {"row": ("one row", "rows"), "column": ("one column", "columns"), "line": ("one line", "lines")},
    "de": {
        "row": ("eine Zeile", "Zeilen"),
        "column": ("eine Spalte", "Spalten"),
        "line": ("eine Zeile", "Zeilen"),
    },
    "fr": {
        "row": ("une ligne", "lignes"),
        "column": ("une colonne", "colonnes"),
        "line": ("une ligne", "lignes"),
    },
    "es": {
        "row": ("una fila", "filas"),
        "column": ("una columna", "columnas"),
        "line": ("una línea", "líneas"),
    },
}


_COUNTS: dict[str, Callable[[int], str]] = {"en": cardinal, "de": german_cardinal}


def has_rules(language: str) -> bool:
    """True where numbers and abbreviations are turned into words here, not left to the voice."""
    return primary(language) in _COUNTS


def announcement(what: str, language: str) -> str:
    """The words that announce a part; "" in a language that has none yet."""
    return _ANNOUNCEMENTS.get(primary(language), {}).get(what, "")


def short_announcement(what: str, language: str) -> str:
    """The words that a short form adds; "" in a language that has none yet."""
    return _SHORT_FORMS.get(primary(language), {}).get(what, "")


def size(what: str, number: int, language: str) -> str:
    """How many rows, columns or lines: "four rows"; "" in a language without words for it."""
    words = _COUNTED.get(primary(language))
    if not words:
        return ""
    one, many = words[what]
    return one if number == 1 else f"{count(number, language)} {many}"


def more_rows(number: int, language: str) -> str:
    """What is said for the rows of a long table that are not; "" in a language without words for it."""
    words = _MORE_ROWS.get(primary(language))
    return words.format(count(number, language)) if words else ""


def count(number: int, language: str) -> str:
    """The number of a list item as it is announced."""
    counted = _COUNTS.get(primary(language))
    return counted(number) if counted and 0 <= number < 10**9 else str(number)


def tokeniser(language: str) -> Callable[[str, int, int], list[Token]]:
    """How texts of a language are cut into visible words.

    Thai, Lao, Khmer and Burmese are written without spaces too, but a single sign of theirs says nothing:
    what stands between their spaces stays together.
    """
    return tokenise_unspaced if primary(language) in UNSPACED & {"zh", "ja", "yue"} else tokenise


def read(tokens: Sequence[Token], language: str, captions: bool = False) -> list[Said]:
    """What each token says, clean for any voice; one Said for one token."""
    if has_rules(language):
        rules = _rules(primary(language))
        found = [
            _clean(token, said) for token, said in zip(tokens, rules(tokens, language, captions), strict=True)
        ]
    else:
        found = [_written(token) for token in tokens]
    return with_links_and_formulas(tokens, found, language, lambda text: _alone(text, language))


def _alone(text: str, language: str) -> str:
    return read([Token(0, len(text), "", text, "")], language)[0].say


@cache
def _rules(language: str) -> Callable[[Sequence[Token], str, bool], list[Said]]:
    """A language's own reading, loaded when its first text comes: there are many patterns to compile."""
    from importlib import import_module

    rules: Callable[[Sequence[Token], str, bool], list[Said]]
    rules = import_module(f"oyez.scripting.{language}.reading").read
    return rules


def _clean(token: Token, said: Said) -> Said:
    say = sayable(said.say)
    if say or said.rule not in ("plain", "parts"):
        return said if say == said.say else Said(say, said.rule)
    return Said("", "emoji" if EMOJI.search(token.core) else "punctuation")


def _written(token: Token) -> Said:
    say = as_written(token.core)
    if say:
        return Said(say)
    return Said("", "emoji" if EMOJI.search(token.core) else "punctuation")
