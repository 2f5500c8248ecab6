"""Symbols that are said as words, between words or in them."""

from __future__ import annotations

import re

from oyez.scripting.line import Line, Reading, Said

__all__ = ["SYMBOLS", "read_symbol", "with_symbols"]

SYMBOLS = {
    "&": "und", "＆": "und", "%": "Prozent", "％": "Prozent", "‰": "Promille", "+": "plus", "=": "gleich",
    "≠": "ungleich", "≈": "ungefähr", "±": "plus minus", "×": "mal", "÷": "geteilt durch", "−": "minus",
    "≤": "höchstens", "≥": "mindestens", "@": "ät", "#": "Nummer", "$": "Dollar", "£": "Pfund", "€": "Euro",
    "¥": "Yen", "¢": "Cent", "°": "Grad", "№": "Nummer", "§": "Paragraf", "©": "Copyright",
    "√": "Wurzel aus", "∞": "unendlich", "→": "nach", "½": "ein halb", "¼": "ein Viertel",
    "¾": "drei Viertel", "⅓": "ein Drittel", "⅔": "zwei Drittel", "⅛": "ein Achtel", "²": "Quadrat",
    "³": "hoch drei", "µ": "mikro", "℃": "Grad Celsius", "℉": "Grad Fahrenheit",
}  # fmt: skip
_SYMBOL = re.compile("|".join(re.escape(symbol) for symbol in SYMBOLS))


def read_symbol(line: Line, index: int) -> Reading | None:
    """& · % · + · = between words; an x between figures."""
    core = line.core(index)
    if core in ("x", "X") and line.last(index)[:1].isdigit() and line.next(index)[:1].isdigit():
        return [Said("mal", "symbol")]
    said = SYMBOLS.get(core)
    return [Said(said, "symbol")] if said else None


def with_symbols(text: str) -> str:
    """Every symbol of a piece of text as its word; the rest is left."""
    return _SYMBOL.sub(lambda match: f" {SYMBOLS[match[0]]} ", text)
