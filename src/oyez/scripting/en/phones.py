"""Telephone numbers, figure by figure."""

from __future__ import annotations

import re

from oyez.scripting.en.line import Line, Reading, Said
from oyez.scripting.en.numbers import digits

__all__ = ["read_phone"]

_WHOLE = re.compile(
    r"(?:\+?[0-9]{1,3}[-.])?\(?[0-9]{3}\)?[-.][0-9]{3}[-.][0-9]{4}|1-[0-9]{3}-[0-9]{3,4}-[0-9]{3,4}"
)
_ABROAD = re.compile(r"(?:\+|00)[1-9][0-9]{0,13}(?:-[0-9]{1,4})*")
_LOCAL = re.compile(r"[0-9]{3}-[0-9]{4}")
_GROUP = re.compile(r"\(?[0-9]{1,8}\)?(?:-[0-9]{2,4})*")
_DIAL = frozenset(
    "call calls called calling dial dialled dialed ring rang phone phoned text texted tel telephone "
    "whatsapp".split()
)
_MOST = 8  # groups that one number may have


def read_phone(line: Line, index: int) -> Reading | None:
    """1-800-273-8255 · +44 20 7946 0958 · call 116 123 · 020 7946 0000."""
    core = line.core(index)
    if _WHOLE.fullmatch(core):
        return [_spelled(core)]
    if core[0] == "+" and _ABROAD.fullmatch(core):
        groups = _groups(line, index)
        return groups if len(groups) > 1 or len(core) > 7 else None
    if not core[0].isdigit() or not _GROUP.fullmatch(core):
        return None
    if len(core) == 3 and line.after(index) == ")" and _LOCAL.fullmatch(line.core(index + 1)):
        return [_spelled(core), _spelled(line.core(index + 1))]
    if _LOCAL.fullmatch(core) and _is_dialled(line, index):
        return [_spelled(core)]
    if len(core) < 3:
        return None
    groups = _groups(line, index)
    figures = sum(len(line.core(index + n)) for n in range(len(groups)))
    dialled = _is_dialled(line, index) or (core[0] == "0" and 9 <= figures <= 12)
    if len(groups) > 1 and dialled:
        return groups
    return [_spelled(core)] if core[0] == "0" and core.isdigit() and 9 <= len(core) <= 12 else None


def _is_dialled(line: Line, index: int) -> bool:
    return not _DIAL.isdisjoint(word.lower() for word in line.cores[max(0, index - 4) : index])


def _groups(line: Line, index: int) -> Reading:
    """The groups of figures from `index` on."""
    groups = [_spelled(line.core(index))]
    while len(groups) < _MOST and _GROUP.fullmatch(line.next(index)):
        index += 1
        groups.append(_spelled(line.core(index)))
    return groups


def _spelled(text: str) -> Said:
    """The figures, a plus as its word; 800 as the exchange that it is."""
    said = " ".join(
        "eight hundred" if part == "800" else digits(part) for part in re.split(r"[-.()+]+", text) if part
    )
    return Said(f"plus {said}" if text[0] == "+" else said, "phone")
