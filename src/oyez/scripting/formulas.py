"""Formulas: "x² + y² ≥ 0" as it is read out, and source text of formulas, which is named and shown.

tokens -> source between its marks: named once -> runs of operands and signs: said sign by sign
       -> Greek letters that stand alone: by their names

A run is a formula where it holds a sign that only formulas have, or a letter beside a sign of arithmetic;
figures and units alone are the language's own business ("5 km²", "3-1").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from oyez.scripting.formula_names import FORMULA, FUNCTIONS, GREEK, SIGNS, SUBSCRIPTS, SUPERSCRIPTS
from oyez.scripting.line import Said
from oyez.scripting.tokens import Token

__all__ = ["RULE", "SOURCE", "formulas"]

RULE = "formula"
SOURCE = "formula source"  # rule of a formula that stands there as LaTeX: named, not read

ReadAlone = Callable[[str], str]

_LETTERS = "".join(GREEK)
_SIGNS = re.escape("".join(SIGNS))
_RAISED = "".join(SUPERSCRIPTS)
_LOWERED = "".join(SUBSCRIPTS)
_SOURCE = re.compile(
    r"\$\$[^$]{1,400}\$\$|\\\(.{1,400}?\\\)|\\\[.{1,400}?\\\]"
    r"|\$(?=[^$]*[\\^_={}])[^\s\d$][^$]{0,200}(?<!\s)\$(?!\d)|\\begin\{\w+\*?\}.{1,400}?\\end\{\w+\*?\}",
    re.DOTALL,
)
_LONGEST = 40  # characters of a token in a formula
_STRONG = frozenset("<>≤≥≠≈≡∝√∑∏∫∂∇∈∉∪∩⊂→⇒⇔∀∃∞^")
_EQUALS = frozenset("=+−-×÷·*/→")
_OPERAND = re.compile(
    rf"[(\[|]*(?:\d+(?:[.,]\d+)?)?(?:[A-Za-z{_LETTERS}]{{1,3}}|(?:sin|cos|tan|log|ln|exp|lim|max|min)[A-Za-z\d]?|(?<=\d))"
    rf"[{_RAISED}]*(?:\([A-Za-z{_LETTERS}\d]{{1,3}}\)?)?[{_RAISED}{_LOWERED}]*(?:[_^]\{{?-?\w{{1,3}}\}}?)*[)\]|!]*"
)
_ITEM = re.compile(
    rf"(?P<figure>\d+(?:[.,]\d+)*)|(?P<function>(?:sin|cos|tan|log|ln|exp|lim|max|min)(?![a-z]))"
    rf"|(?P<call>[A-Za-z](?=\([A-Za-z{_LETTERS}\d]{{1,3}}(?:\)|$)))|(?P<letter>[A-Za-z])|(?P<greek>[{_LETTERS}])"
    rf"|(?P<raised>[{_RAISED}]+|\^\{{?(?P<power>-?\w{{1,3}})\}}?)|(?P<lowered>[{_LOWERED}]+|_\{{?(?P<index>\w{{1,3}})\}}?)"
    rf"|(?P<sign>[{_SIGNS}])"
)
_SPLIT = re.compile(rf"([{_SIGNS}])")
_ALONE = re.compile(rf"(?<![{_LETTERS}])[{_LETTERS}](?![{_LETTERS}])")
_GREEK_WORD = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]{2}")
_MICRO = re.compile(r"[μµ](?:m|g|l|L|s|A|V|W|F|Sv|mol)[²³]?(?:/|$)")
_TAG = re.compile(r"^</?[A-Za-z]|</?[A-Za-z][^<>]*>")
# "and", "The": letters of a product are no word of the language.
_WORD = re.compile(r"(?!sin|exp|lim|max|min|log|cos|tan)(?=[A-Za-z]*[aeiouAEIOU])[A-Za-z]{2,}")
_NOT_OPERANDS = frozenset("i is an am as at be by do go he if in it me my no of on or so to up us we".split())


def formulas(
    tokens: Sequence[Token], text: str, language: str, alone: ReadAlone
) -> Iterator[tuple[int, Said]]:
    """What formulas among the tokens say, by the token's index; nothing in a language without names.

    text     the tokens as they are written, parted by spaces
    alone    reads a figure or a word by the language's own rules
    """
    names = FORMULA.get(language)
    if names is None:
        return
    taken: set[int] = set()
    for index, said in _sources(tokens, text, names["formula"]):
        taken.add(index)
        yield index, said
    for start, stop in _runs(tokens, taken):
        for index in range(start, stop):
            taken.add(index)
            yield index, Said(_said(tokens[index], names, language, alone), RULE)
    for index, token in enumerate(tokens):
        if index not in taken and (say := _with_names(token.core, language, alone)):
            yield index, Said(say, RULE)


def _sources(tokens: Sequence[Token], text: str, name: str) -> Iterator[tuple[int, Said]]:
    """Source text: its first token says what it is, the others nothing."""
    spans = [match.span() for match in _SOURCE.finditer(text)]
    at = 0
    named: tuple[int, int] | None = None
    for index, token in enumerate(tokens):
        end = at + len(token.before + token.core + token.after)
        inside = next((span for span in spans if span[0] < end and at < span[1]), None)
        if inside:
            yield index, Said("" if inside == named else name, SOURCE)
            named = inside
        at = end + 1


def _whole(token: Token) -> str:
    """A token with the signs that stand at its edges: "x²" of "(x²),"; "<" alone."""
    return (token.before + token.core + token.after).strip("\"'“”‘’„«».,;:?…")


def _is_sign(piece: str) -> bool:
    return piece in SIGNS


def _is_part(token: Token) -> bool:
    """True for what may stand in a formula."""
    whole = _whole(token)
    if not whole or len(whole) > _LONGEST or _TAG.search(whole):
        return False
    if token.core != "I" and token.core.lower() in _NOT_OPERANDS:
        return False
    pieces = [piece for piece in _SPLIT.split(whole) if piece]
    return all(
        _is_sign(piece) or (bool(_OPERAND.fullmatch(piece)) and not _WORD.search(piece)) for piece in pieces
    )


def _runs(tokens: Sequence[Token], taken: set[int]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(tokens):
        stop = start
        while stop < len(tokens) and stop not in taken and _is_part(tokens[stop]):
            stop += 1
            if re.search(r"[.;:?…]", tokens[stop - 1].after):
                break
        if stop > start and _is_formula([_whole(token) for token in tokens[start:stop]]):
            yield start, stop
        start = max(stop, start + 1)


def _is_formula(wholes: Sequence[str]) -> bool:
    text = " ".join(wholes)
    if wholes[0] in _EQUALS - {"-", "−", "/"} or not any(char.isalnum() for char in text):
        return False
    if re.search(r"\d[⁰¹⁴-⁹⁻]", text):
        return True
    letters = re.search(rf"(?<![A-Za-z])[A-Za-z](?![A-Za-z])|[{_LETTERS}]|[a-z][{_RAISED}]", text)
    if not _STRONG.isdisjoint(text):
        return bool(letters or re.search(r"[<>≤≥≠≈√∞^]\s*[\d(√]", text)) and "//" not in text
    return bool(letters and re.search(r"\S\s*=\s*\S", text))


def _said(token: Token, names: dict[str, str], language: str, alone: ReadAlone) -> str:
    whole = _whole(token)
    said = (_item(match, names, language, alone) for match in _ITEM.finditer(whole))
    return " ".join(part for part in said if part)


def _item(match: re.Match[str], names: dict[str, str], language: str, alone: ReadAlone) -> str:
    """One operand or sign."""
    text = match[0]
    if match["figure"]:
        return alone(text)
    if match["function"]:
        return FUNCTIONS[language].get(text, text)
    if match["call"]:
        return f"{text} {names['of']}"
    if match["letter"]:
        return text
    if match["greek"]:
        return GREEK[text][language == "de"]
    if match["raised"]:
        power = match["power"] or "".join(SUPERSCRIPTS[char] for char in text)
        return _power(power, names, alone)
    if match["lowered"]:
        index = match["index"] or "".join(SUBSCRIPTS[char] for char in text)
        return alone(index) if index.isdigit() else " ".join(index)
    return SIGNS[text][language == "de"]


def _power(power: str, names: dict[str, str], alone: ReadAlone) -> str:
    if power in ("2", "3"):
        return names["squared" if power == "2" else "cubed"]
    negative = power.startswith("-")
    bare = power.lstrip("+-")
    said = alone(bare) if bare.isdigit() else " ".join(bare)
    return " ".join(part for part in (names["power"], names["minus"] if negative else "", said) if part)


def _with_names(core: str, language: str, alone: ReadAlone) -> str:
    """A token with its single Greek letters by name; "" where there is none."""
    if core.isascii() or _GREEK_WORD.search(core) or _MICRO.search(core) or not _ALONE.search(core):
        return ""
    named = _ALONE.sub(lambda match: f" {GREEK[match[0]][language == 'de']} ", core)
    parts = [alone(part) or part for part in re.split(r"[\s‐‑–-]+", named) if part]
    return " ".join(parts)
