"""Telephone numbers, figure by figure."""

from __future__ import annotations

import re

from oyez.scripting.de.numbers import digits
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_phone"]

_ABROAD = re.compile(r"(?:\+|00)[1-9][0-9]{0,13}(?:[-/][0-9]{1,8})*")
_AREA = re.compile(r"\(?0[1-9][0-9]{1,5}\)?(?:[-/][0-9]{2,9})*|0[1-9][0-9]{6,12}")
_GROUP = re.compile(r"\(?[0-9]{1,9}\)?(?:[-/][0-9]{1,9})*")
_DIAL = frozenset("telefon tel telefonnummer nummer hotline rufnummer fax mobil unter anrufen".split())
_MOST = 8  # groups that one number may have
_AREA_ALONE = 7  # figures from which a leading zero tells a telephone number


def read_phone(line: Line, index: int) -> Reading | None:
    """+49 30 5550 · 030 123456 · 040/7654 · 0800 1110."""
    core = line.core(index)
    if core[0] == "+" and _ABROAD.fullmatch(core):
        groups = _groups(line, index)
        return groups if len(groups) > 1 or len(core) > 7 else None
    if core[0] != "0" or not _AREA.fullmatch(core):
        return None
    groups = _groups(line, index) if len(core) < 8 else [_spelled(core)]
    figures = sum(len(said.say.split()) for said in groups)
    dialled = not _DIAL.isdisjoint(word.lower() for word in line.cores[max(0, index - 4) : index])
    if figures >= _AREA_ALONE or (dialled and figures > 4):
        return groups
    return None


def _groups(line: Line, index: int) -> Reading:
    """The groups of figures from `index` on."""
    groups = [_spelled(line.core(index))]
    while len(groups) < _MOST:
        following = line.next(index)
        apart = following in ("/", "-") and _GROUP.fullmatch(line.next(index + 1))
        if not apart and not _GROUP.fullmatch(following):
            break
        index += 1
        groups.append(Said("", "phone") if apart else _spelled(following))
    return groups


def _spelled(text: str) -> Said:
    said = digits(text)
    return Said(f"plus {said}" if text[0] == "+" else said, "phone")
