"""Two words that rules decide: "read" (now or then) and "used" (accustomed to, or put to use)."""

from __future__ import annotations

from oyez.scripting.en.heteronym_neighbours import HELPING, kind_of
from oyez.scripting.en.heteronym_place import Place

__all__ = ["is_accustomed", "is_past"]

_THEN = frozenset(
    "yesterday ago last earlier recently once then was were had did said went came told wept after when "
    "began saw took gave made felt knew thought asked later monday tuesday wednesday thursday friday "
    "saturday sunday laughed cried smiled nodded".split()
)
_NOW = frozenset(
    "every always often usually never sometimes daily nowadays today whenever generally regularly still "
    "now is are do don't can".split()
)
_SINGULAR = frozenset("he she it everyone everybody nobody somebody someone anyone who which that".split())
_GET = frozenset("get gets got getting gotten".split())


def is_past(place: Place) -> bool:
    """Whether "read" is said "red": the past, or the participle."""
    left, second, _ = place.kinds_before
    before, further = place.before[0], place.before[1]
    if left == "V" and second in "DKJ":
        left = "N"  # "the judge read"
    if left in "TM":
        return False
    if left in "HB":
        return True
    if left in "DK" and not HELPING.intersection(place.before[1:]):
        return False  # "a good read"
    if left in "OKN" and HELPING.intersection(place.before[1:]):
        return False
    if left == "J" and second in "DQ":
        return False
    if before in _GET or before in ("best-read", "most-read"):
        return True
    if (asked := _asked(place)) is not None and left in "SUINLO":
        return asked
    if left == ".":
        return place.after[0] in ("by", "out", "aloud") and place.after[0] != "aloud"
    if left == "C":
        return _behind_and(place)
    if before in _SINGULAR or (left == "N" and not before.endswith("people")):
        return True
    if left in "PVFGQ" and further not in _SINGULAR:
        return False
    return _story(place) > 0


def _asked(place: Place) -> bool | None:
    """For a question or an inversion: "did he read", "has she read"."""
    for word, kind in zip(place.before[1:], place.kinds_before[1:], strict=True):
        if kind == "M":
            return False
        if kind == "H" and word in ("has", "have", "had", "haven't", "hasn't", "hadn't"):
            return True
        if kind in "C.WX":
            return None
    return None


def _behind_and(place: Place) -> bool:
    """ "sat and read", "can write and read"."""
    for word in reversed(place.words[max(0, place.index - 8) : place.index]):
        kind = kind_of(word.say)
        if kind in "TM":
            return False
        if kind in "EH" or word.say.lower() in ("was", "were"):
            return True
        if kind in "VF":
            return False
    return _story(place) > 0


def _story(place: Place) -> float:
    """What the rest of the sentence says of its time; above 0 is past."""
    score = 0.0
    for word in place.near():
        if word in _THEN:
            score += 1
        elif word in _NOW:
            score -= 1.2
        elif kind_of(word) == "E" and word != "read":
            score += 0.7
        elif kind_of(word) == "F":
            score -= 0.7
    return score - 0.3


def is_accustomed(place: Place) -> bool:
    """Whether "used" is said with an s: "used to the noise", "used to sing"; not "is used to cut glass"."""
    if place.after[0] != "to":
        return False
    left = place.kinds_before[0]
    gerund = place.after[1].endswith("ing")
    verb_follows = place.kinds_after[1] in "VN." or place.after[1] == "be"
    if left == "B" or place.before[0] in _GET or place.before[0] in ("become", "became", "grown", "grew"):
        if left != "B" or gerund or place.kinds_after[1] in "DKGOIZSUQJL":
            return True
        return place.kinds_after[1] == "N" and place.kinds_after[2] in ".PCW" and place.before[0] != "been"
    if left == "H":
        return True
    if place.kinds_after[1] in "DK" or place.after[1] in ("good", "great", "full"):
        return False  # "he used to good effect", "used to his advantage"
    if left in "LN" and verb_follows and _put_to(place):
        return False
    return left not in "VFPG"


def _put_to(place: Place) -> bool:
    """Whether the clause has another verb: "the knife used to kill him was found"."""
    for at in range(place.index - 1, max(-1, place.index - 8), -1):
        word = place.words[at]
        if word.mark or kind_of(word.say) in "WXZC":
            break
        if kind_of(word.say) in "BHMEFVGT":
            return True
    for word in place.words[place.index + 2 : place.index + 10]:
        kind = kind_of(word.say)
        if kind in "WXZC":
            break
        if kind in "BHMF" or (kind == "E" and not word.say.endswith("ed")):
            return True
        if word.mark:
            break
    return False
