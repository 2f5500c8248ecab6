"""Reads a sentence: asks each class of rules in turn what a token says.

token -> a plain word? said as written
      -> the rules of its kind (figures, capitals, signs), first answer wins
      -> a compound: its parts are read as a line of their own
      -> what is left is said without its signs
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from oyez.scripting.cleaning import EMOJI, visible
from oyez.scripting.de.abbreviations import KNOWN, read_abbreviation, read_section, read_street
from oyez.scripting.de.acronyms import IRREGULAR, read_acronym, read_initials, said_acronym
from oyez.scripting.de.captions import read_position
from oyez.scripting.de.compounds import parts_of, read_figure_compound, split_compound
from oyez.scripting.de.dates import MONTHS, read_date, read_month, read_weekday
from oyez.scripting.de.figures import read_decade, read_figure, read_range, read_score
from oyez.scripting.de.fractions import read_fraction
from oyez.scripting.de.gender_forms import read_gender_form
from oyez.scripting.de.inflection import WEEKDAYS
from oyez.scripting.de.models import read_model
from oyez.scripting.de.money import read_currency, read_money
from oyez.scripting.de.numbers import digits
from oyez.scripting.de.ordinals import read_ordinal, read_roman
from oyez.scripting.de.phones import read_phone
from oyez.scripting.de.symbols import read_symbol, with_symbols
from oyez.scripting.de.times import read_time
from oyez.scripting.de.unit_names import SIGNS, UNITS
from oyez.scripting.de.units import read_quantity, read_unit
from oyez.scripting.de.web import read_address, read_handle
from oyez.scripting.line import Line, Reading, Rule, Said
from oyez.scripting.tokens import Token

__all__ = ["read"]

# In this order: what looks at neighbours and whole shapes comes before what takes any figure.
_FIGURES: tuple[Rule, ...] = (
    read_abbreviation,
    read_position,
    read_phone,
    read_date,
    read_ordinal,
    read_time,
    read_fraction,
    read_money,
    read_section,
    read_decade,
    read_figure_compound,
    read_quantity,
    read_range,
    read_score,
    read_figure,
    read_address,
    read_handle,
    read_model,
)
_WORDS: tuple[Rule, ...] = (
    read_position,
    read_abbreviation,
    read_month,
    read_weekday,
    read_roman,
    read_currency,
    read_unit,
    read_street,
    read_section,
    read_acronym,
    read_initials,
    read_address,
    read_handle,
    read_symbol,
    read_fraction,
    read_gender_form,
)

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ][a-zß-öø-ɏ]*(?:['’‑-][A-Za-zÀ-Ö]?[a-zß-öø-ɏ]+)*")
# Words and letters that look plain and may not be.
_SPECIAL = (
    KNOWN.union(MONTHS, WEEKDAYS, IRREGULAR, SIGNS, (unit for unit in UNITS if unit.isalpha()))
    | frozenset("lrMIVXx")
) - {"Prozent", "Grad", "Meter", "Kilometer", "Liter", "Kilo", "Promille", "Hektar", "Euro", *MONTHS.values()}
_DAYS_RANGE = re.compile(r"(?:Mo|Di|Mi|Do|Fr|Sa|So|[A-Z][a-z]{2,3})-[A-Z]")
_FIGURE = re.compile(r"[0-9]")
_SUBSCRIPT = re.compile(r"[₀-₉]")
_JOINED = re.compile(r"[-–‑/+&=]")
_PARTED = re.compile(r"[^\w'’.,+%$£€]+|_")
_RUNS = re.compile(r"[0-9]+|[^0-9]+")
_DEEPEST = 4  # compounds within compounds
_SHOUTED_LEAST = 3  # words in capitals, of at least four letters


def read(tokens: Sequence[Token], language: str, captions: bool) -> list[Said]:
    """What each token says, one Said for one token."""
    cores = [
        core if core.isascii() and core.isprintable() else EMOJI.sub("", visible(core)).translate(_FULL_WIDTH)
        for core in (token.core for token in tokens)
    ]
    return _read_line(Line(tokens, cores, captions=captions, shouted=_is_shouted(cores)))


_FULL_WIDTH = {0xFF01 + offset: 0x21 + offset for offset in range(94)}


def _is_shouted(cores: Sequence[str]) -> bool:
    """A line in capitals: most of its longer words, and three of them no acronym."""
    loud = [core for core in cores if len(core) > 3 and core.isupper()]
    if len(loud) < _SHOUTED_LEAST:
        return False
    words = [core for core in cores if len(core) > 3 and core.replace("-", "").isalpha()]
    told = [core for core in loud if core.isalpha() and said_acronym(core, True)[1] == "capitals"]
    return len(loud) * 5 >= len(words) * 4 and len(told) >= _SHOUTED_LEAST


def _read_line(line: Line, depth: int = 0) -> list[Said]:
    said: list[Said] = []
    while len(said) < len(line.cores):
        said.extend(_read_token(line, len(said), depth))
    return said


def _read_token(line: Line, index: int, depth: int) -> Reading:
    """At least one answer; never more than there are tokens."""
    core = line.core(index)
    if not core:
        return [Said("", "emoji" if EMOJI.search(line.tokens[index].core) else "punctuation")]
    if core.isalpha() and core[1:].islower() and core not in _SPECIAL and not core.endswith("str"):
        return [Said(core)]  # most words: spares them the patterns
    if (
        core not in _SPECIAL
        and _PLAIN.fullmatch(core)
        and not _DAYS_RANGE.match(core)
        and core[-3:] not in ("str", "Str")
    ):
        return [Said(core)]
    if _SUBSCRIPT.search(core):
        return read_model(line, index) or [_read_parts(line, core, depth)]
    for rule in _FIGURES if _FIGURE.search(core) else _WORDS:
        if reading := rule(line, index):
            return reading
    return [_read_parts(line, core, depth)]


def _read_parts(line: Line, core: str, depth: int) -> Said:
    """A compound, or a token with signs that no rule knows."""
    if depth < _DEEPEST and _JOINED.search(core) and (parts := split_compound(core)):
        return _joined(_read_line(parts_of(parts, line), depth + 1), core)
    pieces = [piece for piece in _PARTED.split(with_symbols(core)) if piece.strip("'’.,+%$£€")]
    if pieces == [core]:
        # Letters and figures of any script; a figure that no rule took is read in its runs.
        runs = _RUNS.findall(core)
        if len(runs) == 1:
            return Said(digits(core), "digits") if core.isascii() and core.isdigit() else Said(core)
        return Said(" ".join(_read_alone(run, line.shouted).say for run in runs), "parts")
    if not pieces:
        return Said("", "punctuation")
    return Said(" ".join(_read_alone(piece, line.shouted).say for piece in pieces), "parts")


def _joined(said: Sequence[Said], core: str) -> Said:
    """The parts of a compound as one word of the page."""
    if all(one.rule == "plain" for one in said):
        kept = core if "/" not in core and "–" not in core else " ".join(one.say for one in said)
        return Said(kept)
    rule = next(one.rule for one in said if one.rule != "plain")
    return Said(" ".join(one.say for one in said if one.say), rule)


@lru_cache(maxsize=1024)
def _read_alone(part: str, shouted: bool) -> Said:
    """A part of a token, without its neighbours."""
    line = parts_of([part], Line((), (), shouted=shouted))
    return _read_line(line, _DEEPEST)[0]
