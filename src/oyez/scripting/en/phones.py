"""Telephone numbers, figure by figure."""

from __future__ import annotations

import re

from oyez.scripting.en.numbers import digits
from oyez.scripting.line import Line, Reading, Said

__all__ = ["read_phone"]

_WHOLE = re.compile(
    r"(?:\+?[0-9]{1,3}[-.])?\(?[0-9]{3}\)?[-.][0-9]{3}[-.][0-9]{4}|1-[0-9]{3}-[0-9]{3,4}-[0-9]{3,4}"
)
_ABROAD = re.compile(r"(?:\+|00)[1-9][0-9]{0,13}(?:-[0-9]{1,4})*")
_LOCAL = re.compile(r"[0-9]{3}-[0-9]{4}")
_GROUP = re.compile(r"\(?[0-9]{1,8}\)?(?:-[0-9]{2,4})*")
_DIAL = frozenset(
    "call calls called calling dial dialled dialed ring rang phone phoned text texted texting tel telephone "
    "whatsapp fax hotline helpline ext extension sms lifeline".split()
)
_CODE = re.compile(r"[0-9]{3,8}")  # what is dialled in one piece: 999, 60777
_KEYED = re.compile(r"(?:[0-9]{1,12}[*#]){1,6}")
_KEYS = {"*": "star", "#": "hash"}
_BRIDGES = frozenset("on at or and to the number is now line us in via".split())
_AFTER_CODES = frozenset("for if immediately when with from free before after today anytime and".split())
_MOST = 8  # groups that one number may have


def read_phone(line: Line, index: int) -> Reading | None:
    """1-800-273-8255 · +44 20 7946 0958 · call 116 123 · 020 7946 0000."""
    core = line.core(index)
    if _WHOLE.fullmatch(core):
        return [_spelled(core)]
    if core[0] == "+" and _ABROAD.fullmatch(core):
        groups = _groups(line, index)
        return groups if len(groups) > 1 or len(core) > 7 else None
    if core[-1] == "#" and (match := _KEYED.fullmatch(core)) and line.tokens[index].before.endswith("*"):
        return [Said(" ".join(_KEYS.get(key) or digits(key) for key in f"*{match[0]}"), "phone")]
    if not core[0].isdecimal() or not _GROUP.fullmatch(core):
        return None
    if len(core) == 3 and line.after(index) == ")" and _LOCAL.fullmatch(line.core(index + 1)):
        return [_spelled(core), _spelled(line.core(index + 1))]
    if _LOCAL.fullmatch(core) and (_is_dialled(line, index) or _is_numbered(line, index)):
        return [_spelled(core)]
    if len(core) < 3:
        return None
    groups = _groups(line, index)
    figures = sum(len(line.core(index + n)) for n in range(len(groups)))
    dialled = _is_dialled(line, index) or (core[0] == "0" and 9 <= figures <= 12)
    if len(groups) > 1 and dialled:
        return groups
    if _CODE.fullmatch(core) and _is_short_code(line, index):
        return [_spelled(core)]
    return [_spelled(core)] if core[0] == "0" and core.isdecimal() and 9 <= len(core) <= 12 else None


def _is_dialled(line: Line, index: int) -> bool:
    return not _DIAL.isdisjoint(word.lower() for word in line.cores[max(0, index - 4) : index])


def _is_numbered(line: Line, index: int) -> bool:
    """ "her number is 555-0198"."""
    return "number" in line.cores[max(0, index - 3) : index]


def _is_short_code(line: Line, index: int) -> bool:
    """Dialled in one piece: between the verb and the figure stand only words like "on" and "or"."""
    at = index - 1
    while at >= 0 and (
        line.core(at).lower() in _BRIDGES or line.core(at).isupper() or _CODE.fullmatch(line.core(at))
    ):
        at -= 1
    if at < 0 or line.core(at).lower() not in _DIAL:
        return False
    following = line.next(index)
    return (
        not following.isalpha()
        or following in _BRIDGES
        or len(line.core(index)) > 4
        or following in _AFTER_CODES
    )


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
