"""What no language's own rules say: long addresses by their site, formulas sign by sign.

tokens, what they say so far -> the same, said otherwise where a token is a link or part of a formula
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from oyez.model.language import primary
from oyez.scripting.cleaning import sayable
from oyez.scripting.line import Said
from oyez.scripting.links import RULE as LINK
from oyez.scripting.links import link_words, site_of
from oyez.scripting.tokens import Token

__all__ = ["with_links_and_formulas"]

# Of formulas: ASCII ones, Greek, raised and lowered figures, arrows and operators.
_SIGN = re.compile(r"[=<>^]|\\[a-zA-Z(\[]|\$[^\s\d]|[\u0370-\u03ff·×÷²³¹⁰-₟←-⋿]")
# Behind these an address needs no announcement: "Read more at example dot com".
_LEADING = frozenset("at on via from visit see to bei auf unter über von sur à en su via".split())


def with_links_and_formulas(
    tokens: Sequence[Token], said: list[Said], language: str, alone: Callable[[str], str]
) -> list[Said]:
    """One Said for one token; `alone` reads a word or figure by the language's own rules."""
    found = said
    for index, token in enumerate(tokens):
        if "/" in token.core and (site := site_of(token.core)):
            found = list(found) if found is said else found
            led = index and tokens[index - 1].core.lower() in _LEADING
            words = "" if led else link_words(primary(language))
            found[index] = Said(f"{words} {alone(site)}".strip(), LINK)
    for index, one in _formulas(tokens, primary(language), alone):
        found = list(found) if found is said else found
        found[index] = Said(sayable(one.say), one.rule)
    return found


def _formulas(
    tokens: Sequence[Token], language: str, alone: Callable[[str], str]
) -> Iterable[tuple[int, Said]]:
    """What formulas among the tokens say; most texts have no sign of one, and need no rules for them."""
    text = " ".join([token.before + token.core + token.after for token in tokens])
    if not _SIGN.search(text):
        return ()
    from oyez.scripting.formulas import formulas

    return formulas(tokens, text, language, alone)
