"""Symbols that are said as words, between words or in them."""

from __future__ import annotations

import re

from oyez.scripting.line import Line, Reading, Said

__all__ = ["SYMBOLS", "read_symbol", "with_symbols"]

SYMBOLS = {
    "&": "and",
    "＆": "and",
    "%": "percent",
    "％": "percent",
    "‰": "per mille",
    "+": "plus",
    "=": "equals",
    "≠": "is not equal to",
    "≈": "approximately",
    "±": "plus or minus",
    "×": "times",
    "÷": "divided by",
    "−": "minus",
    "≤": "at most",
    "≥": "at least",
    "@": "at",
    "#": "number",
    "$": "dollars",
    "£": "pounds",
    "€": "euros",
    "¥": "yen",
    "¢": "cents",
    "°": "degrees",
    "№": "number",
    "§": "section",
    "¶": "paragraph",
    "©": "copyright",
    "√": "square root of",
    "∞": "infinity",
    "→": "to",
    "½": "half",
    "¼": "quarter",
    "¾": "three quarters",
    "⅓": "one third",
    "⅔": "two thirds",
    "⅛": "one eighth",
    "⅜": "three eighths",
    "⅝": "five eighths",
    "⅞": "seven eighths",
    "²": "squared",
    "³": "cubed",
    "µ": "micro",
    "℃": "degrees Celsius",
    "℉": "degrees Fahrenheit",
}
_SYMBOL = re.compile("|".join(re.escape(symbol) for symbol in SYMBOLS))


def read_symbol(line: Line, index: int) -> Reading | None:
    """& · % · + · = between words."""
    said = SYMBOLS.get(line.core(index))
    return [Said(said, "symbol")] if said else None


def with_symbols(text: str) -> str:
    """Every symbol of a piece of text as its word; the rest is left."""
    return _SYMBOL.sub(lambda match: f" {SYMBOLS[match[0]]} ", text)
