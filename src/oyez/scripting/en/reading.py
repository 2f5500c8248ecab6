"""Reads a sentence: asks each class of rules in turn what a token says.

token -> a plain word? said as written
      -> the rules of its kind (figures, capitals, signs), first answer wins
      -> a possessive, a compound: its parts are read as a line of their own
      -> what is left is said without its signs
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from oyez.scripting.cleaning import EMOJI, visible
from oyez.scripting.en.abbreviations import KNOWN, read_abbreviation
from oyez.scripting.en.acronyms import read_acronym, read_initials, said_acronym
from oyez.scripting.en.captions import read_position
from oyez.scripting.en.currencies import COUNTED
from oyez.scripting.en.dates import MONTHS, WEEKDAYS, read_date, read_day_of_month, read_month, read_weekday
from oyez.scripting.en.figures import read_apostrophe_year, read_figure, read_ordinal, read_plural
from oyez.scripting.en.fractions import read_fraction
from oyez.scripting.en.law import LAW, read_law
from oyez.scripting.en.models import read_model
from oyez.scripting.en.money import read_money
from oyez.scripting.en.numbers import number
from oyez.scripting.en.phones import read_phone
from oyez.scripting.en.ranges import read_days_range, read_range
from oyez.scripting.en.roman import read_roman
from oyez.scripting.en.symbols import read_symbol, with_symbols
from oyez.scripting.en.times import read_duration, read_time
from oyez.scripting.en.unit_names import UNITS
from oyez.scripting.en.units import read_bearing, read_feet_and_inches, read_product, read_quantity
from oyez.scripting.en.web import read_address, read_handle
from oyez.scripting.line import Line, Reading, Rule, Said, bare
from oyez.scripting.tokens import Token

__all__ = ["read"]

# In this order: what looks at neighbours and whole shapes comes before what takes any figure.
_FIGURES: tuple[Rule, ...] = (
    read_abbreviation,
    read_law,
    read_phone,
    read_date,
    read_day_of_month,
    read_time,
    read_duration,
    read_money,
    read_apostrophe_year,
    read_ordinal,
    read_plural,
    read_fraction,
    read_feet_and_inches,
    read_product,
    read_bearing,
    read_quantity,
    read_range,
    read_figure,
    read_address,
    read_handle,
    read_model,
)
_WORDS: tuple[Rule, ...] = (
    read_law,
    read_abbreviation,
    read_month,
    read_weekday,
    read_roman,
    read_money,
    read_initials,
    read_acronym,
    read_days_range,
    read_address,
    read_handle,
    read_symbol,
    read_fraction,
)

_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ][a-zà-öø-ɏ]*(?:['’‑-][A-Za-z]?[a-zà-öø-ɏ]+)*|O['’][A-Z][a-z]+")
_SPECIAL = KNOWN | frozenset(MONTHS) | LAW | frozenset("IVXLCv") | frozenset(WEEKDAYS) | frozenset(COUNTED)
_DAY_RANGE = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*-[A-Z]|[RDI]-"
)
_BEHIND_FIGURES = frozenset(UNITS) | {"square", "cubic"}
_FIGURE = re.compile(r"[0-9]")
_POSSESSIVE = re.compile(r"(.*[^'’])['’]([sS])", re.DOTALL)
_JOINTS = re.compile(r"[-–‑/+&=]+")
_NAME_SIGN = re.compile(r"(?<=[A-Za-z])\$(?=[A-Za-z])")  # Ke$ha
_OPTIONAL = re.compile(r"\((?=(?:s|es|ies|d|ed|r|n)$)|(?<=[A-Za-z])[*\[\]()]+(?=[a-z])")
_INNER_MARK = re.compile("[-‑'’]")
_SHOUTED_LEAST = 3  # words in capitals, of at least two letters; four of five words must be


def read(tokens: Sequence[Token], language: str, captions: bool) -> list[Said]:
    """What each token says, one Said for one token."""
    cores = [
        core if core.isascii() and core.isprintable() else _seen(core) for core in (t.core for t in tokens)
    ]
    line = Line(tokens, cores, language.lower().startswith("en-us"), captions, shouted=_is_shouted(cores))
    return _read_line(line)


def _seen(core: str) -> str:
    """A core without emoji and what nobody sees; letters and figures of unusual form become plain ones."""
    return _UNUSUAL.sub(_usual, EMOJI.sub("", visible(core)))


def _usual(match: re.Match[str]) -> str:
    return "°" if match[0] == "˚" else unicodedata.normalize("NFKC", match[0])


# Full width, raised letters (22ⁿᵈ), lowered figures (CO₂), ligatures, Ⅳ, ㎞, letters of mathematics;
# but not ²,
# ½ and ™, which are said.
_UNUSUAL = re.compile(
    "[\uff01-\uff5e\u02b0-\u02b8\u02da\u1d2c-\u1d6a\u2071\u207f\u2080-\u209c\u2160-\u217f\u3371-\u33df\ufb00-\ufb06"
    "\U0001d400-\U0001d7ff]"
)


def _is_shouted(cores: Sequence[str]) -> bool:
    """A line in capitals: two longer words tell; where nothing is in small letters any word does."""
    if sum(1 for core in cores if len(core) > 1 and core.isupper()) < _SHOUTED_LEAST:
        return False  # nearly every line
    words = [word for core in cores if len(core) > 1 and (word := _INNER_MARK.sub("", core)).isalpha()]
    loud = [word for word in words if word.isupper()]
    if len(loud) < _SHOUTED_LEAST or len(loud) * 5 < len(words) * 4:
        return False
    told = [word for word in loud if said_acronym(word)[1] == "capitals"]
    return sum(1 for word in told if len(word) > 3) > 1 or (bool(told) and len(loud) == len(words))


def _read_line(line: Line) -> list[Said]:
    said: list[Said] = []
    while len(said) < len(line.cores):
        said.extend(_read_token(line, len(said)))
    return said


def _read_token(line: Line, index: int) -> Reading:
    """At least one answer; never more than there are tokens."""
    core = line.core(index)
    if (line.captions or core[:1].isdecimal()) and (reading := read_position(line, index)):
        return reading
    if not core:
        token = line.tokens[index]
        return [Said("", "emoji" if EMOJI.search(token.core) else "punctuation")]
    if core not in _SPECIAL:
        if core.isascii() and core.isalpha() and core.islower():
            return [Said(core)]  # most words
        if _PLAIN.fullmatch(core) and not _DAY_RANGE.match(core):
            return [Said(core)]
    if _is_bare_count(line, index, core):
        return [Said(number(core), "number")]
    for rule in _FIGURES if _FIGURE.search(core) else _WORDS:
        if reading := rule(line, index):
            return reading
    return [_read_parts(line, core)]


def _is_bare_count(line: Line, index: int, core: str) -> bool:
    """Most figures of prose: one or two of them, before an ordinary word. Spares them the rules above."""
    if len(core) > 2 or not (core.isascii() and core.isdecimal()):
        return False
    following = line.next(index)
    if len(following) < 3:
        return not following or following.isdecimal()
    return following.isalpha() and following.islower() and following not in _BEHIND_FIGURES


def _read_parts(line: Line, core: str) -> Said:
    """A possessive, a compound, or a token with signs that no rule knows."""
    if (match := _POSSESSIVE.fullmatch(core)) and match[1]:
        base = _read_alone(line, match[1])
        return Said(f"{base.say}'s" if base.say else "", base.rule)
    if len(parts := [part for part in _JOINTS.split(core) if part]) > 1:
        return _read_compound(line, core, parts)
    cleaned = _NAME_SIGN.sub("s", _OPTIONAL.sub("", core))
    pieces = [piece for piece in re.split(r"[^\w'’.,+%$£€]+|_", with_symbols(cleaned)) if piece]
    if pieces == [core]:
        # Letters and figures of any script; a figure that no rule took is read in its runs.
        runs = re.findall(r"[0-9]+|[^0-9]+", core)
        return (
            Said(core)
            if len(runs) == 1
            else Said(" ".join(_read_alone(line, run).say for run in runs), "parts")
        )
    if len(pieces) < 2:
        return _read_alone(line, pieces[0]) if pieces else Said("", "punctuation")
    return Said(" ".join(_read_alone(line, piece).say for piece in pieces), "parts")


def _read_compound(line: Line, core: str, parts: Sequence[str]) -> Said:
    """Parts joined by hyphens or slashes, read as a line of their own."""
    said = _read_line(bare(_signs(core, parts), line))
    if all(one.rule == "plain" for one in said):
        return Said(
            core if "/" not in core and "–" not in core else " ".join(one.say for one in said), "plain"
        )
    rule = next(one.rule for one in said if one.rule != "plain")
    return Said(" ".join(one.say for one in said if one.say), rule)


def _signs(core: str, parts: Sequence[str]) -> list[str]:
    """The parts with the signs between them that are said."""
    if not re.search("[+&=]", core):
        return list(parts)
    return [part for part in re.split(r"[-–‑/]+|([+&=])", core) if part]


@lru_cache(maxsize=1024)
def _read_bare(part: str, american: bool, shouted: bool) -> Said:
    line = bare([part], Line((), (), american, shouted=shouted))
    return _read_line(line)[0]


def _read_alone(line: Line, part: str) -> Said:
    """A part of a token, without its neighbours."""
    return _read_bare(part, line.american, line.shouted)
