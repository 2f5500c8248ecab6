"""Whether an amount stands before a noun, where its unit has no plural: "a one trillion dollar package"."""

from __future__ import annotations

import re

from oyez.scripting.line import Line

__all__ = ["stands_before_noun"]

_DETERMINERS = frozenset(
    "a an the this that its his her their our my your another any each every one no annual new "
    "record planned proposed estimated initial".split()
)
# Words that may follow an amount without being the noun it belongs to.
_NOT_NOUNS = frozenset(
    "a an the and or but nor of in on at to from for by with per as than is are was were be been "
    "has have had will would could should may might can did do does it he she they we you i who "
    "which that this these those more less higher lower last next over under up down off out about "
    "after before since until when while where if because though so also too each every into "
    "through between against during without within worth ago away back again not only just even "
    "still yet went goes came comes made makes paid spent lost won held owed raised fell rose cost "
    "costs left saw took gave got set put cut hit sold bought according including compared alone "
    "annually monthly daily weekly today tomorrow yesterday now then there here apart instead total "
    "long wide high tall deep thick apiece plus".split()
)
# What is measured stands behind its measure without a determiner too: "110m hurdles", "the -60kg class".
_MEASURED = frozenset(
    "hurdles freestyle backstroke breaststroke butterfly medley relay sprint walk race dash class "
    "category division "
    "champion final finals semi-final medallist runner radius exclusion zone buffer limit "
    "winds gusts waves round rounds bullet bullets pistol pistols handgun handguns".split()
)
# What has a price or a size and is one thing: headlines leave out its article ("approve £20m scheme").
_PRICED = frozenset(
    "deal plan scheme contract package fund project budget bid takeover merger fine lawsuit grant loan "
    "bailout bond bonus campaign settlement payout jackpot prize upgrade renovation revamp makeover stadium "
    "acquisition buyout offer stake rescue facility factory plant programme program pipeline railway bridge "
    "tunnel striker defender midfielder winger goalkeeper signing mansion penthouse yacht investment "
    "partnership shortfall deficit surplus windfall overhaul expansion extension initiative venture "
    "portfolio".split()
)
_VERBS_OR_NOUNS = frozenset("cut set hit hike lead loss gain fall rise drop".split())
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def stands_before_noun(line: Line, start: int, end: int) -> bool:
    """True where tokens start..end are an amount between a determiner and a noun, or in a compound."""
    following = line.next(end)
    if line.compound:
        return (
            following in ("long", "wide", "high", "tall", "deep", "thick")
            or following in ("a", "an", "per")
            or (following not in _NOT_NOUNS and line.last(start) != "=")
        )  # "a $5-a-day habit"
    if following in _VERBS_OR_NOUNS and line.last(start).lower() in ("a", "an", "another"):
        return True  # "a 25bp cut"
    if following in _MEASURED or following in _PRICED:
        return True
    if not _WORD.fullmatch(following) or following in _NOT_NOUNS or following.endswith(("ed", "ly", "ing")):
        return False
    # "a $1tn package", "a record $5m fine"
    return line.last(start).lower() in _DETERMINERS or line.core(start - 2).lower() in ("a", "an")
