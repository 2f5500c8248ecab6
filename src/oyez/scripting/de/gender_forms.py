"""Forms that name all genders: Bürger*innen, Lehrer:innen, LehrerInnen, Mitarbeiter/-innen.

Said with the small pause that speakers make, as two words: "Bürger innen".
"""

from __future__ import annotations

import re

from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_gender_form"]

_FORM = re.compile(
    r"([^\W\d_]+[^\W\d_])(?:[*:_·•]|/-?|\()?((?<=[*:_·•/(-])in(?:nen)?|In(?:nen)?)\)?([a-zäöüß]*)"
)
_SHORT = re.compile(r"([^\W\d_]{2,})[*:_](n|r|s|e|er|en|m|rn|ren|frau|mann)")


def read_gender_form(line: Line, index: int) -> Reading | None:
    """Bürger*innen · Lehrer:innen · LehrerInnen · Mitarbeiter/innen · jede*r · Bürger*innenräte."""
    core = line.core(index)
    if (match := _FORM.fullmatch(core)) and match[1][1:].islower():
        return [Said(f"{match[1]} {match[2].lower()}{match[3]}", "gender form")]
    if match := _SHORT.fullmatch(core):
        return [Said(f"{match[1]} {match[2]}", "gender form")]
    return None
