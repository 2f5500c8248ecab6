"""A thousand sentences of our own in which every word is said as it is written.

No figures, no abbreviations: names with accents and prefixes, hyphens, contractions, possessives,
    foreign words,
headlines in capitals. What a rule changes in one of them, it changes wrongly.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

__all__ = ["as_written", "plain_sentences"]

_PEOPLE = (
    "Zoë Ångström|Siobhán O'Malley|Jean-Luc Désiré|María-José Núñez|Ngozi Okonkwo-Bright|Xi Wenling|Vi Trần|"
    "Björn Þórsson|Małgorzata Dąbrowska|Seán McGrath|D’Angelo Rossi|Anaïs Lefèvre|Çetin Yıldız|Tiểu "
    "Mai|Ioan Mureșan|"
    "Will Marsh|May Forrest|April Winters|June Carver|Mark Poundstone|Rob Penny|Jan van der Meer|Sun "
    "Li|Dix Mallory|"
    "Liv Halvorsen|Max Ordway|Art Fennimore|Gene Lowe|Colin Major|Faith General|Don King-Hale|Mo "
    "Farouk|Al Haddad|"
    "Ed Quigley|Pat Gill|Mia Vance|Cal Tenney|Penn Rudge|Miss Ashdown|Vera Cross|Otto Lux|Ida Mix|Leo "
    "Civic|Di Vine"
).split("|")
_PLACES = (
    "São Paulo|Côte d’Ivoire|Łódź|Reykjavík|Stratford-upon-Avon|Ho Chi Minh City|Aix-en-Provence|Zürich|Mali|"
    "the Isle of Man|Port-au-Prince|Bath|Reading|Nice|Mobile|Cork|Turkey|Chad|Jordan|Guinea-Bissau|Xi’an|"
    "the Côte d'Azur|King’s Lynn|Val-d’Isère|Göteborg|Trinidad|Sault-aux-Récollets|Lviv|"
    "Ürümqi|Kraków|Medina|Cologne"
).split("|")
_ROLES = (
    "prime minister|goalkeeper|mayor|vice-president|ex-wife|sister-in-law|chief "
    "whip|ombudsman|co-founder|coroner|"
    "general|captain|private secretary|major shareholder|minister without portfolio|self-styled reformer|"
    "attorney-general|passer-by|commander-in-chief|mid-ranking officer|saxophonist|whistle-blower|well-wisher"
).split("|")
_THINGS = (
    "the long-delayed harbour bridge|a second-hand piano|her mother's letters|the players’ contracts|"
    "the out-of-date map|an anti-corruption law|the city's night buses|a no-deal exit|the children's choir|"
    "the state-owned railway|the men’s relay team|a once-in-a-lifetime chance|the half-finished stadium|"
    "the mayor's résumé|a café on the quay|the coup d'état|the cross-border rail link|the hunger "
    "strikers' demands|"
    "the record harvest|a row over fishing|the so-called miracle cure|the second reading|a "
    "pro-democracy march"
).split("|")
_VERBS = (
    "praised|didn't mention|hadn't seen|won't give up|defended|couldn’t afford|never forgave|wouldn't sell|"
    "quietly dropped|is said to have opposed|may yet revive|has long wanted|wasn’t told about|re-examined|"
    "has no time for|can't stand|might well undo|used to own|read about|live with|refused to close"
).split("|")
_TAILS = (
    "in spite of everything|on Sunday|in May|last March|without saying why|as if nothing had "
    "happened|after all|"
    "to us and to them|in the mid-nineties|for the umpteenth time|day and night|not once but twice|or "
    "so it is said|"
    "on the twenty-first of June|a fortnight ago|in no uncertain terms|by a two-thirds majority|with a "
    "heavy heart|"
    "at half past ten|as it were|come what may|one way or another|on the quiet|in a minute or two|no "
    "matter what"
).split("|")
_FRAMES = (
    "{person} {verb} {thing} {tail}.",
    "{person}, the {role} from {place}, {verb} {thing}.",
    "“{person} {verb} {thing},” the {role} said {tail}.",
    "{place}'s {role} {verb} {thing} {tail}, didn't he?",
    "It’s {person} who {verb} {thing}; nobody else dared.",
    "Who in {place} {verb} {thing} — and why?",
    "{person}’s {role} {verb} {thing}, {person} {verb} {thing}.",
    "They've heard that {person} ({place}) {verb} {thing}!",
    "No {role} in {place} {verb} {thing} {tail}.",
    "‘I {verb} {thing},’ said {person}, ‘{tail}.’",
    "The {role}'s in {place}: {person} {verb} {thing}…",
    "If we're honest, the {role} {verb} {thing} {tail}.",
    "Neither {person} nor the {role} {verb} {thing}.",
    "{person} and {person} {verb} {thing} [in {place}].",
    "Let's ask the {role}, who {verb} {thing} {tail}.",
    "Nothing in {place} moved – {person} {verb} {thing}.",
)
_OWN = """
I don't know; you don't know; they don't care.
The cat sat on the mat, and the dog did not.
She said no. He said no as well.
It is up to us to decide who we are and what it means.
Mother-in-law jokes aren't what they were.
Rain fell, then snow, then rain again.
“Am I late?” “Not at all.”
Let it be, let us be, let them be.
O'Brien's brother-in-law's boat sank.
We've been there, we've done that, and we haven't a T-shirt to show for it.
He'd rather she'd gone; she'd rather he hadn't.
The Sahel's herders are moving south, village by village.
Is the café à la carte, or is it table d'hôte?
Hope, she said, isn't a plan.
Vitamin makers, X-ray technicians and T-shirt printers all lost work.
The wind will wind the flag around the pole.
A minute later a minute crack appeared.
Sitting in the front row, they had a row about how to row.
They refuse to collect the refuse.
The bandage was wound around the wound.
The Polish couple polish their shoes on Saturdays.
Nobody ever said it would be easy, and it wasn't.
Well, well, well: look who's here.
The ill will read the will, and still will not be still.
The mixed-doubles pair lost their way to the court.
March comes in like a lion; may it go out like a lamb.
His pro bono work, her ad hoc reply and their de facto border were all in the news.
A naïve coöperative in Brontë country exports piñatas.
THE HARBOUR IS CLOSED AND NOBODY KNOWS WHY
FISHERMEN WIN LONG FIGHT OVER NORTHERN WATERS
MAYOR WALKS OUT OF MEETING AS CROWD CHEERS
STRIKE ENDS AFTER TALKS BETWEEN DRIVERS AND COUNCIL
HEAVY SNOW CLOSES MOUNTAIN ROADS ACROSS THE NORTH
CHILDREN RETURN TO SCHOOL FOR FIRST TIME SINCE FLOOD
JUDGE REFUSES TO RELEASE LETTERS IN FRAUD TRIAL
"""
_PARTS = {
    "role": _ROLES,
    "place": _PLACES,
    "person": _PEOPLE,
    "verb": _VERBS,
    "thing": _THINGS,
    "tail": _TAILS,
}
_SLOT = re.compile(r"\{(\w+)\}")
_KEPT = re.compile(r"[^\w\s'-]")
_LOOSE = re.compile(r"(?<!\w)['-]+|['-]+(?!\w)")


def plain_sentences(count: int = 1000) -> Iterator[str]:
    """Always the same sentences: the written ones, then frames filled by turns."""
    own = [line for line in _OWN.splitlines() if line]
    yield from own[:count]
    chance = random.Random(4)
    for index in range(count - len(own)):
        yield _filled(_FRAMES[index % len(_FRAMES)], chance)


def _filled(frame: str, chance: random.Random) -> str:
    sentence = _SLOT.sub(lambda match: chance.choice(_PARTS[match[1]]), frame)
    return sentence[0].upper() + sentence[1:]


def as_written(sentence: str) -> str:
    """The words of a sentence in small letters, without its punctuation and hyphens."""
    plain = _KEPT.sub(" ", sentence.replace("’", "'").replace("‘", "'").replace("–", " "))
    return " ".join(_LOOSE.sub(" ", plain).replace("-", " ").split()).lower()
