"""Which way a language is written."""

from __future__ import annotations

__all__ = ["direction"]

_LANGUAGES = frozenset("ar arc ckb dv fa he iw ks ps sd syr ug ur yi".split())
_SCRIPTS = frozenset({"arab", "hebr"})


def direction(language: str) -> str:
    """The `dir` of a text in a BCP 47 language: "rtl" or "ltr".

    >>> direction("he-IL"), direction("pa-Arab-PK"), direction("de"), direction("")
    ('rtl', 'rtl', 'ltr', 'ltr')
    """
    primary, *others = language.lower().replace("_", "-").split("-")
    return "rtl" if primary in _LANGUAGES or not _SCRIPTS.isdisjoint(others) else "ltr"
