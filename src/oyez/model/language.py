"""Language tags (BCP 47), as pages, voices and lexicons carry them."""

from __future__ import annotations

__all__ = ["primary"]


def primary(tag: str) -> str:
    """The language of a tag without its region or script.

    >>> primary("en-GB"), primary("zh_Hant"), primary("")
    ('en', 'zh', '')
    """
    return tag.replace("_", "-").split("-", maxsplit=1)[0].lower()
